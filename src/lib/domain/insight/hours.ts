import { plus, type HourCell, type Passed } from './cells.ts';

/** The answers of the range by the hour of the learner's clock, 0 to 23. */
export function hourRows(cells: readonly HourCell[]): Passed[] {
	const rows = Array.from({ length: 24 }, (): Passed => ({ passed: 0, all: 0 }));
	for (const { hour, right, count } of cells) {
		const row = rows[hour];
		if (row) rows[hour] = plus(row, { passed: right ? count : 0, all: count });
	}
	return rows;
}
