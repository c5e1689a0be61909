import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { APIResponse } from '@playwright/test';
import { type Person, dataPath, nodesIn, unflatten } from './classroom.ts';

/** What the server answered, as it came and as it reads. */
export interface Answered {
	path: string;
	status: number;
	body: string;
	/** The values in it, where it is data. */
	values: unknown[];
}

/** So many addresses of one page, which differ in their queries or ids, are looked at. */
const MOST_OF_A_PAGE = 40;

/** Everything that one person is answered. */
export class Crawl {
	readonly answers: Answered[] = [];
	readonly #person: Person;
	readonly #seen = new Set<string>();
	readonly #pages = new Map<string, number>();

	constructor(person: Person) {
		this.#person = person;
	}

	/** Keeps an answer. */
	async note(path: string, response: APIResponse): Promise<Answered> {
		const body = await response.text();
		const answer = { path, status: response.status(), body, values: valuesIn(body) };
		this.answers.push(answer);
		return answer;
	}

	/** Looks at pages, their data, and all to which they lead on this server, until there is nothing new. */
	async follow(paths: readonly string[]): Promise<void> {
		const queue = [...paths];
		for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
			if (!this.#isNew(path)) continue;
			const response = await this.#person.get(path);
			const answer = await this.note(path, response);
			const location = response.headers().location;
			if (location !== undefined) queue.push(...this.#onServer([location], path));
			if (path.startsWith('/_app/')) {
				queue.push(...this.#onServer(importsIn(answer.body), path), ...(path.endsWith('.map') ? [] : [`${path}.map`]));
				continue;
			}
			if (!(response.headers()['content-type'] ?? '').startsWith('text/html')) continue;
			queue.push(...this.#onServer(linksIn(answer.body), path));
			await this.note(dataPath(path), await this.#person.get(dataPath(path), 'application/json'));
		}
	}

	#isNew(path: string): boolean {
		if (this.#seen.has(path)) return false;
		this.#seen.add(path);
		if (path.startsWith('/_app/')) return true;
		const page = path.split('?')[0] ?? path;
		const number = (this.#pages.get(page) ?? 0) + 1;
		this.#pages.set(page, number);
		return number <= MOST_OF_A_PAGE;
	}

	#onServer(links: readonly string[], from: string): string[] {
		return links.flatMap((link) => {
			const url = new URL(link, this.#person.origin + from);
			if (url.origin !== this.#person.origin) return [];
			// A form's address names its action: what is looked at is the page.
			return [url.pathname + (url.search.startsWith('?/') ? '' : url.search)];
		});
	}
}

const linksIn = (html: string): string[] => [
	...[...html.matchAll(/\s(?:href|src|action|formaction)="([^"#][^"]*)"/g)].map(([, link = '']) => decoded(link)),
	...[...html.matchAll(/["']((?:\.{0,2}\/)+_app\/[^"']+)["']/g)].map(([, link = '']) => link)
];

const importsIn = (script: string): string[] => [
	...[...script.matchAll(/["'`](\.{1,2}\/[^"'`\s]+\.(?:js|css))["'`]/g)].map(([, link = '']) => link),
	...[...script.matchAll(/["'`]\/?(_app\/[^"'`\s]+\.(?:js|css))["'`]/g)].map(([, link = '']) => `/${link}`)
];

/** The values in a body: page data, an action's result, or plain JSON. */
function valuesIn(body: string): unknown[] {
	if (!body.startsWith('{')) return [];
	let json: unknown;
	try {
		json = JSON.parse(body);
	} catch {
		return []; // A script may begin like this too.
	}
	const { data, nodes } = json as { data?: unknown; nodes?: unknown };
	if (nodes !== undefined) return nodesIn(json);
	return [typeof data === 'string' ? unflatten(JSON.parse(data)) : json];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' };

/** A text without what HTML, JSON and scripts write in the place of characters. */
export function decoded(text: string): string {
	let plain = text;
	// JSON may stand in JSON, and either in a page.
	for (let depth = 0; depth < 3; depth++)
		plain = plain
			.replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
			.replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
			.replace(/\\[nrt]/g, ' ')
			.replace(/\\(["'\\/`])/g, '$1')
			.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
				String.fromCodePoint(parseInt(code, hex ? 16 : 10))
			)
			.replace(/&([a-z]+);/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
	return plain;
}

/** A text as it is compared. */
export const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** A body as it may be read: as it came, and without its tags, which may stand inside of a sentence. */
export function readings(body: string): string[] {
	const text = decoded(body);
	return [text, text.replace(/<!--[^]*?-->|<[a-z/][^>]*>/gi, '')].map(plain);
}

/** A text that tells what is right in a question of an item. */
export interface Needle {
	item: string;
	what: string;
	text: string;
}

/** Finds many texts in many bodies. */
export class Needles {
	readonly #byWord = new Map<string, { needle: Needle; text: string; around: { text: string; at: number }[] }[]>();

	/** @param shown texts that may be shown: what stands inside of one of them tells nothing */
	constructor(needles: readonly Needle[], shown: Iterable<string>) {
		const known = [...new Set([...shown].map(plain))];
		for (const needle of needles) {
			const text = plain(needle.text).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
			const word = /^[\p{L}\p{N}]+/u.exec(text)?.[0];
			if (word === undefined) continue;
			const around = known.flatMap((one) => placesOf(text, one).map((at) => ({ text: one, at })));
			this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), { needle, text, around }]);
		}
	}

	/** Those that a body holds, each once. */
	in(body: string): Needle[] {
		const found = new Set<Needle>();
		for (const text of readings(body))
			for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu))
				for (const entry of this.#byWord.get(word) ?? []) {
					if (found.has(entry.needle) || !text.startsWith(entry.text, index)) continue;
					if (/^[\p{L}\p{N}]/u.test(text.slice(index + entry.text.length))) continue;
					if (entry.around.some((one) => text.startsWith(one.text, index - one.at))) continue;
					found.add(entry.needle);
				}
		return [...found];
	}
}

function placesOf(text: string, within: string): number[] {
	const places: number[] = [];
	for (let at = within.indexOf(text); at >= 0; at = within.indexOf(text, at + 1)) places.push(at);
	return places;
}

/** Every folder of routes that answers, as its id, with its files. */
export function routeFiles(folder = 'src/routes', id = ''): { id: string; folder: string; files: string[] }[] {
	const entries = readdirSync(folder, { withFileTypes: true });
	const files = entries.filter((entry) => /^\+(page|server|layout)\b/.test(entry.name)).map(({ name }) => name);
	const below = entries.filter((entry) => entry.isDirectory());
	const own = files.some((name) => /^\+(page|server)\b/.test(name)) ? [{ id: id || '/', folder, files }] : [];
	return [...own, ...below.flatMap(({ name }) => routeFiles(join(folder, name), `${id}/${name}`))];
}
