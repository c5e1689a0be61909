import { isStatement } from '../propositions/opinions.ts';
import { wordAt, type Parsed } from '../propositions/sentence.ts';
import { AUXILIARIES, BE, isAdverb, isNumeral, NEGATORS, TIME_WORDS } from '../propositions/words.ts';
import { INNER, isDenied, OBLIGES } from './denials.ts';
import { isPresent, isPresentForm } from './finite.ts';
import { isGeneric } from './generic.ts';
import { wordSet } from '../../text.ts';
import type { Manner, Run } from './types.ts';
import {
	DEMANDING,
	DOCUMENTS,
	EVENT_PARTICIPLES,
	EVENT_VERBS,
	NARRATIVE,
	OCCASIONS,
	POINTERS,
	RETOLD,
	SELF,
	STRONG_WORDS
} from './words.ts';

/** So far behind a verbal noun its verb is looked for. */
const GERUND_REACH = 12;

/** How much a clause looks like a view: 0 for an event or nothing, 1 for a claim, 2 for a verdict or demand. */
export type Weight = 0 | 1 | 2;

/** Whoever speaks between quotation marks, for his side. */
const WE = new Set(['we', 'you', 'our', 'they']);
const SHORT_REFUSAL = 4;
const NEVER = new Set(['never']);

/** A claim longer than this on nothing that is known is most likely a report. */
const LONG_CLAIM = 14;

/**
 * Whether a clause holds a judgement, a demand or a refusal.
 * @param topical its words tell a topic or name a state
 * @param manner how it comes under its voice: quoted, "we" are whoever speaks; of what is said to be under way or
 * possible a claim remains
 */
export function weigh(parsed: Parsed, run: Run, topical: boolean, manner: Manner = 'view'): Weight {
	const quoted = manner === 'quoted';
	if (run.to - run.from < 3 || isQuestion(parsed, run) || isConditional(parsed, run)) return 0;
	if (isDemand(parsed, run)) return 2;
	const verb = mainVerb(parsed, run);
	if (
		hasTime(parsed, { from: verb ?? run.from, to: run.to }) ||
		isDeed(parsed, run) ||
		isEvent(parsed, run, verb, manner === 'said')
	)
		return 0;
	if (hasFigure(parsed, run, verb ?? run.from) || has(parsed, run, RETOLD)) return 0;
	if (hasOpinion(parsed, run)) return 2;
	const pointer = wordAt(parsed.tokens, run.from);
	const tells = (['it', 'they'].includes(pointer) || (quoted && WE.has(pointer))) && isGeneric(parsed, run);
	const refuses = quoted && WE.has(pointer) && run.to - run.from > SHORT_REFUSAL && isDenied(parsed, run);
	const none = pointer === 'there' && isStatement(parsed, run) && isDenied(parsed, run);
	const never = SELF.has(pointer) && has(parsed, run, NEVER);
	if (manner !== 'said' && POINTERS.has(pointer) && !(topical || tells || refuses || none || never)) return 0;
	return manner === 'said' ||
		topical ||
		isDenied(parsed, run) ||
		isStatement(parsed, run) ||
		run.to - run.from < LONG_CLAIM
		? 1
		: 0;
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

function isQuestion({ tokens }: Parsed, { to }: Run): boolean {
	return tokens[to]?.w === '?' || tokens[to - 1]?.w === '?' || tokens.at(-1)?.w === '?';
}

function isConditional({ tokens }: Parsed, { from, to }: Run): boolean {
	const first = wordAt(tokens, from);
	if (['were', 'had'].includes(first) || (/[a-z]{2}ing$/.test(first) && !isGerund(tokens, from))) return true;
	// "Should the Dutch comply, …"
	if (first === 'should') return true;
	const opens = tokens.slice(from, from + 3).findIndex(({ w }) => w === 'whether' || w === 'if');
	// "If Oslo wants calm, it must …": the main clause is what is held.
	const main = wordAt(tokens, from) === 'if' && hasMain(tokens, from, to);
	return (opens >= 0 && !main) || ['unless', 'when', 'who', 'which', 'how', 'why', 'asked'].includes(first);
}

/** Whether behind the comma of an "if" a clause goes on that obliges. */
function hasMain(tokens: Parsed['tokens'], from: number, to: number): boolean {
	for (let at = from + 3; at < to; at++)
		if (tokens[at]?.w === ',') {
			const main = tokens.slice(at + 1, Math.min(to, at + 8));
			return main.some(({ w }) => OBLIGES.has(w)) && !main.some(({ w }) => w === '"');
		}
	return false;
}

/** "Decoupling serves nobody": a verbal noun has its verb before any comma, a participle has not. */
function isGerund(tokens: Parsed['tokens'], from: number): boolean {
	for (let at = from + 1; at < Math.min(tokens.length, from + GERUND_REACH); at++) {
		const word = wordAt(tokens, at);
		if (word === '' || ['that', 'who', 'which', 'and'].includes(word)) return word === 'and';
		if (AUXILIARIES.has(word) || isPresentForm(word, wordAt(tokens, at + 1))) return true;
	}
	return false;
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
		if (BE.has(word) && wordAt(tokens, at - 1) === 'it' && isWished(parsed, at + 1)) return true;
		if (BE.has(word) && DEMANDING.has(wordAt(tokens, at + 1)) && wordAt(tokens, at + 2) === 'to') return true;
	}
	return false;
}

/** "it is hoped that", "it is all the more imperative that", "it is essential to": a wish of nobody who is named. */
function isWished({ tokens }: Parsed, from: number): boolean {
	let at = from;
	while (at < from + 4 && (isAdverb(wordAt(tokens, at)) || ['all', 'the', 'more', 'of'].includes(wordAt(tokens, at))))
		at++;
	return WISHED.has(wordAt(tokens, at));
}

const WISHED = wordSet(
	`hoped expected demanded requested imperative necessary essential vital important crucial advisable incumbent desirable
	indispensable paramount urgent high`
);

/** The first auxiliary or verb of an event; null where there is none. */
function mainVerb({ tokens }: Parsed, { from, to }: Run): number | null {
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (['who', 'which', 'that'].includes(word) && at > from) return null;
		const month = word === 'may' && tokens[at]?.capital === true;
		if ((AUXILIARIES.has(word) && !month) || EVENT_VERBS.has(word)) return at;
	}
	return null;
}

const ONLY = new Set('only merely simply inevitably surely just never'.split(' '));
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
		// "would only help smugglers": what is foretold.
		if (ONLY.has(wordAt(tokens, at + 1))) return false;
		const next = wordAt(tokens, verb);
		if (next === 'be') return /(?:ed|en)$/.test(wordAt(tokens, verb + 1));
		return lexicon.actions.has(next) || lexicon.events.has(next);
	}
	return false;
}

function isEvent(parsed: Parsed, run: Run, verb: number | null, said: boolean): boolean {
	if (verb === null) return false;
	const { tokens } = parsed;
	const word = wordAt(tokens, verb);
	if (EVENT_VERBS.has(word)) return true;
	let next = verb + 1;
	// "No trip had been scheduled": denied before its verb.
	let denied = isDenied(parsed, { from: run.from, to: verb });
	const possible = said && POSSIBLE.has(word);
	for (
		;
		isAdverb(wordAt(tokens, next)) || NEGATORS.has(wordAt(tokens, next)) || AUXILIARIES.has(wordAt(tokens, next));
		next++
	)
		denied ||= NEGATORS.has(wordAt(tokens, next));
	if (next >= run.to) return false;
	const tail = wordAt(tokens, next);
	// "could be concluded", "were gone": a forecast, a state.
	if (STATES.has(tail) && BE.has(wordAt(tokens, next - 1))) return false;
	if (EVENT_VERBS.has(tail) || EVENT_PARTICIPLES.has(tail)) return !denied && !possible;
	// "was in Sochi": where somebody was.
	if (BE.has(word) && ['in', 'at'].includes(tail) && tokens[next + 1]?.capital) return true;
	// "was considering": what was under way.
	if (BE.has(word) && /[a-z]{3}ing$/.test(tail)) return !denied && !said;
	// "was added to the list": what was done, unless it is denied.
	const passive =
		['was', 'were', 'been'].includes(wordAt(tokens, next - 1)) && /(?:ed|en|ought|ade|old|elt|uilt)$/.test(tail);
	return passive && !denied && !possible;
}

const POSSIBLE = wordSet('could can may might');
/** Participles that tell how somebody or something is, and not what was done. */
const STATES = wordSet(
	`interested committed determined concerned worried dissatisfied satisfied opposed prepared united convinced disappointed
	pleased surprised aimed designed meant intended needed justified entitled supposed limited directed based aligned
	gone mistaken misguided misplaced overblown exaggerated divided dedicated inclined bound confined restricted
	targeted tailored calibrated guided driven motivated rooted grounded tied linked connected`
);

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

/** A number behind the verb. */
function hasFigure({ tokens }: Parsed, { from, to }: Run, verb: number): boolean {
	for (let at = from; at < to; at++) {
		// A number in the subject tells of which firms or speech.
		if (isNumeral(wordAt(tokens, at)) && at > verb) return true;
	}
	return false;
}

/** ", it continues,": somebody else may speak. */
function isAside(tokens: Parsed['tokens'], at: number): boolean {
	const pronoun = tokens[at - 1]?.w === ',' && ['he', 'she', 'it', 'they'].includes(tokens[at]?.w ?? '');
	return pronoun && tokens[at + 2]?.w === ',';
}

/** "On magnets he offered no such assurance": what he or she did is told of the speaker. */
function isDoneBy({ tokens }: Parsed, at: number): boolean {
	if (tokens[at]?.w !== 'he' && tokens[at]?.w !== 'she') return false;
	const verb = isAdverb(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
	return /^(?:[a-z]{2,}ed|made|gave|took|left|drew|kept|set|put|spoke|brought|sought)$/.test(wordAt(tokens, verb));
}

/** Whether a sentence tells of time, place or third persons, and so is the reporter's own. */
export function isTold(parsed: Parsed): boolean {
	const { tokens } = parsed;
	if (tokens.slice(0, 4).some(({ w }) => DOCUMENTS.has(w))) return true;
	return tokens.some(
		({ w, quoted }, at) => !quoted && (NARRATIVE.has(w) || isAside(tokens, at) || isDoneBy(parsed, at))
	);
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
