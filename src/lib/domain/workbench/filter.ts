import { FACT_KINDS, type FactKind } from '../facts/vocabulary.ts';
import type { WorkbenchFact } from '../workbench.ts';

export const STATE_FILTERS = ['all', 'open', 'accepted', 'rejected', 'ruling'] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

export interface FactFilter {
	state: StateFilter;
	kind: FactKind | 'all';
}

/** The filter that a page's address names; what it does not know is all. */
export function filterOf(query: URLSearchParams): FactFilter {
	return {
		state: STATE_FILTERS.find((state) => state === query.get('state')) ?? 'all',
		kind: FACT_KINDS.find((kind) => kind === query.get('kind')) ?? 'all'
	};
}

/** Whether a fact passes a filter. */
export function passes({ state, fact, needsRuling }: WorkbenchFact, filter: FactFilter): boolean {
	if (filter.kind !== 'all' && fact.kind !== filter.kind) return false;
	if (filter.state === 'open') return state === 'proposed';
	if (filter.state === 'accepted') return state === 'accepted' || state === 'edited';
	if (filter.state === 'rejected') return state === 'rejected' || state === 'merged';
	return filter.state === 'all' || needsRuling;
}
