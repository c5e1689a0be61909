import type { Standing, Terms } from './terms.ts';

/** An assignment in its teacher's list. */
export interface TaughtAssignment {
	id: string;
	title: string;
	kind: 'quiz' | 'study';
	status: 'draft' | 'published';
	terms: Terms;
	standing: Standing;
	/** Students who have finished an attempt. */
	finished: number;
	/** Answers that wait for her. */
	waiting: number;
}

/** An assignment in a student's list. */
export interface OwnAssignment {
	id: string;
	title: string;
	kind: 'quiz' | 'study';
	terms: Terms;
	standing: Standing;
	/** An attempt is open. */
	begun: boolean;
	/** Attempts that are finished. */
	finished: number;
	/** Her grade, where it may be shown. */
	grade: number | null;
	/** Of a study assignment: how many of its items she has recalled once. */
	study?: { done: number; of: number };
}
