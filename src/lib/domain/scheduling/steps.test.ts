import { describe, expect, it } from 'vitest';
import type { CardState, Rating } from './card.ts';
import { dayOf, daysBetween } from './clock.ts';
import { schedule } from './fsrs.ts';
import { intervalText } from './intervals.ts';
import { DEFAULT_SETTINGS, type LearnerSettings } from './settings.ts';
import { stepAfter } from './steps.ts';

const DAY = 1440;
const steps = (learningSteps: number[], relearningSteps: number[] = [10]) => ({ learningSteps, relearningSteps });
const learning = (step: number) => ({ state: 1 as const, step });

describe('learning steps', () => {
	it('go to the first at Again, stay at Hard, on at Good and out at Easy', () => {
		const options = steps([1, 10, 60]);
		expect(stepAfter(null, 1, options)).toEqual({ phase: 1, step: 0, minutes: 1 });
		expect(stepAfter(null, 3, options)).toEqual({ phase: 1, step: 1, minutes: 10 });
		expect(stepAfter(learning(1), 1, options)).toEqual({ phase: 1, step: 0, minutes: 1 });
		expect(stepAfter(learning(1), 2, options)).toEqual({ phase: 1, step: 1, minutes: 10 });
		expect(stepAfter(learning(1), 3, options)).toEqual({ phase: 1, step: 2, minutes: 60 });
		expect(stepAfter(learning(2), 3, options)).toEqual({ phase: 2 });
		expect(stepAfter(learning(0), 4, options)).toEqual({ phase: 2 });
	});

	it('wait at the first one for the mean of two at Hard, or for half as long again, a day more at most', () => {
		expect(stepAfter(null, 2, steps([1, 10]))).toEqual({ phase: 1, step: 0, minutes: 5.5 });
		expect(stepAfter(null, 2, steps([10]))).toEqual({ phase: 1, step: 0, minutes: 15 });
		expect(stepAfter(null, 2, steps([4 * DAY]))).toEqual({ phase: 1, step: 0, minutes: 5 * DAY });
		expect(stepAfter(null, 2, steps([DAY, 4 * DAY]))).toEqual({ phase: 1, step: 0, minutes: 3 * DAY });
	});

	it('are none where there are none, and end where they became fewer', () => {
		for (const rating of [1, 2, 3, 4] as const) expect(stepAfter(null, rating, steps([]))).toEqual({ phase: 2 });
		expect(stepAfter({ state: 2, step: 0 }, 1, steps([1], []))).toEqual({ phase: 2 });
		expect(stepAfter(learning(4), 3, steps([1, 10]))).toEqual({ phase: 2 });
		expect(stepAfter(learning(4), 2, steps([1, 10]))).toEqual({ phase: 1, step: 4, minutes: 1 });
	});

	it('are the relearning ones after a card was forgotten', () => {
		const options = steps([1, 10], [20, 3 * DAY]);
		expect(stepAfter({ state: 2, step: 0 }, 1, options)).toEqual({ phase: 3, step: 0, minutes: 20 });
		expect(stepAfter({ state: 3, step: 0 }, 3, options)).toEqual({ phase: 3, step: 1, minutes: 3 * DAY });
		expect(stepAfter({ state: 3, step: 1 }, 3, options)).toEqual({ phase: 2 });
		expect(stepAfter({ state: 2, step: 0 }, 2, options)).toEqual({ phase: 2 });
	});
});

describe('steps of a day or more', () => {
	const settings: LearnerSettings = {
		...DEFAULT_SETTINGS,
		timeZone: 'America/New_York',
		fuzz: false,
		learningSteps: [1, DAY, 3 * DAY]
	};
	const evening = new Date('2026-05-04T23:30:00Z');

	function answer(card: CardState | null, rating: Rating, at: Date): CardState {
		return schedule(card, rating, at, settings, 'x');
	}

	it('are all taken, each from the beginning of a day of the learner’s, in learning until the last', () => {
		const first = answer(null, 3, evening);
		expect(first).toMatchObject({ state: 1, step: 1, scheduledDays: 1, due: '2026-05-05T08:00:00.000Z' });
		const second = answer(first, 3, new Date('2026-05-05T22:00:00Z'));
		expect(second).toMatchObject({ state: 1, step: 2, scheduledDays: 3, due: '2026-05-08T08:00:00.000Z' });
		const third = answer(second, 3, new Date('2026-05-08T12:00:00Z'));
		expect(third.state).toBe(2);
		expect(third.scheduledDays).toBeGreaterThan(3);
		expect(daysBetween('2026-05-08', dayOf(new Date(third.due), settings))).toBe(third.scheduledDays);
	});

	it('keep a card in relearning, which counts as forgotten once', () => {
		const options = { ...settings, relearningSteps: [2 * DAY] };
		const known = { ...answer(null, 4, evening), lastReview: '2026-05-01T12:00:00.000Z' };
		const forgotten = schedule(known, 1, evening, options, 'x');
		expect(forgotten).toMatchObject({ state: 3, step: 0, scheduledDays: 2, lapses: 1 });
		const again = schedule(forgotten, 1, new Date('2026-05-06T12:00:00Z'), options, 'x');
		expect(again).toMatchObject({ state: 3, scheduledDays: 2, lapses: 1 });
	});
});

it('a step of a day or more is told in days, a shorter one in minutes', () => {
	const at = new Date('2026-05-04T23:30:00Z');
	const options = { ...DEFAULT_SETTINGS, learningSteps: [1, 3 * DAY] };
	const card = schedule(null, 3, at, options, 'x');
	expect(intervalText(card, at, options)).toBe('3 d');
	expect(intervalText(schedule(null, 1, at, options, 'x'), at, options)).toBe('1 min');
});
