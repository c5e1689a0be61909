import type { QuestionStatistics } from './quiz-statistics.ts';

/** What a table of statistics can be sorted by. */
export const STATISTICS_ORDERS = ['order', 'n', 'facility', 'discrimination', 'guess', 'time', 'doubts'] as const;
export type StatisticsOrder = (typeof STATISTICS_ORDERS)[number];

/** The order that an address names; the quiz's own where it names none. */
export function orderIn(search: URLSearchParams): { by: StatisticsOrder; down: boolean } {
	const by = STATISTICS_ORDERS.find((order) => order === search.get('sort')) ?? 'order';
	return { by, down: search.get('down') === '1' };
}

/** Questions by one of their figures; those that have none stand last, whichever way it is sorted. */
export function inOrder(
	questions: readonly QuestionStatistics[],
	by: StatisticsOrder,
	down: boolean
): QuestionStatistics[] {
	if (by === 'order') return down ? [...questions].reverse() : [...questions];
	const sign = down ? -1 : 1;
	return questions.toSorted((a, b) => {
		const [one, two] = [figureOf(a, by), figureOf(b, by)];
		if (one === null || two === null) return Number(one === null) - Number(two === null);
		return sign * (one - two);
	});
}

function figureOf({ statistics }: QuestionStatistics, by: Exclude<StatisticsOrder, 'order'>): number | null {
	if (!statistics) return null;
	switch (by) {
		case 'n':
			return statistics.n;
		case 'facility':
			return statistics.facility;
		case 'discrimination':
			return statistics.discrimination;
		case 'guess':
			return statistics.guess;
		case 'time':
			return statistics.medianTime;
		case 'doubts':
			return statistics.doubts.length;
	}
}
