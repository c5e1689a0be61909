import type { Item } from '../items/types.ts';
import type { CardState } from '../scheduling/card.ts';
import { NO_MARKS, type Marks } from '../scheduling/marks.ts';
import { decksOf, optionsFor, type ScheduleOptions } from '../scheduling/options.ts';
import { localCard, type Baseline, type CardRules, type LocalCard } from './local-card.ts';
import type { KeptDeed } from './kept-deed.ts';
import type { Pack, PackContent, PackDeck, PackItem } from './pack-schema.ts';

/** All that a device knows of its learner's reviews. */
export interface Device {
	pack: Pack;
	content: PackContent;
	items: ReadonlyMap<string, PackItem>;
	bases: ReadonlyMap<string, Baseline>;
	/** In the order in which it was done. */
	kept: readonly KeptDeed[];
}

/** The options by which an item's card is scheduled. */
export function rulesOf({ pack }: Pick<Device, 'pack'>, item: Item): CardRules & { options: ScheduleOptions } {
	const ids = (by: PackDeck['by']) =>
		pack.decks
			.filter((deck) => deck.by === by && deck.ids?.includes(item.id))
			.map(({ name }) => name.split(':')[1] ?? '');
	const decks = decksOf(item, { workspace: ids('workspace')[0] ?? null, studies: ids('study') });
	const options = optionsFor(decks, pack.settings, new Map(Object.entries(pack.deckOptions)));
	return { options, memory: pack.memories[item.id] ?? null };
}

/** An item's card as it stands on the device; undefined where the device has no such item. */
export function cardOn(device: Device, itemId: string): LocalCard | undefined {
	const held = device.items.get(itemId);
	if (!held) return undefined;
	const kept = device.kept.filter((one) => one.itemId === itemId);
	return localCard(baseOf(device, itemId), kept, rulesOf(device, held.item));
}

/** Every card on the device, by item; an item that is new is not among them. */
export function cardsOn(device: Device): Map<string, CardState> {
	const touched = new Set(device.kept.filter(({ standing }) => standing === 'waiting').map(({ itemId }) => itemId));
	const cards = new Map<string, CardState>();
	for (const itemId of device.items.keys()) {
		const base = baseOf(device, itemId);
		const local = touched.has(itemId) ? cardOn(device, itemId) : base;
		if (local?.card) cards.set(itemId, { ...local.card, seq: local.seq });
	}
	return cards;
}

/** What the server last said of an item; of one that it has not spoken of, that it is new. */
export function baseOf({ bases, pack }: Pick<Device, 'bases' | 'pack'>, itemId: string): Baseline {
	const marks: Marks = pack.marks[itemId] ?? NO_MARKS;
	return bases.get(itemId) ?? { itemId, card: null, marks, seq: 0 };
}

/** Whether an item belongs to a deck of the pack. */
export function inPackDeck({ id, topic, corroboration }: Item, deck: PackDeck): boolean {
	if (deck.by === 'all' || deck.by === 'due') return true;
	if (deck.ids) return deck.ids.includes(id);
	const name = deck.name.slice(deck.by.length + 1);
	return deck.by === 'topic' ? topic === name : corroboration.sources.includes(name);
}
