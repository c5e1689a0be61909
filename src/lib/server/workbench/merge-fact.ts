import { and, eq } from 'drizzle-orm';
import type { WorkbenchCommand } from '#lib/domain/workbench.ts';
import { merge } from '#lib/domain/workspace/transitions.ts';
import { facts } from '#lib/server/db/schema/articles.ts';
import { isUuid } from '#lib/server/workspaces/guards.ts';
import { isOwn, labelOf } from './change-fact.ts';
import { storeChange } from './changes.ts';
import { toImage, type FactRow } from './fact-row.ts';
import { factAt, refuse, type Step, type Stepped } from './step.ts';

/** Lets a fact live on in another one, of any article of the workspace or of the shipped bank: its evidence goes there. */
export async function mergeFact(
	step: Step,
	{ id, seq, into, intoSeq }: Extract<WorkbenchCommand, { do: 'merge' }>
): Promise<Stepped> {
	if (id === into) return refuse('merge_with_itself', id);
	const row = await factAt(step, id, seq);
	if ('ok' in row) return row;
	const target = await targetOf(step, into);
	if (target === undefined) return refuse('unknown_fact', id);
	if (target && target.seq !== intoSeq) return refuse('stale_fact', id, into);
	const next = merge(toImage(row), into, target && toImage(target));
	if (!next.ok) return refuse(next.code, id, ...(isOwn(into) ? [into] : []));
	await storeChange(step.tx, step.doing, labelOf('Merged', row), [{ row, image: next.image }]);
	return { ok: true, changed: target ? [id, into] : [id] };
}

/** The fact that takes the other in, held; null where it is the shipped bank's, undefined where there is none. */
async function targetOf({ tx, shipped, doing }: Step, into: string): Promise<FactRow | null | undefined> {
	if (!isUuid(into)) return shipped.knowledge.facts.some((fact) => fact.id === into) ? null : undefined;
	const [row] = await tx
		.select()
		.from(facts)
		.where(and(eq(facts.workspaceId, doing.workspaceId), eq(facts.id, into)))
		.for('update');
	return row;
}
