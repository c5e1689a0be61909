import { and, asc, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Item } from '#lib/domain/items/types.ts';
import { UUID } from '#lib/domain/uuid.ts';
import { requireTeacher } from '#lib/server/classes/guards.ts';
import { Kept } from '#lib/server/bank/kept.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignmentItems, assignments } from '#lib/server/db/schema/assignments.ts';
import { itemVersions } from '#lib/server/db/schema/bank.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

export type AssignmentRow = typeof assignments.$inferSelect;

/** An item of an assignment, as its version was when it was assigned. */
export interface AssignedItem {
	item: Item;
	formIndex: number;
	workspaceId: string;
	/** Left out of every grade. */
	excluded: boolean;
}

/** An assignment as its teachers see it. */
export async function assignmentOf(
	db: Db,
	teacher: Learner,
	classId: string,
	id: string
): Promise<{ ok: true; assignment: AssignmentRow; items: AssignedItem[] } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	if (!UUID.test(id)) return failure('not_found');
	const [assignment] = await db
		.select()
		.from(assignments)
		.where(and(eq(assignments.classId, classId), eq(assignments.id, id)));
	if (!assignment) return failure('not_found');
	return { ok: true, assignment, items: await assignedItems(db, assignment) };
}

/** What the head of each of an assignment's pages says. */
export type AssignmentHead = Pick<AssignmentRow, 'id' | 'title' | 'kind' | 'status'>;

/** An assignment's name and kind, for its teachers. */
export async function assignmentHead(
	db: Db,
	teacher: Learner,
	classId: string,
	id: string
): Promise<{ ok: true; head: AssignmentHead } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	if (!UUID.test(id)) return failure('not_found');
	const { title, kind, status } = assignments;
	const [head] = await db
		.select({ id: assignments.id, title, kind, status })
		.from(assignments)
		.where(and(eq(assignments.classId, classId), eq(assignments.id, id)));
	return head ? { ok: true, head } : failure('not_found');
}

const kept = new Kept<Promise<AssignedItem[]>>(100);

/** The items of an assignment in its order, read once for each change of it. */
export function assignedItems(
	db: Db,
	{ classId, id, seq }: Pick<AssignmentRow, 'classId' | 'id' | 'seq'>
): Promise<AssignedItem[]> {
	const key = `${id}@${seq}`;
	const known = kept.get(key);
	if (known) return known;
	const items = readItems(db, classId, id);
	kept.set(key, items);
	items.catch(() => kept.delete(key));
	return items;
}

/** The query behind the items of an assignment: one range of the index on (class, assignment, ordinal). */
export function assignedItemsQuery(db: Db, classId: string, assignmentId: string) {
	return db
		.select({
			item: itemVersions.content,
			formIndex: assignmentItems.formIndex,
			workspaceId: assignmentItems.workspaceId,
			excludedAt: assignmentItems.excludedAt
		})
		.from(assignmentItems)
		.innerJoin(
			itemVersions,
			and(
				eq(itemVersions.workspaceId, assignmentItems.workspaceId),
				eq(itemVersions.itemId, assignmentItems.itemId),
				eq(itemVersions.version, assignmentItems.itemVersion)
			)
		)
		.where(and(eq(assignmentItems.classId, classId), eq(assignmentItems.assignmentId, assignmentId)))
		.orderBy(asc(assignmentItems.ordinal));
}

async function readItems(db: Db, classId: string, id: string): Promise<AssignedItem[]> {
	const rows = await assignedItemsQuery(db, classId, id);
	return rows.map(({ item, formIndex, workspaceId, excludedAt }) => ({
		item,
		formIndex,
		workspaceId,
		excluded: excludedAt !== null
	}));
}
