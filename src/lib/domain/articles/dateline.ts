import { fold } from '#lib/domain/text.ts';
import { readStamp } from './stamps.ts';
import type { TextLexicon } from './text-lexicon.ts';
import type { Span } from './types.ts';

/** Where a report was written and by which agency, as its first words say. */
export interface Dateline {
	span: Span;
	/** The place's words, or "" where only the agency is named. */
	place: string;
	/** The agency in brackets or strokes; null where none is named. */
	agency: string | null;
	/** ISO day, where the dateline gives a full date. */
	published: string | null;
}

/** A dateline ends within so many units. */
const LONGEST_DATELINE = 110;
const CLOSE = /^(?<head>[^—\n]{2,100}?)\s*(?:—|\s-{1,2}\s|--)\s*(?=["'([]{0,3}[\p{Lu}\p{N}])/u;
const STROKES = /^(?<head>[^/\n]{2,60})\/(?<agency>[\p{L} -]{2,40})\/\.?\s*(?:—|-{1,2})?\s*(?=["']{0,2}\p{Lu})/u;
const BRACKETED = /^\((?<head>[\p{Lu}][^()\n]{2,60})\)\s*(?:—|-{1,2})\s*(?=["']{0,2}\p{Lu})/u;

/** Place names in capitals: "WASHINGTON", "WASHINGTON, D.C.", "ABOARD AIR FORCE ONE". */
const IN_CAPITALS = /^[\p{Lu}][\p{Lu}\p{M}.,'/ -]{2,60}$/u;
const NAME = /^\p{Lu}[\p{L}\p{M}.'-]*(?:[ ,/]+(?:\p{Lu}[\p{L}\p{M}.'-]*|of|de|la)){0,5}[ ,.]*$/u;

interface Head {
	place: string;
	agency: string | null;
	dated: boolean;
	published: string | null;
}

/**
 * The words before the date. A place may also be the name of a clock: "BEIJING, June 24", where "16:00 Beijing" is a
 * time.
 */
function beforeDate(line: string, { months, weekdays }: TextLexicon['stamps']): string {
	const tokens = line.split(' ');
	const end = tokens.findIndex((token) => {
		const word = fold(token).split(' ')[0] ?? '';
		return /^\d/.test(word) || months.has(word) || weekdays.has(word);
	});
	return (end === -1 ? tokens : tokens.slice(0, end)).join(' ');
}

/** Parts a dateline's words into place, agency and date. */
function readHead(head: string, lexicon: TextLexicon): Head | null {
	const bracket = /\(([^()]{2,40})\)\s*$/.exec(head);
	const bare = (bracket ? head.slice(0, bracket.index) : head).trim().replace(/[,.]$/, '');
	const stamp = readStamp(bare, lexicon);
	const place = (stamp === null ? bare : beforeDate(bare, lexicon.stamps)).replace(/[\s,.]+$/, '');
	const words = place === '' ? [] : fold(place).split(' ');
	if (stamp !== null && stamp.rest.length > words.length) return null;
	if (place !== '' && !IN_CAPITALS.test(place) && !NAME.test(place)) return null;
	return { place, agency: bracket?.[1]?.trim() ?? null, dated: stamp !== null, published: stamp?.iso ?? null };
}

/** A capitalised name before a dash may be a subject: only capitals, a date or an agency make it a dateline. */
function isDateline(head: Head, lexicon: TextLexicon): boolean {
	if (head.place === '') return head.agency !== null && lexicon.agencies.has(fold(head.agency));
	return head.agency !== null || head.dated || IN_CAPITALS.test(head.place);
}

/**
 * The dateline at the begin of a paragraph: "WASHINGTON (Reuters) —", "BEIJING, Nov. 16 (Xinhua) --",
 * "MOSCOW, November 16. /TASS/.", "(Geneva, 16 May 2024) —".
 * @param normal the article's text with like glyphs
 * @param span the paragraph's content
 */
export function datelineOf(normal: string, span: Span, lexicon: TextLexicon): Dateline | null {
	const window = normal.slice(span.start, Math.min(span.end, span.start + LONGEST_DATELINE));
	const found = STROKES.exec(window) ?? BRACKETED.exec(window) ?? CLOSE.exec(window);
	const groups = found?.groups;
	if (!found || groups?.head === undefined) return null;
	const read = readHead(groups.head, lexicon);
	const head = read === null ? null : { ...read, agency: groups.agency ?? read.agency };
	if (head === null || !isDateline(head, lexicon)) return null;
	const { place, agency, published } = head;
	return { span: { start: span.start, end: span.start + found[0].length }, place, agency, published };
}
