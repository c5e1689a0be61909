import type { Item } from '#lib/domain/items/types.ts';
import { chooseItems, type ItemFilter } from '#lib/domain/teaching/choose-items.ts';
import { FORM_SETS } from '#lib/domain/teaching/rules.ts';
import { textOf } from '../../../../workspaces/import-form.ts';

/** What a teacher has chosen so far, as the form carries it from one filter to the next. */
export interface Picking {
	title: string;
	kind: 'quiz' | 'study';
	filter: Record<'topic' | 'source' | 'kind' | 'side' | 'importance' | 'sources' | 'words', string>;
	picked: string[];
	/** Which forms of the items are put. */
	forms: keyof typeof FORM_SETS;
	/** So many of each topic are drawn for each student; empty: everybody is asked the same. */
	perTopic: string;
}

/** The most items that are carried along. */
const MOST_PICKED = 2000;

/** Reads the form; what is not in it is empty. */
export function readPicking(form: FormData): Picking {
	const text = (name: string) => textOf(form, name).trim().slice(0, 200);
	return {
		title: text('title'),
		kind: text('kind') === 'study' ? 'study' : 'quiz',
		filter: {
			topic: text('topic'),
			source: text('source'),
			kind: text('factKind'),
			side: text('side'),
			importance: text('importance'),
			sources: text('sources'),
			words: text('words')
		},
		picked: [...new Set(form.getAll('item').filter((id) => typeof id === 'string'))].slice(0, MOST_PICKED),
		forms: formsOf(text('forms')),
		perTopic: text('perTopic')
	};
}

function formsOf(text: string): keyof typeof FORM_SETS {
	return text === 'closed' || text === 'typed' ? text : 'any';
}

/** The fields of the filter as the domain takes them. */
function filterOf({ filter }: Picking): ItemFilter {
	const { importance, sources } = filter;
	const set = (value: string) => (value === '' ? undefined : value);
	return {
		topic: set(filter.topic),
		source: set(filter.source),
		kind: set(filter.kind),
		side: set(filter.side),
		words: filter.words,
		importance: importance === '1' ? 1 : importance === '2' ? 2 : importance === '3' ? 3 : undefined,
		sources: /^\d{1,2}$/.test(sources) ? Number(sources) : undefined
	};
}

/** The items that fit the filter; of a quiz those that can be graded. */
export function fittingIn(items: readonly Item[], picking: Picking): Item[] {
	const isGraded = ({ forms }: Item) => forms.some(({ form }) => form !== 'flashcard');
	return chooseItems(items, filterOf(picking)).filter((item) => picking.kind === 'study' || isGraded(item));
}
