import { asc, count, eq } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import type { Progress } from '#lib/domain/workbench.ts';
import { progressFrom } from '#lib/domain/workspace/progress.ts';
import type { Db } from '#lib/server/db/db.ts';
import { articles, facts } from '#lib/server/db/schema/articles.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { LISTED, toListed, type ArticleView } from './article-row.ts';

export type ListedArticle = Omit<ArticleView, 'text'> & { progress: Progress };

/** The articles of a workspace, the oldest first, with how far each is reviewed; without their texts. */
export async function listArticles(
	db: Db,
	learner: Learner,
	workspaceId: string
): Promise<{ ok: true; articles: ListedArticle[] } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const rows = await db
		.select(LISTED)
		.from(articles)
		.where(eq(articles.workspaceId, workspaceId))
		.orderBy(asc(articles.id));
	const counted = await db
		.select({ articleId: facts.articleId, state: facts.state, number: count() })
		.from(facts)
		.where(eq(facts.workspaceId, workspaceId))
		.groupBy(facts.articleId, facts.state);
	const of = (id: string) => counted.filter((row) => row.articleId === id);
	return { ok: true, articles: rows.map((row) => ({ ...toListed(row), progress: progressFrom(of(row.id)) })) };
}
