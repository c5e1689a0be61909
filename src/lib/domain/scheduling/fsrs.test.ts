import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState, Rating } from './card.ts';
import { dayOf, daysBetween, startOfDay } from './clock.ts';
import { preview, retrievability, schedule } from './fsrs.ts';
import { DEFAULT_SETTINGS, type LearnerSettings } from './settings.ts';

const plain: LearnerSettings = { ...DEFAULT_SETTINGS, fuzz: false };
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
const zone = fc.constantFrom(
	'UTC',
	'America/New_York',
	'Asia/Tokyo',
	'Asia/Shanghai',
	'Australia/Sydney',
	'Pacific/Auckland'
);
const start = new Date('2026-01-10T15:00:00Z');

function run(ratings: readonly { rating: Rating; hours: number }[], settings: LearnerSettings): CardState[] {
	let at = start;
	let card: CardState | null = null;
	return ratings.map((step) => {
		at = new Date(at.getTime() + step.hours * 3_600_000);
		card = schedule(card, step.rating, at, settings, 'seed');
		return card;
	});
}

describe('scheduling a card', () => {
	it('takes a new card through its steps and then to a review after days', () => {
		const [first, second] = run(
			[
				{ rating: 3, hours: 0 },
				{ rating: 3, hours: 0.2 }
			],
			plain
		);
		expect(first).toMatchObject({ state: 1, scheduledDays: 0, reps: 1 });
		expect(Date.parse(first!.due) - start.getTime()).toBe(10 * 60_000);
		expect(second!.state).toBe(2);
		expect(second!.scheduledDays).toBe(2);
	});

	it('reproduces recorded FSRS-6 stabilities for Good, Good, Good, Again, Good', () => {
		const cards = run(
			[
				{ rating: 3, hours: 0 },
				{ rating: 3, hours: 0.2 },
				{ rating: 3, hours: 48 },
				{ rating: 1, hours: 24 * 11 },
				{ rating: 3, hours: 0.2 }
			],
			plain
		);
		for (const [index, card] of cards.entries()) expect(card.stability).toBeCloseTo(RECORDED[index]!, 3);
	});

	it('brings a card back when the learner’s day begins, in her zone', () => {
		const settings = { ...plain, timeZone: 'Asia/Shanghai', dayStart: 4 };
		const card = run([{ rating: 4, hours: 0 }], settings)[0]!;
		const days = daysBetween(dayOf(start, settings), dayOf(new Date(card.due), settings));
		expect(days).toBe(card.scheduledDays);
		expect(card.due).toBe(startOfDay(dayOf(new Date(card.due), settings), settings).toISOString());
	});

	it('counts a review just after the day start as another day, in every zone', () => {
		fc.assert(
			fc.property(zone, fc.integer({ min: 0, max: 23 }), (timeZone, dayStart) => {
				const settings = { ...plain, timeZone, dayStart, learningSteps: [], relearningSteps: [] };
				const evening = new Date(startOfDay('2026-05-11', settings).getTime() - 60_000);
				const morning = new Date(evening.getTime() + 120_000);
				const first = schedule(null, 3, evening, settings, 's');
				const sameDay = schedule(first, 3, new Date(evening.getTime() + 30_000), settings, 's');
				const nextDay = schedule(first, 3, morning, settings, 's');
				expect(nextDay.stability).not.toBe(sameDay.stability);
			})
		);
	});

	it('never exceeds the maximum interval', () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ rating, hours: fc.double({ min: 0.01, max: 24 * 400, noNaN: true }) }), {
					minLength: 1,
					maxLength: 12
				}),
				fc.integer({ min: 1, max: 400 }),
				fc.boolean(),
				(steps, maximumInterval, fuzz) => {
					for (const card of run(steps, { ...DEFAULT_SETTINGS, maximumInterval, fuzz })) {
						expect(card.scheduledDays).toBeLessThanOrEqual(maximumInterval);
					}
				}
			)
		);
	});

	it('shows on the buttons exactly what an answer then stores, also a second later', () => {
		fc.assert(
			fc.property(fc.array(rating, { maxLength: 8 }), rating, zone, (history, last, timeZone) => {
				const settings = { ...DEFAULT_SETTINGS, timeZone };
				const before =
					run(
						history.map((r) => ({ rating: r, hours: 60 })),
						settings
					).at(-1) ?? null;
				const now = new Date(start.getTime() + 5000 * 3_600_000);
				const shown = preview(before, now, settings, 'seed')[last];
				const stored = schedule(before, last, new Date(now.getTime() + 1000), settings, 'seed');
				expect(stored.scheduledDays).toBe(shown.scheduledDays);
			})
		);
	});

	it('gives a better rating no shorter interval', () => {
		fc.assert(
			fc.property(fc.array(rating, { maxLength: 8 }), (history) => {
				const before =
					run(
						history.map((r) => ({ rating: r, hours: 50 })),
						plain
					).at(-1) ?? null;
				const after = preview(before, new Date(start.getTime() + 900 * 3_600_000), plain, 'seed');
				expect(Date.parse(after[3].due)).toBeGreaterThanOrEqual(Date.parse(after[2].due));
				expect(Date.parse(after[4].due)).toBeGreaterThanOrEqual(Date.parse(after[3].due));
			})
		);
	});

	it('takes an answer from a clock that went back as given at the last review', () => {
		const card = run(
			[
				{ rating: 3, hours: 0 },
				{ rating: 3, hours: 1 }
			],
			plain
		)[1]!;
		const after = schedule(card, 3, new Date('2020-01-01T00:00:00Z'), plain, 'seed');
		expect(after.lastReview).toBe(card.lastReview);
		expect(Date.parse(after.due)).toBeGreaterThan(Date.parse(card.lastReview));
	});

	it('refuses a card whose numbers are broken', () => {
		const card = { ...run([{ rating: 3, hours: 0 }], plain)[0]!, stability: Number.NaN };
		expect(() => schedule(card, 3, start, plain, 'seed')).toThrow(RangeError);
	});

	it('predicts certain recall at once and less with every day', () => {
		const card = run([{ rating: 4, hours: 0 }], plain)[0]!;
		const at = (days: number) => retrievability(card, new Date(start.getTime() + days * 86_400_000), plain);
		expect(at(0)).toBe(1);
		expect(at(30)).toBeLessThan(at(5));
		expect(at(card.stability)).toBeCloseTo(0.9, 1);
	});
});

/** Recorded from fsrs-rs 6.5 (the binding 0.5.0) with its default parameters, another implementation of FSRS-6. */
const RECORDED = [2.3065, 2.3065, 10.9711, 1.539, 1.5718];
