import { and, count, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { plainNote } from '#lib/domain/workspace/plain-text.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { itemReports } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

const reportSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)),
	itemId: v.pipe(v.string(), v.maxLength(300)),
	itemVersion: v.pipe(v.string(), v.maxLength(100)),
	reason: v.picklist(['wrong', 'unclear', 'outdated', 'typo', 'other']),
	note: plainNote(500)
});

/** Open reports of one learner: more at once help nobody. */
const MOST_OPEN = 200;

/**
 * Says that something is wrong with an item that the learner may be asked. Sent twice it counts once.
 * @param input `{id, itemId, itemVersion, reason, note}`
 */
export async function reportItem(
	db: Db,
	bank: Bank,
	learner: Learner,
	input: unknown,
	now: Date
): Promise<{ ok: true } | Failure> {
	const checked = v.safeParse(reportSchema, input);
	if (!checked.success) return failure('invalid_input');
	const { id, itemId, itemVersion, reason, note } = checked.output;
	if (!bank.item(itemId)) return failure('unknown_item');
	const [open] = await db
		.select({ number: count() })
		.from(itemReports)
		.where(and(eq(itemReports.learnerId, learner.id), isNull(itemReports.resolvedAt)));
	if ((open?.number ?? 0) >= MOST_OPEN) return failure('too_many_attempts');
	const workspaceId = bank.workspaceOf(itemId);
	await db
		.insert(itemReports)
		.values({ learnerId: learner.id, id, workspaceId, itemId, itemVersion, reason, note, at: now })
		.onConflictDoNothing();
	return { ok: true };
}
