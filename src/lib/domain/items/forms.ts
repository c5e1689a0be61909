import { precisionOf, readDate } from '../dates.ts';
import { pick, shuffle } from '../hash.ts';
import { capitalise } from '../text.ts';
import { chooseDistractors } from './choose.ts';
import type { Candidate, Draft } from './draft.ts';
import { numberIn } from './number-words.ts';
import type { Choice, Form, Option, TrueFalse } from './types.ts';

/** Every form in which a draft can be put, from recognising to recalling. */
export function formsOf(draft: Draft): Form[] {
	const { ask } = draft;
	if (!ask) return draft.fixed;
	const { answer } = ask;
	const forms: Form[] = [...trueFalse(draft), ...choice(draft)];
	if (ask.cloze && ask.typed) forms.push({ form: 'cloze', ...ask.cloze, answer });
	if (ask.type === 'date' && typeof answer.value === 'string') {
		forms.push({ form: 'date', question: draft.question, precision: precisionOf(answer.value), answer });
	} else if (ask.typed) {
		forms.push({ form: 'typed', question: draft.question, answer });
	}
	forms.push({ form: 'flashcard', question: draft.question, back: capitalise(draft.key) });
	return [...forms, ...draft.fixed];
}

/** One true statement and one false one, so that a statement's truth is not learnt by its look. */
function trueFalse(draft: Draft): TrueFalse[] {
	const { ask } = draft;
	if (!ask?.cloze || ask.candidates.length === 0) return [];
	const { before, after } = ask.cloze;
	const fill = (text: string) => capitalise(before + fitCase(text, draft.key, before) + after);
	const wrong = chooseDistractors(draft.key, orderOf(draft), ask.candidates, `${draft.id}/false`);
	const chosen = wrong[pick(`${draft.id}/statement`, Math.max(1, wrong.length))];
	if (!chosen) return [];
	const statements: TrueFalse[] = [
		{ form: 'true-false', statement: fill(draft.key), key: true, shown: draft.key },
		{ form: 'true-false', statement: fill(chosen.text), key: false, shown: chosen.text, confusion: chosen.confusion }
	];
	return pick(`${draft.id}/first`, 2) === 0 ? statements : statements.reverse();
}

/** Inside a sentence an option that begins like a sentence loses its capital, unless it is a name. */
function fitCase(text: string, key: string, before: string): string {
	const isPlain = /^(The|Both|As|An?) /.test(text) || /^Both$/.test(text);
	return before.trim() !== '' && isPlain && /^(The|Both|As|An?|China's)\b/.test(key)
		? text.charAt(0).toLowerCase() + text.slice(1)
		: text;
}

/** The key's place among dates and numbers. */
function orderOf(draft: Draft): string | number | undefined {
	const { ask } = draft;
	return ask && (ask.type === 'date' || ask.type === 'number') ? ask.answer.value : undefined;
}

function withOrder(draft: Draft): Candidate[] {
	const { ask } = draft;
	if (!ask) return [];
	if (ask.type === 'date') return ask.candidates.map((c) => ({ ...c, order: c.order ?? readDate(c.text) }));
	if (ask.type === 'number') return ask.candidates.map((c) => ({ ...c, order: c.order ?? numberIn(c.text) }));
	return ask.candidates;
}

function choice(draft: Draft): Choice[] {
	const { ask } = draft;
	if (!ask) return [];
	const candidates = withOrder(draft);
	const keyOrder = orderOf(draft);
	const wrong = chooseDistractors(draft.key, keyOrder, candidates, draft.id);
	if (wrong.length < 2) return [];
	const texts: { text: string; wrong?: Candidate; order?: string | number }[] = [
		{ text: draft.key, order: keyOrder },
		...wrong.map((candidate) => ({ text: candidate.text, wrong: candidate, order: candidate.order }))
	];
	const sortable = texts.every((entry) => entry.order !== undefined);
	const shown = sortable ? [...texts].sort(byOrder) : shuffle(texts, `${draft.id}/place`);
	const options: Option[] = shown.map((entry, index) => ({
		id: 'abcdef'.charAt(index),
		text: capitalise(entry.text),
		...(entry.wrong ? { confusion: entry.wrong.confusion } : {})
	}));
	const key = options[shown.findIndex((entry) => entry.wrong === undefined)]?.id ?? '';
	return [{ form: 'choice', question: draft.question, options, key, ordered: sortable }];
}

function byOrder(a: { order?: string | number }, b: { order?: string | number }): number {
	if (typeof a.order === 'number' && typeof b.order === 'number') return a.order - b.order;
	return String(a.order) < String(b.order) ? -1 : 1;
}
