import type { ItemEdit, WorkspaceItem } from '#lib/domain/workbench.ts';
import { textOf } from '../../import-form.ts';

export const ITEM_FILTERS = ['all', 'ready', 'draft', 'published', 'findings', 'changed', 'retired'] as const;
export type ItemFilter = (typeof ITEM_FILTERS)[number];

/** What of the items a page's address asks for. */
export function itemFilterOf(query: URLSearchParams): ItemFilter {
	return ITEM_FILTERS.find((filter) => filter === query.get('show')) ?? 'all';
}

/**
 * Whether an item is among those asked for.
 * @param ready the ids of those that can be published
 */
export function passesItemFilter(
	{ item, status, changed, factChanged, findings }: WorkspaceItem,
	filter: ItemFilter,
	ready: ReadonlySet<string>
): boolean {
	if (filter === 'ready') return ready.has(item.id);
	if (filter === 'findings') return findings.length > 0;
	if (filter === 'changed') return changed || factChanged;
	return filter === 'all' || status === filter;
}

/** What a form publishes: one item as it was shown, or all that were ready, by the stamp of the list. */
export function publicationFromForm(form: FormData): unknown {
	if (form.get('all') === 'all') return { ready: textOf(form, 'ready') };
	return { items: [{ id: textOf(form, 'id'), version: textOf(form, 'version'), seq: seqOf(form) }] };
}

/** The count of changes that a form was shown with; one that is none is refused by the use case. */
export function seqOf(form: FormData): number {
	const text = textOf(form, 'seq');
	return /^\d{1,10}$/.test(text) ? Number(text) : -1;
}

/** The edit in an item's form: a field as it was generated is no part of it. */
export function editFromForm(form: FormData): ItemEdit {
	const given = (name: 'question' | 'feedback') => {
		const text = textOf(form, name).trim();
		return text === '' || text === textOf(form, `${name}-generated`).trim() ? {} : { [name]: text };
	};
	const options = form.getAll('distractor').filter((entry) => typeof entry === 'string');
	const distractors = options.map((option) => option.trim()).filter((option) => option !== '');
	const same = JSON.stringify(distractors) === textOf(form, 'distractors-generated');
	return { ...given('question'), ...given('feedback'), ...(same || distractors.length === 0 ? {} : { distractors }) };
}
