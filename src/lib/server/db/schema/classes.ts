import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './instant.ts';
import { learnerId } from './owned.ts';

/** A class: its teachers assign, its students answer. */
export const classes = pgTable(
	'classes',
	{
		id: uuid('id').primaryKey(),
		name: text('name').notNull(),
		/** By which students join; none where joining by code is switched off. */
		code: text('code'),
		createdBy: uuid('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		/** Since when nothing can be changed or answered in it. */
		archivedAt: instant('archived_at')
	},
	(t) => [uniqueIndex('classes_code').on(t.code)]
);

/** Whose a row is: it goes with its class. */
export const classId = () =>
	uuid('class_id')
		.notNull()
		.references(() => classes.id, { onDelete: 'cascade' });

/** Who belongs to a class, under the name by which the class knows her. */
export const classMembers = pgTable(
	'class_members',
	{
		learnerId: learnerId(),
		classId: classId(),
		role: text('role', { enum: ['teacher', 'student'] }).notNull(),
		name: text('name').notNull(),
		joinedAt: instant('joined_at').notNull(),
		/** What she got wrong in a quiz enters her reviews; she may switch that off. */
		reviewsMistakes: boolean('reviews_mistakes').notNull().default(true)
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.classId] }), index('class_members_class').on(t.classId, t.role, t.name)]
);

/** Whom a teacher removed, and when: a code or a link from before admits her no more. */
export const classRemovals = pgTable(
	'class_removals',
	{ learnerId: learnerId(), classId: classId(), removedAt: instant('removed_at').notNull() },
	(t) => [primaryKey({ columns: [t.learnerId, t.classId] })]
);

/** A student whom a roster names, with the link that is hers alone; it is looked up by the hash of its secret. */
export const rosterPlaces = pgTable(
	'roster_places',
	{
		classId: classId(),
		id: uuid('id').notNull(),
		name: text('name').notNull(),
		/** In lower case. */
		email: text('email').notNull(),
		tokenHash: text('token_hash').notNull(),
		createdAt: instant('created_at').notNull(),
		/** Who took the place; then the link admits nobody else. */
		takenBy: uuid('taken_by')
	},
	(t) => [
		primaryKey({ columns: [t.classId, t.id] }),
		uniqueIndex('roster_places_token').on(t.tokenHash),
		uniqueIndex('roster_places_email').on(t.classId, t.email)
	]
);

/** A link by which one colleague becomes a teacher of a class. */
export const teacherInvitations = pgTable(
	'teacher_invitations',
	{
		classId: classId(),
		id: uuid('id').notNull(),
		tokenHash: text('token_hash').notNull(),
		createdBy: uuid('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		usedAt: instant('used_at'),
		revokedAt: instant('revoked_at')
	},
	(t) => [
		primaryKey({ columns: [t.classId, t.id] }),
		uniqueIndex('teacher_invitations_token').on(t.tokenHash),
		index('teacher_invitations_live')
			.on(t.classId)
			.where(sql`used_at is null and revoked_at is null`)
	]
);
