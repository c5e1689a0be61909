import { sql, type SQL } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	real,
	smallint,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import type { Response } from '#lib/domain/grading/types.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import type { RescheduleEvent } from '#lib/domain/reviewing/fold.ts';
import { instant } from './instant.ts';
import { learnerId } from './owned.ts';

/** One learner's memory of one item. */
export const cards = pgTable(
	'cards',
	{
		learnerId: learnerId(),
		itemId: text('item_id').notNull(),
		/** 1 learning, 2 review, 3 relearning; a card comes into being with its first review. */
		state: smallint('state').notNull(),
		due: instant('due').notNull(),
		stability: doublePrecision('stability').notNull(),
		difficulty: doublePrecision('difficulty').notNull(),
		scheduledDays: integer('scheduled_days').notNull(),
		step: smallint('step').notNull(),
		reps: integer('reps').notNull(),
		lapses: integer('lapses').notNull(),
		lastReview: instant('last_review').notNull(),
		/** What of the item it was learnt under: where the item's is another, the item counts as new. */
		memory: text('memory'),
		/** Counts every change of the card; an answer to an older one is stale. */
		seq: integer('seq').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.itemId] }),
		index('cards_due').on(t.learnerId, t.due),
		index('cards_last_review').on(t.learnerId, t.lastReview),
		check('cards_state', sql`state between 1 and 3`)
	]
);

const ofCardInReview = (value: SQL) => sql`case when "before" ->> 'state' = '2' then ${value} end`;

/** Seconds since 1970, of an instant as `toISOString` writes it: a generated column may have no cast that minds zones. */
function secondsOf(text: SQL): SQL {
	const part = (from: number) => sql`substr(${text}, ${sql.raw(String(from))}, 2)::int`;
	const seconds = sql`rtrim(substr(${text}, 18), 'Z')::float8`;
	const date = sql`left(${text}, 4)::int, ${part(6)}, ${part(9)}`;
	return sql`date_part('epoch', make_timestamp(${date}, ${part(12)}, ${part(15)}, ${seconds}))`;
}

/**
 * One answer to one card; appended, and what was answered and when is never changed. `before` and `after` follow from
 * the card's log and are worked out again when an answer arrives that was given earlier.
 */
export const reviews = pgTable(
	'reviews',
	{
		learnerId: learnerId(),
		/** Made by the client, so that the same answer sent twice counts once. */
		id: uuid('id').notNull(),
		itemId: text('item_id').notNull(),
		itemVersion: text('item_version').notNull(),
		form: text('form').notNull(),
		/** Which of the version's forms it was: an item may have two of one name. */
		formIndex: smallint('form_index').notNull(),
		response: jsonb('response').$type<Response>().notNull(),
		verdict: text('verdict', { enum: ['correct', 'near', 'wrong'] }).notNull(),
		reason: text('reason').notNull(),
		score: real('score').notNull(),
		rating: smallint('rating').notNull(),
		/** The learner says that the grader was wrong. */
		claimedRight: boolean('claimed_right').notNull().default(false),
		/** How long the answer took, in milliseconds, at most a minute; 0 where not known. */
		durationMs: integer('duration_ms').notNull(),
		reviewedAt: instant('reviewed_at').notNull(),
		/** The learner's own calendar day, by her time zone and day start. */
		day: date('day', { mode: 'string' }).notNull(),
		/** The card before and after; before is null where the item was new. */
		before: jsonb('before').$type<CardState>(),
		after: jsonb('after').$type<CardState>().notNull(),
		/** What of the item was learnt by it; with another one a memory begins anew. */
		memory: text('memory'),
		/** The review that this one replaces, with another rating. */
		amends: uuid('amends'),
		/** The options by which it was scheduled (`schedule_options`); null in rows from before they were kept. */
		options: text('options'),
		/** When the server took it, which for an answer given without a network is later; null in rows from before. */
		receivedAt: instant('received_at'),
		/** What statistics sum of a card that was in review before, which the database takes out of `before`: days, … */
		intervalBefore: integer('interval_before').generatedAlwaysAs(
			ofCardInReview(sql`("before" ->> 'scheduledDays')::int`)
		),
		/** … days until its recall would have fallen to 90 %, … */
		stabilityBefore: doublePrecision('stability_before').generatedAlwaysAs(
			ofCardInReview(sql`("before" ->> 'stability')::float8`)
		),
		/** … and when it had been answered, in seconds since 1 January 1970. */
		answeredBefore: doublePrecision('answered_before').generatedAlwaysAs(
			ofCardInReview(secondsOf(sql`("before" ->> 'lastReview')`))
		)
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('reviews_time').on(t.learnerId, t.reviewedAt),
		index('reviews_item').on(t.learnerId, t.itemId, t.reviewedAt),
		index('reviews_amends')
			.on(t.learnerId, t.amends)
			.where(sql`amends is not null`),
		check('reviews_rating', sql`rating between 1 and 4`)
	]
);

/** Reviews and changes of cards that the learner took back. */
export const undos = pgTable(
	'undos',
	{
		learnerId: learnerId(),
		reviewId: uuid('review_id').notNull(),
		undoneAt: instant('undone_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.reviewId] })]
);

/** What a learner did on one of her days: the load so far, the streak, the heat map. */
export const learnerDays = pgTable(
	'learner_days',
	{
		learnerId: learnerId(),
		day: date('day', { mode: 'string' }).notNull(),
		/** New items answered for the first time. */
		introduced: integer('introduced').notNull().default(0),
		/** Answers to cards that were in review. */
		reviewed: integer('reviewed').notNull().default(0),
		/** All answers, steps included. */
		answered: integer('answered').notNull().default(0),
		correct: integer('correct').notNull().default(0),
		durationMs: integer('duration_ms').notNull().default(0),
		/** By how much the limits of new items and of reviews are raised on this day alone, or lowered. */
		moreNew: integer('more_new').notNull().default(0),
		moreReviews: integer('more_reviews').notNull().default(0)
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.day] })]
);

/** What a learner set by hand on an item, met or not. */
export const itemMarks = pgTable(
	'item_marks',
	{
		learnerId: learnerId(),
		itemId: text('item_id').notNull(),
		suspended: boolean('suspended').notNull().default(false),
		/** Not asked before this day of hers. */
		buriedUntil: date('buried_until', { mode: 'string' }),
		flag: smallint('flag').notNull().default(0)
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.itemId] }), check('item_marks_flag', sql`flag between 0 and 7`)]
);

/** What a rescheduling is kept as. */
export type Rescheduled = Pick<RescheduleEvent, 'from' | 'to'>;

/** A change of a card or of its marks by hand, or its rescheduling; appended and never changed. */
export const cardChanges = pgTable(
	'card_changes',
	{
		learnerId: learnerId(),
		/** Made by the client, so that the same change sent twice counts once. */
		id: uuid('id').notNull(),
		itemId: text('item_id').notNull(),
		kind: text('kind', { enum: ['suspend', 'bury', 'flag', 'reset', 'set-due', 'reschedule'] }).notNull(),
		/**
		 * Of suspend true or false, of bury a day or null, of set-due an instant, of flag its number, of reset null, of
		 * reschedule the card as it was found and as it is to be.
		 */
		value: jsonb('value').$type<boolean | number | string | Rescheduled | null>(),
		changedAt: instant('changed_at').notNull(),
		/** The learner's own calendar day. */
		day: date('day', { mode: 'string' }).notNull(),
		receivedAt: instant('received_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('card_changes_item').on(t.learnerId, t.itemId),
		index('card_changes_time').on(t.learnerId, t.changedAt)
	]
);
