import { foldCard, type Held, type ReviewEvent } from '../reviewing/fold.ts';
import { seedOf } from '../reviewing/take-answer.ts';
import type { CardState } from '../scheduling/card.ts';
import type { Marks } from '../scheduling/marks.ts';
import type { ScheduleOptions } from '../scheduling/options.ts';
import { sameMemory } from '../scheduling/replay.ts';
import { targetOf, type KeptDeed } from './kept-deed.ts';

/** An item as the server had it when it was last heard. */
export interface Baseline {
	itemId: string;
	card: CardState | null;
	marks: Marks;
	/** The device's own change count: it goes on whatever the server counts, so that a question asked before is stale. */
	seq: number;
}

/** A card as it stands on a device. */
export interface LocalCard {
	card: CardState | null;
	/** Its change count, which a question names. */
	seq: number;
}

/** What a card is worked out by. */
export interface CardRules {
	memory: string | null;
	options: ScheduleOptions;
}

/** The answer that a deed is about: itself, or through its corrections the one that it replaces or takes back. */
export function rootOf(deed: KeptDeed, kept: readonly KeptDeed[]): KeptDeed {
	const target = targetOf(deed.deed);
	const next = target === undefined ? undefined : kept.find(({ deed: { id } }) => id === target);
	return next === undefined || next.n >= deed.n ? deed : rootOf(next, kept);
}

/**
 * A card as it stands on the device: what the server last had, and over it what was done since and is not sent yet.
 * @param kept what is kept of the item's deeds, in their order
 */
export function localCard(base: Baseline, kept: readonly KeptDeed[], { memory, options }: CardRules): LocalCard {
	const waiting = kept.filter(({ standing }) => standing === 'waiting');
	const held = (card: CardState | null): Held | null => card && { card, memory };
	let start = base.card;
	const events = new Map<string, ReviewEvent>();
	for (const one of waiting) {
		const root = rootOf(one, kept);
		const { id } = root.deed;
		// What the server has counted already is taken off what it had: the card was kept as it was before.
		if (one.deed.kind !== 'answer' && root.standing === 'sent') start = root.before;
		if (one.deed.kind === 'undo') events.delete(id);
		else if (one.rating !== null)
			events.set(id, { kind: 'review', id, at: root.at, rating: one.rating, memory, options });
	}
	const folded = foldCard(held(start), [...events.values()], seedOf(base.itemId)).held;
	const seq = base.seq + waiting.length;
	return { card: folded && { ...folded.card, seq }, seq };
}

/**
 * What the server says of an item, as the new baseline. Where it is what the device had, its count goes on, and a
 * question on the page can still be answered; where somebody else was at it, the question is out of date.
 * @param had as it stood here, without what the server had not heard of yet
 */
export function rebase(had: LocalCard | undefined, heard: Omit<Baseline, 'seq'>): Baseline {
	if (!had) return { ...heard, seq: heard.card?.seq ?? 0 };
	const same = alike(had.card, heard.card);
	return { ...heard, seq: same ? had.seq : Math.max(had.seq, heard.card?.seq ?? 0) + 1 };
}

/** How far the server's time of an answer may lie from the device's without being another answer. */
const NEAR_MS = 60_000;

/** Whether two cards are one, but for the moment at which the server says that the answer was given. */
function alike(a: CardState | null, b: CardState | null): boolean {
	if (a === null || b === null) return a === b;
	if (sameMemory(a, b)) return true;
	const apart = Math.abs(Date.parse(a.lastReview) - Date.parse(b.lastReview));
	return a.reps === b.reps && a.lapses === b.lapses && a.state === b.state && a.step === b.step && apart < NEAR_MS;
}
