import { and, asc, eq } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { itemVersions } from '#lib/server/db/schema/bank.ts';
import { accounts } from '#lib/server/db/schema/learners.ts';
import { itemReports } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';

/** A report as editors see it, with the question that was meant. */
export interface ReportView {
	learnerId: string;
	id: string;
	itemId: string;
	question: string;
	reason: 'wrong' | 'unclear' | 'outdated' | 'typo' | 'other';
	note: string;
	at: Date;
	resolved: { at: Date; outcome: 'fixed' | 'retired' | 'no-fault'; by: string | null } | null;
}

/** The query behind the reports of a workspace: one range of the index on (workspace, time). */
export function reportsQuery(db: Db, workspaceId: string) {
	return db
		.select({ report: itemReports, content: itemVersions.content, by: accounts.name })
		.from(itemReports)
		.leftJoin(
			itemVersions,
			and(
				eq(itemVersions.workspaceId, itemReports.workspaceId),
				eq(itemVersions.itemId, itemReports.itemId),
				eq(itemVersions.version, itemReports.itemVersion)
			)
		)
		.leftJoin(accounts, eq(accounts.learnerId, itemReports.resolvedBy))
		.where(eq(itemReports.workspaceId, workspaceId))
		.orderBy(asc(itemReports.at), asc(itemReports.id));
}

/** What learners reported of a workspace's items, the oldest first, settled ones too. */
export async function listReports(
	db: Db,
	learner: Learner,
	workspaceId: string
): Promise<{ ok: true; reports: ReportView[] } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const rows = await reportsQuery(db, workspaceId);
	const reports = rows.map(({ report, content, by }): ReportView => {
		const { learnerId, id, itemId, reason, note, at, resolvedAt, outcome } = report;
		const resolved = resolvedAt !== null && outcome !== null ? { at: resolvedAt, outcome, by } : null;
		return { learnerId, id, itemId, question: content?.question ?? '', reason, note, at, resolved };
	});
	return { ok: true, reports };
}
