import { plus, type Age, type AnswerCell, type CardKind, type Passed } from './cells.ts';

/** The periods of the table of true retention; each but yesterday ends with today. */
export const PERIODS = ['today', 'yesterday', 'week', 'month', 'year', 'all'] as const;
export type Period = (typeof PERIODS)[number];

export interface RetentionRow {
	period: Period;
	young: Passed;
	mature: Passed;
	both: Passed;
}

const AGES_OF: Record<Period, readonly Age[]> = {
	today: ['today'],
	yesterday: ['yesterday'],
	week: ['today', 'yesterday', 'week'],
	month: ['today', 'yesterday', 'week', 'month'],
	year: ['today', 'yesterday', 'week', 'month', 'year'],
	all: ['today', 'yesterday', 'week', 'month', 'year', 'older']
};

/** True retention as Anki counts it: of the answers that test a memory, those that were not Again. */
export function retentionRows(cells: readonly AnswerCell[]): RetentionRow[] {
	const tested = cells.filter((cell) => cell.tested);
	return PERIODS.map((period) => {
		const of = (kind: CardKind) =>
			passedOf(tested.filter((cell) => cell.kind === kind && AGES_OF[period].includes(cell.age)));
		const young = of('young');
		const mature = of('mature');
		return { period, young, mature, both: plus(young, mature) };
	});
}

/** How many of the answers were right. */
export function passedOf(cells: readonly AnswerCell[]): Passed {
	const count = (some: readonly AnswerCell[]) => some.reduce((sum, cell) => sum + cell.count, 0);
	return { passed: count(cells.filter(({ rating }) => rating > 1)), all: count(cells) };
}
