import { wordAt, type Parsed } from '../propositions/sentence.ts';
import { AUXILIARIES, BE, isAdverb, NEGATORS } from '../propositions/words.ts';
import { INNER } from './denials.ts';
import { isPresent } from './finite.ts';
import type { Run } from './types.ts';
import { furtherDemands } from './verb-lists.ts';

/** A clause, or a further predicate of one with what it shares with the first. */
export interface Predicate extends Run {
	/** Its subject, and of a demand its "should" or "to": absent of the first. */
	lead?: Run;
	/** It is one of several things that are demanded. */
	demanded?: boolean;
}

const JOINS = new Set(['and', 'but', 'nor', 'or', 'yet']);
/** So many predicates of one clause are told apart. */
const MOST = 6;
const SHORTEST = 3;
/** So far into a clause its first verb is looked for. */
const REACH = 24;

/**
 * The predicates of a clause, told apart: "conforms to X, does not target anybody and will not hurt Y", "should respect
 * X and stop Y". What stands behind "that" or "which" is not taken apart.
 * @param start where the subject stands, if an aside parts it from its verb: "The controls, Wang said, must go"
 */
export function predicatesOf(parsed: Parsed, run: Run, start = run.from): Predicate[] {
	const { tokens } = parsed;
	const verb = start < run.from ? run.from : firstVerb(parsed, run);
	if (verb === null || verb === start) return [run];
	const starts = furtherStarts(parsed, verb, run.to);
	const aside = start < run.from ? tokens.findIndex(({ w }, at) => at > start && w === ',') : verb;
	const lead = { from: start, to: Math.min(aside, verb) };
	const runs = [{ boundary: run.from, verb: run.from }, ...starts].map(({ verb: from }, index) => ({
		from,
		to: starts[index]?.boundary ?? run.to,
		...(index > 0 ? { lead } : {})
	}));
	// "and did not disclose the time" tells.
	const told = ({ from, lead: shared }: Predicate) => shared !== undefined && wordAt(tokens, from) === 'did';
	return runs.filter((one) => one.to - one.from >= SHORTEST && !told(one)).flatMap((one) => demandsOf(parsed, one));
}

/** "should hold fast to X, expand Y and handle Z": each verb of a demand, the first with its "should". */
function demandsOf(parsed: Parsed, one: Predicate): Predicate[] {
	const further = furtherDemands(parsed, one);
	const [first] = further.runs;
	if (!first) return [one];
	const lead = { from: one.from, to: further.lead };
	return [{ ...one, to: first.boundary }, ...further.runs.map(({ from, to }) => ({ from, to, lead, demanded: true }))];
}

function firstVerb(parsed: Parsed, { from, to }: Run): number | null {
	for (let at = from; at < Math.min(to, from + REACH); at++) {
		const word = wordAt(parsed.tokens, at);
		if (INNER.has(word) && at > from) return null;
		if (isFinite(parsed, at)) return at;
	}
	return null;
}

function isFinite(parsed: Parsed, at: number): boolean {
	const token = parsed.tokens[at];
	if (!token?.word || token.capital) return false;
	if (AUXILIARIES.has(token.w) && !['be', 'been', 'being'].includes(token.w)) return true;
	// "firms that": a noun, as often as a verb.
	if (wordAt(parsed.tokens, at + 1) === 'that') return false;
	return isPresent(parsed, at) || parsed.hits.some((one) => one.from === at && one.forms.includes('s'));
}

function furtherStarts(parsed: Parsed, first: number, limit: number): { boundary: number; verb: number }[] {
	const { tokens } = parsed;
	const starts: { boundary: number; verb: number }[] = [];
	for (let at = first + 2; at < limit - SHORTEST && starts.length < MOST; at++) {
		const word = wordAt(tokens, at);
		if (INNER.has(word) && word !== 'than' && word !== 'as') break;
		const comma = tokens[at]?.w === ',';
		if (!comma && !JOINS.has(word)) continue;
		let verb = comma && JOINS.has(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
		while (isAdverb(wordAt(tokens, verb)) && !NEGATORS.has(wordAt(tokens, verb))) verb++;
		// "is neither X nor is it Y" turns the order round: a clause of its own.
		if (!isFinite(parsed, verb) || (wordAt(tokens, verb - 1) === 'nor' && BE.has(wordAt(tokens, verb)))) continue;
		// Of quoted words only a denial stands apart.
		if (tokens[verb]?.quoted && !NEGATORS.has(wordAt(tokens, verb + 1))) continue;
		starts.push({ boundary: at, verb });
		at = verb;
	}
	return starts;
}
