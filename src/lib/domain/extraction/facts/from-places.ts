import type { Sentence, Span } from '../../articles/types.ts';
import { within, type Found } from '../found.ts';
import type { ExtractedFact } from '../types.ts';
import { sentence as asSentence, wording } from '../wording/wording.ts';
import { clauseAround } from './clauses.ts';
import { insideQuotation } from './from-events.ts';
import { slug } from '../mentions/slug.ts';
import { makeFact } from './make-fact.ts';
import { standingOf } from './standing.ts';

const PREPOSITION =
	/\b(?:in|at|to|near|outside|visit(?:ed|s|ing)?|on the island of|on the outskirts of)\s+(?:the\s+)?(?:[A-Z][\w'-]*,?\s+){0,3}$/;
const NEAR = 90;

/** What the verbs of events make of a place, by the verb's id; others tell nothing of where. */
const OCCASIONS: Readonly<Record<string, string>> = {
	meet: 'meeting',
	'hold-talks': 'talks',
	visit: 'visit',
	host: 'meeting',
	attend: 'meeting',
	sign: 'signing',
	'take-place': 'meeting',
	begin: 'opening'
};

/** Where a meeting took place: a place after "in" or "at", near the word for the meeting. */
export function factsFromPlaces(found: Found): ExtractedFact[] {
	return found.layout.sentences.flatMap((place, index) =>
		place.duplicate ? [] : [...placesOf(found, place, index).slice(0, 2), ...venuesOf(found, place, index)]
	);
}

/** A house by its name: "the Great Hall of the People", "Gimhae Air Base". */
const VENUE =
	/\b(?:at|in|outside|near) (?:the )?((?:[A-Z][\w'-]+ ){1,4}(?:Hotel|Estate|Palace|House|Hall|Castle|Base|Airport|University|Cent(?:er|re)|Resort|Villa|Park|Museum|Temple|Mansion|Lodge|Club|Library|Square|Gardens?|Island|Compound|Residence)(?: of (?:the )?[A-Z]\w+)?)(?![\w-])/g;

function venuesOf(found: Found, place: Sentence, index: number): ExtractedFact[] {
	const words = found.layout.article.normal.slice(place.start, place.end);
	return [...words.matchAll(VENUE)].slice(0, 2).flatMap((match) => {
		const name = match[1] ?? '';
		const end = place.start + match.index + match[0].length;
		const span = { start: end - name.length, end };
		if (insideQuotation(found, span)) return [];
		const known = within(found.mentions, span).some((m) => m.start === span.start && m.end === span.end);
		if (known) return [];
		const clause = clauseAround(found, place, span);
		const occasion = meetingNear(found, clause, span);
		if (occasion === undefined) return [];
		const venue = { id: slug(name), name, why: `“${name}”, a house by its last word`, confidence: 0.9 };
		return [placeFact(found, venue, span, { index, clause, occasion })];
	});
}

function placesOf(found: Found, place: Sentence, index: number): ExtractedFact[] {
	const { normal } = found.layout.article;
	const places = within(found.mentions, place).filter(({ referent }) => referent?.is === 'place');
	return places.flatMap((mention) => {
		if (!PREPOSITION.test(normal.slice(Math.max(place.start, mention.start - 60), mention.start))) return [];
		if (insideQuotation(found, mention)) return [];
		const clause = clauseAround(found, place, mention);
		if (mention.referent?.is !== 'place') return [];
		const { id, name } = mention.referent;
		const named = { id, name, why: mention.why, confidence: mention.confidence };
		const occasion = meetingNear(found, clause, mention);
		// "To" leads somewhere only after a verb of going: else it is "sales to Taiwan".
		const led = /\b(?:to|visit\w*)\s+(?:the\s+)?$/i.test(
			normal.slice(Math.max(place.start, mention.start - 16), mention.start)
		);
		if (led && occasion !== 'visit') return [];
		// "In Ukraine" says less of where something happened than of what it is about.
		if (occasion === undefined && mention.detail?.placeType === 'country') return [];
		return [placeFact(found, named, mention, { index, clause, occasion })];
	});
}

/** The word for a meeting that stands nearest before the place, or after it within reach. */
function meetingNear(found: Found, clause: Span, mention: Span): string | undefined {
	const { normal } = found.layout.article;
	const from = Math.max(clause.start, mention.start - NEAR);
	const noun = lastOf(normal.slice(from, mention.start), found.events.noun);
	if (noun !== undefined) return noun;
	const told = lastOf(normal.slice(from, mention.start), found.events.verb);
	return told === undefined ? undefined : OCCASIONS[found.events.idOf.get(told) ?? ''];
}

function lastOf(words: string, pattern: RegExp): string | undefined {
	return [...words.matchAll(pattern)].pop()?.[0];
}

interface Named {
	id: string;
	name: string;
	why: string;
	confidence: number;
}

function placeFact(
	found: Found,
	place: Named,
	span: Span,
	{ index, clause, occasion }: { index: number; clause: Span; occasion: string | undefined }
): ExtractedFact {
	return makeFact(found, {
		kind: 'place',
		topic: 'summit',
		statement: asSentence(wording(found, clause)),
		value: place.name,
		values: { is: 'place', of: occasion ?? 'event', place: place.id },
		...standingOf(found, index, clause),
		span,
		sentence: index,
		rule: occasion === undefined ? 'place.scene' : 'place.meeting',
		// Where something else than a meeting happened is told less surely by a preposition alone.
		confidence: (occasion === undefined ? 0.48 : 0.75) * place.confidence,
		why: occasion === undefined ? `after a preposition of place, ${place.why}` : `“${occasion}” with ${place.why}`
	});
}
