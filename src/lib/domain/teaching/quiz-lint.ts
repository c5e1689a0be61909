import { fold } from '../text.ts';
import type { Form, Item } from '../items/types.ts';

/** What about the items of a quiz is worth a look before it is given. */
export type QuizFinding =
	| { rule: 'gives-away'; item: string; by: string }
	| { rule: 'siblings'; item: string; by: string }
	| { rule: 'same-key'; item: string; by: string }
	| { rule: 'one-sided'; side: string; share: number; of: number };

/** Keys shorter than this stand in many texts without giving anything away. */
const SHORTEST_KEY = 4;
/** Of so many positions and more, one side's share can be judged; beyond this share the quiz leans. */
const LEAST_SIDED = 5;
const LEANS = 0.7;

/**
 * Items of one quiz that help to answer each other, and whether its positions lean to one side. A stem that holds
 * another item's key gives it away; two items of one family ask about one thing; options are no stem: they name much
 * that is wrong.
 * @param items in the quiz's order
 */
export function lintQuiz(items: readonly Item[]): QuizFinding[] {
	const known = items.map((item) => ({ item, key: fold(item.key), stem: ` ${fold(stemOf(item))} ` }));
	const findings: QuizFinding[] = [];
	for (const [index, { item, key }] of known.entries()) {
		if (key.length >= SHORTEST_KEY) {
			const teller = known.find((other) => other.item !== item && other.stem.includes(` ${key} `));
			if (teller) findings.push({ rule: 'gives-away', item: item.id, by: teller.item.id });
		}
		const before = known.slice(0, index);
		const sibling = before.find((other) => other.item.families.some((family) => item.families.includes(family)));
		if (sibling) findings.push({ rule: 'siblings', item: item.id, by: sibling.item.id });
		const twin = before.find(
			(other) => other.key === key && other.item.kind === item.kind && key.length >= SHORTEST_KEY
		);
		if (twin && twin !== sibling) findings.push({ rule: 'same-key', item: item.id, by: twin.item.id });
	}
	return [...findings, ...leaning(items)];
}

/** Everything of an item that is shown before it is answered, but for its options. */
function stemOf({ question, forms }: Item): string {
	return [question, ...forms.map(textOf)].join(' | ');
}

function textOf(form: Form): string {
	switch (form.form) {
		case 'true-false':
			return '';
		case 'cloze':
			return `${form.before} … ${form.after}`;
		case 'match':
			return [form.question, ...form.lefts.map(({ text }) => text)].join(' | ');
		case 'sort':
		case 'order':
			return [form.question, ...form.entries.map(({ text }) => text)].join(' | ');
		case 'choice':
		case 'multiple-response':
		case 'typed':
		case 'date':
		case 'flashcard':
			return form.question;
	}
}

function leaning(items: readonly Item[]): QuizFinding[] {
	const sides = items.flatMap(({ side }) => (side === undefined || side === 'both' ? [] : [side]));
	if (sides.length < LEAST_SIDED) return [];
	return [...new Set(sides)].flatMap((side): QuizFinding[] => {
		const share = sides.filter((one) => one === side).length / sides.length;
		return share > LEANS ? [{ rule: 'one-sided', side, share, of: sides.length }] : [];
	});
}
