import type { CardState } from './card.ts';
import type { ScheduleOptions } from './options.ts';

/** Whether a card was forgotten so often that it counts as a leech; never where the threshold is 0. */
export function isLeech(card: Pick<CardState, 'lapses'>, { leechAt }: Pick<ScheduleOptions, 'leechAt'>): boolean {
	return leechAt > 0 && card.lapses >= leechAt;
}

/**
 * Whether an answer made a card a leech, or one again: at the threshold and after every half of it (Anki's rule). This
 * is when what is done with leeches is done; what the learner then changes by hand stays as it is until the next time.
 */
export function becameLeech(
	before: Pick<CardState, 'lapses'> | null,
	after: Pick<CardState, 'lapses'>,
	{ leechAt }: Pick<ScheduleOptions, 'leechAt'>
): boolean {
	if (leechAt === 0 || after.lapses === (before?.lapses ?? 0) || after.lapses < leechAt) return false;
	return (after.lapses - leechAt) % Math.ceil(leechAt / 2) === 0;
}
