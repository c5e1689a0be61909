import { describe, expect, it } from 'vitest';
import { hash } from '../hash.ts';
import type { Item } from '../items/types.ts';
import { timed, type CardState } from './card.ts';
import { catchUpToday, isBacklog, overdueBefore, spreadChoices } from './catch-up.ts';
import { addDays, startOfDay } from './clock.ts';
import { goalOf, knownAt } from './deadline.ts';
import { retrievability, schedule } from './fsrs.ts';
import { lastReviews, newForGoals, type Goal } from './goals.ts';
import { planQueue } from './queue.ts';
import { DEFAULT_SETTINGS, type LearnerSettings } from './settings.ts';

const TOPICS = ['taiwan', 'fentanyl', 'iran'] as const;
const item = (n: number): Item => ({
	...{ id: `item-${n}`, version: 'v', facts: [`f${n}`], families: [`f${n}`], origin: 'ask' as const },
	...{ topic: TOPICS[n % 3]!, kind: 'figure' as const, importance: 2 as const, modality: 'agreed' as const },
	...{ relation: false, question: '', key: '', feedback: '', citations: [], contested: [], forms: [] },
	corroboration: { sources: [], silent: [], origins: 1 }
});

/** A learner who answers everything that is asked on each of her days, on a clock of the test's own. */
class Month {
	readonly cards = new Map<string, CardState>();
	readonly perDay = new Map<string, { answered: number; reviewed: number; introduced: number }>();
	settings: LearnerSettings;
	readonly items: Item[];
	readonly goals: readonly Goal[];
	private readonly byId: ReadonlyMap<string, Item>;
	constructor(settings: LearnerSettings, items: Item[], goals: readonly Goal[]) {
		[this.settings, this.items, this.goals] = [settings, items, goals];
		this.byId = new Map(items.map((one) => [one.id, one]));
	}

	/** Her memory differs from the model: each item is by up to a third weaker or stronger than the model thinks. */
	private recalls(id: string, card: CardState, at: Date): boolean {
		const factor = 0.67 + (0.66 * (hash(`own/${id}`) % 1000)) / 1000;
		const chance = retrievability({ ...card, stability: card.stability * factor }, at, this.settings);
		return hash(`recall/${id}/${card.reps}`) / 2 ** 53 < chance;
	}

	private queueAt(
		now: Date,
		day: string,
		seen: { order: string[]; reviewed: number; introduced: number; late: number }
	) {
		const { settings, cards, goals } = this;
		const met = new Set([...cards].filter(([, { reps }]) => reps > 0).map(([id]) => id));
		const metToday = new Set(seen.order.filter((id) => this.metOn.get(id) === day));
		const wanted = new Set([
			...goals.flatMap((goal) => [...lastReviews(goal, cards, now, settings)]),
			...newForGoals(goals, met, metToday, now, settings)
		]);
		const waiting = [...cards]
			.filter(
				([id, card]) =>
					wanted.has(id) ||
					Date.parse(card.due) <= now.getTime() ||
					(card.state !== 2 && Date.parse(card.due) <= now.getTime() + 86_400_000)
			)
			.map(([itemId, card]) => ({ itemId, card }))
			.toSorted((a, b) => Date.parse(a.card.due) - Date.parse(b.card.due));
		const { late: done, reviewed } = seen;
		const catching = catchUpToday({ waiting, wanted, done, reviewed }, settings, now);
		const limits = catching && { newPerDay: catching.newPerDay };
		return planQueue({
			...{
				now,
				waiting: catching?.waiting ?? waiting,
				wanted,
				answeredToday: seen.order,
				introduced: seen.introduced,
				reviewed: seen.reviewed
			},
			fresh: this.items.filter(({ id }) => !cards.has(id)),
			item: (id) => this.byId.get(id),
			settings: { ...settings, ...limits },
			room: catching?.room
		});
	}

	private readonly metOn = new Map<string, string>();

	live(day: string): void {
		const { settings, cards } = this;
		let now = new Date(startOfDay(day, settings).getTime() + 5 * 3_600_000);
		const begin = settings.catchUp && startOfDay(settings.catchUp.from, settings).getTime();
		const seen = { order: [] as string[], reviewed: 0, introduced: 0, late: 0 };
		for (;;) {
			const { next } = this.queueAt(now, day, seen);
			if (!next) break;
			const { itemId, card } = next;
			if (card && Date.parse(card.due) > now.getTime() && card.state !== 2) now = new Date(card.due);
			const known = card === null ? hash(`first/${itemId}`) % 4 > 0 : this.recalls(itemId, card, now);
			if (card === null) this.metOn.set(itemId, day);
			if (card === null) seen.introduced++;
			if (card?.state === 2) seen.reviewed++;
			if (card?.state === 2 && begin !== null && Date.parse(card.due) < begin) seen.late++;
			cards.set(itemId, schedule(card, known ? 3 : 1, now, settings, `she/${itemId}/`));
			seen.order.push(itemId);
			now = new Date(now.getTime() + 12_000);
		}
		const { reviewed, introduced } = seen;
		this.perDay.set(day, { answered: new Set(seen.order).size, reviewed, introduced });
	}

	loads(): number[] {
		return [...this.perDay.values()].map(({ answered }) => answered);
	}
}

const FIRST = '2026-03-02';
const EXAM = '2026-04-01';
const settings: LearnerSettings = { ...DEFAULT_SETTINGS, timeZone: 'Asia/Shanghai', newPerDay: 0, reviewsPerDay: 50 };
const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b) / numbers.length;
const SIZE = 200;
/** The same month with other items, which chance treats otherwise. */
const decks = [0, 1000, 2000].map((from) => Array.from({ length: SIZE }, (_, n) => item(from + n)));
const idsOf = (deck: Item[]) => deck.map(({ id }) => id);
const goalFor = (deck: Item[]) => goalOf({ day: EXAM, createdAt: startOfDay(FIRST, settings) }, idsOf(deck), settings);
const daysUntilExam = Array.from({ length: 30 }, (_, n) => addDays(FIRST, n));

function monthOf(deck: Item[], goals: readonly Goal[], more: Partial<LearnerSettings> = {}): Month {
	const month = new Month({ ...settings, ...more }, deck, goals);
	for (const day of daysUntilExam) month.live(day);
	return month;
}

const timedOf = (cards: ReadonlyMap<string, CardState>) => new Map([...cards].map(([id, card]) => [id, timed(card)]));

describe('a month of daily use with a deadline', () => {
	it.each([0, 1, 2])(
		'meets every item, knows nine in ten on the day, no day far above the others: deck %i',
		(which) => {
			const deck = decks[which] ?? [];
			const goal = goalFor(deck);
			const month = monthOf(deck, [goal]);
			expect(month.cards.size).toBe(SIZE);
			expect(knownAt(idsOf(deck), timedOf(month.cards), goal.at, settings)).toBeGreaterThan(0.9);
			const loads = month.loads();
			expect(Math.max(...loads) / mean(loads)).toBeLessThanOrEqual(1.6);
		}
	);

	it('knows more on the day than the same new items a day without a deadline, which forgets what is not due', () => {
		const [deck = []] = decks;
		const goal = goalFor(deck);
		const known = (month: Month) => knownAt(idsOf(deck), timedOf(month.cards), goal.at, settings);
		const without = monthOf(deck, [], { newPerDay: 9, reviewsPerDay: 200 });
		expect(without.cards.size).toBe(SIZE);
		expect(known(monthOf(deck, [goal]))).toBeGreaterThan(known(without) + 0.02);
	});

	it('is made up for after ten days away, without a wall of reviews', () => {
		const [deck = []] = decks;
		const goal = goalFor(deck);
		const month = new Month(settings, deck, [goal]);
		for (const day of daysUntilExam.slice(0, 10)) month.live(day);
		const back = daysUntilExam[20] ?? '';
		const overdue = overdueBefore(month.cards.values(), back, settings);
		expect(isBacklog(overdue, settings.reviewsPerDay)).toBe(true);
		month.settings = { ...settings, catchUp: { from: back, days: spreadChoices(overdue, 50)[1], fresh: 'none' } };
		for (const day of daysUntilExam.slice(20)) month.live(day);
		expect(month.cards.size).toBe(SIZE);
		expect(knownAt(idsOf(deck), timedOf(month.cards), goal.at, settings)).toBeGreaterThan(0.9);
		expect(overdueBefore(month.cards.values(), EXAM, settings)).toBe(0);
		const after = month.loads().slice(10);
		// All that waited would have been asked on the first day: the backlog, and the day's new items.
		expect(after[0]).toBeLessThan(overdue / 2);
		expect(Math.max(...after) / mean(after)).toBeLessThanOrEqual(1.6);
	});
});
