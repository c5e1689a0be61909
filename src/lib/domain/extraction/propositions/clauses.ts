import { wordSet } from '../../text.ts';
import { wordAt } from './sentence.ts';
import type { Token } from './tokens.ts';
import { AUXILIARIES, BE, HAVE, isAdverb } from './words.ts';

/** "was decided", "has been set up": what a participle says came about. */
export const DONE = wordSet(
	`agreed decided settled set established launched created fixed scheduled adopted approved endorsed accepted confirmed extended renewed
	restored lifted suspended lowered raised abolished reopened prolonged arranged foreseen envisaged planned finalised finalized`
);
/** A clause of a sentence, by indexes of tokens; `to` is exclusive. */
export interface Clause {
	from: number;
	to: number;
}

/** The clauses of a point: after ";", and after "and" or a comma where both have an auxiliary of their own. */
export function clausesOf(tokens: readonly Token[], first = 0): Clause[] {
	const starts = [first];
	let verb = false;
	for (let at = first; at < tokens.length - 1; at++) {
		const { w = '' } = tokens[at] ?? {};
		if (AUXILIARIES.has(w)) verb = true;
		const joins = w === ';' || (verb && (w === 'and' || w === ',') && opensOwn(tokens, at + 1, w === ','));
		if (!joins) continue;
		starts.push(w === ';' && wordAt(tokens, at + 1) === 'and' ? at + 2 : at + 1);
		verb = false;
	}
	return starts.map((from, i) => ({ from, to: starts[i + 1] ?? tokens.length }));
}

/** Whether a subject and then an auxiliary stand after "and", or after a comma without another one between. */
export function opensOwn(tokens: readonly Token[], from: number, comma: boolean): boolean {
	for (let at = from; at < Math.min(tokens.length, from + 14); at++) {
		const { w = '' } = tokens[at] ?? {};
		if (comma && (w === ',' || w === '"')) return false;
		if (['that', 'which', 'who', ';', ':', 'and', 'to'].includes(w)) return false;
		if (AUXILIARIES.has(w)) return at > from;
	}
	return false;
}

/** Whether a clause tells what will be or was decided: "is to be", "will be", "was decided", "drop … with effect from". */
export function comesToBe(tokens: readonly Token[], { from, to }: Clause): boolean {
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (['will', 'shall'].includes(word) || (BE.has(word) && wordAt(tokens, at + 1) === 'to')) return at > from;
		const helps = BE.has(word) || HAVE.has(word);
		let next = at + 1;
		while (helps && isAdverb(wordAt(tokens, next))) next++;
		if (HAVE.has(word) && wordAt(tokens, next) === 'been') next++;
		if (helps && DONE.has(wordAt(tokens, next))) return true;
		if (word === 'with' && wordAt(tokens, at + 1) === 'effect') return true;
		if ((word === 'as' && wordAt(tokens, at + 1) === 'of') || (word === 'effective' && at > from + 2)) return true;
	}
	return false;
}

/** The index behind the last word before a token, without commas, "and" and what else joins. */
export function endBefore(tokens: readonly Token[], start: number, joins: readonly string[] = []): number {
	let end = start;
	while (end > 0 && [',', ';', 'and', ...joins].includes(tokens[end - 1]?.w ?? '')) end--;
	return end;
}
