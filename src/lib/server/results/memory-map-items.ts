import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Item } from '#lib/domain/items/types.ts';
import type { AssignedItem } from '#lib/server/assignments/assignment-of.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignmentItems } from '#lib/server/db/schema/assignments.ts';
import { itemVersions } from '#lib/server/db/schema/bank.ts';

/** An item in one assignment. */
export interface PlacedItem extends AssignedItem {
	assignmentId: string;
}

/** The query behind the items of some assignments: a range of the index on (class, assignment, ordinal) for each. */
export function placesQuery(db: Db, classId: string, assignmentIds: readonly string[]) {
	return db
		.select({
			assignmentId: assignmentItems.assignmentId,
			itemId: assignmentItems.itemId,
			version: assignmentItems.itemVersion,
			formIndex: assignmentItems.formIndex,
			workspaceId: assignmentItems.workspaceId,
			excludedAt: assignmentItems.excludedAt
		})
		.from(assignmentItems)
		.where(and(eq(assignmentItems.classId, classId), inArray(assignmentItems.assignmentId, [...assignmentIds])))
		.orderBy(asc(assignmentItems.assignmentId), asc(assignmentItems.ordinal));
}

/** The query behind what those items ask: each version once, by its key. */
export function contentsQuery(db: Db, classId: string, assignmentIds: readonly string[]) {
	const wanted = db
		.select({
			workspaceId: assignmentItems.workspaceId,
			itemId: assignmentItems.itemId,
			version: assignmentItems.itemVersion
		})
		.from(assignmentItems)
		.where(and(eq(assignmentItems.classId, classId), inArray(assignmentItems.assignmentId, [...assignmentIds])));
	return db
		.select({ workspaceId: itemVersions.workspaceId, item: itemVersions.content })
		.from(itemVersions)
		.where(sql`(${itemVersions.workspaceId}, ${itemVersions.itemId}, ${itemVersions.version}) in ${wanted}`);
}

/** The items of some assignments, each in the version that it was assigned in: two statements for however many. */
export async function placedItems(db: Db, classId: string, assignmentIds: readonly string[]): Promise<PlacedItem[]> {
	if (assignmentIds.length === 0) return [];
	const [places, contents] = await Promise.all([
		placesQuery(db, classId, assignmentIds),
		contentsQuery(db, classId, assignmentIds)
	]);
	const keyOf = (workspaceId: string, itemId: string, version: string) => `${workspaceId} ${version} ${itemId}`;
	const known = new Map<string, Item>(
		contents.map(({ workspaceId, item }) => [keyOf(workspaceId, item.id, item.version), item])
	);
	return places.flatMap(({ assignmentId, itemId, version, formIndex, workspaceId, excludedAt }) => {
		const item = known.get(keyOf(workspaceId, itemId, version));
		return item ? [{ assignmentId, item, formIndex, workspaceId, excluded: excludedAt !== null }] : [];
	});
}
