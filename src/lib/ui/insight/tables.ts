import type { Statistics } from '#lib/domain/insight/statistics.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Table } from './table.ts';
import { calibrationTable, daysTable, groupsTable, kindName, sharesTable, topicName } from './tables-memory.ts';
import { buttonsTable, forecastTable, heatTable, hoursTable, retentionTable, workTable } from './tables-work.ts';

/** The tables of the page, by the name that their file's address has. */
export const TABLES = {
	retention: retentionTable,
	forecast: forecastTable,
	heat: heatTable,
	work: workTable,
	hours: hoursTable,
	buttons: buttonsTable,
	intervals: ({ memory }) => daysTable(memory.intervals),
	stability: ({ memory }) => daysTable(memory.stability),
	difficulty: ({ memory }) => sharesTable(memory.difficulty),
	recall: ({ memory }) => sharesTable(memory.recall),
	topics: ({ topics }) => groupsTable(m.insight_topic(), topics, topicName),
	kinds: ({ kinds }) => groupsTable(m.insight_fact_kind(), kinds, kindName),
	calibration: calibrationTable
} satisfies Record<string, (statistics: Statistics) => Table>;
export type TableName = keyof typeof TABLES;

/** Whether a text names a table. */
export function isTableName(name: string): name is TableName {
	return Object.hasOwn(TABLES, name);
}
