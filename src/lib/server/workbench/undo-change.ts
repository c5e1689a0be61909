import { and, eq, inArray } from 'drizzle-orm';
import { isAsLeft, type FactImage } from '#lib/domain/workspace/transitions.ts';
import { changes, facts, type FactChange } from '#lib/server/db/schema/articles.ts';
import { writeFacts, lastChangeQuery, type Changing } from './changes.ts';
import { isOwn } from './change-fact.ts';
import { factsById, toImage, type FactRow } from './fact-row.ts';
import { refuse, type Step, type Stepped } from './step.ts';

/**
 * Takes back the person's own last change of the article: every fact is as it was before. It is refused as a whole
 * where somebody else changed one of the facts since, or lets another fact live on in it.
 */
export async function undoChange(step: Step): Promise<Stepped> {
	const { tx, doing } = step;
	const { workspaceId, articleId, learnerId, now } = doing;
	const [last] = await lastChangeQuery(tx, workspaceId, articleId, learnerId);
	if (!last) return refuse('no_change_to_undo');
	const ids = last.images.map(({ id }) => id);
	const rows = new Map((await manyById(step, ids)).map((row) => [row.id, row]));
	const blocked = await isBlocked(step, last.images, rows);
	if (blocked) return refuse('changed_since', ...ids);
	const gone = last.images.filter(({ before }) => before === null).map(({ id }) => id);
	const changing = last.images.flatMap(({ id, before }): Changing[] => {
		const row = rows.get(id);
		return row && before ? [{ row, image: { ...toImage(row), ...before } }] : [];
	});
	await writeFacts(tx, doing, changing);
	if (gone.length > 0) await tx.delete(facts).where(and(eq(facts.workspaceId, workspaceId), inArray(facts.id, gone)));
	await tx
		.update(changes)
		.set({ undoneAt: now })
		.where(and(eq(changes.workspaceId, workspaceId), eq(changes.articleId, articleId), eq(changes.seq, last.seq)));
	return {
		ok: true,
		changed: changing.map(({ row }) => row.id),
		...(gone.length > 0 ? { removed: gone } : {})
	};
}

const BATCH = 1000;

async function manyById({ tx, doing }: Step, ids: readonly string[]): Promise<FactRow[]> {
	const rows: FactRow[] = [];
	for (let from = 0; from < ids.length; from += BATCH)
		rows.push(...(await factsById(tx, doing.workspaceId, ids.slice(from, from + BATCH))));
	return rows;
}

async function isBlocked(
	step: Step,
	images: readonly FactChange[],
	rows: ReadonlyMap<string, FactRow>
): Promise<boolean> {
	const { tx, doing } = step;
	for (const { id, after } of images) {
		const row = rows.get(id);
		if (!row || row.changedBy !== doing.learnerId || !isAsLeft(toImage(row), after)) return true;
	}
	const gone = images.filter(({ before }) => before === null).map(({ id }) => id);
	if (gone.length > 0) {
		const leaning = await tx
			.select({ id: facts.id })
			.from(facts)
			.where(and(eq(facts.workspaceId, doing.workspaceId), inArray(facts.mergedInto, gone)))
			.limit(1);
		if (leaning.length > 0) return true;
	}
	return !(await targetsStand(step, images));
}

/** Whether the facts in which others would live on again are still there and live on in none themselves. */
async function targetsStand(step: Step, images: readonly FactChange[]): Promise<boolean> {
	const restored: (Partial<FactImage> | null)[] = images.map(({ before }) => before);
	const targets = [...new Set(restored.flatMap((image) => image?.mergedInto ?? []))].filter(isOwn);
	const found = await manyById(step, targets);
	return found.length === targets.length && found.every(({ state }) => state !== 'merged' && state !== 'rejected');
}
