import type { Span } from '#lib/domain/articles/types.ts';
import { isDash, type Token } from '../dates/tokens.ts';
import { wordSet } from '../../text.ts';

type Tokens = readonly Token[];

const LINKS = wordSet('of in for to on at from worth against between');
const STOPS = wordSet(
	'and or but that which who while as after before when where is are was were be been has have had will would could should may might must since until by with over under than'
);
const OF = wordSet('of');
/** What stands between the words to the left and the amount. */
const LEADING = wordSet(
	'the a an next last past for of in to by at on over about around some nearly almost more than less under least up roughly approximately only just with and within from as much many worth estimated further additional another first'
);
const BREAKS = wordSet('and or but that which who while');
const LONGEST = 9;

/**
 * What an amount counts or measures: "of" and the words after it, the noun that it stands before, else the words to its
 * left.
 * @param kind durations look only at "of" and at the noun that they describe ("four-hour summit")
 */
export function contextOf(tokens: Tokens, from: number, to: number, kind: string): Span | undefined {
	const after = tokens[to];
	const links = kind === 'duration' ? OF : LINKS;
	if (after && links.has(after.lower)) return phrase(tokens, to + 1) ?? before(tokens, from);
	const noun = after?.kind === 'word' && !STOPS.has(after.lower) && !LINKS.has(after.lower);
	const describes = kind === 'duration' || kind === 'measure' ? isDash(tokens[to - 2]) : kind !== 'count';
	return (noun && describes ? phrase(tokens, to) : undefined) ?? before(tokens, from);
}

function phrase(tokens: Tokens, start: number): Span | undefined {
	let at = start;
	while (at < tokens.length && at < start + LONGEST && inPhrase(tokens, at)) at += 1;
	return spanOf(tokens, start, at);
}

const inPhrase = (tokens: Tokens, at: number): boolean => {
	const token = tokens[at];
	if (token === undefined) return false;
	if (token.kind !== 'sign') return token.kind === 'number' || !STOPS.has(token.lower);
	const abbreviates = token.text === '.' && token.joined && tokens[at + 1]?.joined === true;
	return isDash(token) || token.text === "'" || abbreviates;
};

/** The clause to the left, from its last sign or conjunction, without the words that lead up to the amount. */
function before(tokens: Tokens, from: number): Span | undefined {
	let end = from;
	while (end > 0 && end > from - LONGEST && LEADING.has(tokens[end - 1]?.lower ?? '')) end -= 1;
	let at = end;
	while (at > 0 && at > end - LONGEST && inClause(tokens[at - 1])) at -= 1;
	return spanOf(tokens, at, end);
}

const inClause = (token: Token | undefined): boolean =>
	(token?.kind === 'word' && !BREAKS.has(token.lower)) || isDash(token);

function spanOf(tokens: Tokens, from: number, to: number): Span | undefined {
	const start = tokens[from]?.start;
	const end = tokens[to - 1]?.end;
	return to > from && start !== undefined && end !== undefined ? { start, end } : undefined;
}
