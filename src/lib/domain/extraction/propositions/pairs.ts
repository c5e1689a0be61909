import { wordSet } from '../../text.ts';
import { isAttribution, shorten, spanOf } from './clause.ts';
import { clausesOf } from './clauses.ts';
import { deed } from './comes-about.ts';
import { deedOf } from './deed-words.ts';
import { parts } from './parts.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { isRegular } from './verb-groups.ts';
import { isAdverb, NEGATORS, PREPOSITIONS } from './words.ts';

/** Bodies of a state of which two meet, where no name tells them: "the two navies", "both ministries". */
const BODIES = wordSet(
	`navies armies militaries forces fleets guards agencies ministries ministers capitals banks parliaments chambers regulators services
	authorities delegations teams governments countries nations states sides parties neighbours neighbors powers presidents premiers
	chancellors secretaries envoys negotiators commanders chiefs leaders laboratories academies administrations commissions
	departments cabinets legislatures economies partners allies coastguards customs police officials diplomats experts
	treasuries coordinators institutes universities cities provinces ports airlines regions peoples foes rivals`
);
const BODY = wordSet(
	`side party country government ministry capital navy army military nation state neighbour neighbor agency service bank
	coastguard parliament delegation team administration`
);
/** Words between the number and the noun: "both defence ministries", "the two central banks". */
const LONGEST = 4;

/** Offices of which each of two states has one: "the prime ministers". */
const KINDS = wordSet('prime foreign defence defense finance trade interior commerce health energy army navy');
const HEADS = wordSet('ministers secretaries chiefs commanders');

/** Index after "both navies", "the two central banks", "each government", "their countries"; null where none begins here. */
export function pairEnd(parsed: Parsed, from: number): number | null {
	const { tokens } = parsed;
	const first = wordAt(tokens, from);
	const row = BODIES.has(first) ? rowEnd(parsed, from + 1) : null;
	if (row !== null) return row;
	if (first === 'the' && KINDS.has(wordAt(tokens, from + 1)) && HEADS.has(wordAt(tokens, from + 2)))
		return PREPOSITIONS.has(wordAt(tokens, from + 3)) ? null : from + 3;
	const two = first === 'the' && ['two', 'three', 'four'].includes(wordAt(tokens, from + 1));
	if (first === 'each') return BODY.has(wordAt(tokens, from + 1)) ? from + 2 : null;
	const begins = two || ['both', 'their', 'these'].includes(first);
	if (!begins || (first === 'these' && wordAt(tokens, from + 1) !== 'two')) return null;
	const noun = first === 'both' || first === 'their' ? from + 1 : from + 2;
	for (let at = noun; at < noun + LONGEST; at++) {
		const word = wordAt(tokens, at);
		if (word === '' || word === 'of') return null;
		if (BODIES.has(word) && !BODIES.has(wordAt(tokens, at + 1))) return at + 1;
	}
	return null;
}

/** The pair itself, or "officials" of "officials from both countries"; null where it depends on something else. */
function nounBefore(tokens: Parsed['tokens'], at: number): number | null {
	const before = wordAt(tokens, at - 1);
	const noun = wordAt(tokens, at - 2);
	if (['of', 'from', 'on'].includes(before) && (BODIES.has(noun) || /[^s]s$/.test(noun))) return at - 2;
	return PREPOSITIONS.has(before) ? null : at;
}

/** Those who meet because it was agreed, not by their calendar. */
const EXPERTS = wordSet(
	'experts officials diplomats coordinators teams navies commanders agencies delegations militaries armies regulators'
);
/** "of Vietnam and Indonesia": the index behind two names that "of" joins to a noun; null where there are none. */
function rowEnd({ tokens, startingAt }: Parsed, of: number): number | null {
	if (wordAt(tokens, of) !== 'of' && wordAt(tokens, of) !== 'from') return null;
	const one = startingAt.get(of + 1) ?? startingAt.get(of + 2);
	if (!one) return null;
	if (one.mention.via === 'joint') return one.to;
	const and = wordAt(tokens, one.to) === 'and' ? one.to : -1;
	const other = and < 0 ? undefined : (startingAt.get(and + 1) ?? startingAt.get(and + 2));
	return other?.to ?? null;
}

const AGAIN = wordSet('resume restart reopen recommence start begin');

/** What a pair will do: the token of "will" or of its verb, and the verb; null where it does nothing to come. */
export interface PairDeed {
	/** First token of the pair. */
	from: number;
	/** Its deed, from the verb on. */
	verb: number;
	/** "would": somebody reports it. */
	reported: boolean;
}

/**
 * "Both navies shall exchange data", "Each side names an officer", "The two armies can start talking again".
 * @param present whether a deed in the present tense counts: what was agreed is told of
 */
function pairDeed(parsed: Parsed, from: number, to: number, present: boolean): PairDeed | null {
	const { tokens, lexicon } = parsed;
	for (let at = from; at < to; at++) {
		const end = pairEnd(parsed, at);
		const from = end === null ? null : nounBefore(tokens, at);
		if (end === null || from === null) continue;
		let verb = end;
		while (isAdverb(wordAt(tokens, verb))) verb++;
		const word = wordAt(tokens, verb);
		const planned = word === 'are' || word === 'is' ? wordAt(tokens, verb + 1) === 'to' : false;
		const modal = planned || ['will', 'shall', 'would'].includes(word);
		const each = wordAt(tokens, at) === 'each';
		const made = (deed: number): PairDeed => ({ from, verb: deed, reported: word === 'would' });
		let next = planned ? verb + 2 : verb + 1;
		while (isAdverb(wordAt(tokens, next))) next++;
		const deed = wordAt(tokens, next);
		const meet = deed === 'meet' && (EXPERTS.has(wordAt(tokens, end - 1)) || isRegular(tokens, next + 1));
		if (modal && (meet || (from < at && ['meet', 'visit', 'travel'].includes(deed)))) return made(next);
		if (deed === 'return' && wordAt(tokens, next + 1) === 'home') return null;
		if (modal) return lexicon.actions.has(deed) && !lexicon.idle.has(deed) ? made(next) : null;
		if (word === 'can' && AGAIN.has(deed)) return made(next);
		// "Each side takes 15 points off for 90 days": for a term, as a deal has it.
		const term = tokens.slice(verb + 1, verb + 16).some(({ w }, i) => w === 'for' && isTerm(tokens, verb + 2 + i));
		if (!present && !term) return null;
		return deedOf(lexicon, word, each ? 's' : 'base') ? made(verb) : null;
	}
	return null;
}

/** "a year", "90 days". */
const isTerm = (tokens: Parsed['tokens'], at: number): boolean =>
	[1, 2].some((step) => /^(?:years?|months?|days|weeks)$/.test(wordAt(tokens, at + step))) &&
	wordAt(tokens, at) !== 'the';

/** What pairs will do in a sentence, one draft for each deed. */
export function pairDeeds(parsed: Parsed, present: boolean): Draft[] {
	const { tokens } = parsed;
	return clausesOf(tokens).flatMap((clause) => {
		const found = pairDeed(parsed, clause.from, clause.to, present);
		if (!found) return [];
		const hedged = parsed.hedges.some(({ to, entry }) => to <= found.verb && entry.effect !== 'none');
		const end = deedEnd(parsed, found.verb, clause.to);
		if (hedged || tokens.slice(clause.from, found.verb).some(({ w }) => NEGATORS.has(w))) return [];
		const start = tokens[found.from]?.start ?? 0;
		const verb = tokens[found.verb]?.start ?? start;
		return parts(parsed, found.verb, end).flatMap((piece, at) => {
			const own = at === 0 ? found.from : piece.from;
			const content = spanOf(tokens, own, shorten(tokens, own, piece.to));
			if (!content) return [];
			const told = { ...content, from: content.start, rule: 'pair', sure: 0.75 };
			return [deed(parsed, null, at === 0 ? { ...told, verb } : told)];
		});
	});
}

/** Where what a pair does ends: at ";", a reporter, or the clause. */
function deedEnd(parsed: Parsed, from: number, to: number): number {
	for (let at = from; at < to; at++) {
		const w = parsed.tokens[at]?.w;
		if (w === ';' || w === '—' || w === ':' || (w === ',' && isAttribution(parsed, at))) return at;
	}
	return to;
}
