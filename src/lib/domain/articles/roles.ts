import { fold } from '#lib/domain/text.ts';
import { datelineOf } from './dateline.ts';
import { afterEnders } from './endings.ts';
import type { Paragraph } from './lines.ts';
import { hasPhrase } from './phrases.ts';
import {
	isByline,
	isCaption,
	isNavigation,
	LONGEST_SHORT,
	looksLikeHeading,
	looksLikeHeadline,
	openingOf
} from './shapes.ts';
import { readStamp } from './stamps.ts';
import type { TextLexicon } from './text-lexicon.ts';
import type { BlockRole } from './types.ts';

/** A line as the rules for roles see it. */
interface Shape {
	line: string;
	/** Folded words of a short line; of a long one only their number counts. */
	words: readonly string[];
	apart: boolean;
	/** The next line stands directly below. */
	joined: boolean;
}

function shapesOf(normal: string, paragraphs: readonly Paragraph[]): Shape[] {
	return paragraphs.map(({ start, end, apart }, index) => {
		const whole = normal.slice(start, Math.min(end, start + 1000));
		const { kind, skip } = openingOf(whole);
		const line = kind === 'heading' || kind === 'quote' ? whole.slice(skip) : whole;
		const next = paragraphs[index + 1];
		const words =
			line.length > LONGEST_SHORT
				? []
				: fold(line)
						.split(' ')
						.filter((word) => word !== '');
		return { line, words, apart, joined: next !== undefined && !next.apart };
	});
}

/** Signs of the web page around an article. */
function isBoilerplate({ line, words }: Shape, lexicon: TextLexicon): boolean {
	if (line.length > LONGEST_SHORT) return false;
	if (words.length === 0) return !/\p{L}|\p{N}/u.test(line);
	if (/^(?:©|copyright\b|\(c\)\s\d{4})/i.test(line) || /^(?:https?:\/\/|www\.)\S+$/i.test(line)) return true;
	return hasPhrase(lexicon.boilerplate, words) || isNavigation(line);
}

/** A stamp leaves next to nothing of its line; a label allows for a few words more. */
function isStamp(line: string, lexicon: TextLexicon): boolean {
	const stamp = readStamp(line, lexicon);
	if (stamp === null) return false;
	return stamp.rest.length <= (stamp.label === 'none' ? 1 : 4);
}

/** The role of a line looked at alone; undefined where its surroundings must tell. */
function ownRole(shape: Shape, lexicon: TextLexicon): BlockRole | undefined {
	const { line, words } = shape;
	if (isStamp(line, lexicon)) return 'date-stamp';
	if (isByline(line, lexicon, words)) return 'byline';
	if (isBoilerplate(shape, lexicon)) return 'boilerplate';
	if (isCaption(line, lexicon, words)) return 'caption';
	const opening = openingOf(line);
	if (opening.kind === 'bullet' || opening.kind === 'number') return 'bullet';
	if (opening.kind !== 'none') return 'body';
	return undefined;
}

/** A numbered line that stands alone among paragraphs is a heading: "2. Export controls". */
function isNumberedHeading(
	shapes: readonly Shape[],
	roles: readonly (BlockRole | undefined)[],
	index: number,
	lexicon: TextLexicon
) {
	const shape = shapes[index];
	const next = shapes[index + 1];
	// A list of points under it has marks of another kind; with the same kind the line is a point of it.
	const opensPoints = next !== undefined && openingOf(next.line).kind === 'bullet';
	if (!shape?.apart || !next || (roles[index + 1] !== undefined && !opensPoints)) return false;
	const opening = openingOf(shape.line);
	const content = shape.line.slice(opening.skip);
	if (openingOf(shapes[index - 1]?.line ?? '').kind === 'number') return false;
	return (
		opening.kind === 'number' &&
		shape.words.length <= 10 &&
		!content.includes(':') &&
		looksLikeHeading(content, lexicon)
	);
}

/** The name of an office or publisher, as releases have it above their title. */
const isOffice = (words: readonly string[], lexicon: TextLexicon) =>
	words.length <= 7 &&
	words.some((word) => lexicon.publishers.within.has(word)) &&
	words.some((word) => word === 'of' || word === 'the' || word === 'for');

const KICKER_WORDS = 3;
const MOST_KICKERS = 4;
const FEWEST_OF_TITLE = 5;
/** "CLIENT ALERT | Trade and Security", "THE HARBOUR BRIEFING", "Policy Note 2020/17": a house or a series, and no title. */
const SERIES =
	/^[^\p{Ll}|]*\|(?!.*[.?!]$)|^(?:THE )?(?:[\p{Lu}\d.’'-]+ ){1,4}(?:BRIEFING|NEWSLETTER|NOTE|BULLETIN|DIGEST|MEMO|ALERT|REPORT)$|^(?:\p{Lu}\p{Ll}+ )?(?:Note|Paper|Brief|Briefing|Alert|Memo|Bulletin|Report|Comment|Issue|Update|Analysis|Insight)(?: (?:No|Nr|Vol)\.?)? ?[#\d/.–-]+(?:\s*[|·•].*)?$/u;

/** "HOLLIS BRANDT LLP": a firm. */
const FIRM = /^[\p{Lu}][^,.;:?!]{1,60}\b(?:LLP|LLC)$/u;
/** "International Trade & National Security": what a firm's letter is about, directly below its name. */
const isPractice = (shapes: readonly Shape[], index: number): boolean =>
	FIRM.test(shapes[index - 1]?.line ?? '') &&
	shapes[index]?.apart === false &&
	/^(?:\p{Lu}[\p{L}-]*|&|and|of)(?: (?:\p{Lu}[\p{L}-]*|&|and|of)){0,6}$/u.test(shapes[index]?.line ?? '');

/** "SOUTHERN SEAS CENTRE" above "Briefing Note 41": a house, directly above the name of its series. */
const isHouseOfSeries = (shapes: readonly Shape[], index: number, lexicon: TextLexicon): boolean =>
	SERIES.test(shapes[index + 1]?.line ?? '') &&
	!/\p{Ll}/u.test(shapes[index]?.line ?? '') &&
	(shapes[index]?.words ?? []).some((word) => lexicon.publishers.within.has(word));

/** "International Trade | Client Alert": a line of parts, one of which is the name of a series. */
const SERIES_PART =
	/(?:^|[|·•]\s*)(?:\p{Lu}\p{Ll}+ )?(?:Alert|Update|Note|Brief|Briefing|Bulletin|Memo|Memorandum|Newsletter|Insights?|Advisory)\s*(?:$|[|·•])/u;

/** Whether a first line stands above the title: a few words, an office, a series. */
const isKicker = ({ line, words }: Shape, lexicon: TextLexicon): boolean =>
	words.length <= KICKER_WORDS ||
	isOffice(words, lexicon) ||
	SERIES.test(line) ||
	FIRM.test(line) ||
	(/[|·•]/u.test(line) && SERIES_PART.test(line));

/** Index of the headline: among the first lines, the first that looks like one and is no kicker above one. */
function headlineAt(shapes: readonly Shape[], roles: readonly (BlockRole | undefined)[], lexicon: TextLexicon): number {
	const free = shapes.slice(0, 12).flatMap((_, index) => (roles[index] === undefined ? [index] : []));
	const [first] = free;
	const like = (index: number | undefined) => {
		const line = shapes[index ?? -1]?.line ?? '';
		return looksLikeHeadline(line) && datelineOf(line, { start: 0, end: line.length }, lexicon) === null;
	};
	if (first === undefined) return -1;
	// The first that is no kicker, where all before it are.
	const at = free.findIndex((index) => {
		const shape = shapes[index];
		if (shape === undefined) return true;
		return !(isKicker(shape, lexicon) || isPractice(shapes, index) || isHouseOfSeries(shapes, index, lexicon));
	});
	const title = free[at];
	const isBelow =
		at > 0 && at < MOST_KICKERS && like(title) && (shapes[title ?? -1]?.words.length ?? 0) >= FEWEST_OF_TITLE;
	if (isBelow) return title ?? -1;
	return like(first) && shapes.length > 1 ? first : -1;
}

/** Two to four capitalised words: a name, where a date stands directly below. */
const NAME = /^\p{Lu}[\p{L}\p{M}.'-]*(?: \p{Lu}[\p{L}\p{M}.'-]*){1,3}$/u;

/** "Spokesperson Wendell Harcastle": who speaks in what follows, and nobody who wrote it. */
const OFFICE =
	/^(?:Spokes(?:person|man|woman)|Minister|President|Premier|Chancellor|Secretary|Ambassador|Director|Governor)\b/;
const isAuthor = (line: string): boolean => NAME.test(line) && !OFFICE.test(line);
/** "QUESTION: Is the meeting on?": a line of a transcript, however short. */
const ASKS = /^(?:Q|QUESTION|Question|A|ANSWER|Answer): /;

/** From this many words on, a line without a stop below the headline is a standfirst, not a heading. */
const STANDFIRST = 8;

interface Surroundings {
	headline: number;
	firstBody: number;
	lastBody: number;
	/** Bare dates on three days or more: a timeline. */
	timeline: boolean;
}

/** The role of a line by its surroundings. */
function roleInPlace(
	shapes: readonly Shape[],
	index: number,
	at: Surroundings,
	lexicon: TextLexicon,
	next: BlockRole | undefined
): BlockRole {
	const shape = shapes[index];
	if (!shape || ASKS.test(shape.line) || !looksLikeHeading(shape.line, lexicon)) return 'body';
	const headline = shapes[at.headline];
	if (headline && headline.words.join(' ') === shape.words.join(' ')) return 'headline';
	if (shape.joined && next === 'caption') return 'caption';
	if (index < at.firstBody && next === 'date-stamp' && shape.joined && isAuthor(shape.line)) return 'byline';
	if (index > at.lastBody) return shape.words.length < STANDFIRST ? 'boilerplate' : 'body';
	if (index < at.headline) return 'boilerplate';
	if (index < at.firstBody && shape.words.length >= STANDFIRST) return 'body';
	return 'heading';
}

/** The day of a line that is a date without label or time. */
function bareDay(line: string, lexicon: TextLexicon): string | null {
	const stamp = readStamp(line, lexicon);
	if (stamp === null || stamp.label !== 'none' || /\d[:.]\d{2}\b/.test(line)) return null;
	return stamp.iso ?? fold(line);
}

/** A date as a line of its own among paragraphs heads what happened on it. */
const isDateHeading = (shape: Shape | undefined, index: number, at: Surroundings, lexicon: TextLexicon) => {
	return at.timeline && shape !== undefined && index < at.lastBody && bareDay(shape.line, lexicon) !== null;
};

/** The roles of all paragraphs, in their order. */
export function rolesOf(normal: string, paragraphs: readonly Paragraph[], lexicon: TextLexicon): BlockRole[] {
	const shapes = shapesOf(normal, paragraphs);
	const own = shapes.map((shape) => ownRole(shape, lexicon));
	const dropped = afterEnders(shapes, paragraphs, lexicon);
	const known = own.map((role, index) => (dropped.has(index) ? ('boilerplate' as const) : role));
	const headline = headlineAt(shapes, known, lexicon);
	const isProse = (index: number) => {
		if (index === headline || known[index] === 'bullet') return known[index] === 'bullet';
		return (
			(known[index] ?? 'body') === 'body' &&
			(known[index] === 'body' || !looksLikeHeading(shapes[index]?.line ?? '', lexicon))
		);
	};
	const prose = shapes.flatMap((_, index) => (isProse(index) ? [index] : []));
	const days = shapes.flatMap(({ line }, index) => (known[index] === 'date-stamp' ? [bareDay(line, lexicon)] : []));
	const timeline = new Set(days.filter((day) => day !== null)).size >= 3;
	const at = { headline, firstBody: prose[0] ?? shapes.length, lastBody: prose.at(-1) ?? -1, timeline };
	return shapes.map((_, index) => {
		if (index === headline) return 'headline';
		const role = known[index];
		if (role === 'bullet' && isNumberedHeading(shapes, known, index, lexicon)) return 'heading';
		if (role === 'date-stamp' && isDateHeading(shapes[index], index, at, lexicon)) return 'heading';
		return role ?? roleInPlace(shapes, index, at, lexicon, known[index + 1]);
	});
}
