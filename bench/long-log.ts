import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { countsByDay } from '#lib/domain/reviewing/item-log.ts';
import { seedOf } from '#lib/domain/reviewing/take-answer.ts';
import type { CardState, Rating } from '#lib/domain/scheduling/card.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { drawer } from '#lib/domain/scheduling/fit/random.ts';
import { schedule } from '#lib/domain/scheduling/fsrs.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { cards, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { toColumns } from '#lib/server/reviews/card-row.ts';
import { keepOptions } from '#lib/server/reviews/schedule-options.ts';
import { addToDays } from '#lib/server/reviews/store.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

const DAYS = 5 * 365;
const DAY_MS = 24 * 60 * 60_000;
const ROWS_A_STATEMENT = 1000;
/** Of so many answers one was taken back. */
const ONE_UNDONE_IN = 100;

type Row = typeof reviews.$inferInsert;

interface Log {
	rows: Row[];
	/** The cards as their last answers left them, by item. */
	held: Map<string, CardState>;
}

/** What the answers to one item are made by. */
interface Course {
	learner: Learner;
	itemId: string;
	options: string;
	draw: () => number;
	now: Date;
}

/**
 * A learner with so many answers of five years, each scheduled by the ones before it and given about when it fell due:
 * to the items of the bank first, then to others, as of articles that are gone.
 */
export async function fillLongLog(db: Db, bank: Bank, answers: number, now: Date): Promise<Learner> {
	const learner = { id: randomUUID(), settings: { ...DEFAULT_SETTINGS, timeZone: 'Europe/Berlin' } };
	await db.insert(learners).values({ ...learner, createdAt: new Date(now.getTime() - (DAYS + 1) * DAY_MS) });
	const options = await keepOptions(db, learner.id, learner.settings);
	const log: Log = { rows: [], held: new Map() };
	for (let index = 0; log.rows.length < answers; index++) {
		const itemId = bank.items[index]?.id ?? `gone.${index}`;
		answerAll(log, { learner, itemId, options, draw: drawer(1, index), now });
	}
	const inOrder = log.rows.slice(0, answers).toSorted((a, b) => a.reviewedAt.getTime() - b.reviewedAt.getTime());
	await store(db, learner, { ...log, rows: inOrder }, now);
	return learner;
}

/** All answers to one item, from some day of the first three years on. */
function answerAll({ rows, held }: Log, { learner, itemId, options, draw, now }: Course): void {
	let at = now.getTime() - (DAYS - draw() * DAYS * 0.6) * DAY_MS;
	let before: CardState | null = null;
	while (at < now.getTime()) {
		const rating: Rating = draw() < 0.1 ? 1 : draw() < 0.15 ? 2 : draw() < 0.9 ? 3 : 4;
		const reviewedAt = new Date(at);
		const after: CardState = schedule(before, rating, reviewedAt, learner.settings, seedOf(itemId));
		rows.push({
			...{ learnerId: learner.id, id: randomUUID(), itemId, itemVersion: 'v', form: 'choice', formIndex: 0 },
			...{ response: { form: 'choice', option: 'a' }, verdict: rating > 1 ? 'correct' : 'wrong', reason: 'option' },
			...{ score: rating > 1 ? 1 : 0, rating, durationMs: 2000 + Math.floor(draw() * 9000), reviewedAt },
			...{ day: dayOf(reviewedAt, learner.settings), before, after, options, receivedAt: reviewedAt }
		});
		before = after;
		held.set(itemId, after);
		at = Math.max(at + 60_000, Date.parse(after.due) + draw() * DAY_MS * 0.6);
	}
}

async function store(db: Db, learner: Learner, { rows, held }: Log, now: Date): Promise<void> {
	const inParts = async <T>(all: readonly T[], write: (part: T[]) => Promise<unknown>) => {
		for (let at = 0; at < all.length; at += ROWS_A_STATEMENT) await write(all.slice(at, at + ROWS_A_STATEMENT));
	};
	await inParts(rows, (part) => db.insert(reviews).values(part));
	await inParts([...held], (part) =>
		db
			.insert(cards)
			.values(part.map(([itemId, card]) => ({ learnerId: learner.id, itemId, memory: null, ...toColumns(card) })))
	);
	const undone = rows.filter((_, index) => index % ONE_UNDONE_IN === 0);
	await inParts(undone, (part) =>
		db.insert(undos).values(part.map(({ id }) => ({ learnerId: learner.id, reviewId: id, undoneAt: now })))
	);
	const gone = new Set(undone);
	const counting = rows.filter((row) => !gone.has(row));
	const days = countsByDay(counting.map((review) => ({ review, before: review.before ?? null })));
	await inParts([...days], (part) => addToDays(db, learner.id, part));
	await db.execute(sql`vacuum analyze`);
}
