import { sql, type SQL } from 'drizzle-orm';
import { MATURE_FROM } from '#lib/domain/insight/cells.ts';
import { curveFactor, DEFAULT_DECAY } from '#lib/domain/insight/prediction.ts';
import { addDays } from '#lib/domain/scheduling/clock.ts';
import { reviews, undos } from '#lib/server/db/schema/reviews.ts';
import type { Offset } from './offsets.ts';

/** What of a learner's log is summed. */
export interface LogScope {
	learnerId: string;
	/** The items of a deck; null for every answer, also to items that are in no deck any more. */
	itemIds: readonly string[] | null;
	today: string;
	/** The first day of the range; null for all. */
	since: string | null;
	/** The first day whose predictions are compared with what happened. */
	predictedSince: string;
	/** How far her clock was ahead of UTC while the log was written, and the hour at which a new day begins for her. */
	offsets: readonly Offset[];
	dayStart: number;
	/** How fast the model forgot by which reviews were scheduled, by their options' id; the others had the default. */
	decays: ReadonlyMap<string, number>;
}

/** The marks by which the database tells the sums apart: which of the four columns they are not by. */
export const SUMS = { answers: 0b0111, hours: 0b1011, items: 0b1101, recalls: 0b1110 };

/** What the query gives: which sum a row is of, what it is by, and how many answers it counts. */
export const LOG_COLUMNS = 'sum age in_range kind rating tested hour item_id percent passed count'.split(' ');

const DAY_SECONDS = 24 * 60 * 60;
const number = (value: number) => sql.raw(`${value}::float8`);

/**
 * Everything that statistics need of the log, summed in one reading of it. Steps are fenced by OFFSET 0, or the planner
 * would work out a value once for each place where it is used.
 */
export function logQuery(scope: LogScope): SQL {
	return sql`select grouping(age, hour, item_id, percent) as sum, age, in_range, kind, rating, tested,
			hour, item_id, percent, passed, count(*)::int as count
		from (${classified(scope)}) as answer
		group by grouping sets (
			(age, in_range, kind, rating, tested), (hour, passed), (item_id, tested, passed), (percent, passed)
		)`;
}

/** Each answer as its sums want it. */
function classified(scope: LogScope): SQL {
	const before = (days: number) => sql`day <= ${addDays(scope.today, -days)}::date`;
	const tested = sql`(interval >= 1 and elapsed > 0)`;
	return sql`select
			case when ${before(365)} then 5 when ${before(30)} then 4 when ${before(7)} then 3 when ${before(2)} then 2
				when ${before(1)} then 1 else 0 end as age,
			in_range, rating, rating > 1 as passed,
			case when in_range then floor(clock / 3600)::int % 24 end as hour,
			case when in_range then item_id end as item_id,
			case when interval is null then 0 when interval < ${sql.raw(String(MATURE_FROM))} then 1 else 2 end as kind,
			coalesce(${tested}, false) as tested,
			case when stability > 0 and ${tested} and day >= ${scope.predictedSince}::date
				then floor(100 * power(1 + factor * elapsed / stability, -decay))::int end as percent
		from (${taken(scope)}) as taken
		offset 0`;
}

/**
 * Each answer with its time by her clock, in seconds, and her days since the answer before. Where nothing is predicted it
 * only matters whether there was a day between: after two days there was one in any zone, and they are not counted.
 */
function taken(scope: LogScope): SQL {
	const { decays, since, dayStart, predictedSince } = scope;
	const by = (value: (decay: number) => number) => {
		const otherwise = number(value(DEFAULT_DECAY));
		const cases = [...decays].map(([id, decay]) => sql`when ${id} then ${number(value(decay))}`);
		return cases.length === 0 ? otherwise : sql`case options ${sql.join(cases, sql` `)} else ${otherwise} end`;
	};
	const inRange = since === null ? sql`true` : sql`day >= ${since}::date`;
	const clock = (at: SQL) => sql`${at} + ${offsetAt(scope, at)}`;
	const dayBefore = sql`floor((${clock(sql`last`)} - ${number(dayStart * 3600)}) / ${number(DAY_SECONDS)})::int`;
	const isCounted = sql`day >= ${predictedSince}::date or at - last < ${number(2 * DAY_SECONDS)}`;
	const elapsed = sql`case when ${isCounted} then day - date '1970-01-01' - ${dayBefore} else 1 end`;
	return sql`select day, rating, item_id, interval, stability, ${inRange} as in_range, ${clock(sql`at`)} as clock,
			case when interval >= 1 then ${elapsed} end as elapsed,
			${by((decay) => decay)} as decay, ${by(curveFactor)} as factor
		from (${counting(scope)}) as counting
		offset 0`;
}

/** How far her clock is ahead of UTC at an instant; the last change is asked for first. */
function offsetAt({ offsets }: LogScope, at: SQL): SQL {
	const [first, ...changes] = offsets;
	const cases = changes
		.toReversed()
		.map(({ from, offset }) => sql`when ${at} >= ${number(from)} then ${number(offset)}`);
	const otherwise = number(first?.offset ?? 0);
	return cases.length === 0 ? otherwise : sql`case ${sql.join(cases, sql` `)} else ${otherwise} end`;
}

/** The answers that count: neither taken back nor replaced; the few that do not are found by their indexes and hashed. */
function counting({ learnerId, itemIds }: LogScope): SQL {
	const { day, itemId, rating, reviewedAt, options, id, amends } = reviews;
	return sql`select ${day}, ${itemId}, ${rating}, ${options}, date_part('epoch', ${reviewedAt}) as at,
			${reviews.intervalBefore} as interval, ${reviews.stabilityBefore} as stability, ${reviews.answeredBefore} as last
		from ${reviews}
		where ${reviews.learnerId} = ${learnerId} ${itemIds === null ? sql`` : sql`and ${ofItems(itemIds)}`}
			and ${id} not in (
				select ${amends} from ${reviews} where ${reviews.learnerId} = ${learnerId} and ${amends} is not null
				union all select ${undos.reviewId} from ${undos} where ${undos.learnerId} = ${learnerId}
			)
		offset 0`;
}

/** Whether an answer is to one of these items. */
export function ofItems(itemIds: readonly string[]): SQL {
	return sql`${reviews.itemId} in (select jsonb_array_elements_text(${JSON.stringify(itemIds)}::jsonb))`;
}
