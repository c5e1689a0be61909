import type { Item } from '../items/types.ts';
import type { CardState } from '../scheduling/card.ts';
import { dayOf } from '../scheduling/clock.ts';
import { dueDay, isAside, type Aside } from '../scheduling/due.ts';
import { NO_MARKS } from '../scheduling/marks.ts';
import type { LearnerSettings } from '../scheduling/settings.ts';
import { PACK_DAYS } from './pack-schema.ts';

/** What a pack is chosen from: a bank without what is withheld at any time while the pack holds. */
export interface Choosable {
	/** In the order of introduction. */
	items: readonly Item[];
	/** Cards of the items as the bank asks them now. */
	cards: ReadonlyMap<string, CardState>;
	/** What sets items aside. */
	aside: ReadonlyMap<string, Aside>;
	/** Decks whose first new items are wanted too, beside those of the whole bank. */
	decks: readonly ((item: Item) => boolean)[];
	/** Items that are asked for whatever the limits say. */
	wanted: ReadonlySet<string>;
	/** Items answered today: what is asked next depends on their families and topics. */
	answeredToday: ReadonlySet<string>;
	settings: Pick<LearnerSettings, 'newPerDay' | 'reviewsPerDay' | 'timeZone' | 'dayStart'>;
	until: Date;
}

/** Of new items a deck alone gets so many days' share: it is seldom all that is reviewed in a week. */
const DAYS_OF_A_DECK = 2;

/**
 * The items that a learner can meet until an instant: cards that are being learnt or fall due, in the order of their
 * dates, by the days' limits; new items by the days' limits, of the whole bank and of its decks; what is wanted anyway.
 * What she set aside for all this time is not among them and takes no room, unless it was answered today.
 * @returns the items, those met and those new, in the bank's order
 */
export function selectItems(input: Choosable): { met: Item[]; fresh: Item[] } {
	const { cards, settings, wanted, answeredToday } = input;
	const open = openItems(input);
	const due = dueBy(input, open);
	const items = input.items.filter(({ id }) => open.has(id) || answeredToday.has(id));
	const met = items.filter(({ id }) => cards.has(id) && (due.has(id) || wanted.has(id) || answeredToday.has(id)));
	const unseen = items.filter(({ id }) => !cards.has(id));
	const chosen = new Set(unseen.slice(0, settings.newPerDay * PACK_DAYS).map(({ id }) => id));
	for (const belongs of input.decks)
		for (const { id } of unseen.filter(belongs).slice(0, settings.newPerDay * DAYS_OF_A_DECK)) chosen.add(id);
	const fresh = unseen.filter(({ id }) => chosen.has(id) || wanted.has(id) || answeredToday.has(id));
	return { met, fresh };
}

/** The items that are not set aside until the end. */
function openItems({ items, aside, settings, until }: Choosable): Set<string> {
	const last = dayOf(until, settings);
	return new Set(items.flatMap(({ id }) => (isAside(aside.get(id) ?? NO_MARKS, last) ? [] : [id])));
}

function dueBy({ cards, aside, settings, until }: Choosable, open: ReadonlySet<string>): Set<string> {
	const all = [...cards].filter(([id]) => open.has(id));
	const steps = all.filter(([, card]) => card.state !== 2);
	const reviews = all
		.filter(([, card]) => card.state === 2 && Date.parse(card.due) <= until.getTime())
		.map(([id, card]) => ({ id, card, day: dueDay(card, aside.get(id) ?? NO_MARKS, settings) ?? '' }))
		.sort((a, b) => (a.day === b.day ? Date.parse(a.card.due) - Date.parse(b.card.due) : a.day < b.day ? -1 : 1));
	const room = settings.reviewsPerDay * PACK_DAYS;
	return new Set([...steps.map(([id]) => id), ...reviews.slice(0, room).map(({ id }) => id)]);
}
