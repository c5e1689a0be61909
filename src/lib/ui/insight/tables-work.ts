import { shareOf } from '#lib/domain/insight/cells.ts';
import type { Statistics } from '#lib/domain/insight/statistics.ts';
import { m } from '#lib/paraglide/messages.js';
import { ratingName } from '../review/ratings.ts';
import { weekdayName } from './format.ts';
import { column, type Table } from './table.ts';
import { CARD_WORDS, PERIOD_WORDS } from './words.ts';

/** True retention by period. */
export function retentionTable({ retention }: Statistics): Table {
	return {
		columns: [
			column(m.insight_period(), 'text'),
			column(m.insight_young_passed()),
			column(m.insight_young_all()),
			column(m.insight_young_share(), 'share'),
			column(m.insight_mature_passed()),
			column(m.insight_mature_all()),
			column(m.insight_mature_share(), 'share'),
			column(m.insight_both_share(), 'share')
		],
		rows: retention.map(({ period, young, mature, both }) => [
			PERIOD_WORDS[period](),
			young.passed,
			young.all,
			shareOf(young),
			mature.passed,
			mature.all,
			shareOf(mature),
			shareOf(both)
		])
	};
}

/** What comes back by day, the backlog in front without a day of its own. */
export function forecastTable({ forecast }: Statistics): Table {
	const ahead = forecast.days.map(({ day, count }) => [day, count]);
	return {
		columns: [column(m.insight_day(), 'day'), column(m.insight_cards())],
		rows: [[m.insight_overdue(), forecast.backlog], ...ahead]
	};
}

/** The year by weeks. */
export function heatTable({ heat }: Statistics): Table {
	const names = Array.from({ length: 7 }, (_, index) => weekdayName(index));
	return {
		columns: [column(m.insight_heat_week(), 'day'), ...names.map((name) => column(name))],
		rows: heat.weeks.map(({ monday: from, days }) => [
			from,
			...Array.from({ length: 7 }, (_, index) => days[index]?.answered ?? null)
		])
	};
}

/** What was done, by day, week or month. */
export function workTable({ work }: Statistics): Table {
	return {
		columns: [
			column(m.insight_from(), 'day'),
			column(m.insight_to(), 'day'),
			column(m.insight_answers()),
			column(m.insight_right()),
			column(m.insight_new()),
			column(m.insight_minutes_column(), 'minutes')
		],
		rows: work.stretches.map(({ from, to, answered, correct, introduced, durationMs }) => [
			from,
			to,
			answered,
			correct,
			introduced,
			Math.round(durationMs / 6000) / 10
		])
	};
}

/** Answers by the hour of the day. */
export function hoursTable({ hours }: Statistics): Table {
	return {
		columns: [
			column(m.insight_hour(), 'hour'),
			column(m.insight_answers()),
			column(m.insight_right()),
			column(m.insight_right_share(), 'share')
		],
		rows: hours.map((passed, hour) => [hour, passed.all, passed.passed, shareOf(passed)])
	};
}

/** Answers by kind of card and button. */
export function buttonsTable({ buttons }: Statistics): Table {
	const names = ([1, 2, 3, 4] as const).map((rating) => column(ratingName(rating)));
	return {
		columns: [
			column(m.insight_card_kind(), 'text'),
			...names,
			column(m.insight_answers()),
			column(m.insight_right_share(), 'share')
		],
		rows: buttons.map(({ kind, counts, all, right }) => [
			CARD_WORDS[kind](),
			...counts,
			all,
			shareOf({ passed: right, all })
		])
	};
}
