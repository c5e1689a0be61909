import { and, count, eq } from 'drizzle-orm';
import type { SourceProposal } from '#lib/domain/articles/types.ts';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { articles } from '#lib/server/db/schema/articles.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { lockWorkspace, renewRevision } from '#lib/server/workspaces/revision.ts';
import { readFrom, type ArticleFrom, type ReadArticle, type ReadingTools } from './read-from.ts';

/** Articles of one workspace. */
const MOST_ARTICLES = 500;

/**
 * Takes an article into a workspace: its text, and what is proposed as its particulars, which somebody then confirms.
 * Nothing is stored unless all of it can be.
 * @param from what was pasted, a file or an address
 * @returns its id; `known` where the same text is there already. Refused by the codes of the import and of the fetch,
 * `workspace_full`, `reading_queue_full`, `reading_busy`, or `article_extraction_timeout` where its lines could not even
 * be told apart in time
 */
export async function importArticle(
	db: Db,
	learner: Learner,
	workspaceId: string,
	from: ArticleFrom,
	now: Date,
	tools: ReadingTools = {}
): Promise<{ ok: true; id: string; known: boolean } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const read = await readFrom(from, { workspaceId, learnerId: learner.id }, tools);
	if (!read.ok) return read;
	return inTransaction(db, async (tx) => {
		await lockWorkspace(tx, workspaceId);
		const known = await findByHash(tx, workspaceId, read.article.sha256);
		if (known) return { ok: true, id: known, known: true };
		const [there] = await tx.select({ number: count() }).from(articles).where(eq(articles.workspaceId, workspaceId));
		if ((there?.number ?? 0) >= MOST_ARTICLES) return failure('workspace_full');
		const stored = await storeArticle(tx, { workspaceId, learner, article: read.article, now });
		if (stored.ok) await renewRevision(tx, workspaceId, now);
		return stored;
	});
}

export interface Storing {
	workspaceId: string;
	learner: Learner;
	article: ReadArticle;
	now: Date;
	/** Its particulars, where they are known better than by what it says of itself. */
	source?: SourceProposal;
	/** The shipped source whose text it is. */
	attachedTo?: string;
	label?: string;
}

/** Writes a new article; where another request stored the same text first, tells that one's id. */
export async function storeArticle(
	tx: Db,
	{ workspaceId, learner, article, now, source = article.source, attachedTo, label }: Storing
): Promise<{ ok: true; id: string; known: boolean } | Failure> {
	const id = uuidv7(now);
	const { text, sha256, format, warnings } = article;
	const made = await tx
		.insert(articles)
		.values({
			workspaceId,
			id,
			label: label ?? proposeLabel(source),
			...source,
			text,
			sha256,
			format,
			status: 'imported',
			attachedTo,
			warnings,
			entities: { people: [], organisations: [], places: [] },
			createdBy: learner.id,
			createdAt: now
		})
		.onConflictDoNothing()
		.returning({ id: articles.id });
	if (made.length > 0) return { ok: true, id, known: false };
	const known = await findByHash(tx, workspaceId, sha256);
	return known ? { ok: true, id: known, known: true } : failure('source_attached');
}

/** The article of a workspace with a text of this hash. */
export async function findByHash(db: Db, workspaceId: string, sha256: string): Promise<string | undefined> {
	const [row] = await db
		.select({ id: articles.id })
		.from(articles)
		.where(and(eq(articles.workspaceId, workspaceId), eq(articles.sha256, sha256)));
	return row?.id;
}

/** How an article may be called inside a sentence, until somebody says better. */
function proposeLabel({ publisher, title }: SourceProposal): string {
	if (publisher) return publisher.slice(0, 100);
	const whole = (title ?? '').trim();
	const words = whole.split(/\s+/).slice(0, 6).join(' ').slice(0, 80);
	return words === '' ? 'the article' : `“${words}${words === whole ? '' : ' …'}”`;
}
