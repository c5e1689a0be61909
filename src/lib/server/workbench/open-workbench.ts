import { resolve } from 'node:path';
import { layOut } from '#lib/domain/articles/layout.ts';
import { importText } from '#lib/domain/articles/text.ts';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Workbench } from '#lib/domain/workbench.ts';
import { progressFrom } from '#lib/domain/workspace/progress.ts';
import { findArticle, toProposal, type ArticleRow } from '#lib/server/articles/article-row.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { spokenTopic } from '#lib/server/topic-words.ts';
import { textLexiconIn, topicsFor } from '#lib/server/lexicon/shared.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { undoLabel } from './changes.ts';
import { factsOfArticleQuery, type FactRow } from './fact-row.ts';
import { knownBook } from './known.ts';
import { toView } from './view.ts';

/**
 * The workbench on one article: its text and lines, its facts as they stand, what undo would take back.
 * @returns `article_not_confirmed` where nobody has confirmed the article's particulars yet
 */
export async function openWorkbench(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	workspaceId: string,
	articleId: string,
	seeds = resolve('seeds')
): Promise<{ ok: true; workbench: Workbench } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const article = await findArticle(db, workspaceId, articleId);
	if (!article) return failure('unknown_article');
	if (article.status !== 'ready') return failure('article_not_confirmed');
	const rows = await factsOfArticleQuery(db, workspaceId, articleId);
	const known = await knownBook(db, shipped, workspaceId);
	const { id, label, text, warnings } = article;
	return {
		ok: true,
		workbench: {
			workspaceId,
			article: { ...toProposal(article), id, label, text },
			blocks: blocksOf(text, seeds),
			facts: await toView(db, known, rows),
			progress: progressFrom(rows.map(({ state }) => ({ state, number: 1 }))),
			undo: await undoLabel(db, workspaceId, articleId, learner.id),
			topics: (await topicsFor(db, workspaceId, seeds)).map(({ id, label }) => ({ id, label: spokenTopic(id, label) })),
			holders: holdersOf(article, rows, shipped),
			warnings
		}
	};
}

function blocksOf(text: string, seeds: string): Workbench['blocks'] {
	const { blocks } = layOut(importText(text), textLexiconIn(seeds));
	return blocks.map(({ start, end, role, paragraph }) => ({ start, end, role, paragraph }));
}

/** Names to choose a holder from: those of the article first. */
function holdersOf({ entities }: ArticleRow, rows: readonly FactRow[], shipped: Shipped): string[] {
	const own = rows.flatMap(({ content }) => content.holder ?? []);
	const named = [...entities.people, ...entities.organisations].map(({ name }) => name);
	const parties = (shipped.knowledge.parties ?? []).filter(({ id }) => id !== 'both').map(({ name }) => name);
	return [...new Set([...own, 'both sides', ...named, ...parties])];
}
