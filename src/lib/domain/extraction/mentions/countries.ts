import type { KnownCountry, KnownPlace } from './compiled.ts';
import { partyOf, type Draft, type Ground, type Reading } from './draft.ts';
import { startingAt, type Find } from './finds.ts';
import { isNounAfterName, looksLikeVerb, PREPOSITIONS, standsAsPlace } from './grammar.ts';

/** A mention in the making, without its line. */
export type Made = Pick<Draft, 'from' | 'to' | 'referent' | 'via' | 'confidence' | 'why'> & Partial<Draft>;

/** A place by its name. */
export function fromPlace({ from, to }: Find, place: KnownPlace): Made {
	const country = place.country === undefined ? {} : { country: place.country };
	return {
		from,
		to,
		referent: { is: 'place', id: place.id, name: place.name, ...country },
		via: 'gazetteer',
		confidence: 1,
		why: `the name of ${place.name}`,
		place
	};
}

const EVENT =
	/^(summit|meeting|talks|conference|visit|trip|forum|time|declaration|agreement|accord|olympics|games|airport|stop|leg|university|office|bureau|suburb|police|residents?|street|streets|hotel|newspaper)$/;

/** A capital as the city or as its country's government. */
export function fromCapital(
	ground: Ground,
	reading: Reading,
	find: Find,
	country: KnownCountry,
	place: KnownPlace
): Made {
	const { from, to } = find;
	const { tokens } = reading.line;
	const next = tokens[to];
	const asPlace =
		(standsAsPlace(tokens, from) && next?.kind !== 'possessive') ||
		EVENT.test(next?.lower ?? '') ||
		isDateline(reading, from, to) ||
		isAddress(reading, to) ||
		(next?.hyphened && next.lower === 'based');
	if (asPlace) return { ...fromPlace(find, place), why: `${place.name}, the city` };
	const hyphened = next?.hyphened || tokens[from]?.hyphened;
	const adjective = hyphened || (next !== undefined && isNounAfterName(next, tokens[to + 1]));
	return {
		from,
		to,
		referent: partyOf(country),
		via: adjective ? 'adjective' : 'metonym',
		confidence: looksLikeVerb(next, ground.names.speechVerbs) || next?.kind === 'possessive' ? 0.95 : 0.85,
		why: `${place.name} for the government of ${country.name}`
	};
}

/** "WASHINGTON (Reuters) -", "BEIJING, Nov. 16 —" at the beginning of a line. */
function isDateline(reading: Reading, from: number, to: number): boolean {
	const { tokens } = reading.line;
	const first = tokens[from];
	if (from > 1 || first === undefined || first.text !== first.text.toUpperCase()) return false;
	return (
		tokens.slice(to, to + 12).some((token) => /^[—–-]$/.test(token.text)) || /^[(,/]$/.test(tokens[to]?.text ?? '')
	);
}

/** "Beijing, China", "Washington, D.C." */
function isAddress(reading: Reading, to: number): boolean {
	if (reading.line.tokens[to]?.text !== ',') return false;
	const find = startingAt(reading.finds, to + 1);
	const closed = /^[,.;)]$/.test(reading.line.tokens[find?.to ?? 0]?.text ?? '.');
	return find?.is === 'name' && (find.entry.is === 'country' || find.entry.is === 'place') && closed;
}

/** A country as an actor, a place or an adjective. */
export function fromCountry(ground: Ground, reading: Reading, find: Find, country: KnownCountry): Made {
	const { from, to } = find;
	const { tokens } = reading.line;
	const next = tokens[to];
	if (standsAsPlace(tokens, from) && next?.kind !== 'possessive' && !isNounAfterName(next, tokens[to + 1])) {
		const place: KnownPlace = { id: country.id, name: country.name, type: 'country' };
		return { ...fromPlace(find, place), why: `${country.name}, the place` };
	}
	const adjective = isAdjectival(ground, reading, from, to);
	const why = adjective ? `${country.name} before a noun` : `the name of ${country.name}`;
	return { from, to, referent: partyOf(country), via: adjective ? 'adjective' : 'gazetteer', confidence: 1, why };
}

/** "US-China", "US sanctions", "U.S. downing of": the country is no actor there. */
function isAdjectival(ground: Ground, reading: Reading, from: number, to: number): boolean {
	const { tokens } = reading.line;
	const next = tokens[to];
	if (next?.hyphened || tokens[from]?.hyphened) return true;
	if (isNounAfterName(next, tokens[to + 1])) return true;
	const second = next?.lower === 'and' ? startingAt(reading.finds, to + 1) : undefined;
	if (second?.is === 'name' && second.entry.is === 'adjective') return true;
	const letters = tokens[from]?.raw ?? '';
	if (to - from > 1 || letters !== letters.toUpperCase() || next === undefined || next.kind !== 'word') return false;
	if (
		tokens[from - 1]?.lower === 'the' ||
		/^(and|or|to|in|on|with|from|by|for|that|over|of|at|but|into|as|about)$/.test(next.lower)
	)
		return false;
	const before = tokens[from - 1];
	const described =
		before?.kind === 'word' &&
		!before.capital &&
		!PREPOSITIONS.has(before.lower) &&
		!/^(and|or|but|that|while)$/.test(before.lower);
	return described || (!looksLikeVerb(next, ground.names.speechVerbs) && !/^[a-z]+s$/.test(next.text));
}
