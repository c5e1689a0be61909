import type { Span } from '#lib/domain/articles/types.ts';
import type { Polarity } from '#lib/domain/extraction/types.ts';
import type { Modality } from '#lib/domain/facts/vocabulary.ts';
import type { Holder } from '../propositions/reading.ts';
import type { Proposition } from '../propositions/types.ts';

/** Whose words a stretch of text gives. */
export interface Voice {
	/** Index into the mentions. */
	subject: number;
	holder: Holder;
	/** The country that is spoken for, where it is known. */
	party: string | null;
	/** 0 to 1. */
	sure: number;
}

/** How a clause comes under a voice. */
export type Manner =
	'said' | 'held' | 'quoted' | 'view' | 'line' | 'listed' | 'listed-verb' | 'goes-on' | 'author' | 'present';

/** A run of a sentence's tokens that is somebody's words. */
export interface Frame {
	voice: Voice;
	manner: Manner;
	from: number;
	/** Where its subject stands before an aside: "The controls, Wang said, must go". */
	start?: number;
	/** Exclusive. */
	to: number;
	/** It is only said that somebody spoke so. */
	hearsay?: boolean;
	/** Of a passive: whether its verb denies what it tells of. */
	denies?: boolean;
	/** In words, for a person who asks why. */
	why: string;
}

/** A clause under a voice that holds a claim, a judgement, a demand or a refusal. */
export interface Judgement extends Span {
	sentence: number;
	manner: Manner;
	voice: Voice;
	polarity: Polarity;
	modality: Modality;
	topic: string;
	rule: string;
	confidence: number;
	why: string;
	/** What it shares with the verbs before it, subject and all: "The ministry urged Seoul to". */
	lead?: Span;
	/** Propositions of the same words that misread them. */
	instead: readonly Proposition[];
}

/** A run of a sentence's tokens, `to` exclusive. */
export interface Run {
	from: number;
	to: number;
}
