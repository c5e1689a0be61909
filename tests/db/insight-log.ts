import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { CardState, Rating } from '#lib/domain/scheduling/card.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** One answer as a test says it. */
export interface Said {
	itemId: string;
	at: Date;
	rating: Rating;
	/** The card before; null for a new item. */
	before: { state: 1 | 2 | 3; scheduledDays: number; stability: number; lastReview: Date } | null;
	durationMs?: number;
	/** What became of it: taken back, or replaced by an answer with this rating. */
	fate?: 'undone' | Rating;
}

/** An answer that counts. */
export interface Counting extends Said {
	day: string;
}

function cardOf({ before }: Said): CardState | null {
	if (!before) return null;
	const lastReview = before.lastReview.toISOString();
	const { state, scheduledDays, stability } = before;
	return {
		state,
		scheduledDays,
		stability,
		lastReview,
		due: lastReview,
		difficulty: 5,
		step: 0,
		reps: 1,
		lapses: 0,
		seq: 1
	};
}

/** Writes answers as the log holds them, with the counts of their days. */
export async function writeLog(db: Db, learner: Learner, said: readonly Said[]): Promise<Counting[]> {
	const counting: Counting[] = [];
	const base = { form: 'choice', formIndex: 0, response: { form: 'choice', option: 'a' } as const, reason: 'option' };
	for (const one of said) {
		const day = dayOf(one.at, learner.settings);
		const before = cardOf(one);
		const row = (rating: Rating, amends: string | null) => ({
			...{ ...base, learnerId: learner.id, id: randomUUID(), itemId: one.itemId, itemVersion: 'v' },
			...{ verdict: rating > 1 ? ('correct' as const) : ('wrong' as const), score: rating > 1 ? 1 : 0, rating, amends },
			...{
				durationMs: one.durationMs ?? 0,
				reviewedAt: one.at,
				day,
				before,
				after: before ?? cardOf({ ...one, before: NEW })!
			}
		});
		const first = row(one.rating, null);
		await db.insert(reviews).values(first);
		if (one.fate === 'undone')
			await db.insert(undos).values({ learnerId: learner.id, reviewId: first.id, undoneAt: one.at });
		else if (one.fate) {
			await db.insert(reviews).values(row(one.fate, first.id));
			counting.push({ ...one, rating: one.fate, day });
		} else counting.push({ ...one, day });
	}
	await writeDays(db, learner, counting);
	return counting;
}

const NEW = { state: 1, scheduledDays: 0, stability: 1, lastReview: new Date(0) } as const;

async function writeDays(db: Db, { id: learnerId }: Learner, counting: readonly Counting[]): Promise<void> {
	for (const day of new Set(counting.map((one) => one.day))) {
		const of = counting.filter((one) => one.day === day);
		await db.insert(learnerDays).values({
			...{ learnerId, day, answered: of.length, correct: of.filter(({ rating }) => rating > 1).length },
			introduced: of.filter(({ before }) => before === null).length,
			reviewed: of.filter(({ before }) => before?.state === 2).length,
			durationMs: of.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0)
		});
	}
}

const DAY_MS = 86_400_000;

/** Any log of up to forty answers in the 400 days before an instant. */
export function anyLog(itemIds: readonly string[], now: Date): fc.Arbitrary<Said[]> {
	const rating = fc.constantFrom<Rating>(1, 2, 3, 4);
	const one = fc
		.record({
			itemId: fc.constantFrom(...itemIds),
			ago: fc.oneof(fc.integer({ min: 0, max: 3 * DAY_MS }), fc.integer({ min: 0, max: 400 * DAY_MS })),
			rating,
			state: fc.constantFrom(0, 1, 2, 2, 2, 3),
			scheduledDays: fc.constantFrom(0, 1, 5, 20, 21, 22, 90),
			stability: fc.double({ min: 0.5, max: 300, noNaN: true }),
			since: fc.oneof(fc.integer({ min: 1, max: 2 * DAY_MS }), fc.integer({ min: 1, max: 100 * DAY_MS })),
			durationMs: fc.integer({ min: 0, max: 60_000 }),
			fate: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, fc.constant('undone' as const), rating)
		})
		.map(({ ago, since, state, scheduledDays, stability, ...rest }): Said => {
			const at = new Date(now.getTime() - ago);
			const lastReview = new Date(at.getTime() - since);
			return {
				...rest,
				at,
				before: state === 0 ? null : { state: state as 1 | 2 | 3, scheduledDays, stability, lastReview }
			};
		});
	// Every memory begins with an answer in the log.
	const begun: Said = { itemId: itemIds[0]!, at: new Date(now.getTime() - 600 * DAY_MS), rating: 3, before: null };
	return fc.array(one, { minLength: 1, maxLength: 40 }).map((log) => [begun, ...log]);
}
