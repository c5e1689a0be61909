import { and, eq, isNull } from 'drizzle-orm';
import type { StudyShares } from '#lib/domain/teaching/gradebook.ts';
import { studyProgress } from '#lib/server/classwork/study-progress.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignmentItems, assignments } from '#lib/server/db/schema/assignments.ts';
import { membersQuery } from './gradebook.ts';

/** How far the students of a class are with its study assignments; who may know that is for the caller to say. */
export async function studySharesOf(db: Db, classId: string): Promise<StudyShares> {
	const rows = await studyItemsQuery(db, classId);
	if (rows.length === 0) return new Map();
	const studies = new Map<string, string[]>();
	for (const { assignmentId, itemId } of rows)
		studies.set(assignmentId, [...(studies.get(assignmentId) ?? []), itemId]);
	const members = await membersQuery(db, classId);
	return studyProgress(
		db,
		[...studies].map(([id, itemIds]) => ({ id, itemIds })),
		members.filter(({ role }) => role === 'student').map(({ id }) => id)
	);
}

/** The query behind what a class studies: ranges of the class's assignments and of their items. */
export function studyItemsQuery(db: Db, classId: string) {
	return db
		.select({ assignmentId: assignmentItems.assignmentId, itemId: assignmentItems.itemId })
		.from(assignments)
		.innerJoin(
			assignmentItems,
			and(eq(assignmentItems.classId, assignments.classId), eq(assignmentItems.assignmentId, assignments.id))
		)
		.where(
			and(
				...[eq(assignments.classId, classId), eq(assignments.status, 'published')],
				...[eq(assignments.kind, 'study'), isNull(assignmentItems.excludedAt)]
			)
		);
}
