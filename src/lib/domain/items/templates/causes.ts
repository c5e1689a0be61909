import type { Ask } from '../../facts/fact-schema.ts';
import { capitalise, wordsOf } from '../../text.ts';
import { valuesIn, type Board } from './board.ts';
import { isIncomplete } from './complete.ts';
import { lacksContext } from './context.ts';
import { breaksOff, hasFiniteVerb, isCommand, isSentence, pointsBack } from './grammar.ts';
import { matterOf, overlap } from './matter.ts';
import { alone, balanced } from './sentences.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isWorthAGap } from './worth.ts';

const MOST_WORDS = 14;
const FEWEST_IN_EFFECT = 4;
const FEWEST_UNNAMED = 7;
/** A guess of the writer, or nobody in particular. */
const WEAK = /^(?:perhaps|maybe|possibly|there|and|but|so|or)\b|\blast (?:week|month|year)\b/i;
const SAME_MATTER = 0.4;
const MOST_LOOKED_AT = 60;
const LEANS = /\b(?:this|that|these|those|it|its|he|she|they|their|his|her|them|him|such|we|our|I|which)\b/i;

/** A cause or an effect that can stand by itself. */
function causeSide(text: string): string | undefined {
	const bare = text.replace(/^[\s,;:]+|[\s,;:.]+$/g, '');
	const count = wordsOf(bare).length;
	return count < 2 || count > MOST_WORDS || !balanced(bare) || LEANS.test(bare) ? undefined : bare;
}

/** Why something is so: a cause among the article's other causes, or one to be recalled. */
export function causeAsks(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	if (values.is !== 'cause' || told.polarity !== 'affirmed' || told.unsure) return [];
	const [cause, effect] = [causeSide(values.cause), causeSide(values.effect)];
	if (cause === undefined || effect === undefined) return [];
	// "talks that Beijing suspended because …": the object stands before the clause.
	const isRelative = / (?:that|which|who|whom) $/.test(
		told.fact.statement.slice(0, Math.max(0, told.fact.statement.indexOf(effect)))
	);
	if (isRelative || !isClause(effect) || isCommand(cause) || breaksOff(cause)) return [];
	const others = otherCauses(told, board, effect);
	return others.length < 2 ? recalled(told, effect, cause) : chosen(told, effect, cause, others);
}

function chosen(told: Told, effect: string, cause: string, others: readonly string[]): Ask[] {
	const question = stem(told, cause, (source) => `Which cause does ${source} give for the following: ${effect}?`);
	if (question === undefined) return [];
	return [asked(told, question, capitalise(cause), { 'other-cause': others.map(capitalise) })];
}

/** "Because of the drought": with the words by which the article joins the two. */
const JOINED = /\b(because of|due to|owing to|thanks to|because|in response to|as a result of|after)\b/iu;

/** A cause that stands by itself, as the reason for a whole sentence. */
function recalled(told: Told, effect: string, cause: string): Ask[] {
	const sentence = capitalise(effect.replace(/^(?:and|but|so),? /i, ''));
	const at = told.fact.statement.indexOf(cause);
	const before = told.fact.statement.slice(Math.max(0, at - LONGEST_LINK), Math.max(0, at));
	const link = JOINED.exec(before)?.[1]?.toLowerCase();
	if (at < 0 || link === undefined || link === 'after' || alone(`${sentence}.`) === undefined) return [];
	// What the cause speaks of has to be told by itself, or by the effect.
	if (pointsBack(`${sentence}, because of ${cause}.`) || lacksContext(`${sentence}. ${cause}`)) return [];
	if (/, (?:\p{Ll}+ed|\p{Ll}+s) /u.test(sentence) || /\bbetween \S+$/u.test(sentence) || /^On [^,]+,/u.test(sentence))
		return [];
	if (!/of$|to$/.test(link) && !isSentence(capitalise(cause))) return [];
	if (wordsOf(sentence).length < FEWEST_IN_EFFECT || isIncomplete(`${sentence}.`)) return [];
	// "No government can afford a quarrel": whose, and since when?
	if (!isWorthAGap(`${sentence}.`)) return [];
	const key = `${capitalise(link)} ${cause}`;
	const question = stem(told, cause, (source) => `What reason does ${source} give for this? ${sentence}.`);
	return question === undefined ? [] : [asked(told, question, key, {})];
}

const LONGEST_LINK = 30;

const asked = (told: Told, question: string, key: string, distractors: { 'other-cause'?: string[] }): Ask =>
	asAsk(told, { slot: 'cause', type: 'phrase', question, key, typed: false, relation: true, distractors });

/** Whether an effect is told in full and points at nothing. */
const isClause = (effect: string): boolean =>
	hasFiniteVerb(effect) &&
	!breaksOff(effect) &&
	!pointsBack(effect) &&
	!WEAK.test(effect) &&
	// "Legal services were excluded": of what?
	wordsOf(effect).length >= (/[^^]\p{Lu}|\d/u.test(effect) ? FEWEST_IN_EFFECT : FEWEST_UNNAMED);

/** Causes that the article gives for other matters. */
function otherCauses(told: Told, board: Board, effect: string): string[] {
	const own = matterOf(effect);
	const found = valuesIn(board, told.article, 'cause')
		.slice(0, MOST_LOOKED_AT)
		.flatMap((other) => {
			const { values } = other.fact;
			if (other === told || values.is !== 'cause' || overlap(own, matterOf(values.effect)) >= SAME_MATTER) return [];
			return causeSide(values.cause) ?? [];
		});
	return [...new Set(found)];
}
