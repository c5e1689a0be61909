import type { Person } from '../../facts/entity-schema.ts';
import type { Knowledge } from '../../facts/knowledge.ts';
import { containsWords, escapePattern, fold, wordsOf } from '../../text.ts';
import type { Item } from '../types.ts';
import { findingOf, type Finding, type RuleName } from './finding.ts';
import type { Remark } from './remark.ts';

const MOST_WORDS = 38;
const NEGATIVE = /\bNOT\b|\bnot\b(?= (?:true|correct|among|one of|agreed by|a ))|\bexcept\b|\bleast likely\b|\bn't\b/;
const LEANING =
	/\b(?:the (?:above|former|latter)|these articles?|this article|article 00\d|as mentioned|aforementioned)\b/i;
const BARE_OCCASION = /\bth(?:e|is|at) (?:meeting|summit|talks|gathering|visit|statement|deal)\b/i;
/** A year, or a title in quotation marks, says which occasion is meant. */
const DATED = /\b(?:19|20)\d\d\b|“[^”]{1,300}”/;
const PRONOUN_START = /^(?:He|She|They|It|This|That|These|Those|His|Her|Their|Its)\b/;
const PRONOUN = /\b(?:he|she|his|her|him)\b/i;
/** "Who told his guest …": of the one who is asked for. */
const OWN =
	/(?<=\bwho\b.{1,300})\b(?:his|her) (?:guests?|hosts?|own|government|country|ministry|party|delegation|team|colleagues)\b/gu;
const WORTHLESS = /\b(?:byline|copyright|subscribe|newsletter|e-mail address|photo credit|reading time)\b/i;
/** Compounds that are themselves full names of an event. */
const COMPOUNDS = /\p{Lu}\p{L}+[–-]\p{Lu}\p{L}+/gu;

/** A title is read as one name, however long it is. */
const MOST_TITLE_WORDS = 8;
const TITLE = /\barticle “([^”]{1,400})”/;

/** The words of a question, of which the title of an article counts as a name. */
export function lengthOf(question: string): number {
	const title = wordsOf(TITLE.exec(question)?.[1] ?? '').length;
	return wordsOf(question).length - Math.max(0, title - MOST_TITLE_WORDS);
}

/**
 * What the rubric says of the question by itself.
 * @param names of everybody and everything that the bank knows
 */
export function lintStem(item: Item, { people, names, occasions }: Names): Finding[] {
	const findings: Finding[] = [];
	const add = (rule: RuleName, remark: Remark) => findings.push(findingOf(rule, item.id, remark));
	const { question } = item;
	const whole: Remark = { code: 'text', text: question };
	const words = lengthOf(question);
	if (words > MOST_WORDS) add('length', { code: 'words', count: words, text: question });
	if (NEGATIVE.test(withoutQuotes(question))) add('positive', whole);
	if (LEANING.test(question) || PRONOUN_START.test(question)) add('stands-alone', whole);
	if (BARE_OCCASION.test(question) && !DATED.test(question) && !anyNamed(question, occasions))
		add('stands-alone', { code: 'which-occasion', text: question });
	if (
		PRONOUN.test(withoutQuotes(question).replace(OWN, '')) &&
		!people.some((p) => containsWords(question, p.family))
	) {
		add('stands-alone', { code: 'pronoun', text: question });
	}
	const named = peopleIn(question, people);
	for (const person of named) {
		if (!question.includes(person.name) && usesBareSurname(namedInFull(question, named), person))
			add('stands-alone', { code: 'no-first-name', family: person.family, text: question });
	}
	if (WORTHLESS.test(question)) add('worthwhile', whole);
	if (item.kind === 'position' && item.origin === 'ask' && !ATTRIBUTION.test(question) && !anyNamed(question, names))
		add('attributed', whole);
	return findings;
}

function withoutQuotes(text: string): string {
	return text.replace(/[“"][^”"]*[”"]/g, '');
}

/** The question without the full names in it. */
function namedInFull(question: string, named: readonly Person[]): string {
	return named.reduce((text, person) => text.replaceAll(person.name, '–'), question);
}

/** A surname that stands without the full name anywhere in the question. */
function usesBareSurname(question: string, person: Person): boolean {
	if (person.given === undefined) return false;
	const rest = withoutQuotes(question).replace(COMPOUNDS, '');
	// Where the family name comes first, texts may go on with the last one: "Hung" of Le Minh Hung.
	const last = person.name.split(' ').pop() ?? person.family;
	return [person.family, last].some((name) =>
		new RegExp(`(?<![\\p{L}])${escapePattern(name)}(?![\\p{L}])`, 'u').test(rest)
	);
}

/** Words that ask or tell whose a position is. */
const ATTRIBUTION =
	/\b(?:both|two (?:sides|countries|presidents|leaders|governments)|side|sides|whose|who|which (?:president|leader|government|country|article|report|source)|according to)\b/i;

/** The people of a bank, and the folded names of whoever and whatever acts in it. */
export interface Names {
	people: readonly Person[];
	/** Whoever and whatever acts. */
	names: ReadonlySet<string>;
	/** What tells which occasion is meant: people, bodies and places, but no countries. */
	occasions: ReadonlySet<string>;
}

/** Made once for a lint: people by family name, bodies, places and parties with their aliases. */
export function namesOf({ people, organisations, places, parties = [] }: Knowledge): Names {
	const families = people.map((person) => person.family);
	const spots = places.filter((place) => place.type !== 'country');
	const things = [...organisations, ...spots].flatMap((thing) => [thing.name, ...thing.aliases]);
	const countries = places
		.filter((place) => place.type === 'country')
		.flatMap((place) => [place.name, ...place.aliases]);
	const bodies = organisations.flatMap((body) => body.metonyms);
	const sides = parties.flatMap((party) => [party.name.replace(/^the /, ''), ...party.answers]);
	const occasions = new Set([...families, ...things].map(fold));
	return { people, occasions, names: new Set([...occasions, ...[...countries, ...bodies, ...sides].map(fold)]) };
}

const LONGEST_NAME = 6;

/** Whether a run of the question's words is a known name: looked up, so that the number of names costs nothing. */
function anyNamed(question: string, names: ReadonlySet<string>): boolean {
	const words = wordsOf(question);
	return words.some((_, at) =>
		Array.from({ length: LONGEST_NAME }, (__, length) => words.slice(at, at + length + 1).join(' ')).some((run) =>
			names.has(run)
		)
	);
}

/** The people whose family name stands in the question. */
function peopleIn(question: string, people: readonly Person[]): Person[] {
	return people.filter(
		({ name, family }) => question.includes(family) || question.includes(name.split(' ').pop() ?? family)
	);
}
