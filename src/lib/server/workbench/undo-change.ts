import { and, eq, inArray } from 'drizzle-orm';
import { isAsLeft, type FactImage } from '#lib/domain/workspace/transitions.ts';
import { changes, facts, type FactChange } from '#lib/server/db/schema/articles.ts';
import { renewRevision } from '#lib/server/workspaces/revision.ts';
import { lastChangeQuery, writeFacts, type Changing } from './changes.ts';
import { isOwn } from './change-fact.ts';
import { factsByIdQuery, toImage, type FactRow } from './fact-row.ts';
import { refuse, type Step, type Stepped } from './step.ts';

/**
 * Takes back the person's own last change of the article: every fact is as it was before. It is refused as a whole
 * where somebody else changed one of the facts since, or lets another fact live on in it; she is told so once, the
 * change stays, and the next undo takes back what she did before it.
 */
export async function undoChange(step: Step): Promise<Stepped> {
	const { tx, doing } = step;
	const { workspaceId, articleId, learnerId, now } = doing;
	const [last] = await lastChangeQuery(tx, workspaceId, articleId, learnerId);
	if (!last) return refuse('no_change_to_undo');
	const ids = last.images.map(({ id }) => id);
	const rows = new Map((await heldById(step, ids)).map((row) => [row.id, row]));
	if (await isBlocked(step, last.images, rows)) {
		await mark(step, last.seq, { passedAt: now });
		return refuse('changed_since', ...ids);
	}
	const gone = last.images.filter(({ before }) => before === null).map(({ id }) => id);
	const changing = last.images.flatMap(({ id, before }): Changing[] => {
		const row = rows.get(id);
		return row && before ? [{ row, image: { ...toImage(row), ...before } }] : [];
	});
	await writeFacts(tx, doing, changing);
	if (gone.length > 0) {
		await tx.delete(facts).where(and(eq(facts.workspaceId, workspaceId), inArray(facts.id, gone)));
		await renewRevision(tx, workspaceId, now);
	}
	await mark(step, last.seq, { undoneAt: now });
	return {
		ok: true,
		changed: changing.map(({ row }) => row.id),
		...(gone.length > 0 ? { removed: gone } : {})
	};
}

async function mark({ tx, doing }: Step, seq: number, as: { undoneAt: Date } | { passedAt: Date }): Promise<void> {
	const { workspaceId, articleId } = doing;
	await tx
		.update(changes)
		.set(as)
		.where(and(eq(changes.workspaceId, workspaceId), eq(changes.articleId, articleId), eq(changes.seq, seq)));
}

const BATCH = 1000;

/** Facts of the workspace by their ids, held: those of other articles may change at any moment. */
async function heldById({ tx, doing }: Step, ids: readonly string[]): Promise<FactRow[]> {
	const rows: FactRow[] = [];
	for (let from = 0; from < ids.length; from += BATCH)
		rows.push(...(await factsByIdQuery(tx, doing.workspaceId, ids.slice(from, from + BATCH)).for('update')));
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
	// Another fact cannot live on in one that is gone, nor in one that is refused again.
	const falling = images.filter(({ before }) => before === null || before.state === 'rejected').map(({ id }) => id);
	if (falling.length > 0) {
		const leaning = await tx
			.select({ id: facts.id })
			.from(facts)
			.where(and(eq(facts.workspaceId, doing.workspaceId), inArray(facts.mergedInto, falling)))
			.limit(1);
		if (leaning.length > 0) return true;
	}
	return !(await targetsStand(step, images));
}

/** Whether the facts in which others would live on again are still there and live on in none themselves. */
async function targetsStand(step: Step, images: readonly FactChange[]): Promise<boolean> {
	const restored: (Partial<FactImage> | null)[] = images.map(({ before }) => before);
	const targets = [...new Set(restored.flatMap((image) => image?.mergedInto ?? []))].filter(isOwn);
	const found = await heldById(step, targets);
	return found.length === targets.length && found.every(({ state }) => state !== 'merged' && state !== 'rejected');
}
