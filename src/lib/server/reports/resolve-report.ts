import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { itemReports } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { isUuid, requireEditor } from '#lib/server/workspaces/guards.ts';

const uuid = v.pipe(v.string(), v.check(isUuid));
const resolveSchema = v.strictObject({
	learnerId: uuid,
	id: uuid,
	outcome: v.picklist(['fixed', 'retired', 'no-fault'])
});

/**
 * Settles a report; settled again, the last word counts.
 * @param input `{learnerId, id, outcome}`
 */
export async function resolveReport(
	db: Db,
	learner: Learner,
	workspaceId: string,
	input: unknown,
	now: Date
): Promise<{ ok: true } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(resolveSchema, input);
	if (!checked.success) return failure('invalid_input');
	const { learnerId, id, outcome } = checked.output;
	const settled = await db
		.update(itemReports)
		.set({ resolvedAt: now, resolvedBy: learner.id, outcome })
		.where(and(eq(itemReports.learnerId, learnerId), eq(itemReports.id, id), eq(itemReports.workspaceId, workspaceId)))
		.returning({ id: itemReports.id });
	return settled.length > 0 ? { ok: true } : failure('unknown_report');
}
