import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { instant } from './instant.ts';

/** Everyone who reviews; a guest is a learner without an account. */
export const learners = pgTable('learners', {
	id: uuid('id').primaryKey(),
	createdAt: instant('created_at').notNull(),
	/** As they were stored, by any version: read them with `readSettings`. */
	settings: jsonb('settings').$type<Partial<LearnerSettings>>().notNull()
});

/** What a learner signs in with. */
export const accounts = pgTable(
	'accounts',
	{
		learnerId: uuid('learner_id')
			.primaryKey()
			.references(() => learners.id, { onDelete: 'cascade' }),
		name: text('name').notNull(),
		/** As typed, for display; unique without regard to case. */
		email: text('email').notNull(),
		passwordHash: text('password_hash').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [
		uniqueIndex('accounts_email').on(sql`lower(${t.email})`),
		check('accounts_email_short', sql`length(${t.email}) <= 254`)
	]
);

/**
 * Sessions are looked up by the hash of a secret that only the browser holds, before the learner is known: the one
 * table of a learner's whose key does not begin with her id.
 */
export const sessions = pgTable(
	'sessions',
	{
		idHash: text('id_hash').primaryKey(),
		learnerId: uuid('learner_id')
			.notNull()
			.references(() => learners.id, { onDelete: 'cascade' }),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull()
	},
	(t) => [index('sessions_learner').on(t.learnerId), index('sessions_expiry').on(t.expiresAt)]
);
