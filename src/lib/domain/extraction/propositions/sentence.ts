import type { Layout } from '#lib/domain/articles/types.ts';
import type { Mention, Quotation } from '#lib/domain/extraction/types.ts';
import type { CompiledTriggers, Entry, Hedge, Trigger } from '../lexicon/triggers.ts';
import { readAmounts } from './approximators.ts';
import type { Form } from './inflect.ts';
import type { Token, TokenTable } from './tokens.ts';
import { allMatches, longestMatch, type Match } from './trie.ts';
import { wordSet } from '../../text.ts';
import { BE, DETERMINERS, DO, isAdverb, MODALS, NEGATORS, PREPOSITIONS } from './words.ts';

/** A trigger in a sentence, by indexes of tokens. */
export interface Hit {
	from: number;
	/** Exclusive. */
	to: number;
	entry: Trigger;
	/** What its verb can be here; "noun" for a nominal trigger. */
	forms: Form[];
	passive: boolean;
}
/** A word or phrase that denies or weakens what it governs. */
export interface HedgeHit {
	from: number;
	to: number;
	entry: Hedge;
}
/** A mention within a sentence, by indexes of tokens. */
export interface Named {
	from: number;
	to: number;
	/** Index into all mentions. */
	index: number;
	mention: Mention;
}
/** The mention of a token: a list by the token's index, which rules ask at nearly every token. */
class ByToken {
	readonly #named: (Named | undefined)[];

	/** @param place the token of a mention; of several at one token the longest is kept */
	constructor(count: number, named: readonly Named[], place: (one: Named) => number) {
		this.#named = new Array<Named | undefined>(count).fill(undefined);
		for (const one of named) {
			const at = place(one);
			const other = this.#named[at];
			if (!other || other.to - other.from < one.to - one.from) this.#named[at] = one;
		}
	}

	get(token: number): Named | undefined {
		return token < 0 ? undefined : this.#named[token];
	}

	has(token: number): boolean {
		return this.get(token) !== undefined;
	}
}

/** A sentence as the rules read it. */
export interface Parsed {
	index: number;
	tokens: readonly Token[];
	named: Named[];
	/** By the index of a mention's last token and by that of its first: the longest. */
	endingAt: ByToken;
	startingAt: ByToken;
	hits: Hit[];
	hedges: HedgeHit[];
	/** The speaker of quoted words in this sentence, by token. */
	speakerAt: (token: number) => Named | null;
	lexicon: CompiledTriggers;
}

/** What else is known of a sentence. */
interface Around {
	/** All mentions of the article, and the indexes of the sentence's own. */
	mentions: readonly Mention[];
	indexes: readonly number[];
	quotations: readonly Quotation[];
}

/** The word of a token, "" for a mark or outside the sentence. */
export function wordAt(tokens: readonly Token[], at: number): string {
	const token = tokens[at];
	return token?.word ? token.w : '';
}

/** A name inside a hyphenated word ("U.S.-China relations") is no actor; "then-Speaker" is. */
function alone(token: Token | undefined, mention: Mention): boolean {
	if (!token || (token.start >= mention.start && token.end <= mention.end)) return token !== undefined;
	return token.start < mention.start && /^(?:then|ex|vice|now|co)-/.test(token.w);
}

function namedIn(tokens: readonly Token[], mentions: readonly Mention[], indexes: readonly number[]): Named[] {
	const found: Named[] = [];
	let from = 0;
	for (const index of indexes) {
		const mention = mentions[index];
		if (!mention) continue;
		while (from > 0 && (tokens[from]?.start ?? 0) > mention.start) from--;
		while (from < tokens.length && (tokens[from]?.end ?? 0) <= mention.start) from++;
		if (!alone(tokens[from], mention)) continue;
		let to = from;
		while (to < tokens.length && (tokens[to]?.start ?? Infinity) < mention.end) to++;
		if (to > from && tokens[to - 1]?.w === "'s") to--;
		if (to > from) found.push({ from, to, index, mention });
	}
	return found;
}

/** Takes a sentence apart: tokens, mentions, triggers and hedges. */
export function parseSentence(
	layout: Layout,
	index: number,
	table: TokenTable,
	{ mentions, indexes, quotations }: Around,
	lexicon: CompiledTriggers
): Parsed {
	const sentence = layout.sentences[index] ?? { start: 0, end: 0, block: 0 };
	const content = layout.blocks[sentence.block]?.content ?? sentence;
	const start = Math.max(sentence.start, Math.min(content.start, sentence.end));
	const tokens = readAmounts(table.ofSentence({ start, end: sentence.end }));
	const words = tokens.map(({ word, w }) => (word ? w : ''));
	const named = namedIn(tokens, mentions, indexes);
	return {
		index,
		tokens,
		named,
		endingAt: new ByToken(tokens.length, named, (one) => one.to - 1),
		startingAt: new ByToken(tokens.length, named, (one) => one.from),
		hits: hitsIn(tokens, words, named, lexicon),
		// "signed in May": the month.
		hedges: hedgesIn(words, lexicon).filter(
			({ from }) => !(from > 0 && words[from] === 'may' && tokens[from]?.capital)
		),
		speakerAt: (at) => {
			const token = tokens[at];
			const quote = token && quotations.find((one) => one.start <= token.start && token.end <= one.end);
			const mention = quote?.speaker == null ? undefined : mentions[quote.speaker];
			return mention && quote?.speaker != null ? { from: at, to: at, index: quote.speaker, mention } : null;
		},
		lexicon
	};
}

/** "The United States does not support": no word of a longer name is a verb. */
function isInName(named: readonly Named[], at: number): boolean {
	return named.some(({ from, to, mention }) => from <= at && at < to && to - from > 1 && mention.via !== 'joint');
}

/** "aboard Air Force One": a capital before another one, in a line of small letters. */
function isNameWord(tokens: readonly Token[], at: number): boolean {
	const [before, next] = [tokens[at - 1], tokens[at + 1]];
	return before?.word === true && !before.capital && next?.word === true && next.capital;
}

/** What the triggers that begin at a token can be there. */
function hitsOf(tokens: readonly Token[], at: number, matches: readonly Match<Entry<Trigger>>[]): Hit[] {
	const hits: Hit[] = [];
	for (const { values, end } of matches) {
		for (const value of values) {
			const hit = hitOf(tokens, at, end, value);
			if (hit) hits.push(hit);
		}
	}
	return hits;
}

function hitsIn(
	tokens: readonly Token[],
	words: readonly string[],
	named: readonly Named[],
	lexicon: CompiledTriggers
): Hit[] {
	const hits: Hit[] = [];
	for (let at = 0; at < tokens.length; at++) {
		if (tokens[at]?.capital && (isInName(named, at) || isNameWord(tokens, at))) continue;
		const matches = allMatches(lexicon.triggers, words, at);
		if (matches.length === 0) continue;
		const all = hitsOf(tokens, at, matches);
		if (all.length === 0) continue;
		const verbs = all.filter((hit) => !hit.entry.noun);
		// "Kenya's warning that": after a possessor it is the noun.
		const owned = (wordAt(tokens, at - 1) === "'s" || ofAdjective(tokens, named, at)) && all.length > verbs.length;
		// "offered no apology": what was not had is said by more words than the verb.
		const longest = Math.max(0, ...verbs.map((hit) => hit.to));
		const lacks = all.filter(
			(hit) => hit.entry.noun && (tellsMore(hit, longest) || tellsOf(named, hit) || saysNone(tokens, hit, verbs))
		);
		const found = verbs.length > 0 && !owned ? [...lacks, ...verbs] : all.filter((hit) => !owned || hit.entry.noun);
		hits.push(...found);
		at = Math.max(at, ...found.map((hit) => hit.to - 1));
	}
	return hits;
}

const tellsMore = ({ entry, to }: Hit, longest: number): boolean => entry.class === 'disagree' && to > longest;

/** "gave no such undertaking", "was not resolved": the same words as a verb of deeds or views, of what is denied. */
const saysNone = (tokens: readonly Token[], { entry, from, to }: Hit, verbs: readonly Hit[]): boolean =>
	entry.class === 'disagree' &&
	verbs.every((verb) => verb.to === to && verb.entry.class !== 'disagree') &&
	tokens.slice(from, to).some(({ w }) => NEGATORS.has(w));

/** "worries Kenya": of whom it names behind it, and no verb of who worries. */
function tellsOf(named: readonly Named[], { entry, to }: Hit): boolean {
	return entry.whose === 'after' && entry.class === 'stance' && named.some(({ from }) => from === to);
}

/** "a Kenyan call": behind an article and an adjective stands a noun. */
function ofAdjective(tokens: readonly Token[], named: readonly Named[], at: number): boolean {
	const adjective = named.find(({ to, mention }) => to === at && mention.via === 'adjective');
	if (adjective === undefined) return false;
	const before = wordAt(tokens, adjective.from - 1);
	// "the Kenyan claim that", "Kenyan fears that"; "the Japanese claim that" may have the people as its subject.
	const unlike = /(?:an|i)$/.test(wordAt(tokens, at - 1)) && (before === 'the' || before === '');
	return unlike || ['a', 'an', 'another', 'any', 'no'].includes(before);
}

/** "The brandy dispute was", "a dispute over": the noun, which denies nothing. */
function isNoun(words: readonly string[], at: number): boolean {
	if (!/^disputes?$/.test(words[at] ?? '')) return false;
	const next = words[at + 1] ?? '';
	const article = [1, 2, 3].some((back) => DETERMINERS.has(words[at - back] ?? '') || words[at - back] === "'s");
	const verb = next === 'that' || next === 'having' || DETERMINERS.has(next);
	return (article || at === 0) && !verb;
}

function hedgesIn(words: readonly string[], lexicon: CompiledTriggers): HedgeHit[] {
	const hits: HedgeHit[] = [];
	for (let at = 0; at < words.length; at++) {
		const match = longestMatch(lexicon.hedges, words, at);
		if (!match) continue;
		// "the disputed islands": an adjective, which denies nothing.
		const adjective = match.end === at + 1 && (words[at] ?? '').endsWith('ed') && DETERMINERS.has(words[at - 1] ?? '');
		for (const { entry } of match.values)
			if (!(adjective || isNoun(words, at)) || entry.effect !== 'negated')
				hits.push({ from: at, to: match.end, entry });
		at = match.end - 1;
	}
	return hits;
}

/** "press conference", "press pool": no verb. */
const PRESS = wordSet(
	'pool conference conferences corps briefing briefings release releases statement secretary office freedom reports'
);

function hitOf(tokens: readonly Token[], from: number, to: number, { entry, forms }: Entry<Trigger>): Hit | null {
	if (entry.noun) return { from, to, entry, forms: ['noun'], passive: false };
	if (forms.size === 0) return { from, to, entry, forms: ['past'], passive: false };
	if (wordAt(tokens, from) === 'press' && PRESS.has(wordAt(tokens, to))) return null;
	let head = from;
	while (head < to && !forms.has(wordAt(tokens, head))) head++;
	const possible = forms.get(wordAt(tokens, head)) ?? [];
	const usable = verbForms(tokens, from, possible);
	if (usable.length === 0) return null;
	return { from, to, entry, forms: usable, passive: usable.includes('participle') && afterBe(tokens, from) };
}

/** The last word before `at` that is no adverb or denial. */
export function beforeAdverbs(tokens: readonly Token[], at: number): number {
	let before = at - 1;
	while (before >= 0 && isAdverb(wordAt(tokens, before)) && wordAt(tokens, before) !== '') before--;
	return before;
}

function afterBe(tokens: readonly Token[], from: number): boolean {
	return BE.has(wordAt(tokens, beforeAdverbs(tokens, from)));
}

/** A verb's forms that fit what stands before it: after "the" or "of" it is a noun, and no trigger. */
function verbForms(tokens: readonly Token[], from: number, forms: Form[]): Form[] {
	const at = beforeAdverbs(tokens, from);
	const before = wordAt(tokens, at);
	const nominal =
		(DETERMINERS.has(before) && before !== 'both' && before !== 'all' && before !== 'that') || before === "'s";
	if (forms.includes('ing')) return nominal && before !== "'s" ? [] : forms;
	if (forms.includes('base') || forms.includes('s')) {
		if (MODALS.has(before) || DO.has(before) || before === 'to') return forms.filter((form) => form === 'base');
		// "to be set up": after "be" only the participle of the same letters.
		// "received guarantees that": after a past it is a noun in the plural.
		if (forms.every((form) => form === 's') && before.endsWith('ed')) return [];
		if (BE.has(before)) return forms.filter((form) => form === 'participle');
		return nominal || PREPOSITIONS.has(before) ? [] : forms;
	}
	return nominal ? [] : forms;
}
