import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/lib/domain/errors.ts';
import { LOCALES, type Locale } from '../../src/lib/domain/tongue.ts';

/** A message: a text, or one that has variants. */
type Message = string | { match: Record<string, string> }[];

const areas = readdirSync('messages/en').map((file) => file.replace('.json', ''));
const readArea = (locale: Locale, area: string): Record<string, Message> =>
	JSON.parse(readFileSync(`messages/${locale}/${area}.json`, 'utf8'));
const messages = (locale: Locale): Map<string, Message> =>
	new Map(areas.flatMap((area) => Object.entries(readArea(locale, area))));
const english = messages('en');
const chinese = messages('zh-CN');
const textsOf = (message: Message): string[] =>
	typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(ts|svelte)$/.test(file) && !file.includes('paraglide') && !file.endsWith('.test.ts'))
	.map((file) => ({ file: join('src', file), text: readFileSync(join('src', file), 'utf8') }));

describe('the messages', () => {
	it('lie in areas that the compiler reads, and each key begins with its area', () => {
		const { pathPattern } = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8'))[
			'plugin.inlang.messageFormat'
		];
		expect(pathPattern.map((path: string) => /\/(\w+)\.json$/.exec(path)?.[1]).sort()).toEqual(areas.sort());
		const astray = areas.flatMap((area) =>
			Object.keys(readArea('en', area)).filter((key) => !key.startsWith(`${area}_`) || !/^[a-z][a-z0-9_]+$/.test(key))
		);
		expect(astray).toEqual([]);
	});

	it.each(LOCALES)('are all there and say something in %s', (locale) => {
		const own = messages(locale);
		expect([...english.keys()].filter((key) => !own.has(key))).toEqual([]);
		expect([...own.keys()].filter((key) => !english.has(key))).toEqual([]);
		expect([...own].filter(([, message]) => textsOf(message).some((text) => text === '')).map(([key]) => key)).toEqual(
			[]
		);
	});

	it('are put somewhere, and none is put that is not there', () => {
		const put = new Set(sources.flatMap(({ text }) => [...text.matchAll(/\bm\.([a-z]\w*)/g)].map(([, key]) => key!)));
		for (const code of ERROR_CODES) put.add(`errors_${code}`);
		expect([...english.keys()].filter((key) => !put.has(key))).toEqual([]);
		const known = new RegExp(`^(${areas.join('|')})_`);
		expect([...put].filter((key) => known.test(key) && !english.has(key))).toEqual([]);
	});

	it('of every error code are there, and of no other', () => {
		const codes = Object.keys(readArea('en', 'errors')).map((key) => key.replace('errors_', ''));
		expect(codes.sort()).toEqual([...ERROR_CODES].sort());
	});

	it('have the same placeholders in both languages', () => {
		const places = (message: Message | undefined) =>
			[...new Set(textsOf(message ?? '').flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();
		// A number that one language writes out, or with its marks, the other may leave out or write plainly.
		const FREE = new Set(['{count}', '{shown}', '{number}']);
		const firm = (message: Message | undefined) => places(message).filter((place) => !FREE.has(place));
		const differing = [...english].filter(([key, message]) => `${firm(message)}` !== `${firm(chinese.get(key))}`);
		expect(differing.map(([key]) => key)).toEqual([]);
		const dropped = [...english].filter(
			([key, message]) => places(message).length > 0 && places(chinese.get(key)).length === 0
		);
		expect(dropped.map(([key]) => key).filter((key) => !COUNTED_APART.has(key))).toEqual([]);
	});

	it('of Chinese are Chinese, and of English are English', () => {
		const same = [...english].filter(
			([key, message]) => `${textsOf(message)}` === `${textsOf(chinese.get(key) ?? '')}`
		);
		expect(same.map(([key]) => key).filter((key) => !ALIKE.has(key))).toEqual([]);
		expect(
			[...english].filter(([, message]) => /\p{Script=Han}/u.test(`${textsOf(message)}`)).map(([key]) => key)
		).toEqual([]);
		const latin = [...chinese].filter(
			([key, message]) => !/\p{Script=Han}|[，。：；、（）“”]/u.test(`${textsOf(message)}`) && !ALIKE.has(key)
		);
		expect(latin.map(([key]) => key)).toEqual([]);
	});
});

/** Chinese says the kind of a thing, its number stands before it on the page. */
const COUNTED_APART = new Set<string>([]);

/** Alike in both languages, and why. */
const ALIKE = new Set([
	// Figures with a sign between them.
	'common_at_time',
	'common_on_day',
	'engine_percent',
	'review_share_of',
	'results_of',
	// A size of paper.
	'results_letter',
	// Curly marks are used by both.
	'results_quoted'
]);

/** Texts that stand in a component as they are, and why. */
const NAMES = new Set([
	// The project's own name.
	'Readout',
	// Languages, each by its own name.
	'English',
	// What stands on keys, sizes of paper, and letters on a sheet.
	'Enter',
	'U',
	'T',
	'F',
	// The beginning of an address.
	'https'
]);
/** Attributes that are read or spoken. */
const SPOKEN =
	/^(aria-label|aria-description|aria-valuetext|alt|title|placeholder|label|help|unit|legend|caption|content|head|own)$/;

/** Texts of a component that no message gives. */
function plainTexts(text: string): string[] {
	const found: string[] = [];
	const note = (plain: string) => {
		for (const part of plain.replace(/&\w+;/g, ' ').split(/[·→¶|:,.()]/)) {
			const words = part.trim();
			if (/\p{L}/u.test(words) && !NAMES.has(words)) found.push(words);
		}
	};
	const visit = (node: unknown, parent?: AST.Attribute): void => {
		if (Array.isArray(node)) return node.forEach((child) => visit(child, parent));
		if (typeof node !== 'object' || node === null || !('type' in node)) return;
		if (node.type === 'Text' && 'data' in node) {
			if (!parent || SPOKEN.test(parent.name)) note(String(node.data));
			return;
		}
		if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string') {
			if (parent && /^(aria-label|title|label|help)$/.test(parent.name)) note(node.value);
			return;
		}
		const attribute = node.type === 'Attribute' ? (node as AST.Attribute) : parent;
		if (node.type === 'Attribute' && isUnspokenMeta(node as AST.Attribute)) return;
		for (const [key, value] of Object.entries(node))
			if (!['css', 'instance', 'module', 'parent', 'comments', 'metadata', 'test', 'callee'].includes(key))
				visit(value, attribute);
	};
	visit(parse(text, { modern: true }).fragment);
	return found;
}

/** A meta tag's content that is none for people. */
const isUnspokenMeta = ({ name, value }: AST.Attribute): boolean =>
	name === 'content' && JSON.stringify(value).includes('no-referrer');

/** A sentence in a component's script: a capital, a space and more words, between quotation marks. */
const SENTENCE = /(['"`])(?!use strict)[A-Z][a-z’']+(?: [\w’'–-]+)+[.?!…]?\1/g;

describe('a component', () => {
	const components = sources.filter(({ file }) => file.endsWith('.svelte'));

	it('says nothing that is no message', () => {
		const said = components.flatMap(({ file, text }) => plainTexts(text).map((plain) => `${file}: ${plain}`));
		expect(said).toEqual([]);
	});

	it('has no sentence in its script', () => {
		const said = components.flatMap(({ file, text }) => {
			const script = /<script[^>]*>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '';
			const code = script.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
			return (code.match(SENTENCE) ?? []).map((sentence) => `${file}: ${sentence}`);
		});
		expect(said).toEqual([]);
	});

	it('is laid out from the beginning of a line, not from its left', () => {
		const sided =
			/^\s*(?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right):\s*[-\d.cv]|text-align:\s*(?:left|right)|float:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius)/m;
		const styles = [
			...components.map(({ file, text }) => ({ file, style: /<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '' })),
			...[
				'src/app.css',
				...readdirSync('src/lib/ui', { recursive: true, encoding: 'utf8' })
					.filter((file) => file.endsWith('.css'))
					.map((file) => join('src/lib/ui', file))
			].map((file) => ({ file, style: readFileSync(file, 'utf8') }))
		];
		expect(styles.filter(({ style }) => sided.test(style)).map(({ file }) => file)).toEqual([]);
	});
});
