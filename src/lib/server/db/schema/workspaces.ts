import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ItemEdit } from '#lib/domain/workbench.ts';
import type { LexiconContent } from '#lib/domain/workspace/lexicon-schema.ts';
import { instant } from './instant.ts';
import { learnerId, workspaceId } from './owned.ts';

/** Who belongs to a workspace: its one owner, those who edit it, those who review its published items. */
export const workspaceMembers = pgTable(
	'workspace_members',
	{
		learnerId: learnerId(),
		workspaceId: workspaceId(),
		role: text('role', { enum: ['owner', 'editor', 'learner'] }).notNull(),
		joinedAt: instant('joined_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.workspaceId] }),
		index('workspace_members_workspace').on(t.workspaceId, t.joinedAt)
	]
);

/** Whom an owner removed, and when: a link that was made before admits her no more. */
export const workspaceRemovals = pgTable(
	'workspace_removals',
	{
		learnerId: learnerId(),
		workspaceId: workspaceId(),
		removedAt: instant('removed_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.learnerId, t.workspaceId] })]
);

/** Links by which others join; looked up by the hash of a secret that is shown once. */
export const invitations = pgTable(
	'invitations',
	{
		workspaceId: workspaceId(),
		id: uuid('id').notNull(),
		tokenHash: text('token_hash').notNull(),
		role: text('role', { enum: ['editor', 'learner'] }).notNull(),
		createdBy: uuid('created_by').notNull(),
		createdAt: instant('created_at').notNull(),
		/** How many joined by it. */
		used: integer('used').notNull().default(0),
		revokedAt: instant('revoked_at')
	},
	(t) => [primaryKey({ columns: [t.workspaceId, t.id] }), uniqueIndex('invitations_token').on(t.tokenHash)]
);

/** What a teacher adds to the lexicon: used when the workspace's next article is read. */
export const lexiconEntries = pgTable(
	'lexicon_entries',
	{
		workspaceId: workspaceId(),
		id: uuid('id').notNull(),
		kind: text('kind', { enum: ['name', 'alias', 'topic', 'trigger'] }).notNull(),
		content: jsonb('content').$type<LexiconContent>().notNull(),
		createdBy: uuid('created_by').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.workspaceId, t.id] })]
);

/** What a person set of an item instead of what was generated. */
export const itemEdits = pgTable(
	'item_edits',
	{
		workspaceId: workspaceId(),
		itemId: text('item_id').notNull(),
		edit: jsonb('edit').$type<ItemEdit>().notNull(),
		/** The version that was generated when the edit was made: another one now means that the fact changed. */
		madeOn: text('made_on').notNull(),
		changedBy: uuid('changed_by').notNull(),
		changedAt: instant('changed_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.workspaceId, t.itemId] })]
);

/** Where a learner says that something is wrong with an item. */
export const itemReports = pgTable(
	'item_reports',
	{
		learnerId: learnerId(),
		/** Made by the client, so that the same report sent twice counts once. */
		id: uuid('id').notNull(),
		workspaceId: workspaceId(),
		itemId: text('item_id').notNull(),
		itemVersion: text('item_version').notNull(),
		reason: text('reason', { enum: ['wrong', 'unclear', 'outdated', 'typo', 'other'] }).notNull(),
		note: text('note').notNull(),
		at: instant('at').notNull(),
		resolvedAt: instant('resolved_at'),
		resolvedBy: uuid('resolved_by'),
		outcome: text('outcome', { enum: ['fixed', 'retired', 'no-fault'] })
	},
	(t) => [
		primaryKey({ columns: [t.learnerId, t.id] }),
		index('item_reports_workspace').on(t.workspaceId, t.at),
		index('item_reports_learner_item').on(t.learnerId, t.itemId)
	]
);
