import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES, type Extension, type QuizRules } from './rules.ts';
import { attemptsLeft, deadlineOf, lastEnd, standingOf, termsFor } from './terms.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour));
const iso = (hour: number) => at(hour).toISOString();
const rules = (some: Partial<QuizRules>): QuizRules => ({ ...DEFAULT_RULES, ...some });
const extension = (some: Partial<Extension>): Extension => ({
	...{ dueAt: null, closesAt: null, moreAttempts: 0, moreTime: 0 },
	...some
});
const LATE = { accepted: true, penaltyPerDay: 0.1, mostPenalty: 0.5 };

describe('where a quiz stands', () => {
	const standing = (some: Partial<QuizRules>, hour: number, granted?: Extension) =>
		standingOf(termsFor(rules(some), granted), at(hour));

	it('is open where no date is set', () => {
		expect(standing({}, 12)).toBe('open');
	});
	it('opens at its instant and closes at its instant', () => {
		const dates = { opensAt: iso(9), closesAt: iso(17) };
		expect([8, 9, 16, 17].map((hour) => standing(dates, hour))).toEqual(['not-open', 'open', 'open', 'closed']);
	});
	it('ends at the due date unless late work is taken', () => {
		const dates = { dueAt: iso(12), closesAt: iso(17) };
		expect(standing(dates, 12)).toBe('closed');
		expect(standing({ ...dates, late: LATE }, 12)).toBe('late');
		expect(standing({ ...dates, late: LATE }, 17)).toBe('closed');
	});
	it('is put off by an extension, and never brought forward', () => {
		const dates = { dueAt: iso(12) };
		expect(standing(dates, 14, extension({ dueAt: iso(15) }))).toBe('open');
		expect(standing(dates, 11, extension({ dueAt: iso(10) }))).toBe('open');
		expect(standing(dates, 14, extension({ closesAt: iso(15) }))).not.toBe('closed');
	});
});

describe('the deadline of an attempt', () => {
	it('is the time limit or the end, whichever comes first', () => {
		const terms = termsFor(rules({ timeLimit: 3600, closesAt: iso(12) }));
		expect(deadlineOf(terms, at(10))).toEqual(at(11));
		expect(deadlineOf(terms, new Date(at(11).getTime() + 1_800_000))).toEqual(at(12));
		expect(deadlineOf(termsFor(rules({})), at(10))).toBeNull();
	});
	it('is later with more time, and gone without a limit', () => {
		const limited = rules({ timeLimit: 3600 });
		expect(deadlineOf(termsFor(limited, extension({ moreTime: 1800 })), at(10))?.getTime()).toBe(
			at(11).getTime() + 1_800_000
		);
		expect(deadlineOf(termsFor(limited, extension({ moreTime: 'no-limit' })), at(10))).toBeNull();
	});
});

it('more attempts are granted on top, and any number stays any number', () => {
	expect(attemptsLeft(termsFor(rules({ attempts: 2 }), extension({ moreAttempts: 1 })), 2)).toBe(1);
	expect(attemptsLeft(termsFor(rules({ attempts: 2 })), 5)).toBe(0);
	expect(attemptsLeft(termsFor(rules({ attempts: null })), 5)).toBeNull();
});

it('a quiz is over for everybody when the last extension is', () => {
	const closing = rules({ closesAt: iso(12) });
	expect(lastEnd(closing, [])).toEqual(at(12));
	expect(lastEnd(closing, [extension({ closesAt: iso(15) }), extension({})])).toEqual(at(15));
	expect(lastEnd(rules({}), [extension({ closesAt: iso(15) })])).toBeNull();
});
