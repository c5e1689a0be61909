import { startingAt } from './finds.ts';
import type { PhraseText } from './phrase.ts';
import { isNameWord, isNoName } from './strangers.ts';
import type { Token } from './tokens.ts';

const MOST_WORDS = 4;
const MOST_ITEMS = 5;
/** Small words that no subject begins or holds: what follows is a clause or another noun phrase. */
const NO_SUBJECT =
	/^(the|a|an|his|her|its|their|our|one|both|also|now|then|formerly|once|who|whose|which|that|is|are|was|were|has|had|have|will|would|could|may|should|not|no|of|for|in|on|at|to|with|by|from|as|but|or|if|he|she|it|they|long|lead|leads|left|went|met|spoke|told|took|gave|came|made)$/;

/**
 * "Secretary of State for Economic Growth | , Energy, and the Environment": the end of a list of subjects that goes on at a
 * comma, where each is made of known subject words and "and" stands before the last; else undefined.
 */
export function listEnd(text: PhraseText, comma: number): number | undefined {
	const { tokens } = text.line;
	const capital = tokens[comma - 1]?.capital;
	if (capital === undefined || !isSubject(text, tokens[comma - 1])) return undefined;
	let at = comma;
	for (let items = 0; items < MOST_ITEMS; items++) {
		const mark = tokens[at]?.text === ',' ? at + 1 : at;
		const last = tokens[mark]?.lower === 'and';
		if (mark === at && !last) return undefined;
		const from = last ? mark + 1 : mark;
		const start = tokens[from]?.lower === 'the' ? from + 1 : from;
		if (tokens[start]?.capital !== capital || startingAt(text.finds, start)?.is === 'title') return undefined;
		let to = start;
		while (to < start + MOST_WORDS && tokens[to]?.capital === capital && isSubject(text, tokens[to])) to += 1;
		if (to === start) return undefined;
		if (last) return to;
		at = to;
	}
	return undefined;
}

/**
 * "envoy for critical | and emerging technology,", "department for North America | and Oceania,": the end of the second
 * subject behind "and", where a mark or a name closes it; else undefined.
 * @param apposed the office stands behind a name, so that no name follows
 */
export function joinedEnd(text: PhraseText, and: number, apposed: boolean): number | undefined {
	const { tokens } = text.line;
	const first = tokens[and + 1];
	if (first?.kind !== 'word') return undefined;
	const capital = first.capital;
	if (capital && !apposed) return undefined;
	let at = and + 1;
	while (at <= and + MOST_WORDS && (capital || tokens[at]?.capital === false) && mayBeSubject(text, at)) at += 1;
	if (at === and + 1) return undefined;
	const after = tokens[at];
	const closed = after === undefined || (after.kind === 'mark' && /^[,.;:)—–"]$/.test(after.text));
	return closed || (!capital && !apposed && isNameWord(after)) ? at : undefined;
}

function mayBeSubject(text: PhraseText, at: number): boolean {
	const token = text.line.tokens[at];
	if (token?.kind !== 'word' || NO_SUBJECT.test(token.lower) || text.names.speechVerbs.has(token.lower)) return false;
	const find = startingAt(text.finds, at);
	if (find?.is === 'title' || (find?.is === 'name' && find.entry.is === 'person')) return false;
	if (token.capital) return !isNoName(token) && !text.names.givenNames.has(token.key) && !isFamily(text, token);
	return /^\p{Ll}/u.test(token.text) && !/(?:ed|ly)$/.test(token.lower);
}

const isFamily = ({ names }: PhraseText, token: Token): boolean => names.familiesFirst.has(token.key);

const isSubject = ({ names }: PhraseText, token: Token | undefined): boolean =>
	token?.kind === 'word' && (names.bodyWords.has(token.key) || names.subjectWords.has(token.lower));

/** "Diversification", "Empowerment": what a ministry is for, and nobody's name. */
export const ABSTRACT = /^.{4,}(?:tion|ment|ship|ism|ance|ence|sation)s?$/;

/** "prime minister on Oct. 1": a day and no subject. */
export const isMonth = (token: Token | undefined, next: Token | undefined): boolean =>
	/^(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(token?.lower ?? '') && /^[.\d]/.test(next?.text ?? '');
