import type { Ask } from '../../facts/fact-schema.ts';
import { capitalise, wordsOf } from '../../text.ts';
import { valuesIn, type Board } from './board.ts';
import { breaksOff, hasFiniteVerb, isCommand, pointsBack } from './grammar.ts';
import { matterOf, overlap } from './matter.ts';
import { balanced } from './sentences.ts';
import { asAsk, stem, type Told } from './told.ts';

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

/** Why something is so: a cause among the article's other causes. */
export function causeAsks(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	if (values.is !== 'cause' || told.polarity !== 'affirmed') return [];
	const [cause, effect] = [causeSide(values.cause), causeSide(values.effect)];
	if (cause === undefined || effect === undefined) return [];
	const question = stem(told, cause, (source) => `Which cause does ${source} give for the following: ${effect}?`);
	const others = otherCauses(told, board, effect);
	// "talks that Beijing suspended because …": the object stands before the clause.
	const isRelative = / (?:that|which|who|whom) $/.test(
		told.fact.statement.slice(0, Math.max(0, told.fact.statement.indexOf(effect)))
	);
	if (question === undefined || isRelative || !isClause(effect) || isCommand(cause) || breaksOff(cause)) return [];
	if (others.length < 2) return [];
	return [
		asAsk(told, {
			slot: 'cause',
			type: 'phrase',
			question,
			key: capitalise(cause),
			typed: false,
			relation: true,
			distractors: { 'other-cause': others.map(capitalise) }
		})
	];
}

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
