import { randomUUID } from 'node:crypto';
import { generateItems } from '../../src/lib/domain/items/generate.ts';
import { toQuestion, type Prompt, type Question } from '../../src/lib/domain/items/present.ts';
import type { AnswerKey, Form, Item } from '../../src/lib/domain/items/types.ts';
import type { Response } from '../../src/lib/domain/grading/types.ts';
import { loadSeeds } from '../../src/lib/server/bank/seeds.ts';
import type { Needle } from './crawl.ts';

/** The shipped bank, with its keys. */
export const ITEMS: readonly Item[] = generateItems(loadSeeds('seeds'));

/** Items for so many quizzes, none in two of them: of every form that can be graded some in most quizzes. */
export function planQuizzes(number: number): string[][] {
	const plans = Array.from({ length: number }, (): string[] => []);
	const taken = new Set<string>();
	const deal = (names: readonly Form['form'][], each: number) => {
		const fitting = ITEMS.filter(({ id, forms }) => !taken.has(id) && forms.some(({ form }) => names.includes(form)));
		for (const [index, { id }] of fitting.slice(0, number * each).entries()) {
			plans[index % number]?.push(id);
			taken.add(id);
		}
	};
	for (const name of ['date', 'match', 'order', 'sort', 'multiple-response'] as const) deal([name], 1);
	deal(['typed', 'cloze'], 3);
	return plans;
}

/** Two questions are one where they say the same, in whatever order their parts stand. */
export function canonical(question: Question): string {
	return JSON.stringify(question, (_, value: unknown) => {
		if (Array.isArray(value)) return value.map((one) => JSON.stringify(one)).sort();
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}

/** The item and the form behind a question, which has to be exactly what may be shown of that form: nothing more. */
export function formBehind(question: Question, ids: readonly string[]): { item: Item; form: Form } | undefined {
	const asked = canonical(question);
	for (const item of ITEMS)
		if (ids.includes(item.id))
			for (const form of item.forms) if (canonical(toQuestion(form, null)) === asked) return { item, form };
	return undefined;
}

/** Every text that a question shows. */
export function textsOf(question: Question): string[] {
	return Object.values(question).flatMap((value: string | { text: string }[]) =>
		typeof value === 'string' ? [value] : value.map(({ text }) => text)
	);
}

const LONG = 25;
const sentence = (what: string, item: Item, text: string, least = LONG): Needle[] =>
	text.length < least ? [] : [{ item: item.id, what, text }];

/** What tells the right answer to an item wherever it stands: its feedback, and every statement that is true. */
export function sentencesOf(item: Item): Needle[] {
	const statements = item.forms.flatMap((form) => {
		if (form.form === 'cloze') return [form.before + form.answer.text + form.after];
		return form.form === 'true-false' && form.key ? [form.statement] : [];
	});
	return [item.feedback, ...statements].flatMap((text, index) =>
		sentence(index === 0 ? 'feedback' : 'statement', item, text)
	);
}

/** What explains the right answer: where sources say it, in which words, and what was ruled where they differ. */
export function explanationsOf(item: Item): Needle[] {
	return [
		...item.citations.flatMap(({ anchor }) => sentence('evidence', item, anchor, 15)),
		...item.contested.flatMap(({ settled, says }) => [
			...sentence('ruling', item, settled),
			...says.flatMap((one) => sentence('reading', item, one.says))
		])
	];
}

/** Short answers stand in many texts: they tell something on the pages of their own quiz. */
export function answersOf(item: Item, form: Form): Needle[] {
	const key: AnswerKey | undefined = 'answer' in form ? form.answer : undefined;
	const texts = [item.key, ...(key ? [key.text, ...key.accept, ...Object.keys(key.near)] : [])];
	return [...new Set(texts)]
		.filter((text) => text.length >= 5 && /\p{L}{3}/u.test(text))
		.map((text) => ({ item: item.id, what: 'answer', text }));
}

/** A whole answer that is right, or one that is wrong. */
export function respond(form: Form, right: boolean): Response {
	const other = (ids: readonly { id: string }[], key: string | undefined) => ids.find(({ id }) => id !== key)?.id ?? '';
	switch (form.form) {
		case 'choice':
			return { form: 'choice', option: right ? form.key : other(form.options, form.key) };
		case 'multiple-response': {
			const wrong = form.options.filter(({ id }) => !form.keys.includes(id)).map(({ id }) => id);
			return { form: 'multiple-response', options: right ? form.keys : wrong.slice(0, 1) };
		}
		case 'true-false':
			return { form: 'true-false', value: right ? form.key : !form.key };
		case 'order':
			return { form: 'order', order: right ? form.key : form.key.toReversed() };
		case 'match':
			return { form: 'match', pairs: parts(form.key, (key) => (right ? key : other(form.rights, key))) };
		case 'sort':
			return { form: 'sort', bins: parts(form.key, (key) => (right ? key : other(form.bins, key))) };
		case 'flashcard':
			return { form: 'flashcard', rating: right ? 3 : 1 };
		default:
			return { form: form.form, text: right ? form.answer.text : 'no idea at all' };
	}
}

const parts = (key: Record<string, string>, choose: (key: string) => string): Record<string, string> =>
	Object.fromEntries(Object.entries(key).map(([id, to]) => [id, choose(to)]));

/** An answer to a question of one's own reviews, as the browser sends it. */
export function answerTo({ itemId, itemVersion, formIndex, seq }: Prompt, right: boolean) {
	const form = ITEMS.find(({ id }) => id === itemId)!.forms[formIndex]!;
	return { id: randomUUID(), itemId, itemVersion, formIndex, seq, response: respond(form, right) };
}

const TELLING = ['key', 'keys', 'answer', 'accept', 'near', 'solution', 'explanation', 'told', 'verdict', 'score'];
const MARKS = [...TELLING, 'grade', 'marks', 'result', 'confusion', 'ordered', 'itemId'];

/** Names of properties with something in them, anywhere in a value, that tell what is right or how it was marked. */
export function tellingIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, one]: [string, unknown]) => [
		...(MARKS.includes(name) && one !== null && one !== undefined ? [name] : []),
		...tellingIn(one)
	]);
}

/** The same in the script of a page, where data stand as a literal. */
export const tellingInScript = (html: string): string[] =>
	[...html.matchAll(/[{,]"?(\w+)"?:(?!null|void 0|undefined)/g)].flatMap(([, name = '']) =>
		MARKS.includes(name) ? [name] : []
	);
