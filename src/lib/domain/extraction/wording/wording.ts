import type { Span } from '../../articles/types.ts';
import { isShownAsSaid } from './said.ts';
import { capitalise, fold } from '../../text.ts';
import type { Found } from '../found.ts';
import { firstAtOrAfter, within } from '../spans.ts';
import type { Mention } from '../types.ts';
import { fullDate, fullPossessive, partOfDay } from './dates.ts';

interface Change extends Span {
	text: string;
}

/**
 * The words of a span as they can stand alone: pronouns and bare surnames as full names, relative dates in full, white
 * space and invisible characters tidied.
 */
export function wording(found: Found, stretch: Span): string {
	const { text } = found.layout.article;
	const span = { start: afterDateline(found, stretch), end: stretch.end };
	const changes = [...nameChanges(found, span), ...dateChanges(found, span)]
		.filter((change) => !isShownAsSaid(found.layout, change, span))
		.sort((a, b) => a.start - b.start);
	let out = '';
	let at = span.start;
	for (const change of changes) {
		if (change.start < at) continue;
		out += text.slice(at, change.start) + change.text;
		at = change.end;
	}
	return tidy(out + text.slice(at, span.end));
}

/** Where the words begin, without the place, day and agency before a report's first sentence. */
function afterDateline({ layout: { blocks } }: Found, { start, end }: Span): number {
	const dateline = blocks[firstAtOrAfter(blocks, start + 1) - 1]?.dateline;
	return dateline && dateline.start <= start && start < dateline.end && dateline.end < end ? dateline.end : start;
}

/** The words as a sentence: a capital at its start, one stop at its end. */
export function sentence(words: string): string {
	const bare = balanced(words.replace(/^["“”'‘’\s]+(?=[^"“”]*$)/, '').replace(/[\s,;:—–-]+$/, ''));
	return capitalise(/[.!?]["”’']?$/.test(bare) ? bare : `${bare}.`);
}

/** A quotation that the span cuts at one end gets its other mark: the words between are still somebody's own. */
function balanced(words: string): string {
	if (!/["“”]/.test(words)) return words;
	const opened = words.split('“').length - words.split('”').length;
	if (opened !== 0) return opened > 0 ? `${words}”` : `“${words}`;
	const straight = words.split('"').length - 1;
	if (straight % 2 === 0) return words;
	return /^[^"]*[^\s("]"/.test(words) ? `"${words}` : `${words}"`;
}

/** What is to be tidied, or a character that is not known to be plain: most words hold neither. */
const UNTIDY = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]| [ ,.;:]|^ | $/;

/** Without controls, zero-width and direction characters; single spaces. */
export function tidy(words: string): string {
	if (!UNTIDY.test(words)) return words;
	return words
		.replace(/[\p{Cc}\p{Cf}]+/gu, (run) => (/[\s]/.test(run) ? ' ' : ''))
		.replace(/\s{2,}|[^\S ]/g, ' ')
		.replace(/ ([,.;:])/g, '$1')
		.trim();
}

const PART_OF_DAY = /^ (night|morning|afternoon|evening)\b/;

function dateChanges(found: Found, span: Span): Change[] {
	const { text } = found.layout.article;
	return within(found.dates, span).flatMap((date) => {
		if (date.confidence < 0.6) return [];
		const before = text.slice(Math.max(span.start, date.start - 12), date.start);
		const possessive = found.layout.article.normal.startsWith("'s ", date.end);
		const part = PART_OF_DAY.exec(text.slice(date.end, date.end + 11));
		const spent = part && partOfDay(date, part[1] ?? '', text.slice(date.start, date.end), before);
		if (part && spent) return [{ start: date.start, end: date.end + part[0].length, text: spent }];
		const full = possessive
			? fullPossessive(date, before, text.slice(date.end + 2, date.end + 5))
			: fullDate(date, text.slice(date.start, date.end), before);
		return full === undefined ? [] : [{ start: date.start, end: date.end + (possessive ? 2 : 0), text: full }];
	});
}

/** A person is named in full once; a pronoun after that stays where nobody else came between. */
function nameChanges(found: Found, span: Span): Change[] {
	const changes: Change[] = [];
	const named = new Set<string>();
	let last: string | undefined;
	for (const mention of within(found.mentions, span)) {
		const { referent } = mention;
		if (!referent) continue;
		const pronoun = mention.via === 'pronoun';
		if (pronoun && last === referent.id) continue;
		const change = nameChange(found, mention, named.has(referent.id));
		if (change) changes.push(change);
		named.add(referent.id);
		if (referent.is === 'person' || pronoun) last = referent.id;
	}
	return changes;
}

const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Madam|Dr)\.? /;

/** The length of "Mr " before a name: a full name needs none. */
function courtesyBefore(found: Found, mention: Mention): number {
	const before = found.layout.article.normal.slice(Math.max(0, mention.start - 6), mention.start);
	return /\b(?:Mr|Mrs|Ms|Miss|Dr)\.? $/.exec(before)?.[0].length ?? 0;
}

/** A name with the accents that the text gives its words. */
function asWritten(name: string, shown: string): string {
	const words = new Map(shown.split(' ').map((word) => [fold(word), word]));
	return name.replace(/[^\s-]+/g, (word) => words.get(fold(word)) ?? word);
}

/** "Foreign minister Giorgos Gerapetritis": a given name that is not the known one is the article's to choose. */
const hasOtherGiven = (shown: string): boolean => /(?:^|\s)\p{Ll}\S*\s\p{Lu}[\p{L}'’-]+\s\S+$/u.test(shown);

/** How much of the end of what is shown is the person's name: "Donald J. Trump" of "President Donald J. Trump". */
function ownPart(shown: string, name: string): number {
	const own = new Set(name.split(/[\s-]/));
	const words = shown.split(' ');
	let from = words.length - 1;
	while (from > 0 && (own.has(words[from - 1] ?? '') || /^\p{Lu}\.?$/u.test(words[from - 1] ?? ''))) from -= 1;
	return words.slice(from).join(' ').length;
}

function nameChange(found: Found, mention: Mention, named: boolean): Change | undefined {
	const { referent } = mention;
	if (!referent || referent.is === 'joint') return undefined;
	const shown = found.layout.article.text.slice(mention.start, mention.end);
	const start = mention.start - courtesyBefore(found, mention);
	const whole = { start, end: mention.end, text: referent.name };
	if (mention.via === 'pronoun') return whole;
	if (referent.is !== 'person' || named || fold(shown).includes(fold(referent.name))) return undefined;
	const name = asWritten(referent.name, shown);
	const courteous = COURTESY.exec(`${shown} `);
	if (courteous && shown.length < referent.name.length + 5) return whole;
	const family = shown.split(' ').pop() ?? '';
	const known = family !== '' && name.split(/[\s-]/).includes(family);
	if (known && family.length === shown.length) return { ...whole, text: name };
	if (known)
		return hasOtherGiven(shown)
			? undefined
			: { start: mention.end - ownPart(shown, name), end: mention.end, text: name };
	return mention.via === 'title' || mention.via === 'office' ? whole : undefined;
}
