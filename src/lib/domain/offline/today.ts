import { dayOf, type DayClock } from '../scheduling/clock.ts';
import type { KeptDeed } from './kept-deed.ts';
import { rootOf } from './local-card.ts';
import type { Pack } from './pack-schema.ts';

type Answer = Pack['today']['answers'][number];

/**
 * The answers of the learner's day that count: those that the pack knows of, and what was done on this device since,
 * without what was taken back.
 */
export function answersToday(pack: Pack, kept: readonly KeptDeed[], now: Date, clock: DayClock): Answer[] {
	const day = dayOf(now, clock);
	const answers: { answer: Answer; id?: string }[] =
		pack.today.day === day ? pack.today.answers.map((answer) => ({ answer })) : [];
	for (const one of kept) {
		if (one.counted || one.standing === 'refused') continue;
		const root = rootOf(one, kept);
		if (dayOf(new Date(root.at), clock) !== day) continue;
		if (one.deed.kind === 'answer')
			answers.push({ answer: { itemId: one.itemId, before: one.before }, id: one.deed.id });
		if (one.deed.kind !== 'undo') continue;
		const at = root.counted
			? answers.findLastIndex(({ answer, id }) => id === undefined && answer.itemId === one.itemId)
			: answers.findIndex(({ id }) => id === root.deed.id);
		if (at >= 0) answers.splice(at, 1);
	}
	return answers.map(({ answer }) => answer);
}
