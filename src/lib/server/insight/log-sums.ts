import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import {
	AGES,
	CARD_KINDS,
	type AnswerCell,
	type HourCell,
	type ItemCell,
	type RecallCell
} from '#lib/domain/insight/cells.ts';
import { decayOf } from '#lib/domain/insight/prediction.ts';
import { addDays, type DayClock } from '#lib/domain/scheduling/clock.ts';
import type { Db } from '#lib/server/db/db.ts';
import { reviews } from '#lib/server/db/schema/reviews.ts';
import { scheduleOptions } from '#lib/server/db/schema/scheduling.ts';
import { wideRows } from '#lib/server/db/wide.ts';
import { LOG_COLUMNS, logQuery, SUMS, type LogScope } from './log-query.ts';
import { offsetsOf } from './offsets.ts';

/** What the log holds, summed. */
export interface LogSums {
	answers: AnswerCell[];
	hours: HourCell[];
	items: ItemCell[];
	recalls: RecallCell[];
}

/** Predictions of the last year at most are compared with what happened: older ones say little of the model now. */
const PREDICTED_DAYS = 365;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const nullable = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);
const answerRow = v.object({
	age: v.pipe(
		v.number(),
		v.transform((index) => AGES[index]),
		v.picklist(AGES)
	),
	in_range: v.boolean(),
	kind: v.pipe(
		v.number(),
		v.transform((index) => CARD_KINDS[index]),
		v.picklist(CARD_KINDS)
	),
	rating: v.picklist([1, 2, 3, 4]),
	tested: v.boolean(),
	count
});
const hourRow = v.object({ hour: nullable(count), passed: v.boolean(), count });
const itemRow = v.object({ item_id: nullable(v.string()), tested: v.boolean(), passed: v.boolean(), count });
const recallRow = v.object({ percent: nullable(v.number()), passed: v.boolean(), count });

/** The query behind how long a learner's log is: the two ends of the index on (learner, time). */
export function spanQuery(db: Db, learnerId: string) {
	return db
		.select({
			first: sql<Date | null>`min(${reviews.reviewedAt})`.mapWith(reviews.reviewedAt),
			last: sql<Date | null>`max(${reviews.reviewedAt})`.mapWith(reviews.reviewedAt)
		})
		.from(reviews)
		.where(eq(reviews.learnerId, learnerId));
}

/** The query behind by which models a learner's reviews were scheduled: one range of the primary key. */
export function modelsQuery(db: Db, learnerId: string) {
	return db
		.select({ id: scheduleOptions.id, options: scheduleOptions.options })
		.from(scheduleOptions)
		.where(eq(scheduleOptions.learnerId, learnerId));
}

/** What of the log is wanted: a deck's items or all, from a day on or from the beginning. */
export type Wanted = Pick<LogScope, 'learnerId' | 'itemIds' | 'today' | 'since'> & { clock: DayClock };

/** Everything that statistics need of a learner's log. */
export async function logSums(db: Db, { clock, ...wanted }: Wanted): Promise<LogSums> {
	const [span] = await spanQuery(db, wanted.learnerId);
	if (!span?.first || !span.last) return { answers: [], hours: [], items: [], recalls: [] };
	const models = (await modelsQuery(db, wanted.learnerId)).filter(({ options }) => options.model);
	const scope: LogScope = {
		...wanted,
		predictedSince: laterDay(wanted.since, addDays(wanted.today, 1 - PREDICTED_DAYS)),
		offsets: offsetsOf(clock.timeZone, span.first, span.last),
		dayStart: clock.dayStart,
		decays: new Map(models.map(({ id, options }) => [id, decayOf(options.model)]))
	};
	return sorted(await wideRows(db, logQuery(scope), LOG_COLUMNS));
}

function sorted(rows: readonly Record<string, unknown>[]): LogSums {
	const of = <S extends v.GenericSchema>(sum: number, schema: S) =>
		rows.filter((row) => row.sum === sum).map((row) => v.parse(schema, row));
	return {
		answers: of(SUMS.answers, answerRow).map(({ in_range: inRange, ...cell }) => ({ ...cell, inRange })),
		hours: of(SUMS.hours, hourRow).flatMap(({ hour, passed, count }) =>
			hour === null ? [] : [{ hour, right: passed, count }]
		),
		items: of(SUMS.items, itemRow).flatMap(({ item_id: itemId, tested, passed, count }) =>
			itemId === null ? [] : [{ itemId, tested, right: passed, count }]
		),
		recalls: of(SUMS.recalls, recallRow).flatMap(({ percent, passed, count }) =>
			percent === null ? [] : [{ percent, right: passed, count }]
		)
	};
}

function laterDay(a: string | null, b: string): string {
	return a !== null && a > b ? a : b;
}
