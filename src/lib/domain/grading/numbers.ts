import type { AnswerKey } from '../items/types.ts';
import { wordsOf } from './normalise.ts';
import { gradePhrase } from './phrases.ts';
import { measureOf, parseQuantity, unitWords, type Quantity } from './quantities.ts';
import type { Registry, Verdict } from './types.ts';
import { correct, near, wrong } from './verdicts.ts';

/** Words that go with any count. */
const NEUTRAL = new Set(['total', 'number', 'altogether', 'count']);
/** Words for people: where one of them is counted, a general one is no other unit. */
const PEOPLE = new Set(
	'people person attendee participant delegate guest visitor leader official student youth american expert individual'.split(
		' '
	)
);

/** Those that say nothing more than that people are counted. */
const GENERIC = new Set(['people', 'person', 'attendee', 'participant', 'individual']);

/** Grades a number by its value: "50k", "fifty thousand" and "50 000" are one, another unit is wrong. */
export function gradeNumber(key: AnswerKey, text: string, question: string, registry: Registry): Verdict {
	const target = parseQuantity(key.text);
	const value = typeof key.value === 'number' ? key.value : target?.values[0];
	if (value === undefined) return gradePhrase(key, text, question, registry);
	const answer = parseQuantity(text);
	if (!answer) return /\p{N}/u.test(text) ? wrong('different') : gradePhrase(key, text, question, registry);
	const accepted = key.accept.map(parseQuantity).filter((one) => one !== undefined);
	if (accepted.some((one) => sameAmount(answer, one))) return correct('accepted');
	const hint = nearHint(key, answer);
	if (hint !== undefined) return near('named-near', hint);
	if (!has(answer, value)) return wrong('another-number');
	const given = [...(target ? [target] : []), ...accepted];
	const fits =
		directionFits(answer, given, question) && kindFits(answer, given, key) && unitsFit(answer.units, key, question);
	return fits ? correct('same-value') : wrong('different');
}

const has = (quantity: Quantity, value: number): boolean =>
	quantity.values.some((one) => Math.abs(one - value) <= 1e-9 * Math.max(1, Math.abs(value)));

/** The same value in the same words: what an accepted text says. */
function sameAmount(a: Quantity, b: Quantity): boolean {
	const same = b.values.some((value) => has(a, value)) && a.direction === b.direction && a.ordinal === b.ordinal;
	return same && a.times === b.times && a.units.join(' ') === b.units.join(' ');
}

function nearHint(key: AnswerKey, answer: Quantity): string | undefined {
	for (const [text, hint] of Object.entries(key.near)) {
		const listed = parseQuantity(text);
		if (listed && sameAmount(answer, listed)) return hint;
	}
	return undefined;
}

/** "over 20,000" is right where the key says so or is itself only about right; "under" only where the key says so. */
function directionFits(answer: Quantity, given: Quantity[], question: string): boolean {
	if (answer.direction === undefined) return true;
	if (given.some((one) => one.direction === answer.direction)) return true;
	if (answer.direction === 'down') return false;
	return given.some((one) => one.about) || /\b(?:more than|at least)\b/iu.test(question);
}

/** "triple" answers only a question of how many times, "second" only one of which. */
function kindFits(answer: Quantity, given: Quantity[], key: AnswerKey): boolean {
	const multiple = given.some((one) => one.times) || /\b(?:times|fold)\b/iu.test(key.unit ?? '');
	if (answer.times && !multiple) return false;
	return !answer.ordinal || given.some((one) => one.ordinal);
}

/** Whether what stands beside the number is the key's unit or says nothing; a measure must be the key's own. */
function unitsFit(units: string[], key: AnswerKey, question: string): boolean {
	const unit = unitWords(wordsOf(key.unit ?? ''));
	const told = new Set([...unit, ...[key.text, ...key.accept].flatMap((text) => unitWords(wordsOf(text)))]);
	const asked = new Set(unitWords(wordsOf(question)));
	const measured = Array.from(told).some((word) => measureOf(word) !== undefined) || unit.length > 0;
	const people = [...told, ...(unit.length === 0 ? asked : [])].some((word) => PEOPLE.has(word));
	const mayAsk = unit.length === 0 || units.some((word) => unit.includes(word));
	return units.every((word) => {
		if (told.has(word)) return true;
		if (measureOf(word) !== undefined) return !measured && asked.has(word);
		return NEUTRAL.has(word) || (people && GENERIC.has(word)) || (mayAsk && asked.has(word));
	});
}
