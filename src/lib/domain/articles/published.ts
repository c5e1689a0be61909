import { fold } from '#lib/domain/text.ts';
import { datelineOf } from './dateline.ts';
import { datesAnother, imprintDay, occasionDay } from './imprint.ts';
import { detectLanguage } from './language.ts';
import { mastheadOf } from './masthead.ts';
import { openingLength } from './phrases.ts';
import { readStamp } from './stamps.ts';
import type { TextLexicon } from './text-lexicon.ts';
import type { ArticleMetadata, Block, Layout, SourceProposal } from './types.ts';

const SHORT = 300;
/** Stamps stand above the second paragraph of prose (the first may be a standfirst) or below the last. */
const HEAD = 2;

/** A byline's stamp may stand beside so many words. */
const MOST_OTHER_WORDS = 14;

interface Line {
	words: string;
	role: Block['role'];
	/** It stands above the prose or below it. */
	outside: boolean;
	above: boolean;
}

/** The article's short lines that are no prose, with where they stand. */
function linesOf({ article, blocks }: Layout): Line[] {
	const prose = blocks.flatMap(({ role, end, start }, index) =>
		role === 'bullet' || (role === 'body' && end - start > 120) ? [index] : []
	);
	const first = prose[HEAD - 1] ?? blocks.length;
	const last = prose.at(-1) ?? -1;
	return blocks
		.map(({ start, end, role }, index) => ({
			words: end - start > SHORT ? '' : article.normal.slice(start, end),
			role,
			outside: index < first || index > last,
			above: index < first
		}))
		.filter(({ words }) => words !== '');
}

/**
 * The day that a date stamp gives: a labelled one anywhere, else one above or below the prose. Stamps of
 * publication come before those of updates; bare dates that differ are a timeline and say nothing, but for one that
 * is a line by itself above the prose.
 */
function stampedDay(lines: readonly Line[], lexicon: TextLexicon): string | null {
	const stamps = lines.flatMap(({ words, role, outside, above }) => {
		const stamped = role === 'date-stamp' || role === 'byline' || role === 'heading' || isImprint(words, role, outside);
		const stamp = stamped ? readStamp(words, lexicon) : null;
		return stamp?.iso != null &&
			!(LISTED.test(words) && stamp.rest.length > 0) &&
			stamp.rest.length < MOST_OTHER_WORDS &&
			!(stamp.label === 'none' && datesAnother(words))
			? [{ iso: stamp.iso, label: stamp.label, outside, alone: above && stamp.rest.length === 0 }]
			: [];
	});
	const labelled = (label: string) => stamps.find((stamp) => stamp.label === label)?.iso;
	const all = stamps.filter((stamp) => stamp.label === 'none');
	const bare = all.filter((stamp) => stamp.outside);
	const days = new Set(all.map((stamp) => stamp.iso));
	const alone = new Set(bare.flatMap((stamp) => (stamp.alone ? [stamp.iso] : [])));
	const [first] = days.size <= 2 ? bare.map(({ iso }) => iso) : alone.size === 1 ? alone : [];
	return labelled('published') ?? first ?? labelled('updated') ?? null;
}

/** "• 27 February 2026 – First licences": a line of a calendar. */
const LISTED = /^[•·*▪‣–-]\s/u;
const SMALL_WORDS = /^(?:of|for|and|the|in|on|at|by|de|la|le|du|des|der|von|st|nd|rd|th)$/;
/** Longer lines of names and a date are prose. */
const LONGEST_IMPRINT = 110;

/** "Example Institute for Trade, 20 February 2025": a short line outside of the prose that is names and a date alone. */
function isImprint(words: string, role: Block['role'], outside: boolean): boolean {
	if (role !== 'body' || !outside || words.length > LONGEST_IMPRINT || /[.?!:;]["']?\s*$/.test(words)) return false;
	const names = words.replace(/\b\d{1,3}[\s-]?min(?:ute)?s?(?:\s(?:to\s)?read)?\b/i, ' ');
	return names.split(/[^\p{L}]+/u).every((word) => word === '' || /^\p{Lu}/u.test(word) || SMALL_WORDS.test(word));
}

/** Words of a name: capitalised, initials, and the small words inside of names. */
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}.'-]*|and|de|da|di|van|von|der|den|bin|ibn|al|el|la|le|du|&)$/u;
const MOST_NAME_WORDS = 14;

/** A byline's words after "By". */
function afterBy(line: string, lexicon: TextLexicon): string {
	// "Jane Roe (Partner, Geneva)": what she is, and no name of hers.
	const tokens = line.replace(/\s*\([^()]*\)/g, '').split(/\s+/);
	const opened = openingLength(
		lexicon.bylines,
		tokens.map((token) => fold(token))
	);
	return tokens.slice(opened).join(' ');
}

/** Capitalised words with one that names of newspapers and institutes have ("Example Times"). */
function isHouse(part: string, lexicon: TextLexicon): boolean {
	const words = part.split(' ');
	const named =
		words.length >= 2 && words.length <= 7 && words.every((word) => /^\p{Lu}|^(?:of|for|and|the)$/u.test(word));
	return (
		named &&
		fold(part)
			.split(' ')
			.some((word) => lexicon.publishers.within.has(word))
	);
}

/** The people of a byline ("Jane Roe and John Doe"), and what stands behind the comma. */
function readByline(line: string, lexicon: TextLexicon): { author: string | null; publisher: string | null } {
	const [names = '', ...others] = afterBy(line, lexicon)
		.replace(/\breading time\b.*$/i, '')
		.split(/\s*[,|—;•]\s*|\s-\s/);
	const words = names.split(/\s+/);
	const length = words.findIndex((word) => !NAME_WORD.test(word));
	const author = words.slice(0, Math.min(length === -1 ? words.length : length, MOST_NAME_WORDS)).join(' ');
	const agency = others.map((part) => lexicon.agencies.get(fold(part))).find((name) => name !== undefined);
	const self = lexicon.agencies.get(fold(author));
	const house = others.find((part) => isHouse(part, lexicon));
	return { author: author === '' || self !== undefined ? null : author, publisher: agency ?? self ?? house ?? null };
}

const COPYRIGHT =
	/^(?:copyright\s{0,3})?(?:©|\(c\)|copyright)\s{0,3}(?:copyright\s)?(?:\d{4}(?:\s?-\s?\d{4})?)?,?\s{0,3}(?:by\s)?([^.|]{2,80})/i;

/** "© 2023 Example News. All rights reserved." and "Source: Example Agency". */
function publisherOfLine({ words, outside }: Line, lexicon: TextLexicon): string | undefined {
	const owner = COPYRIGHT.exec(words)?.[1]
		?.replace(/[,;]?\s*(?:all rights reserved|or its affiliate|\d{4}).*$/i, '')
		.trim();
	if (owner !== undefined && /^\p{Lu}/u.test(owner)) return owner;
	const opening = openingLength(lexicon.publishers, fold(words).split(' '));
	const named = opening > 0 && outside ? /:\s{0,3}([\p{Lu}][^.:|]{1,60})$/u.exec(words)?.[1] : undefined;
	return named?.trim();
}

/** The agency of the first dateline and the day it gives. */
function ofDateline(layout: Layout, lexicon: TextLexicon): { publisher?: string; day?: string } {
	const block = layout.blocks.find(({ dateline }) => dateline !== undefined);
	const line = block ? datelineOf(layout.article.normal, block.content, lexicon) : null;
	if (line === null) return {};
	const agency = line.agency === null ? undefined : agencyNamed(line.agency, lexicon);
	return {
		...(agency === undefined ? {} : { publisher: agency }),
		...(line.published === null ? {} : { day: line.published })
	};
}

/** An agency by its full name; one that the lexicon does not have is proposed as it is written. */
function agencyNamed(written: string, lexicon: TextLexicon): string | undefined {
	return (
		lexicon.agencies.get(fold(written)) ?? (/^\p{Lu}[\p{L}\p{M}\p{N}.&' -]*$/u.test(written) ? written : undefined)
	);
}

/** The day of an ISO date or instant; undefined for what is none. */
function dayOf(published: string | undefined): string | undefined {
	const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(published ?? '')?.[0];
	return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

const filled = (words: string | undefined) => (words === undefined || words.trim() === '' ? undefined : words.trim());

/** The words of the first block of a role, as the article writes them. */
function wordsOfFirst({ article, blocks }: Layout, role: Block['role']): string | null {
	const block = blocks.find((one) => one.role === role);
	return block ? article.text.slice(block.content.start, block.content.end).replace(/\s+/g, ' ') : null;
}

/** Titles stand within so many blocks of the begin, imprints within so many of either end. */
const EDGE = 4;

/** The day of the article's own title or imprint, where no stamp gives it. */
function toldDay({ article, blocks }: Layout, lexicon: TextLexicon): string | null {
	const wordsOf = ({ start, end }: Block) => article.normal.slice(start, end).trim();
	const head = blocks.slice(0, EDGE);
	const titled = head
		.map((block) =>
			block.role === 'bullet' || LISTED.test(wordsOf(block)) ? null : occasionDay(wordsOf(block), lexicon)
		)
		.find((day) => day !== null);
	if (titled !== undefined) return titled;
	const tail = blocks.slice(Math.max(EDGE, blocks.length - EDGE)).reverse();
	const told = [...head, ...tail].flatMap((block) => imprintDay(wordsOf(block), lexicon) ?? []);
	return (told.find(({ updated }) => !updated) ?? told[0])?.iso ?? null;
}

/** The date of publication and where it was read; other dates in the prose say nothing of it. */
function published(
	layout: Layout,
	metadata: ArticleMetadata,
	lines: readonly Line[],
	lexicon: TextLexicon
): Pick<SourceProposal, 'published' | 'publishedFrom'> {
	const given = dayOf(metadata.published);
	if (given !== undefined) return { published: given, publishedFrom: 'metadata' };
	const stamped =
		stampedDay(lines, lexicon) ??
		ofDateline(layout, lexicon).day ??
		mastheadOf(layout, lexicon).day ??
		toldDay(layout, lexicon);
	return { published: stamped, publishedFrom: stamped === null ? 'none' : 'stamp' };
}

/**
 * What an article says of itself, for a person to confirm: title, publisher, author, day of publication, language.
 * The day comes from the file's metadata, a line that is a date and little else, or a dateline with its year;
 * it is null where none of them gives one.
 */
export function proposeSource(layout: Layout, metadata: ArticleMetadata, lexicon: TextLexicon): SourceProposal {
	const lines = linesOf(layout);
	const byline = lines.find((line) => line.role === 'byline' && line.outside);
	const by = byline ? readByline(byline.words, lexicon) : { author: null, publisher: null };
	const owner = lines.map((line) => publisherOfLine(line, lexicon)).find((name) => name !== undefined);
	const publisher =
		filled(metadata.publisher) ??
		ofDateline(layout, lexicon).publisher ??
		by.publisher ??
		owner ??
		mastheadOf(layout, lexicon).house ??
		null;
	const told = filled(metadata.language)?.toLowerCase().split(/[-_]/)[0];
	const detected = detectLanguage(layout.article.normal);
	return {
		title: filled(metadata.title) ?? wordsOfFirst(layout, 'headline'),
		publisher,
		author: filled(metadata.author) ?? by.author,
		...published(layout, metadata, lines, lexicon),
		language: detected === 'und' ? (told ?? 'und') : detected
	};
}

/**
 * The proposal with the day of publication that a person gave.
 * @param iso ISO 8601 day or instant; what is none of them leaves the proposal as it is
 */
export function withPublished(proposal: SourceProposal, iso: string): SourceProposal {
	const day = dayOf(iso);
	return day === undefined ? proposal : { ...proposal, published: day, publishedFrom: 'given' };
}
