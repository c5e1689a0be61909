import { eq, inArray, and, isNotNull, ne, notInArray, sql } from 'drizzle-orm';
import { generateItems } from '#lib/domain/items/generate.ts';
import { hashText } from '#lib/domain/hash.ts';
import { memorySurvives } from '#lib/domain/items/edit-item.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { items as itemTable, itemVersions, workspaces } from '#lib/server/db/schema/bank.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import { makeBank, SHIPPED_WORKSPACE, type Bank, type Shipped } from './bank.ts';
import { loadSeeds } from './seeds.ts';

const ROWS_A_STATEMENT = 200;

/**
 * Generates the shipped bank from its seeds and brings the database up to it: new versions are added, items that are
 * gone are retired, nothing is deleted. Where a new version asks something else, cards of the old one are new again.
 * Where the database already holds this revision nothing is written.
 * @param seeds the folder of seed files
 * @returns the bank with its knowledge, and whether anything was written
 * @throws SeedError when the seeds do not fit their schema
 */
export async function loadBank(db: Db, seeds: string, now: Date): Promise<Shipped & { written: boolean }> {
	const knowledge = loadSeeds(seeds);
	const generated = generateItems(knowledge);
	const revision = hashText(generated.map((item) => `${item.id}@${item.version}`).join('\n'));
	const [stored] = await db.select().from(workspaces).where(eq(workspaces.id, SHIPPED_WORKSPACE));
	const written = stored?.revision !== revision;
	if (written) {
		const { registry } = makeBank(generated, knowledge, revision);
		await inTransaction(db, async (tx) => {
			const renewed = stored ? await changedMemories(tx, generated, registry) : [];
			await writeBank(tx, generated, revision, now);
			await renewMemories(tx, renewed, now);
		});
	}
	const memories = await memoriesIn(db, SHIPPED_WORKSPACE);
	const memory = (itemId: string) => memories.get(itemId) ?? null;
	return { bank: makeBank(generated, knowledge, revision, { memory }), knowledge, written };
}

/** What the cards of a workspace's items are learnt under, where it is not what it was at first. */
export async function memoriesIn(db: Db, workspaceId: string): Promise<Map<string, string | null>> {
	const rows = await db
		.select({ id: itemTable.id, memory: itemTable.memory })
		.from(itemTable)
		.where(and(eq(itemTable.workspaceId, workspaceId), isNotNull(itemTable.memory)));
	return new Map(rows.map(({ id, memory }) => [id, memory]));
}

/** The items of which a new version asks for something that whoever knew the old one may not know. */
async function changedMemories(tx: Db, generated: readonly Item[], registry: Bank['registry']): Promise<string[]> {
	const before = await tx
		.select({ content: itemVersions.content })
		.from(itemTable)
		.innerJoin(
			itemVersions,
			and(
				eq(itemVersions.workspaceId, itemTable.workspaceId),
				eq(itemVersions.itemId, itemTable.id),
				eq(itemVersions.version, itemTable.version)
			)
		)
		.where(and(eq(itemTable.workspaceId, SHIPPED_WORKSPACE), ne(itemTable.status, 'draft')));
	const now = new Map(generated.map((item) => [item.id, item]));
	return before.flatMap(({ content }) => {
		const after = now.get(content.id);
		const lost = after && after.version !== content.version && !memorySurvives(content, after, registry);
		return lost ? [content.id] : [];
	});
}

async function renewMemories(tx: Db, ids: readonly string[], now: Date): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.update(itemTable)
		.set({ memory: uuidv7(now) })
		.where(and(eq(itemTable.workspaceId, SHIPPED_WORKSPACE), inArray(itemTable.id, [...ids])));
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

/** Versions of a bank's items that are shown no more but that reviews were graded by. */
export async function findItemVersions(
	db: Db,
	bank: Pick<Bank, 'workspaces'>,
	wanted: readonly { itemId: string; version: string }[]
): Promise<Item[]> {
	if (wanted.length === 0) return [];
	const versions = new Set(wanted.map((want) => `${want.itemId}@${want.version}`));
	const rows = await db
		.select({ itemId: itemVersions.itemId, version: itemVersions.version, content: itemVersions.content })
		.from(itemVersions)
		.where(
			and(
				inArray(itemVersions.workspaceId, [SHIPPED_WORKSPACE, ...bank.workspaces.map(({ id }) => id)]),
				inArray(
					itemVersions.itemId,
					wanted.map((want) => want.itemId)
				)
			)
		);
	return rows.filter((row) => versions.has(`${row.itemId}@${row.version}`)).map((row) => row.content);
}
