import { utcOffset } from '../scheduling/clock.ts';
import { plus, type HourCell, type Passed } from './cells.ts';

const HOUR_MS = 3_600_000;

/** The answers of the range by the hour of the learner's clock, 0 to 23. */
export function hourRows(cells: readonly HourCell[], timeZone: string): Passed[] {
	const rows = Array.from({ length: 24 }, (): Passed => ({ passed: 0, all: 0 }));
	for (const { at, right, count } of cells) {
		const hour = Math.floor((at.getTime() + utcOffset(timeZone, at)) / HOUR_MS) % 24;
		const row = rows[hour];
		if (row) rows[hour] = plus(row, { passed: right ? count : 0, all: count });
	}
	return rows;
}
