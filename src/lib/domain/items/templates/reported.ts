import { containsWords, wordsOf } from '../../text.ts';
import { beside } from './beside.ts';
import type { Told } from './told.ts';

const MOST_TELLER_WORDS = 9;
const MOST_REPORTS = 1;
const VERBS =
	'said|says|saying|told|tells|added|adds|claimed|claims|reported|reports|explained|wrote|writes|argued|argues|noted|recalled|insisted|insists|maintained|maintains|suggested|suggests|announced|disclosed|revealed|confirmed|hinted|indicated|acknowledged|quoted|remarked|stated|complained|alleged|briefed|stressed|warned|replied|replies|countered|counters|answered|answers|responded|retorted|predicted|conceded|cautioned|contended|declared|asserted|emphasi[sz]ed|underlined|underscored|reiterated|reaffirmed';
/** Somebody tells what follows. */
const REPORT = new RegExp(
	`\\b(?:${VERBS})\\b|\\b(?:claim|assertion|allegation|boast)s?\\b[^.;]{0,60}(?::|\\bthat\\b)|\\b[Aa]ccording to\\b|\\b[Bb]y (?:his|her|its|their|\\p{Lu}\\S{1,40}['’]s) account\\b`,
	'gu'
);
/** ", Leavitt said", ", according to the fact sheet": somebody told what stands before. */
const TOLD_AFTER = new RegExp(
	`^[”"’']?(?:,|;| –| —)? ?(?:according to\\b|(?:as )?(?:he|she|it|they|the \\p{Ll}[^,.;]{1,40}|(?:\\p{Lu}\\S{1,30} ){1,5})(?:${VERBS})\\b|(?:${VERBS}) (?:\\p{Lu}|the |a ))`,
	'u'
);
const SAYING = new RegExp(
	`^(?:again |also |once more )?(?:${VERBS}|reaffirm\\p{L}*|reiterat\\p{L}*|emphasi[sz]\\p{L}*|underlin\\p{L}*|restated?|declar\\p{L}*|den(?:y|ies|ied)|point(?:s|ed) out)\\b`,
	'u'
);
const CITED =
	/^(?:According to ((?:the |an? )?[^,“”]{2,80}),|((?:\p{Lu}[\p{L}.’'-]* |of |the |and |for ){1,8}\p{Lu}[\p{L}’'-]+) (?:said|says|announced|confirmed)(?: that| on \p{Lu}\p{Ll}+day(?: that)?)?)$/u;
const CITED_AFTER = /^[”"’']?, according to ((?:the |an? )?[^,.;“”]{2,80})[.,;]/u;
/** Nobody whom a question can cite. */
const NOBODY = /\b(?:he|she|it|they|his|her|its|their|officials?|sources?|people|reports?|media|some|both)\b/iu;

const reportsIn = (text: string): number => [...text.matchAll(REPORT)].length;

/** The words before a predicate in the words that show it: "According to Rubio, the president" of "… restated that". */
function leadOf(shown: string, predicate: string): string {
	const [first = ''] = predicate.split(' ');
	const at = first === '' ? -1 : shown.indexOf(first);
	return at < 0 ? '' : shown.slice(0, at);
}

/** Whether the words that show a fact name its holder, and not by a pronoun or a title. */
function namesHolder({ shown, holder }: Told): boolean {
	const family = (holder ?? '').split(' ').pop() ?? '';
	return family !== '' && (containsWords(shown, family) || containsWords(shown, holder ?? ''));
}

/** Whoever is cited for all that a sentence tells: "Marco Rubio", "the fact sheet". */
function citedIn(told: Told): string | undefined {
	const { before, after } = beside(told);
	const [, source, speaker] = CITED.exec(before.trim()) ?? [];
	const teller = source ?? speaker ?? (before.match(REPORT) ? undefined : CITED_AFTER.exec(after)?.[1]);
	if (teller === undefined || NOBODY.test(teller) || wordsOf(teller).length > MOST_TELLER_WORDS) return undefined;
	return teller;
}

const OWN_REPORT = new RegExp(
	`(?:^|[\\s,”"])(he|she|it|they|\\p{Lu}[\\p{L}.’'-]*) (?:${VERBS})\\b[^.;]{0,300}, (?:while |and )?$`,
	'u'
);

/** "Norway maintains that …, and turned down a survey": a second verb of whoever the first one is of. */
const NEXT_DEED = /^(?:turned down|rejected|refused|called|demanded|urged|warned|asked|pledged|promised|offered)\b/u;
const FIRST_REPORT = new RegExp(`^(?:\\p{Lu}[\\p{L}.’'-]* ){1,4}(?=(?:${VERBS})\\b)`, 'u');

/** Whether a subject is called by a name, or by the last word of it. */
const begins = (subject: string, name: string): boolean =>
	containsWords(subject, name.replace(/^the /, '')) || containsWords(subject, name.split(' ').pop() ?? name);

/** "…, he said, demanding that Washington lift the ban": a participle goes on with what its speaker says. */
function goesOn({ shown, holder, party }: Told, before: string): boolean {
	if (reportsIn(before) !== 1) return false;
	if (NEXT_DEED.test(shown) && before.endsWith(', and ')) {
		const [subject = ''] = FIRST_REPORT.exec(before) ?? [];
		return (
			subject !== '' &&
			[holder, party?.name].some((name) => name !== undefined && name !== null && begins(subject, name))
		);
	}
	if (!/^\p{Ll}+ing\b/u.test(shown)) return false;
	const [, subject = ''] = OWN_REPORT.exec(before) ?? [];
	return /^(?:he|she)$/u.test(subject) || (subject !== '' && containsWords(holder ?? '', subject));
}

/**
 * Whether what a predicate says of somebody stands inside the report of somebody else, so that whose it is, is only
 * what that one says: "Sullivan said that the president had raised it, and had called on Beijing to help".
 * @param predicate of the question, which begins with its verb
 */
export function isOfAnother(told: Told, predicate: string): boolean {
	if (/,? and that\b/.test(predicate) && !SAYING.test(predicate)) return true;
	const { before, after } = beside(told);
	if (goesOn(told, before)) return false;
	const lead = before + leadOf(told.shown, predicate);
	const reports = reportsIn(lead);
	// "Wang said that China would …": the report is the predicate itself.
	const most = told.shown.includes(predicate.split(' ', 1).join('')) ? 0 : MOST_REPORTS;
	if (SAYING.test(predicate)) return reports > most || /^\W*[Aa]ccording to\b/u.test(lead);
	return reports > 0 || TOLD_AFTER.test(after);
}

/**
 * A fact that somebody is cited for, with the citation in all names of its article: "Fjord Press (4 May 2031), citing
 * the fact sheet". Undefined where whose it is stays uncertain.
 */
export function withTeller(told: Told, predicate: string): Told | undefined {
	if (!isOfAnother(told, predicate) || told.label.includes(', citing ')) return told;
	const teller = citedIn(told);
	if (teller === undefined || !namesHolder(told) || reportsIn(beside(told).before) > MOST_REPORTS) return undefined;
	if (leadOf(told.shown, predicate).match(REPORT) || /,? and that\b/.test(predicate)) return undefined;
	const family = teller.split(' ').pop() ?? teller;
	if (containsWords(told.holder ?? '', family)) return told;
	return {
		...told,
		label: `${told.label}, citing ${teller}`,
		labels: (told.labels ?? []).map((name) => `${name}, citing ${teller}`),
		sources: told.sources.map((source) => `${source}, citing ${teller}`)
	};
}
