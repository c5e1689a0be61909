import type { Finding } from '../items/lint/finding.ts';
import type { Item } from '../items/types.ts';
import type { ItemEdit, ItemStatus, WorkspaceItem } from '../workbench.ts';

/** What a workspace keeps of an item beside its facts. */
export interface StoredItem {
	status: ItemStatus;
	/** The version that learners are asked, or were; of a draft the one that was seen when it was edited. */
	version: string;
	ordinal: number;
	memory: string | null;
	seq: number;
	/** That version as it was published; null where it never was. */
	content: Item | null;
	edit: ItemEdit | null;
	/** The version that was generated when the edit was made. */
	madeOn: string | null;
}

/** What the list of items is made from. */
export interface ItemsInput {
	/** The items that the facts make now, with the teachers' edits. */
	now: readonly Item[];
	/** The same without the edits. */
	generated: ReadonlyMap<string, Item>;
	findings: readonly Finding[];
	stored: ReadonlyMap<string, StoredItem>;
	/** Open reports by item. */
	reports: ReadonlyMap<string, number>;
}

/**
 * The items of a workspace as its teachers see them: those that the facts make, and those that learners were asked and
 * whose facts make them no more. Learners are asked none of the latter while they are so.
 */
export function itemsByTeachers({ now, generated, findings, stored, reports }: ItemsInput): WorkspaceItem[] {
	const of = new Map<string, Finding[]>();
	for (const finding of findings) of.set(finding.item, [...(of.get(finding.item) ?? []), finding]);
	const made = now.map((item): WorkspaceItem => {
		const kept = stored.get(item.id);
		const edited = kept?.edit ?? null;
		return {
			item,
			status: kept?.status ?? 'draft',
			changed: kept !== undefined && kept.status !== 'draft' && kept.version !== item.version,
			edit: edited,
			factChanged: edited !== null && kept?.madeOn !== generated.get(item.id)?.version,
			findings: of.get(item.id) ?? [],
			seq: kept?.seq ?? 0,
			openReports: reports.get(item.id) ?? 0
		};
	});
	const gone = [...stored].flatMap(([id, { content, status, edit, seq }]): WorkspaceItem[] => {
		if (generated.has(id) || content === null) return [];
		const openReports = reports.get(id) ?? 0;
		return [{ item: content, status, changed: true, edit, factChanged: true, findings: [], seq, openReports }];
	});
	return [...made, ...gone];
}
