import { fold } from '#lib/domain/text.ts';
import { readStamp } from './stamps.ts';
import type { TextLexicon } from './text-lexicon.ts';
import type { Layout } from './types.ts';

/** Lines of a head in which a house, a section and the day may stand. */
const HEAD_BLOCKS = 8;
const LONGEST_LINE = 110;
const PARTS = /\s*[|·•]\s*|\s[—–-]\s/u;
const STROKES = /[|·•]/u;
/** "The Halden Courier, Sunday 10 December 2023": the house and the day behind a comma. */
const COMMA = /^([^,]{3,60}), (.{6,40})$/u;
const NAME = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,3}|&|of|for|and|the|on)$/u;
const HOUSE_END = /\b(?:LLP|LLC|L\.L\.P\.|N\.V\.|International|Chambers)$/u;
const SHORTEST = 2;
const LONGEST_NAME = 12;
/** "Policy Note 47", "Client Alert | Trade": what kind of text it is, and no house. */
const KIND =
	/\b(?:alert|note|brief|memo|memorandum|analysis|opinion|comment|commentary|policy|live|paper|update|bulletin|newsletter|transcript|readout|interview|exclusive|section|issue|vol|no)\b/iu;
/** "The Institute for European Policy": a body, whatever it studies. */
const BODY = /\b(?:Institut(?:e|ion)|Foundation|Cent(?:er|re)|Council|University|Society|Association|Forum)\b/iu;
/** "The White House", "The Treaty": a house with no word of one is known by lines of its own in capitals alone. */
const GOVERNING = /^(?:the )?(?:white house|kremlin|elysee|downing street|european commission|european council)$/iu;

/** What the lines at an article's head say of whose it is and when it came out. */
export interface Masthead {
	house?: string;
	/** ISO 8601. */
	day?: string;
}

/** Words of which each has a capital or may stand inside of a name. */
function isNamed(part: string): boolean {
	const words = part.split(/\s+/);
	return words.length >= SHORTEST && words.length <= LONGEST_NAME && words.every((word) => NAME.test(word));
}

/** Whether a part of a line is the name of whoever publishes. */
function isHouse(part: string, lexicon: TextLexicon): boolean {
	if (GOVERNING.test(part)) return true;
	if (!isNamed(part) || (KIND.test(part) && !BODY.test(part))) return false;
	return (
		HOUSE_END.test(part) ||
		fold(part)
			.split(' ')
			.some((word) => lexicon.publishers.within.has(word))
	);
}

const dayIn = (part: string, lexicon: TextLexicon): string | undefined => {
	const stamp = readStamp(part, lexicon);
	return stamp !== null && stamp.rest.length === 0 ? (stamp.iso ?? undefined) : undefined;
};

/**
 * Reads one line of a head: "Example & Foundry International | Policy | 25 August 2025".
 * @param line one line with like glyphs
 * @returns what it says; nothing where it is no line of names and a day
 */
export function readMasthead(line: string, lexicon: TextLexicon): Masthead {
	if (line.length > LONGEST_LINE || /[.?!:;]$/.test(line)) return {};
	const [, before, after] = COMMA.exec(line) ?? [];
	const parts =
		before !== undefined && after !== undefined && dayIn(after, lexicon) !== undefined
			? [before, after]
			: line.split(PARTS);
	const day = parts.map((part) => dayIn(part, lexicon)).find((one) => one !== undefined);
	const others = parts.filter((part) => dayIn(part, lexicon) === undefined);
	const own = others.find((part) => isHouse(part, lexicon));
	// Beside a section and the day, the first name is the house's, whatever it is called.
	const [first] = others;
	const isLeading = day !== undefined && parts.length > 2 && first !== undefined && first === parts[0];
	const house = own ?? (isLeading && isNamed(first) && !KIND.test(first) ? first : undefined);
	// "Ana Roy, 9 December 2031" may be a caption; parts between strokes are a head's own.
	if (day !== undefined && house === undefined && !STROKES.test(line)) return {};
	return { ...(house === undefined ? {} : { house: spelt(house) }), ...(day === undefined ? {} : { day }) };
}

const SMALL = /^(?:of|for|the|and|on|in|to|at)$/iu;

/** "THE WHITE HOUSE" as a name is written. */
function spelt(house: string): string {
	if (/\p{Ll}/u.test(house)) return house;
	const words = house.split(' ').map((word, at) => {
		if (/^(?:LLP|LLC|U\.S\.|US|EU|UK|UN)$/u.test(word)) return word;
		const small = word.toLowerCase();
		return at > 0 && SMALL.test(word) ? small : small.charAt(0).toUpperCase() + small.slice(1);
	});
	return words.join(' ');
}

/** What an article's head says of its house and its day; bylines and prose are read elsewhere. */
export function mastheadOf({ article, blocks }: Layout, lexicon: TextLexicon): Masthead {
	const prose = blocks.findIndex(({ role, start, end }) => role === 'body' && end - start > LONGEST_LINE);
	const head = blocks.slice(0, prose < 0 ? HEAD_BLOCKS : Math.min(prose, HEAD_BLOCKS));
	const read = head
		.filter(({ role, start, end }) => role !== 'byline' && role !== 'caption' && end - start <= LONGEST_LINE)
		.map(({ start, end, role }) => {
			const found = readMasthead(article.normal.slice(start, end).trim(), lexicon);
			// A title may name a house of which it tells: only beside its day is it that of the page.
			return role === 'headline' && found.day === undefined ? {} : found;
		});
	const house = read.find((one) => one.house !== undefined)?.house;
	const day = read.find((one) => one.day !== undefined)?.day;
	return { ...(house === undefined ? {} : { house }), ...(day === undefined ? {} : { day }) };
}
