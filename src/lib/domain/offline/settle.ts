import type { SyncedCard } from '../reviewing/sync.ts';
import { NO_MARKS } from '../scheduling/marks.ts';
import { baseOf, rulesOf, type Device } from './device.ts';
import type { KeptDeed } from './kept-deed.ts';
import { localCard, rebase, type Baseline, type LocalCard } from './local-card.ts';
import type { Settled } from './outbox.ts';
import type { Pack } from './pack-schema.ts';

/** What changes on a device when the server has spoken. */
export interface Settling {
	bases: Baseline[];
	kept: KeptDeed[];
}

/**
 * What the server's reply to a sending makes of the device: each deed stands where the server says, and each card that it
 * speaks of is the server's. What was done meanwhile lies over it.
 * @param device as it stands now, what was done meanwhile included
 * @param now the server's clock
 */
export function afterReply(
	device: Device,
	settled: readonly Settled[],
	cards: readonly SyncedCard[],
	now: string
): Settling {
	const by = new Set(settled.map(({ id }) => id));
	const heard = new Map(cards.map((one) => [one.itemId, one]));
	const touched = withStanding(device.kept, settled);
	const items = new Set([...touched.map(({ itemId }) => itemId), ...heard.keys()]);
	const bases = [...items].flatMap((itemId): Baseline[] => {
		const card = heard.get(itemId);
		if (!card) return [];
		// As the device had it with what is settled now, but without what is still to be sent.
		const known = device.kept.filter((one) => one.itemId === itemId);
		const sent = known.filter(({ standing, deed }) => standing !== 'waiting' || by.has(deed.id));
		return [rebase(standing(device, itemId, sent), { itemId, card: card.card, marks: card.marks })];
	});
	const kept = touched.map((one): KeptDeed => {
		// A clock that was ahead must not hold up what is done from now on.
		const at = one.at > now ? now : one.at;
		return { ...one, at, after: afterOf(device, one, touched, heard) };
	});
	return { bases, kept };
}

/** Those of the deeds of which something is known now, as they stand. */
export function withStanding(kept: readonly KeptDeed[], settled: readonly Settled[]): KeptDeed[] {
	const by = new Map(settled.map(({ id, standing, code }) => [id, { standing, code }]));
	return kept.flatMap((one) => {
		const known = by.get(one.deed.id);
		return known ? [{ ...one, ...known }] : [];
	});
}

/** The card that a deed left: for the last one of a card, what the server has. */
function afterOf(
	{ kept }: Device,
	one: KeptDeed,
	touched: readonly KeptDeed[],
	heard: ReadonlyMap<string, SyncedCard>
): KeptDeed['after'] {
	const card = heard.get(one.itemId);
	const last = touched.findLast(({ itemId }) => itemId === one.itemId);
	// What a later deed took back or changed is as it was.
	if (!card || last?.n !== one.n || kept.some(({ itemId, n }) => itemId === one.itemId && n > one.n)) return one.after;
	return card.card;
}

function standing(device: Device, itemId: string, kept: readonly KeptDeed[]): LocalCard | undefined {
	const found = device.items.get(itemId);
	return found ? localCard(baseOf(device, itemId), kept, rulesOf(device, found.item)) : undefined;
}

/**
 * The baselines that a new pack brings. The deeds that wait lie over them; the others are in them.
 * @param device before the pack; undefined where there was none
 */
export function basesOf(pack: Pack, device: Device | undefined): Baseline[] {
	const ids = new Set([...Object.keys(pack.cards), ...Object.keys(pack.marks), ...(device?.bases.keys() ?? [])]);
	return [...ids].map((itemId) => {
		const heard = { itemId, card: pack.cards[itemId] ?? null, marks: pack.marks[itemId] ?? NO_MARKS };
		const base = device?.bases.get(itemId);
		return rebase(base && { card: base.card, seq: base.seq }, heard);
	});
}
