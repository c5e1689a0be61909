import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { articles } from '#lib/server/db/schema/articles.ts';
import { items, workspaces } from '#lib/server/db/schema/bank.ts';
import { itemReports, workspaceMembers } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import type { WorkspaceRole } from './guards.ts';

/** A workspace as its members see it in a list. */
export interface WorkspaceSummary {
	id: string;
	name: string;
	role: WorkspaceRole;
	articles: number;
	/** Items that its learners are asked. */
	published: number;
	openReports: number;
	members: number;
}

/** The query behind "my workspaces": one range of the members' key. */
export function membershipsQuery(db: Db, learnerId: string) {
	return db
		.select({
			id: workspaces.id,
			name: workspaces.name,
			revision: workspaces.revision,
			createdAt: workspaces.createdAt,
			role: workspaceMembers.role
		})
		.from(workspaceMembers)
		.innerJoin(workspaces, eq(workspaces.id, workspaceMembers.workspaceId))
		.where(eq(workspaceMembers.learnerId, learnerId))
		.orderBy(asc(workspaceMembers.workspaceId));
}

/** The workspaces of a learner, the oldest first. */
export async function listWorkspaces(db: Db, learner: Learner): Promise<WorkspaceSummary[]> {
	const mine = await membershipsQuery(db, learner.id);
	const counts = await countIn(
		db,
		mine.map(({ id }) => id)
	);
	return mine.map(({ id, name, role }) => ({ id, name, role, ...counts(id) }));
}

type Counts = Pick<WorkspaceSummary, 'articles' | 'published' | 'openReports' | 'members'>;

/** How much there is in each of some workspaces: four statements, however many they are. */
export async function countIn(db: Db, ids: readonly string[]): Promise<(id: string) => Counts> {
	if (ids.length === 0) return () => ({ articles: 0, published: 0, openReports: 0, members: 0 });
	const wanted = [...ids];
	const article = await db
		.select({ id: articles.workspaceId, number: count() })
		.from(articles)
		.where(inArray(articles.workspaceId, wanted))
		.groupBy(articles.workspaceId);
	const published = await db
		.select({ id: items.workspaceId, number: count() })
		.from(items)
		.where(and(inArray(items.workspaceId, wanted), eq(items.status, 'published')))
		.groupBy(items.workspaceId);
	const reports = await db
		.select({ id: itemReports.workspaceId, number: count() })
		.from(itemReports)
		.where(and(inArray(itemReports.workspaceId, wanted), isNull(itemReports.resolvedAt)))
		.groupBy(itemReports.workspaceId);
	const members = await db
		.select({ id: workspaceMembers.workspaceId, number: count() })
		.from(workspaceMembers)
		.where(inArray(workspaceMembers.workspaceId, wanted))
		.groupBy(workspaceMembers.workspaceId);
	const of = (rows: { id: string; number: number }[], id: string) => rows.find((row) => row.id === id)?.number ?? 0;
	return (id) => ({
		articles: of(article, id),
		published: of(published, id),
		openReports: of(reports, id),
		members: of(members, id)
	});
}
