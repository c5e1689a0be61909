import { and, eq, inArray, or } from 'drizzle-orm';
import type { Citation, Item } from '#lib/domain/items/types.ts';
import { Anchors, passageAt, type Passage } from '#lib/domain/workspace/passages.ts';
import type { Db } from '#lib/server/db/db.ts';
import { articles } from '#lib/server/db/schema/articles.ts';
import { workspaceMembers } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import type { Bank } from './bank.ts';

/**
 * Reads the passages of an item's evidence, of articles whose texts the learner may read: her membership is asked of
 * the database again, not of a bank that was composed a moment ago.
 * @returns the passage of a place; undefined where there is no text or it has no such words
 */
export async function passagesOf(
	db: Db,
	bank: Bank,
	learner: Learner,
	item: Item
): Promise<(place: Citation) => Passage | undefined> {
	const sources = [...new Set(item.citations.map(({ source }) => source))];
	const wanted = sources.flatMap((source) => bank.texts(source).map((place) => ({ ...place, source })));
	if (wanted.length === 0) return () => undefined;
	const rows = await db
		.select({ id: articles.id, workspaceId: articles.workspaceId, text: articles.text })
		.from(articles)
		.innerJoin(
			workspaceMembers,
			and(eq(workspaceMembers.learnerId, learner.id), eq(workspaceMembers.workspaceId, articles.workspaceId))
		)
		.where(or(...byWorkspace(wanted)));
	const texts = new Map(
		wanted.flatMap(({ source, articleId }) =>
			rows.filter(({ id }) => id === articleId).map((row) => [source, row.text])
		)
	);
	const anchors = new Map([...texts].map(([source, text]) => [source, new Anchors(text)]));
	return (place) => {
		const text = texts.get(place.source);
		const span = place.span ?? anchors.get(place.source)?.find(place.paragraph, place.anchor);
		return text === undefined || span === undefined ? undefined : passageAt(text, span);
	};
}

/** One range of the articles' key for each workspace. */
function byWorkspace(wanted: readonly { workspaceId: string; articleId: string }[]) {
	const ids = [...new Set(wanted.map(({ workspaceId }) => workspaceId))];
	return ids.map((id) =>
		and(
			eq(articles.workspaceId, id),
			inArray(
				articles.id,
				wanted.filter(({ workspaceId }) => workspaceId === id).map(({ articleId }) => articleId)
			)
		)
	);
}
