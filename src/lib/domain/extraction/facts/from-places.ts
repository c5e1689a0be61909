import type { Sentence, Span } from '../../articles/types.ts';
import { matchesOf } from '../../text.ts';
import type { Found } from '../found.ts';
import { within } from '../spans.ts';
import type { ExtractedFact } from '../types.ts';
import { sentence as asSentence, wording } from '../wording/wording.ts';
import { clauseAround } from './clauses.ts';
import { doingsIn } from './deeds.ts';
import { insideQuotation } from './from-events.ts';
import { slug } from '../mentions/slug.ts';
import { makeFact } from './make-fact.ts';
import { standingOf } from './standing.ts';

const PREPOSITION =
	/\b(?:in|at|to|near|outside|through|into|off|toured|reached|entered|quit|visit(?:ed|s|ing)?|left|leave|leaves|leaving|on (?:the|its|\w+'s) (?:[A-Z][a-z]+ )?island of|on (?:the|its) (?:[A-Z][a-z]+ )?resort island of|in the (?:[\w'-]+ ){0,3}(?:city|town|port|capital|resort|village|district|province) of|at the [A-Z]\w+ in|on the outskirts of)\s+(?:the\s+)?(?:[A-Z][\w'-]*,?\s+){0,3}$/;
const NEAR = 90;
/** Where something is to be or not to be, and not where it happened: a sea, a region. */
const AREAS: ReadonlySet<string> = new Set(['sea', 'region', 'country', 'state', 'province']);
/** "The war in Gaza", "conduct in the South China Sea": what a statement is about. */
/** "Trust in Washington", "a spokesman in Manila": whose it is, and no scene. */
const OF_IT =
	/\b(?:trust|confidence|faith|interest|believes?|spokes(?:man|woman|person)|post|job|office|counterpart|stayed|few|many|allies|critics|nobody|officials) (?:in|at) (?:the )?$/i;
const MATTER =
	/\b(?:wars?|conflicts?|situation|crisis|crises|peace|stability|security|conduct|tensions?|violence|fighting|hostilities|aggression|interests?|rights|abuses|presence|influence|ceasefire|activity|activities|behaviou?r|developments?|order|denuclearisation|denuclearization)\b(?: [a-z]+){0,2} (?:in|on|at|over|across|near|around) (?:the )?(?:[A-Z][\w'-]*,? ){0,3}$/;

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
	return [...datelineOf(found), ...toldIn(found)];
}

/** "CEBU, March 4 (Reuters) - ": where a report was filed, in capitals at the beginning of a block. */
const DATELINE =
	/^((?=\p{Lu}{3})\p{Lu}[\p{Lu} .'-]{2,30}?)(?:, [^\n(-]{1,40})?(?: ?\([^()\n]{1,40}\))? ?-{1,2} ?(?=[\p{L}"])/u;
const FIRST_BLOCKS = 12;
const LONGEST_DATELINE = 140;

function datelineOf(found: Found): ExtractedFact[] {
	const { layout } = found;
	for (const block of layout.blocks.slice(0, FIRST_BLOCKS)) {
		const words = layout.article.normal.slice(block.start, Math.min(block.end, block.start + LONGEST_DATELINE));
		const written = DATELINE.exec(words.replace(/[–—]/g, '-'))?.[1]?.trim();
		if (written === undefined) continue;
		const span = { start: block.start, end: block.start + written.length };
		const index = layout.sentences.findIndex((sentence) => sentence.end > block.start);
		if (index < 0) return [];
		const name = written.toLowerCase().replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase());
		return [
			makeFact(found, {
				kind: 'place',
				topic: 'summit',
				statement: `The report was filed from ${name}.`,
				value: name,
				values: { is: 'place', of: 'report', place: slug(name) },
				span,
				sentence: index,
				rule: 'place.dateline',
				confidence: 0.48,
				why: `“${written}” in capitals begins the report`
			})
		];
	}
	return [];
}

function toldIn(found: Found): ExtractedFact[] {
	return found.layout.sentences.flatMap((place, index) =>
		place.duplicate
			? []
			: [
					...placesOf(found, place, index).slice(0, 2),
					...venuesOf(found, place, index),
					...townsOf(found, place, index)
				]
	);
}

/** A house by its name: "the Great Hall of the People", "Gimhae Air Base". */
const VENUE =
	/\b(?:at|in|outside|near) (?:the )?((?:[A-Z][\w'-]+ ){1,4}(?:Hotel|Estate|Palace|House|Hall|Castle|Base|Airport|University|Cent(?:er|re)|Resort|Villa|Park|Museum|Temple|Mansion|Lodge|Club|Library|Square|Gardens?|Island|Compound|Residence|Office|Mausoleum|Building|building|Shrine|Cathedral|Terminal|Stadium|Hospital|Barracks|Port|Headquarters|Chancellery|Guesthouse|guesthouse|guest house|Complex|complex|Mall|Pavilion|Institute|Academy|Chamber|Garden|Monastery|Fort|Ministry of [A-Z]\w+)(?: of (?:the )?[A-Z]\w+)?|(?:Temple|Tomb|Palace|Hall|House) of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)(?![\w-])/g;

function venuesOf(found: Found, place: Sentence, index: number): ExtractedFact[] {
	const words = found.layout.article.normal.slice(place.start, place.end);
	return matchesOf(VENUE, words)
		.slice(0, 2)
		.flatMap((match) => {
			const name = match[1] ?? '';
			const end = place.start + match.index + match[0].length;
			const span = { start: end - name.length, end };
			if (insideQuotation(found, span)) return [];
			const known = within(found.mentions, span).some((m) => m.start === span.start && m.end === span.end);
			if (known) return [];
			const clause = clauseAround(found, place, span);
			const occasion = meetingNear(found, clause, span) ?? (isScene(found, place, place, span) ? 'event' : undefined);
			if (occasion === undefined) return [];
			const venue = { id: slug(name), name, why: `“${name}”, a house by its last word`, confidence: 0.9 };
			return [placeFact(found, venue, span, { index, clause, occasion })];
		});
}

/** "Talks in Zhoushan": a town that no lexicon knows, right behind the word for what happened there. */
const TOWN =
	/\b(?:met|meet|meeting|talks|summit|held|visit|journey|trip|arrived|landed|gathered|ceremony|conference|session|signed|launched|convened|opened|place|days|round|negotiations)(?: (?:again|here|on \w+day))? (?:in|at|to) ((?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?)(?=[ ,.;])(?! [A-Z])/g;

function townsOf(found: Found, place: Sentence, index: number): ExtractedFact[] {
	const words = found.layout.article.normal.slice(place.start, place.end);
	return matchesOf(TOWN, words)
		.slice(0, 1)
		.flatMap((match) => {
			const name = match[1] ?? '';
			const end = place.start + match.index + match[0].length;
			const span = { start: end - name.length, end };
			const near = within(found.mentions, { start: place.start, end: place.end });
			const taken = near.some((mention) => mention.start < span.end && span.start < mention.end);
			if (taken || insideQuotation(found, span)) return [];
			const clause = clauseAround(found, place, span);
			const occasion = meetingNear(found, clause, span) ?? 'event';
			const town = {
				id: slug(name),
				name,
				why: `“${name}”, right behind the word for what happened there`,
				confidence: 0.64
			};
			return [placeFact(found, town, span, { index, clause, occasion })];
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
		// A visit "to China" tells of a guest's plan; the town tells where it was.
		if (led && (occasion !== 'visit' || mention.detail?.placeType === 'country')) return [];
		// "In Ukraine" says less of where something happened than of what it is about.
		if (occasion === undefined && mention.detail?.placeType === 'country') return [];
		const before = normal.slice(clause.start, mention.start);
		if (MATTER.test(before) || OF_IT.test(before.slice(-60))) return [];
		const isArea = AREAS.has(mention.detail?.placeType ?? '');
		if (occasion === undefined && isArea && !isScene(found, place, clause, mention)) return [];
		return [placeFact(found, named, mention, { index, clause, occasion })];
	});
}

/** Something is told to have been done before the place in its clause, or the place begins the sentence: "In Hanoi, …". */
function isScene(found: Found, place: Sentence, clause: Span, span: Span): boolean {
	const lead = found.layout.article.normal.slice(place.start, span.start);
	if (/^(?:In|At|Outside|Near) (?:the )?(?:[A-Z][\w'-]*,? ){0,3}$/.test(lead)) return true;
	return doingsIn(found, place).some(({ start, end }) => clause.start <= start && end <= span.start);
}

/** The word for a meeting that stands nearest before the place, or after it within reach. */
function meetingNear(found: Found, clause: Span, mention: Span): string | undefined {
	const { normal } = found.layout.article;
	const from = Math.max(clause.start, mention.start - NEAR);
	const noun = lastOf(normal.slice(from, mention.start), found.events.noun);
	if (noun !== undefined) return noun;
	const told = lastOf(normal.slice(from, mention.start), found.events.verb);
	const occasion = told === undefined ? undefined : OCCASIONS[found.events.idOf.get(told) ?? ''];
	return (
		occasion ??
		(COMING_TO.test(normal.slice(from, mention.start))
			? 'visit'
			: lastOf(normal.slice(from, mention.start), TO_MEET) && 'meeting')
	);
}

/** "A trip to", "was invited to": a way that ends at the place. */
const COMING_TO =
	/\b(?:trip|journey|travels?|tour|stopover|flight|flew|fly|flies|went|return|returned|returns|came|comes?|travel(?:led|ed)|invited|headed|heads?|left|leave)\b(?: (?!from\b)[\w'-]+){0,5}? (?:to|for) (?:the )?$/;
/** A meeting that is still to come, or told by another verb. */
const TO_MEET =
	/\b(?:meet|gather|convene|sit down|sat down|spent (?:[\w-]+ ){1,4}(?:hours?|minutes|days)|hours|talked|spoke|conferred|parted|reconvene|come together|hosted|host|receive|dined|signature|signing|signed|initialled|inked|encounter)\b/g;

function lastOf(words: string, pattern: RegExp): string | undefined {
	return matchesOf(pattern, words).pop()?.[0];
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
