import { and, asc, eq, gte } from 'drizzle-orm';
import { dayOf, daysBetween } from '#lib/domain/scheduling/clock.ts';
import { intervalText } from '#lib/domain/scheduling/intervals.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { reviews } from '#lib/server/db/schema/reviews.ts';
import { stillCounts } from './store.ts';
import type { Learner } from './today.ts';

export interface SessionSummary {
	answered: number;
	correct: number;
	introduced: number;
	durationMs: number;
	/** Each question once, by its last answer. */
	items: { itemId: string; question: string; key: string; right: boolean; dueText: string; due: string }[];
	/** How many come back when. */
	comingBack: { when: 'today' | 'tomorrow' | 'this week' | 'this month' | 'later'; count: number }[];
}

/** What was learnt since an instant, and what comes back when. */
export async function sessionSummary(
	db: Db,
	bank: Bank,
	learner: Learner,
	since: Date,
	now: Date
): Promise<SessionSummary> {
	const rows = await db
		.select()
		.from(reviews)
		.where(and(eq(reviews.learnerId, learner.id), gte(reviews.reviewedAt, since), stillCounts))
		.orderBy(asc(reviews.reviewedAt));
	const last = new Map(rows.map((row) => [row.itemId, row]));
	const items = [...last.values()].flatMap((row) => {
		const item = bank.item(row.itemId);
		if (!item) return [];
		const dueText = intervalText(row.after, now, learner.settings);
		return {
			itemId: item.id,
			question: item.question,
			key: item.key,
			right: row.rating > 1,
			dueText,
			due: row.after.due
		};
	});
	return {
		answered: rows.length,
		correct: rows.filter((row) => row.rating > 1).length,
		introduced: rows.filter((row) => row.before === null).length,
		durationMs: rows.reduce((sum, row) => sum + row.durationMs, 0),
		items,
		comingBack: comingBack(
			items.map((item) => item.due),
			learner,
			now
		)
	};
}

const SPANS = [
	['today', 0],
	['tomorrow', 1],
	['this week', 7],
	['this month', 31],
	['later', Infinity]
] as const;

function comingBack(dues: readonly string[], learner: Learner, now: Date): SessionSummary['comingBack'] {
	const today = dayOf(now, learner.settings);
	const days = dues.map((due) => daysBetween(today, dayOf(new Date(due), learner.settings)));
	return SPANS.map(([when, most], index) => {
		const least = index === 0 ? -Infinity : (SPANS[index - 1]?.[1] ?? 0);
		return { when, count: days.filter((n) => n > least && n <= most).length };
	});
}
