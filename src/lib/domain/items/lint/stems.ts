import type { Person } from '../../facts/entity-schema.ts';
import { containsWords, wordsOf } from '../../text.ts';
import type { Item } from '../types.ts';
import type { Finding, RuleName } from './finding.ts';

const MOST_WORDS = 35;
const NEGATIVE = /\bNOT\b|\bnot\b(?= (?:true|correct|among|one of|agreed by|a ))|\bexcept\b|\bleast likely\b|\bn't\b/;
const LEANING =
	/\b(?:the (?:above|former|latter)|these articles?|this article|article 00\d|as mentioned|aforementioned)\b/i;
const BARE_OCCASION = /\bth(?:e|is|at) (?:meeting|summit|talks|gathering|visit|statement|deal)\b/i;
const OCCASION = /Biden|Xi|APEC|G20|Bali|Pelosi|20\d\d|19\d\d|Woodside|COP28|AI Safety|climate|Taiwan|Yellen|Kerry/;
const PRONOUN_START = /^(?:He|She|They|It|This|That|These|Those|His|Her|Their|Its)\b/;
const PRONOUN = /\b(?:he|she|his|her|him)\b/i;
const WORTHLESS = /\b(?:byline|copyright|subscribe|newsletter|e-mail address|photo credit|reading time)\b/i;
/** Compounds that are themselves full names of an event. */
const COMPOUNDS = /Biden[–-]Xi|Xi[–-]Biden|Kerry[–-]Xie/g;

/** What the rubric says of the question by itself. */
export function lintStem(item: Item, people: readonly Person[]): Finding[] {
	const findings: Finding[] = [];
	const add = (rule: RuleName, message: string) => findings.push({ rule, item: item.id, message });
	const { question } = item;
	const words = wordsOf(question).length;
	if (words > MOST_WORDS) add('length', `${words} words: ${question}`);
	if (NEGATIVE.test(withoutQuotes(question))) add('positive', question);
	if (LEANING.test(question) || PRONOUN_START.test(question)) add('stands-alone', question);
	if (BARE_OCCASION.test(question) && !OCCASION.test(question)) add('stands-alone', `which occasion? ${question}`);
	if (PRONOUN.test(withoutQuotes(question)) && !people.some((p) => containsWords(question, p.family))) {
		add('stands-alone', `a pronoun without a name: ${question}`);
	}
	for (const person of people) {
		if (usesBareSurname(question, person)) add('stands-alone', `${person.family} without a first name: ${question}`);
	}
	if (WORTHLESS.test(question)) add('worthwhile', question);
	if (item.kind === 'position' && item.origin === 'ask' && !isAttributed(question, people)) add('attributed', question);
	return findings;
}

function withoutQuotes(text: string): string {
	return text.replace(/[“"][^”"]*[”"]/g, '');
}

/** A surname that stands without the full name anywhere in the question. */
function usesBareSurname(question: string, person: Person): boolean {
	if (person.given === undefined) return false;
	const rest = withoutQuotes(question).replace(COMPOUNDS, '');
	return (
		new RegExp(`(?<![\\p{L}])${escape(person.family)}(?![\\p{L}])`, 'u').test(rest) && !question.includes(person.name)
	);
}

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const HOLDERS =
	/\b(?:United States|US|U\.S\.|America|American|Washington|White House|China|Chinese|Beijing|both|two (?:sides|countries|presidents|leaders|governments)|side|sides|whose|who|which (?:president|leader|government|country)|according to)\b/i;

function isAttributed(question: string, people: readonly Person[]): boolean {
	return HOLDERS.test(question) || people.some((person) => containsWords(question, person.family));
}
