import type { Span } from '#lib/domain/articles/types.ts';
import type { Polarity } from '#lib/domain/extraction/types.ts';
import type { Modality } from '#lib/domain/facts/vocabulary.ts';

export const ACTS = ['agreement', 'commitment', 'position', 'non-agreement', 'cause'] as const;
export type Act = (typeof ACTS)[number];

/** Something that a sentence says was agreed, promised, held, not agreed or caused. */
export interface Proposition extends Span {
	sentence: number;
	act: Act;
	/** e.g. oppose, support, urge, warn, assert, demand, pledge, resume. */
	stance: string;
	trigger: Span;
	triggerId: string;
	/** Index into the mentions; null where no subject was found: still proposed, with lower confidence. */
	subject: number | null;
	/** Whose it is, resolved; "both" where the sides hold it together. */
	holder: { id: string; name: string } | null;
	/** What was agreed or held: the clause after the trigger, without the trigger and its complementiser. */
	content: Span;
	/** What introduces it where that stands in another sentence, before a list: "agreed to", "did not". */
	lead?: string;
	cause?: Span;
	effect?: Span;
	polarity: Polarity;
	modality: Modality;
	topic: string;
	/** The key phrase where the topic is "other". */
	topicWords: string | null;
	rule: string;
	confidence: number;
	/** In words, for a person who asks why. */
	why: string;
}

/** A proposition before its topic is known. */
export type Draft = Omit<Proposition, 'topic' | 'topicWords'>;
