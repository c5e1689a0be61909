import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { findArticle, toListed, type ArticleView } from './article-row.ts';

/** One article with its text, for the editors of its workspace. */
export async function articleOf(
	db: Db,
	learner: Learner,
	workspaceId: string,
	articleId: string
): Promise<{ ok: true; article: ArticleView } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const row = await findArticle(db, workspaceId, articleId);
	return row ? { ok: true, article: { ...toListed(row), text: row.text } } : failure('unknown_article');
}
