import type { Layout, Span } from '#lib/domain/articles/types.ts';
import { firstAtOrAfter } from '../spans.ts';
import type { CompiledTopics, Weighted } from '../lexicon/topics.ts';
import { tokenise, type Token, type TokenTable } from './tokens.ts';
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
}
type Scores = ReadonlyMap<string, number>;
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
const SURE = 2.6;

/** The further on a word stands, the less it weighs: the whole at first, the half from the fifteenth word on. */
function early(at: number): number {
	return 1 - Math.min(at, 15) / 30;
}

/** What the topics know of a word, looked up once for all stretches in which it stands. */
interface TopicWord {
	w: string;
	aside: boolean;
	/** It may begin a phrase of a topic. */
	opens: boolean;
	/** The beginnings of words that it begins with. */
	stems: readonly (Weighted & { stem: string })[];
	/** The words of a hyphenated one, which are looked up too: "military-to-military" is military. */
	parts: readonly TopicWord[];
}
type Lookup = (word: string) => TopicWord;
const NO_WORDS: readonly never[] = [];

/** Looks up what the topics know of a word. */
function lookUp(topics: CompiledTopics): Lookup {
	const known = new Map<string, TopicWord>();
	const of: Lookup = (w) => {
		const before = known.get(w);
		if (before) return before;
		const opens = topics.words.next.has(w);
		const stems = topics.stems.get(w.slice(0, 4))?.filter(({ stem }) => w.startsWith(stem)) ?? NO_WORDS;
		const parts = w.includes('-') && !opens ? w.split('-').map(of) : NO_WORDS;
		const word = { w, aside: ASIDE.has(w), opens, stems, parts };
		known.set(w, word);
		return word;
	};
	return of;
}

function score(words: readonly TopicWord[], topics: CompiledTopics, named?: ReadonlySet<string>): Scores {
	const found = new Map<string, Weighed>();
	let letters: readonly string[] | null = null;
	let share = 1;
	for (let at = 0; at < words.length; at++) {
		const word = words[at];
		if (!word) break;
		if (at > 1 && word.aside) share = ASIDE_WEIGHT;
		const match = word.opens ? longestMatch(topics.words, (letters ??= words.map(({ w }) => w)), at) : null;
		if (match) {
			const factor = share * early(at);
			for (const { topic, weight, echo } of match.values)
				add(found, topic, factor * (echo && named?.has(topic) ? echo : weight));
			at = match.end - 1;
			continue;
		}
		for (const { topic, weight } of word.stems) add(found, topic, weight * (share * early(at)));
	}
	const scores = new Map<string, number>();
	for (const [topic, { sum, most }] of found) scores.set(topic, most + FURTHER * (sum - most));
	return scores;
}

function add(found: Map<string, Weighed>, topic: string, weight: number): void {
	const before = found.get(topic);
	if (before === undefined) found.set(topic, { sum: weight, most: Math.max(0, weight) });
	else {
		before.sum += weight;
		before.most = Math.max(before.most, weight);
	}
}

/** The topics that words name with their own words: later ones may stand for them ("the island"). */
function namedIn(words: readonly string[], topics: CompiledTopics): Set<string> {
	const named = new Set<string>();
	for (let at = 0; at < words.length; at++) {
		const match = longestMatch(topics.words, words, at);
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

/** The words of tokens, and those of hyphenated ones behind them. */
function wordsOf(tokens: readonly Token[], of: Lookup): TopicWord[] {
	const words: TopicWord[] = [];
	for (const { w } of tokens) {
		const word = of(w);
		words.push(word);
		for (const part of word.parts) words.push(part);
	}
	return words;
}

/** The first run of content words: the key phrase of a topic that nobody knows. */
function keyPhrase(text: string, tokens: readonly Token[]): string | null {
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
function unnamed(tokens: readonly Token[], names: readonly Span[]): readonly Token[] {
	let at = Math.max(0, firstAtOrAfter(names, tokens[0]?.start ?? 0) - 1);
	if ((names[at]?.start ?? Infinity) > (tokens.at(-1)?.start ?? 0)) return tokens;
	return tokens.filter((token) => {
		while (at < names.length && (names[at]?.end ?? 0) <= token.start) at++;
		return !((names[at]?.start ?? Infinity) <= token.start);
	});
}

function mix(into: Map<string, number>, other: ReadonlyMap<string, number>, factor: number, most: number): void {
	for (const [topic, weight] of other) raise(into, topic, Math.min(most, weight * factor));
}

function raise(scores: Map<string, number>, topic: string, by: number): void {
	scores.set(topic, (scores.get(topic) ?? 0) + by);
}

/** Tells the topics of stretches of one article. */
export interface TopicReader {
	/** The topic that a stretch's own words tell, or null. */
	own(span: Span): string | null;
	/**
	 * The topic of what was agreed or held: that whose words weigh most in it, the first ones more than asides. Where its
	 * own words say little, the heading, the rest of the sentence and what was spoken of before are asked as well; failing
	 * all, the headline; else "other" with the key phrase in the text's words.
	 */
	within(span: Span, context: TopicContext): Topical;
	/** The topic of a stretch by its own words, names and all; failing them, by its section's heading; else "other". */
	of(span: Span, section: string | undefined): Topical;
}
export interface Topical {
	topic: string;
	/** The key phrase of a topic that nobody knows. */
	words: string | null;
}

/**
 * Makes what tells the topics of an article.
 * @param tokens of the article
 * @param names of people and the like, whose words tell nothing: sorted
 */
export function topicReader(
	{ article: { text } }: Layout,
	tokens: TokenTable,
	names: readonly Span[],
	topics: CompiledTopics
): TopicReader {
	const named = namedIn(
		tokens.in({ start: 0, end: text.length }).map(({ w }) => w),
		topics
	);
	const of = lookUp(topics);
	const withNames = scorer((span) => score(wordsOf(tokens.in(span), of), topics));
	const withoutNames = scorer((span) => score(wordsOf(unnamed(tokens.in(span), names), of), topics));
	const withEchoes = scorer((span) => score(wordsOf(unnamed(tokens.in(span), names), of), topics, named));
	const ofHeading = headingScorer(topics, of);
	const told = (span: Span, of: (span: Span) => Scores, context: TopicContext): Topical => {
		const own = of(span);
		const most = best(own);
		if (most !== null && (own.get(most) ?? 0) >= SURE) return { topic: most, words: null };
		const scores = new Map(own);
		if (context.section) mix(scores, ofHeading(context.section), 0.6, 2);
		if (context.sentence) mix(scores, of(context.sentence), 0.4, 1.2);
		if (context.before) raise(scores, context.before.topic, context.before.near ? NEAR : FAR);
		if (context.headline) raise(scores, context.headline, HEADLINE);
		const topic = best(scores);
		return topic === null ? { topic: 'other', words: keyPhrase(text, tokens.in(span)) } : { topic, words: null };
	};
	return {
		own(span) {
			const scores = withoutNames(span);
			const topic = best(scores);
			return topic !== null && (scores.get(topic) ?? 0) >= 0.8 ? topic : null;
		},
		within: (span, context) => told(span, withEchoes, context),
		of: (span, section) => told(span, withNames, section === undefined ? {} : { section })
	};
}

/** Scores each stretch once. */
function scorer(scoreOf: (span: Span) => Scores): (span: Span) => Scores {
	const known = new Map<number, Map<number, Scores>>();
	return (span) => {
		const from = known.get(span.start) ?? new Map<number, Scores>();
		if (from.size === 0) known.set(span.start, from);
		const before = from.get(span.end);
		if (before) return before;
		const scores = scoreOf(span);
		from.set(span.end, scores);
		return scores;
	};
}

/** Scores the words of headings, each once. */
function headingScorer(topics: CompiledTopics, of: Lookup): (heading: string) => Scores {
	const known = new Map<string, Scores>();
	return (heading) => {
		const normal = heading.replace(/[’‘]/g, "'");
		const scores = known.get(heading) ?? score(wordsOf(tokenise(normal, { start: 0, end: normal.length }), of), topics);
		known.set(heading, scores);
		return scores;
	};
}
