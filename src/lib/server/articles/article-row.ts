import { and, eq } from 'drizzle-orm';
import type { SourceProposal } from '#lib/domain/articles/types.ts';
import type { Warning } from '#lib/domain/extraction/types.ts';
import type { Db } from '#lib/server/db/db.ts';
import { articles } from '#lib/server/db/schema/articles.ts';
import { isUuid } from '#lib/server/workspaces/guards.ts';

export type ArticleRow = typeof articles.$inferSelect;

/** Everything but the texts and names, which are long. */
export const LISTED = {
	workspaceId: articles.workspaceId,
	id: articles.id,
	label: articles.label,
	title: articles.title,
	publisher: articles.publisher,
	author: articles.author,
	published: articles.published,
	publishedFrom: articles.publishedFrom,
	language: articles.language,
	dateUnknown: articles.dateUnknown,
	sha256: articles.sha256,
	format: articles.format,
	status: articles.status,
	attachedTo: articles.attachedTo,
	warnings: articles.warnings,
	createdBy: articles.createdBy,
	createdAt: articles.createdAt
};

/** An article as the editors of its workspace see it. */
export type ArticleView = SourceProposal & {
	id: string;
	label: string;
	text: string;
	format: 'text' | 'html' | 'docx' | 'pdf';
	/** Imported, and waiting for its particulars; or ready, with its facts proposed. */
	status: 'imported' | 'ready';
	dateUnknown: boolean;
	/** The shipped source whose text this is. */
	attachedTo: string | null;
	warnings: Warning[];
	createdAt: Date;
};

/** The particulars of a row. */
export function toProposal(row: Omit<ArticleRow, 'text' | 'entities'>): SourceProposal {
	const { title, publisher, author, published, publishedFrom, language } = row;
	return { title, publisher, author, published, publishedFrom, language };
}

/** A row without its text, for lists. */
export function toListed(row: Omit<ArticleRow, 'text' | 'entities'>): Omit<ArticleView, 'text'> {
	const { id, label, format, status, dateUnknown, attachedTo, warnings, createdAt } = row;
	return { ...toProposal(row), id, label, format, status, dateUnknown, attachedTo, warnings, createdAt };
}

/** An article of a workspace. Whether the asker may see it is for the caller to have checked. */
export async function findArticle(db: Db, workspaceId: string, id: string): Promise<ArticleRow | undefined> {
	if (!isUuid(id)) return undefined;
	const [row] = await db
		.select()
		.from(articles)
		.where(and(eq(articles.workspaceId, workspaceId), eq(articles.id, id)));
	return row;
}

/** The same, held until the transaction ends. */
export async function lockArticle(tx: Db, workspaceId: string, id: string): Promise<ArticleRow | undefined> {
	if (!isUuid(id)) return undefined;
	const [row] = await tx
		.select()
		.from(articles)
		.where(and(eq(articles.workspaceId, workspaceId), eq(articles.id, id)))
		.for('update');
	return row;
}
