import type { Knowledge } from '../../facts/knowledge.ts';
import { containsWords, fold, wordsOf } from '../../text.ts';
import { alikeInLength } from '../alike.ts';
import { numberIn } from '../number-words.ts';
import { bansFor } from '../rulings.ts';
import { readDate } from '../../dates.ts';
import type { AnswerKey, Choice, Form, Item, MultipleResponse } from '../types.ts';
import { findingOf, type Finding, type RuleName } from './finding.ts';
import type { Remark } from './remark.ts';

const ABSOLUTES = /\b(?:always|never|all|every|none|only|completely|entirely|totally|exclusively)\b/i;
const OF_THE_ABOVE = /\b(?:all|none|both) of the (?:above|these)\b/i;
/** Words that say nothing about which option is meant. */
const COMMON_WORD = 5;
const FUNCTION_WORDS = new Set(
	'about after before between their there these those under while which whose where would could should other others both sides side'.split(
		' '
	)
);

/** What the rubric says of the options and keys of an item. */
export function lintOptions(item: Item, knowledge: Knowledge): Finding[] {
	const findings: Finding[] = [];
	const add: Add = (rule, remark) => findings.push(findingOf(rule, item.id, remark));
	const answer = item.forms.map(answerOf).find((a) => a !== undefined);
	for (const form of item.forms) {
		if (form.form === 'choice') lintChoice(item, form, answer, knowledge, add);
		if (form.form === 'multiple-response') lintResponse(form, knowledge, add);
		if (form.form === 'true-false' && /\b(?:a|an) $/.test(form.statement))
			add('grammar', { code: 'text', text: form.statement });
		if (form.form === 'cloze' && /\b(?:a|an) $/i.test(form.before))
			add('grammar', { code: 'text', text: `${form.before}____` });
	}
	if (item.citations.length === 0) add('evidence', { code: 'no-citation' });
	if (!/^[^\n]+[.!?]”?$/.test(item.feedback)) add('evidence', { code: 'no-sentence', text: item.feedback });
	banned(item, knowledge, add);
	return findings;
}

/** Whether the answer can be recognised or placed in one of the forms. */
export function lintRecognisable(item: Item): Finding[] {
	const open = item.forms.every((form) => form.form === 'flashcard' || form.form === 'typed' || form.form === 'cloze');
	return open ? [findingOf('recognisable', item.id, { code: 'text', text: item.question })] : [];
}

type Add = (rule: RuleName, remark: Remark) => void;

function answerOf(form: Form): AnswerKey | undefined {
	return form.form === 'typed' || form.form === 'cloze' || form.form === 'date' ? form.answer : undefined;
}

function lintChoice(item: Item, form: Choice, answer: AnswerKey | undefined, knowledge: Knowledge, add: Add): void {
	const key = form.options.find((option) => option.id === form.key);
	const wrong = form.options.filter((option) => option.id !== form.key);
	if (!key) {
		add('one-key', { code: 'no-key' });
		return;
	}
	// A question that names another option as well gives none away; nor does a title, which was chosen so.
	const asked = form.question.replace(/\barticle “[^”]{1,400}”/, 'article');
	const isAlone = !wrong.some((option) => containsWords(asked, option.text));
	if (item.origin !== 'mention' && isAlone && containsWords(asked, key.text))
		add('key-in-stem', { code: 'key-within', key: key.text, text: form.question });
	const cue = form.ordered
		? undefined
		: wordCue(
				asked,
				key.text,
				wrong.map((option) => option.text)
			);
	if (cue !== undefined) add('word-cue', { code: 'cue', cue, text: form.question, key: key.text });
	const right = new Set([key.text, ...(answer?.accept ?? []), ...Object.keys(answer?.near ?? {})].map(fold));
	const seen = new Set<string>();
	for (const option of wrong) {
		if (right.has(fold(option.text)) || seen.has(fold(option.text)))
			add('one-key', { code: 'right-or-twice', text: option.text });
		seen.add(fold(option.text));
		if (option.confusion === undefined) add('confusion', { code: 'no-mix-up', text: option.text });
	}
	optionWords(
		key.text,
		wrong.map((option) => option.text),
		add
	);
	if (!isSourceList(form.options, knowledge))
		parallel(
			form.options.map((option) => option.text),
			add
		);
	sorted(form, add);
}

/**
 * A word of five letters or more that question and key share and no wrong option has. Where the question has such a
 * word of a wrong option too, as where it names both sides, neither is a cue.
 */
function wordCue(question: string, key: string, wrong: readonly string[]): string | undefined {
	const asked = new Set(wordsOf(question).map(stem));
	const cueIn = (text: string, others: readonly string[]) => {
		const known = new Set(others.flatMap((other) => wordsOf(other).map(stem)));
		return wordsOf(text).find(
			(word) =>
				word.length >= COMMON_WORD && !FUNCTION_WORDS.has(word) && asked.has(stem(word)) && !known.has(stem(word))
		);
	};
	return wrong.some((text) => cueIn(text, [key]) !== undefined) ? undefined : cueIn(key, wrong);
}

/** Crude: plural and verb endings off, so that "control" and "controls" are one word. */
function stem(word: string): string {
	return word.length > 5 ? word.replace(/(?:ing|ed|es|s|ly)$/, '') : word;
}

function optionWords(key: string, wrong: readonly string[], add: Add): void {
	for (const text of [key, ...wrong]) if (OF_THE_ABOVE.test(text)) add('option-words', { code: 'text', text });
	if (!ABSOLUTES.test(key)) {
		for (const text of wrong) if (ABSOLUTES.test(text)) add('option-words', { code: 'absolute', text });
	}
}

function parallel(texts: readonly string[], add: Add): void {
	const lengths = texts.map((text) => text.length);
	if (!alikeInLength(lengths))
		add('parallel', { code: 'lengths', least: Math.min(...lengths), most: Math.max(...lengths), texts });
	const stops = texts.filter((text) => text.endsWith('.')).length;
	if (stops !== 0 && stops !== texts.length) add('parallel', { code: 'stops', texts });
}

function sorted(form: Choice, add: Add): void {
	const texts = form.options.map((option) => option.text);
	const dates = texts.map(readDate);
	const isRow = <T>(row: (T | undefined)[]): row is T[] => row.every((value) => value !== undefined);
	if (isRow(dates) && dates.some((date, i) => i > 0 && date < (dates[i - 1] ?? '')))
		add('sorted', { code: 'order', texts });
	const numbers = texts.map(numberIn);
	const bare = texts.every((text) => /^(?:about |more than |over )?[\d,]+(?: \w+)?$/i.test(text));
	if (!isRow(dates) && bare && isRow(numbers) && numbers.some((n, i) => i > 0 && n < (numbers[i - 1] ?? 0))) {
		add('sorted', { code: 'order', texts });
	}
}

function lintResponse(form: MultipleResponse, knowledge: Knowledge, add: Add): void {
	const right = form.options.filter((option) => form.keys.includes(option.id));
	const wrong = form.options.filter((option) => !form.keys.includes(option.id));
	if (right.length === 0 || wrong.length === 0) add('one-key', { code: 'one-sided' });
	if (new Set(form.options.map((option) => fold(option.text))).size !== form.options.length)
		add('one-key', { code: 'twice' });
	for (const option of wrong)
		if (option.confusion === undefined) add('confusion', { code: 'no-mix-up', text: option.text });
	if (!isSourceList(form.options, knowledge))
		parallel(
			form.options.map((option) => option.text),
			add
		);
}

/** Options that are the sources themselves have the lengths that their names have. */
function isSourceList(options: readonly { text: string }[], knowledge: Knowledge): boolean {
	const labels = new Set(knowledge.sources.map((source) => fold(source.label)));
	return options.every((option) => labels.has(fold(option.text)) || labels.has(fold(`the ${option.text}`)));
}

/** A wrong option that a ruling forbids for the fact: the generator drops them from choices, sets are checked here. */
function banned(item: Item, knowledge: Knowledge, add: Add): void {
	const { id, question } = item;
	const bans = bansFor(knowledge.rulings, { id, question, fact: item.facts[0] });
	for (const text of wrongTexts(item)) {
		for (const ruling of bans.get(fold(text)) ?? []) add('banned-option', { code: 'forbidden', ruling, text });
	}
}

/** Every text that an item offers as wrong, in any form. */
export function wrongTexts(item: Item): string[] {
	return item.forms.flatMap((form) => {
		if (form.form === 'choice') return form.options.filter((o) => o.id !== form.key).map((o) => o.text);
		if (form.form === 'multiple-response')
			return form.options.filter((o) => !form.keys.includes(o.id)).map((o) => o.text);
		return form.form === 'true-false' && !form.key ? [form.shown] : [];
	});
}
