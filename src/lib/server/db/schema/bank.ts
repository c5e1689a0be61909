import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Item } from '#lib/domain/items/types.ts';
import { instant } from './instant.ts';

/** A bank belongs to a workspace; the shipped one has a fixed id. */
export const workspaces = pgTable('workspaces', {
	id: uuid('id').primaryKey(),
	name: text('name').notNull(),
	/** Of the shipped one the hash of its items' ids and versions; of others a new text with every change that learners see. */
	revision: text('revision').notNull(),
	/** When the revision was written last. */
	loadedAt: instant('loaded_at').notNull(),
	/** Who made it; the shipped one has none. */
	ownerId: uuid('owner_id'),
	createdAt: instant('created_at')
});

/** The items of a bank as they stand now. */
export const items = pgTable(
	'items',
	{
		workspaceId: uuid('workspace_id')
			.notNull()
			.references(() => workspaces.id, { onDelete: 'cascade' }),
		id: text('id').notNull(),
		/** The version that learners are asked; of a draft the one that was seen when it was edited. */
		version: text('version').notNull(),
		status: text('status', { enum: ['draft', 'published', 'retired'] }).notNull(),
		/** Place in the order in which new items are introduced. */
		ordinal: integer('ordinal').notNull(),
		/** What cards of the item were learnt under; renewed when a version asks something else, and then they are new again. */
		memory: text('memory'),
		/** Counts every change by a teacher. */
		seq: integer('seq').notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.workspaceId, t.id] }),
		index('items_order').on(t.workspaceId, t.status, t.ordinal),
		index('items_memory')
			.on(t.workspaceId)
			.where(sql`memory is not null`)
	]
);

/** Every version of an item that was ever published: what a review was graded by can always be shown. */
export const itemVersions = pgTable(
	'item_versions',
	{
		workspaceId: uuid('workspace_id')
			.notNull()
			.references(() => workspaces.id, { onDelete: 'cascade' }),
		itemId: text('item_id').notNull(),
		version: text('version').notNull(),
		content: jsonb('content').$type<Item>().notNull(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.workspaceId, t.itemId, t.version] })]
);
