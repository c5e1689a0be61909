import type { Extension } from './rules.ts';

const PERCENT = /^(\d{1,3})(?:[.,](\d{1,4}))?\s{0,5}%?$/;

/**
 * A grade as a teacher types it: "72.5", "72,5", "72 %".
 * @returns 0 to 1; null for an empty field; undefined where it is no percentage from 0 to 100
 */
export function readPercent(text: string): number | null | undefined {
	const typed = text.trim();
	if (typed === '') return null;
	const parts = PERCENT.exec(typed);
	if (!parts) return undefined;
	const percent = Number(`${parts[1]}.${parts[2] ?? '0'}`);
	return percent > 100 ? undefined : percent / 100;
}

/** One change of a grade, as it is kept. */
export interface GradeChange {
	id: string;
	at: Date;
	what: 'override' | 'comment' | 'answer-accepted' | 'item-excluded' | 'item-included' | 'rules';
	/**
	 * Grades from 0 to 1, and the words of a comment. Before an override stands the grade that counted; after it null
	 * where a teacher took hers back.
	 */
	before: string | number | null;
	after: string | number | null;
	note: string;
}

/** An attempt in the list of one student's. */
export interface AttemptLine {
	id: string;
	number: number;
	state: 'open' | 'finished';
	startedAt: Date;
	finishedAt: Date | null;
	finishedBy: 'student' | 'deadline' | 'teacher' | null;
	marks: number | null;
	most: number | null;
	grade: number | null;
}

/** One student's grade for one quiz, as a teacher sees and changes it. */
export interface TaughtGrade {
	student: { id: string; name: string; former: boolean };
	quiz: { id: string; title: string };
	computed: number | null;
	override: number | null;
	comment: string;
	waiting: number;
	attempts: AttemptLine[];
	extension: Extension | null;
	/** The latest first. */
	trail: (GradeChange & { by: string | null; seenAt: Date | null })[];
	/** Names the grade as it stands: a change that was made from another one is refused. */
	version: string;
}

/** One student's grade for one quiz, as she may see it by now. */
export interface OwnGrade {
	/** Whether the quiz's policy lets her know yet; until then there is nothing else. */
	shown: boolean;
	grade: number | null;
	/** A teacher set it. */
	overridden: boolean;
	comment: string;
	/** Answers that a teacher has still to decide. */
	waiting: number;
	/** Changes that she has not seen yet, the first one first. */
	changes: GradeChange[];
}
