import type { Item } from '../items/types.ts';
import type { CardState } from './card.ts';
import type { LearnerSettings } from './settings.ts';

/** A card that waits, by its item. */
export interface Waiting {
	itemId: string;
	card: CardState;
}

/** What the queue of a learner's day is made from. */
export interface QueueInput {
	now: Date;
	/** Cards of the deck that are due or in (re)learning, by due time. */
	waiting: readonly Waiting[];
	/** Items of the deck that were never answered, in the order of introduction. */
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
	/** New items introduced and reviews done today, over all decks. */
	introduced: number;
	reviewed: number;
	settings: Pick<LearnerSettings, 'newPerDay' | 'reviewsPerDay'>;
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
 * What is asked next. Due learning steps come first; then reviews and new items are mixed in proportion, topics take
 * turns, and no item is asked on a day on which another of its family was.
 */
export function planQueue(input: QueueInput): Queue {
	const { now, waiting } = input;
	const steps = waiting.filter(({ card }) => card.state !== 2);
	const dueSteps = steps.filter(({ card }) => Date.parse(card.due) <= now.getTime());
	const reviews = dueReviews(input);
	const fresh = freshToday(input, reviews);
	const left = { learning: steps.length, review: reviews.length, new: fresh.length };
	const wanted = preferred(input, waiting, reviews, fresh);
	if (wanted) return { next: wanted, left, later: undefined };
	const last = input.answeredToday.at(-1);
	const step =
		dueSteps.find(({ itemId }) => itemId !== last) ?? (reviews.length + fresh.length === 0 ? dueSteps[0] : undefined);
	if (step) return { next: { ...step, kind: 'learning' }, left, later: undefined };
	const mixed = nextOfMix(input, reviews, fresh);
	if (mixed) return { next: mixed, left, later: undefined };
	const ahead = steps.find(({ card }) => Date.parse(card.due) <= now.getTime() + LEARN_AHEAD_MS);
	if (ahead) return { next: { ...ahead, kind: 'learning' }, left, later: undefined };
	return { next: undefined, left, later: steps[0]?.card.due };
}

/** The item that is asked for by name, if it is among what may be asked now. */
function preferred(
	{ prefer, now }: QueueInput,
	waiting: readonly Waiting[],
	reviews: readonly Waiting[],
	fresh: readonly Item[]
): Queue['next'] {
	if (prefer === undefined) return undefined;
	const step = waiting.find(
		(w) => w.itemId === prefer && w.card.state !== 2 && Date.parse(w.card.due) <= now.getTime()
	);
	if (step) return { ...step, kind: 'learning' };
	const review = reviews.find((w) => w.itemId === prefer);
	if (review) return { ...review, kind: 'review' };
	return fresh.some((item) => item.id === prefer) ? { itemId: prefer, kind: 'new', card: null } : undefined;
}

/**
 * Reviews that are wanted, and those that are due, within the day's limit, without siblings of what was or will be asked
 * today.
 */
function dueReviews(input: QueueInput): Waiting[] {
	const reviews = input.waiting.filter(({ card }) => card.state === 2);
	const wanted = reviews.filter(({ itemId }) => input.wanted?.has(itemId));
	const due = reviews.filter(
		({ itemId, card }) => !input.wanted?.has(itemId) && Date.parse(card.due) <= input.now.getTime()
	);
	const room = Math.max(0, input.settings.reviewsPerDay - input.reviewed - wanted.length);
	const steps = input.waiting.filter(({ card }) => card.state !== 2).map(({ itemId }) => itemId);
	const taken = familiesOf(input, [...input.answeredToday, ...steps, ...wanted.map(({ itemId }) => itemId)]);
	return [...wanted, ...withoutSiblings(input, due, ({ itemId }) => itemId, taken).slice(0, room)];
}

/** New items that are wanted, and others within the day's limit; those do not exceed what is left of the review limit either. */
function freshToday(input: QueueInput, reviews: readonly Waiting[]): Item[] {
	const wanted = input.fresh.filter(({ id }) => input.wanted?.has(id));
	const others = input.wanted ? input.fresh.filter(({ id }) => !input.wanted?.has(id)) : input.fresh;
	return [...wanted, ...freshByLimit({ ...input, fresh: others }, reviews, wanted)];
}

function freshByLimit(input: QueueInput, reviews: readonly Waiting[], wanted: readonly Item[]): Item[] {
	const room = Math.max(
		0,
		Math.min(
			input.settings.newPerDay - input.introduced - wanted.length,
			input.settings.reviewsPerDay - input.reviewed - reviews.length - wanted.length
		)
	);
	if (room === 0) return [];
	const asked = [...input.waiting.map(({ itemId }) => itemId), ...wanted.map(({ id }) => id)];
	const taken = familiesOf(input, [...input.answeredToday, ...asked]);
	return withoutSiblings(input, input.fresh, (item) => item.id, taken).slice(0, room);
}

function familiesOf(input: QueueInput, ids: readonly string[]): Set<string> {
	return new Set(ids.flatMap((id) => input.item(id)?.families ?? []));
}

/** The first entry of each family, without the families that are taken. */
function withoutSiblings<T>(
	input: QueueInput,
	entries: readonly T[],
	idOf: (entry: T) => string,
	taken: ReadonlySet<string>
): T[] {
	const used = new Set(taken);
	return entries.filter((entry) => {
		const families = input.item(idOf(entry))?.families ?? [];
		if (families.length === 0 || families.some((family) => used.has(family))) return false;
		for (const family of families) used.add(family);
		return true;
	});
}

/** New items are spread among the reviews; within each the topic changes where it can. */
function nextOfMix(input: QueueInput, reviews: readonly Waiting[], fresh: readonly Item[]): Queue['next'] {
	const lastTopic = input.item(input.answeredToday.at(-1) ?? '')?.topic;
	const otherTopic = <T>(entries: readonly T[], idOf: (entry: T) => string): T | undefined =>
		entries.slice(0, TOPIC_WINDOW).find((entry) => input.item(idOf(entry))?.topic !== lastTopic) ?? entries[0];
	const review = otherTopic(reviews, ({ itemId }) => itemId);
	const item = otherTopic(fresh, (entry) => entry.id);
	const done = input.introduced + input.reviewed;
	const share = fresh.length / Math.max(1, fresh.length + reviews.length);
	const turnOfNew = Math.floor((done + 1) * share) > Math.floor(done * share);
	if (item && (turnOfNew || !review)) return { itemId: item.id, kind: 'new', card: null };
	return review ? { ...review, kind: 'review' } : undefined;
}
