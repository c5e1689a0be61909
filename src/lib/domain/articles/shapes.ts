import { fold } from '#lib/domain/text.ts';
import { hasPhrase, hasPhraseBefore, openingLength } from './phrases.ts';
import { readStamp } from './stamps.ts';
import type { TextLexicon } from './text-lexicon.ts';

/** Longest lines, in UTF-16 units, that can be anything but prose. */
export const LONGEST_SHORT = 320;
const MOST_HEADING_WORDS = 16;

/** What a line opens with that is not part of its sentence. */
export interface Opening {
	/** Units to skip. */
	skip: number;
	kind: 'heading' | 'quote' | 'bullet' | 'number' | 'question' | 'time' | 'none';
	label?: string;
}

/** Heading and quotation in Markdown. */
const MARKDOWN = /^(?:#{1,6}|>)\s{1,20}(?=\S)/;
const BULLET = /^[•‣◦▪●■○·*⁃∙►▶✓➤—-]\s{1,20}(?=\S)/;
const NUMBER = /^(?:\(?\d{1,2}[.)]|\([a-z]{1,4}\)|[a-z][.)]|[IVX]{1,5}\.)\s{1,20}(?=\S)/;
const QUESTION = /^(?:(?:Q|A|Question|Answer)\s?\d{0,3}\s?[:.]|[QA]\s(?=\s))\s{0,20}(?=\S)/;
const TIME =
	/^(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s(?:[A-Z]{2,5}|local time))?\s{0,3}(?:[:|—]|-{1,2}(?=\s))\s{0,3}(?=\S)/i;

/** The bullet, list number, "Q:" or time at the begin of a line. */
export function openingOf(line: string): Opening {
	const head = line.slice(0, 60);
	const mark = MARKDOWN.exec(head)?.[0];
	if (mark !== undefined) return { skip: mark.length, kind: mark.startsWith('#') ? 'heading' : 'quote' };
	const time = TIME.exec(head);
	if (time) return { skip: time[0].length, kind: 'time', label: time[0].replace(/[\s:|—-]+$/, '') };
	const question = QUESTION.exec(head);
	if (question) return { skip: question[0].length, kind: 'question', label: question[0].replace(/[\s:.]+$/, '') };
	const bullet = BULLET.exec(head);
	if (bullet) return { skip: bullet[0].length, kind: 'bullet' };
	const number = NUMBER.exec(head);
	return number ? { skip: number[0].length, kind: 'number' } : { skip: 0, kind: 'none' };
}

const LABEL = /^([^:\n]{2,90}):\s{1,20}(?=\S)/;
const DASHED = /^([\p{Lu}][^—:.\n"]{1,40})\s—\s(?=["']{0,2}\p{Lu})/u;

/** "2018: …", "Summer 2019: …", as in a timeline. */
const YEARS = /^(?:(?:early|mid|late|spring|summer|autumn|fall|winter)[ -])?\d{4}(?:[-/]\d{2,4}|s)?$/i;

/**
 * The label before a line's colon ("Military talks: …", "MR. SULLIVAN: …").
 * @param inList whether the line is a bullet or list number: then labels may be longer, or end with a dash
 */
export function labelOf(line: string, inList: boolean, lexicon: TextLexicon): { label: string; skip: number } | null {
	const head = line.slice(0, 140);
	const found = LABEL.exec(head) ?? (inList ? DASHED.exec(head) : null);
	const label = found?.[1]?.trim();
	if (!found || label === undefined || !/^[\p{Lu}\p{N}*]/u.test(label)) return null;
	// A date stays with its sentence: it says when.
	if (YEARS.test(label) || readStamp(label, lexicon)?.rest.length === 0) return null;
	const marks = label.split('"').length - 1;
	if (marks % 2 === 1 || (marks > 0 && !inList)) return null;
	const words = fold(label).split(' ');
	if (words.length > (inList ? 10 : 7) || words.some((word) => lexicon.notInLabel.has(word))) return null;
	if (lexicon.speech.has(words.at(-1) ?? '') || /[.!?;]\s/.test(label.replace(/\b\p{L}{1,4}\./gu, ''))) return null;
	const titled = label.split(/\s+/).every((word) => /^[^\p{Ll}]/u.test(word) || word.length < 4);
	if (!inList && words.length > 3 && !titled) return null;
	return { label: label.replace(/^\*+|\*+$/g, ''), skip: found[0].length };
}

/** Whether the line's last sign is one that ends or continues a sentence. */
export function hasFinalStop(line: string): boolean {
	return /[.!…:;,。]["')\]]{0,4}$/.test(line);
}

const words = (line: string) =>
	fold(line)
		.split(' ')
		.filter((word) => word !== '');

/** A line that ends with one of these goes on below. */
const OPEN_WORDS = new Set('a an and at by for from in into of on or that the to with'.split(' '));

/** A short line without a final stop, as headings are. A colon may end it where the words are few. */
export function looksLikeHeading(line: string, lexicon: TextLexicon): boolean {
	if (line.length > 160 || !/^["'([#*]{0,4}[\p{Lu}\p{N}\p{Lo}]/u.test(line)) return false;
	const list = words(line);
	if (list.length === 0 || list.length > MOST_HEADING_WORDS) return false;
	if (OPEN_WORDS.has(list.at(-1) ?? '')) return false;
	if (/:$/.test(line)) return list.length <= 6 && !list.some((word) => lexicon.notInLabel.has(word));
	if (/[.]["')\]]{0,4}$/.test(line)) return /\b(?:U\.S|U\.K|U\.N|E\.U|D\.C|Inc|Jr)\.$/.test(line) && list.length <= 10;
	return !hasFinalStop(line);
}

/** Like a heading, and longer ones too: the first line of an article. */
export function looksLikeHeadline(line: string): boolean {
	const list = words(line.slice(0, LONGEST_SHORT));
	if (line.length > LONGEST_SHORT || list.length < 2 || list.length > 34) return false;
	return !/[.;,:]["')\]]{0,4}$/.test(line) || (list.length <= 14 && !/[;,:]$/.test(line) && !/[.!?]\s/.test(line));
}

/**
 * "By Jane Smith and John Doe", "Posted by …", "Reporting by …; editing by …".
 * @param folded the line's folded words, where they are known
 */
export function isByline(line: string, lexicon: TextLexicon, folded: readonly string[] = words(line)): boolean {
	if (line.length > 240) return false;
	const opening = openingLength(lexicon.bylines, folded);
	if (lexicon.agencies.has(folded.join(' '))) return true;
	if (opening === 0) return folded.length <= 12 && !hasFinalStop(line) && hasPhrase(lexicon.bylines, folded);
	const rest = line
		.split(/[\s,|/;]+/)
		.slice(opening)
		.filter((word) => word !== '');
	if (rest.length === 0 || rest.length > 18 || /^\d/.test(rest[0] ?? '')) return false;
	const small = rest.filter(
		(word) =>
			/^\p{Ll}/u.test(word) && !/^(?:and|in|of|for|the|de|da|di|van|von|der|bin|al|el|with|at|du|la)$/.test(word)
	);
	return small.length <= rest.length / 6 && !(hasFinalStop(line) && rest.length > 8);
}

/**
 * A picture's caption, told by its credit.
 * @param folded the line's folded words; of a long line, which is no caption by its first words, none
 */
export function isCaption(line: string, lexicon: TextLexicon, folded: readonly string[]): boolean {
	if (line.length > 900) return false;
	const tail = line.slice(-70);
	const credited =
		/[|/©([]|(?:photo|image|picture|credit|handout|illustration|graphic)/i.test(tail) ||
		/[.!"]\s[^.!]{2,40}$/.test(tail);
	if (hasPhraseBefore(lexicon.captions, folded)) return true;
	if (!credited) return false;
	const last = words(tail.slice(Math.max(0, tail.search(/[.!|([©][^.!|([©]{1,60}$/))));
	return hasPhrase(lexicon.captions, last);
}

/** "Home > News > Asia", "World | Politics | US", "Asia-Pacific, News, US". */
export function isNavigation(line: string): boolean {
	if (line.length > 160 || hasFinalStop(line)) return false;
	const parts = line.split(/\s[>»|/·•]\s/);
	return parts.length >= 3 && parts.every((part) => part.trim().split(/\s+/).length <= 4);
}
