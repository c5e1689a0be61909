import { eq } from 'drizzle-orm';
import { hashText } from '#lib/domain/hash.ts';
import type { Knowledge } from '#lib/domain/facts/knowledge.ts';
import { generateItems } from '#lib/domain/items/generate.ts';
import type { Finding } from '#lib/domain/items/lint/finding.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { ItemEdit } from '#lib/domain/workbench.ts';
import { knowledgeOf } from '#lib/domain/workspace/knowledge-of.ts';
import { workspaceItems } from '#lib/domain/workspace/workspace-items.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { Kept } from '#lib/server/bank/kept.ts';
import type { Db } from '#lib/server/db/db.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import { loadInput } from './load-input.ts';

/** What a workspace's accepted facts make. */
interface Made {
	knowledge: Knowledge;
	/** As they are generated, without anybody's edits. */
	generated: ReadonlyMap<string, Item>;
	topics: { id: string; label: string }[];
}

/** The same with the teachers' edits, and what the rubric says of it. */
interface MadeWithEdits extends Made {
	now: readonly Item[];
	findings: readonly Finding[];
}

/** Workspaces whose items this process keeps at once. */
const MOST_KEPT = 40;
const made = new Kept<Made>(MOST_KEPT);
const withEdits = new Kept<MadeWithEdits>(MOST_KEPT);

/**
 * The items that a workspace's facts make, with the teachers' edits. They are generated once for a revision of the
 * workspace, which every change of a fact, article or topic renews, and once for each state of the edits. Only what is
 * made is kept, never what is still being read: a transaction must not wait for a request that waits for it.
 * @param edits what teachers wrote, by item
 */
export async function madeItems(
	db: Db,
	shipped: Shipped,
	workspaceId: string,
	edits: readonly (readonly [string, ItemEdit])[],
	seeds: string
): Promise<MadeWithEdits> {
	// The revision is read before what it names: read meanwhile, something newer would be kept under an older name only.
	const key = [shipped.bank.revision, seeds, workspaceId, await revisionOf(db, workspaceId)].join(' ');
	const sorted = [...edits].sort(([a], [b]) => (a < b ? -1 : 1));
	const editedKey = `${key} ${hashText(JSON.stringify(sorted))}`;
	const known = withEdits.get(editedKey);
	if (known) return known;
	const { knowledge, generated, topics } = await generatedFor(db, shipped, workspaceId, key, seeds);
	const { items, findings, withheld } = workspaceItems(knowledge, new Map(sorted));
	const shown = new Map(items.map((item) => [item.id, item]));
	const now = [...generated.values()].map((item) => shown.get(item.id) ?? item);
	const result = { knowledge, generated, topics, now, findings: [...findings, ...withheld] };
	withEdits.set(editedKey, result);
	return result;
}

async function generatedFor(db: Db, shipped: Shipped, workspaceId: string, key: string, seeds: string): Promise<Made> {
	const known = made.get(key);
	if (known) return known;
	const { input, topics } = await loadInput(db, shipped, workspaceId, seeds);
	// Another request may have made them while this one was reading.
	const meanwhile = made.get(key);
	if (meanwhile) return meanwhile;
	const knowledge = knowledgeOf(input);
	const generated = new Map(generateItems(knowledge).map((item) => [item.id, item]));
	const result = { knowledge, generated, topics };
	made.set(key, result);
	return result;
}

async function revisionOf(db: Db, workspaceId: string): Promise<string> {
	const [row] = await db
		.select({ revision: workspaces.revision })
		.from(workspaces)
		.where(eq(workspaces.id, workspaceId));
	return row?.revision ?? '';
}
