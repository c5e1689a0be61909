import { and, eq } from 'drizzle-orm';
import { SHIPPED_WORKSPACE } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { itemReports } from '#lib/server/db/schema/workspaces.ts';
import { isUuid } from '#lib/server/workspaces/guards.ts';
import { countOpen, openReportsQuery, toView, type ReportView } from './list-reports.ts';

/** Nobody edits the shipped bank on a page: whoever holds the database may read and settle what is reported of it. */
export type ShippedReport = Omit<ReportView, 'learnerId' | 'resolved'>;

/** So many are shown at once; the next come when these are settled. */
const MOST_SHOWN = 500;

/** The open reports on shipped items, the oldest first, and how many there are in all; of learners they say nothing. */
export async function shippedReports(db: Db): Promise<{ reports: ShippedReport[]; total: number }> {
	const rows = await openReportsQuery(db, SHIPPED_WORKSPACE, 0, MOST_SHOWN);
	const reports = rows
		.map(toView)
		.map(({ id, itemId, question, reason, note, at }) => ({ id, itemId, question, reason, note, at }));
	return { reports, total: await countOpen(db, SHIPPED_WORKSPACE) };
}

/**
 * Settles a report on a shipped item.
 * @returns whether there is one of this id
 */
export async function settleShippedReport(
	db: Db,
	id: string,
	outcome: 'fixed' | 'retired' | 'no-fault',
	now: Date
): Promise<boolean> {
	if (!isUuid(id)) return false;
	const settled = await db
		.update(itemReports)
		.set({ resolvedAt: now, resolvedBy: null, outcome })
		.where(and(eq(itemReports.workspaceId, SHIPPED_WORKSPACE), eq(itemReports.id, id)))
		.returning({ id: itemReports.id });
	return settled.length > 0;
}
