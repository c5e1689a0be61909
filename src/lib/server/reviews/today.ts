import { and, asc, eq, gte, lt, lte, ne, not, or, sql } from 'drizzle-orm';
import { needsAnswers, planDay, type DayInput } from '#lib/domain/reviewing/plan-day.ts';
import { DAYS_AHEAD } from '#lib/domain/scheduling/balance.ts';
import { addDays, dayOf, startOfDay } from '#lib/domain/scheduling/clock.ts';
import type { Queue, Waiting } from '#lib/domain/scheduling/queue.ts';
import type { DeckOptions, LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { inDeck, type Bank, type Deck } from '#lib/server/bank/bank.ts';
import type { ClassWork } from '#lib/server/classwork/class-work.ts';
import { wantedToday } from '#lib/server/classwork/wanted-today.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cards, itemMarks, learnerDays, reviews } from '#lib/server/db/schema/reviews.ts';
import { deckOptionsOf, optionsOfItem } from '#lib/server/learners/deck-options.ts';
import { toCard } from './card-row.ts';
import { isSetAside, setAsideOn } from './set-aside.ts';
import { stillCounts } from './store.ts';

/** A learner as the use cases need her. */
export interface Learner {
	id: string;
	settings: LearnerSettings;
	/** Whether she has set herself deadlines, as it was read with her; where absent it is looked up. */
	hasDeadlines?: boolean;
	/** What her classes ask of her reviews; nothing where it is absent. */
	work?: ClassWork;
}

const DAY_MS = 24 * 60 * 60_000;
/** More cards than anybody reviews in a day need not be read to find the next one. */
const MOST_WAITING = 2200;

/** The query behind "what waits": one range of the index on (learner, due), without what is set aside on a day of hers. */
export function waitingQuery(db: Db, learnerId: string, now: Date, day: string) {
	return db
		.select()
		.from(cards)
		.where(
			and(
				eq(cards.learnerId, learnerId),
				not(isSetAside(day)),
				lte(cards.due, new Date(now.getTime() + DAY_MS)),
				or(ne(cards.state, 2), lte(cards.due, now))
			)
		)
		.orderBy(asc(cards.due))
		.limit(MOST_WAITING);
}

/** The query behind "what was answered today": one range of the index on (learner, last review). */
export function answeredSinceQuery(db: Db, learnerId: string, since: Date) {
	return db
		.select({ itemId: cards.itemId })
		.from(cards)
		.where(and(eq(cards.learnerId, learnerId), gte(cards.lastReview, since)))
		.orderBy(asc(cards.lastReview));
}

/** The query behind "which items are known": the primary key alone. */
export function knownItemsQuery(db: Db, learnerId: string) {
	return db.select({ itemId: cards.itemId, memory: cards.memory }).from(cards).where(eq(cards.learnerId, learnerId));
}

/** A day of the learner's that lies ahead, and when it begins. */
interface DayAhead {
	day: string;
	begins: Date;
}

/**
 * The query behind "what comes in the next days": how many cards in review are asked again on each, by the index on
 * (learner, due). What is suspended comes on none, what is buried not before its day.
 * @param next the days, and the one after them
 */
export function aheadQuery(db: Db, learnerId: string, next: readonly [DayAhead, ...DayAhead[]]) {
	const [first] = next;
	const end = next.at(-1)?.begins ?? first.begins;
	const ofItem = and(eq(itemMarks.learnerId, cards.learnerId), eq(itemMarks.itemId, cards.itemId));
	const buried = sql`coalesce(${itemMarks.buriedUntil}, '-infinity')`;
	const counts = next.slice(0, -1).map(({ day, begins }, index) => {
		const falls = and(gte(cards.due, begins), lt(cards.due, next[index + 1]?.begins ?? end), sql`${buried} <= ${day}`);
		const comesBack = and(lt(cards.due, begins), sql`${buried} = ${day}`);
		return sql`count(*) filter (where ${or(falls, comesBack)})`;
	});
	return db
		.select({ ahead: sql<number[]>`array[${sql.join(counts, sql`, `)}]::int[]` })
		.from(cards)
		.leftJoin(itemMarks, ofItem)
		.where(
			and(
				eq(cards.learnerId, learnerId),
				eq(cards.state, 2),
				lt(cards.due, end),
				or(gte(cards.due, first.begins), gte(itemMarks.buriedUntil, first.day)),
				sql`${itemMarks.suspended} is not true`
			)
		);
}

/** The query behind "what was answered today, one by one": one range of the index on (learner, time). */
export function answersSinceQuery(db: Db, learnerId: string, since: Date) {
	return db
		.select({ itemId: reviews.itemId, before: reviews.before })
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), gte(reviews.reviewedAt, since), stillCounts));
}

/** The query behind "what the day has counted": one row of the primary key. */
export function loadQuery(db: Db, learnerId: string, day: string) {
	const { introduced, reviewed, moreNew, moreReviews } = learnerDays;
	return db
		.select({ introduced, reviewed, moreNew, moreReviews })
		.from(learnerDays)
		.where(and(eq(learnerDays.learnerId, learnerId), eq(learnerDays.day, day)));
}

const NO_LOAD = { introduced: 0, reviewed: 0, moreNew: 0, moreReviews: 0 };

/** A queue with what the learner chose for her decks. */
export type Plan = Queue & { deckOptions: ReadonlyMap<string, DeckOptions> };

/**
 * The learner's queue for now: what is next in a deck, and what is left today.
 * @param prefer the item that is asked first if it waits at all
 */
export async function planToday(
	db: Db,
	bank: Bank,
	learner: Learner,
	deck: Deck,
	now: Date,
	prefer?: string
): Promise<Plan> {
	const { settings } = learner;
	const deckOptions = await deckOptionsOf(db, learner.id);
	const name = 'id' in deck ? `${deck.by}:${deck.id}` : deck.by;
	const belongs = (itemId: string) => {
		const item = bank.item(itemId);
		return item !== undefined && inDeck(item, deck);
	};
	const optionsOf: DayInput['optionsOf'] = (itemId) => {
		const item = bank.item(itemId);
		return item ? optionsOfItem(bank, item, settings, deckOptions) : settings;
	};
	const read = await readDay(db, bank, learner, now, needsAnswers({ deck: name, deckOptions, settings }));
	const fresh = deck.by === 'due' ? [] : bank.items.filter((item) => !read.known.has(item.id) && inDeck(item, deck));
	const queue = planDay({
		...{ ...read, now, settings, deckOptions, optionsOf, prefer },
		deck: name,
		inDeck: belongs,
		fresh: fresh.filter(({ id }) => !read.setAside.has(id)),
		item: bank.item,
		seed: learner.id
	});
	return { ...queue, deckOptions };
}

/** What the database knows of a learner's day. */
async function readDay(db: Db, bank: Bank, learner: Learner, now: Date, oneByOne: boolean) {
	const { id, settings } = learner;
	const day = dayOf(now, settings);
	const begin = startOfDay(day, settings);
	// A card of what the item asked before it was changed is none of what it asks now: the item is new again.
	const stands = (row: { itemId: string; memory: string | null }) => bank.memory(row.itemId) === row.memory;
	const due = await waitingQuery(db, id, now, day);
	const answered = await answeredSinceQuery(db, id, begin);
	const known = new Set((await knownItemsQuery(db, id)).filter(stands).map((row) => row.itemId));
	const wanted = await wantedToday(db, learner, known, now);
	const [load = NO_LOAD] = await loadQuery(db, id, day);
	const dayAhead = (days: number): DayAhead => ({
		day: addDays(day, days),
		begins: startOfDay(addDays(day, days), settings)
	});
	const later = Array.from({ length: DAYS_AHEAD }, (_, index) => dayAhead(index + 2));
	const [next] = settings.balance ? await aheadQuery(db, id, [dayAhead(1), ...later]) : [];
	const isDue = new Set(due.map(({ itemId }) => itemId));
	const early = wanted.cards.filter(({ itemId }) => !isDue.has(itemId));
	return {
		waiting: [...due, ...early]
			.filter((row) => stands(row) && bank.item(row.itemId) !== undefined)
			.map((row): Waiting => ({ itemId: row.itemId, card: toCard(row) })),
		known,
		wanted: wanted.items,
		setAside: await setAsideOn(db, id, day),
		answeredToday: answered.map(({ itemId }) => itemId),
		answers: oneByOne ? await answersSinceQuery(db, id, begin) : [],
		load,
		ahead: next?.ahead ?? []
	};
}
