import { and, count, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Progress } from '#lib/domain/workbench.ts';
import { progressFrom } from '#lib/domain/workspace/progress.ts';
import { differenceOf, isAccepted, type FactImage } from '#lib/domain/workspace/transitions.ts';
import type { Db } from '#lib/server/db/db.ts';
import { changes, facts, type FactChange } from '#lib/server/db/schema/articles.ts';
import { renewRevision } from '#lib/server/workspaces/revision.ts';
import { toColumns, toImage, type FactRow } from './fact-row.ts';

/** Who does what, where and when. */
export interface Doing {
	workspaceId: string;
	articleId: string;
	learnerId: string;
	now: Date;
}

/** A fact that a command changes, and what it becomes. */
export interface Changing {
	row: FactRow;
	image: FactImage;
}

const BATCH = 1000;

/**
 * Writes what a command changed and notes it for undo. The article has to be held, so that changes are counted one
 * after the other.
 * @param what in a few words, as undo will call it
 */
export async function storeChange(tx: Db, doing: Doing, what: string, changing: readonly Changing[]): Promise<void> {
	const images = changing.map(({ row, image }) => ({ id: row.id, ...differenceOf(toImage(row), image) }));
	await writeFacts(tx, doing, changing);
	await noteChange(tx, doing, what, images);
}

/** Writes images into their rows: rows that get the same columns in one statement, however many they are. */
export async function writeFacts(tx: Db, doing: Doing, changing: readonly Changing[]): Promise<void> {
	for (const { seq, after, ids } of alike(changing)) {
		const columns = { ...toColumns(after), seq: seq + 1, changedBy: doing.learnerId, changedAt: doing.now };
		for (let from = 0; from < ids.length; from += BATCH)
			await tx
				.update(facts)
				.set(columns)
				.where(and(eq(facts.workspaceId, doing.workspaceId), inArray(facts.id, ids.slice(from, from + BATCH))));
	}
	if (changing.some(touchesItems)) await renewRevision(tx, doing.workspaceId, doing.now);
}

interface Group {
	seq: number;
	after: Partial<FactImage>;
	ids: string[];
}

/** Facts with the same count to which the same happens. */
function alike(changing: readonly Changing[]): Group[] {
	const groups = new Map<string, Group>();
	for (const { row, image } of changing) {
		const { after } = differenceOf(toImage(row), image);
		const key = JSON.stringify([row.seq, after]);
		const group = groups.get(key) ?? { seq: row.seq, after, ids: [] };
		group.ids.push(row.id);
		groups.set(key, group);
	}
	return [...groups.values()];
}

/** Whether learners may see the difference: a fact stands or falls, is worded anew, or gives its evidence to another. */
function touchesItems({ row, image }: Changing): boolean {
	const counted = (state: FactImage['state']) => isAccepted(state) || state === 'merged';
	return counted(row.state) || counted(image.state);
}

/** Notes a change for undo. */
export async function noteChange(tx: Db, doing: Doing, what: string, images: FactChange[]): Promise<void> {
	const { workspaceId, articleId, learnerId, now } = doing;
	const [last] = await tx
		.select({ seq: max(changes.seq) })
		.from(changes)
		.where(and(eq(changes.workspaceId, workspaceId), eq(changes.articleId, articleId)));
	const seq = (last?.seq ?? 0) + 1;
	await tx.insert(changes).values({ workspaceId, articleId, seq, learnerId, at: now, what, images });
}

/** The query behind undo: a learner's last change of an article that she has neither taken back nor passed over. */
export function lastChangeQuery(db: Db, workspaceId: string, articleId: string, learnerId: string) {
	return db
		.select()
		.from(changes)
		.where(
			and(
				eq(changes.workspaceId, workspaceId),
				eq(changes.articleId, articleId),
				eq(changes.learnerId, learnerId),
				isNull(changes.undoneAt),
				isNull(changes.passedAt)
			)
		)
		.orderBy(desc(changes.seq))
		.limit(1);
}

/** What undo would take back, in a few words; null where there is nothing. */
export async function undoLabel(
	db: Db,
	workspaceId: string,
	articleId: string,
	learnerId: string
): Promise<string | null> {
	const [last] = await lastChangeQuery(db, workspaceId, articleId, learnerId);
	return last?.what ?? null;
}

/** How far an article is reviewed. */
export async function progressOf(db: Db, workspaceId: string, articleId: string): Promise<Progress> {
	const counts = await db
		.select({ state: facts.state, number: count() })
		.from(facts)
		.where(and(eq(facts.workspaceId, workspaceId), eq(facts.articleId, articleId)))
		.groupBy(facts.state);
	return progressFrom(counts);
}
