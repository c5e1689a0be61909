import { isStatement } from '../propositions/opinions.ts';
import { wordAt, type Parsed } from '../propositions/sentence.ts';
import { AUXILIARIES, BE, isAdverb, isNumeral, NEGATORS, NOT_ONLY, TIME_WORDS } from '../propositions/words.ts';
import type { Run } from './types.ts';
import {
	DEMANDING,
	EVENT_PARTICIPLES,
	EVENT_VERBS,
	NARRATIVE,
	OCCASIONS,
	POINTERS,
	RETOLD,
	STRONG_WORDS,
	UNTRUE
} from './words.ts';

/** How much a clause looks like a view: 0 for an event or nothing, 1 for a claim, 2 for a verdict or demand. */
export type Weight = 0 | 1 | 2;

/** A claim longer than this on nothing that is known is most likely a report. */
const LONG_CLAIM = 14;

const OBLIGES = new Set(['must', 'should', 'ought', 'cannot', 'shall']);

/**
 * Whether a clause holds a judgement, a demand or a refusal.
 * @param topical its words tell a topic or name a state
 */
export function weigh(parsed: Parsed, run: Run, topical: boolean): Weight {
	if (run.to - run.from < 3 || isQuestion(parsed, run) || isConditional(parsed, run)) return 0;
	if (isDemand(parsed, run)) return 2;
	const verb = mainVerb(parsed, run);
	if (hasTime(parsed, { from: verb ?? run.from, to: run.to }) || isDeed(parsed, run) || isEvent(parsed, run, verb))
		return 0;
	if (hasFigure(parsed, run) || has(parsed, run, RETOLD)) return 0;
	if (hasOpinion(parsed, run)) return 2;
	if (POINTERS.has(wordAt(parsed.tokens, run.from)) && !topical) return 0;
	return topical || isDenied(parsed, run) || isStatement(parsed, run) || run.to - run.from < LONG_CLAIM ? 1 : 0;
}

function has({ tokens }: Parsed, { from, to }: Run, words: ReadonlySet<string>): boolean {
	return tokens.slice(from, to).some(({ w }) => words.has(w));
}

/** Auxiliaries that the lexicon counts as opinion and that predict as well. */
const PLAIN = new Set(['will', 'would', 'could']);

function hasOpinion({ tokens, lexicon }: Parsed, { from, to }: Run): boolean {
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (STRONG_WORDS.has(word) || (lexicon.opinion.has(word) && !PLAIN.has(word))) return true;
	}
	return false;
}

/** Whether a run has a verb that is told by its ending or its word, outside of clauses with "who" or "which". */
export function hasFinite(parsed: Parsed, { from, to }: Run): boolean {
	const { tokens } = parsed;
	let relative = false;
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (word === '') relative = false;
		if (['who', 'which', 'whose', 'where'].includes(word)) relative = true;
		if (relative || at === from) continue;
		if (AUXILIARIES.has(word) || isPresent(parsed, at)) return true;
		if (/(?:[^e]ed|aw|ew|ent|ook|ept|ost)$/.test(word) && parsed.endingAt.has(at - 1)) return true;
	}
	return false;
}

/** "binds the", "speaks for": a third person, and no plural. */
function isPresent({ tokens, named }: Parsed, at: number): boolean {
	const word = wordAt(tokens, at);
	if (!/[^s'u]s$/.test(word) || word.length < 4 || tokens[at]?.capital) return false;
	const before = wordAt(tokens, at - 1);
	if (isNumeral(before) || named.some((one) => one.from <= at && at < one.to)) return false;
	const next = wordAt(tokens, at + 1);
	const object = AFTER_VERB.has(next) || named.some((one) => one.from === at + 1);
	return object && !AUXILIARIES.has(next);
}

const AFTER_VERB = new Set(
	'the a an to its his all every no for both that itself first more nothing everyone'.split(' ')
);

function isQuestion({ tokens }: Parsed, { to }: Run): boolean {
	return tokens[to]?.w === '?' || tokens[to - 1]?.w === '?' || tokens.at(-1)?.w === '?';
}

function isConditional({ tokens }: Parsed, { from }: Run): boolean {
	const first = wordAt(tokens, from);
	if (['were', 'had'].includes(first) || /[a-z]{2}ing$/.test(first)) return true;
	const opens = tokens.slice(from, from + 3).some(({ w }) => w === 'whether' || w === 'if');
	return opens || ['unless', 'when', 'who', 'which', 'how', 'why', 'asked'].includes(first);
}

/** "were to be shelved", "was not to sell"; "is to visit", "are to be held" tell a plan. */
function isToBe({ tokens, lexicon }: Parsed, at: number): boolean {
	const to = wordAt(tokens, at + 1) === 'not' ? at + 2 : at + 1;
	if (wordAt(tokens, to) !== 'to' || !['was', 'were'].includes(wordAt(tokens, at))) return false;
	const verb = wordAt(tokens, to + 1);
	return verb === 'be' ? !EVENT_VERBS.has(wordAt(tokens, to + 2)) : !lexicon.events.has(verb);
}

/** "must", "should not", "is asked to", "were to be": what somebody wants done. */
export function isDemand(parsed: Parsed, { from, to }: Run): boolean {
	const { tokens } = parsed;
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (OBLIGES.has(word)) return true;
		if (['has', 'have', 'had'].includes(word) && wordAt(tokens, at + 1) === 'to') return true;
		if (BE.has(word) && isToBe(parsed, at)) return true;
		if (BE.has(word) && DEMANDING.has(wordAt(tokens, at + 1)) && wordAt(tokens, at + 2) === 'to') return true;
	}
	return false;
}

/** The first auxiliary or verb of an event; null where there is none. */
function mainVerb({ tokens }: Parsed, { from, to }: Run): number | null {
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (['who', 'which', 'that'].includes(word) && at > from) return null;
		if (AUXILIARIES.has(word) || EVENT_VERBS.has(word)) return at;
	}
	return null;
}

const DUE = new Set('likely expected due set scheduled planned about poised'.split(' '));

/** "will strike a laboratory off the list": what will be done is a promise or an announcement. */
function isDeed(parsed: Parsed, { from, to }: Run): boolean {
	const { tokens, lexicon } = parsed;
	if (isDenied(parsed, { from, to })) return false;
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		const due = word === 'to' && DUE.has(wordAt(tokens, at - 1));
		if (word !== 'will' && word !== 'would' && !due) continue;
		let verb = at + 1;
		while (isAdverb(wordAt(tokens, verb)) && !NEGATORS.has(wordAt(tokens, verb))) verb++;
		const next = wordAt(tokens, verb);
		if (next === 'be') return /(?:ed|en)$/.test(wordAt(tokens, verb + 1));
		return lexicon.actions.has(next) || lexicon.events.has(next);
	}
	return false;
}

function isEvent(parsed: Parsed, run: Run, verb: number | null): boolean {
	if (verb === null) return false;
	const { tokens } = parsed;
	const word = wordAt(tokens, verb);
	if (EVENT_VERBS.has(word)) return true;
	let next = verb + 1;
	let denied = false;
	for (
		;
		isAdverb(wordAt(tokens, next)) || NEGATORS.has(wordAt(tokens, next)) || AUXILIARIES.has(wordAt(tokens, next));
		next++
	)
		denied ||= NEGATORS.has(wordAt(tokens, next));
	if (next >= run.to) return false;
	if (EVENT_VERBS.has(wordAt(tokens, next)) || EVENT_PARTICIPLES.has(wordAt(tokens, next))) return !denied;
	const tail = wordAt(tokens, next);
	// "was in Sochi": where somebody was.
	if (BE.has(word) && ['in', 'at'].includes(tail) && tokens[next + 1]?.capital) return true;
	// "was considering": what was under way.
	if (BE.has(word) && /[a-z]{3}ing$/.test(tail)) return true;
	// "was added to the list": what was done, unless it is denied.
	const passive =
		['was', 'were', 'been'].includes(wordAt(tokens, next - 1)) && /(?:ed|en|ought|ade|old|elt|uilt)$/.test(tail);
	return passive && !denied;
}

const TIMELESS = new Set(
	'may march day days week weeks month months year years next this last today tomorrow late early ago morning night'.split(
		' '
	)
);

/** A weekday, month or "last year": what has a time happened. */
function hasTime({ tokens }: Parsed, { from, to }: Run): boolean {
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (TIME_WORDS.has(word) && !TIMELESS.has(word)) return true;
	}
	return false;
}

function hasFigure({ tokens }: Parsed, { from, to }: Run): boolean {
	for (let at = from; at < to; at++) if (isNumeral(wordAt(tokens, at))) return true;
	return false;
}

/** Clauses within a clause: what they deny is not denied by the whole. */
const INNER = new Set('that which who whose because if unless when where while as so than'.split(' '));

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
		if (!NEGATORS.has(word) || NOT_ONLY.has(wordAt(tokens, at + 1)) || word === 'without') continue;
		const again = count > 0 && (word === 'nor' || ['and', 'or', ',', 'but'].includes(tokens[at - 1]?.w ?? ''));
		if (!again) count++;
	}
	return count;
}

/** Whether a clause denies. */
export function isDenied(parsed: Parsed, run: Run): boolean {
	return denials(parsed, run) > 0;
}

/** Whether a sentence tells of time, place or third persons, and so is the reporter's own. */
export function isTold(parsed: Parsed): boolean {
	return parsed.tokens.some(({ w, quoted }) => !quoted && NARRATIVE.has(w));
}

/** Whether a clause without a verb of speech is plainly a view: a demand, or a verdict with "is", "will" or a present verb. */
export function isGrounded(parsed: Parsed, run: Run): boolean {
	if (isDemand(parsed, run)) return true;
	const { tokens } = parsed;
	for (let at = run.from; at < run.to; at++) {
		const word = wordAt(tokens, at);
		if (INNER.has(word) && at > run.from) return false;
		if (BE.has(word) || word === 'will' || word === 'would' || isPresent(parsed, at)) return true;
	}
	return tokens.slice(run.from, run.to).some(({ w }) => STRONG_WORDS.has(w));
}

/** "The exercises were a rehearsal": a verdict told of yesterday, as free indirect speech is; of the talks it is none. */
export function isBackshifted(parsed: Parsed, run: Run): boolean {
	const { tokens } = parsed;
	if (run.to - run.from > LONG_CLAIM || has(parsed, run, OCCASIONS)) return false;
	const verb = mainVerb(parsed, run);
	if (verb === null || !['was', 'were', 'had'].includes(wordAt(tokens, verb))) return false;
	return ['a', 'an', 'not', 'no', 'nothing', 'the'].includes(wordAt(tokens, verb + 1)) && !has(parsed, run, FIRSTS);
}

const FIRSTS = new Set('first second third last since'.split(' '));
