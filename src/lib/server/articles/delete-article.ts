import { and, eq, inArray } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { articles, facts } from '#lib/server/db/schema/articles.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { renewRevision } from '#lib/server/workspaces/revision.ts';
import { lockArticle } from './article-row.ts';

/**
 * Removes an article, its text, its facts and what was done with them. Facts of other articles that lived on in one of
 * its facts are proposed again; questions made of its facts are asked no more, and reviews of them stay in the log.
 */
export async function deleteArticle(
	db: Db,
	learner: Learner,
	workspaceId: string,
	articleId: string,
	now: Date
): Promise<{ ok: true } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	return inTransaction(db, async (tx) => {
		if (!(await lockArticle(tx, workspaceId, articleId))) return failure('unknown_article');
		const own = await tx
			.select({ id: facts.id })
			.from(facts)
			.where(and(eq(facts.workspaceId, workspaceId), eq(facts.articleId, articleId)));
		await releaseMerged(
			tx,
			workspaceId,
			own.map(({ id }) => id),
			{ learnerId: learner.id, now }
		);
		await tx.delete(articles).where(and(eq(articles.workspaceId, workspaceId), eq(articles.id, articleId)));
		await renewRevision(tx, workspaceId, now);
		return { ok: true };
	});
}

const BATCH = 1000;

async function releaseMerged(
	tx: Db,
	workspaceId: string,
	ids: readonly string[],
	by: { learnerId: string; now: Date }
): Promise<void> {
	for (let from = 0; from < ids.length; from += BATCH) {
		const merged = await tx
			.select({ id: facts.id, seq: facts.seq })
			.from(facts)
			.where(and(eq(facts.workspaceId, workspaceId), inArray(facts.mergedInto, ids.slice(from, from + BATCH))))
			.for('update');
		for (const { id, seq } of merged) {
			await tx
				.update(facts)
				.set({ state: 'proposed', mergedInto: null, seq: seq + 1, changedBy: by.learnerId, changedAt: by.now })
				.where(and(eq(facts.workspaceId, workspaceId), eq(facts.id, id)));
		}
	}
}
