import { beforeAll, describe, expect, it } from 'vitest';
import { hash } from '../hash.ts';
import { DAYS_AHEAD, putOff, type DayBalance } from './balance.ts';
import type { CardState, Rating } from './card.ts';
import { addDays, daysBetween } from './clock.ts';
import { recallAfter, schedule } from './fsrs.ts';
import { DEFAULT_SETTINGS, type DayLoad, type LearnerSettings } from './settings.ts';

const CARDS = 2000;
const NEW_A_DAY = 25;
const DAYS = 200;
/** The first days only fill the bank. */
const SETTLED = 60;
const share = (seed: string) => hash(seed) / 2 ** 53;

interface Month {
	/** Reviews on each settled day. */
	loads: number[];
	/** Days that cards were away, by the days that were scheduled. */
	stretch: number;
	/** The most days that a card waited beyond what was scheduled, as a share of that. */
	longest: number;
}

/** A learner who does every day what her queue holds, her memory as the model has it. */
function live(some: Partial<LearnerSettings>): Month {
	const settings = { ...DEFAULT_SETTINGS, ...some };
	const cards = new Map<string, CardState>();
	const loads: number[] = [];
	let [away, scheduled, longest] = [0, 0, 0];
	const answer = (itemId: string, rating: Rating, now: Date) => {
		let card = schedule(cards.get(itemId) ?? null, rating, now, settings, `${itemId}/`);
		const later = new Date(now.getTime() + 600_000);
		if (card.state !== 2) card = schedule(card, 3, later, settings, `${itemId}/`);
		if (card.state !== 2) card = schedule(card, 3, later, settings, `${itemId}/`);
		cards.set(itemId, card);
	};
	for (let index = 0; index < DAYS; index++) {
		const day = addDays('2026-01-05', index);
		const now = new Date(`${day}T12:00:00Z`);
		// Days of UTC from four o'clock are those of the settings.
		const all = [...cards].map(([itemId, card]) => ({ itemId, card, left: daysBetween(day, card.due.slice(0, 10)) }));
		const due = all.filter(({ left }) => left <= 0);
		const ahead = Array.from({ length: DAYS_AHEAD }, (_, next) => all.filter(({ left }) => left === next + 1).length);
		const waits = putOff({ day, due, reviewed: 0, ahead, settings, optionsOf: () => settings, keep: new Set() });
		const today = due.filter(({ itemId }) => !waits.has(itemId));
		for (const { itemId, card } of today) {
			const gone = daysBetween(card.lastReview.slice(0, 10), day);
			if (index >= SETTLED) [away, scheduled] = [away + gone, scheduled + card.scheduledDays];
			if (card.scheduledDays > 20) longest = Math.max(longest, gone / card.scheduledDays - 1);
			const known = share(`${itemId}/${index}`) < recallAfter(gone, card.stability);
			answer(itemId, known ? (share(`${itemId}/${card.reps}`) > 0.9 ? 4 : 3) : 1, now);
		}
		if (index >= SETTLED) loads.push(today.length);
		for (let added = 0; added < NEW_A_DAY && cards.size < CARDS; added++) answer(`card ${cards.size}`, 3, now);
	}
	return { loads, stretch: away / scheduled, longest };
}

/** By how much days differ from the mean of the week around them, as a share of it: on average, and the highest peak of fifty. */
function unevenness(loads: readonly number[]): { usual: number; peak: number } {
	const off = loads.slice(3, -3).map((load, index) => {
		const week = loads.slice(index, index + 7);
		return load / (week.reduce((sum, one) => sum + one, 0) / 7) - 1;
	});
	const usual = Math.sqrt(off.reduce((sum, one) => sum + one ** 2, 0) / off.length);
	return { usual, peak: [...off].sort((a, b) => b - a)[Math.floor(off.length / 50)]! };
}

const easySunday = (load: DayLoad): DayLoad[] => ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', load];
/** What Sundays carry beside the other days. */
function sundays(loads: readonly number[]): number {
	const mean = (some: number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
	const isSunday = (index: number) => (SETTLED + index) % 7 === 6;
	return mean(loads.filter((_, index) => isSunday(index))) / mean(loads.filter((_, index) => !isSunday(index)));
}

describe('a learner of 2,000 cards', () => {
	let plain: Month;
	let balanced: Month;
	beforeAll(() => {
		plain = live({ balance: false });
		balanced = live({ balance: true });
	});

	it('has days that differ less than half as much where they are balanced, and peaks less than half as high', () => {
		const [without, balancedDays] = [unevenness(plain.loads), unevenness(balanced.loads)];
		expect(balancedDays.usual).toBeLessThan(without.usual / 2);
		expect(balancedDays.peak).toBeLessThan(without.peak / 2);
	});

	it('is asked after what was scheduled, to two percent, and never far beyond its fuzz', () => {
		expect(plain.stretch).toBe(1);
		expect(balanced.stretch).toBeGreaterThan(1);
		expect(balanced.stretch).toBeLessThan(1.02);
		expect(balanced.longest).toBeLessThan(0.35);
	});

	it('has at most half as much on an easy day where it is as quiet as can be, and clearly less on a reduced one', () => {
		expect(sundays(live({ easyDays: easySunday('minimum') }).loads)).toBeLessThan(0.3);
		expect(sundays(live({ easyDays: easySunday('reduced') }).loads)).toBeLessThan(0.6);
		expect(sundays(balanced.loads)).toBeGreaterThan(0.9);
	});
});

describe('what is put off', () => {
	const settings = DEFAULT_SETTINGS;
	const review = (itemId: string, stability: number, gone: number) => {
		const lastReview = `${addDays('2026-06-10', -gone)}T12:00:00.000Z`;
		const due = `${addDays('2026-06-10', Math.round(stability) - gone)}T04:00:00.000Z`;
		const card: CardState = {
			state: 2,
			due,
			stability,
			difficulty: 5,
			scheduledDays: Math.round(stability),
			step: 0,
			reps: 5,
			lapses: 0,
			lastReview,
			seq: 5
		};
		return { itemId, card };
	};
	const day = (some: Partial<DayBalance>): string[] => [
		...putOff({
			day: '2026-06-10',
			due: [],
			reviewed: 0,
			ahead: [0, 0],
			settings,
			optionsOf: () => settings,
			keep: new Set(),
			...some
		})
	];
	const some = [review('short', 2, 2), review('long', 60, 60), review('month', 30, 30), review('late', 10, 14)];
	/** Cards that may not wait, so that there is something to put off from. */
	const pressing = Array.from({ length: 36 }, (_, index) => review(`pressing ${index}`, 10, 14));
	const due = [...some, ...pressing];

	it('is what may wait longest, as far as today has more than its share of three days', () => {
		expect(day({ due, ahead: [37, 37] })).toEqual(['long', 'month']);
		expect(day({ due, ahead: [39, 37] })).toEqual(['long']);
		expect(day({ due, ahead: [40, 40] })).toEqual([]);
	});

	it('is never what its fuzz lets wait no longer, nor what must be asked', () => {
		expect(day({ due: [review('short', 2, 2), ...pressing] })).toEqual([]);
		expect(day({ due, keep: new Set(['long', 'month']) })).toEqual([]);
		expect(day({ due, optionsOf: () => ({ ...settings, fuzz: false }) })).toEqual([]);
		expect(day({ due, settings: { ...settings, balance: false } })).toEqual([]);
	});

	it('is nothing on a day that is no burden, unless it is to be an easy one', () => {
		const few = [...some, ...pressing.slice(0, 6)];
		expect(day({ due: few })).toEqual([]);
		const easyDays: DayLoad[] = ['normal', 'normal', 'minimum', 'normal', 'normal', 'normal', 'normal'];
		expect(day({ due: few, settings: { ...settings, easyDays } })).toEqual(['long', 'month']);
	});

	it('stays the same while the day goes on', () => {
		const before = day({ due, ahead: [37, 37] });
		const asked = due.filter(({ itemId }) => itemId !== 'short');
		expect(day({ due: asked, reviewed: 1, ahead: [37, 37] })).toEqual(before);
	});
});
