import type { Span } from '../../articles/types.ts';
import type { Referent } from '../types.ts';
import type { Entry, GroupNoun, KnownBody, KnownCountry } from './compiled.ts';
import { officesOf, partyOf, takenTokens, type Ground, type Reading } from './draft.ts';
import { startingAt, type Find } from './finds.ts';
import { fromCapital, fromCountry, fromPlace, type Made } from './countries.ts';
import { looksLikeVerb } from './grammar.ts';
import { slug } from './slug.ts';
import type { Token } from './tokens.ts';

/** Adds states as actors or places, their governments, officials and ministries, bodies and places. */
export function nameStates(ground: Ground, reading: Reading): void {
	const taken = takenTokens(reading);
	for (const phrase of reading.phrases) {
		if (reading.drafts.some((draft) => draft.from <= phrase.from && draft.to >= phrase.to)) continue;
		if (phrase.country || phrase.ofBody) taken.fill(2, phrase.from, phrase.to);
	}
	for (const draft of reading.drafts) {
		for (const { span } of officesOf(draft)) cover(reading, span, taken);
	}
	for (const find of reading.finds) {
		if (taken[find.from] || ownsPerson(reading, find)) continue;
		const made =
			find.is === 'title'
				? seatedOfficials(reading, find)
				: find.is === 'group'
					? fromGroup(ground, reading, find.from, find.to, find.group)
					: fromName(ground, reading, find, find.entry);
		if (made === undefined) continue;
		if (taken[made.to - 1]) continue;
		reading.drafts.push({ line: reading.line, ...made });
		taken.fill(1, made.from, made.to);
	}
	reading.drafts.sort((a, b) => a.from - b.from);
}

/** Marks the tokens of an office: they stand near the person whose it is. */
function cover(reading: Reading, span: Span, taken: Uint8Array): void {
	const { tokens } = reading.line;
	let at = firstFrom(tokens, span.start);
	for (; (tokens[at]?.end ?? Infinity) <= span.end; at++) taken[at] = 2;
}

/** The first token that begins at an offset or later. */
function firstFrom(tokens: readonly Token[], offset: number): number {
	let low = 0;
	let high = tokens.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((tokens[middle]?.start ?? Infinity) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** "South Korea's Yoon": the country belongs to the name. */
function ownsPerson(reading: Reading, find: Find): boolean {
	if (find.is !== 'name' || find.entry.is !== 'country' || reading.line.tokens[find.to]?.kind !== 'possessive')
		return false;
	const { country } = find.entry;
	const person = reading.drafts.find((draft) => draft.from === find.to + 1 && draft.person?.country === country.id);
	if (person === undefined) return false;
	person.from = find.from;
	person.titled = true;
	return true;
}

function fromName(ground: Ground, reading: Reading, find: Find, entry: Entry): Made | undefined {
	const { from, to } = find;
	if (entry.is === 'body') return fromBody(reading, find, entry.body);
	if (entry.is === 'place') return fromPlace(find, entry.place);
	if (entry.is === 'person' || entry.is === 'nothing') return undefined;
	if (entry.is !== 'people' && isWordOfPolicy(reading, find)) return undefined;
	const group = reading.line.tokens[from]?.hyphened ? undefined : groupAfter(reading, to);
	if (group) return ofCountry(reading, from, group.to, entry.country, group.group);
	if (entry.is === 'adjective') return fromAdjective(ground, reading, find, entry.country);
	if (entry.is === 'people') return fromPeople(reading, find, entry.country);
	if (entry.is === 'government') {
		return {
			from,
			to,
			referent: partyOf(entry.country),
			via: 'metonym',
			confidence: 0.95,
			why: `the seat of ${entry.country.name}'s government`
		};
	}
	if (entry.is === 'capital') return fromCapital(ground, reading, find, entry.country, entry.place);
	return fromCountry(ground, reading, find, entry.country);
}

/** "the one-China policy": no actor. */
function isWordOfPolicy(reading: Reading, { from, to }: Find): boolean {
	const { tokens } = reading.line;
	return tokens[from - 1]?.lower === 'one' && /^(policy|principle|framework|consensus)$/.test(tokens[to]?.lower ?? '');
}

/** "side", "officials", "foreign ministry" within two words after a country. */
function groupAfter(reading: Reading, to: number): { to: number; group: GroupNoun } | undefined {
	const { tokens } = reading.line;
	let at = tokens[to]?.kind === 'possessive' ? to + 1 : to;
	for (let skipped = 0; skipped <= 2; skipped++, at++) {
		const find = startingAt(reading.finds, at);
		if (find?.is === 'group')
			return tokens[find.to]?.lower === 'talks' ? undefined : { to: find.to, group: find.group };
		if (
			!/^(senior|top|military|top-level|high|level|federal|new|own|ruling|central|national|high-ranking|defence|defense|trade|security|interim)$/.test(
				tokens[at]?.lower ?? ''
			)
		)
			return undefined;
	}
	return undefined;
}

const withThe = (reading: Reading, from: number): number =>
	/^(the|both)$/.test(reading.line.tokens[from - 1]?.lower ?? '') ? from - 1 : from;

function ofCountry(reading: Reading, from: number, to: number, country: KnownCountry, group: GroupNoun): Made {
	const start = withThe(reading, from);
	if (group.kind !== 'body') {
		return {
			from: start,
			to,
			referent: partyOf(country),
			via: group.kind,
			confidence: group.kind === 'side' ? 0.95 : 0.85,
			why: `“${group.noun}” of ${country.name}`,
			plural: group.kind === 'officials'
		};
	}
	return {
		from: start,
		to,
		referent: ministryOf(country, group.noun),
		via: 'body',
		confidence: 0.95,
		why: `the ${group.noun} of ${country.name}`
	};
}

/** A ministry or other body that every state has: its id and name say whose it is. */
export function ministryOf(country: KnownCountry, noun: string): Referent {
	const name = `the ${country.adjective} ${noun}`;
	return { is: 'organisation', id: slug(name), name, party: country.id };
}

/** "the government of Japan"; "the foreign ministry" alone is asked about later. */
function fromGroup(ground: Ground, reading: Reading, from: number, to: number, group: GroupNoun): Made | undefined {
	const { tokens } = reading.line;
	const owner = tokens[from - 1]?.kind === 'possessive' ? from - 1 : from;
	const person = reading.drafts.find((draft) => draft.to === owner && draft.person !== undefined);
	const country = person?.person?.country === undefined ? undefined : ground.names.countries.get(person.person.country);
	if (person && country && group.kind === 'side') {
		reading.drafts.splice(reading.drafts.indexOf(person), 1);
		return ofCountry(reading, person.from, to, country, group);
	}
	if (tokens[to]?.lower === 'of') {
		const start = tokens[to + 1]?.lower === 'the' ? to + 2 : to + 1;
		const find = startingAt(reading.finds, start);
		if (find?.is === 'name' && find.entry.is === 'country')
			return ofCountry(reading, from, find.to, find.entry.country, group);
	}
	const seat = tokens[to]?.lower === 'in' ? startingAt(reading.finds, to + 1) : undefined;
	if (seat?.is === 'name' && seat.entry.is === 'capital' && mayServe(group))
		return ofCountry(reading, from, group.kind === 'body' ? to : seat.to, seat.entry.country, group);
	const fronted = seatBefore(reading, from);
	if (fronted && mayServe(group)) return ofCountry(reading, from, to, fronted, group);
	if (group.kind !== 'body' || !group.alone || tokens[from - 1]?.lower !== 'the') return undefined;
	return {
		from: from - 1,
		to,
		referent: null,
		via: 'body',
		confidence: 0.7,
		why: `“the ${group.noun}”`,
		ask: { kind: 'body', noun: group.noun }
	};
}

/** "Officials in Oslo", "In Oslo, ministers": a title in the plural with the seat of those who bear it. */
function seatedOfficials(reading: Reading, { from, to }: Find): Made | undefined {
	const { tokens } = reading.line;
	const noun = tokens[to - 1]?.lower ?? '';
	if (!/^(?:officials|ministers|leaders|negotiators|lawmakers|legislators|regulators|policymakers)$/.test(noun)) return;
	const seat = tokens[to]?.lower === 'in' ? startingAt(reading.finds, to + 1) : undefined;
	const country = seat?.is === 'name' && seat.entry.is === 'capital' ? seat.entry.country : seatBefore(reading, from);
	const end = seat ? seat.to : to;
	return country && ofCountry(reading, from, end, country, { kind: 'officials', noun, alone: false });
}

/** Diplomats in a capital are other states'. */
const mayServe = ({ noun }: GroupNoun): boolean => !/^(?:diplomats?|envoys?|ambassadors?|visitors?)$/.test(noun);

/** "In Oslo, officials", "In Oslo the government": the country whose capital opens the sentence right before a group. */
function seatBefore({ line: { tokens }, finds }: Reading, from: number): KnownCountry | undefined {
	let at = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
	if (tokens[at]?.text === ',') at--;
	const seat = finds.find((find) => find.to === at + 1 && tokens[find.from - 1]?.lower === 'in');
	const opens = seat && (seat.from === 1 || tokens[seat.from - 2]?.kind === 'mark');
	return opens && seat.is === 'name' && seat.entry.is === 'capital' ? seat.entry.country : undefined;
}

function fromBody(reading: Reading, { from, to }: Find, body: KnownBody): Made {
	const { tokens } = reading.line;
	const party = body.party === undefined ? {} : { party: body.party };
	const officials = startingAt(reading.finds, to);
	const end = officials?.is === 'group' && officials.group.kind === 'officials' ? officials.to : to;
	const via = tokens[from]?.hyphened || tokens[to]?.hyphened ? 'adjective' : 'gazetteer';
	return {
		from,
		to: end,
		referent: { is: 'organisation', id: body.id, name: body.name, ...party },
		via,
		confidence: 1,
		why: `the name of ${body.name}`
	};
}

function fromAdjective(ground: Ground, reading: Reading, { from, to }: Find, country: KnownCountry): Made {
	const { tokens } = reading.line;
	const people = tokens[from - 1]?.lower === 'the' && looksLikeVerb(tokens[to], ground.names.speechVerbs);
	const name = `“${tokens[from]?.text ?? ''}”`;
	if (people)
		return {
			from: from - 1,
			to,
			referent: partyOf(country),
			via: 'people',
			confidence: 0.7,
			why: `${name} without a noun`
		};
	return { from, to, referent: partyOf(country), via: 'adjective', confidence: 0.9, why: `${name} before a noun` };
}

function fromPeople(reading: Reading, { from, to }: Find, country: KnownCountry): Made {
	const before = reading.line.tokens[from - 1];
	const actor = before === undefined || before.lower === 'the' || before.kind === 'mark' || before.lower === 'that';
	const why = `the people of ${country.name}`;
	return {
		from,
		to,
		referent: partyOf(country),
		via: actor ? 'people' : 'adjective',
		confidence: actor ? 0.75 : 0.6,
		why
	};
}
