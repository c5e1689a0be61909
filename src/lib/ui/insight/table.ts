import type { Cell } from '#lib/domain/exchange/csv.ts';
import { numberText, shortWeekday } from '../tongue/format.ts';
import { daysText, hourText, percent } from './format.ts';

/** How a column's values are put on a page; in a file they stand as they are. */
export type Format = 'text' | 'count' | 'share' | 'day' | 'hour' | 'minutes' | 'days' | 'percent';

export interface Column {
	label: string;
	as: Format;
}

/** What a picture shows, as rows. */
export interface Table {
	columns: Column[];
	rows: Cell[][];
}

/** A column; the first one of a table names its rows. */
export const column = (label: string, as: Format = 'count'): Column => ({ label, as });

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A value of a table as a page shows it. */
export function cellText(value: Cell, as: Format): string {
	if (value === null) return '–';
	if (typeof value === 'string') return as === 'day' && DAY.test(value) ? shortWeekday(value) : value;
	if (as === 'share') return percent(value);
	if (as === 'hour') return hourText(value);
	if (as === 'minutes') return numberText(value, { maximumFractionDigits: 1 });
	return as === 'days' ? daysText(value) : numberText(value);
}
