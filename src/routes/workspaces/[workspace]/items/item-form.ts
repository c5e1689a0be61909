import type { ItemEdit, WorkspaceItem } from '#lib/domain/workbench.ts';
import { textOf } from '../../import-form.ts';

export const ITEM_FILTERS = ['all', 'ready', 'draft', 'published', 'findings', 'changed', 'retired'] as const;
export type ItemFilter = (typeof ITEM_FILTERS)[number];

/** What of the items a page's address asks for. */
export function itemFilterOf(query: URLSearchParams): ItemFilter {
	return ITEM_FILTERS.find((filter) => filter === query.get('show')) ?? 'all';
}

/** Whether an item is among those asked for. */
export function passesItemFilter(
	{ status, changed, factChanged, findings }: WorkspaceItem,
	filter: ItemFilter
): boolean {
	if (filter === 'ready') return (status === 'draft' || changed) && findings.length === 0;
	if (filter === 'findings') return findings.length > 0;
	if (filter === 'changed') return changed || factChanged;
	return filter === 'all' || status === filter;
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
