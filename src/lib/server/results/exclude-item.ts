import { and, eq, isNull, ne } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { assignmentOf } from '#lib/server/assignments/assignment-of.ts';
import { lockAssignment } from '#lib/server/assignments/save-assignment.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { requireChanger, requireTeacher } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignmentItems, assignments } from '#lib/server/db/schema/assignments.ts';
import { items, itemVersions } from '#lib/server/db/schema/bank.ts';
import { workspaceMembers } from '#lib/server/db/schema/workspaces.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { retireItem } from '#lib/server/items/retire-item.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { regradeAssignment, type RegradeReason } from './regrade.ts';

/** An item of an assignment, and what becomes of it. */
export interface LeavingOut {
	classId: string;
	assignmentId: string;
	itemId: string;
	/** Out of every grade, or back in. */
	out: boolean;
}

/** The student's note names the question; a long one is cut. */
const LONGEST_QUESTION = 160;

/**
 * Leaves an item of an assignment out of every grade, or takes it back in, and grades all attempts again. Doing so again
 * changes nothing, and mends what a crash left half-graded.
 * @returns how many grades changed; `not_found`, `class_archived`, `unknown_item`, `last_item` where nothing would count
 */
export async function leaveOut(
	db: Db,
	shipped: Shipped,
	teacher: Learner,
	leaving: LeavingOut,
	now: Date
): Promise<{ ok: true; changed: number } | Failure> {
	const stored = await inTransaction(db, (tx) => store(tx, teacher, leaving, now));
	if (!stored.ok) return stored;
	// Only now: what is not committed yet, an attempt that finishes at this moment would not see.
	const { changed } = await regradeAssignment(db, shipped, leaving.assignmentId, stored.reason, now);
	return { ok: true, changed };
}

async function store(
	tx: Db,
	teacher: Learner,
	{ classId, assignmentId, itemId, out }: LeavingOut,
	now: Date
): Promise<{ ok: true; reason: RegradeReason } | Failure> {
	const may = await requireChanger(tx, teacher, classId);
	if (!may.ok) return may;
	const held = await lockAssignment(tx, classId, assignmentId);
	if (!held) return failure('not_found');
	const here = and(eq(assignmentItems.classId, classId), eq(assignmentItems.assignmentId, assignmentId));
	const one = and(here, eq(assignmentItems.itemId, itemId));
	const [item] = await tx
		.select({ excludedAt: assignmentItems.excludedAt, content: itemVersions.content })
		.from(assignmentItems)
		.innerJoin(itemVersions, versionOfItem)
		.where(one);
	if (!item) return failure('unknown_item');
	const question = `“${item.content.question.slice(0, LONGEST_QUESTION)}”`;
	const reason: RegradeReason = out
		? { what: 'item-excluded', changedBy: teacher.id, note: `A question was left out: ${question}` }
		: { what: 'item-included', changedBy: teacher.id, note: `A question counts again: ${question}` };
	if ((item.excludedAt !== null) === out) return { ok: true, reason };
	const counting = await tx
		.select({ id: assignmentItems.itemId })
		.from(assignmentItems)
		.where(and(here, isNull(assignmentItems.excludedAt)))
		.limit(2);
	if (out && counting.length < 2) return failure('last_item');
	await tx
		.update(assignmentItems)
		.set({ excludedAt: out ? now : null })
		.where(one);
	// The items of an assignment are kept by its count: another count, and they are read anew.
	await tx
		.update(assignments)
		.set({ seq: held.seq + 1 })
		.where(and(eq(assignments.classId, classId), eq(assignments.id, assignmentId)));
	return { ok: true, reason };
}

const versionOfItem = and(
	eq(itemVersions.workspaceId, assignmentItems.workspaceId),
	eq(itemVersions.itemId, assignmentItems.itemId),
	eq(itemVersions.version, assignmentItems.itemVersion)
);

/**
 * Retires an item of an assignment in the workspace that it is from: nobody is asked it in reviews any more, and no new
 * assignment takes it. This assignment keeps it; leaving it out is another thing.
 * @param seq the item's change count as it was seen
 * @returns the codes of `retireItem`; `shipped_item` for one of the shipped bank, which no teacher can retire
 */
export async function retireAssigned(
	db: Db,
	shipped: Shipped,
	teacher: Learner,
	{ classId, itemId, seq }: { classId: string; itemId: string; seq: number },
	now: Date
): Promise<{ ok: true } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	if (shipped.bank.item(itemId)) return failure('shipped_item');
	const [home] = await db
		.select({ workspaceId: assignmentItems.workspaceId })
		.from(assignmentItems)
		.innerJoin(items, and(eq(items.workspaceId, assignmentItems.workspaceId), eq(items.id, assignmentItems.itemId)))
		.where(and(eq(assignmentItems.classId, classId), eq(assignmentItems.itemId, itemId)))
		.limit(1);
	if (!home) return failure('unknown_item');
	return retireItem(db, teacher, home.workspaceId, { id: itemId, seq }, now);
}

/** The query behind "which of them may she retire": published items of workspaces that she edits, by their keys. */
export function retirableQuery(db: Db, teacher: Learner, classId: string, assignmentId: string) {
	return db
		.select({ itemId: items.id, seq: items.seq })
		.from(assignmentItems)
		.innerJoin(items, and(eq(items.workspaceId, assignmentItems.workspaceId), eq(items.id, assignmentItems.itemId)))
		.innerJoin(workspaceMembers, eq(workspaceMembers.workspaceId, items.workspaceId))
		.where(
			and(
				eq(assignmentItems.classId, classId),
				eq(assignmentItems.assignmentId, assignmentId),
				eq(workspaceMembers.learnerId, teacher.id),
				ne(workspaceMembers.role, 'learner'),
				eq(items.status, 'published')
			)
		);
}

/**
 * Grades all attempts of an assignment again, by its rules, items and accepted answers as they are now.
 * @returns how many grades changed; `not_found`, `class_archived`
 */
export async function gradeAgain(
	db: Db,
	shipped: Shipped,
	teacher: Learner,
	{ classId, assignmentId }: Pick<LeavingOut, 'classId' | 'assignmentId'>,
	now: Date
): Promise<{ ok: true; changed: number } | Failure> {
	const found = await assignmentOf(db, teacher, classId, assignmentId);
	if (!found.ok) return found;
	const may = await requireChanger(db, teacher, classId);
	if (!may.ok) return may;
	const what = found.items.some(({ excluded }) => excluded) ? 'item-excluded' : 'item-included';
	const reason: RegradeReason = { what, changedBy: teacher.id, note: 'All attempts were graded again.' };
	const { changed } = await regradeAssignment(db, shipped, assignmentId, reason, now);
	return { ok: true, changed };
}
