import { sql, type SQL } from 'drizzle-orm';
import { MATURE_FROM } from '#lib/domain/insight/cells.ts';
import { curveFactor, DEFAULT_DECAY } from '#lib/domain/insight/prediction.ts';
import { addDays } from '#lib/domain/scheduling/clock.ts';
import { reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { beginsOnHours, datesOf, type CalendarDay } from './calendar.ts';

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
	/** Every day on which an answer was given, and those around. */
	calendar: readonly CalendarDay[];
	/** How fast the model forgot by which reviews were scheduled, by their options' id; the others had the default. */
	decays: ReadonlyMap<string, number>;
}

/** The marks by which the database tells the sums apart: which of the four columns they are not by. */
export const SUMS = { answers: 0b0111, hours: 0b1011, items: 0b1101, recalls: 0b1110 };

/**
 * Everything that statistics need of the log, summed in one reading of it. Steps are fenced by OFFSET 0, or the
 * planner would take the fields out of the stored card once for each place where they are used.
 */
export function logQuery(scope: LogScope): SQL {
	return sql`with ${calendars(scope)}
		select grouping(age, hour, item_id, percent) as sum, age, in_range, kind, rating, tested,
			extract(epoch from hour)::float8 as hour, item_id, percent, passed, count(*)::int as count
		from (${classified(scope)}) as answer
		group by grouping sets (
			(age, in_range, kind, rating, tested), (hour, passed), (item_id, tested, passed), (percent, passed)
		)`;
}

/** The learner's days and the dates by UTC; compared as text, which is ten times as fast as reading instants. */
function calendars({ calendar }: LogScope): SQL {
	return sql`calendar as materialized (
			select (entry ->> 0)::date as day, (entry ->> 1) collate "C" as begins
			from jsonb_array_elements(${JSON.stringify(calendar)}::jsonb) as entry
		), dates as materialized (
			select entry ->> 0 as date, (entry ->> 1)::date as day, (entry ->> 2) collate "C" as first, (entry ->> 3) collate "C" as second
			from jsonb_array_elements(${JSON.stringify(datesOf(calendar))}::jsonb) as entry
		)`;
}

/** Each answer as its sums want it. */
function classified(scope: LogScope): SQL {
	const after = (days: number) => sql`taken.day > ${addDays(scope.today, -days)}::date`;
	const tested = sql`days >= 1 and last_review < calendar.begins`;
	const elapsed = sql`(taken.day - dates.day - (last_review >= dates.first)::int - (last_review >= dates.second)::int)`;
	return sql`select
			case when ${after(1)} then 0 when ${after(2)} then 1 when ${after(7)} then 2 when ${after(30)} then 3
				when ${after(365)} then 4 else 5 end as age,
			in_range, rating, rating > 1 as passed, hour, item_id,
			case when days is null then 0 when days < ${sql.raw(String(MATURE_FROM))} then 1 else 2 end as kind,
			coalesce(${tested}, false) as tested,
			case when stability > 0 and ${tested}
				then floor(100 * power(1 + factor * ${elapsed} / stability, -decay))::int end as percent
		from (${taken(scope)}) as taken
			left join calendar on calendar.day = taken.day
			left join dates on stability is not null and dates.date = left(last_review, 10)
		offset 0`;
}

/** Each answer with the fields of the card before it that are needed, each taken out of the card once. */
function taken(scope: LogScope): SQL {
	const { predictedSince, decays, calendar: days } = scope;
	const stride = sql.raw(beginsOnHours(days) ? `'1 hour'` : `'15 minutes'`);
	const by = (value: (decay: number) => number) => {
		const otherwise = sql.raw(`${value(DEFAULT_DECAY)}::float8`);
		const cases = [...decays].map(([id, decay]) => sql`when ${id} then ${value(decay)}::float8`);
		return cases.length === 0 ? otherwise : sql`case options ${sql.join(cases, sql` `)} else ${otherwise} end`;
	};
	return sql`select day, rating, in_range,
			case when in_range then item_id end as item_id,
			case when in_range then date_bin(${stride}, reviewed_at, '2000-01-01T00:00Z') end as hour,
			case when state = '2' then (before ->> 'scheduledDays')::int end as days,
			case when state = '2' then before ->> 'lastReview' end collate "C" as last_review,
			case when state = '2' and day >= ${predictedSince}::date then (before ->> 'stability')::float8 end as stability,
			${by((decay) => decay)} as decay, ${by(curveFactor)} as factor
		from (${counting(scope)}) as counting
		offset 0`;
}

/** The answers that count: neither taken back nor replaced; the few that do not are found in one reading and hashed. */
function counting({ learnerId, itemIds, since }: LogScope): SQL {
	const { day, itemId, rating, reviewedAt, before, options, id, amends } = reviews;
	const inRange = since === null ? sql`true` : sql`${day} >= ${since}::date`;
	return sql`select ${day}, ${itemId}, ${rating}, ${reviewedAt}, ${before}, ${options},
			${before} ->> 'state' as state, ${inRange} as in_range
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
