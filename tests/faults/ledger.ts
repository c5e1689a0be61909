import { expect } from 'vitest';
import type { CardState } from '../../src/lib/domain/scheduling/card.ts';
import { schedule } from '../../src/lib/domain/scheduling/fsrs.ts';
import { readSettings } from '../../src/lib/domain/scheduling/settings.ts';
import type { Db } from '../../src/lib/server/db/db.ts';
import { learners } from '../../src/lib/server/db/schema/learners.ts';
import { cards, learnerDays, reviews } from '../../src/lib/server/db/schema/reviews.ts';
import { toCard, toRating } from '../../src/lib/server/reviews/card-row.ts';
import { seedOf } from '../../src/lib/domain/reviewing/take-answer.ts';
import type { Sent } from './learner.ts';

/** Asserts that the log holds every acknowledged answer, once, as it was sent. */
export async function expectEveryAcknowledged(db: Db, acknowledged: readonly Sent[]): Promise<void> {
	const log = new Map((await db.select().from(reviews)).map((review) => [review.id, review]));
	const lost = acknowledged.filter(({ id }) => !log.has(id));
	expect(lost).toEqual([]);
	for (const { id, itemId, itemVersion, formIndex, response } of acknowledged) {
		expect(log.get(id)).toMatchObject({ itemId, itemVersion, formIndex, response });
	}
}

/**
 * Asserts that every card is what its log makes of it, from the first answer on: none that no answer explains, none
 * missing, none ahead or behind; and that each day's counts are those of its answers.
 * @returns how many cards and answers there are
 */
export async function expectLogExplainsCards(db: Db): Promise<{ cards: number; reviews: number }> {
	const log = await db.select().from(reviews);
	const held = await db.select().from(cards);
	const settings = new Map((await db.select().from(learners)).map((learner) => [learner.id, learner]));
	const logs = groupBy(log, (review) => `${review.learnerId} ${review.itemId}`);
	expect(held.map((card) => `${card.learnerId} ${card.itemId}`).sort()).toEqual([...logs.keys()].sort());
	for (const card of held) {
		const learner = settings.get(card.learnerId)!;
		let state: CardState | null = null;
		const own = logs.get(`${card.learnerId} ${card.itemId}`)!.sort((a, b) => a.after.seq - b.after.seq);
		for (const review of own) {
			expect(review.before).toEqual(state);
			const rating = toRating(review.rating);
			state = schedule(state, rating, review.reviewedAt, readSettings(learner.settings), seedOf(card.itemId));
			expect(review.after).toEqual(state);
		}
		expect(toCard(card)).toEqual(state);
	}
	await expectDaysToAddUp(db, log);
	return { cards: held.length, reviews: log.length };
}

async function expectDaysToAddUp(db: Db, log: readonly (typeof reviews.$inferSelect)[]): Promise<void> {
	const days = await db.select().from(learnerDays);
	const logs = groupBy(log, (review) => `${review.learnerId} ${review.day}`);
	expect(days.map((day) => `${day.learnerId} ${day.day}`).sort()).toEqual([...logs.keys()].sort());
	for (const day of days) {
		const own = logs.get(`${day.learnerId} ${day.day}`)!;
		const introduced = own.filter((review) => review.before === null).length;
		const correct = own.filter((review) => review.rating > 1).length;
		expect(day).toMatchObject({ answered: own.length, introduced, correct });
	}
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
	return groups;
}
