import type { Complement } from './after-trigger.ts';
import { contentEnd } from './clause.ts';
import { complementOf } from './complement.ts';
import { looksFinite } from './coordinated.ts';
import { clauseStart } from './names.ts';
import { isRefusal } from './gates.ts';
import { insertedEnd, sentencePart } from './inserted-speech.ts';
import { namedAt } from './named-subject.ts';
import { relativeView } from './relative-view.ts';
import { judgedBefore } from './relative-clause.ts';
import { groupStart } from './scope.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import { directSubject } from './subject.ts';
import { wordSet } from '../../text.ts';
import { AUXILIARIES, NEGATORS, PREPOSITIONS, PRONOUNS, SUBORDINATORS, TIME_WORDS } from './words.ts';

/** What a trigger says: behind it, before it ("was agreed", "…, Kenya said"), or all in itself. */
export function wholeComplement(parsed: Parsed, hit: Hit): Complement | null {
	const { tokens } = parsed;
	const last = tokens[hit.from - 1]?.w;
	const inverted = last === '"' || (last === ',' && hit.forms.includes('past') && !directSubject(parsed, hit));
	const says = hit.entry.class === 'report' || (hit.entry.class === 'stance' && hit.entry.takes.includes('that'));
	if (inverted && says && namedAt(parsed, hit.to)) return before(parsed, hit);
	if (says && !hit.passive && !hit.entry.noun && insertedEnd(parsed, hit) !== null) return before(parsed, hit);
	const told = hit.entry.class === 'commit' ? tellsSomebody(parsed, hit) : null;
	const found =
		told ??
		relativeView(parsed, hit) ??
		afterAside(parsed, hit) ??
		complementOf(parsed, hit) ??
		judged(parsed, hit) ??
		passiveComplement(parsed, hit) ??
		before(parsed, hit) ??
		bare(parsed, hit) ??
		(isRefusal(parsed, hit) ? { from: hit.to, kind: 'refusal', with: null } : null);
	return found && { ...found, quoted: tokens[hit.from]?.quoted ?? false };
}

/** "Kenya's reply, as an aide told it: the ban stays": what a noun says, behind an aside and a colon. */
function afterAside({ tokens }: Parsed, { to, entry }: Hit): Complement | null {
	if (!entry.noun || entry.class !== 'stance' || !entry.takes.includes('that') || tokens[to]?.w !== ',') return null;
	const mark = tokens.findIndex(({ word }, at) => at > to && !word);
	return tokens[mark]?.w === ':' && mark - to < 10 ? { from: mark + 1, kind: 'colon', with: null } : null;
}

/** "…, a charge Beijing rejects", "…, which Beijing denies": what is judged stands before it. */
function judged(parsed: Parsed, hit: Hit): Complement | null {
	const fits = ['stance', 'request', 'welcome'].includes(hit.entry.class) && !hit.entry.noun && !hit.passive;
	const next = wordAt(parsed.tokens, hit.to);
	if (!fits || !(next === '' || PREPOSITIONS.has(next) || AUXILIARIES.has(next) || ['and', 'but'].includes(next)))
		return null;
	const subject = directSubject(parsed, hit);
	const end = subject && judgedBefore(parsed, subject.from);
	if (!end) return null;
	const from = clauseStart(parsed.tokens, end);
	return end - from > 1 ? { from, kind: 'judged', with: null, behind: end } : null;
}

/** "…, Novak promised Szijjarto.": what is promised stands before it. */
function tellsSomebody(parsed: Parsed, hit: Hit): Complement | null {
	const told = parsed.startingAt.get(hit.to) ?? parsed.named.find(({ from }) => from > hit.to && from < hit.to + 4);
	const titled = told && parsed.tokens.slice(hit.to, told.from).every(({ capital }) => capital);
	if (told?.mention.referent?.is !== 'person' || !titled) return null;
	const next = parsed.tokens[told.to]?.w;
	// "…, Novak promised Foreign Minister Szijjarto on Monday."
	const ends =
		next === undefined || next === '.' || (next === 'on' && TIME_WORDS.has(wordAt(parsed.tokens, told.to + 1)));
	return ends ? before(parsed, hit, told.to) : null;
}

/** "did not reach an agreement.": what was not reached says it all. */
function bare({ tokens }: Parsed, hit: Hit): Complement | null {
	const says = hit.entry.stance === 'reach' || hit.entry.id === 'agree-to-disagree';
	const none =
		hit.entry.noun && hit.entry.class === 'agree' && tokens.slice(hit.from, hit.to).some(({ w }) => w === 'no');
	return none || (says && !hit.entry.noun && !hit.passive) ? { from: hit.to, kind: 'bare', with: null } : null;
}

const TOPICAL = new Set(['on', 'over', 'regarding', 'concerning', 'as']);

/** "On Cyprus the two disagreed": where that opens which it is about; null where something follows the verb. */
function frontedTopic({ tokens }: Parsed, hit: Hit): number | null {
	const clause = clauseStart(tokens, hit.from);
	const from = TOPICAL.has(wordAt(tokens, clause)) ? clause : 0;
	const near = TOPICAL.has(wordAt(tokens, from)) && hit.from - from < 24;
	return near && !tokens[hit.to]?.word ? from : null;
}

/** "The resumption of flights was agreed": the content is what stands before the verb. */
function passiveComplement(parsed: Parsed, hit: Hit): Complement | null {
	if (hit.entry.noun && hit.entry.takes.includes('left')) return { from: hit.to, kind: 'passive', with: null };
	const open = ['disagree', 'agree', 'commit'].includes(hit.entry.class) && !hit.passive;
	if (open && frontedTopic(parsed, hit) !== null) return { from: hit.to, kind: 'fronted', with: null };
	if (!hit.passive || !['agree', 'commit', 'action'].includes(hit.entry.class)) return null;
	// "was decided", "was settled" may be one side's or a court's.
	if (hit.entry.class === 'agree' && hit.entry.id === 'consent') return null;
	if (hit.entry.class === 'agree' && (hit.entry.stance === 'decide' || !hit.entry.takes.includes('to'))) return null;
	return { from: hit.to, kind: 'passive', with: null };
}

/** "The harbour must reopen, the minister stressed": the content comes before its verb of speech. */
function before(parsed: Parsed, hit: Hit, to = hit.to): Complement | null {
	const speech = ['report', 'stance', 'commit', 'request'].includes(hit.entry.class) && !hit.entry.noun;
	if (!speech || hit.passive || !hit.entry.takes.includes('that')) return null;
	// "What Kenya calls peace, she argued, Japan sees as war": nothing is said before its verb.
	if (wordAt(parsed.tokens, sentencePart(parsed.tokens, hit.from)) === 'what') return null;
	const made: Complement = { from: 0, kind: 'before', with: null, behind: to };
	if (insertedEnd(parsed, hit) !== null) return made;
	// "Our patience," she said, "is not infinite": half of what is said says something else.
	const end = spoken(parsed, hit, to);
	if (end < 5 && parsed.tokens.slice(hit.to).some(({ w }) => w === '"')) return null;
	return end > 2 ? made : null;
}

/** Index of the mark between what is said and who says it ("…, Kenya said in May", "…," said Kenya); 0 without one. */
function spoken(parsed: Parsed, hit: Hit, to = hit.to): number {
	const { tokens } = parsed;
	const last = hit.from - 1;
	if (tokens[last]?.w === ',' || (tokens[last]?.w === '"' && tokens[last - 1]?.w === ',')) {
		const named = namedAt(parsed, hit.to)?.named;
		// "The minister, Ann Lee, reckons Kenya bought it": a clause behind its verb, and nobody who says so.
		return named && !looksFinite(wordAt(tokens, named.to)) ? last : 0;
	}
	const next = wordAt(tokens, to);
	const told =
		hit.entry.id === 'tell-that' && (parsed.startingAt.has(hit.to) || (TOLD.test(next) && !speaksOn(parsed, hit)));
	const open = PREPOSITIONS.has(next) || TIME_WORDS.has(next) || SUBORDINATORS.has(next);
	if (next !== '' && !told && !open) return 0;
	const subject = directSubject(parsed, hit);
	if (!subject || subject.how !== 'direct') return 0;
	let at = subject.from - 1;
	while (at > subject.from - 5 && tokens[at]?.word) at--;
	if (tokens[at]?.w === '"') at--;
	return tokens[at]?.w === ',' ? at : 0;
}

/** "Our patience," she tells reporters, "is not endless": what was said goes on behind. */
const speaksOn = ({ tokens }: Parsed, hit: Hit): boolean => tokens.slice(hit.to).some(({ w }) => w === '"');

/** "told his guest", "told reporters": who was told. */
const TOLD = /^(?:the|a|an|his|her|its|their|this|reporters|journalists|lawmakers|parliament|him|them|us)$/;

/** "They agreed on a list, and the idea of a fleet was shelved": where the clause begins whose verb a trigger is. */
function ownClause({ tokens, hits }: Parsed, hit: Hit): number {
	const start = clauseStart(tokens, hit.from);
	for (let and = hit.from - 2; and > start + 1; and--) {
		if (tokens[and]?.w !== 'and' || tokens[and - 1]?.w !== ',' || !OPENS_NOUN.has(wordAt(tokens, and + 1))) continue;
		const verb = hits.some(({ from, entry }) => from >= start && from < and && !entry.noun);
		if (verb || tokens.slice(start, and).some(({ w }) => AUXILIARIES.has(w))) return and + 1;
	}
	return start;
}
const OPENS_NOUN = wordSet('the a an their its his her this these no any on over about there plans talks');

/** Where a clause ends that a noun tells of: with the noun, behind whose it is, or with all that was done over it. */
function nounsEnd({ tokens, startingAt }: Parsed, hit: Hit): number {
	if (hit.entry.needs === 'lead') return tokens.length;
	const named = hit.entry.whose ? (startingAt.get(hit.to) ?? startingAt.get(hit.to + 1)) : undefined;
	return named?.to ?? hit.to;
}

const OPENERS = new Set(['and', 'but', 'although', 'though', 'while', 'because', 'since', 'as', 'after', 'that']);

/** First and last token of what a trigger says. */
export function contentOf(parsed: Parsed, hit: Hit, complement: Complement): { from: number; to: number } {
	if (complement.kind === 'passive') {
		if (hit.entry.noun) return { from: ownClause(parsed, hit), to: nounsEnd(parsed, hit) };
		const to = groupStart(parsed, hit);
		let from = to;
		while (from > 0 && ![',', ';', ':', '"'].includes(parsed.tokens[from - 1]?.w ?? '') && to - from < 30) from--;
		while (from < to && OPENERS.has(wordAt(parsed.tokens, from))) from++;
		if (to - from === 1 && PRONOUNS.has(wordAt(parsed.tokens, from))) return { from: hit.from, to: hit.to };
		return from < to && !parsed.tokens.slice(from, to).every(({ w }) => NEGATORS.has(w))
			? { from, to }
			: { from, to: hit.to };
	}
	if (complement.kind === 'fronted') return { from: frontedTopic(parsed, hit) ?? hit.from, to: hit.to };
	if (['bare', 'refusal'].includes(complement.kind)) return { from: hit.from, to: hit.to };
	if (complement.kind === 'judged') return { from: complement.from, to: complement.behind ?? hit.to };
	if (complement.kind === 'before') {
		const inserted = insertedEnd(parsed, hit);
		const to =
			inserted === null ? spoken(parsed, hit, complement.behind) : contentEnd(parsed, hit, inserted + 1, 'that');
		return { from: sentencePart(parsed.tokens, hit.from), to };
	}
	if (complement.kind === 'view') return { from: complement.from, to: contentEnd(parsed, hit, hit.to) };
	const to = contentEnd(parsed, hit, complement.from, complement.kind);
	// "has no regrets.": the trigger says it all.
	const empty = hit.entry.class === 'stance' && !parsed.tokens.slice(complement.from, to).some(({ word }) => word);
	return empty ? { from: hit.from, to: hit.to } : { from: complement.from, to };
}
