import { wordsOf } from '../../text.ts';
import type { Board } from './board.ts';
import { gistOf, shapeOf } from './gists.ts';
import { isSentence, losesNoun } from './grammar.ts';
import { isFromTitle } from './guard.ts';
import { isOfMany } from './many.ts';
import { nominal } from './nominal.ts';
import { partiesIn } from './occasion.ts';
import { alone } from './sentences.ts';
import type { Told } from './told.ts';

const FEWEST_WORDS = 3;
/** "Advanced chips" is a matter on which nothing was agreed. */
const FEWEST_OPEN = 2;
/** A date that was not set, a matter that was not raised: nothing on which agreement was sought. */
const NOT_SOUGHT =
	/\b(?:no (?:\p{L}+ )?(?:date|time|timetable|schedule|details?|venue|mention|word|questions?)\b|(?:not|never|nor) (?:\p{L}+ )?(?:discussed|mentioned|raised|named|taken up|on the agenda)|omitted|went unanswered)/iu;
/** "To disagree", "It reflects no understanding", "a ceasefire in Gaza through 2028": no matter of its own. */
const NO_MATTER =
	/\bdisagree\b|^(?:It|This|They|He|She|There|Nothing|No|None|Neither)\b|^(?:an? )?\d[\d.,]* ?(?:%|percent|per cent|million|billion|tons|tonnes|days)\b|\b(?:joint|three-point|common) (?:statement|consensus|understandings?)\b|\b(?:relationship|ties|relations) with \S+$/iu;
const BARE_VERB = /^(?:reach|arrive|come|find|bridge|settle|resolve|get|issue|produce|yield)\b/;

/**
 * Whether a wording does not tell what was agreed or left open: a clause for a thing, a list that broke off, what was
 * agreed in earlier years, or by others than the two whom the question names.
 */
export function isUnclear({ fact, published, pair = [] }: Told, gist: string, board: Board): boolean {
	const isThing = shapeOf(gist) === 'thing';
	const fewest = fact.kind === 'non-agreement' ? FEWEST_OPEN : FEWEST_WORDS;
	if (wordsOf(gist).length < fewest || losesNoun(gist) || /^(?:19|20)\d\d\b/.test(gist)) return true;
	const isClause = isSentence(`– ${gist}`);
	// "Patrols are to be coordinated": a sentence of its own tells what was agreed.
	const isWhole = isClause && fact.kind === 'agreement' && /^\p{Lu}/u.test(gist) && alone(gist) !== undefined;
	if (isThing && (BARE_VERB.test(gist) || (isClause && !isWhole))) return true;
	if (NO_MATTER.test(gist)) return true;
	if (fact.kind === 'non-agreement' && NOT_SOUGHT.test(fact.statement)) return true;
	const years = [...fact.statement.matchAll(/\b(?:in|of|since) (?:\p{Lu}\p{Ll}+ )?((?:19|20)\d\d)\b/gu)].map(
		([, year]) => year ?? ''
	);
	if (fact.kind === 'agreement' && published !== null && years.some((year) => year < published.slice(0, 4)))
		return true;
	const subject = fact.statement.slice(0, Math.max(0, fact.statement.indexOf(fact.gist ?? gist)));
	// "Both sides" would be others than those whom the question names.
	const acting = { parties: board.parties, people: [...board.person.values()] };
	const others = fact.kind === 'commitment' ? [] : partiesIn(subject, acting).filter((party) => !pair.includes(party));
	return others.length > 0 && !isOfMany(subject);
}

/** Whether a question about one of several things can be made of it. */
export function isClear(told: Told, board: Board): boolean {
	const gist = gistOf(told);
	return gist !== undefined && nominal(gist) !== undefined && !isFromTitle(told) && !isUnclear(told, gist, board);
}
