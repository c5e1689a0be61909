import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	real,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { Extraction, Warning } from '#lib/domain/extraction/types.ts';
import { FACT_KINDS } from '#lib/domain/facts/vocabulary.ts';
import type { FactContent, FactImage } from '#lib/domain/workspace/transitions.ts';
import { instant } from './instant.ts';
import { workspaceId } from './owned.ts';

/** The articles of a workspace; their text never changes after the import and is shown to members alone. */
export const articles = pgTable(
	'articles',
	{
		workspaceId: workspaceId(),
		id: uuid('id').notNull(),
		/** How learners read its name inside a sentence. */
		label: text('label').notNull(),
		title: text('title'),
		publisher: text('publisher'),
		author: text('author'),
		published: date('published', { mode: 'string' }),
		publishedFrom: text('published_from', { enum: ['given', 'stamp', 'metadata', 'none'] }).notNull(),
		language: text('language').notNull(),
		/** Somebody said that the day of publication is not known. */
		dateUnknown: boolean('date_unknown').notNull().default(false),
		text: text('text').notNull(),
		/** SHA-256 of the text in UTF-8, in hexadecimal. */
		sha256: text('sha256').notNull(),
		format: text('format', { enum: ['text', 'html', 'docx', 'pdf'] }).notNull(),
		/** Imported, and waiting for its particulars; or ready, with its facts proposed. */
		status: text('status', { enum: ['imported', 'ready'] }).notNull(),
		/** The shipped source whose text this is. */
		attachedTo: text('attached_to'),
		warnings: jsonb('warnings').$type<Warning[]>().notNull(),
		/** Everybody and everything that its facts name. */
		entities: jsonb('entities').$type<Extraction['entities']>().notNull(),
		createdBy: uuid('created_by').notNull(),
		createdAt: instant('created_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.workspaceId, t.id] }),
		uniqueIndex('articles_text').on(t.workspaceId, t.sha256),
		uniqueIndex('articles_attached').on(t.workspaceId, t.attachedTo)
	]
);

/** The facts of an article, from their proposal on. */
export const facts = pgTable(
	'facts',
	{
		workspaceId: workspaceId(),
		id: uuid('id').notNull(),
		articleId: uuid('article_id').notNull(),
		/** Counts every change; a command on an older one is refused. */
		seq: integer('seq').notNull(),
		state: text('state', { enum: ['proposed', 'accepted', 'edited', 'rejected', 'merged'] }).notNull(),
		madeBy: text('made_by', { enum: ['rule', 'hand'] }).notNull(),
		/** The content's own, for the search of facts that say the same. */
		kind: text('kind', { enum: FACT_KINDS }).notNull(),
		content: jsonb('content').$type<FactContent>().notNull(),
		/** As the rule proposed it, where a person changed it. */
		proposed: jsonb('proposed').$type<FactContent>(),
		/** The rule that made it, and how sure it was: kept apart for the rules' statistics. */
		rule: text('rule').notNull(),
		confidence: real('confidence').notNull(),
		/** Where its first evidence begins: the order of the text. */
		position: integer('position').notNull(),
		rejectReason: text('reject_reason', {
			enum: ['not-said', 'wrong-value', 'wrong-holder', 'not-worth-asking', 'duplicate', 'other']
		}),
		rejectNote: text('reject_note'),
		/** The fact in which it lives on, of the workspace or of the shipped bank; its evidence counts there. */
		mergedInto: text('merged_into'),
		ruling: text('ruling', { enum: ['accept-both', 'name-source', 'do-not-ask'] }),
		changedBy: uuid('changed_by'),
		changedAt: instant('changed_at').notNull()
	},
	(t) => [
		primaryKey({ columns: [t.workspaceId, t.id] }),
		// An item's id begins with its fact's: two workspaces never share one.
		uniqueIndex('facts_id').on(t.id),
		index('facts_article').on(t.workspaceId, t.articleId, t.position),
		index('facts_kind').on(t.workspaceId, t.kind, t.state),
		index('facts_rule').on(t.workspaceId, t.rule),
		index('facts_merged')
			.on(t.workspaceId, t.mergedInto)
			.where(sql`merged_into is not null`),
		foreignKey({ columns: [t.workspaceId, t.articleId], foreignColumns: [articles.workspaceId, articles.id] }).onDelete(
			'cascade'
		),
		check('facts_merged_somewhere', sql`(state = 'merged') = (merged_into is not null)`)
	]
);

/** What was done at the workbench, with every fact before and after: so that it can be taken back. */
export const changes = pgTable(
	'changes',
	{
		workspaceId: workspaceId(),
		articleId: uuid('article_id').notNull(),
		/** Counts the changes of the article. */
		seq: integer('seq').notNull(),
		learnerId: uuid('learner_id').notNull(),
		at: instant('at').notNull(),
		/** In a few words. */
		what: text('what').notNull(),
		images: jsonb('images').$type<FactChange[]>().notNull(),
		undoneAt: instant('undone_at'),
		/** When its learner was told that others changed it since: undo goes on with what she did before. */
		passedAt: instant('passed_at')
	},
	(t) => [
		primaryKey({ columns: [t.workspaceId, t.articleId, t.seq] }),
		index('changes_last')
			.on(t.workspaceId, t.articleId, t.learnerId, t.seq)
			.where(sql`undone_at is null`),
		foreignKey({ columns: [t.workspaceId, t.articleId], foreignColumns: [articles.workspaceId, articles.id] }).onDelete(
			'cascade'
		)
	]
);

/** One fact in a change, by the fields that the change touched; before is null where the change added it. */
export interface FactChange {
	id: string;
	before: Partial<FactImage> | null;
	after: Partial<FactImage>;
}
