/** Whether a proposed value is a gold value, by the kind of fact. */
import type { ExtractedFact } from '../extraction/types.ts';
import { containsWords, fold, wordsOf } from '../text.ts';
import type { GoldFact } from './gold.ts';
import { sameHolder, samePerson, splitCountries, type Allegiances } from './sides.ts';

/** Kinds that are told apart by whose they are and where they stand. */
export const STANCES: ReadonlySet<string> = new Set(['agreement', 'commitment', 'position', 'non-agreement']);
const SAME_WORDS = 0.8;
/** A quotation cut short is the same one from this many words on. */
const CLIPPED = 8;

/** Whether kind, value and holder of a proposal are those of a gold fact; evidence and polarity are not looked at. */
export function valueAgrees(fact: ExtractedFact, gold: GoldFact, allegiances: Allegiances): boolean {
	if (STANCES.has(gold.kind)) return sameHolder(holderOf(fact), gold.holder, allegiances);
	const values = [gold.value, ...gold.accept].filter((value) => value !== null);
	if (gold.kind === 'quotation') {
		return (
			sameHolder(holderOf(fact), gold.holder, allegiances) &&
			values.some((value) => isQuotation(fact.value, value, gold.excerpt))
		);
	}
	if (values.length === 0) return true;
	if (gold.kind === 'date') return values.some((value) => String(fact.value) === String(value));
	if (gold.kind === 'participant') return values.some((value) => sameParticipant(fact.value, value));
	if (gold.kind === 'figure') return values.includes(Number(fact.value)) && sameUnit(fact.unit, gold.unit ?? null);
	return true;
}

/** Whose a proposal is, "both" where several sides hold it together. */
export const holderOf = (fact: ExtractedFact): string | null => (fact.holderId === 'both' ? 'both' : fact.holder);

/** Whether two quotations have four words in five in common, or one is the beginning or another run of the other. */
export function sameWords(a: string | number | null, b: string | number): boolean {
	const [ones, others] = [wordsOf(String(a ?? '')), wordsOf(String(b))];
	const counts = new Map<string, number>();
	for (const word of ones) counts.set(word, (counts.get(word) ?? 0) + 1);
	let common = 0;
	for (const word of others) {
		const left = counts.get(word) ?? 0;
		if (left > 0) common++;
		counts.set(word, left - 1);
	}
	if (common >= SAME_WORDS * Math.max(ones.length, others.length, 1)) return true;
	return ones.length >= CLIPPED && ` ${others.join(' ')} `.includes(` ${ones.join(' ')} `);
}

/** Whether a proposal's words are the gold's or, of an excerpt, contain them. */
const isQuotation = (words: string | number | null, value: string | number, excerpt: boolean): boolean =>
	sameWords(words, value) || (excerpt && containsWords(String(words ?? ''), String(value)));

/** "Full Name, office": the same person, and the same office whatever the order of its words. */
export function sameParticipant(a: string | number | null, b: string | number): boolean {
	const [one, other] = [parts(String(a ?? '')), parts(String(b))];
	return samePerson(one.name, other.name) && sameOffice(one.office, other.office);
}

function parts(value: string): { name: string; office: string } {
	const comma = value.indexOf(',');
	return comma < 0
		? { name: value, office: '' }
		: { name: value.slice(0, comma), office: value.slice(comma + 1).trim() };
}

const SILENT = new Set(
	'of for to in at and the a an s his her its country then current incumbent representatives republic'.split(' ')
);
const FORMER = new Set('former ex onetime previous'.split(' '));
const WORDS = new Map(
	Object.entries({
		defence: 'defense',
		adviser: 'advisor',
		chairman: 'chair',
		chairwoman: 'chair',
		spokeswoman: 'spokesperson',
		spokesman: 'spokesperson',
		affairs: ''
	})
);

/** The same title, of the same country where both name one; "former" counts, "then" agrees with either. */
export function sameOffice(a: string, b: string): boolean {
	const [one, other] = [office(a), office(b)];
	const then = one.then || other.then;
	const countries = one.countries.size === 0 || other.countries.size === 0 || one.key === other.key;
	return one.title === other.title && countries && (then || one.former === other.former);
}

function office(text: string) {
	const words = wordsOf(text.replace(/['’]s\b/g, ' '));
	const { countries, rest } = splitCountries(words);
	const title = rest.map((word) => WORDS.get(word) ?? word).filter((word) => word !== '' && !SILENT.has(word));
	return {
		countries,
		key: Array.from(countries).sort().join(' '),
		title: title
			.filter((word) => !FORMER.has(word))
			.sort()
			.join(' '),
		former: words.some((word) => FORMER.has(word)),
		then: words.includes('then')
	};
}

const UNITS = new Map(
	Object.entries({
		usd: 'usd',
		dollar: 'usd',
		$: 'usd',
		'us dollar': 'usd',
		euro: 'eur',
		eur: 'eur',
		yuan: 'cny',
		cny: 'cny',
		rmb: 'cny',
		renminbi: 'cny',
		yen: 'jpy',
		jpy: 'jpy',
		pound: 'gbp',
		gbp: 'gbp',
		rupee: 'inr',
		inr: 'inr',
		won: 'krw',
		krw: 'krw',
		'%': '%',
		percent: '%',
		'per cent': '%',
		'percentage point': 'point',
		minute: 'minute',
		hour: 'hour',
		day: 'day',
		week: 'week',
		month: 'month',
		year: 'year',
		decade: 'decade',
		kilometer: 'km',
		kilometre: 'km',
		km: 'km',
		mile: 'mile',
		tonne: 'tonne',
		ton: 'tonne',
		'metric ton': 'tonne',
		megawatt: 'mw',
		gigawatt: 'gw',
		barrel: 'barrel',
		degree: 'degree'
	})
);

/** Whether two units are one measure; nouns that are counted ("flight", "people") are not told apart. */
export function sameUnit(a: string | null, b: string | null): boolean {
	if (a === null || b === null) return true;
	const measure = (unit: string): string | undefined =>
		UNITS.get(unit.trim() === '$' ? '$' : fold(unit)) ?? UNITS.get(fold(unit).replace(/s$/, ''));
	return measure(a) === measure(b);
}
