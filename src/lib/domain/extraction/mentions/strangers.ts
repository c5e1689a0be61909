import type { KnownCountry, KnownPerson } from './compiled.ts';
import { familyOf, withoutFamily } from './compile-people.ts';
import type { Ground } from './draft.ts';
import { startingAt, type Find } from './finds.ts';
import type { Phrase } from './phrase.ts';
import { slug } from './slug.ts';
import { keyOf, type Line, type Token } from './tokens.ts';

const PARTICLES = new Set([
	'de',
	'da',
	'do',
	'dos',
	'del',
	'della',
	'di',
	'von',
	'van',
	'der',
	'den',
	'al',
	'el',
	'bin',
	'ibn',
	'bint',
	'la',
	'le',
	'ul',
	'ur',
	'ter',
	'zu',
	'das',
	'af',
	'av',
	'binti'
]);
/** Capitalised words that begin a sentence or stand in a date and are no names. */
const NO_NAME = new Set(
	(
		'the a an in on at but and or for from by as if when while after before since with without during despite although though ' +
		'however meanwhile earlier later also yet so then there this that these those it its he she they we i you his her their our my ' +
		'both all some many most several one two three four five what who how why where which not no yes now today yesterday tomorrow ' +
		'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october ' +
		'november december under over between among against according following through still even only just such other another each ' +
		'more here once last next first second third new former then senior mr mrs ms dr asked speaking instead moreover furthermore ' +
		'speaks meets holds says calls hosts visits urges warns welcomes signs attends delivers announces travels departs arrives ' +
		'concludes participates meeting welcome ' +
		'well finally perhaps indeed thus hence unlike like until upon within about into because nor per via q a'
	).split(' ')
);

/** A capitalised word that begins a sentence or stands in a date: "Meanwhile", "Monday". */
export const isNoName = (token: Token): boolean => NO_NAME.has(token.lower);

const NUMERAL = /^(?:II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI)$/;

/** Whether a token may be a part of a person's name that nobody knows. */
export function isNameWord(token: Token | undefined): token is Token {
	if (token === undefined || token.kind !== 'word' || !token.capital) return false;
	if (NO_NAME.has(token.lower) || /\d/.test(token.raw)) return false;
	if (/^(?:\p{Lu}\.)+$/u.test(token.text)) return true;
	return !(token.raw.length > 1 && token.raw === token.raw.toUpperCase() && token.key === token.raw);
}

/** "He Yadong, spokesperson for": the pronoun's letters in front of a given name are a family's name. */
function isFamilyHe(tokens: readonly Token[], at: number): boolean {
	const [token, next] = [tokens[at], tokens[at + 1]];
	return token?.text === 'He' && isNameWord(next) && !next.hyphened && /^\p{Lu}\p{Ll}{1,8}$/u.test(next.text);
}

/** The end of a gazetteer's name that goes on: "Brown Jr.", "bin Abdulrahman al-Thani". */
export function nameTail(tokens: readonly Token[], finds: readonly Find[], to: number): number {
	const token = tokens[to];
	if (token === undefined || token.kind !== 'word') return to;
	if (/^(Jr|Sr)$/.test(token.key) || NUMERAL.test(token.raw)) return to + 1;
	const next = tokens[to + 1];
	if (!PARTICLES.has(token.lower) || !isNameWord(next) || !free(finds, to + 1, next, tokens)) return to;
	return nameRun(tokens, finds, to + 1);
}

/** The end of a run of name words from a token, at most eight, particles inside it. */
export function nameRun(tokens: readonly Token[], finds: readonly Find[], from: number): number {
	let at = from;
	let end = from;
	while (at < from + 8) {
		const token = tokens[at];
		const known = at === from && isFamilyHe(tokens, at);
		if (known || (isNameWord(token) && free(finds, at, token, tokens))) end = at + 1;
		else if (at > from && end === at && token && NUMERAL.test(token.raw)) end = at + 1;
		else if (at > from && token?.hyphened && end === at && token.kind === 'word' && token.raw.length < 6) end = at + 1;
		else if (!(at > from && token && PARTICLES.has(token.lower) && token.kind === 'word')) break;
		at += 1;
	}
	return end;
}

/** The start of a run of name words that ends before a token. */
export function nameRunBack(tokens: readonly Token[], finds: readonly Find[], to: number): number {
	let at = to - 1;
	let start = to;
	while (at >= to - 8 && at >= 0) {
		const token = tokens[at];
		if (isNameWord(token) && free(finds, at, token, tokens)) start = at;
		else if (start === at + 1 && to - start === 1 && isFamilyHe(tokens, at)) return at;
		else if (token?.hyphened && token.kind === 'word' && token.raw.length < 6 && isNameWord(tokens[at - 1])) {
			at -= 1;
			continue;
		} else if (token && NUMERAL.test(token.raw) && isNameWord(tokens[at - 1])) {
			at -= 1;
			continue;
		} else if (!(at < to - 1 && token && PARTICLES.has(token.lower) && token.kind === 'word')) break;
		at -= 1;
	}
	return start;
}

/** No name or title of the gazetteer begins here; a lone country-like word inside a name is allowed by hyphen only. */
function free(finds: readonly Find[], at: number, token: Token, tokens: readonly Token[]): boolean {
	const find = startingAt(finds, at);
	if (find === undefined) return !inside(finds, at);
	const before = tokens[at - 1];
	return token.hyphened && before !== undefined && isNameWord(before) && find.to === at + 1;
}

function inside(finds: readonly Find[], at: number): boolean {
	for (let back = 1; back <= 4; back++) {
		const find = startingAt(finds, at - back);
		if (find) return find.to > at;
	}
	return false;
}

/** Somebody whom only the text names; the country's custom says which name is the family's. */
export function strangerOf(ground: Ground, line: Line, from: number, to: number, phrase?: Phrase): KnownPerson {
	const first = line.tokens[from];
	const last = line.tokens[to - 1];
	const name = first && last ? ground.normal.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
	const country = phrase?.country;
	const order = orderOf(ground, name, country);
	const family = familyOf(name, order);
	const given = withoutFamily(name, family);
	const gender = phrase?.title.gender ?? ground.names.givenNames.get(first?.key ?? '');
	return {
		id: slug(name),
		name,
		family,
		...(given === '' ? {} : { given }),
		order,
		...(country === undefined ? {} : { country: country.id }),
		...(gender === undefined ? {} : { gender }),
		offices: [],
		stranger: true
	};
}

function orderOf(ground: Ground, name: string, country: KnownCountry | undefined): KnownPerson['order'] {
	const words = name.split(' ');
	if (words.length < 2 || ground.names.givenNames.has(words[0] ?? '')) return 'given-first';
	if (words.length < 4 && ground.names.familiesFirst.has(keyOf(words[0] ?? ''))) return 'family-first';
	return country?.order ?? 'given-first';
}
