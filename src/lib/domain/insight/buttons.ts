import { CARD_KINDS, type AnswerCell, type CardKind } from './cells.ts';
import type { Rating } from '../scheduling/card.ts';

const RATINGS: readonly Rating[] = [1, 2, 3, 4];

/** How often each button was pressed for one kind of card. */
export interface ButtonRow {
	kind: CardKind;
	/** Again, Hard, Good, Easy. */
	counts: number[];
	all: number;
	/** All but Again. */
	right: number;
}

/** The answers of the range, by kind of card and button. */
export function buttonRows(cells: readonly AnswerCell[]): ButtonRow[] {
	const inRange = cells.filter((cell) => cell.inRange);
	return CARD_KINDS.map((kind) => {
		const of = (rating: Rating) =>
			inRange.filter((cell) => cell.kind === kind && cell.rating === rating).reduce((sum, { count }) => sum + count, 0);
		const counts = RATINGS.map(of);
		const all = counts.reduce((sum, count) => sum + count, 0);
		return { kind, counts, all, right: all - (counts[0] ?? 0) };
	});
}
