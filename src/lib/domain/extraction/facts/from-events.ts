import type { Sentence, Span } from '../../articles/types.ts';
import { matchesOf } from '../../text.ts';
import type { Found } from '../found.ts';
import { firstAtOrAfter, within } from '../spans.ts';
import type { ExtractedFact, Mention } from '../types.ts';
import { sentence as asSentence, wording } from '../wording/wording.ts';
import { clauseAround } from './clauses.ts';
import { doingsIn, type Doing } from './deeds.ts';
import { makeFact } from './make-fact.ts';
import { standingOf } from './standing.ts';

/** So many events of one sentence are told apart. */
const MOST_A_SENTENCE = 3;
/** More doings of one sentence are a list, and no sentence. */
const MOST_LOOKED_AT = 12;

/** A fact for each thing that is told to have happened, to come or not to have been done: met, visited, signed… */
export function factsFromEvents(found: Found): ExtractedFact[] {
	return found.layout.sentences.flatMap((place, index) => (place.duplicate ? [] : eventsOf(found, place, index)));
}

/** The events of one sentence: the first of each of its clauses. */
function eventsOf(found: Found, place: Sentence, index: number): ExtractedFact[] {
	if (found.layout.article.normal.charAt(place.end - 1) === '?') return [];
	const facts: ExtractedFact[] = [];
	let told = place.start;
	for (const doing of doingsIn(found, place).slice(0, MOST_LOOKED_AT)) {
		if (facts.length === MOST_A_SENTENCE) break;
		const clause = clauseAround(found, place, doing);
		if (clause.start < told && facts.length > 0) continue;
		const fact = eventFact(found, doing, clause, index);
		if (!fact) continue;
		facts.push(fact);
		told = clause.end;
	}
	return facts;
}

/** An aside that is still open: ", who had not", "Although they did not". */
const IN_ASIDE =
	/(?:, (?:who|which|whose|where)|^(?:although|though|while|after|because|since|as|when|if))\b[^,;]{0,160}$/i;

/** "It is unclear whether", "it was agreed that": a question, or what an agreement says. */
const NOT_TOLD =
	/\b(?:whether|unclear|[Uu]nder the (?:accord|deal|agreement|pact|text|plan)|(?:agreed|agree|confirmed|settled|decided|undertook|provides?|stipulates?) that|[Ww]orking group|[Jj]oint [Cc]ommittee)\b[^.;]{0,120}$/;

function eventFact(found: Found, doing: Doing, clause: Span, index: number): ExtractedFact | undefined {
	if (insideQuotation(found, doing) || isProposed(found, doing, index)) return undefined;
	const subject = subjectBefore(found, doing, clause);
	if (
		!subject ||
		/^(?:who|whom|asked|if|whether)\b/i.test(found.layout.article.normal.slice(clause.start, clause.start + 8))
	)
		return undefined;
	// What follows the verb may be hedged or denied without it: "signed a decree that would allow".
	const before = found.layout.article.normal.slice(clause.start, doing.start);
	if ((doing.id === 'future' && NOT_TOLD.test(before)) || (doing.id === 'attend' && /\bwho $/.test(before)))
		return undefined;
	const inner = Math.max(0, ...[' when ', ' while '].map((word) => before.lastIndexOf(word)));
	const standing = doing.standing ?? standingOf(found, index, { start: clause.start + inner, end: doing.end });
	// "Kishida, who did not attend, met Xi": what the aside denies is not denied by the sentence.
	if (standing.polarity === 'negated' && IN_ASIDE.test(before)) return undefined;
	const nobody =
		/^(?:no(?! (?:sooner|less|doubt|wonder))|neither|nobody|none)\b(?!.{0,160} (?:when|while|as|after|before|until|and) )/i.test(
			before
		);
	const words = wording(found, clause);
	return makeFact(found, {
		kind: 'event',
		statement: asSentence(words),
		values: { is: 'content', content: words, parts: [] },
		...(nobody ? { polarity: 'negated', modality: 'established' } : standing),
		span: clause,
		sentence: index,
		rule: `event.${doing.id}`,
		confidence: 0.75 * subject.confidence,
		why: `verb “${doing.words}”, subject ${subject.why}`
	});
}

/** Whether an agreement, a promise, a position or a refusal is read from the same verb. */
export function isProposed({ propositions, layout }: Found, doing: Span, index: number): boolean {
	const start = layout.sentences[index]?.start ?? 0;
	for (let i = firstAtOrAfter(propositions, start); i < propositions.length; i++) {
		const one = propositions[i];
		if (!one || one.sentence > index) return false;
		if (one.act !== 'cause' && one.trigger.start < doing.end && doing.start < one.trigger.end) return true;
	}
	return false;
}

const INTRODUCTION = /^(?:(?:On|In|At|After|By|During|Since|Before|Early|Late|Earlier|Last|This)\b[^,]{0,60}, )?/;
/** "Thousands of protesters", "A cyclone", "Two Chinese ships": a subject that no lexicon knows. */
const SUBJECT =
	/^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal|[Ss]ome|[Mm]any|[Aa]bout|[Nn]o|[Aa]nother|[Bb]oth|\d[\d,]*|\p{Lu}[\p{L}'.-]+|[Tt]housands|[Hh]undreds|[Dd]ozens|[Mm]illions|[Tt]ens|[Pp]olice|[Tt]roops|[Tt]alks)(?: [\p{L}\d'.,-]+){0,8}$/u;
const NO_SUBJECT =
	/\b(?:said|says|told|that|which|who|to|if|whether|would|will|agreed|wants?|is|are|was|were)$|\b(?:said|says|that|if|agreed|wants?|urged|hopes?)\b/;

/** The actor named last before the verb, or the meeting itself, or the words that begin the clause. */
function subjectBefore(found: Found, doing: Doing, clause: Span): Pick<Mention, 'confidence' | 'why'> | undefined {
	const span = { start: clause.start, end: doing.start };
	const actor = within(found.mentions, span)
		.filter(({ referent }) => referent && referent.is !== 'place')
		.pop();
	if (actor) return actor;
	const words = found.layout.article.normal.slice(span.start, span.end);
	const meeting = matchesOf(found.events.noun, words).pop()?.[0];
	if (meeting !== undefined) return { confidence: 0.8, why: `“${meeting}”, the meeting itself` };
	const bare = words
		.replace(INTRODUCTION, '')
		.replace(/(?: (?:has|have|had|was|were|been|also|formally|officially|[a-z]+ly))+ ?$/, '')
		.trim();
	if (bare.length > 120 || NO_SUBJECT.test(bare) || !SUBJECT.test(bare)) return undefined;
	return { confidence: 0.75, why: `“${bare}”, with which the clause begins` };
}

/** Whether a span lies in somebody's words. */
export function insideQuotation(found: Found, span: Span): boolean {
	// Quotations follow each other: only the last that begins before the span can hold it.
	const last = found.quotations[firstAtOrAfter(found.quotations, span.start + 1) - 1];
	return last !== undefined && span.end <= last.end;
}
