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
	// Two workspaces may have given one shipped source two texts: offsets into the one mean nothing in the other.
	const found = wanted.flatMap(({ source, articleId }) =>
		rows.filter(({ id }) => id === articleId).map(({ text }) => ({ source, text, anchors: new Anchors(text) }))
	);
	return (place) => {
		const of = found.filter(({ source }) => source === place.source);
		const { span, anchor } = place;
		if (span) {
			const its = of.find(({ text }) => text.slice(span.start, span.end).split(/\s+/).join(' ').startsWith(anchor));
			const text = (its ?? of[0])?.text;
			return text === undefined ? undefined : passageAt(text, span);
		}
		const shown = of.map(({ text, anchors }) => ({ text, at: anchors.find(place.paragraph, anchor) }));
		return shown.flatMap(({ text, at }) => (at ? (passageAt(text, at) ?? []) : []))[0];
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
