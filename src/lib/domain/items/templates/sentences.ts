import { splitNations } from '../../grading/nations.ts';
import { wordsOf as gradedWords } from '../../grading/normalise.ts';
import { wordsOf } from '../../text.ts';
import { breaksOff, hasBrokenClause, hasFiniteVerb, isCommand, isSpliced, pointsBack } from './grammar.ts';

/** A sentence around a gap. */
export interface Gap {
	before: string;
	after: string;
}

export const BLANK = '____';
const OPENINGS =
	/^(?:(?:but|and|so|yet)\b,?\s+)?(?:(?:first|second|third|fourth|fifth|lastly|under the (?:agreement|deal|accord|pact|arrangement|plan)|as part of the (?:deal|agreement)|in the (?:first|second|third) place|however|but|and|so|yet|also|meanwhile|moreover|in addition|additionally|further|furthermore|thus|still|then|as a consequence|as a result|consequently|for example|for instance|in particular|in fact|indeed|instead|nevertheless|nonetheless|therefore|hence|similarly|likewise|by contrast|in contrast|in return|in turn|separately|finally|at the same time|on the other hand|for (?:its|his|her|their) part)\b(?! (?:of|to|with|from|than)\b)(?: ?,\s*|\s+))?/i;
/** Words that lean on a sentence before, or on the day or the writer. */
const LEANS =
	/^(?:(?:before|after|since|despite|besides|until) (?:this|that)|this|that|these|those|it|he|she|they|we|such|i|here|both(?! (?:leaders|presidents|sides|countries|ministers|governments|nations|parties|delegations|capitals|negotiators|(?:special |foreign |trade )?(?:ministers|envoys|representatives)))|another|the (?:latter|former|same|move|decision|meeting|statement|agreement|deal|two(?! (?:leaders|presidents|sides|countries|(?:foreign |defence )?ministers|governments|nations|neighbours|parties)))|[^a-z]*$)\b/i;
const DEICTIC =
	/\b(?:I|we|our|my|us|you|your|yesterday|today|tomorrow|tonight|this (?:week|month|year|morning)|last (?:week|month|year|night)|next (?:week|month|year)|earlier|later|below|above)\b/i;
const TAIL =
	/(?:; | [–—] |, (?:which|who|whose|where|while|but|and|as|though|although|after|before|with|according to|adding|saying|including|following|when|because|since|said|even|in what|a|an|the)\b)/;
const LEAD_CUT = /(?:; |(?<!\b[A-Z])\. |, (?:while|but|and|whereas|although|though) )(?=(?:[A-Z]|the |about |more ))/g;
const MOST_WORDS = 24;
/** Longer sentences are none; in characters. */
const LONGEST = 2000;

/** A statement without a leading conjunction, if it can be read alone; undefined where it leans on its text. */
export function alone(statement: string): string | undefined {
	if (statement.length > LONGEST) return undefined;
	const bare = statement
		.replace(OPENINGS, '')
		.replace(/, (?:however|for (?:its|his|her|their) part|too|meanwhile|in turn),/, '')
		.replace(/^((?:\S+ ){1,5}?)for (?:its|his|her|their) part (?=\p{Ll})/u, '$1')
		.replace(/\s+/g, ' ')
		.replace(/^((?:(?:\p{Lu}[^\s,]{0,40}|of|the) ){1,9})also (?=[a-z])/u, '$1')
		.replace(/[;,]? (?:and|or)\.?$/, '.')
		.trim();
	if (/[…?]/.test(withoutQuotes(bare)) || pointsBack(withoutQuotes(bare)) || isCommand(bare) || !hasFiniteVerb(bare))
		return undefined;
	// "What Norway called a support": a clause, and no sentence.
	if (/^(?:What|Whoever|Whether|Why|How|Well)\b/.test(bare)) return undefined;
	if (/^[“‘"]/.test(bare) || WEEKDAY.test(withoutQuotes(bare))) return undefined;
	if (/\bit[.!]?$/.test(bare) || isDoubled(bare) || JUDGING.test(bare)) return undefined;
	if (leans(bare) || !balanced(bare) || DEICTIC.test(withoutQuotes(bare).replace(/\bUS\b/g, 'U.S.'))) return undefined;
	return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** "He Lifeng said" begins with a name. */
const leans = (text: string): boolean => LEANS.test(text) && !/^(?:He|It|We) \p{Lu}\p{Ll}/u.test(text);

/** A day of a week that nobody knows. */
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? \(?\d)/;

/** The writer's own view. */
const JUDGING = /\b(?:is|are|was|were) (?:right|wrong|correct|mistaken|silent guest)\b/i;

/** "Lula da Lula da Silva": a name that was put where a part of it stood already. */
const isDoubled = (text: string): boolean =>
	/(?<!\S)(\p{Lu}\p{L}{1,30}) \p{Lu}\. \1 |(?<!\S)(\p{Ll}{2,4} (?:\p{Ll}{2,4} )?)\p{Lu}\S{1,30} \2\p{Lu}/u.test(text) ||
	/(?<!\S)(\p{Lu}\S{1,30} \S{1,30}) (?:\S{1,30} ){0,3}\1/u.test(text.normalize('NFD').replace(/\p{M}/gu, ''));

export function withoutQuotes(text: string): string {
	return text.replace(/“[^”]*”|"[^"]*"/g, '');
}

/** Whether quotation marks and brackets come in pairs. */
export function balanced(text: string): boolean {
	const count = (mark: string) => text.split(mark).length - 1;
	return count('“') === count('”') && count('"') % 2 === 0 && count('(') === count(')') && count('{') === 0;
}

/** The statement around the only place where a text stands as whole words; undefined where there are none or more. */
export function gapAt(statement: string, text: string): Gap | undefined {
	if (text === '') return undefined;
	const at = statement.indexOf(text);
	if (at < 0 || statement.indexOf(text, at + 1) >= 0) return undefined;
	const [before, after] = [statement.slice(0, at), statement.slice(at + text.length)];
	return /[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after) ? undefined : { before, after };
}

/** The clause around a gap, short enough for a question; undefined where it cannot be cut without harm. */
export function shortened({ before, after }: Gap, most = MOST_WORDS): Gap | undefined {
	const length = (gap: Gap) => wordsOf(`${gap.before} x ${gap.after}`).length;
	let gap: Gap = withoutStump({ before, after });
	for (let turn = 0; turn < 4 && length(gap) > most; turn++) {
		const cut = cutTail(gap);
		if (cut === undefined || !hasFiniteVerb(`${cut.before} x ${cut.after}`)) break;
		gap = withoutStump(cut);
	}
	if (length(gap) > most) gap = { ...gap, before: cutLead(gap.before) };
	const fits =
		length(gap) <= most &&
		!isStump(`${gap.before}x${gap.after}`, `${before}x${after}`) &&
		balanced(gap.before + gap.after) &&
		!breaksOff(`${gap.before}x${closed(gap.after)}`);
	return fits ? { before: gap.before, after: closed(gap.after) } : undefined;
}

/** A beginning that only a main clause behind it makes a sentence. */
const OPENED =
	/^(?!During\b|King\b|Beijing\b|Chongqing\b|Nanjing\b|Xining\b)\p{Lu}\p{Ll}+ing (?:on|upon|to|at|in|for|with|from|by|the|an?|its|their)\b[^,]*(?:, (?:held|signed|reached|agreed|set|made|launched|begun|which|who)\b[^,]*)?\.?$/u;
/** "Name, who had warned …": no verb of its own; "to set up …, to meet …": a list without its end. */
function isStump(text: string, whole: string): boolean {
	if (/^[^,]{1,80}, (?:who|which|whose) [^,]{1,300}$/.test(text)) return true;
	// "Regards the licensing of gear.": as what?
	if (
		/^[^,]{1,120}\b(?:regards?|regarded) (?!.* as )/.test(text) ||
		/\baccording to (?:the )?U\.?S\.?$/.test(text.replace(/\.$/, ''))
	)
		return true;
	// "Building on the first round, held in Geneva.": what it opened was cut off.
	if (text.length < whole.length && OPENED.test(text)) return true;
	const list = /\bto [a-z]+ [^,]{1,200}, to [a-z]+ [^,]{1,200}$/.test(text);
	return list && text.length < whole.length;
}

/** Without ", and the two men": a clause that was cut off before its verb. */
function withoutStump(gap: Gap): Gap {
	const half = gap.after.lastIndexOf('; ');
	if (half >= 0 && !hasFiniteVerb(gap.after.slice(half + 2))) return { ...gap, after: gap.after.slice(0, half) };
	const at = gap.after.lastIndexOf(', and ');
	if (at < 0 || hasFiniteVerb(gap.after.slice(at + 6)) || gap.after.slice(0, at).includes(',')) return gap;
	return /^, and (?:the|an?|his|her|its|their) /.test(gap.after.slice(at))
		? { ...gap, after: gap.after.slice(0, at) }
		: gap;
}

/** Without what follows the last place behind the gap at which the clause may end. */
function cutTail(gap: Gap): Gap | undefined {
	const cuts = [...gap.after.matchAll(new RegExp(TAIL, 'g'))];
	const last = cuts.pop();
	// Whoever estimates a figure belongs to it.
	if (last === undefined || ESTIMATE.test(gap.after.slice(last.index))) return undefined;
	return { ...gap, after: gap.after.slice(0, last.index) };
}

const ESTIMATE = /\b(?:estimat|reckon|calculat)\p{L}*/u;

function cutLead(before: string): string {
	const last = [...before.matchAll(LEAD_CUT)].pop();
	if (last === undefined) return before;
	const rest = before.slice(last.index + last[0].length);
	return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function closed(after: string): string {
	const bare = after.replace(/[\s,;:–—.!?]+$/, '');
	return /[.!?][”"]$/.test(bare) ? bare : `${bare}.`;
}

const TITLE_WORD =
	/^(?:the|of|and|for|de|von|van|al|side|government|administration|president|prime|minister|ministry|foreign|commerce|trade|defence|defense|finance|interior|department|embassy|commission|council|secretary|chancellor|premier|leader|officials?|spokes(?:man|woman|person)|delegation|state|vice|deputy|general|secretary-general|adviser|advisor|envoy|ambassador|affairs|external|security|national|economic|commissioner|representative|chairman|chairwoman|chair|speaker|governor|military)$/;
const FUNCTION_WORD =
	/^(?:in|on|at|by|to|from|with|as|who|which|that|after|before|while|or|but|is|are|were|has|have|had)$/;

const TELLING =
	'said|says|warned|warns|argued|argues|noted|notes|stressed|stresses|emphasi[sz]ed|insisted|insists|reaffirmed|affirmed|reiterated|added|adds|announced|explained|maintained|maintains|remarked|stated|observed|complained|contended|contends|cautioned|promised|promises|declared|pointed out|points out|underlined|underscored|made clear|conceded|told (?:reporters|journalists|parliament|lawmakers)';
/** "…, Jake Sullivan warned." */
const SPEAKER_LAST = new RegExp(
	`^([^“”"]{20,400}|[^"]{20,400}”?), ((?:(?:\\p{Lu}[\\p{L}.’'-]*|bin|von|van|de|der|al|the|of) ?){1,7}) (${TELLING})\\.?$`,
	'u'
);
const WITHOUT_CAPITAL =
	/^(?:The|An?|Any|No|Both|All|Each|Every|Such|Some|Most|Many|There|Two|Three|More|Further|Attempts|Efforts|Talks|Trade|Ties|Relations|Exports?|Tariffs?|Sanctions|Controls|Licen[cs]es|Dialogue|Peace)\b/;

/** "Measures that …", "Deliveries are …": a noun in the plural, no name. */
const PLURAL_START = /^\p{Lu}\p{Ll}{4,}s (?:that|of|on|are|were|must|should|against|for)\b/u;
/** "The controls, Jake Sullivan stated, are narrow." */
const SPEAKER_INSIDE = new RegExp(
	`^([^“”",]{4,120}), ((?:(?:\\p{Lu}[\\p{L}.’'-]*|bin|von|van|de|der|al) ?){1,5}) (${TELLING})(?: in [^,“”]{3,40})?, ([^"]{10,400})$`,
	'u'
);

const LATER_VERB =
	/^[“]?(?:are|is|was|were|has|have|had|will|would|must|should|can|cannot|could|may|might|do|does|did|bears?|remains?|needs?|wants?|seeks?)\b/u;

/** "The controls are narrow, Jake Sullivan stated." of a sentence in which the speaker stands behind its subject. */
function withSpeakerLast(statement: string): string {
	const [, subject = '', speaker = '', verb = '', rest = ''] = SPEAKER_INSIDE.exec(statement.slice(0, LONGEST)) ?? [];
	if (speaker === '' || !LATER_VERB.test(rest)) return statement;
	return `${subject} ${rest.replace(/\.$/, '')}, ${speaker.trim()} ${verb}.`;
}

/** "Controls are narrow, Jake Sullivan said." as "Jake Sullivan said that controls are narrow.": who holds it comes first. */
export function withSpeakerFirst(plain: string): string {
	const statement = withSpeakerLast(plain);
	const [, clause = '', speaker, verb = ''] = SPEAKER_LAST.exec(statement) ?? [];
	// "In Beijing, …": what was left of a clause; a first word that may be a name keeps its capital.
	if (speaker === undefined || /^(?:As|In|On|At|If|When|While|But|And|By)\b/.test(clause) || !hasFiniteVerb(clause))
		return statement;
	const begun =
		WITHOUT_CAPITAL.test(clause) || PLURAL_START.test(clause)
			? clause.charAt(0).toLowerCase() + clause.slice(1)
			: clause;
	const isKnown =
		begun !== clause ||
		/^(?:\p{Lu}\p{L}*['’]s?|\p{Lu}{2,}|\p{Lu}\p{L}+ \p{Lu})/u.test(clause) ||
		splitNations(gradedWords(clause.split(' ').slice(0, 2).join(' '))).nations.size > 0;
	return isKnown ? `${speaker.trim()} ${verb === 'added' ? 'said' : verb} that ${begun}.` : statement;
}

/**
 * What a statement says of its subject: "opposes the plan" of "Beijing opposes the plan.".
 * @param name of the subject, as far as it is known: a full name or a country
 * @returns undefined where the sentence does not begin with one subject and a verb
 */
export function predicateOf(statement: string): { subject: string; predicate: string } | undefined {
	const words = withSpeakerFirst(statement)
		.replace(/[.!?]+$/, '')
		.split(' ');
	const found = words.findIndex((word, index) => index > 0 && isVerbAt(word, words[index - 1] ?? ''));
	const adverb = ADVERB.test(words[found - 1] ?? '') ? 1 : 0;
	// "also" and its like lean on a sentence before; "reportedly" belongs to the verb.
	const verb = LINKING.test(words[found - 1] ?? '') ? found : found - adverb;
	const subject = words.slice(0, found - adverb);
	if (verb < 1 || verb > 9 || !subject.every(isSubjectWord)) return undefined;
	if (subject.some((word) => /,$/.test(word) || word === 'and') || NO_SUBJECT.test(subject.join(' '))) return undefined;
	const predicate = words.slice(verb).join(' ').replace(ALSO, '$1');
	const broken = breaksOff(predicate) || hasBrokenClause(predicate) || isSpliced(predicate);
	return broken || OBJECT_POINTER.test(predicate) || LATE_NAME.test(predicate)
		? undefined
		: { subject: subject.join(' '), predicate };
}

function isSubjectWord(word: string): boolean {
	return /^[“"]?\p{Lu}/u.test(word) || TITLE_WORD.test(word) || /^(?:al-|bin|ibn|da|dos|du|le)\p{L}*$/u.test(word);
}

/** A word in lower case that is no part of a title: by its ending or by what it is, a finite verb in the singular. */
function isVerbAt(word: string, before: string): boolean {
	if (TITLE_WORD.test(word) || FUNCTION_WORD.test(word))
		return /^(?:is|has|had)$/.test(word) && /[\p{L}]$/u.test(before);
	return (
		(/^[a-z]+(?:[^s]s|ed)$/.test(word) && !ADVERB.test(word)) ||
		IRREGULAR.has(word) ||
		/^(?:will|would|may|might|could|did|does|was)$/.test(word)
	);
}

/** "On Monday the": a beginning that is no subject, or one that breaks off. */
const NO_SUBJECT =
	/^(?:On|In|At|After|Before|By|During|Since|With|For|From|As|When|While|If|Although|Though|Despite|Under|Asked|Speaking|Because|Following|According|Both|Neither|Each)\b|\b(?:the|of|and|for|by|to)$/;
/** ", his chief adviser, Celso Amorim": whoever said it, behind what is said. */
export const LATE_NAME = /, (?:(?:and|or) )?(?:his|her|its|their|an?|the) [^,]{1,60}, \p{Lu}[^,]{1,60}$/u;
const OBJECT_POINTER =
	/^(?:[a-z]+ly )?[a-z]+ (?:it|so|that|them|this)$|^(?:[a-z]+ly )?[a-z]+ to [a-z]+ (?:it|them|him|her)\b|^(?:call|oppos|reject|prais|describ|condemn|dismiss|support|welcom|back|criticis|criticiz)[a-z]* (?:it|them|him|her)\b/;
/** "Will also meet": leans on what somebody did before. */
const ALSO = /^((?:will|would|has|had|is|was|may|might|could) )also /;
const LINKING = /^(?:also|nevertheless|however|then|therefore|thus|meanwhile|still|too)$/;
const ADVERB =
	/^(?:[a-z]+ly|also|nevertheless|however|then|therefore|thus|meanwhile|still|too|again|once|twice|later|now)$/;
const IRREGULAR = new Set(
	'said told met held made took gave sought saw began came went left spoke wrote put set drew struck won led sent brought thought felt kept lost built stood became withdrew undertook forbade upheld withheld foresaw overcame stuck paid bought sold chose fell rose grew swore spent laid bound'.split(
		' '
	)
);
