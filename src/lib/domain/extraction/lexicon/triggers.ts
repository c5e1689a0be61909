import * as v from 'valibot';
import { inflect, type Form } from '../propositions/inflect.ts';
import { addPattern, readPattern, trieNode, type TrieNode } from '../propositions/trie.ts';
import type { CompiledTopics } from './topics.ts';

/** What a trigger does with its holder: decides the act. */
export const TRIGGER_CLASSES = [
	'agree',
	'commit',
	'stance',
	'request',
	'report',
	'welcome',
	'action',
	'future',
	'duty',
	'disagree',
	'cause'
] as const;
export type TriggerClass = (typeof TRIGGER_CLASSES)[number];

const text = v.pipe(v.string(), v.trim(), v.minLength(1));
const triggerSchema = v.strictObject({
	id: text,
	/** "{agree}" inflects, "~" is a gap of up to three words, "(on|about)" are alternatives. */
	pattern: text,
	class: v.picklist(TRIGGER_CLASSES),
	stance: text,
	/** to, that, clause, np, ing, none, or a preposition: what may follow it; within: what its first word and its last enclose. */
	takes: v.pipe(v.array(text), v.minLength(1)),
	/** A noun stands for the act: "opposition to". */
	noun: v.optional(v.boolean(), false),
	/** It says what is not so: "denied", "ruled out". */
	denies: v.optional(v.boolean(), false),
	/** It says what is only meant to be: "plans to". */
	hedges: v.optional(v.boolean(), false),
	/** cause only: which side of the link is the cause. */
	cause: v.optional(v.picklist(['before', 'after'])),
	/** change: a cause whose effect must hold a word of change; as: a view whose content must say "as" what; talks: a failure of talks or of a deal. */
	/** verdict: a finding whose content must hold a word of opinion: "finds the ban unacceptable". */
	/** to: a link whose content must say to what; lead: a noun after "at", "over", "despite", whose clause is what it is about. */
	needs: v.optional(v.picklist(['change', 'as', 'talks', 'to', 'lead', 'verdict'])),
	/** Whose it is stands right behind it: "drew a protest from". */
	whose: v.optional(v.literal('after')),
	confidence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.9),
	test: text,
	content: v.optional(text),
	act: v.optional(v.picklist(['agreement', 'commitment', 'position', 'non-agreement', 'cause', 'none'])),
	/** Of the test, where it is not affirmed. */
	polarity: v.optional(v.picklist(['negated', 'hedged']))
});
export const triggersSchema = v.strictObject({
	version: v.literal(1),
	/** Verbs, in their base form, that may go on a list of things agreed: "agreed to X and to Y". */
	actions: v.array(text),
	/** Verbs after "will" that announce no commitment: travel, meet, remain. */
	idle: v.array(text),
	/** Words of an opinion: a reported clause with one of them is a position. */
	opinion: v.array(text),
	/** Verbs, in their base form, of what states and ministers do without holding a view: "hosts", "exports". */
	viewless: v.array(text),
	/** Verbs after "will" that tell an event and no opinion: "will take effect", "will begin". */
	events: v.array(text),
	/** Words of a change for the worse or of a stop: with them "after" and "following" are causes. */
	change: v.array(text),
	/** What is a result when both sides welcome or announce it. */
	results: v.array(text),
	triggers: v.array(triggerSchema)
});
const hedgeSchema = v.strictObject({
	id: text,
	pattern: text,
	effect: v.picklist(['negated', 'hedged', 'none']),
	/** complement: what follows it (to, -ing, that, a noun); clause: its own clause; sentence: wherever it stands. */
	scope: v.picklist(['complement', 'clause', 'sentence']),
	test: text,
	polarity: v.optional(v.picklist(['affirmed', 'negated', 'hedged', 'none']))
});
export const hedgesSchema = v.strictObject({ version: v.literal(1), hedges: v.array(hedgeSchema) });

export type Trigger = v.InferOutput<typeof triggerSchema>;
export type Hedge = v.InferOutput<typeof hedgeSchema>;
export type TriggersLexicon = v.InferOutput<typeof triggersSchema>;
export type HedgesLexicon = v.InferOutput<typeof hedgesSchema>;

export interface Entry<T> {
	entry: T;
	/** The forms of the word in braces; empty for nouns and fixed phrases. */
	forms: ReadonlyMap<string, Form[]>;
}
export interface CompiledTriggers {
	triggers: TrieNode<Entry<Trigger>>;
	hedges: TrieNode<Entry<Hedge>>;
	actions: ReadonlySet<string>;
	idle: ReadonlySet<string>;
	opinion: ReadonlySet<string>;
	/** With their forms of the present. */
	viewless: ReadonlySet<string>;
	events: ReadonlySet<string>;
	change: ReadonlySet<string>;
	results: ReadonlySet<string>;
}

/** What `findPropositions` reads: triggers with hedges, and topics. */
export interface CompiledPropositions {
	triggers: CompiledTriggers;
	topics: CompiledTopics;
}

/** Puts triggers, hedges and topics together for `findPropositions`. */
export function compilePropositions(
	triggers: TriggersLexicon,
	hedges: HedgesLexicon,
	topics: CompiledTopics
): CompiledPropositions {
	return { triggers: compileTriggers(triggers, hedges), topics };
}

function formsOf(pattern: string): ReadonlyMap<string, Form[]> {
	const lemmas = /\{([^}]{1,1000})\}/.exec(pattern)?.[1]?.split('|') ?? [];
	return new Map(lemmas.flatMap((lemma) => [...inflect(lemma)]));
}

function trieOf<T extends { pattern: string }>(entries: readonly T[]): TrieNode<Entry<T>> {
	const root = trieNode<Entry<T>>();
	const allForms = (lemma: string) => [...inflect(lemma).keys()];
	for (const entry of entries) {
		addPattern(root, readPattern(entry.pattern, allForms), { entry, forms: formsOf(entry.pattern) });
	}
	return root;
}

/** Makes the tries that sentences are read with; the lexicons are checked by their schemas before. */
export function compileTriggers(triggers: TriggersLexicon, hedges: HedgesLexicon): CompiledTriggers {
	return {
		triggers: trieOf(triggers.triggers),
		hedges: trieOf(hedges.hedges),
		actions: new Set(triggers.actions),
		idle: new Set(triggers.idle),
		opinion: new Set(triggers.opinion),
		viewless: presentForms(triggers.viewless),
		events: new Set(triggers.events),
		change: new Set(triggers.change),
		results: new Set(triggers.results)
	};
}

/** "host" and "hosts". */
function presentForms(lemmas: readonly string[]): ReadonlySet<string> {
	const isPresent = (forms: readonly Form[]) => forms.includes('base') || forms.includes('s');
	return new Set(
		lemmas.flatMap((lemma) => [...inflect(lemma)].flatMap(([word, forms]) => (isPresent(forms) ? word : [])))
	);
}
