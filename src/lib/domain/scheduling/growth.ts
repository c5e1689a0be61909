import { pick } from '../hash.ts';
import type { FormName, Item } from '../items/types.ts';
import type { CardState } from './card.ts';
import type { LearnerSettings } from './settings.ts';

/** Below this stability, in days, a memory is asked to recognise; above the second one, to recall unaided. */
const RECOGNISE_BELOW = 3;
const RECALL_FROM = 12;

/** A recognised item is put as a true or false statement every so many turns. */
const STATEMENT_EVERY = 3;

const STAGES: Record<'recognise' | 'supported' | 'recall', readonly FormName[]> = {
	recognise: ['choice', 'multiple-response', 'sort', 'match', 'order', 'true-false'],
	supported: ['cloze', 'choice', 'multiple-response', 'sort', 'match', 'order', 'true-false'],
	recall: ['typed', 'date', 'flashcard', 'cloze', 'multiple-response', 'sort', 'match', 'order']
};
const FIXED: Record<'choice' | 'typed' | 'flashcard', readonly FormName[]> = {
	choice: ['choice'],
	typed: ['typed', 'date', 'cloze'],
	flashcard: ['flashcard']
};

/**
 * Which of an item's forms is asked next, as an index into its forms. Recognition comes first and recall later; the
 * learner may fix it. True/false takes every third turn of a recognised item, so that a choice is not learnt by its look.
 */
export function formFor(item: Item, card: CardState | null, settings: LearnerSettings): number {
	if (settings.form !== 'growing') {
		const fixed = firstOf(item, FIXED[settings.form], card);
		if (fixed !== undefined) return fixed;
	}
	const stage = stageOf(card);
	const turn = (card?.reps ?? 0) + pick(item.id, STATEMENT_EVERY);
	if (stage !== 'recall' && turn % STATEMENT_EVERY === 0) {
		const statement = firstOf(item, ['true-false'], card);
		if (statement !== undefined) return statement;
	}
	return firstOf(item, STAGES[stage], card) ?? 0;
}

/** How far a memory has grown. */
export function stageOf(card: CardState | null): 'recognise' | 'supported' | 'recall' {
	if (!card || card.stability < RECOGNISE_BELOW) return 'recognise';
	return card.stability < RECALL_FROM ? 'supported' : 'recall';
}

/** The first form in a list of names that the item has; of several with one name the card's repetitions choose. */
function firstOf(item: Item, names: readonly FormName[], card: CardState | null): number | undefined {
	for (const name of names) {
		const indexes = item.forms.flatMap((form, index) => (form.form === name ? [index] : []));
		if (indexes.length > 0) return indexes[pick(`${item.id}/${card?.reps ?? 0}`, indexes.length)];
	}
	return undefined;
}
