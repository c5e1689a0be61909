import { splitNations } from '../../grading/nations.ts';
import { wordsOf as gradedWords } from '../../grading/normalise.ts';
import type { Told } from './told.ts';
import type { Board } from './board.ts';

/** In characters. */
const LONGEST = 1000;
/** In characters before a passage, in which it may say who "the two" are. */
const NEAR = 400;
const PERSON = /\b(?:him|himself|herself|her(?= [.,;?]|$|[.,;?]| (?:that|to|on|in|at|of|for|with|and|about|over)\b))/iu;
const NAMED =
	/\p{Lu}[\p{L}.’'-]+ \p{Lu}[\p{L}’'-]+|\b(?:president|minister|premier|envoy|ambassador|leader|man|woman)\b/u;
/** What "it" may stand for: a country, a body or one thing, and no "Dutch authorities". */
const ONE_THING = /\b(?:an?|one|each|any|every) \p{Ll}|\p{Lu}\p{L}+/u;
const MANY_OF = /\b(?:the )?\p{Lu}\p{L}+ \p{Ll}+(?:s|ies)\b/gu;
const IT = /\b(?:it|its)\b(?! (?:is|was|would be|will be) \p{L}+ (?:to|that|for)\b)/u;
const THEM = /\b(?:them|theirs?|they)\b/iu;
const SEVERAL = /\b\p{L}{3,}(?:s|ies|people|men)\b|\band\b/u;
const ALONE =
	/\b(?:this|those|these)\b(?! (?:who|whom|that|which|of|year)\b)|\b(?:of|on|to|for|with|by|from|about|against|than) that(?=$|[.,;?])/iu;
/** "The listings": what a text speaks of as told before, with nothing that says which. */
const KNOWN =
	/\bthe (?:\p{Ll}+[- ])?(listings?|blacklistings?|designations?|bans?|curbs?|measures?|restrictions?|embargo(?:es)?|probes?|cases?|orders?|packages?|deals?|purchases?|sales?|sanctions|tariffs?|duties|lev(?:y|ies)|drills?|remarks?|retraction|incidents?|apology|clause|demands?|charges?|fees?|exemptions?|waivers?|investigations?|complaints?|missiles?|vessels?|ships?|detentions?|raids?)\b(?! (?:on|of|in|for|against|that|which|by|imposed|introduced|announced|placed|signed|struck|over|with|from|between|under|about|regarding|to (?:\p{Lu}|the|be sent))\b)/giu;
const THE_TWO =
	/\b(?:the two|both) (?:governments|sides|countries|nations|capitals|neighbou?rs|states|powers|parties|economies|leaders|presidents|ministers)\b/iu;

const between = (text: string, pattern: RegExp): string | undefined => {
	const at = pattern.exec(text)?.index;
	return at === undefined ? undefined : text.slice(0, at);
};

/**
 * Whether a predicate of somebody whom a question asks for leans on words before it: a pronoun that nothing in it
 * binds, or a thing that is told of as known.
 */
export function leansOutside(predicate: string): boolean {
	const text = predicate.slice(0, LONGEST).replace(/“[^”]*”/gu, '“”');
	const person = between(text, PERSON);
	if (person !== undefined && !NAMED.test(person)) return true;
	const it = between(text, IT);
	// "Its" of the one who is asked for is bound by the question itself.
	if (it !== undefined && /\bit\b/u.test(text) && !ONE_THING.test(it.replace(MANY_OF, ' '))) return true;
	const them = between(text, THEM);
	if ((them !== undefined && !SEVERAL.test(them)) || ALONE.test(text)) return true;
	return [...text.matchAll(KNOWN)].some(({ 1: noun = '', index }) => {
		const before = text.slice(0, index).toLowerCase();
		return !before.includes(noun.toLowerCase().replace(/s$/, ''));
	});
}

const nationsIn = (text: string): Set<string> => new Set(splitNations(gradedWords(text)).nations);

/** Whether "the two governments" of a fact may be others than the two of its article: another one is named beside it. */
export function isOfOtherTwo(told: Told, board: Board, text: string): boolean {
	if (!THE_TWO.test(text)) return false;
	const view = board.articles.get(told.article);
	const { pair = [], told: all = [] } = view ?? {};
	if (pair.length === 0 || (pair.some(({ id }) => id === 'eu') && /governments|capitals|states/i.test(text)))
		return true;
	const start = told.fact.evidence[0]?.span?.start ?? 0;
	const near = all.filter(({ fact }) => {
		const at = fact.evidence[0]?.span?.start ?? -1;
		return at >= start - NEAR && at <= start;
	});
	const own = nationsIn(pair.map(({ name }) => name).join(' '));
	return [told, ...near].some(({ around }) => [...nationsIn(around.slice(0, LONGEST))].some((one) => !own.has(one)));
}
