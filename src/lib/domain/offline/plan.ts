import type { Item } from '../items/types.ts';
import { withGlosses } from '../items/glosses.ts';
import { present } from '../items/present.ts';
import type { NextPrompt } from '../reviewing/messages.ts';
import { planDay } from '../reviewing/plan-day.ts';
import { seedOf } from '../reviewing/take-answer.ts';
import { intervalsAfter } from '../reviewing/tell.ts';
import type { CardState } from '../scheduling/card.ts';
import { addDays, dayOf } from '../scheduling/clock.ts';
import { dueDay, isAside } from '../scheduling/due.ts';
import { isNear, lastReviews, newForGoals } from '../scheduling/goals.ts';
import { formFor } from '../scheduling/growth.ts';
import type { Queue, Waiting } from '../scheduling/queue.ts';
import { DAYS_AHEAD } from '../scheduling/balance.ts';
import { baseOf, cardsOn, inPackDeck, rulesOf, type Device } from './device.ts';
import type { Pack, PackDeck } from './pack-schema.ts';
import { answersToday } from './today.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What a device is planned from: its cards at a moment. */
interface Standing {
	device: Device;
	now: Date;
	cards: ReadonlyMap<string, CardState>;
	answers: Pack['today']['answers'];
	wanted: ReadonlySet<string>;
}

/** The next question of the learner's day in a deck, as the server would ask it. */
export function nextOn(device: Device, deck: PackDeck, now: Date, prefer?: string): NextPrompt {
	const { pack } = device;
	const cards = cardsOn(device);
	const answers = answersToday(pack, device.kept, now, pack.settings);
	const standing = { device, now, cards, answers, wanted: wantedOn(pack, cards, answers, now) };
	const { next, left, later } = queueOf(standing, deck, prefer);
	const item = next && device.items.get(next.itemId)?.item;
	if (!next || !item) return { prompt: undefined, kind: undefined, left, later, intervals: undefined };
	const seq = next.card?.seq ?? seqOfNew(device, item.id);
	const plain = present(item, formFor(item, next.card, pack.settings), seq);
	// A device does not know in which language its page is: the page shows the names in Chinese alone.
	const prompt = plain && withGlosses(plain, device.content.registry);
	const { options } = rulesOf(device, item);
	return { prompt, kind: next.kind, left, later, intervals: intervalsAfter(next.card, now, options, seedOf(item.id)) };
}

/** An item without a card may have had one that was taken back. */
function seqOfNew(device: Device, itemId: string): number {
	const waiting = device.kept.filter((one) => one.itemId === itemId && one.standing === 'waiting');
	return baseOf(device, itemId).seq + waiting.length;
}

function queueOf(standing: Standing, deck: PackDeck, prefer: string | undefined): Queue {
	const { device, now, answers, wanted } = standing;
	const { pack, items } = device;
	const { settings } = pack;
	const item = (id: string) => items.get(id)?.item;
	const inDeck = (id: string) => {
		const found = item(id);
		return found !== undefined && inPackDeck(found, deck);
	};
	const optionsOf = (id: string) => {
		const found = item(id);
		return found ? rulesOf(device, found).options : settings;
	};
	return planDay({
		...{ now, settings, deck: deck.name, inDeck, wanted, item, answers, optionsOf, prefer },
		deckOptions: new Map(Object.entries(pack.deckOptions)),
		waiting: waitingOf(standing),
		fresh: deck.by === 'due' ? [] : freshOf(standing).filter(({ id }) => inDeck(id)),
		answeredToday: [...new Set(answers.map(({ itemId }) => itemId).reverse())].reverse(),
		load: {
			introduced: answers.filter(({ before }) => before === null).length,
			reviewed: answers.filter(({ before }) => before?.state === 2).length,
			...moreOf(pack, now)
		},
		ahead: settings.balance ? aheadOf(standing) : [],
		seed: pack.learnerId
	});
}

/** By how much the limits are raised: on the day of the pack alone. */
function moreOf({ today, settings }: Pack, now: Date): { moreNew: number; moreReviews: number } {
	const holds = today.day === dayOf(now, settings);
	return { moreNew: holds ? today.moreNew : 0, moreReviews: holds ? today.moreReviews : 0 };
}

function isOpen({ device, now }: Standing, itemId: string): boolean {
	return !isAside(baseOf(device, itemId).marks, dayOf(now, device.pack.settings));
}

/** Cards that are due or in steps, and those that are wanted early, by due time. */
function waitingOf(standing: Standing): Waiting[] {
	const { cards, now, wanted } = standing;
	const until = (card: CardState) => now.getTime() + (card.state === 2 ? 0 : DAY_MS);
	return [...cards]
		.filter(([id, card]) => isOpen(standing, id) && (wanted.has(id) || Date.parse(card.due) <= until(card)))
		.map(([itemId, card]) => ({ itemId, card }))
		.sort((a, b) => Date.parse(a.card.due) - Date.parse(b.card.due));
}

/** New items in the bank's order; one that was taken back on the device stands where it stood. */
function freshOf(standing: Standing): Item[] {
	const { device, cards } = standing;
	const place = new Map(device.pack.fresh.map((id, index) => [id, index]));
	return [...device.items.values()]
		.map(({ item }) => item)
		.filter(({ id }) => !cards.has(id) && isOpen(standing, id))
		.sort((a, b) => (place.get(a.id) ?? -1) - (place.get(b.id) ?? -1));
}

/** How many cards in review are asked again on each of the next days; what is set aside comes on none. */
function aheadOf({ cards, now, device }: Standing): number[] {
	const { settings } = device.pack;
	const today = dayOf(now, settings);
	const inReview = [...cards].filter(([, { state }]) => state === 2);
	const days = inReview.map(([id, card]) => dueDay(card, baseOf(device, id).marks, settings));
	return Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index + 1)).map(
		(day) => days.filter((due) => due === day).length
	);
}

/** What is asked today whatever the limits say: what a quiz showed not to be known, and what has to be known by a date. */
function wantedOn(
	pack: Pack,
	cards: ReadonlyMap<string, CardState>,
	answers: Pack['today']['answers'],
	now: Date
): Set<string> {
	const goals = pack.goals.map(({ itemIds, at }) => ({ itemIds, at: new Date(at) }));
	const undone = Object.entries(pack.mistakes).flatMap(([id, at]) => {
		const card = cards.get(id);
		return !card || Date.parse(card.lastReview) <= Date.parse(at) ? [id] : [];
	});
	const met = new Set(answers.filter(({ before }) => before === null).map(({ itemId }) => itemId));
	const near = goals.filter((goal) => isNear(goal, now, pack.settings));
	return new Set([
		...undone,
		...near.flatMap((goal) => [...lastReviews(goal, cards, now, pack.settings)]),
		...newForGoals(goals, new Set(cards.keys()), met, now, pack.settings)
	]);
}
