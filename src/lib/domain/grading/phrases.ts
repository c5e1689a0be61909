import type { AnswerKey } from '../items/types.ts';
import { anotherNamed, couldBeAnother, entitiesOf } from './entities.ts';
import { acronyms } from './names.ts';
import { nationOf } from './nations.ts';
import { plainNumbers } from './number-words.ts';
import { contentWords, fold, plain, sameText, wordsOf } from './normalise.ts';
import type { Registry, Verdict } from './types.ts';
import { slipsInAnyOrder, slipsInOrder, take } from './typos.ts';
import { correct, wrong } from './verdicts.ts';
import { NEVER_LENT, ORDERING } from './words.ts';

/** No answer in words is longer; hostile ones are. */
const MOST_WORDS = 60;
/** How many words of the question an answer may repeat. */
const MOST_LENT = 3;

/** Grades a term or a phrase: all words of the key that carry meaning, in any order where order says nothing. */
export function gradePhrase(key: AnswerKey, text: string, question: string, registry: Registry): Verdict {
	const targets = [key.text, ...key.accept];
	const answer = meaning(text);
	if (answer.length > MOST_WORDS) return wrong('different');
	const other = anotherNamed(key, text, registry);
	if (other !== undefined) return wrong('another-entity', `That is ${other}.`);
	if (targets.some((target) => sameText(answer.join(' '), meaning(target).join(' ')) && answer.length > 0))
		return correct('accepted');
	if (key.type === 'term' && acronyms(targets).includes(fold(text))) return correct('accepted');
	const lent = lentBy(question, text);
	if (targets.some((target) => says(answer, target, lent, registry))) return correct('accepted');
	// A slip in a word without meaning of its own ("betwen") is one too: so all words are compared as well.
	const slips = targets
		.flatMap((target) => [slipsTo(answer, target, registry), slipsInSentence(text, target)])
		.filter((found) => found !== undefined);
	if (slips.length === 0) return wrong('different');
	if (Math.min(...slips) === 0) return correct('accepted');
	return couldBeAnother(key, text, Math.min(...slips), registry) ? wrong('different') : correct('typo');
}

/** The meaning words, with number words as digits. */
const meaning = (text: string): string[] => contentWords(plainNumbers(text));

/** Whether the answer has every meaning word of a target, and besides only words that the question lends. */
function says(answer: string[], target: string, lent: Set<string>, registry: Registry): boolean {
	const wanted = meaning(target);
	const extra = [...answer];
	if (wanted.length === 0 || !wanted.every((word) => take(extra, word))) return false;
	if (extra.length > Math.min(MOST_LENT, wanted.length + 1) || !extra.every((word) => lent.has(word))) return false;
	return !orderMatters(target, registry) || inOrder(wanted, answer);
}

/** The words of the question that an answer may repeat: no names, and none where it lists several things. */
function lentBy(question: string, text: string): Set<string> {
	if (/[,;|/+&\n]|\b(?:and|or|plus)\b/iu.test(text)) return new Set();
	const names = new Set(question.match(/(?<=[\p{L}\p{N},] )\p{Lu}[\p{L}\p{N}]*/gu)?.map(plain) ?? []);
	const lent = wordsOf(question).filter((word) => !names.has(word) && nationOf(word) === undefined);
	return new Set(
		lent.filter((word) => !NEVER_LENT.has(word) && !/\d/u.test(word)).flatMap((word) => [word, ...meaning(word)])
	);
}

/** Two names in a key, or a word such as "before" or "not", make its order count. */
function orderMatters(target: string, registry: Registry): boolean {
	const words = wordsOf(target);
	if (words.some((word) => ORDERING.has(word))) return true;
	const nations = new Set(words.map(nationOf).filter((nation) => nation !== undefined));
	const named = entitiesOf(registry).filter(({ kind, family, forms }) =>
		words.some((word) => word === family || (kind === 'organisation' && forms.has(word)))
	);
	return nations.size + named.length > 1;
}

function inOrder(wanted: string[], answer: string[]): boolean {
	let from = 0;
	return wanted.every((word) => {
		const found = answer.indexOf(word, from);
		from = found + 1;
		return found >= 0;
	});
}

/** Slips word by word in texts of several words; in fewer, each word is a meaning of its own. */
function slipsInSentence(text: string, target: string): number | undefined {
	const typed = wordsOf(text);
	return typed.length < 3 ? undefined : slipsInOrder(typed, wordsOf(target));
}

function slipsTo(answer: string[], target: string, registry: Registry): number | undefined {
	const wanted = meaning(target);
	return orderMatters(target, registry) ? slipsInOrder(answer, wanted) : slipsInAnyOrder(answer, wanted);
}
