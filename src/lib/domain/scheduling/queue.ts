import type { Item } from '../items/types.ts';
import type { CardState } from './card.ts';
import type { Limits, QueueOptions } from './options.ts';
import { inDueOrder, inNewOrder } from './order.ts';
import { newRoom, reviewRoom, type Room } from './room.ts';
import { familiesOf, withoutSiblings } from './siblings.ts';
import { isDayStep } from './steps.ts';

/** A card that waits, by its item. */
export interface Waiting {
	itemId: string;
	card: CardState;
}

/** What the queue of a learner's day is made from. */
export interface QueueInput extends Room {
	now: Date;
	/** Cards of the deck that are due or in (re)learning, by due time. */
	waiting: readonly Waiting[];
	/** Items of the deck that were never answered, in the bank's order. */
	fresh: readonly Item[];
	/**
	 * Items of the deck that are asked for today whatever the limits say: by a date to which they must be known, or
	 * because a quiz showed that they are not. Their cards are in `waiting`, due or not.
	 */
	wanted?: ReadonlySet<string>;
	item: (id: string) => Item | undefined;
	/** Items answered today, in order. */
	answeredToday: readonly string[];
	/** Asked before anything else if it waits at all: the item whose answer was just taken back. */
	prefer?: string;
	/** The limits over all decks, and the order of the deck that is reviewed. */
	settings: Limits & QueueOptions;
	/** Of a random order of new items: the learner's id. */
	seed?: string;
}

export type QueueKind = 'learning' | 'review' | 'new';

export interface Queue {
	next: { itemId: string; kind: QueueKind; card: CardState | null } | undefined;
	/** What is left for today, the next one included. */
	left: Record<QueueKind, number>;
	/** When the next step of a learning card falls due, where nothing is left now. */
	later: string | undefined;
}

/** A learning step may be taken this much early when nothing else is left (Anki's learn-ahead limit). */
export const LEARN_AHEAD_MS = 20 * 60_000;
/** How far down the queue a card of another topic is looked for. */
const TOPIC_WINDOW = 12;

/**
 * What is asked next. Due learning steps come first; then reviews (steps of a day or more among them) and new items in
 * the mix of the settings, topics taking turns, and siblings not on one day where the settings have it so.
 */
export function planQueue(input: QueueInput): Queue {
	const { now, waiting } = input;
	const steps = waiting.filter(({ card }) => card.state !== 2 && !isDayStep(card));
	const dueSteps = steps.filter(({ card }) => isDue(card, now));
	const daySteps = dueDaySteps(input, steps);
	const reviews = dueReviews(input, [...steps, ...daySteps]);
	const fresh = freshToday(input, [...steps, ...daySteps], reviews);
	const left = { learning: steps.length + daySteps.length, review: reviews.length, new: fresh.length };
	const wanted = preferred(input, waiting, reviews, fresh);
	if (wanted) return { next: wanted, left, later: undefined };
	const last = input.answeredToday.at(-1);
	const rest = daySteps.length + reviews.length + fresh.length;
	const step = dueSteps.find(({ itemId }) => itemId !== last) ?? (rest === 0 ? dueSteps[0] : undefined);
	if (step) return { next: { ...step, kind: 'learning' }, left, later: undefined };
	const mixed = nextOfMix(input, [...daySteps, ...reviews], fresh);
	if (mixed) return { next: mixed, left, later: undefined };
	const ahead = steps.find(({ card }) => Date.parse(card.due) <= now.getTime() + LEARN_AHEAD_MS);
	if (ahead) return { next: { ...ahead, kind: 'learning' }, left, later: undefined };
	return { next: undefined, left, later: steps[0]?.card.due };
}

function isDue(card: CardState, now: Date): boolean {
	return Date.parse(card.due) <= now.getTime();
}

const idOf = ({ itemId }: Waiting) => itemId;

/** The item that is asked for by name, if it is among what may be asked now. */
function preferred(
	{ prefer, now }: QueueInput,
	waiting: readonly Waiting[],
	reviews: readonly Waiting[],
	fresh: readonly Item[]
): Queue['next'] {
	if (prefer === undefined) return undefined;
	const step = waiting.find((w) => w.itemId === prefer && w.card.state !== 2 && isDue(w.card, now));
	if (step) return { ...step, kind: 'learning' };
	const review = reviews.find((w) => w.itemId === prefer);
	if (review) return { ...review, kind: 'review' };
	return fresh.some((item) => item.id === prefer) ? { itemId: prefer, kind: 'new', card: null } : undefined;
}

/** Steps of a day or more that have come due; they have no limit. */
function dueDaySteps(input: QueueInput, steps: readonly Waiting[]): Waiting[] {
	const due = input.waiting.filter(({ card }) => isDayStep(card) && isDue(card, input.now));
	const taken = familiesOf([...input.answeredToday, ...steps.map(idOf)], input.item);
	return withoutSiblings(due, idOf, input.item, input.settings.buryLearning, taken);
}

/** Reviews that are wanted, and those that are due, within the day's limits and without siblings of what else is asked. */
function dueReviews(input: QueueInput, steps: readonly Waiting[]): Waiting[] {
	const reviews = input.waiting.filter(({ card }) => card.state === 2);
	const wanted = reviews.filter(({ itemId }) => input.wanted?.has(itemId));
	const due = reviews.filter(({ itemId, card }) => !input.wanted?.has(itemId) && isDue(card, input.now));
	// Of a backlog that is spread the worst comes first, whatever the order otherwise.
	const order = input.room === undefined ? input.settings.dueOrder : 'overdueness';
	const taken = familiesOf([...input.answeredToday, ...steps.map(idOf), ...wanted.map(idOf)], input.item);
	const asked = inDueOrder(due, order, input.now);
	const apart = withoutSiblings(asked, idOf, input.item, input.settings.buryReviews, taken);
	return [...wanted, ...apart.slice(0, reviewRoom(input, input.settings, wanted.length))];
}

/** New items that are wanted, and others within the day's limits. */
function freshToday(input: QueueInput, steps: readonly Waiting[], reviews: readonly Waiting[]): Item[] {
	const wanted = input.fresh.filter(({ id }) => input.wanted?.has(id));
	const room = newRoom(input, input.settings, { reviews: reviews.length, wanted: wanted.length });
	if (room === 0) return wanted;
	const others = wanted.length > 0 ? input.fresh.filter(({ id }) => !input.wanted?.has(id)) : input.fresh;
	// Also a review beyond today's limit keeps its new siblings away: it comes before them tomorrow.
	const due = input.waiting.filter(({ card }) => card.state === 2).map(idOf);
	const asked = [...input.answeredToday, ...steps.map(idOf), ...due, ...wanted.map(({ id }) => id)];
	const topicsToday = input.answeredToday.flatMap((id) => input.item(id)?.topic ?? []);
	const ordered = inNewOrder(others, input.settings.newOrder, { seed: input.seed ?? '', topicsToday });
	const taken = familiesOf(asked, input.item);
	const apart = withoutSiblings(ordered, (item) => item.id, input.item, input.settings.buryNew, taken);
	return [...wanted, ...apart.slice(0, room)];
}

/** New items stand among the reviews, before or after them; within each the topic changes where it can. */
function nextOfMix(input: QueueInput, reviews: readonly Waiting[], fresh: readonly Item[]): Queue['next'] {
	const lastTopic = input.item(input.answeredToday.at(-1) ?? '')?.topic;
	const otherTopic = <T>(entries: readonly T[], id: (entry: T) => string): T | undefined =>
		entries.slice(0, TOPIC_WINDOW).find((entry) => input.item(id(entry))?.topic !== lastTopic) ?? entries[0];
	const review = otherTopic(reviews, idOf);
	const item = otherTopic(fresh, (entry) => entry.id);
	if (item && (!review || isTurnOfNew(input, reviews.length, fresh.length))) {
		return { itemId: item.id, kind: 'new', card: null };
	}
	return review ? { ...review, kind: review.card.state === 2 ? 'review' : 'learning' } : undefined;
}

/** Whether a new item comes before the next review: in the mix as soon as its share of the day so far falls behind. */
function isTurnOfNew({ settings, introduced, reviewed }: QueueInput, reviews: number, fresh: number): boolean {
	if (settings.mix !== 'mixed') return settings.mix === 'new-first';
	const done = introduced + reviewed;
	return (done + 1) * (introduced + fresh) >= (introduced + 1) * (done + reviews + fresh);
}
