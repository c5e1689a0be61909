import type { Found } from '../found.ts';
import type { Mention, MentionOffice } from '../types.ts';
import { fold } from '../../text.ts';

/** "spokesman for the ministry": a body that the text has named before. */
const SHORT =
	/\b(of|for|at|with|in) (?:the|that|this) (ministry|department|office|agency|bureau|commission|committee|council|institute|institution|authority|bank|party|federation|association|union|university|centre|center|foundation|forum|command|embassy|administration|group)$/i;
/** So many sentences back a body may stand for which "its" or "the ministry" is short. */
const SENTENCES_BACK = 12;
const THE_BODY =
	/\bthe (?:ministry|department|office|agency|bureau|commission|committee|council|institute|authority|bank|party|company|firm|group|government|embassy|federation|association|union|regulator)\b/i;
const ITS = /\bits(?: (?:own|new|then|former))?\s+$/i;
const LONGEST_OWNER = 12;

/**
 * The title of an office with the body whose it is, where the text says "the ministry" or "its" for one that it named
 * before: "spokesman for the Chinese defence ministry"; as it stands where no such body is known.
 */
export function titleWithOwner(found: Found, mention: Mention, office: MentionOffice): string {
	const short = SHORT.exec(office.title);
	const noun = short?.[2];
	if (short && noun) {
		const owner = bodyBefore(found, mention, office, SENTENCES_BACK, noun);
		return owner ? `${office.title.slice(0, short.index)}${short[1] ?? 'of'} ${owner}` : office.title;
	}
	const { normal } = found.layout.article;
	const before = normal.slice(Math.max(0, office.span.start - LONGEST_OWNER), office.span.start);
	if (!ITS.test(before) || /\b(?:of|for|at) (?:the )?\p{Lu}/u.test(office.title)) return office.title;
	// "The ministry is against it, its spokesperson said": whose it is stands there, and is no other body.
	const own = normal.slice(found.layout.sentences[mention.sentence]?.start ?? 0, office.span.start);
	const owner = THE_BODY.test(own) ? undefined : bodyBefore(found, mention, office, 1);
	return owner ? `${office.title} of ${owner}` : office.title;
}

/** "its president", of which the text does not say whose: no office that tells anything. */
export function isOwnerless(found: Found, office: MentionOffice, told: string): boolean {
	const before = found.layout.article.normal.slice(Math.max(0, office.span.start - LONGEST_OWNER), office.span.start);
	return ITS.test(before) && !told.includes(' ') && office.country === undefined;
}

/** The body that was named last before an office; a state in between is the owner itself. */
function bodyBefore(
	{ mentions }: Found,
	{ sentence }: Mention,
	{ span, country }: MentionOffice,
	back: number,
	noun?: string
): string | undefined {
	let at = firstFrom(mentions, span.start) - 1;
	for (; at >= 0; at--) {
		const one = mentions[at];
		if (one === undefined || sentence - one.sentence > back) return undefined;
		const { referent } = one;
		if (one.end > span.start || one.via === 'adjective' || referent === null) continue;
		if (noun === undefined && referent.is === 'party') return undefined;
		if (referent.is !== 'organisation') continue;
		const named = noun === undefined || fold(referent.name).includes(fold(noun));
		const same = country === undefined || referent.party === undefined || referent.party === country;
		if (named && same) return referent.name;
	}
	return undefined;
}

/** Index of the first mention that begins at an offset or after it. */
function firstFrom(mentions: readonly Mention[], offset: number): number {
	let low = 0;
	let high = mentions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((mentions[middle]?.start ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
