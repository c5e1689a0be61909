import { and, count, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { FORMS, type Item } from '#lib/domain/items/types.ts';
import { quizRulesSchema } from '#lib/domain/teaching/rules.ts';
import { formIndexFor, selectionSchema, type Selection } from '#lib/domain/teaching/selection.ts';
import { UUID } from '#lib/domain/uuid.ts';
import { plainText } from '#lib/domain/workspace/plain-text.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { lockClass, requireChanger } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignmentItems, assignments } from '#lib/server/db/schema/assignments.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** Assignments of one class: all are columns of its gradebook. */
const MOST_ASSIGNMENTS = 200;

/** What a teacher sets of an assignment. */
const assignmentSchema = v.strictObject({
	title: plainText(200),
	kind: v.picklist(['quiz', 'study']),
	rules: quizRulesSchema,
	selection: selectionSchema,
	forms: v.pipe(v.array(v.picklist(FORMS)), v.maxLength(FORMS.length))
});
export type AssignmentInput = v.InferOutput<typeof assignmentSchema>;

/** What an assignment is saved from. */
interface Saving {
	/** The teacher's own bank. */
	bank: Bank;
	teacher: Learner;
	classId: string;
	input: unknown;
	now: Date;
}

/**
 * Makes an assignment as a draft.
 * @returns its id; `not_found`, `class_archived`, `invalid_input`, `too_many_assignments`, `unknown_item`, `no_such_form`
 * where an item has none of the forms that are allowed, `too_few_items` where more is drawn of a topic than there is
 */
export async function createAssignment(db: Db, saving: Saving): Promise<{ ok: true; id: string } | Failure> {
	const { teacher, classId, now } = saving;
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return may;
		await lockClass(tx, classId);
		const [there] = await tx.select({ number: count() }).from(assignments).where(eq(assignments.classId, classId));
		if ((there?.number ?? 0) >= MOST_ASSIGNMENTS) return failure('too_many_assignments');
		const id = uuidv7(now);
		const read = readInput(saving, id);
		if (!read.ok) return read;
		const made = { createdBy: teacher.id, createdAt: now, status: 'draft' as const };
		await tx.insert(assignments).values({ classId, id, ...read.input, overAt: null, ...made });
		await tx.insert(assignmentItems).values(read.rows);
		return { ok: true, id };
	});
}

/**
 * Changes a draft.
 * @param seq its change count as the teacher saw it
 * @returns the codes of `createAssignment`; `stale_assignment` where another teacher changed it, `already_published`
 */
export async function updateDraft(db: Db, saving: Saving, id: string, seq: number): Promise<{ ok: true } | Failure> {
	const { teacher, classId } = saving;
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return may;
		const held = await lockAssignment(tx, classId, id);
		if (!held) return failure('not_found');
		if (held.seq !== seq) return failure('stale_assignment');
		if (held.status !== 'draft') return failure('already_published');
		const read = readInput(saving, id);
		if (!read.ok) return read;
		const one = and(eq(assignments.classId, classId), eq(assignments.id, id));
		await tx
			.update(assignments)
			.set({ ...read.input, seq: seq + 1 })
			.where(one);
		await tx
			.delete(assignmentItems)
			.where(and(eq(assignmentItems.classId, classId), eq(assignmentItems.assignmentId, id)));
		await tx.insert(assignmentItems).values(read.rows);
		return { ok: true };
	});
}

/** An assignment, held until the transaction ends. */
export async function lockAssignment(tx: Db, classId: string, id: string) {
	if (!UUID.test(id)) return undefined;
	const [row] = await tx
		.select()
		.from(assignments)
		.where(and(eq(assignments.classId, classId), eq(assignments.id, id)))
		.for('update');
	return row;
}

type ItemRow = typeof assignmentItems.$inferInsert;
type Read = { ok: true; input: AssignmentInput; rows: ItemRow[] } | Failure;

/** What is to be stored: every item in its present version, and in the one form in which this quiz puts it. */
function readInput({ bank, classId, input }: Saving, assignmentId: string): Read {
	const checked = v.safeParse(assignmentSchema, input);
	if (!checked.success) return failure('invalid_input');
	const { selection, forms, kind } = checked.output;
	const items = idsOf(selection).map((id) => bank.item(id));
	const known = items.filter((item): item is Item => item !== undefined);
	if (known.length < items.length) return failure('unknown_item');
	if (!suffices(selection, known)) return failure('too_few_items');
	const rows = known.flatMap((item, ordinal): ItemRow[] => {
		// A study assignment is asked by each student's own schedule, in whatever form her memory calls for.
		const formIndex = kind === 'study' ? 0 : formIndexFor(item, forms, assignmentId);
		if (formIndex === undefined) return [];
		const place = { classId, assignmentId, itemId: item.id, ordinal };
		return [{ ...place, workspaceId: bank.workspaceOf(item.id), itemVersion: item.version, formIndex }];
	});
	return rows.length < known.length ? failure('no_such_form') : { ok: true, input: checked.output, rows };
}

function idsOf(selection: Selection): string[] {
	return selection.by === 'hand' ? selection.items : selection.pool;
}

function suffices(selection: Selection, pool: readonly Item[]): boolean {
	if (selection.by === 'hand') return true;
	const has = (topic: string) => pool.filter((item) => item.topic === topic).length;
	const wants = (topic: string) =>
		selection.draws.reduce((sum, draw) => sum + (draw.topic === topic ? draw.number : 0), 0);
	return selection.draws.every(({ topic }) => has(topic) >= wants(topic));
}
