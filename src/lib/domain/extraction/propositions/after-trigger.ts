import { wordAt, type Named } from './sentence.ts';
import type { Token } from './tokens.ts';
import { ADVERBS, AUXILIARIES, isAdverb, PREPOSITIONS, SUBORDINATORS, TIME_WORDS, WEEKDAYS } from './words.ts';

export interface Complement {
	/** First token of the content. */
	from: number;
	/** How it is joined: to, that, clause, np, ing, quote, colon, passive, none, or a preposition. */
	kind: string;
	/** A mention between trigger and content: with whom it was agreed, who was told. */
	with: Named | null;
	/** Of what stands before its verb of speech: the token after that verb and who was told; of what is judged: its end. */
	behind?: number;
	/** It stands in somebody's quoted words. */
	quoted?: boolean;
}

export const CURRENCIES = new Set(['$', '€', '£', '¥', '₹']);
/** What follows a trigger directly, adverbs apart, as its entry allows it. */
export function direct(tokens: readonly Token[], start: number, takes: readonly string[]): Complement | null {
	let at = start;
	while (
		isAdverb(wordAt(tokens, at)) &&
		!['all', 'both', 'so', 'no', 'not', 'never', 'each'].includes(wordAt(tokens, at))
	)
		at++;
	const word = wordAt(tokens, at);
	const made = (from: number, kind: string): Complement => ({ from, kind, with: null });
	if (tokens[at]?.w === ':')
		return takes.some((take) => take === 'np' || take === 'that' || take === 'to') ? made(at + 1, 'colon') : null;
	const next = wordAt(tokens, at + 1);
	const list = followingList(tokens, at);
	if (list !== null) return made(list, 'colon');
	if ((word === 'to' || word === 'on') && tokens[at + 1]?.w === ':') return made(at + 2, 'colon');
	if (word === 'neither' && takes.includes(next) && PREPOSITIONS.has(next)) return made(at + 2, next);
	// "What they want is an end to": the verb's object stands behind.
	if ((word === 'is' || word === 'was') && takes.includes('np') && tokens.slice(0, at).some(({ w }) => w === 'what'))
		return next === '' ? null : made(at + (next === 'that' ? 2 : 1), next === 'that' ? 'that' : 'np');
	// "agreed not to": the denial is part of what was agreed.
	if ((word === 'not' || word === 'never') && next === 'to' && takes.includes('to')) return made(at, 'to');
	if (word === 'to' && takes.includes('to') && next !== '') return made(at + 1, 'to');
	if (word === 'to' && takes.includes('to') && tokens[at + 1]?.w === '"') return made(at + 2, 'to');
	if ((word === 'that' || word === 'how' || word === 'whether') && takes.includes('that')) return made(at + 1, 'that');
	if (onItsSide(tokens, at)) return null;
	// "was agreed upon." has its content before it.
	const open = ![undefined, ',', '.', ';'].includes(tokens[at + 1]?.w);
	if (takes.includes(word) && PREPOSITIONS.has(word) && open && !startsTime(tokens, at + 1)) return made(at + 1, word);
	const quote = tokens[at]?.w === '"' || (tokens[at]?.w === ',' && tokens[at + 1]?.w === '"');
	if (quote && (takes.includes('np') || takes.includes('that')))
		return made(tokens[at]?.w === '"' ? at + 1 : at + 2, 'quote');
	const about = aboutLength(tokens, at);
	if (about > 0 && ['on', 'about', 'over'].some((take) => takes.includes(take))) return made(at + about, 'on');
	if (takes.includes('ing') && word.endsWith('ing')) return made(at, 'ing');
	return takes.includes('np') && startsNoun(tokens, at) ? made(at, 'np') : null;
}

/** "agreed as follows:", "agreed on the following points:", "agreed on three things:": the index behind the colon. */
function followingList(tokens: readonly Token[], at: number): number | null {
	const colon = tokens.findIndex(({ w }, i) => i > at && i < at + 8 && w === ':');
	if (colon < 0) return null;
	const between = tokens.slice(at, colon);
	if (!between.every(({ word }) => word)) return null;
	const points = between.some(({ w }) => POINTS.has(w));
	return points ? colon + 1 : null;
}

const POINTS = new Set(
	'follows following points things measures steps items issues matters areas actions outcomes fronts commitments'.split(
		' '
	)
);

/** "agreed on its side to", "for its part": whose deed it is, and not what was agreed. */
function onItsSide(tokens: readonly Token[], at: number): boolean {
	return (
		['its', 'his', 'her', 'their'].includes(wordAt(tokens, at + 1)) &&
		['side', 'part', 'own', 'behalf'].includes(wordAt(tokens, at + 2))
	);
}

/** A weekday, a date or a year. */
export function startsTime(tokens: readonly Token[], at: number): boolean {
	const word = wordAt(tokens, at);
	return (
		WEEKDAYS.has(word) ||
		(TIME_WORDS.has(word) && /^\p{N}|^$/u.test(wordAt(tokens, at + 1))) ||
		/^(?:19|20)\d\d$/.test(word)
	);
}

function startsNoun(tokens: readonly Token[], at: number): boolean {
	const word = wordAt(tokens, at);
	if (CURRENCIES.has(tokens[at]?.w ?? '')) return true;
	if (word === '' || AUXILIARIES.has(word) || SUBORDINATORS.has(word)) return false;
	// "announced hours before the visit".
	if (
		/^(?:minutes|hours|days|weeks|months)$/.test(word) &&
		['before', 'after', 'ahead'].includes(wordAt(tokens, at + 1))
	)
		return false;
	return (
		!PREPOSITIONS.has(word) &&
		!['and', 'or', 'but', 'to', 'by', 'how', 'what', 'why', 'whether', 'about', "'s"].includes(word) &&
		!(ADVERBS.has(word) && word !== 'all' && word !== 'both')
	);
}

/** "as regards", "with respect to", "in relation to", "concerning": how many words stand for "on"; 0 for none. */
function aboutLength(tokens: readonly Token[], at: number): number {
	const [first, second, third] = [wordAt(tokens, at), wordAt(tokens, at + 1), wordAt(tokens, at + 2)];
	if (['concerning', 'regarding', 'covering', 'governing', 'surrounding'].includes(first)) return 1;
	if (first === 'as' && ['regards', 'concerns'].includes(second)) return 2;
	if ((first === 'relating' || first === 'related' || first === 'as') && second === 'to') return 2;
	const framed = ['with', 'in'].includes(first) && ['regard', 'respect', 'relation', 'reference'].includes(second);
	return framed && ['to', 'of'].includes(third) ? 3 : 0;
}
