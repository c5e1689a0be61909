import {
	boolean,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import type { DeckOptions, LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { instant } from './instant.ts';
import { learnerId } from './owned.ts';

/** What a learner chose for one deck alone. */
export const deckOptions = pgTable(
	'deck_options',
	{
		learnerId: learnerId(),
		/** As in a page's address: "topic:taiwan". */
		deck: text('deck').notNull(),
		options: jsonb('options').$type<DeckOptions>().notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.deck] })]
);

/** The options by which reviews were scheduled, each set once: an old review is worked out again by its own. */
export const scheduleOptions = pgTable(
	'schedule_options',
	{
		learnerId: learnerId(),
		/** Hash of the options. */
		id: text('id').notNull(),
		options: jsonb('options').$type<Partial<LearnerSettings>>().notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.id] })]
);

/** Each time the memory model was fitted to a learner's reviews, taken over or not. */
export const modelFits = pgTable(
	'model_fits',
	{
		learnerId: learnerId(),
		id: uuid('id').notNull(),
		/** The model that the parameters belong to: "FSRS-6". */
		version: text('version').notNull(),
		parameters: jsonb('parameters').$type<number[]>().notNull(),
		/** Reviews that it was fitted on and checked with. */
		reviews: integer('reviews').notNull(),
		/** Log loss on the held-out last quarter, of the parameters in use before and of the fitted ones. */
		lossBefore: doublePrecision('loss_before').notNull(),
		lossAfter: doublePrecision('loss_after').notNull(),
		accepted: boolean('accepted').notNull(),
		fittedAt: instant('fitted_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.id] })]
);

/** A deck that its learner wants to know by a day. */
export const deadlines = pgTable(
	'deadlines',
	{
		learnerId: learnerId(),
		id: uuid('id').notNull(),
		name: text('name').notNull(),
		/** As in a page's address: "all", "topic:taiwan". */
		deck: text('deck').notNull(),
		/** The learner's own day on which it must be known, as it begins. */
		day: date('day', { mode: 'string' }).notNull(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.id] })]
);

/**
 * The secret address of a learner's calendar; looked up before the learner is known, so its key does not begin with her
 * id. Only the secret's hash is kept.
 */
export const calendarFeeds = pgTable(
	'calendar_feeds',
	{
		tokenHash: text('token_hash').primaryKey(),
		learnerId: learnerId(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [index('calendar_feeds_learner').on(t.learnerId)]
);

/** A browser that asked to be reminded. */
export const pushSubscriptions = pgTable(
	'push_subscriptions',
	{
		learnerId: learnerId(),
		/** Hash of the endpoint. */
		id: text('id').notNull(),
		endpoint: text('endpoint').notNull(),
		/** The browser's own, and the language of its reminders. */
		keys: jsonb('keys').$type<{ p256dh: string; auth: string; locale?: string }>().notNull(),
		/** The hour of her day at which to remind. */
		hour: integer('hour').notNull(),
		/** The last day of hers on which a reminder was sent. */
		sentOn: date('sent_on', { mode: 'string' }),
		createdAt: instant('created_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.id] })]
);
