import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Item } from '#lib/domain/items/types.ts';

/** A bank belongs to a workspace; the shipped one has a fixed id. */
export const workspaces = pgTable('workspaces', {
	id: uuid('id').primaryKey(),
	name: text('name').notNull(),
	/** Hash of the ids and versions of the items that were loaded last. */
	revision: text('revision').notNull(),
	loadedAt: timestamp('loaded_at', { withTimezone: true, mode: 'date' }).notNull()
});

/** The items of a bank as they stand now. */
export const items = pgTable(
	'items',
	{
		workspaceId: uuid('workspace_id')
			.notNull()
			.references(() => workspaces.id, { onDelete: 'cascade' }),
		id: text('id').notNull(),
		version: text('version').notNull(),
		status: text('status', { enum: ['draft', 'published', 'retired'] }).notNull(),
		/** Place in the order in which new items are introduced. */
		ordinal: integer('ordinal').notNull()
	},
	(t) => [primaryKey({ columns: [t.workspaceId, t.id] }), index('items_order').on(t.workspaceId, t.status, t.ordinal)]
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
		createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull()
	},
	(t) => [primaryKey({ columns: [t.workspaceId, t.itemId, t.version] })]
);
