import type { Ask, Fact } from '../facts/fact-schema.ts';
import type { Confusion } from '../facts/vocabulary.ts';
import { CONFUSIONS } from '../facts/vocabulary.ts';
import type { Catalog } from './catalog.ts';
import type { Candidate, Draft } from './draft.ts';
import { poolFor } from './pools.ts';

const MOST_TYPED_WORDS = 4;

/** The drafts of the questions that a teacher wrote into a fact. */
export function draftsFromAsks(catalog: Catalog, fact: Fact): Draft[] {
	return fact.asks.map((ask) => ({
		id: `${fact.id}.${ask.slot}`,
		origin: 'ask',
		facts: [fact],
		topic: fact.topic,
		importance: fact.importance,
		relation: ask.relation,
		question: ask.question,
		key: ask.key,
		feedback: ask.feedback,
		ask: {
			type: ask.type,
			answer: {
				type: ask.type,
				text: ask.key,
				value: ask.value,
				unit: ask.unit,
				accept: ask.accept,
				near: ask.near
			},
			cloze: ask.cloze === undefined ? undefined : splitCloze(ask.cloze),
			candidates: candidatesOf(catalog, fact, ask),
			typed: ask.typed ?? (ask.type !== 'phrase' && ask.key.split(/\s+/).length <= MOST_TYPED_WORDS)
		},
		fixed: []
	}));
}

/** The sentence before and after the gap. */
export function splitCloze(sentence: string): { before: string; after: string } {
	const start = sentence.indexOf('{{');
	const end = sentence.indexOf('}}');
	return { before: sentence.slice(0, start), after: sentence.slice(end + 2) };
}

/** The written distractors first, then those that the bank itself offers for a key of this type. */
function candidatesOf(catalog: Catalog, fact: Fact, ask: Ask): Candidate[] {
	const written = CONFUSIONS.flatMap((confusion: Confusion) =>
		(ask.distractors[confusion] ?? []).map((text): Candidate => ({ text, confusion }))
	);
	return [...written, ...poolFor(catalog, fact, ask, written.length)];
}
