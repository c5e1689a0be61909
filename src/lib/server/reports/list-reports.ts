import { and, asc, count, desc, eq, isNotNull, isNull } from 'drizzle-orm';
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

/** Open reports on one page. */
const PAGE = 50;
/** So many of those that are settled are still shown. */
const MOST_SETTLED = 50;

/** The reports of a workspace: a page of the open ones, the oldest first, and those that were settled last. */
export interface ReportList {
	ok: true;
	open: ReportView[];
	/** How many are open in all. */
	total: number;
	page: number;
	pages: number;
	settled: ReportView[];
}

function reportsWith(db: Db) {
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
		.leftJoin(accounts, eq(accounts.learnerId, itemReports.resolvedBy));
}

const openIn = (workspaceId: string) => and(eq(itemReports.workspaceId, workspaceId), isNull(itemReports.resolvedAt));

/** The query behind the open reports of a workspace, the oldest first: one range of the index on (workspace, time). */
export function openReportsQuery(db: Db, workspaceId: string, from: number, most: number) {
	return reportsWith(db)
		.where(openIn(workspaceId))
		.orderBy(asc(itemReports.at), asc(itemReports.id))
		.limit(most)
		.offset(from);
}

/** How many reports of a workspace are open. */
export async function countOpen(db: Db, workspaceId: string): Promise<number> {
	const [open] = await db.select({ number: count() }).from(itemReports).where(openIn(workspaceId));
	return open?.number ?? 0;
}

/**
 * What learners reported of a workspace's items.
 * @param page of the open ones, from 1; one that is not there becomes the nearest
 */
export async function listReports(
	db: Db,
	learner: Learner,
	workspaceId: string,
	page = 1
): Promise<ReportList | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const total = await countOpen(db, workspaceId);
	const pages = Math.max(1, Math.ceil(total / PAGE));
	const at = Math.min(pages, Math.max(1, Math.trunc(page) || 1));
	const open = await openReportsQuery(db, workspaceId, (at - 1) * PAGE, PAGE);
	const settled = await reportsWith(db)
		.where(and(eq(itemReports.workspaceId, workspaceId), isNotNull(itemReports.resolvedAt)))
		.orderBy(desc(itemReports.resolvedAt), desc(itemReports.id))
		.limit(MOST_SETTLED);
	return { ok: true, open: open.map(toView), total, page: at, pages, settled: settled.map(toView) };
}

/** A row as editors see it. */
export function toView({ report, content, by }: Awaited<ReturnType<typeof reportsWith>>[number]): ReportView {
	const { learnerId, id, itemId, reason, note, at, resolvedAt, outcome } = report;
	const resolved = resolvedAt !== null && outcome !== null ? { at: resolvedAt, outcome, by } : null;
	return { learnerId, id, itemId, question: content?.question ?? '', reason, note, at, resolved };
}
