import type { Knowledge } from '../facts/knowledge.ts';
import type { ItemEdit } from '../workbench.ts';
import { applyEdit } from '../items/edit-item.ts';
import { generateItems } from '../items/generate.ts';
import type { Finding } from '../items/lint/finding.ts';
import { lintItems } from '../items/lint/lint.ts';
import type { Item } from '../items/types.ts';

/** The items of a workspace, and what the rubric says of them. */
export interface WorkspaceItems {
	items: Item[];
	/** Of edited items: a person wrote them, and they are kept whatever the rubric says. */
	findings: Finding[];
	/** Of generated items that the rubric does not let through: they are not among the items. */
	withheld: Finding[];
}

/**
 * The items of a workspace's knowledge with its teachers' edits. A generated item that the rubric dislikes is left
 * out: better none than a bad one. An edited item stays, with its findings.
 * @param edits by item id; those of items that there are no more are set aside
 */
export function workspaceItems(knowledge: Knowledge, edits: ReadonlyMap<string, ItemEdit>): WorkspaceItems {
	const generated = generateItems(knowledge).map((item) => {
		const edit = edits.get(item.id);
		return edit === undefined ? item : applyEdit(item, edit);
	});
	const found = lintItems(generated, knowledge);
	const bad = new Set(found.map((finding) => finding.item).filter((id) => !edits.has(id)));
	const items = generated.filter((item) => !bad.has(item.id));
	// Where of two twins one was left out, the other one has none any more.
	const findings = lintItems(items, knowledge);
	return { items, findings, withheld: found.filter((finding) => bad.has(finding.item)) };
}
