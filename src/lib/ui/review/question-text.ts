import type { Question } from '#lib/domain/items/present.ts';
import type { Form } from '#lib/domain/items/types.ts';

/** What is asked, as the card's heading: a gap's sentence in its two parts, a statement, or the question. */
export function questionText(asked: Question | Form): { text: string; after?: string } {
	if (asked.form === 'cloze') return { text: asked.before, after: asked.after };
	return { text: asked.form === 'true-false' ? asked.statement : asked.question };
}
