import { resolve } from 'node:path';
import type { Failure } from '#lib/domain/errors.ts';
import type { Finding } from '#lib/domain/items/lint/finding.ts';
import { reportOn, type BankReport } from '#lib/domain/items/report.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { loadItems } from './workspace-items.ts';

/** An item that the rubric does not let through, and why. */
export interface HeldBack {
	item: string;
	question: string;
	findings: Finding[];
}

/** What the topics of a workspace are called. */
type Topics = { id: string; label: string }[];

/** How a workspace's items are spread over sides, topics, kinds and sources, retired ones left out. */
export async function balanceOf(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	workspaceId: string,
	seeds = resolve('seeds')
): Promise<{ ok: true; report: BankReport; heldBack: HeldBack[]; topics: Topics } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const { items, knowledge, topics } = await loadItems(db, shipped, workspaceId, seeds);
	const living = items.filter(({ status }) => status !== 'retired');
	const fit = living.filter(({ findings }) => findings.length === 0).map(({ item }) => item);
	const held = living.filter(({ findings }) => findings.length > 0);
	return {
		ok: true,
		report: reportOn(
			fit,
			knowledge,
			held.flatMap(({ findings }) => findings)
		),
		heldBack: held.map(({ item, findings }) => ({ item: item.id, question: item.question, findings })),
		topics
	};
}
