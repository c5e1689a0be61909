import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState, Rating } from './card.ts';
import { dayOf, daysBetween, startOfDay } from './clock.ts';
import { DEFAULT_PARAMETERS, intervalFor, nextMemory, preview, retrievability, schedule } from './fsrs.ts';
import { DEFAULT_SETTINGS, deckOptionsSchema, learnerSettingsSchema, type LearnerSettings } from './settings.ts';
import * as v from 'valibot';

const plain: LearnerSettings = { ...DEFAULT_SETTINGS, fuzz: false };
const DAY_MS = 24 * 60 * 60_000;
const start = new Date('2026-01-10T15:00:00Z');
const after = (days: number) => new Date(start.getTime() + days * DAY_MS);
const inReview: CardState = {
	state: 2,
	due: after(10).toISOString(),
	stability: 10,
	difficulty: 5,
	scheduledDays: 10,
	step: 0,
	reps: 4,
	lapses: 0,
	lastReview: start.toISOString(),
	seq: 4
};
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
const card = fc
	.record({
		stability: fc.double({ min: 0.01, max: 30_000, noNaN: true }),
		difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
		scheduledDays: fc.integer({ min: 1, max: 2000 }),
		reps: fc.integer({ min: 1, max: 60 }),
		state: fc.constantFrom<1 | 2 | 3>(1, 2, 3)
	})
	.map((some): CardState => ({ ...inReview, ...some }));
const settings = fc
	.record({
		timeZone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Tokyo', 'Asia/Kolkata', 'Pacific/Auckland'),
		dayStart: fc.integer({ min: 0, max: 23 }),
		desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
		maximumInterval: fc.integer({ min: 1, max: 3000 }),
		fuzz: fc.boolean(),
		learningSteps: fc.constantFrom<number[]>([], [10], [1, 10], [1, 1440, 4320]),
		relearningSteps: fc.constantFrom<number[]>([], [10], [10, 2880]),
		easyDays: fc.array(fc.constantFrom<'normal' | 'reduced' | 'minimum'>('normal', 'reduced', 'minimum'), {
			minLength: 7,
			maxLength: 7
		})
	})
	.map((some): LearnerSettings => ({ ...DEFAULT_SETTINGS, ...some }));

describe('the days of a schedule', () => {
	it('are the learner’s own: a review at ten in the evening and one at nine in the morning are a day apart', () => {
		const tokyo = { ...plain, timeZone: 'Asia/Tokyo' };
		// Both are on 10 January by UTC.
		const evening = new Date('2026-01-10T13:00:00Z');
		const morning = new Date('2026-01-11T00:00:00Z');
		const before = { ...inReview, lastReview: evening.toISOString() };
		expect(schedule(before, 3, morning, tokyo, '').stability).toBe(nextMemory(before, 1, 3).stability);
		const sameUtcDay = new Date('2026-01-10T23:59:00Z');
		expect(schedule(before, 3, sameUtcDay, tokyo, '').stability).toBe(nextMemory(before, 1, 3).stability);
		expect(retrievability(before, sameUtcDay, tokyo)).toBeLessThan(1);
	});

	it('are the same wherever the process runs', () => {
		const zone = process.env.TZ;
		const run = () => [1, 2, 3, 4].map((r) => schedule(inReview, r as Rating, after(9.7), DEFAULT_SETTINGS, 'x'));
		const here = run();
		for (const TZ of ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
			process.env.TZ = TZ;
			expect(run()).toEqual(here);
		}
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
	});

	it('never bring a reviewed card back on the day of its review', () => {
		fc.assert(
			fc.property(card, rating, settings, fc.double({ min: 0, max: 400, noNaN: true }), (before, r, options, days) => {
				const now = after(days);
				const next = schedule(before, r, now, options, 'x');
				const apart = daysBetween(dayOf(now, options), dayOf(new Date(next.due), options));
				// Steps of less than a day count in minutes.
				fc.pre(next.state === 2 || next.scheduledDays > 0);
				expect(apart).toBe(next.scheduledDays);
				expect(next.due).toBe(startOfDay(dayOf(new Date(next.due), options), options).toISOString());
			})
		);
	});
});

describe('the four answers', () => {
	it('are previewed exactly as they are then stored, at any later minute of the day', () => {
		fc.assert(
			fc.property(card, rating, settings, (before, r, options) => {
				const now = startOfDay('2026-03-11', options);
				const later = new Date(now.getTime() + 7 * 60 * 60_000);
				const shown = preview(before, now, options, 'x')[r];
				const { due, lastReview, ...stored } = schedule(before, r, later, options, 'x');
				expect(shown).toMatchObject(stored);
				if (stored.scheduledDays > 0) expect(shown.due).toBe(due);
				expect(lastReview).not.toBe(shown.lastReview);
			})
		);
	});

	it('bring a card back the later the better they are, and never beyond the maximum', () => {
		fc.assert(
			fc.property(card, settings, fc.double({ min: 0, max: 3000, noNaN: true }), (before, options, days) => {
				const of = preview(before, after(days), options, 'x');
				const inDays = [of[1], of[2], of[3], of[4]].map(({ scheduledDays }) => scheduledDays);
				expect(inDays).toEqual([...inDays].sort((a, b) => a - b));
				for (const { state, scheduledDays } of Object.values(of)) {
					if (state === 2) expect(scheduledDays).toBeLessThanOrEqual(options.maximumInterval);
				}
			})
		);
	});

	it('keep to a maximum that a step of days would exceed', () => {
		const options = { ...plain, maximumInterval: 1, relearningSteps: [10, 2880] };
		const of = preview({ ...inReview, state: 3, stability: 0.01 }, after(0), options, 'x');
		expect([of[1], of[2], of[3], of[4]].map(({ scheduledDays }) => scheduledDays)).toEqual([0, 1, 1, 1]);
	});

	it('keep to a maximum that Good and Easy would exceed', () => {
		const strong = { ...inReview, stability: 300 };
		const of = preview(strong, after(300), { ...plain, maximumInterval: 100 }, 'x');
		expect([of[2], of[3], of[4]].map(({ scheduledDays }) => scheduledDays)).toEqual([100, 100, 100]);
	});

	it('are spread by card and repetitions, not by the time of the answer', () => {
		const strong = { ...inReview, stability: 60 };
		const at = (seed: string, reps: number, ms: number) =>
			schedule({ ...strong, reps }, 3, new Date(after(60).getTime() + ms), DEFAULT_SETTINGS, seed).scheduledDays;
		expect(at('a', 5, 1)).toBe(at('a', 5, 0));
		expect(new Set(Array.from({ length: 30 }, (_, reps) => at('a', reps, 0))).size).toBeGreaterThan(5);
		expect(new Set(Array.from({ length: 30 }, (_, index) => at(`card ${index}`, 5, 0))).size).toBeGreaterThan(5);
	});
});

describe('a card before a review', () => {
	it('comes back whole when the review is taken back, its due date too', () => {
		fc.assert(
			fc.property(card, rating, settings, (before, r, options) => {
				const copy = structuredClone(before);
				schedule(before, r, after(30), options, 'x');
				expect(before).toEqual(copy);
			})
		);
	});

	it('may have any first stability that the model can find, also below a tenth of a day', () => {
		const parameters = [0.004, ...DEFAULT_PARAMETERS.slice(1)];
		const own: LearnerSettings = { ...plain, model: { version: 'FSRS-6', parameters } };
		expect(schedule(null, 1, start, own, '').stability).toBe(0.004);
		expect(schedule(null, 1, start, plain, '').stability).toBe(DEFAULT_PARAMETERS[0]);
		const none = [0, ...DEFAULT_PARAMETERS.slice(1)];
		expect(nextMemory(null, 0, 1, none).stability).toBe(0.001);
	});

	it('follows the learner’s own weights, and the default ones where hers are of another model', () => {
		const parameters = DEFAULT_PARAMETERS.map((weight, index) => (index === 8 ? weight + 0.5 : weight));
		const own: LearnerSettings = { ...plain, model: { version: 'FSRS-6', parameters } };
		const stability = (options: LearnerSettings) => schedule(inReview, 3, after(10), options, '').stability;
		expect(stability(own)).toBeGreaterThan(stability(plain) * 1.1);
		const broken: LearnerSettings = { ...plain, model: { version: 'FSRS-6', parameters: parameters.slice(2) } };
		expect(stability(broken)).toBe(stability(plain));
	});

	it.each([
		{ stability: NaN },
		{ stability: Infinity },
		{ stability: 0 },
		{ difficulty: NaN },
		{ difficulty: 0 },
		{ difficulty: 11 },
		{ lastReview: 'yesterday' }
	])('is refused with broken numbers: %o', (broken) => {
		expect(() => schedule({ ...inReview, ...broken }, 3, after(10), plain, '')).toThrow(RangeError);
	});

	it('is not reviewed before its last review, whatever a clock says', () => {
		const back = schedule(inReview, 3, new Date('1970-01-01T00:00:00Z'), plain, '');
		expect(back).toMatchObject({ lastReview: inReview.lastReview });
		expect(back.stability).toBe(nextMemory(inReview, 0, 3).stability);
	});
});

describe('a share that cannot be kept', () => {
	it('does not come in, for a learner or a deck', () => {
		for (const desiredRetention of [0, 0.69, 1, NaN, null, '0.9']) {
			expect(v.safeParse(learnerSettingsSchema, { ...DEFAULT_SETTINGS, desiredRetention }).success).toBe(false);
			expect(v.safeParse(deckOptionsSchema, { desiredRetention }).success).toBe(false);
		}
		expect(v.safeParse(learnerSettingsSchema, { ...DEFAULT_SETTINGS, desiredRetention: 0.99 }).success).toBe(true);
	});

	it('is not silently another one', () => {
		expect(() => intervalFor(10, 0)).toThrow(RangeError);
		expect(() => schedule(inReview, 3, after(10), { ...plain, desiredRetention: 0 }, '')).toThrow(RangeError);
		expect(intervalFor(10, 0.9)).toBe(10);
	});
});
