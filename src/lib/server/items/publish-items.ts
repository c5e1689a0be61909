import { resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { memorySurvives } from '#lib/domain/items/edit-item.ts';
import type { Finding } from '#lib/domain/items/lint/finding.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { WorkspaceItem } from '#lib/domain/workbench.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { items as itemTable, itemVersions } from '#lib/server/db/schema/bank.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { renewRevision } from '#lib/server/workspaces/revision.ts';
import { lockItems } from './lock-items.ts';
import { loadItems, type LoadedItems } from './workspace-items.ts';

const whichSchema = v.union([
	v.strictObject({ ids: v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(10_000)) }),
	v.strictObject({ all: v.literal(true) })
]);

/** What came of a publication. */
export interface Published {
	ok: true;
	/** Items whose version learners are asked from now on; those that were so already are not counted. */
	published: number;
	/** Items that the rubric does not let through. */
	heldBack: { id: string; findings: Finding[] }[];
}

const ROWS_A_STATEMENT = 200;

/**
 * Publishes items as they now stand; every version that was ever published is kept. What the rubric dislikes is held
 * back. Where a new version asks something else, cards of the old one are new again.
 * @param which `{ids}`, also of retired ones, which come back; or `{all: true}`: whatever is draft or has changed
 */
export async function publishItems(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	workspaceId: string,
	which: unknown,
	now: Date,
	seeds = resolve('seeds')
): Promise<Published | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(whichSchema, which);
	if (!checked.success) return failure('invalid_input');
	const wanted = 'ids' in checked.output ? new Set(checked.output.ids) : null;
	return inTransaction(db, async (tx) => {
		await lockItems(tx, workspaceId);
		const loaded = await loadItems(tx, shipped, workspaceId, seeds);
		const chosen = loaded.items.filter((one) => (wanted ? wanted.has(one.item.id) : one.status !== 'retired'));
		if (wanted && chosen.length < wanted.size) return failure('unknown_item');
		// What the facts make no more cannot be published, whatever it was.
		const there = chosen.filter(({ item }) => loaded.generated.has(item.id));
		const due = there.filter(({ status, changed }) => status !== 'published' || changed);
		const heldBack = due.filter(({ findings }) => findings.length > 0);
		const fit = due.filter(({ findings }) => findings.length === 0);
		await writeItems(tx, { shipped, loaded, fit, workspaceId, now });
		if (fit.length > 0) await renewRevision(tx, workspaceId, now);
		return {
			ok: true,
			published: fit.length,
			heldBack: heldBack.map(({ item, findings }) => ({ id: item.id, findings }))
		};
	});
}

interface Writing {
	shipped: Shipped;
	loaded: LoadedItems;
	fit: readonly WorkspaceItem[];
	workspaceId: string;
	now: Date;
}

async function writeItems(tx: Db, { shipped, loaded, fit, workspaceId, now }: Writing): Promise<void> {
	const order = new Map([...loaded.generated.keys()].map((id, index) => [id, index]));
	const rows = fit.map(({ item, seq }) => ({
		workspaceId,
		id: item.id,
		version: item.version,
		status: 'published' as const,
		ordinal: order.get(item.id) ?? 0,
		memory: memoryOf(item, loaded, shipped, now),
		seq: seq + 1
	}));
	for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
		const part = fit.slice(from, from + ROWS_A_STATEMENT);
		await tx
			.insert(itemVersions)
			.values(
				part.map(({ item }) => ({
					workspaceId,
					itemId: item.id,
					version: item.version,
					content: item,
					createdAt: now
				}))
			)
			.onConflictDoNothing();
		await tx
			.insert(itemTable)
			.values(rows.slice(from, from + ROWS_A_STATEMENT))
			.onConflictDoUpdate({
				target: [itemTable.workspaceId, itemTable.id],
				set: {
					version: sql`excluded.version`,
					status: sql`excluded.status`,
					ordinal: sql`excluded.ordinal`,
					memory: sql`excluded.memory`,
					seq: sql`excluded.seq`
				}
			});
	}
}

/** What cards of the item are learnt under from now on: as before, unless whoever knew the old version may not know it. */
function memoryOf(item: Item, { stored, knowledge }: LoadedItems, shipped: Shipped, now: Date): string | null {
	const before = stored.get(item.id);
	if (!before?.content || before.content.version === item.version) return before?.memory ?? null;
	const { people, organisations, places } = shipped.knowledge;
	const registry = {
		people: [...knowledge.people, ...people.filter(({ id }) => knowledge.people.every((known) => known.id !== id))],
		organisations: [...knowledge.organisations, ...organisations],
		places: [...knowledge.places, ...places]
	};
	return memorySurvives(before.content, item, registry) ? before.memory : uuidv7(now);
}
