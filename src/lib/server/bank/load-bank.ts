import { eq, inArray, and, notInArray, sql } from 'drizzle-orm';
import { generateItems } from '#lib/domain/items/generate.ts';
import { hashText } from '#lib/domain/hash.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { items as itemTable, itemVersions, workspaces } from '#lib/server/db/schema/bank.ts';
import { makeBank, type Bank } from './bank.ts';
import { loadSeeds } from './seeds.ts';

/** The workspace of the shipped bank. */
export const SHIPPED_WORKSPACE = '00000000-0000-7000-8000-000000000001';

const ROWS_A_STATEMENT = 200;

/**
 * Generates the shipped bank from its seeds and brings the database up to it: new versions are added, items that are
 * gone are retired, nothing is deleted. Where the database already holds this revision nothing is written.
 * @param seeds the folder of seed files
 * @returns the bank, and whether anything was written
 * @throws SeedError when the seeds do not fit their schema
 */
export async function loadBank(db: Db, seeds: string, now: Date): Promise<{ bank: Bank; written: boolean }> {
	const knowledge = loadSeeds(seeds);
	const generated = generateItems(knowledge);
	const revision = hashText(generated.map((item) => `${item.id}@${item.version}`).join('\n'));
	const bank = makeBank(generated, knowledge, revision);
	const [stored] = await db.select().from(workspaces).where(eq(workspaces.id, SHIPPED_WORKSPACE));
	if (stored?.revision === revision) return { bank, written: false };
	await inTransaction(db, (tx) => writeBank(tx, generated, revision, now));
	return { bank, written: true };
}

async function writeBank(tx: Db, generated: readonly Item[], revision: string, now: Date): Promise<void> {
	const workspaceId = SHIPPED_WORKSPACE;
	await tx
		.insert(workspaces)
		.values({ id: workspaceId, name: 'Biden–Xi summit, November 2023', revision, loadedAt: now })
		.onConflictDoUpdate({ target: workspaces.id, set: { revision, loadedAt: now } });
	for (let from = 0; from < generated.length; from += ROWS_A_STATEMENT) {
		const part = generated.slice(from, from + ROWS_A_STATEMENT);
		await tx
			.insert(itemVersions)
			.values(
				part.map((item) => ({ workspaceId, itemId: item.id, version: item.version, content: item, createdAt: now }))
			)
			.onConflictDoNothing();
		await tx
			.insert(itemTable)
			.values(
				part.map((item, index) => ({
					workspaceId,
					id: item.id,
					version: item.version,
					status: 'published' as const,
					ordinal: from + index
				}))
			)
			.onConflictDoUpdate({
				target: [itemTable.workspaceId, itemTable.id],
				set: {
					version: sql`excluded.version`,
					status: sql`excluded.status`,
					ordinal: sql`excluded.ordinal`
				}
			});
	}
	const ids = generated.map((item) => item.id);
	await tx
		.update(itemTable)
		.set({ status: 'retired' })
		.where(and(eq(itemTable.workspaceId, workspaceId), notInArray(itemTable.id, ids)));
}

/** Versions of items that are shown no more but that reviews were graded by. */
export async function findItemVersions(
	db: Db,
	wanted: readonly { itemId: string; version: string }[]
): Promise<Item[]> {
	if (wanted.length === 0) return [];
	const versions = new Set(wanted.map((want) => `${want.itemId}@${want.version}`));
	const rows = await db
		.select({ itemId: itemVersions.itemId, version: itemVersions.version, content: itemVersions.content })
		.from(itemVersions)
		.where(
			and(
				eq(itemVersions.workspaceId, SHIPPED_WORKSPACE),
				inArray(
					itemVersions.itemId,
					wanted.map((want) => want.itemId)
				)
			)
		);
	return rows.filter((row) => versions.has(`${row.itemId}@${row.version}`)).map((row) => row.content);
}
