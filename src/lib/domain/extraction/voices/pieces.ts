import { hasFinite } from './finite.ts';
import type { Run } from './types.ts';
import { wordAt, type Parsed } from '../propositions/sentence.ts';
import { AUXILIARIES, DETERMINERS, NEGATORS, PRONOUNS } from '../propositions/words.ts';

const JOINS = new Set(['and', 'but', 'while', 'whereas', 'so', 'yet', 'nor', 'or']);
/** How far behind a conjunction a clause of its own must have its verb. */
const REACH = 9;

/** The clauses of a run: cut at ";", a dash, and before conjunctions that open a clause with a verb of its own. */
export function piecesOf(parsed: Parsed, run: Run): Run[] {
	const { tokens } = parsed;
	const pieces: Run[] = [];
	let from = run.from;
	const cut = (at: number, next: number) => {
		if (at - from > 2) pieces.push({ from, to: at });
		from = next;
	};
	for (let at = run.from; at < run.to; at++) {
		const w = tokens[at]?.w ?? '';
		const comma = w === ',' ? at + 1 : at;
		if (w === ';' || w === '—' || w === '--' || (w === '.' && isStop(parsed, at)) || w === '!') cut(at, at + 1);
		else if (w === ',' && ['although', 'though'].includes(wordAt(tokens, at + 1))) {
			// "…, although no date was fixed" qualifies, and mostly tells.
			cut(at, run.to);
			break;
		} else if (w === ',' && wordAt(tokens, at + 1) === 'that' && wordAt(tokens, run.from - 1) === 'that') {
			// "said that A, that B and that C"
			cut(at, at + 2);
			at++;
		} else if (JOINS.has(wordAt(tokens, comma)) && opensClause(parsed, comma + 1, run.to, comma > at)) {
			cut(at, wordAt(tokens, comma) === 'nor' ? comma : wordAt(tokens, comma + 1) === 'that' ? comma + 2 : comma + 1);
			at = comma;
		}
	}
	if (from < run.to) cut(run.to, run.to);
	return pieces;
}

/** A stop that ends a clause; that of "Feb. 4" does not. */
const isStop = ({ tokens }: Parsed, at: number): boolean => {
	const next = tokens[at + 1];
	return next === undefined || !next.word || next.capital || wordAt(tokens, at - 1).length > 4;
};

/** "and that …", "and Seoul must …", "and it runs …": what goes on with a subject and a verb. */
export function opensClause(parsed: Parsed, at: number, limit: number, comma: boolean): boolean {
	const { tokens } = parsed;
	const first = wordAt(tokens, at);
	if (first === 'that' && !AUXILIARIES.has(wordAt(tokens, at + 1))) return true;
	const opens = DETERMINERS.has(first) || PRONOUNS.has(first) || parsed.startingAt.has(at) || first === 'there';
	if (!opens) return false;
	if (PRONOUNS.has(first)) return true;
	if (comma && limit - at > 3 && hasFinite(parsed, { from: at, to: Math.min(limit, at + REACH) })) return true;
	for (let verb = at + 1; verb < Math.min(limit, at + REACH); verb++) {
		const word = wordAt(tokens, verb);
		if (word === '' || NEGATORS.has(word) || ['that', 'what', 'who', 'which'].includes(word)) return false;
		if (AUXILIARIES.has(word)) return true;
	}
	return false;
}
