import type { Layout, Span } from '#lib/domain/articles/types.ts';
import { firstAtOrAfter } from '../found.ts';
import type { CompiledTopics } from '../lexicon/topics.ts';
import { tokenise, type Token } from './tokens.ts';
import { longestMatch } from './trie.ts';
import { ADVERBS, AUXILIARIES, DETERMINERS, NEGATORS, PREPOSITIONS, PRONOUNS } from './words.ts';

/** What a topic may be told from besides the words of a stretch itself. */
export interface TopicContext {
	/** The sentence around it. */
	sentence?: Span;
	/** The words of the heading or label above it. */
	section?: string;
	/** What was last spoken of, and whether in the same paragraph. */
	before?: { topic: string; near: boolean };
	/** The topic of the article's headline. */
	headline?: string;
	/** Topics that the article names somewhere: "the island" then speaks of them. */
	named?: ReadonlySet<string>;
	/** Names of people and the like, whose words tell nothing: sorted. */
	names?: readonly Span[];
}
type Scores = Map<string, number>;
/** What one topic's words weigh together, and the heaviest of them. */
interface Weighed {
	sum: number;
	most: number;
}

const EMPTY = [ADVERBS, AUXILIARIES, DETERMINERS, NEGATORS, PREPOSITIONS, PRONOUNS];
/** How many words of an unknown topic are kept. */
const KEY_WORDS = 4;
/** Words after one of these are an aside: they weigh less. */
const ASIDE = new Set([
	'that',
	'which',
	'who',
	'whose',
	'where',
	'after',
	'before',
	'because',
	'while',
	'when',
	'since'
]);
const ASIDE_WEIGHT = 0.45;
/** Further words of a topic add less than its heaviest: three words of soldiers do not outweigh one name. */
const FURTHER = 0.45;
/** What was spoken of before in the paragraph, before it, and in the headline. */
const [NEAR, FAR, HEADLINE] = [1, 0.2, 0.4];
/** A topic that weighs this much in the words themselves needs no help. */
const SURE = 1.7;

/** The further on a word stands, the less it weighs: the whole at first, the half from the fifteenth word on. */
function early(at: number): number {
	return 1 - Math.min(at, 15) / 30;
}

function score(tokens: readonly Token[], topics: CompiledTopics, named?: ReadonlySet<string>): Scores {
	const found = new Map<string, Weighed>();
	const word = (at: number) => tokens[at]?.w ?? '';
	let share = 1;
	for (let at = 0; at < tokens.length; at++) {
		if (at > 1 && ASIDE.has(word(at))) share = ASIDE_WEIGHT;
		const factor = share * early(at);
		const match = longestMatch(topics.words, word, at);
		for (const { topic, weight, echo } of match?.values ?? []) {
			add(found, topic, factor * (echo && named?.has(topic) ? echo : weight));
		}
		if (match) {
			at = match.end - 1;
			continue;
		}
		for (const { stem, topic, weight } of topics.stems.get(word(at).slice(0, 4)) ?? []) {
			if (word(at).startsWith(stem)) add(found, topic, weight * factor);
		}
	}
	return new Map(Array.from(found, ([topic, { sum, most }]) => [topic, most + FURTHER * (sum - most)]));
}

function add(found: Map<string, Weighed>, topic: string, weight: number): void {
	const { sum, most } = found.get(topic) ?? { sum: 0, most: 0 };
	found.set(topic, { sum: sum + weight, most: Math.max(most, weight) });
}

/** The topics that a text names with their own words: later ones may stand for them ("the island"). */
export function namedTopics(layout: Layout, topics: CompiledTopics): Set<string> {
	const tokens = tokenise(layout.article.normal, { start: 0, end: layout.article.normal.length });
	const named = new Set<string>();
	for (let at = 0; at < tokens.length; at++) {
		const match = longestMatch(topics.words, (i) => tokens[i]?.w ?? '', at);
		for (const { topic, strong } of match?.values ?? []) if (strong) named.add(topic);
		if (match) at = match.end - 1;
	}
	return named;
}

function best(scores: ReadonlyMap<string, number>): string | null {
	let found: string | null = null;
	let most = 0;
	for (const [topic, weight] of scores) {
		if (weight > most) [found, most] = [topic, weight];
	}
	return found;
}

/** Singular and split copies of hyphenated words are looked up too: "military-to-military" is military. */
function spread(tokens: readonly Token[], topics: CompiledTopics): Token[] {
	return tokens.flatMap((token) => {
		const parts = token.w.split('-');
		return parts.length > 1 && !topics.words.next.has(token.w)
			? [token, ...parts.map((w) => ({ ...token, w }))]
			: [token];
	});
}

/** The first run of content words: the key phrase of a topic that nobody knows. */
export function keyPhrase(text: string, tokens: readonly Token[]): string | null {
	const isContent = (token: Token | undefined) =>
		token !== undefined && token.word && !EMPTY.some((set) => set.has(token.w));
	const from = tokens.findIndex((token, at) => isContent(token) && (at > 0 || tokens.length < 3));
	if (from < 0) return null;
	let to = from;
	while (to + 1 < tokens.length && to - from + 1 < KEY_WORDS && isContent(tokens[to + 1])) to++;
	const [first, last] = [tokens[from], tokens[to]];
	return first && last ? text.slice(first.start, last.end) : null;
}

/** Tokens outside the names: "Moon Jae-in" is nothing in space. */
function unnamed(tokens: readonly Token[], names: readonly Span[]): Token[] {
	let at = Math.max(0, firstAtOrAfter(names, tokens[0]?.start ?? 0) - 1);
	return tokens.filter((token) => {
		while (at < names.length && (names[at]?.end ?? 0) <= token.start) at++;
		return !((names[at]?.start ?? Infinity) <= token.start);
	});
}

function scoreSpan(
	layout: Layout,
	span: Span,
	topics: CompiledTopics,
	{ names = [], named }: Pick<TopicContext, 'names' | 'named'> = {}
): Scores {
	return score(spread(unnamed(tokenise(layout.article.normal, span), names), topics), topics, named);
}

function scoreWords(words: string | undefined, topics: CompiledTopics): Scores {
	if (!words) return new Map();
	const normal = words.replace(/[’‘]/g, "'");
	return score(spread(tokenise(normal, { start: 0, end: normal.length }), topics), topics);
}

function mix(into: Scores, other: ReadonlyMap<string, number>, factor: number, most: number): void {
	for (const [topic, weight] of other) into.set(topic, (into.get(topic) ?? 0) + Math.min(most, weight * factor));
}

/** The topic that a stretch's own words tell, or null. */
export function ownTopic(
	layout: Layout,
	span: Span,
	topics: CompiledTopics,
	names: readonly Span[] = []
): string | null {
	const scores = scoreSpan(layout, span, topics, { names });
	const topic = best(scores);
	return topic !== null && (scores.get(topic) ?? 0) >= 0.8 ? topic : null;
}

/**
 * The topic of what was agreed or held: that whose words weigh most in it, the first ones more than asides. Where its
 * own words say little, the heading, the rest of the sentence and what was spoken of before are asked as well; failing
 * all, the headline; else "other" with the key phrase in the text's words.
 */
export function topicIn(
	layout: Layout,
	span: Span,
	context: TopicContext,
	topics: CompiledTopics
): { topic: string; words: string | null } {
	const scores = scoreSpan(layout, span, topics, context);
	const own = best(scores);
	if (own !== null && (scores.get(own) ?? 0) >= SURE) return { topic: own, words: null };
	mix(scores, scoreWords(context.section, topics), 0.6, 2);
	if (context.sentence) mix(scores, scoreSpan(layout, context.sentence, topics, context), 0.4, 1.2);
	if (context.before) mix(scores, new Map([[context.before.topic, context.before.near ? NEAR : FAR]]), 1, 1);
	if (context.headline) mix(scores, new Map([[context.headline, HEADLINE]]), 1, 1);
	const topic = best(scores);
	if (topic !== null) return { topic, words: null };
	return { topic: 'other', words: keyPhrase(layout.article.text, tokenise(layout.article.normal, span)) };
}

/** The topic of a stretch of text by its own words; failing them, by its section's heading; else "other". */
export function topicOf(
	layout: Layout,
	span: Span,
	sectionOf: string | undefined,
	topics: CompiledTopics
): { topic: string; words: string | null } {
	return topicIn(layout, span, sectionOf === undefined ? {} : { section: sectionOf }, topics);
}
