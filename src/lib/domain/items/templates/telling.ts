import { wordsOf } from '../../text.ts';
import { isOfAnyMatter } from './matters.ts';

const LONGEST = 1200;
const SHORT = 4;
/** Words that tell nothing of the matter. */
const PLAIN =
	/^(?:that|with|from|into|over|this|than|which|have|been|will|would|should|must|could|were|their|they|both|side|sides|also|more|most|such|under|about|against|after|before|between|further|again|still|only|very|part|time|year|years|good|full|bad|faith|firm|deep|grave|serious|continue|continuing|remain|outstanding|pending|issue|issues|matter|matters|question|questions|state|states|united|government|country|countries|party|parties|leader|leaders|president|minister|relationship|relations|pressure|concern|concerns|support|call|called|urged|said|says|warned|pledged|promised|refused|rejected|demanded|agreed|undertook|undertaken|committed|denied|voiced|raised|expressed|stressed|emphasized|emphasised|asked|wants|want|having|given|gave|date|debate|meets|when|traded|dignity|opposes|opposed|accused|pressed|settle|settled)$/;
const FEWEST = 2;
const FEWEST_OF_MATTER = 1;

/** Manners, moods and what is told of a report: nothing that has to be known. */
const FAINT =
	/^(?:was|were|is|are) (?:less|more) |^would have liked\b|^(?:has |have |had )?(?:conceded|acknowledged|made no secret|took note|would prefer|prefers|lauded|hailed|applauded)\b|\b(?:had been|was|were|been) (?:raised|discussed|mentioned)\b(?: \p{L}+)?$|\bexpecting a\b|\bfor (?:anyone|anybody)\b|\bagainst any use of\b|^professe[sd]\b|^voiced dissatisfaction\b|^(?:(?:is|was) to|will|would) (?:inform|brief|report|address|attend)\b/u;

/** Whether a predicate tells of something by its own words: of a matter of states, a figure, or with enough words. */
export function isTelling(predicate: string): boolean {
	const text = predicate.slice(0, LONGEST);
	if (FAINT.test(text)) return false;
	const telling = wordsOf(text)
		.slice(1)
		.filter((word) => (word.length >= SHORT || /\d/.test(word)) && !PLAIN.test(word));
	if (isOfAnyMatter(text) || /\d/.test(text)) return telling.length >= FEWEST_OF_MATTER;
	return telling.length >= FEWEST;
}
