import { sql, type Column, type SQL } from 'drizzle-orm';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { dueDay, isAside, isDue } from '#lib/domain/scheduling/due.ts';
import { NO_MARKS } from '#lib/domain/scheduling/marks.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cards } from '#lib/server/db/schema/reviews.ts';
import { wideRows } from '#lib/server/db/wide.ts';
import { toPhase } from './card-row.ts';
import { asideMarks } from './set-aside.ts';
import type { Learner } from './today.ts';

const COLUMNS = [
	...['item_id', 'memory', 'state', 'due', 'stability', 'difficulty'],
	...['scheduled_days', 'step', 'reps', 'lapses', 'last_review', 'seq']
];
const milliseconds = (column: Column) => sql`round(date_part('epoch', ${column}) * 1000)`;

/** The query behind a learner's cards: one range of the primary key; instants in milliseconds. */
export function ownCardsQuery(learnerId: string): SQL {
	return sql`select item_id, memory, state, ${milliseconds(cards.due)} as due, stability, difficulty, scheduled_days,
			step, reps, lapses, ${milliseconds(cards.lastReview)} as last_review, seq
		from ${cards} where ${cards.learnerId} = ${learnerId}`;
}

/** A learner's cards of the items as the bank now asks them, by item: one range of the primary key. */
export async function cardsByItem(db: Db, bank: Bank, learner: Learner): Promise<Map<string, CardState>> {
	const held = new Map<string, CardState>();
	for (const row of await wideRows(db, ownCardsQuery(learner.id), COLUMNS)) {
		const itemId = String(row.item_id);
		if (bank.item(itemId) && bank.memory(itemId) === row.memory) held.set(itemId, cardOf(row));
	}
	return held;
}

function cardOf(row: Record<string, unknown>): CardState {
	return {
		state: toPhase(Number(row.state)),
		due: new Date(Number(row.due)).toISOString(),
		stability: Number(row.stability),
		difficulty: Number(row.difficulty),
		scheduledDays: Number(row.scheduled_days),
		step: Number(row.step),
		reps: Number(row.reps),
		lapses: Number(row.lapses),
		lastReview: new Date(Number(row.last_review)).toISOString(),
		seq: Number(row.seq)
	};
}

/** A card of a learner's as every count of hers takes it. */
export interface KnownCard {
	card: CardState;
	/** Set aside by hand today: neither asked nor due. */
	aside: boolean;
	due: boolean;
	/** The learner's own day on which it is asked again; null where she suspended it. */
	dueDay: string | null;
}

/** A learner's cards of the items as the bank now asks them, by item, with what she set aside. */
export async function knownCards(db: Db, bank: Bank, learner: Learner, now: Date): Promise<Map<string, KnownCard>> {
	const { settings } = learner;
	const held = await cardsByItem(db, bank, learner);
	const marks = await asideMarks(db, learner.id);
	const today = dayOf(now, settings);
	const of = (itemId: string, card: CardState): KnownCard => {
		const own = marks.get(itemId) ?? NO_MARKS;
		return {
			card,
			aside: isAside(own, today),
			due: isDue(card, own, now, settings),
			dueDay: dueDay(card, own, settings)
		};
	};
	return new Map([...held].map(([itemId, card]) => [itemId, of(itemId, card)]));
}
