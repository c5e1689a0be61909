import type { Organisation, Person, Place } from '../facts/entity-schema.ts';

/** A learner's answer to one form. */
export type Response =
	| { form: 'choice'; option: string }
	| { form: 'multiple-response'; options: string[] }
	| { form: 'true-false'; value: boolean }
	| { form: 'typed' | 'cloze' | 'date'; text: string }
	| { form: 'order'; order: string[] }
	| { form: 'match'; pairs: Record<string, string> }
	| { form: 'sort'; bins: Record<string, string> }
	| { form: 'flashcard'; rating: 1 | 2 | 3 | 4 };

/** Why a verdict was given: a closed set, so that pages and statistics can speak of it. */
export const REASONS = [
	'exact',
	'accepted',
	'typo',
	'same-value',
	'empty',
	'coarser',
	'named-near',
	'surname-only',
	'incomplete',
	'another-entity',
	'another-date',
	'another-number',
	'different',
	'option',
	'partly',
	'self-rated'
] as const;
export type Reason = (typeof REASONS)[number];

export interface Verdict {
	verdict: 'correct' | 'near' | 'wrong';
	reason: Reason;
	/** 0 to 1: the share that was right in forms of several parts; 1 or 0 elsewhere. */
	score: number;
	/** What is missing, where the verdict is near; who was named instead, where another entity was. */
	hint?: string;
	/** Parts by id, for forms of several parts. */
	parts?: Record<string, boolean>;
}

/** What the grader must know besides the key: every name that is somebody else. */
export interface Registry {
	people: Person[];
	organisations: Organisation[];
	places: Place[];
}
