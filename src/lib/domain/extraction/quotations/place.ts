import type { Layout } from '#lib/domain/articles/types.ts';
import type { Place } from './attribute.ts';
import { lowerBound, tokenFrom, type Scene } from './scene.ts';

const SMALL = new Set('the a an of and for in on to with at by from or'.split(' '));
const LONGEST_TITLE = 7;

/** The sentence of a scene that holds a token, as an index into the scene's sentences. */
export function sentenceAt(scene: Scene, token: number): number {
	const after = lowerBound(scene.sentences.length, (index) => scene.sentences[index]?.from ?? 0, token + 1);
	return Math.max(0, after - 1);
}

/** A quotation with the tokens around it; undefined where no sentence holds it. */
export function placeOf(scene: Scene, layout: Layout, index: number): Place | undefined {
	const quote = scene.quotes[index];
	if (!quote) return undefined;
	const from = tokenFrom(scene.tokens, quote.start);
	const to = tokenFrom(scene.tokens, quote.end);
	const first = scene.sentences[sentenceAt(scene, from)];
	const lastIndex = sentenceAt(scene, Math.max(from, to - 1));
	const last = scene.sentences[lastIndex];
	if (!first || !last || from < first.from) return undefined;
	const text = layout.article.normal.slice(quote.words.start, quote.words.end);
	const open = /[,?!—–…-]$/.test(text) || scene.tokens[to]?.text === ',' || scene.tokens[to]?.text === ':';
	const previous = scene.quotes[index - 1];
	const next = scene.quotes[index + 1];
	// A question mark inside the marks may have ended the sentence before its tag.
	const end = open && last.to <= to ? (scene.sentences[lastIndex + 1]?.to ?? last.to) : last.to;
	const own = scene.tokens.slice(from, to).filter((token) => token.kind !== 'sign');
	return {
		sentence: first.from,
		left: Math.max(first.from, previous ? tokenFrom(scene.tokens, previous.end) : 0),
		from,
		to,
		right: Math.max(to, Math.min(end, next ? tokenFrom(scene.tokens, next.start) : Infinity)),
		length: text.split(/\s+/).length,
		open,
		title: isTitle(own.map((token) => token.text)) && !/[.,?!]$/.test(text)
	};
}

const isTitle = (all: readonly string[]): boolean =>
	all.length > 1 &&
	all.length <= LONGEST_TITLE &&
	all.every((word, at) => /^[\p{Lu}\p{N}]/u.test(word) || (at > 0 && SMALL.has(word.toLowerCase())));
