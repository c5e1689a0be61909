import type { CompiledNames, KnownCountry, Title } from './compiled.ts';
import type { Find } from './finds.ts';
import type { Line, Token } from './tokens.ts';

/** A title with what belongs to it: "then-U.S. House of Representatives Speaker", "a senior fellow at the X Institute". */
export interface Phrase {
	/** With the country and the status, without the determiner; `to` is exclusive. */
	from: number;
	to: number;
	/** First token of the title's own words: after "then" and "former". */
	title: Title;
	wordsFrom: number;
	head: number;
	/** Where its words begin after an owner: "China's | foreign minister". */
	core: number;
	country?: KnownCountry;
	/** Written "China's": said as "Chinese" in the title. */
	possessive: boolean;
	former: boolean;
	/** After somebody's name: "Yoon's adviser". */
	owned: boolean;
	/** Given to a person beside it. */
	used: boolean;
	/** the, a, his… in lower case. */
	determiner?: string;
	/** Without determiner, status and possessive: "U.S. Secretary of State". */
	words: string;
	/** Where a body stands in it. */
	ofBody: boolean;
	/** It stands after a name and a comma: what follows "of" is no name. */
	apposed: boolean;
	/** That name has a title before it: this one may be the next in a list. */
	listed: boolean;
	/** "Italy's deputy premier and | foreign minister": the second title of one holder, who is definite by the first. */
	paired: boolean;
	/** Token after the title's own words, before its complement. */
	bare: number;
}

/** A line with what the gazetteer finds in it. */
export interface PhraseText {
	line: Line;
	finds: readonly Find[];
	names: CompiledNames;
	normal: string;
}

/** Of a title that means one person: "the", "his", "Japan's". */
export const isDefinite = (phrase: Phrase): boolean =>
	phrase.possessive || phrase.owned || phrase.paired || /^(the|his|her|its|their|whose)$/.test(phrase.determiner ?? '');

/** The token before the owner in ", President Trump's envoy" and ", the bloc's trade chief": whose office it is does not part it from a name. */
export function beforeOwner(tokens: readonly Token[], at: number): number {
	if (tokens[at]?.kind !== 'possessive') return at;
	let back = at - 1;
	while (back > at - 6 && tokens[back]?.kind === 'word' && tokens[back]?.capital) back -= 1;
	if (back < at - 1) return tokens[back]?.kind === 'mark' ? back : at;
	while (back > at - 4 && /^\p{Ll}/u.test(tokens[back]?.text ?? '') && !DETERMINERS.has(tokens[back]?.lower ?? ''))
		back -= 1;
	const the = back < at - 1 && DETERMINERS.has(tokens[back]?.lower ?? '');
	return the && tokens[back - 1]?.kind === 'mark' ? back - 1 : at;
}

/** ", until last year the chairman of": the token before "until", where only a time stands between. */
export function beforeUntil(tokens: readonly Token[], at: number): number | undefined {
	for (let back = at; back > at - 4; back--) {
		const lower = tokens[back]?.lower ?? '';
		if (/^(until|till)$/.test(lower)) return tokens[back - 1]?.text === ',' ? back - 1 : undefined;
		if (!/^(last|this|recently|the|month|year|week|spring|summer|autumn|fall|winter|\d{4}|[a-z]{3,9})$/.test(lower))
			return undefined;
	}
	return undefined;
}

/** Stretches an office to the left; true, so that the search goes on. */
export function take(phrase: Phrase, from: number, pastStatus: boolean, body: boolean): boolean {
	phrase.from = from;
	if (!pastStatus) phrase.wordsFrom = from;
	phrase.ofBody ||= body;
	return true;
}

/** Words that open a noun phrase. */
export const DETERMINERS = new Set([
	'the',
	'a',
	'an',
	'his',
	'her',
	'their',
	'its',
	'our',
	'this',
	'that',
	'both',
	'one',
	'another',
	'whose'
]);
