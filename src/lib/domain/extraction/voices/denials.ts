import { wordAt, type Parsed } from '../propositions/sentence.ts';
import { AUXILIARIES, NEGATORS, NOT_ONLY } from '../propositions/words.ts';
import type { Run } from './types.ts';
import { DEMANDING, UNTRUE } from './words.ts';

/** Words that oblige. */
export const OBLIGES = new Set(['must', 'should', 'ought', 'cannot', 'shall']);

/** Clauses within a clause: what they deny is not denied by the whole. */
export const INNER = new Set('that which who whose because if unless when where while as so than'.split(' '));

/**
 * How many words of a clause itself deny it: "not", "no", "nothing", "no longer", "untrue that". Denials in a row of
 * one kind ("no zone and no room", "neither X nor Y") count once.
 */
export function denials(parsed: Parsed, { from, to }: Run): number {
	const { tokens } = parsed;
	let count = 0;
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (UNTRUE.has(word) && wordAt(tokens, at + 1) === 'that') count++;
		if (INNER.has(word) && at > from) break;
		if (word === 'not' && wordAt(tokens, at + 1) === 'to' && isNoun(tokens, at - 1)) break;
		if (!NEGATORS.has(word) || NOT_ONLY.has(wordAt(tokens, at + 1)) || word === 'without') continue;
		const again = count > 0 && (word === 'nor' || ['and', 'or', ',', 'but'].includes(tokens[at - 1]?.w ?? ''));
		if (!again) count++;
	}
	return count;
}

/** "its pledge not to": what a noun denies is not denied by the clause; "is not to", "is asked not to" are. */
function isNoun(tokens: Parsed['tokens'], at: number): boolean {
	const word = wordAt(tokens, at);
	return word !== '' && !AUXILIARIES.has(word) && !DEMANDING.has(word) && !OBLIGES.has(word);
}

/** Whether a clause denies. */
export function isDenied(parsed: Parsed, run: Run): boolean {
	return denials(parsed, run) > 0;
}
