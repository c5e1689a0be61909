import { appositionOf } from './appositions.ts';
import { ofCountryAfter, placesOf, type Places } from './after-names.ts';
import { counterpartOffice } from './counterparts.ts';
import { giveOffice, officeOf, type Draft, type Ground, type Reading } from './draft.ts';
import { nameHeads } from './heads.ts';
import { isDefinite, type Phrase } from './phrase.ts';
import { shareLists } from './respective.ts';
import { shareOffices } from './shared-offices.ts';

/** Gives every office of a line to the person beside it and stretches mentions over the titles before the name. */
export function giveOffices(ground: Ground, reading: Reading): void {
	const places = placesOf(reading);
	const holders = new Map<Phrase, Draft>();
	const named = new Map<Phrase, Draft>();
	for (let at = reading.phrases.length - 1; at >= 0; at--) {
		const phrase = reading.phrases[at];
		const before = reading.phrases.slice(Math.max(0, at - BESIDE), at);
		if (phrase) giveBefore(ground, reading, phrase, reading.phrases[at + 1], { places, holders: named, before });
	}
	reading.phrases.forEach((phrase, at) => {
		if (!phrase.used) giveAfter(reading, phrase, reading.phrases[at - 1], { places, holders, before: [] });
	});
	for (const phrase of reading.phrases) giveCounterpart(ground, reading, phrase, places);
	shareOffices(ground, reading, places);
	shareLists(ground, reading, places);
	nameHeads(ground, reading, places);
}

/** Gives offices that stand after a family name alone: "Rubio, who also serves as national security adviser". */
export function giveLateOffices(ground: Ground, reading: Reading): void {
	if (!reading.drafts.some(({ via }) => via === 'surname')) return;
	const places = placesOf(reading);
	const holders = new Map<Phrase, Draft>();
	reading.phrases.forEach((phrase, at) => {
		if (!phrase.used) giveAfter(reading, phrase, reading.phrases[at - 1], { places, holders, before: [] });
	});
	nameHeads(ground, reading, places);
}

/** A title before a name, another title or a comma between them: "Foreign Minister and Politburo member Wang Yi". */
function giveBefore(ground: Ground, reading: Reading, phrase: Phrase, next: Phrase | undefined, given: Given): void {
	const { tokens } = reading.line;
	const { places } = given;
	const link = tokens[phrase.to]?.text ?? '';
	const straight = places.from.get(phrase.to);
	const joined = isConjunction(link) && next?.from === phrase.to + 1 ? places.from.get(next.from) : undefined;
	const second = joined && isSamePerson(reading, phrase, next) ? joined : undefined;
	const shared = next?.paired ? given.holders.get(next) : undefined;
	const named = link === ',' && isNamedNext(phrase) ? namedAfterComma(ground, reading, phrase, given) : shared;
	const draft = straight ?? second;
	if (draft) {
		places.from.delete(draft.from);
		draft.from = phrase.from;
		places.from.set(draft.from, draft);
		draft.titled = true;
	}
	const holder = draft ?? named;
	if (holder === undefined) return;
	phrase.used = true;
	if (named) given.holders.set(phrase, named);
	const office = officeOf(reading.line, phrase, holder.person);
	giveOffice(holder, office && !phrase.country ? ofCountryAfter(ground, reading, holder, office) : office);
	if (phrase.title.kind !== 'counterpart') return;
	holder.titled = true;
	if (holder.office === undefined || holder.office.rank) giveOffice(holder, counterpartOffice(ground, reading, phrase));
}

/** "General Wei, his Chinese counterpart": a counterpart behind the name. */
function giveCounterpart(ground: Ground, reading: Reading, phrase: Phrase, places: Places): void {
	if (phrase.title.kind !== 'counterpart' || phrase.used || phrase.determiner === undefined) return;
	const comma = phrase.from - 2;
	const holder = reading.line.tokens[comma]?.text === ',' ? places.to.get(comma) : undefined;
	if (holder === undefined || (holder.office && !holder.office.rank)) return;
	phrase.used = true;
	giveOffice(holder, counterpartOffice(ground, reading, phrase));
}

const isConjunction = (text: string): boolean => /^(and|\/|&|–|—)$/i.test(text);

/** Both titles are one person's: no article or country of its own before the second, and both or none in capitals. */
function isSamePerson(reading: Reading, phrase: Phrase, next: Phrase | undefined): boolean {
	if (next === undefined || phrase.title.plural || next.title.plural || phrase.title.kind === 'courtesy') return false;
	if (next.determiner !== undefined || next.possessive || next.title.class === phrase.title.class) return false;
	if (next.country && next.country.id !== phrase.country?.id) return false;
	const { tokens } = reading.line;
	if (tokens[phrase.head]?.capital !== tokens[next.head]?.capital) return false;
	const bare = phrase.determiner === undefined || phrase.determiner === 'the';
	return bare && !(phrase.determiner === 'the' && tokens[next.head]?.capital && !phrase.possessive);
}

/** What somebody is beside the office before his name: "China's top negotiator, Vice Premier He Lifeng,". */
const SECOND =
	/^(trade-representative|envoy|climate-envoy|spokesperson|minister-foreign|commander|national-security-adviser)$/;

/** "a commerce ministry spokesperson, He Yongqian,": the name follows after a comma, perhaps behind a rank. */
function namedAfterComma(ground: Ground, reading: Reading, phrase: Phrase, given: Given): Draft | undefined {
	const { places, before } = given;
	const { tokens } = reading.line;
	const draft = places.from.get(phrase.to + 1);
	if (draft === undefined || phrase.title.plural) return undefined;
	if (draft.office && !draft.office.rank && !(phrase.possessive && SECOND.test(phrase.title.class))) return undefined;
	const apposition = appositionOf(reading, phrase);
	const holder = apposition && places.to.get(apposition.end);
	if (holder && !hasOfficeElsewhere(phrase, holder, before)) return undefined;
	const mark = tokens[draft.to];
	const open = phrase.possessive || ground.names.speechVerbs.has(mark?.lower ?? '');
	return mark === undefined || /^[,.;:)—–]$/.test(mark.text) || open ? draft : undefined;
}

/** "the President of India, Droupadi Murmu, the President of Kenya, William Ruto": hers is the office before her. */
function hasOfficeElsewhere(phrase: Phrase, holder: Draft, before: readonly Phrase[]): boolean {
	if (phrase.country === undefined || phrase.determiner !== 'the') return false;
	const own = before.findLast(({ title }) => title.kind === 'office' || title.kind === 'leader');
	const beside = own !== undefined && own.to <= holder.from && holder.from - own.to <= FAR_BESIDE;
	return beside && own.country !== undefined && own.country.id !== phrase.country.id;
}
const FAR_BESIDE = 4;
/** So many phrases before one may stand beside the name before it: an office and forms of address. */
const BESIDE = 4;

const isNamedNext = (phrase: Phrase): boolean => isDefinite(phrase) || /^an?$/.test(phrase.determiner ?? '');

interface Given {
	places: Places;
	holders: Map<Phrase, Draft>;
	/** The phrases just before it. */
	before: readonly Phrase[];
}

/** An office after a name, or after another office of that person: "X, member of A and director of B". */
function giveAfter(reading: Reading, phrase: Phrase, last: Phrase | undefined, { places, holders }: Given): void {
	const { title } = phrase;
	if (title.kind === 'courtesy' || title.kind === 'counterpart' || title.plural) return;
	const apposition = appositionOf(reading, phrase);
	const told = last && apposition?.end === last.to ? holders.get(last) : undefined;
	const before = apposition && (places.to.get(apposition.end) ?? told);
	const holder = before ?? (last && chained(reading, last, phrase) ? holders.get(last) : undefined);
	if (holder === undefined) return;
	phrase.used = true;
	holders.set(phrase, holder);
	const office = officeOf(reading.line, phrase, holder.person);
	const over = before ? apposition?.over : isOver(reading, phrase);
	giveOffice(holder, office && over ? { ...office, former: true } : office);
}

/** "…, formerly ambassador to Japan" */
function isOver(reading: Reading, phrase: Phrase): boolean {
	const before = reading.line.tokens[phrase.from - 1 - (phrase.determiner === undefined ? 0 : 1)]?.lower ?? '';
	return /^(formerly|previously|once)$/.test(before);
}

/** A second office in the same apposition: "and" without a comma, or a comma without "and"; no article "the" anew. */
function chained(reading: Reading, last: Phrase, phrase: Phrase): boolean {
	const { tokens } = reading.line;
	let at = last.to;
	const mark = tokens[at]?.text;
	const comma = mark === ',' || mark === ';';
	const and = /^(and|\/|&)$/.test(tokens[comma ? at + 1 : at]?.lower ?? '');
	if (!comma && !and) return false;
	at += (comma ? 1 : 0) + (and ? 1 : 0);
	const adverb = /^(also|now|currently|formerly|previously|concurrently|once)$/.test(tokens[at]?.lower ?? '');
	const start = phrase.from - (phrase.determiner === undefined ? 0 : 1);
	if (adverb && at !== start) at += 1;
	if (at !== start || mark === ';' || (comma && and && !adverb)) return false;
	if (phrase.determiner === 'the' && last.determiner !== 'the' && !/^an?$/.test(last.determiner ?? '')) return false;
	const next = tokens[phrase.to];
	return next === undefined || next.kind === 'mark' || /^(and|who|at|in|from|since|until|as)$/.test(next.lower);
}
