import type { Sentence, Span } from '../../articles/types.ts';
import { within, type Found } from '../found.ts';
import type { ExtractedFact, Mention } from '../types.ts';
import { sentence as asSentence, wording } from '../wording/wording.ts';
import { clauseAround } from './clauses.ts';
import { makeFact } from './make-fact.ts';
import { standingOf } from './standing.ts';

/** A fact for each thing that somebody named is told to have done: met, visited, signed, suspended… */
export function factsFromEvents(found: Found): ExtractedFact[] {
	return found.layout.sentences.flatMap((place, index) => (place.duplicate ? [] : eventFact(found, place, index)));
}

interface Told extends Span {
	/** Id of the verb in the lexicon. */
	id: string;
	words: string;
	standing?: Pick<ExtractedFact, 'polarity' | 'modality'>;
}

/** What a sentence tells first: something that happened, or else something to come. */
function toldIn(found: Found, place: Sentence): Told | undefined {
	const words = found.layout.article.normal.slice(place.start, place.end);
	const at = (match: RegExpExecArray) => {
		const start = place.start + match.index;
		return { start, end: start + match[0].length, words: match[0] };
	};
	const past = words.matchAll(found.events.verb).next().value;
	if (past) return { ...at(past), id: found.events.idOf.get(past[0]) ?? 'verb' };
	const coming = words.matchAll(found.events.future).next().value;
	if (!coming) return undefined;
	const certain = coming.groups?.['certain'] !== undefined;
	const standing = certain
		? ({ polarity: 'affirmed', modality: 'announced' } as const)
		: ({ polarity: 'hedged', modality: 'reportedly' } as const);
	return { ...at(coming), id: 'future', standing };
}

function eventFact(found: Found, place: Sentence, index: number): ExtractedFact[] {
	const told = toldIn(found, place);
	if (!told || found.layout.article.normal.charAt(place.end - 1) === '?') return [];
	if (insideQuotation(found, told)) return [];
	const clause = clauseAround(found, place, told);
	const subject = subjectBefore(found, { start: clause.start, end: told.start });
	if (!subject) return [];
	const standing = standingOf(found, index, clause);
	if (standing.polarity === 'negated' || (!told.standing && standing.polarity !== 'affirmed')) return [];
	const words = wording(found, clause);
	return [
		makeFact(found, {
			kind: 'event',
			statement: asSentence(words),
			values: { is: 'content', content: words, parts: [] },
			...(told.standing ?? standing),
			span: clause,
			sentence: index,
			rule: `event.${told.id}`,
			confidence: 0.75 * subject.confidence,
			why: `verb “${told.words}”, subject ${subject.why}`
		})
	];
}

/** The actor named last before the verb, or the meeting itself: "The summit took place …". */
function subjectBefore(found: Found, span: Span): Pick<Mention, 'confidence' | 'why'> | undefined {
	const actor = within(found.mentions, span)
		.filter(({ referent }) => referent && referent.is !== 'place')
		.pop();
	if (actor) return actor;
	const words = found.layout.article.normal.slice(span.start, span.end);
	const meeting = [...words.matchAll(found.events.noun)].pop()?.[0];
	return meeting === undefined ? undefined : { confidence: 0.8, why: `“${meeting}”, the meeting itself` };
}

/** Whether a span lies in somebody's words. */
export function insideQuotation(found: Found, span: Span): boolean {
	return found.quotations.some((quotation) => quotation.start <= span.start && span.end <= quotation.end);
}
