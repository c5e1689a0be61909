import type { KnownPerson } from './compiled.ts';
import { bySurname, join, type Cast, type Choice } from './cast.ts';
import {
	giveOffice,
	officeOf,
	personDraft,
	personReferent,
	takenTokens,
	type Draft,
	type Ground,
	type Reading
} from './draft.ts';
import { startingAt } from './finds.ts';
import { looksLikeVerb, standsAsPlace } from './grammar.ts';
import { giveLateOffices } from './offices.ts';
import { isNameWord, nameRun, strangerOf } from './strangers.ts';
import type { Token } from './tokens.ts';

/** Adds the family names that stand alone, in the order of the text. */
export function nameBySurname(ground: Ground, readings: readonly Reading[], cast: Cast): void {
	const trail: KnownPerson[] = [];
	const last = (ids: ReadonlySet<string>) => trail.findLast((person) => ids.has(person.id));
	for (const reading of readings) {
		const taken = takenTokens(reading);
		const { tokens } = reading.line;
		for (let at = 0; at < tokens.length; at++) {
			if (!taken[at] && isCandidate(ground, reading, cast, at)) addAt(ground, reading, cast, at, last);
		}
		reading.drafts.sort((a, b) => a.from - b.from);
		for (const draft of reading.drafts) {
			if (draft.ask?.kind === 'surname') settle(ground, reading, draft, cast, last);
			if (draft.person) remember(trail, draft.person);
		}
		giveLateOffices(ground, reading);
	}
}

const MEMORY = 40;

function remember(trail: KnownPerson[], person: KnownPerson): void {
	trail.push(person);
	if (trail.length > MEMORY * 2) trail.splice(0, MEMORY);
}

function isCandidate(ground: Ground, reading: Reading, cast: Cast, at: number): boolean {
	const token = reading.line.tokens[at];
	if (token === undefined || token.kind !== 'word' || !token.capital) return false;
	if (!cast.families.has(token.key) && !ground.names.families.has(token.key)) return false;
	const find = startingAt(reading.finds, at);
	if (find?.is === 'name' && (!cast.families.has(token.key) || standsAsPlace(reading.line.tokens, at))) return false;
	if (find?.is === 'name' && find.entry.is !== 'country' && find.entry.is !== 'place') return false;
	if (find !== undefined && find.is !== 'name' && !cast.families.has(token.key)) return false;
	return ground.names.wordNames.has(token.key) ? isNotTheWord(ground, reading, cast, at) : true;
}

/** "May", "Price", "Li": only with the full name in the text, and not where the word itself may stand. */
function isNotTheWord(ground: Ground, reading: Reading, cast: Cast, at: number): boolean {
	const token = reading.line.tokens[at];
	const next = reading.line.tokens[at + 1];
	if (token === undefined || !cast.families.has(token.key) || token.lower === 'he' || token.lower === 'will') {
		return (
			token?.lower === 'he' &&
			at > 0 &&
			cast.families.has('He') &&
			(!/^["']$/.test(reading.line.tokens[at - 1]?.text ?? '"') || isBehindQuotation(reading, at))
		);
	}
	if (/\d/.test(next?.raw ?? '')) return false;
	if (/^(in|since|by|until|last|this|next|early|late|mid|on|of)$/.test(reading.line.tokens[at - 1]?.lower ?? ''))
		return false;
	return (
		at > 0 || looksLikeVerb(next, ground.names.speechVerbs) || next?.kind === 'possessive' || next?.lower === 'and'
	);
}

/** '"…," He told reporters': behind words that end with a comma no sentence begins. */
const isBehindQuotation = ({ line: { tokens } }: Reading, at: number): boolean =>
	tokens[at - 2]?.text === ',' && tokens[at]?.quoted === false;

/** A relative's name ("Hunter Biden") or a namesake's ("Li Xiaoming") is somebody else. */
function otherRun(ground: Ground, reading: Reading, at: number): { from: number; to: number } | undefined {
	const { tokens } = reading.line;
	const before = tokens[at - 1];
	const token = tokens[at];
	if (before && token && isNameWord(before) && !token.hyphened && !startingAt(reading.finds, at - 1)) {
		if (ground.names.givenNames.has(before.key)) return { from: at - 1, to: at + 1 };
	}
	const family = ground.names.families.get(token?.key ?? '') ?? [];
	const to = nameRun(tokens, reading.finds, at);
	const next = tokens[at + 1];
	const named = to - at === 2 && next !== undefined && !next.hyphened && !ground.names.bodyWords.has(next.key);
	const told = family.length > 1 || (family.length === 1 && tokens[to]?.lower === 'of');
	return named && told && family.every((person) => person.order === 'family-first') ? { from: at, to } : undefined;
}

function addAt(
	ground: Ground,
	reading: Reading,
	cast: Cast,
	at: number,
	last: (ids: ReadonlySet<string>) => KnownPerson | undefined
): void {
	const token = reading.line.tokens[at];
	if (token === undefined) return;
	const other = otherRun(ground, reading, at);
	if (other) {
		const person = strangerOf(ground, reading.line, other.from, other.to);
		join(ground, cast, person);
		const why = `a name of its own beside the family name ${token.text}`;
		reading.drafts.push(personDraft(reading, other, person, { via: 'alias', confidence: 0.7, why }));
		return;
	}
	const choice = bySurname(ground, cast, token, undefined, last);
	if (choice && trusted(ground, cast, token, choice)) reading.drafts.push(surnameOf(reading, at, choice));
}

/** Without the full name in the text only a family name that is no word is believed. */
function trusted(ground: Ground, cast: Cast, token: Token, choice: Choice): boolean {
	return (
		cast.families.has(token.key) ||
		(!ground.names.wordNames.has(token.key) &&
			!ground.names.commonNames.has(token.key) &&
			token.key.length > 1 &&
			choice.confidence > 0.5)
	);
}

function surnameOf(reading: Reading, at: number, choice: Choice): Draft {
	const { person, confidence, why } = choice;
	return personDraft(reading, { from: at, to: at + 1 }, person, { via: 'surname', confidence, why });
}

/** A family name after a title: whoever fits the title; else somebody new of whom only this name is known. */
function settle(
	ground: Ground,
	reading: Reading,
	draft: Draft,
	cast: Cast,
	last: (ids: ReadonlySet<string>) => KnownPerson | undefined
): void {
	const phrase = draft.ask?.kind === 'surname' ? draft.ask.phrase : undefined;
	const token = reading.line.tokens[draft.to - 1];
	if (token === undefined) return;
	const choice = bySurname(ground, cast, token, phrase, last);
	const person = choice?.person ?? strangerOf(ground, reading.line, draft.to - 1, draft.to, phrase);
	join(ground, cast, person, draft.office?.title);
	draft.person = person;
	draft.referent = personReferent(person);
	draft.confidence = choice?.confidence ?? 0.6;
	draft.why = choice?.why ?? `“${token.text}” after a title; no full name is given`;
	if (draft.office) setCountries(draft, person);
	else if (phrase) giveOffice(draft, officeOf(reading.line, phrase, person));
	delete draft.ask;
}

/** An office without a country is of the person's. */
function setCountries(draft: Draft, person: KnownPerson): void {
	for (const office of [draft.office, ...(draft.otherOffices ?? [])]) {
		if (office && office.country === undefined && person.country) office.country = person.country;
	}
}
