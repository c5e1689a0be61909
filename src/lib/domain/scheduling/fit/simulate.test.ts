import { describe, expect, it } from 'vitest';
import type { CardState, Rating } from '../card.ts';
import { addDays, dayOf, startOfDay } from '../clock.ts';
import { DEFAULT_PARAMETERS, retrievability, schedule } from '../fsrs.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { LEAST_TIMED, USUAL_HABITS, habitsOf, type RatedAnswers } from './habits.ts';
import { drawer } from './random.ts';
import { simulate, type Plan, type StartingCard } from './simulate.ts';
import { workload } from './workload.ts';

const PLAN: Plan = {
	parameters: DEFAULT_PARAMETERS,
	retention: 0.9,
	days: 200,
	newPerDay: 5,
	reviewsPerDay: 9999,
	maximumInterval: 36500,
	learningSteps: [1, 10],
	relearningSteps: [10],
	habits: USUAL_HABITS
};

/** The same learner, a day after the other, with the cards and the schedule of the real thing. */
function byScheduling(items: number, plan: Plan, seed: number) {
	const settings = {
		...DEFAULT_SETTINGS,
		fuzz: false,
		timeZone: 'Asia/Taipei',
		desiredRetention: plan.retention,
		maximumInterval: plan.maximumInterval,
		learningSteps: plan.learningSteps,
		relearningSteps: plan.relearningSteps,
		model: { version: 'FSRS-6' as const, parameters: [...plan.parameters] }
	};
	const cards: { card: CardState | null; draw: () => number }[] = [];
	const { first, recalled } = plan.habits;
	let answers = 0;
	const noon = (day: string) => new Date(startOfDay(day, settings).getTime() + 8 * 3_600_000);
	const share = (shares: [number, number, number], luck: number): Rating =>
		luck < shares[0] ? 1 : luck < shares[0] + shares[1] ? 2 : luck < shares[0] + shares[1] + shares[2] ? 3 : 4;
	const today = '2026-01-01';
	for (let day = 0; day < plan.days; day++) {
		const date = addDays(today, day);
		const due = cards.filter(({ card }) => card && dayOf(new Date(card.due), settings) <= date);
		while (cards.length < Math.min(items, (day + 1) * plan.newPerDay)) {
			const one = { card: null, draw: drawer(seed, cards.length) };
			cards.push(one);
			due.push(one);
		}
		for (const one of due) {
			const luck = one.card ? one.draw() : 0;
			const passed = one.card ? share([0, recalled[2], recalled[3]], one.draw()) : 3;
			const rating: Rating = one.card
				? luck < retrievability(one.card, noon(date), settings)
					? passed
					: 1
				: share([first[1], first[2], first[3]], one.draw());
			one.card = schedule(one.card, rating, noon(date), settings, '');
			answers++;
			while (one.card.state !== 2 && dayOf(new Date(one.card.due), settings) === date) {
				one.card = schedule(one.card, 3, new Date(one.card.due), settings, '');
				answers++;
			}
		}
	}
	const end = noon(addDays(today, plan.days));
	const known = cards.reduce((sum, { card }) => sum + retrievability(card!, end, settings), 0);
	return { answersADay: answers / plan.days, known };
}

describe('a simulation', () => {
	it.each<[string, Partial<Plan>]>([
		['the usual options', {}],
		['a low retention', { retention: 0.75 }],
		['a high one and a short maximum', { retention: 0.97, maximumInterval: 20 }],
		['no steps at all', { learningSteps: [], relearningSteps: [] }],
		['steps of days', { learningSteps: [10, 2 * 1440], relearningSteps: [1440] }],
		['fitted parameters', { parameters: DEFAULT_PARAMETERS.map((value, i) => (i < 4 ? value / 2 : value)) }]
	])('comes to what day after day of the real schedule does: %s', (_, change) => {
		const plan = { ...PLAN, ...change };
		const real = byScheduling(60, plan, 7);
		const simulated = simulate({ cards: [], fresh: 60 }, plan, 7);
		expect(simulated.answersADay).toBe(real.answersADay);
		expect(simulated.known).toBeCloseTo(real.known, 5);
		expect(simulated.met).toBe(60);
	});

	it('goes on from the cards as they are, the overdue ones first and within the limit', () => {
		const card = (due: number, stability = 10): StartingCard => ({
			memory: { stability, difficulty: 5 },
			state: 2,
			step: 0,
			last: -10,
			due
		});
		const cards = [card(2), card(-5), card(-1), card(400)];
		const plan = { ...PLAN, days: 1, reviewsPerDay: 1 };
		expect(simulate({ cards, fresh: 3 }, plan, 1)).toMatchObject({ met: 4, left: 1 });
		// Two are due and take the whole room; nothing new is begun.
		expect(simulate({ cards, fresh: 3 }, { ...plan, reviewsPerDay: 2 }, 1)).toMatchObject({ met: 4, left: 0 });
		expect(simulate({ cards, fresh: 3 }, { ...plan, reviewsPerDay: 4 }, 1)).toMatchObject({ met: 6, left: 0 });
		// What is never reviewed is forgotten by the curve.
		const idle = simulate({ cards: [card(400)], fresh: 0 }, { ...PLAN, days: 30 }, 1);
		const state = { state: 2, due: '', scheduledDays: 0, step: 0, reps: 1, lapses: 0, seq: 1 } as const;
		const real = { ...state, stability: 10, difficulty: 5, lastReview: '2026-01-01T12:00:00Z' };
		expect(idle).toMatchObject({ answersADay: 0, minutesADay: 0 });
		expect(idle.known).toBeCloseTo(retrievability(real, new Date('2026-02-10T12:00:00Z'), DEFAULT_SETTINGS), 6);
	});

	it('takes the time of the answers, and half a new item a day is one every other day', () => {
		const quick = { ...USUAL_HABITS, first: { 1: 0, 2: 0, 3: 0, 4: 1 } };
		const plan = { ...PLAN, days: 10, newPerDay: 0.5, habits: quick, retention: 0.7 };
		const done = simulate({ cards: [], fresh: 100 }, plan, 1);
		expect(done.met).toBe(5);
		// Easy at once, and none comes back within ten days: five answers of seven seconds.
		expect(done.minutesADay).toBeCloseTo((5 * 7) / 60 / 10, 10);
	});
});

describe('the workload', () => {
	const start = { cards: [], fresh: 540 };
	const year = workload(start, { ...PLAN, days: 365, newPerDay: 15 }, 1);

	it('rises with the retention above where it is least, and more is known for it', () => {
		const minutes = year.points.map(({ minutesADay }) => minutesADay);
		const least = minutes.indexOf(Math.min(...minutes));
		for (let at = least + 1; at < minutes.length; at++) expect(minutes[at]).toBeGreaterThan(minutes[at - 1]!);
		expect(minutes.at(-1)! / minutes[least]!).toBeGreaterThan(2);
		const known = year.points.map((point) => point.known);
		for (let at = 3; at < known.length; at++) expect(known[at]).toBeGreaterThan(known[at - 3]!);
		expect(known.at(-1)).toBeLessThanOrEqual(540);
	});

	it('marks the choice and what a hundredth more costs', () => {
		expect(year.chosen).toEqual(year.points.find(({ retention }) => retention === 0.9));
		expect(year.onePointMore).toEqual(year.points.find(({ retention }) => retention === 0.91));
		const odd = workload(start, { ...PLAN, days: 30, retention: 0.834 }, 1);
		expect(odd.chosen.retention).toBe(0.83);
		expect(odd.points.map(({ retention }) => retention)).toContain(0.83);
		expect(workload(start, { ...PLAN, days: 30, retention: 0.99 }, 1).onePointMore).toBeNull();
	});

	it('rises with the new items a day, as long as there are any', () => {
		const paces = workload(start, { ...PLAN, days: 60, newPerDay: 7 }, 1).paces;
		expect(paces.map(({ newPerDay }) => newPerDay)).toEqual([5, 7, 10, 15, 20, 30]);
		expect(paces.map(({ met }) => met)).toEqual([300, 420, 540, 540, 540, 540]);
		expect(paces[3]!.minutesADay).toBeGreaterThan(paces[0]!.minutesADay);
		expect(workload({ cards: [], fresh: 0 }, PLAN, 1).paces).toEqual([]);
	});

	it('of many items is that of a part of them, to a few percent', () => {
		const plan = { ...PLAN, days: 60, newPerDay: 90 };
		const parts = workload({ cards: [], fresh: 6000 }, plan, 1);
		const whole = simulate({ cards: [], fresh: 6000 }, { ...plan, retention: 0.9 }, 1);
		expect(parts.met).toBeGreaterThan(0.97 * whole.met);
		expect(Math.abs(parts.chosen.minutesADay / whole.minutesADay - 1)).toBeLessThan(0.04);
		expect(Math.abs(parts.chosen.known / whole.known - 1)).toBeLessThan(0.04);
	});
});

describe('habits', () => {
	const rated = (kind: RatedAnswers['kind'], rating: Rating, count: number, seconds: number): RatedAnswers => ({
		...{ kind, rating, count, timed: count },
		seconds: seconds * count
	});

	it('are the usual ones until fifty answers have a time', () => {
		expect(habitsOf([rated('first', 3, LEAST_TIMED - 1, 4)])).toBe(USUAL_HABITS);
		expect(habitsOf([{ ...rated('first', 3, 500, 0), timed: 0 }])).toBe(USUAL_HABITS);
		expect(habitsOf([rated('first', 3, LEAST_TIMED, 4)]).own).toBe(true);
	});

	it('are her own shares and times, a few usual ones mixed in', () => {
		const answers = [
			rated('first', 1, 40, 30),
			rated('first', 3, 60, 8),
			rated('review', 3, 90, 5),
			rated('step', 3, 50, 3)
		];
		const habits = habitsOf(answers);
		// (60·8 + 90·5 + 50·3 + 5·10) / 205, and (40 + 10·0.25) / 110
		expect(habits.seconds[3]).toBeCloseTo(1130 / 205, 10);
		expect(habits.first[1]).toBeCloseTo(42.5 / 110, 10);
		expect(habits.recalled[3]).toBeCloseTo(98 / 100, 10);
		expect(habits.first[1] + habits.first[2] + habits.first[3] + habits.first[4]).toBeCloseTo(1, 12);
	});
});
