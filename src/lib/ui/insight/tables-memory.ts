import { shareOf } from '#lib/domain/insight/cells.ts';
import type { Bin } from '#lib/domain/insight/distribution.ts';
import type { NamedGroup, Statistics } from '#lib/domain/insight/statistics.ts';
import { m } from '#lib/paraglide/messages.js';
import { topicWord } from '../tongue/words.ts';
import { column, type Table } from './table.ts';
import { factWord } from './words.ts';

/** Cards by days: from, to below. */
export function daysTable(bins: readonly Bin[]): Table {
	return {
		columns: [column(m.insight_from_days()), column(m.insight_to_days()), column(m.insight_cards())],
		rows: bins.map(({ from, to, count }) => [from, to, count])
	};
}

/** Cards by tenths: from, to below. */
export function sharesTable(bins: readonly Bin[]): Table {
	return {
		columns: [column(m.insight_from_percent()), column(m.insight_to_percent()), column(m.insight_cards())],
		rows: bins.map(({ from, to, count }) => [from, to, count])
	};
}

/** What was predicted against what happened. */
export function calibrationTable({ calibration }: Statistics): Table {
	return {
		columns: [
			column(m.insight_from_percent()),
			column(m.insight_to_percent()),
			column(m.insight_predicted(), 'share'),
			column(m.insight_recalled(), 'share'),
			column(m.insight_answers())
		],
		rows: calibration.bins.map(({ from, to, predicted, recalled }) => [
			from,
			to,
			predicted,
			shareOf(recalled),
			recalled.all
		])
	};
}

/** What a topic is called. */
export const topicName = ({ id, label }: NamedGroup): string => topicWord(id, label);
/** What a kind of fact is called. */
export const kindName = ({ id }: NamedGroup): string => factWord(id);

/** How the learner stands with each group of items. */
export function groupsTable(
	first: string,
	groups: readonly NamedGroup[],
	nameOf: (group: NamedGroup) => string
): Table {
	return {
		columns: [
			column(first, 'text'),
			column(m.insight_items()),
			column(m.insight_met()),
			column(m.insight_due()),
			column(m.insight_recall_now(), 'share'),
			column(m.insight_tested()),
			column(m.insight_retained(), 'share'),
			column(m.insight_hardest(), 'text'),
			column(m.insight_hardest_wrong(), 'share')
		],
		rows: groups.map((group) => [
			nameOf(group),
			group.items,
			group.met,
			group.due,
			group.recall,
			group.retention.all,
			shareOf(group.retention),
			group.hardest?.question ?? null,
			group.hardest && 1 - group.hardest.answers.passed / group.hardest.answers.all
		])
	};
}
