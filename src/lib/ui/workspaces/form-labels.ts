import type { FormName } from '#lib/domain/items/types.ts';

/** What the forms of a question are called for those who publish them. */
export const FORM_LABELS: Record<FormName, string> = {
	'true-false': 'true or false',
	choice: 'choice',
	'multiple-response': 'several right',
	sort: 'sort',
	match: 'match',
	order: 'order',
	cloze: 'gap',
	date: 'date',
	typed: 'typed',
	flashcard: 'flashcard'
};
