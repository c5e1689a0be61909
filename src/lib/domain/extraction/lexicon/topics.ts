import * as v from 'valibot';
import { tokenise } from '../propositions/tokens.ts';
import { addPattern, trieNode, type TrieNode } from '../propositions/trie.ts';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const topicSchema = v.strictObject({
	id: v.pipe(text, v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
	label: text,
	/** 3 for a topic that a single word decides ("Taiwan"), 1 for one that yields to any other ("the relationship"). */
	weight: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(5)), 2),
	/** Words and phrases in lower case; "*" at the end stands for any ending. */
	words: v.pipe(v.array(text), v.minLength(1)),
	/** Words that hint at it and yield to any other topic's: they weigh a third. */
	weak: v.optional(v.array(text), []),
	/** Words that stand for it once the article has named it ("the island"), and else only hint at it. */
	echoes: v.optional(v.array(text), []),
	test: text
});
export const topicsSchema = v.strictObject({ version: v.literal(1), topics: v.array(topicSchema) });
export type TopicsLexicon = v.InferOutput<typeof topicsSchema>;

export interface Weighted {
	topic: string;
	weight: number;
	/** It weighs this where the article names the topic by another word. */
	echo?: number;
	/** It names the topic, and is no hint. */
	strong?: boolean;
}
export interface CompiledTopics {
	words: TrieNode<Weighted>;
	/** Beginnings of at least four letters ("semiconductor*"), by their first four. */
	stems: ReadonlyMap<string, (Weighted & { stem: string })[]>;
	labels: ReadonlyMap<string, string>;
}

/** How much a hint weighs beside a word of the topic. */
const WEAK = 0.35;
/** How much it weighs where the article does not. */
const UNNAMED = 0.12;
/** How much a word that echoes a topic weighs where the article names it. */
const ECHO = 0.6;

/** Makes what `topicOf` reads; a longer phrase weighs more than a word. */
export function compileTopics(lexicon: TopicsLexicon): CompiledTopics {
	const root = trieNode<Weighted>();
	const stems = new Map<string, (Weighted & { stem: string })[]>();
	const add = (topic: string, weight: number, phrase: string, hint?: 'weak' | 'echo') => {
		if (phrase.endsWith('*') && !phrase.includes(' ')) {
			const stem = phrase.slice(0, -1);
			const key = stem.slice(0, 4);
			stems.set(key, [...(stems.get(key) ?? []), { topic, weight: hint ? weight * WEAK : weight, stem }]);
			return;
		}
		const parts = tokensOf(phrase);
		const whole = weight * (1 + 0.25 * (parts.length - 1));
		const weighted = {
			topic,
			weight: hint === 'echo' ? whole * UNNAMED : hint ? whole * WEAK : whole,
			strong: !hint,
			...(hint === 'echo' ? { echo: weight * ECHO } : {})
		};
		addPattern(
			root,
			parts.map((word) => ({ words: [word] })),
			weighted
		);
	};
	for (const { id, weight, words, weak, echoes } of lexicon.topics) {
		for (const phrase of words) add(id, weight, phrase);
		for (const phrase of weak) add(id, weight, phrase, 'weak');
		for (const phrase of echoes) add(id, weight, phrase, 'echo');
	}
	return { words: root, stems, labels: new Map(lexicon.topics.map(({ id, label }) => [id, label])) };
}

/** The words of a phrase as a text's are read: "china's system" is three. */
function tokensOf(phrase: string): string[] {
	return tokenise(phrase.toLowerCase(), { start: 0, end: phrase.length }).map(({ w }) => w);
}
