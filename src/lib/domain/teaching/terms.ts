import type { Extension, QuizRules } from './rules.ts';

/** The rules of a quiz for one student: hers are the later dates, the longer time and the further attempts. */
export interface Terms {
	opensAt: Date | null;
	dueAt: Date | null;
	/** The last moment at which anything is taken: the closing, or the due date where nothing late is. */
	endsAt: Date | null;
	attempts: number | null;
	/** Seconds. */
	timeLimit: number | null;
}

/** Where a quiz stands for a student. */
export type Standing = 'not-open' | 'open' | 'late' | 'closed';

/** An answer that was on its way when the time was up still counts for so long. */
export const GRACE_MS = 5000;

/** The terms of a student with her extension, if she has one; an extension never takes anything away. */
export function termsFor(rules: QuizRules, extension?: Extension): Terms {
	const dueAt = later(rules.dueAt, extension?.dueAt);
	const closesAt = later(rules.closesAt, extension?.closesAt);
	const end = rules.late.accepted ? closesAt : (earlier(dueAt, closesAt) ?? null);
	const moreTime = extension?.moreTime ?? 0;
	return {
		opensAt: rules.opensAt === null ? null : new Date(rules.opensAt),
		dueAt,
		endsAt: atLeast(end, extension?.closesAt),
		attempts: rules.attempts === null ? null : rules.attempts + (extension?.moreAttempts ?? 0),
		timeLimit: rules.timeLimit === null || moreTime === 'no-limit' ? null : rules.timeLimit + moreTime
	};
}

/** Whether a student can begin or go on at an instant; the closing instant itself is too late to begin. */
export function standingOf({ opensAt, dueAt, endsAt }: Terms, now: Date): Standing {
	if (opensAt && now < opensAt) return 'not-open';
	if (endsAt && now >= endsAt) return 'closed';
	return dueAt && now >= dueAt ? 'late' : 'open';
}

/** When an attempt that begins now ends by itself: its time limit or the closing, whichever comes first; null for never. */
export function deadlineOf({ timeLimit, endsAt }: Terms, startedAt: Date): Date | null {
	const limit = timeLimit === null ? null : new Date(startedAt.getTime() + timeLimit * 1000);
	return earlier(limit, endsAt);
}

/** How many attempts a student has left; null for any number. */
export function attemptsLeft({ attempts }: Terms, begun: number): number | null {
	return attempts === null ? null : Math.max(0, attempts - begun);
}

/**
 * When a quiz is over for everybody: what is shown "after closing" waits for the last extension.
 * @returns null where it never closes
 */
export function lastEnd(rules: QuizRules, extensions: readonly Extension[]): Date | null {
	const ends = [undefined, ...extensions].map((extension) => termsFor(rules, extension).endsAt);
	if (ends.some((end) => end === null)) return null;
	return new Date(Math.max(...ends.map((end) => end?.getTime() ?? 0)));
}

function later(set: string | null, granted: string | null | undefined): Date | null {
	if (set === null) return null;
	return new Date(Math.max(Date.parse(set), granted ? Date.parse(granted) : 0));
}

/** An end that a granted closing has put off. */
function atLeast(end: Date | null, granted: string | null | undefined): Date | null {
	return end && granted ? new Date(Math.max(end.getTime(), Date.parse(granted))) : end;
}

function earlier(a: Date | null, b: Date | null): Date | null {
	if (!a || !b) return a ?? b;
	return a < b ? a : b;
}
