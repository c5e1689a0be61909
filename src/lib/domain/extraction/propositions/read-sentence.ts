import type { Layout } from '#lib/domain/articles/types.ts';
import { decide, standsAlone } from './acts.ts';
import type { Decision, Reading } from './reading.ts';
import { contentOf, wholeComplement } from './content.ts';
import { stated, subjectOf } from './choose-subject.ts';
import { isInfinitive } from './clause.ts';
import { draftsOf } from './drafts.ts';
import { isDeed } from './deeds.ts';
import type { Frame } from './frame.ts';
import {
	demandWithin,
	isAcceptance,
	isAside,
	isAskedOf,
	isCommand,
	isDone,
	isFragment,
	isMotive,
	isOfRelative,
	isOthersDemand,
	saysNothing
} from './gates.ts';
import type { Owner } from './leads.ts';
import { denyingLead, leadFrom, opensList, type Lead } from './lists.ts';
import { partyOf } from './names.ts';
import { viewerOf } from './relative-view.ts';
import { inView } from './said.ts';
import { groupStart, scopeOf } from './scope.ts';
import { beforeAdverbs, wordAt, type Hit, type Parsed } from './sentence.ts';
import { hasAs, hasItsNeed, isGuess, isNameless, isOthersView, isWhatWasAgreed, withAs } from './needs.ts';
import { namedAt } from './named-subject.ts';
import { directSubject, type Subject } from './subject.ts';
import { meansSpeaker } from './short-lines.ts';
import type { Draft } from './types.ts';
import { PREPOSITIONS } from './words.ts';

/** The propositions of one sentence but for causes. A question states nothing. */
export function readSentence(
	layout: Layout,
	parsed: Parsed,
	owner: Owner | null = null
): { drafts: Draft[]; lead: Lead | null } {
	const last = parsed.tokens.at(-1);
	if (last?.w === '?' || parsed.tokens.at(-2)?.w === '?') return { drafts: [], lead: null };
	const frames: Frame[] = [];
	for (const hit of withDemands(parsed)) {
		if (hit.entry.class === 'cause') continue;
		if (frames.some((frame) => frame.hit.from === hit.from && frame.emitted)) continue;
		const frame = readHit(layout, parsed, hit, frames, owner);
		if (frame) frames.push(frame);
	}
	const drafts = frames.flatMap((frame) => (isCovered(frame, frames) ? unspoken(parsed, frame, frames) : frame.drafts));
	const lead = opensList(parsed) ? (frames.find((frame) => frame.lead)?.lead ?? denyingLead(parsed)) : null;
	return { drafts, lead };
}

/** The triggers of a sentence, each with the demand that its last word names. */
function withDemands(parsed: Parsed): Hit[] {
	const hits: Hit[] = [];
	for (const hit of parsed.hits) hits.push(hit, ...demandWithin(parsed, hit));
	return hits;
}

/** Of several things that a report says, those that no proposition of their own tells. */
function unspoken({ tokens }: Parsed, frame: Frame, frames: readonly Frame[]): Draft[] {
	if (frame.drafts.length < 2) return [];
	const inner = frames
		.filter((other) => other !== frame && other.emitted)
		.map(({ hit }) => tokens[hit.from]?.start ?? 0);
	return frame.drafts.filter(({ content }) => !inner.some((at) => content.start <= at && at < content.end));
}

/** Stances whose content may hold somebody else's promise: "claimed that China had agreed to". */
const CLAIMS = new Set(['assert', 'insist', 'reiterate', 'stress', 'make-clear', 'acknowledge']);

/** Whether a trigger within another's content speaks for itself. */
function reaches(parsed: Parsed, around: Frame, hit: Hit): boolean {
	// "acknowledged that Kenya's red lines deserve respect": part of what is said.
	if (['not-come-up', 'red-line-on'].includes(hit.entry.id)) return false;
	// "A request for X was turned down": what became of it, and no part of it.
	if (hit.entry.class === 'disagree')
		return around.hit.entry.class !== 'request' || around.hit.entry.noun || hit.entry.stance === 'rejected';
	const promise = (hit.entry.class === 'agree' || hit.entry.class === 'commit') && !hit.entry.noun;
	// "would neither recognise it nor consent to": one denial with the verb before.
	if (promise && CLAIMS.has(around.hit.entry.stance)) return wordAt(parsed.tokens, hit.from - 1) !== 'nor';
	return (passes(around.hit) && hit.entry.class !== 'duty') || isOthersDemand(parsed, around, hit);
}

/** What lies in the content of a report or a refusal is read for itself; in that of a demand it is part of the demand. */
function passes(hit: Hit): boolean {
	return hit.entry.class === 'report' || hit.entry.stance === 'refuse' || hit.entry.stance === 'declare';
}

/** "A request for X was turned down" says two things: what was asked for, and what became of it. */
function isFate({ hit }: Frame, { hit: { entry } }: Frame): boolean {
	return hit.entry.class === 'disagree' && entry.noun && (entry.class === 'request' || entry.class === 'stance');
}

/** A report whose clause holds a proposition of its own says nothing more. */
function isCovered(frame: Frame, frames: readonly Frame[]): boolean {
	const open = passes(frame.hit) || CLAIMS.has(frame.hit.entry.stance) || frame.from < frame.hit.from;
	return frames.some(
		(other) =>
			other !== frame &&
			other.emitted &&
			!isFate(frame, other) &&
			(open || other.hit.entry.class === 'disagree') &&
			other.hit.from >= frame.from &&
			other.hit.to <= frame.to
	);
}

/** The subject, or who speaks where a pronoun that opens the reported clause stands for the speaker. */
function spokenOf(parsed: Parsed, hit: Hit, subject: Subject | null, around: Frame | undefined): Subject | null {
	if (!subject || !around?.subject || !meansSpeaker(parsed, hit, subject, around)) return stated(subject, around);
	const { named, joint } = around.subject;
	return { ...subject, named: { ...subject.named, index: named.index, mention: named.mention }, joint };
}

/** A passive of speech or a position without anybody who holds it. */
function isNobodys(hit: Hit, subject: Subject | null, decision: Decision): boolean {
	if (subject) return false;
	const speech = ['stance', 'request', 'report', 'welcome'].includes(hit.entry.class);
	return (hit.passive && speech) || (decision.act === 'position' && decision.holder === null);
}

/** A bare "agreement" or "commitment" whose owner is not plain. */
function isLoose({ entry }: Hit, subject: Subject | null): boolean {
	const unowned = entry.id === 'commitment-to' && (subject === null || subject.how === 'loose');
	return unowned || (entry.id === 'agreement-to' && subject === null);
}

/** Whether nothing but its own clause governs a trigger. */
function isFree(parsed: Parsed, hit: Hit): boolean {
	return !(hit.entry.class === 'action' && isInfinitive(parsed, hit)) && isGoverned(parsed, hit);
}

function readHit(
	layout: Layout,
	parsed: Parsed,
	hit: Hit,
	frames: readonly Frame[],
	owner: Owner | null
): Frame | null {
	const around = frames.findLast((frame) => frame.from <= hit.from && hit.from < frame.to);
	if (around && !reaches(parsed, around, hit)) return null;
	if ((hit.entry.noun && isHeading(layout, parsed)) || !isFree(parsed, hit) || isCommand(parsed, hit)) return null;
	const complement = wholeComplement(parsed, hit);
	if (!complement || isNameless(parsed, hit, complement)) return null;
	const leads = owner !== null && groupStart(parsed, hit) === 0;
	const found = leads ? owner.subject : spokenOf(parsed, hit, subjectOf(parsed, hit, frames, complement), around);
	const subject = complement.kind === 'view' ? viewerOf(parsed, hit, found, frames) : found;
	const content = withAs(parsed, hit, contentOf(parsed, hit, complement));
	// What becomes of somebody else's demand takes nothing back of it.
	const outer = around && !isOthersDemand(parsed, around, hit) ? around : null;
	const scope = scopeOf(parsed, hit, subject, outer, content);
	if (hit.entry.needs === 'as' && complement.kind !== 'view' && !hasAs(parsed, content)) return null;
	if (!hasItsNeed(parsed, hit, subject, content) || isOthersView(parsed, hit, subject) || isGuess(parsed, hit, subject))
		return null;
	if (isWhatWasAgreed(parsed, hit, subject) || isAside(parsed, hit, subject) || isOfRelative(parsed, hit)) return null;
	if (isFragment(parsed, hit, complement) || isMotive(parsed, hit) || isAskedOf(parsed, hit)) return null;
	if (saysNothing(parsed, hit, content) || isAcceptance(hit, complement, scope, parsed)) return null;
	if (isLoose(hit, subject) && !isResult(parsed, hit, content.to)) return null;
	// What is judged stands before it, and speaks for itself.
	const { from, to } = complement.kind === 'judged' ? hit : content;
	const frame: Frame = { hit, subject, scope, from, to, drafts: [], emitted: false, lead: null };
	if (hit.entry.class === 'future' && !isDeed(parsed, hit, subject, content.from)) return null;
	const claimed = isClaimed(subject, around, parsed, content.to) || saidOfOther(parsed, hit, subject);
	const reading: Reading = { hit, subject, complement, scope, claimed, content };
	const decision = decide(parsed, reading);
	if (complement.kind === 'bare' && !standsAlone(reading, decision)) return null;
	if (isHeading(layout, parsed) && !subject) return null;
	if (decision && !isNobodys(hit, subject, decision))
		frame.drafts = draftsOf(layout, parsed, reading, decision, owner?.words);
	if (decision && opensList(parsed) && content.from >= parsed.tokens.length - 1)
		frame.lead = leadFrom(layout, parsed, reading, decision);
	frame.emitted = frame.drafts.length > 0;
	return frame;
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
	if (isInfinitive(parsed, hit)) return hedge || isDone(parsed, hit);
	const before = wordAt(parsed.tokens, beforeAdverbs(parsed.tokens, hit.from));
	if (hit.forms.includes('ing') && PREPOSITIONS.has(before) && before !== 'with') return hedge || before === 'without';
	return true;
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
		'deliverables',
		'home'
	]
]);

const ENDED =
	/^(?:end|close|conclud|finish|wound|wrapp|wind|wrap|cap|crown|left|leave|emerg|came|return|walk|depart|part|rose|seal)(?:e|es|s|ed|ing)?$/;

/** "wound up two days of talks with a deal to …": what talks end with. */
function endsWith({ tokens }: Parsed, hit: Hit): boolean {
	const near = tokens.slice(Math.max(0, hit.from - 4), hit.from).findLastIndex(({ w }) => w === 'with' || w === 'by');
	if (near < 0) return false;
	return tokens.slice(Math.max(0, hit.from - 24), hit.from).some(({ w }) => ENDED.test(w));
}

const REACHED = new Set('reached signed announced struck welcomed hailed concluded sealed made'.split(' '));

/** Whether a bare "agreement on X" stands where it is said to be a result: "under the deal to", "outcomes include". */
function isResult(parsed: Parsed, hit: Hit, end: number): boolean {
	const left = parsed.tokens.slice(Math.max(0, hit.from - 6), hit.from);
	const right = parsed.tokens.slice(end, end + 6);
	return left.some(({ w }) => BROUGHT.has(w)) || right.some(({ w }) => REACHED.has(w)) || endsWith(parsed, hit);
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
	const report = parsed.hits.find(
		({ from, entry }) => (entry.class === 'report' || CLAIMS.has(entry.stance)) && from > end && from < end + 14
	);
	return report ? directSubject(parsed, report) : null;
}
