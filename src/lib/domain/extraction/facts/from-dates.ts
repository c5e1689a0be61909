import { formatDate } from '../../dates.ts';
import type { Span } from '../../articles/types.ts';
import { firstOfEach, type Found } from '../found.ts';
import type { DateExpression, ExtractedFact } from '../types.ts';
import { sentence as asSentence, tidy, wording } from '../wording/wording.ts';
import { standingOf } from './standing.ts';
import { makeFact } from './make-fact.ts';

/** A dated statement for each date that the text gives or that follows from its publication. */
export function factsFromDates(found: Found): ExtractedFact[] {
	return firstOfEach(found.dates).flatMap((date) => {
		const place = found.layout.sentences[date.sentence];
		if (date.iso === null || !place) return [];
		return [dateFact(found, date, date.iso, place)];
	});
}

function dateFact(found: Found, date: DateExpression, iso: string, place: Span): ExtractedFact {
	const { normal } = found.layout.article;
	const standing = standingOf(found, date.sentence, place);
	return makeFact(found, {
		kind: 'date',
		statement: asSentence(wording(found, place)),
		value: iso,
		values: { is: 'date', event: eventOf(found, date, place), date: iso },
		span: date,
		sentence: date.sentence,
		...standing,
		rule: date.rule,
		confidence: date.confidence,
		why: `“${normal.slice(date.start, date.end)}” → ${iso.split('/').map(formatDate).join(' to ')}${date.relative ? ', counted from the date of publication' : ''}`
	});
}

/** The sentence without the date and the preposition before it. */
function eventOf(found: Found, date: DateExpression, place: Span): string {
	const before = wording(found, { start: place.start, end: date.start }).replace(
		/\s*\b(?:on|in|since|by|until|from|of)$/i,
		''
	);
	const after = wording(found, { start: date.end, end: place.end });
	return tidy(`${before} ${after.replace(/^,\s*/, '')}`).replace(/^[,\s]+|[.\s]+$/g, '');
}
