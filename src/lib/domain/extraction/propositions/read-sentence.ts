import type { Layout } from '#lib/domain/articles/types.ts';
import { decide, standsAlone, type Reading } from './acts.ts';
import { stated, subjectOf } from './choose-subject.ts';
import { contentEnd, isInfinitive } from './clause.ts';
import { complementOf, type Complement } from './complement.ts';
import { draftsOf } from './drafts.ts';
import type { Frame } from './frame.ts';
import { denyingLead, leadFrom, opensList, type Lead } from './lists.ts';
import { clauseStart, partyOf } from './names.ts';
import { inView } from './said.ts';
import { groupStart, scopeOf } from './scope.ts';
import { beforeAdverbs, wordAt, type Hit, type Parsed } from './sentence.ts';
import { directSubject, namedAt, type Subject } from './subject.ts';
import type { Draft } from './types.ts';
import { isAdverb, NEGATORS, PREPOSITIONS, PRONOUNS, TIME_WORDS } from './words.ts';

/** The propositions of one sentence but for causes. A question states nothing. */
export function readSentence(layout: Layout, parsed: Parsed): { drafts: Draft[]; lead: Lead | null } {
	const last = parsed.tokens.at(-1);
	if (last?.w === '?' || parsed.tokens.at(-2)?.w === '?') return { drafts: [], lead: null };
	const frames: Frame[] = [];
	for (const hit of parsed.hits) {
		if (hit.entry.class === 'cause') continue;
		if (frames.some((frame) => frame.hit.from === hit.from && frame.emitted)) continue;
		const frame = readHit(layout, parsed, hit, frames);
		if (frame) frames.push(frame);
	}
	const drafts = frames.flatMap((frame) => (isCovered(frame, frames) ? [] : frame.drafts));
	const lead = opensList(parsed) ? (frames.find((frame) => frame.lead)?.lead ?? denyingLead(parsed)) : null;
	return { drafts, lead };
}

/** Stances whose content may hold somebody else's promise: "claimed that China had agreed to". */
const CLAIMS = new Set(['assert', 'insist', 'reiterate', 'stress', 'make-clear']);

/** Whether a trigger within another's content speaks for itself. */
function reaches(around: Frame, hit: Hit): boolean {
	if (hit.entry.id === 'not-come-up') return false;
	if (hit.entry.class === 'disagree') return around.hit.entry.class !== 'request';
	const promise = (hit.entry.class === 'agree' || hit.entry.class === 'commit') && !hit.entry.noun;
	if (promise && CLAIMS.has(around.hit.entry.stance)) return true;
	return passes(around.hit) && hit.entry.class !== 'duty';
}

/** What lies in the content of a report or a refusal is read for itself; in that of a demand it is part of the demand. */
function passes(hit: Hit): boolean {
	return hit.entry.class === 'report' || hit.entry.stance === 'refuse' || hit.entry.stance === 'declare';
}

/** A report whose clause holds a proposition of its own says nothing more. */
function isCovered(frame: Frame, frames: readonly Frame[]): boolean {
	const open = passes(frame.hit) || CLAIMS.has(frame.hit.entry.stance) || frame.from < frame.hit.from;
	return frames.some(
		(other) =>
			other !== frame &&
			other.emitted &&
			(open || other.hit.entry.class === 'disagree') &&
			other.hit.from >= frame.from &&
			other.hit.to <= frame.to
	);
}

function readHit(layout: Layout, parsed: Parsed, hit: Hit, frames: readonly Frame[]): Frame | null {
	const around = [...frames].reverse().find((frame) => frame.from <= hit.from && hit.from < frame.to);
	if (around && !reaches(around, hit)) return null;
	if (hit.entry.noun && isHeading(layout, parsed)) return null;
	if (hit.entry.class === 'action' && isInfinitive(parsed, hit)) return null;
	if (!isGoverned(parsed, hit)) return null;
	const complement = wholeComplement(parsed, hit);
	if (!complement || isNameless(parsed, hit, complement)) return null;
	const subject = stated(subjectOf(parsed, hit, frames, complement), around);
	const content = contentOf(parsed, hit, complement);
	const scope = scopeOf(parsed, hit, subject, around?.scope ?? null, content);
	if (hit.entry.needs === 'as' && !hasAs(parsed, content)) return null;
	if (isWhatWasAgreed(parsed, hit, subject)) return null;
	const unowned = hit.entry.id === 'commitment-to' && (subject === null || subject.how === 'loose');
	const loose = unowned || (hit.entry.id === 'agreement-to' && subject === null);
	if (loose && !isResult(parsed, hit, content.to)) return null;
	const frame: Frame = {
		hit,
		subject,
		scope,
		from: content.from,
		to: content.to,
		drafts: [],
		emitted: false,
		lead: null
	};
	if (hit.entry.class === 'future' && !isDeed(parsed, hit, subject, content.from)) return null;
	const claimed = isClaimed(subject, around, parsed, content.to) || saidOfOther(parsed, hit, subject);
	const reading: Reading = { hit, subject, complement, scope, claimed, content };
	const decision = decide(parsed, reading);
	if (complement.kind === 'bare' && !standsAlone(reading, decision)) return null;
	if (isHeading(layout, parsed) && !subject) return null;
	const nobody = hit.passive && !subject && ['stance', 'request', 'report', 'welcome'].includes(hit.entry.class);
	const unheld = decision?.act === 'position' && decision.holder === null && subject === null;
	if (decision && !nobody && !unheld) frame.drafts = draftsOf(layout, parsed, reading, decision);
	if (decision && opensList(parsed) && content.from >= parsed.tokens.length - 1)
		frame.lead = leadFrom(layout, parsed, reading, decision);
	frame.emitted = frame.drafts.length > 0;
	return frame;
}

function wholeComplement(parsed: Parsed, hit: Hit): Complement | null {
	const { tokens } = parsed;
	const last = tokens[hit.from - 1]?.w;
	const inverted = last === '"' || (last === ',' && hit.forms.includes('past') && !directSubject(parsed, hit));
	if (inverted && hit.entry.class === 'report' && namedAt(parsed, hit.to)) return before(parsed, hit);
	const found = complementOf(parsed, hit) ?? passiveComplement(parsed, hit) ?? before(parsed, hit) ?? bare(hit);
	return found && { ...found, quoted: tokens[hit.from]?.quoted ?? false };
}

/** "did not reach an agreement.": what was not reached says it all. */
function bare(hit: Hit): Complement | null {
	return hit.entry.stance === 'reach' && !hit.entry.noun && !hit.passive
		? { from: hit.to, kind: 'bare', with: null }
		: null;
}

/** "overstated what China had agreed to buy": what it was is not said; at a sentence's start the rest says it. */
function isWhatWasAgreed(parsed: Parsed, hit: Hit, subject: Subject | null): boolean {
	if (!subject || !['agree', 'commit'].includes(hit.entry.class)) return false;
	const what = wordAt(parsed.tokens, subject.from - 1) === 'what' || wordAt(parsed.tokens, subject.from - 2) === 'what';
	return what && subject.from > 3;
}

/** "declined to be named" is nobody's position. */
function isNameless(parsed: Parsed, hit: Hit, complement: Complement): boolean {
	return hit.entry.stance === 'refuse' && wordAt(parsed.tokens, complement.from) === 'be';
}

function hasAs(parsed: Parsed, content: { from: number; to: number }): boolean {
	// "considers the island a province", "its own territory".
	const named = ['a', 'an', 'its', 'part'];
	return parsed.tokens
		.slice(content.from, content.to)
		.some(
			({ w }, at) =>
				w === 'as' || (at > 0 && named.includes(w) && /^consider/.test(wordAt(parsed.tokens, content.from - 1)))
		);
}

function isHeading(layout: Layout, parsed: Parsed): boolean {
	const role = layout.blocks[layout.sentences[parsed.index]?.block ?? -1]?.role;
	return role === 'heading' || role === 'headline';
}

/** An infinitive or a gerund after a preposition says nothing by itself, unless a hedge governs it ("refused to commit"). */
function isGoverned(parsed: Parsed, hit: Hit): boolean {
	const group = groupStart(parsed, hit);
	const hedge = parsed.hedges.some(
		(one) => one.from >= group && one.to <= hit.from && one.entry.scope === 'complement'
	);
	if (isInfinitive(parsed, hit)) return hedge;
	const before = wordAt(parsed.tokens, beforeAdverbs(parsed.tokens, hit.from));
	if (hit.forms.includes('ing') && PREPOSITIONS.has(before) && before !== 'with') return hedge || before === 'without';
	return true;
}

/** After "will" only a deed is a commitment: "will resume", not "will be" or "will meet". */
function isDeed(parsed: Parsed, hit: Hit, subject: Subject | null, at: number): boolean {
	const joined = subject?.how === 'shared' && wordAt(parsed.tokens, groupStart(parsed, hit) - 1) === 'and';
	if (!subject || !(subject.how === 'direct' || joined)) return false;
	let verb = at;
	while (isAdverb(wordAt(parsed.tokens, verb)) || wordAt(parsed.tokens, verb) === 'not') verb++;
	const word = wordAt(parsed.tokens, verb);
	return parsed.lexicon.actions.has(word) && !parsed.lexicon.idle.has(word);
}

/** Words before and after a bare "agreement" that say that it came about. */
const BROUGHT = new Set([
	...['under', 'include', 'included', 'includes', 'including', 'produced', 'yielded', 'brought', 'welcomed', 'hailed'],
	...[
		'announced',
		'signed',
		'reached',
		'resulted',
		'is',
		'are',
		'been',
		'secured',
		'praised',
		'outlining',
		'unveiled',
		'outcomes',
		'deliverables'
	]
]);

const REACHED = new Set('reached signed announced struck welcomed hailed concluded sealed made'.split(' '));

/** Whether a bare "agreement on X" stands where it is said to be a result: "under the deal to", "outcomes include". */
function isResult(parsed: Parsed, hit: Hit, end: number): boolean {
	const left = parsed.tokens.slice(Math.max(0, hit.from - 6), hit.from);
	const right = parsed.tokens.slice(end, end + 6);
	return left.some(({ w }) => BROUGHT.has(w)) || right.some(({ w }) => REACHED.has(w));
}

/** "The resumption of flights was agreed": the content is what stands before the verb. */
function passiveComplement(parsed: Parsed, hit: Hit): Complement | null {
	if (hit.entry.noun && hit.entry.takes.includes('left')) return { from: hit.to, kind: 'passive', with: null };
	if (!hit.passive || !['agree', 'commit', 'action'].includes(hit.entry.class)) return null;
	// "was decided", "was settled" may be one side's or a court's.
	if (hit.entry.class === 'agree' && (hit.entry.stance === 'decide' || !hit.entry.takes.includes('to'))) return null;
	return { from: hit.to, kind: 'passive', with: null };
}

/** "The harbour must reopen, the minister stressed": the content comes before its verb of speech. */
function before(parsed: Parsed, hit: Hit): Complement | null {
	const speech = hit.entry.class === 'report' || hit.entry.class === 'stance';
	if (!speech || hit.passive || !hit.entry.takes.includes('that')) return null;
	return spoken(parsed, hit) > 2 ? { from: 0, kind: 'before', with: null } : null;
}

/** Index of the mark between what is said and who says it ("…, Kenya said in May", "…," said Kenya); 0 without one. */
function spoken(parsed: Parsed, hit: Hit): number {
	const { tokens } = parsed;
	const last = hit.from - 1;
	if (tokens[last]?.w === ',' || (tokens[last]?.w === '"' && tokens[last - 1]?.w === ','))
		return namedAt(parsed, hit.to) ? last : 0;
	const next = wordAt(tokens, hit.to);
	const told = hit.entry.id === 'tell-that' && parsed.startingAt.has(hit.to);
	if (next !== '' && !told && !PREPOSITIONS.has(next) && !TIME_WORDS.has(next)) return 0;
	const subject = directSubject(parsed, hit);
	if (!subject || subject.how !== 'direct') return 0;
	let at = subject.from - 1;
	while (at > subject.from - 5 && tokens[at]?.word) at--;
	if (tokens[at]?.w === '"') at--;
	return tokens[at]?.w === ',' ? at : 0;
}

const OPENERS = new Set(['and', 'but', 'although', 'though', 'while', 'because', 'since', 'as', 'after', 'that']);

function contentOf(parsed: Parsed, hit: Hit, complement: Complement): { from: number; to: number } {
	if (complement.kind === 'passive') {
		if (hit.entry.noun) return { from: clauseStart(parsed.tokens, hit.from), to: hit.to };
		const to = groupStart(parsed, hit);
		let from = to;
		while (from > 0 && ![',', ';', ':', '"'].includes(parsed.tokens[from - 1]?.w ?? '') && to - from < 30) from--;
		while (from < to && OPENERS.has(wordAt(parsed.tokens, from))) from++;
		if (to - from === 1 && PRONOUNS.has(wordAt(parsed.tokens, from))) return { from: hit.from, to: hit.to };
		return from < to && !parsed.tokens.slice(from, to).every(({ w }) => NEGATORS.has(w))
			? { from, to }
			: { from, to: hit.to };
	}
	if (complement.kind === 'bare') return { from: hit.from, to: hit.to };
	if (complement.kind === 'before') return { from: 0, to: spoken(parsed, hit) };
	const to = contentEnd(parsed, hit, complement.from, complement.kind);
	// "has no regrets.": the trigger says it all.
	const empty = hit.entry.class === 'stance' && !parsed.tokens.slice(complement.from, to).some(({ word }) => word);
	return empty ? { from: hit.from, to: hit.to } : { from: complement.from, to };
}

/** Whether somebody of another side says it: before ("Biden said Xi had agreed") or after (", a US official said"). */
function isClaimed(subject: Subject | null, around: Frame | undefined, parsed: Parsed, end: number): boolean {
	if (!subject || subject.joint) return false;
	const reporter = around?.subject ?? reporterAfter(parsed, end);
	if (!reporter || reporter.joint) return false;
	const [own, other] = [partyOf(subject.named), partyOf(reporter.named)];
	return own !== null && other !== null && own !== other;
}

/** "China has agreed," Trump said; "According to Trump, China has agreed": in the words of another side. */
function saidOfOther(parsed: Parsed, hit: Hit, subject: Subject | null): boolean {
	const view = inView(parsed);
	const speaker = parsed.speakerAt(hit.from) ?? (view && view.from <= hit.from ? view.named : null);
	if (!speaker || !subject || subject.joint || subject.how === 'quoted') return false;
	const [own, other] = [partyOf(subject.named), partyOf(speaker)];
	return own !== null && other !== null && own !== other;
}

function reporterAfter(parsed: Parsed, end: number): Subject | null {
	if (![end - 1, end, end + 1].some((at) => parsed.tokens[at]?.w === ',')) return null;
	const according = [end, end + 1, end + 2].find((at) => parsed.tokens[at]?.w === 'according');
	if (according !== undefined) return namedAt(parsed, according + 2);
	const report = parsed.hits.find((hit) => hit.entry.class === 'report' && hit.from > end && hit.from < end + 14);
	return report ? directSubject(parsed, report) : null;
}
