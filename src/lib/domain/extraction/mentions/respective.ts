import type { KnownCountry } from './compiled.ts';
import type { Places } from './after-names.ts';
import { giveOffice, personDraft, type Draft, type Ground, type Reading } from './draft.ts';
import { startingAt } from './finds.ts';
import type { Phrase } from './phrase.ts';
import { nameRun, nameRunBack, strangerOf } from './strangers.ts';

const MOST = 12;

interface Named {
	from: number;
	to: number;
}

/** One of the offices that a list of people shares out. */
interface Share {
	title: string;
	country?: KnownCountry;
	span: { start: number; end: number };
}

/**
 * "A, B and C, respectively the foreign, commerce and finance ministers of X", "A and B, the American and Chinese
 * envoys", "the foreign ministers of X and Y, A and B": as many offices as people, in their order.
 */
export function shareLists(ground: Ground, reading: Reading, places: Places): void {
	for (const phrase of reading.phrases) {
		const { kind, plural } = phrase.title;
		if (!plural || kind === 'courtesy' || kind === 'counterpart' || phrase.used) continue;
		const start = listStart(reading, phrase);
		const before = namesBefore(reading, start);
		const end = countriesEnd(reading, phrase);
		const people = before.length > 1 ? before : namesAfter(reading, end);
		const shares = sharesOf(ground, reading, phrase, { start, end, count: people.length });
		if (people.length < 2 || shares === undefined) continue;
		phrase.used = true;
		people.forEach((named, at) => give(ground, reading, places, named, shares[at]));
	}
	shareSingles(ground, reading, places);
	reading.drafts.sort((a, b) => a.from - b.from);
}

/** "A and B, respectively the trade minister of X and the finance minister of Y" */
function shareSingles(ground: Ground, reading: Reading, places: Places): void {
	const { tokens } = reading.line;
	tokens.forEach((token, at) => {
		if (token.lower !== 'respectively') return;
		const late = phrasesEndingAt(reading, at);
		const people = namesBefore(reading, late[0] ? late[0].from : at);
		const phrases = late[0]
			? late.slice(0, people.length)
			: reading.phrases.filter(({ from, title }) => from > at && !title.plural).slice(0, people.length);
		if (people.length < 2 || phrases.length !== people.length) return;
		people.forEach((named, index) => {
			const phrase = phrases[index];
			const [first, last] = [tokens[phrase?.from ?? -1], tokens[(phrase?.to ?? 0) - 1]];
			if (phrase === undefined || first === undefined || last === undefined) return;
			phrase.used = true;
			const { words, country } = phrase;
			const span = { start: first.start, end: last.end };
			// The first of the offices may have been taken for one of the last name alone.
			if (late[0]) delete places.to.get(named.to)?.office;
			give(ground, reading, places, named, { title: words, span, ...(country ? { country } : {}) });
		});
	});
}

/** "…, prime minister of Armenia and president of Azerbaijan respectively": the offices joined up to that word. */
function phrasesEndingAt({ line: { tokens }, phrases }: Reading, at: number): Phrase[] {
	const found: Phrase[] = [];
	let end = tokens[at - 1]?.text === ',' ? at - 1 : at;
	for (let index = phrases.length - 1; index >= 0 && found.length < MOST; index--) {
		const phrase = phrases[index];
		if (phrase === undefined || phrase.to > end) continue;
		if (phrase.to !== end || phrase.title.plural) break;
		found.unshift(phrase);
		const start = phrase.determiner === undefined ? phrase.from : phrase.from - 1;
		if (!/^(and|,)$/.test(tokens[start - 1]?.lower ?? '')) break;
		end = tokens[start - 2]?.text === ',' ? start - 2 : start - 1;
	}
	return found.length > 1 ? found : [];
}

/** The token at which the list of offices begins: adjectives of ministries and countries stand before the title. */
function listStart({ line: { tokens }, finds }: Reading, phrase: Phrase): number {
	let at = phrase.from;
	for (let steps = 0; steps < MOST; steps++) {
		const token = tokens[at - 1];
		if (token === undefined) break;
		const joined = /^(and|,)$/.test(token.text) && at > phrase.from - MOST;
		const adjective = joined ? listed(finds, tokens[at - 2]?.lower ?? '', at - 1) : undefined;
		if (adjective === undefined) break;
		at = adjective;
	}
	return at;
}

/** Where the country's adjective or the lower-case word that ends at a token begins. */
function listed(finds: Reading['finds'], word: string, to: number): number | undefined {
	for (let back = 1; back <= 3; back++) {
		const find = startingAt(finds, to - back);
		if (find?.is === 'name' && find.to === to && /^(adjective|country)$/.test(find.entry.is)) return find.from;
	}
	return startingAt(finds, to - 1) === undefined && /^\p{Ll}+$/u.test(word) && word !== 'respectively'
		? to - 1
		: undefined;
}

/** The token after "of China, Japan and South Korea", or after the title where no list of countries follows it. */
function countriesEnd({ line: { tokens }, finds }: Reading, phrase: Phrase): number {
	if (tokens[phrase.bare]?.lower !== 'of') return phrase.to;
	let end = phrase.to;
	for (let at = phrase.bare + 1; at < phrase.bare + 3 * MOST;) {
		const from = tokens[at]?.lower === 'the' ? at + 1 : at;
		const find = startingAt(finds, from);
		if (find?.is !== 'name' || find.entry.is !== 'country') break;
		end = Math.max(end, find.to);
		const comma = tokens[find.to]?.text === ',' ? find.to + 1 : find.to;
		at = tokens[comma]?.lower === 'and' ? comma + 1 : comma;
		if (at === find.to) break;
	}
	return end;
}

/** The names before a list of offices: "A, B and C, (respectively) the". */
function namesBefore(reading: Reading, start: number): Named[] {
	const { tokens } = reading.line;
	let at = start;
	while (/^(the|respectively)$/.test(tokens[at - 1]?.lower ?? '')) at -= 1;
	if (tokens[at - 1]?.text !== ',') return [];
	const names: Named[] = [];
	for (let to = at - 1; names.length < MOST;) {
		const from = nameBack(reading, to);
		if (from === undefined) break;
		names.unshift({ from, to });
		const link = tokens[from - 1]?.lower ?? '';
		if (link !== 'and' && link !== ',') break;
		to = link === 'and' && tokens[from - 2]?.text === ',' ? from - 2 : from - 1;
	}
	return tokens[(names[1]?.from ?? 0) - 1]?.text === ',' && names.length === 2 ? [] : names;
}

/** The names behind a list of offices: ", A and B". */
function namesAfter(reading: Reading, end: number): Named[] {
	const { tokens } = reading.line;
	if (!/^[,:—–(]$/.test(tokens[end]?.text ?? '')) return [];
	const names: Named[] = [];
	for (let from = end + 1; names.length < MOST;) {
		const find = startingAt(reading.finds, from);
		const known = find?.is === 'name' && find.entry.is === 'person';
		const to = known ? find.to : nameRun(tokens, reading.finds, from);
		if (!known && to - from < 2) break;
		names.push({ from, to });
		const comma = tokens[to]?.text === ',' ? to + 1 : to;
		const next = tokens[comma]?.lower === 'and' ? comma + 1 : comma;
		if (next === to) break;
		const over = tokens[comma]?.lower === 'and';
		from = next;
		if (over) {
			const last = startingAt(reading.finds, from);
			const person = last?.is === 'name' && last.entry.is === 'person';
			const stop = person ? last.to : nameRun(tokens, reading.finds, from);
			if (person || stop - from > 1) names.push({ from, to: stop });
			break;
		}
	}
	return names;
}

/** The start of the name that ends at a token, known or not; a name has two words. */
function nameBack(reading: Reading, to: number): number | undefined {
	for (let back = 1; back <= 6; back++) {
		const find = startingAt(reading.finds, to - back);
		if (find?.is === 'name' && find.entry.is === 'person' && find.to === to) return find.from;
	}
	const from = nameRunBack(reading.line.tokens, reading.finds, to);
	return to - from > 1 && to - from < 6 ? from : undefined;
}

/** As many offices as people: of one title by country, or of as many titles; undefined where the numbers differ. */
function sharesOf(
	ground: Ground,
	reading: Reading,
	phrase: Phrase,
	{ start, end, count }: { start: number; end: number; count: number }
): Share[] | undefined {
	const { tokens } = reading.line;
	const [first, head, last] = [tokens[start], tokens[phrase.head], tokens[phrase.bare - 1]];
	if (first === undefined || head === undefined || last === undefined || count < 2) return undefined;
	const span = { start: first.start, end: last.end };
	const title = singular(ground.normal.slice(head.start, last.end));
	const countries = countriesIn(reading, start, phrase.bare);
	const of = countries.length > 0 ? countries : countriesIn(reading, phrase.bare, end);
	if (of.length === count) return of.map((country) => ({ title: `${country.adjective} ${title}`, country, span }));
	if (phrase.head <= start && of.length < 2) return plainShares(title, of[0], span, count);
	const chunks = ground.normal
		.slice(first.start, last.end)
		.split(/,? and |, /)
		.map((chunk) => chunk.trim());
	if (chunks.length !== count) return undefined;
	const noun = chunks[count - 1]?.split(' ').pop() ?? '';
	return chunks.map((chunk, at) => ({
		title: singular(at === count - 1 ? chunk : `${chunk} ${noun}`),
		...(of[0] ? { country: of[0] } : {}),
		span
	}));
}

/** "the deputy foreign ministers, A and B": one office for all of them. */
const plainShares = (title: string, country: KnownCountry | undefined, span: Share['span'], count: number): Share[] =>
	Array.from({ length: count }, () => ({ title, span, ...(country ? { country } : {}) }));

function countriesIn({ finds }: Reading, from: number, to: number): KnownCountry[] {
	const countries: KnownCountry[] = [];
	for (let at = from; at < to; at++) {
		const find = startingAt(finds, at);
		if (find?.is === 'name' && (find.entry.is === 'country' || find.entry.is === 'adjective'))
			countries.push(find.entry.country);
	}
	return countries;
}

/** "finance ministers" → "finance minister", "secretaries of state" → "secretary of state" */
const singular = (words: string): string =>
	words
		.replace(/\s+/g, ' ')
		.replace(/spokesmen\b/, 'spokesman')
		.replace(/spokes(?:people|women)\b/, 'spokesperson')
		.replace(/ies(?=$| (?:of|for|to)\b)/, 'y')
		.replace(/(?<!s)s(?=$| (?:of|for|to)\b)/, '');

function give(ground: Ground, reading: Reading, places: Places, named: Named, share: Share | undefined): void {
	if (share === undefined) return;
	const known = places.to.get(named.to) ?? places.from.get(named.from);
	const draft = known ?? strangerDraft(ground, reading, named);
	if (known === undefined) {
		reading.drafts.push(draft);
		places.from.set(draft.from, draft);
		places.to.set(draft.to, draft);
	}
	const { title, country, span } = share;
	giveOffice(draft, { title, span, former: false, ...(country ? { country: country.id } : {}) });
}

function strangerDraft(ground: Ground, reading: Reading, { from, to }: Named): Draft {
	const person = strangerOf(ground, reading.line, from, to);
	const why = 'a name of a list beside a list of offices';
	return personDraft(reading, { from, to }, person, { name: { from, to }, via: 'office', confidence: 0.85, why });
}
