import type { Draft, Ground, Reading } from './draft.ts';
import { startingAt } from './finds.ts';

/** The drafts of a line by the token at which they begin and end. */
export interface Places {
	from: Map<number, Draft>;
	to: Map<number, Draft>;
}

/** Where each person's mention of a line stands. */
export function placesOf(reading: Reading): Places {
	const people = reading.drafts.filter(({ ask }) => ask?.kind !== 'title');
	return {
		from: new Map(people.map((draft) => [draft.from, draft])),
		to: new Map(people.map((draft) => [draft.to, draft]))
	};
}

type Office = NonNullable<Draft['office']>;

/** "President Emmanuel Macron of France": the country after the name belongs to the office. */
export function ofCountryAfter(ground: Ground, reading: Reading, draft: Draft, office: Office): Office {
	const own = countryAfter(reading, draft.to);
	if (own === undefined) return ofBodyAfter(ground, reading, draft, office);
	const { start } = own.first;
	const words = own.short ?? ground.normal.slice(start, own.end).replace(/\s+/g, ' ');
	return {
		...office,
		title: `${office.title} of ${words}`,
		...(own.country === undefined ? {} : { country: own.country })
	};
}

export interface After {
	/** Token after the country. */
	to: number;
	first: { start: number };
	/** Offset of the end. */
	end: number;
	country?: string;
	/** The usual name where the text has the long form: "People's Republic of China". */
	short?: string;
}

/** "of France", "of the United States", "of California" at a token. */
export function countryAfter(reading: Reading, to: number): After | undefined {
	const { tokens } = reading.line;
	const at = tokens[to]?.text === '.' && /^(Jr|Sr)$/.test(tokens[to - 1]?.key ?? '') ? to + 1 : to;
	if (tokens[at]?.lower !== 'of') return undefined;
	const start = tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
	const long = /^(republic|kingdom|state)$/.test(tokens[start]?.lower ?? '') && tokens[start + 1]?.lower === 'of';
	const find = startingAt(reading.finds, long ? start + 2 : start);
	if (find?.is !== 'name' || tokens[find.to]?.kind === 'possessive' || tokens[find.to]?.hyphened) return undefined;
	const first = tokens[find.from];
	const last = tokens[find.to - 1];
	if (!first || !last || (find.entry.is !== 'country' && find.entry.is !== 'place')) return undefined;
	const { entry } = find;
	const isLong = tokens.slice(find.from, find.to).some(({ kind }) => kind === 'possessive');
	const country =
		entry.is === 'country' ? { country: entry.country.id, ...(isLong ? { short: entry.country.name } : {}) } : {};
	return { to: find.to, first, end: last.end, ...country };
}

const WORKS =
	/^(?:[\p{L}-]{1,20} ){0,2}(?:analyst|economist|strategist|lawyer|researcher|scholar|fellow|expert|attorney|historian|scientist|specialist|consultant|partner)$/iu;

/** Offices that are held in a body and not over people: "Deputy Director Mo Tianhe of the Fisheries Administration". */
const SERVES =
	/^(?:\p{L}+[ -]){0,2}(?:director(?:[ -]general)?|chief|head|spokes(?:person|man|woman)|commissioner|administrator|governor|secretary[ -]general)$/iu;

/** "Professor Hakan of Bogazici University", "economist Arthur Kroeber of Gavekal": where somebody teaches or works. */
function ofBodyAfter(ground: Ground, reading: Reading, draft: Draft, office: Office): Office {
	const { tokens } = reading.line;
	const link = tokens[draft.to]?.lower ?? '';
	const teaches = /^(prof|professor|dr)/i.test(office.title);
	const serves = SERVES.test(office.title);
	if (!(teaches || serves || WORKS.test(office.title)) || !/^(of|at|with|from)$/.test(link)) return office;
	if (serves && (link === 'with' || tokens[draft.to + 1]?.lower !== 'the')) return office;
	const start = tokens[draft.to + 1]?.lower === 'the' ? draft.to + 2 : draft.to + 1;
	let end = start;
	for (let at = start; at < start + 7; at++) {
		const token = tokens[at];
		if (token === undefined || token.kind !== 'word' || !(token.capital || token.lower === 'of')) break;
		if (!teaches && !serves && token.capital && !(at === start && startingAt(reading.finds, at)?.is === 'title'))
			end = at + 1;
		else if (ground.names.bodyWords.has(token.key) || (end > start && token.capital && tokens[at - 1]?.lower === 'of'))
			end = at + 1;
	}
	const first = tokens[start];
	const last = tokens[end - 1];
	if (end === start || !first || !last) return office;
	return {
		...office,
		title: `${office.title} ${link} ${serves ? 'the ' : ''}${ground.normal.slice(first.start, last.end)}`,
		rank: false
	};
}
