import type { Block, Layout, Span } from '#lib/domain/articles/types.ts';
import { isApostrophe, tokenise, type Token } from '../dates/tokens.ts';
import type { Mention } from '../types.ts';
import { quotedIn, type Quoted } from './marks.ts';
import { opening } from './next-openings.ts';

/** A mention outside of quotation marks, with the tokens that it covers (`to` exclusive). */
export interface Actor {
	/** Index into the mentions. */
	mention: number;
	from: number;
	to: number;
	person: boolean;
	/** "The two leaders". */
	joint: boolean;
	/** It can speak: no place and no adjective. */
	speaks: boolean;
	/** "Chinese": it speaks only through what it describes ("the Chinese readout"). */
	adjective: boolean;
	possessive: boolean;
}

/** One block with its tokens, its quotations and who is named outside of them. */
export interface Scene {
	block: number;
	tokens: Token[];
	/** Per token: index of the quotation that it is in, or -1. */
	inside: number[];
	actors: Actor[];
	quotes: Quoted[];
	/** Index of the mention of whom the line's label names: who speaks all of it. */
	speaker?: number;
	/** Token ranges of the sentences, in order. */
	sentences: { index: number; from: number; to: number }[];
}

/** The first index whose value is not below a limit, in a sorted list. */
export function lowerBound(count: number, valueAt: (index: number) => number, limit: number): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (valueAt(middle) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The index of the first token at or after an offset. */
export const tokenFrom = (tokens: readonly Token[], offset: number): number =>
	lowerBound(tokens.length, (index) => tokens[index]?.start ?? 0, offset);

function insides(tokens: readonly Token[], quotes: readonly Quoted[]): number[] {
	let at = 0;
	return tokens.map((token) => {
		while (at < quotes.length && (quotes[at]?.end ?? 0) <= token.start) at += 1;
		return (quotes[at]?.start ?? Infinity) <= token.start ? at : -1;
	});
}

function actorOf(mentions: readonly Mention[], index: number, tokens: readonly Token[]): Actor | undefined {
	const mention = mentions[index];
	if (!mention) return undefined;
	const from = tokenFrom(tokens, mention.start);
	const to = tokenFrom(tokens, mention.end);
	const is = mention.referent?.is;
	return {
		mention: index,
		from,
		to,
		person: is === 'person',
		joint: is === 'joint' || mention.via === 'joint',
		// "It" says nothing that one could hold against anybody.
		speaks: is !== 'place' && mention.via !== 'adjective' && !/^(?:it|this|that)$/.test(tokens[from]?.lower ?? ''),
		adjective: mention.via === 'adjective',
		possessive: isPossessiveEnd(tokens, to)
	};
}

/** "Xi's" and "the leaders'", whether or not the mention covers the ending. */
function isPossessiveEnd(tokens: readonly Token[], to: number): boolean {
	const next = tokens[to];
	if (isApostrophe(next) && next?.joined) return true;
	return isApostrophe(tokens[to - 1]) || (tokens[to - 1]?.lower === 's' && isApostrophe(tokens[to - 2]));
}

/** The blocks that hold sentences and quotation marks. */
export function scenesOf(layout: Layout, mentions: readonly Mention[]): Scene[] {
	const { text, normal } = layout.article;
	const speakers = speakersOf(layout, mentions);
	let sentence = 0;
	return layout.blocks.flatMap((block, index): Scene[] => {
		const own: number[] = [];
		while (sentence < layout.sentences.length && (layout.sentences[sentence]?.block ?? 0) <= index) {
			if (layout.sentences[sentence]?.block === index) own.push(sentence);
			sentence += 1;
		}
		if (own.length === 0) return [];
		const quotes = quotedIn(text.slice(block.start, block.end), block.start);
		if (quotes.length === 0) return [];
		const tokens = tokenise(normal, block);
		const inside = insides(tokens, quotes);
		const actors = actorsOf(mentions, block, tokens, inside);
		const sentences = own.map((one) => ({
			index: one,
			from: tokenFrom(tokens, layout.sentences[one]?.start ?? 0),
			to: tokenFrom(tokens, layout.sentences[one]?.end ?? 0)
		}));
		const speaker = speakers.get(index) ?? ledIn(layout, mentions, index) ?? toldBehind(layout, mentions, index);
		return [{ block: index, tokens, inside, actors, quotes, sentences, ...(speaker === undefined ? {} : { speaker }) }];
	});
}

/** "The ministry said in a statement:" at the end of the paragraph before: who speaks the words that open this one. */
function ledIn(
	{ article, blocks, sentences }: Layout,
	mentions: readonly Mention[],
	index: number
): number | undefined {
	const [before, own] = [blocks[index - 1], blocks[index]];
	if (before?.role !== 'body' || own === undefined || !/^\s*["'«]/.test(article.normal.slice(own.start, own.start + 3)))
		return undefined;
	const colon = /:\s*$/.test(article.normal.slice(Math.max(before.start, before.end - 3), before.end));
	const last = sentences[lowerBound(sentences.length, (at) => sentences[at]?.start ?? 0, before.end) - 1];
	if (last === undefined || last.block !== index - 1) return undefined;
	// "The ambassador delivered the message in person." and a paragraph that is all in marks.
	const whole = /["»]\s*$/.test(article.normal.slice(Math.max(own.start, own.end - 3), own.end));
	if (!colon && !(whole && MESSAGE.test(article.normal.slice(last.start, last.end)))) return undefined;
	const first = lowerBound(mentions.length, (at) => mentions[at]?.start ?? 0, last.start);
	for (let at = first; at < first + LED_IN && (mentions[at]?.end ?? Infinity) <= last.end; at += 1) {
		const mention = mentions[at];
		const speaks = mention && mention.referent && mention.referent.is !== 'place' && mention.via !== 'adjective';
		if (speaks && article.normal[mention.end] !== "'") return at;
	}
	return undefined;
}
const LED_IN = 4;
const MESSAGE =
	/^[^"]{0,200}\b(?:delivered|conveyed|issued|posted|sent|read out|published|released|gave)\b[^"]{0,40}\b(?:message|statement|warning|letter|note|speech|answer|reply|response|post)\b[^"]{0,200}$/i;

/** A paragraph that is all in marks, and "So insisted Lindqvist" behind it: who speaks it. */
function toldBehind({ article, blocks }: Layout, mentions: readonly Mention[], index: number): number | undefined {
	const [own, behind] = [blocks[index], blocks[index + 1]];
	if (own === undefined || behind?.role !== 'body') return undefined;
	const words = article.normal.slice(own.start, own.end).trim();
	if (!/^["«]/.test(words) || !/["»]$/.test(words)) return undefined;
	if (opening(article.normal.slice(behind.start, behind.start + LONGEST_OPENING).toLowerCase()) === 0) return undefined;
	const first = lowerBound(mentions.length, (at) => mentions[at]?.start ?? 0, behind.start);
	const speaks =
		mentions[first]?.referent?.is === 'person' && (mentions[first]?.start ?? 0) < behind.start + LONGEST_OPENING;
	return speaks ? first : undefined;
}
const LONGEST_OPENING = 80;

/** Who speaks each line of a transcript: whom its label names; behind "A:" the one whom the text names before the first "Q:". */
function speakersOf({ blocks }: Layout, mentions: readonly Mention[]): Map<number, number> {
	const speakers = new Map<number, number>();
	const question = blocks.find(({ label }) => /^(?:Q|Question)$/i.test(label ?? ''));
	const before = question ? lowerBound(mentions.length, (at) => mentions[at]?.start ?? 0, question.start) : 0;
	const people = mentions.slice(0, before).flatMap(({ referent }) => (referent?.is === 'person' ? [referent.id] : []));
	const asked = mentions.findIndex(({ referent }) => referent?.id === people[0]);
	for (const [index, { label, start, content }] of blocks.entries()) {
		if (label === undefined) continue;
		const first = lowerBound(mentions.length, (at) => mentions[at]?.start ?? 0, start);
		const named = mentions[first];
		if (named?.referent?.is === 'person' && named.end <= content.start) speakers.set(index, first);
		else if (/^(?:A|Answer)$/i.test(label) && new Set(people).size === 1) speakers.set(index, asked);
	}
	return speakers;
}

function actorsOf(
	mentions: readonly Mention[],
	block: Block & Span,
	tokens: readonly Token[],
	inside: readonly number[]
): Actor[] {
	const first = lowerBound(mentions.length, (at) => mentions[at]?.start ?? 0, block.start);
	const last = lowerBound(mentions.length, (at) => mentions[at]?.start ?? 0, block.end);
	const actors: Actor[] = [];
	for (let at = first; at < last; at += 1) {
		const actor = actorOf(mentions, at, tokens);
		if (actor && (inside[actor.from] ?? -1) < 0) actors.push(actor);
	}
	return withoutMembers(actors, mentions);
}

/** "Japan and the Philippines said": together they speak, and neither member alone. */
function withoutMembers(actors: readonly Actor[], mentions: readonly Mention[]): Actor[] {
	let joint: Actor | undefined;
	return [...actors]
		.sort((a, b) => a.from - b.from || b.to - a.to)
		.filter((actor) => {
			if (joint && actor.to <= joint.to && actor.from >= joint.from) return false;
			if (mentions[actor.mention]?.referent?.is === 'joint') joint = actor;
			return true;
		});
}
