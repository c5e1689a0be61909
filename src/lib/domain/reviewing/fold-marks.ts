import { becameLeech } from '../scheduling/leech.ts';
import { NO_MARKS, type Marks } from '../scheduling/marks.ts';
import { inOrder, type FoldedReview, type Timed } from './fold.ts';

/** A mark that was set on an item. */
export type MarkEvent =
	| (Timed & { kind: 'suspend'; value: boolean })
	| (Timed & { kind: 'bury'; value: string | null })
	| (Timed & { kind: 'flag'; value: number });

/**
 * The marks of an item: of each the one that was set last.
 * @param events in any order; those that were taken back are left out; with `leechSuspensions` of the item's reviews
 * @param start the marks before the first of the events
 */
export function foldMarks(events: readonly MarkEvent[], start: Marks = NO_MARKS): Marks {
	return [...events].sort(inOrder).reduce(afterMark, start);
}

function afterMark(marks: Marks, event: MarkEvent): Marks {
	if (event.kind === 'suspend') return { ...marks, suspended: event.value };
	return event.kind === 'bury' ? { ...marks, buriedUntil: event.value } : { ...marks, flag: event.value };
}

/** Whether nothing is marked. */
export function isUnmarked({ suspended, buriedUntil, flag }: Marks): boolean {
	return !suspended && buriedUntil === null && flag === 0;
}

/** The answers that made a card a leech, and by that set it aside, where that is what the learner wants of leeches. */
export function leechSuspensions(reviews: readonly FoldedReview[]): MarkEvent[] {
	return reviews
		.filter(
			({ event, before, after }) => event.options.leechAction === 'suspend' && becameLeech(before, after, event.options)
		)
		.map(({ event: { id, at } }) => ({ kind: 'suspend', id, at, value: true }));
}
