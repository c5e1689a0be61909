import type { Modality } from '#lib/domain/facts/vocabulary.ts';
import { deedOf } from './deed-words.ts';
import { actionAct, agreed, hasWord, JOINTLY, obtains, parts, toldToCome, unowned, willBeJoint } from './joint-acts.ts';
import { isOpinion, isStatement } from './opinions.ts';
import { partyOf } from './names.ts';
import { pairEnd } from './pairs.ts';
import type { Subject } from './subject.ts';
import { isNews, isNoPromise, isOneState, isTold, isView } from './no-promise.ts';
import { BOTH, holderOf, type Decision, type Holder, type Reading } from './reading.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import type { Act } from './types.ts';
import { onlyPossible } from './verdicts.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, NEGATORS, PRONOUNS } from './words.ts';

/** "asked whether it would", "asked how it went": a question, and no request. */
function asks(parsed: Parsed, { content }: Reading): boolean {
	return ['how', 'whether', 'if'].some((word) =>
		[content.from - 1, content.from].some((at) => wordAt(parsed.tokens, at) === word)
	);
}

/** "announced that a fund would pay": what is announced to be done is undertaken. */
function announces(parsed: Parsed, { hit, content }: Reading): boolean {
	if (hit.entry.stance !== 'announce') return false;
	for (let at = content.from; at < content.to; at++) {
		const will = ['will', 'would'].includes(wordAt(parsed.tokens, at));
		const next = wordAt(parsed.tokens, at + 1);
		if (will && parsed.lexicon.actions.has(next)) return true;
		// "that the ban would be eased".
		if (will && next === 'be' && deedOf(parsed.lexicon, wordAt(parsed.tokens, at + 2), 'participle')) return true;
	}
	return false;
}

const AGAINST = new Set(['oppose', 'resist', 'reject']);
const FOR = new Set([
	...[
		'support',
		'accept',
		'recognise',
		'recognize',
		'allow',
		'tolerate',
		'endorse',
		'back',
		'permit',
		'approve',
		'compromise',
		'cede',
		'surrender',
		'yield',
		'bow'
	]
]);

/** "vowed to oppose", "will not support": an attitude, and no deed that is promised. */
function opposes({ tokens }: Parsed, { hit, content }: Reading, denied: boolean): boolean {
	let at = content.from;
	while (isAdverb(wordAt(tokens, at)) || NEGATORS.has(wordAt(tokens, at))) at++;
	const verb = wordAt(tokens, at);
	// "remains committed to its one-China policy".
	if (hit.entry.id === 'be-committed' && DETERMINERS.has(wordAt(tokens, content.from))) {
		const near = tokens.slice(content.from, Math.min(content.to, content.from + 12));
		if (near.some(({ w }) => w === 'policy' || w === 'principle')) return true;
	}
	return AGAINST.has(verb) || (denied && hit.entry.class === 'future' && FOR.has(verb));
}

/** Of what a bare trigger says only this is kept: a thing not reached, or "clinched a security treaty". */
export function standsAlone({ hit, subject }: Reading, decision: Decision | null): boolean {
	return (
		decision?.act === 'non-agreement' || (decision?.act === 'agreement' && !!subject?.joint && hit.to - hit.from > 3)
	);
}

const GUESS = /(?:^|\s)(?:doubt|fear|dread|predict|speculat|wonder|guess|worr|den(?:y|ie))/;

/** "warned that China might", "X could lose, he said". */
function mayBe(parsed: Parsed, { hit, content }: Reading): boolean {
	const tells = hit.entry.class === 'report' || ['warn', 'assert', 'predict'].includes(hit.entry.stance);
	return tells && onlyPossible(parsed, content);
}

/** The act by the trigger's class and its holder; null where it is none (a neutral report, one side's past action). */
export function decide(parsed: Parsed, reading: Reading): Decision | null {
	const { hit, subject, scope } = reading;
	const holder = holderOf(subject) ?? (isOfPair(parsed, hit, subject) ? BOTH : null);
	const sure = hit.entry.confidence * (subject?.confidence ?? 0.6);
	const made = (act: Act, whose: Holder | null, confidence = sure): Decision => ({
		act,
		holder: whose,
		modality: modalityOf(act, reading),
		polarity: scope.polarity === 'affirmed' && (reading.claimed || mayBe(parsed, reading)) ? 'hedged' : scope.polarity,
		confidence: scope.polarity === 'hedged' ? confidence * 0.85 : confidence
	});
	// "doubts that China will": somebody's guess, and nobody's promise.
	if (hit.entry.class === 'future' && scope.because.some((word) => GUESS.test(word))) return null;
	const act = actOf(parsed, reading, holder);
	if (act === null) {
		const plain = hit.entry.class === 'report' && holder !== null && isStatement(parsed, reading.content);
		return plain ? { ...made('position', holder, sure * 0.6), plain } : null;
	}
	// "Whether they may fish was not decided" supposes nothing.
	const open = reading.complement.kind === 'passive';
	const conditional = scope.because.some((word) => ['if', 'unless'].includes(word) || (word === 'whether' && !open));
	if (act === 'non-agreement' && conditional) return null;
	const right = subject?.how === 'possessor' && subject.named.to === hit.from;
	const withheld = hit.entry.stance === 'withheld' && (subject?.how === 'direct' || right);
	const gives = withheld || (hit.entry.id === 'yielded-no' && subject?.named.to === hit.from);
	const nobodys = hit.entry.noun && reading.complement.kind === 'passive' && subject?.how !== 'by' && !gives;
	if (act === 'non-agreement')
		return {
			...made(act, nobodys || obtains(parsed, hit) ? BOTH : openTo(parsed, reading, holder)),
			...notAgreed(reading)
		};
	const whose = act === 'agreement' ? BOTH : holder;
	return made(act, whose);
}

/** "The prime ministers pledged to": two offices right before a verb, where no name tells them. */
function isOfPair(parsed: Parsed, hit: Hit, subject: Subject | null): boolean {
	if (subject || hit.entry.noun || hit.passive || !['commit', 'future', 'agree'].includes(hit.entry.class))
		return false;
	const end = groupBefore(parsed.tokens, hit) + 1;
	// "Each undertakes to", "Both promised to".
	if (end < 2 && hit.from > 0 && ['each', 'both'].includes(wordAt(parsed.tokens, 0))) return true;
	return [2, 3, 4, 5].some((back) => end >= back && pairEnd(parsed, end - back) === end);
}

/** Whose it is that something was not agreed: of both, unless one alone refused it, known or not. */
function openTo({ tokens }: Parsed, { subject }: Reading, holder: Holder | null): Holder | null {
	const one = subject !== null && !subject.joint && ['he', 'she'].includes(wordAt(tokens, subject.named.from));
	return holder ?? (one ? null : BOTH);
}

const TOLD = /^(?:said|believed|thought|understood|reported|rumou?red|claimed|alleged|supposed) to$/;

/** "are said to be at odds": what is only told to be so stays open. */
function notAgreed({ hit, scope }: Reading): Pick<Decision, 'polarity' | 'modality'> {
	const hearsay = scope.hearsay || scope.because.some((word) => TOLD.test(word));
	const told = hit.entry.class === 'disagree' && scope.polarity === 'hedged' && hearsay;
	return told ? { polarity: 'hedged', modality: 'reportedly' } : { polarity: 'negated', modality: 'not-agreed' };
}

function actOf(parsed: Parsed, reading: Reading, holder: Holder | null): Act | null {
	const { hit, scope } = reading;
	const both = holder?.id === 'both';
	const denied = scope.polarity === 'negated';
	switch (hit.entry.class) {
		case 'agree':
			return agreeAct(parsed, reading, holder, denied);
		case 'commit':
			return commitAct(parsed, reading, holder, denied);
		case 'action':
			// "exchanges, suspended since 2020": what was so before.
			if (wordAt(parsed.tokens, hit.to) === 'since') return null;
			return willBeJoint(parsed, reading) ? 'agreement' : actionAct(parsed, reading, both);
		case 'future':
			// "Neither capital would take back its envoys": both refuse.
			if (both && denied && isRefusedByBoth(parsed, reading)) return 'non-agreement';
			if (isNoPromise(parsed, reading) || (both && scope.because.includes('if'))) return null;
			if (holder && opposes(parsed, reading, denied)) return 'position';
			return holder === null ? null : both && !denied ? 'agreement' : 'commitment';
		case 'welcome':
			return both && !denied && hasWord(parsed, reading.content, parsed.lexicon.results)
				? 'agreement'
				: holder
					? 'position'
					: null;
		case 'disagree':
			// "did not even agree to disagree" disagrees the more.
			if (denied && hit.entry.id !== 'agree-to-disagree') return null;
			return parts(parsed, reading, both) ? 'non-agreement' : null;
		case 'report':
			if (holder && announces(parsed, reading)) return both && !denied ? 'agreement' : 'commitment';
			if (both && !denied && toldToCome(parsed, reading)) return 'agreement';
			return holder && isOpinion(parsed, reading.content) ? 'position' : null;
		case 'stance':
		case 'request':
			return isSupposed(parsed, reading) || (hit.entry.stance === 'ask' && asks(parsed, reading)) ? null : 'position';
		case 'duty':
			return scope.polarity === 'hedged' || !both ? null : 'position';
		case 'cause':
			return null;
	}
}

const MORE = new Set(['further', 'new', 'more', 'fresh', 'additional']);

function isRefusedByBoth({ tokens }: Parsed, { hit, subject, claimed }: Reading): boolean {
	const first = subject?.from ?? hit.from;
	const neither = [first, first - 1].some((at) => wordAt(tokens, at) === 'neither');
	return neither && first < 3 && !claimed && hit.entry.id === 'would';
}

/** "If Kenya wants calm, …": what somebody may hold. */
function isSupposed({ tokens }: Parsed, { subject }: Reading): boolean {
	if (subject?.how !== 'direct' || !['if', 'unless'].includes(wordAt(tokens, subject.from - 1))) return false;
	return wordAt(tokens, subject.from - 2) === '';
}

/** What two agreed is an agreement, what one side agreed to do its commitment; any other assent a position. */
function agreeAct(parsed: Parsed, reading: Reading, holder: Holder | null, denied: boolean): Act | null {
	const { hit, complement } = reading;
	const both = holder?.id === 'both';
	// "He agreed with X that": whose view it is, is not known.
	const unknown = holder === null && complement.with !== null && complement.kind === 'that';
	if (unknown || (holder === null && isAnybody(parsed, hit)) || isOneState(parsed, reading)) return null;
	// "The 1979 agreement was signed": long ago.
	if (hit.entry.noun && /^(?:19|20)\d\d$/.test(wordAt(parsed.tokens, hit.from - 1))) return null;
	if (hit.entry.noun && hit.entry.stance === 'decide') return both || isTheirs(parsed, hit) ? 'agreement' : null;
	// "The bank will decide on rates": whose decision it is, is not known.
	if (holder === null && hit.entry.stance === 'decide' && !(hit.passive && isIt(parsed, hit)) && !hit.entry.noun)
		return null;
	if (denied && hit.entry.id === 'accept-that' && !both) return 'position';
	if (denied) return hit.entry.stance === 'decide' && !both ? 'position' : 'non-agreement';
	// "It has agreed to look into the cases": one side's, whoever it is.
	const one = holder === null && ['it', 'he', 'she'].includes(wordAt(parsed.tokens, groupBefore(parsed.tokens, hit)));
	if (one && !hit.passive && !hit.entry.noun) return complement.kind === 'to' ? 'commitment' : null;
	if (agreed(reading, holder)) return 'agreement';
	return ['to', 'ing', 'colon'].includes(complement.kind) || ownDeed(parsed, reading) ? 'commitment' : 'position';
}

/** "agreed that it would lift the ban": what is agreed is a deed of the one who agrees. */
function ownDeed({ tokens, startingAt, lexicon }: Parsed, { subject, content }: Reading): boolean {
	const named = startingAt.get(content.from);
	const own = ['it', 'he', 'she'].includes(wordAt(tokens, content.from));
	const same = named && subject && partyOf(named) !== null && partyOf(named) === partyOf(subject.named);
	const at = named?.to ?? content.from + 1;
	const will = ['will', 'would', 'shall'].includes(wordAt(tokens, at));
	const verb = NEGATORS.has(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
	return will && (own || !!same) && lexicon.actions.has(wordAt(tokens, verb));
}

/** What one side promises is its commitment, what both do an agreement; an attitude that is vowed is a position. */
/** "did not sign up to", "has not promised": a word that was not given; "will not pledge" forgoes a deed. */
const withholds = ({ hit, scope, complement }: Reading): boolean =>
	['pledge', 'commit', 'guarantee'].includes(hit.entry.stance) &&
	!hit.entry.noun &&
	complement.kind !== 'bare' &&
	!scope.because.some((word) => ['refuse', 'decline', 'will', 'would'].includes(word));

function commitAct(parsed: Parsed, reading: Reading, holder: Holder | null, denied: boolean): Act | null {
	const both = holder?.id === 'both';
	const { scope } = reading;
	if (isNews(parsed, reading) || isTold(parsed, reading)) return null;
	if (holder && !both && (opposes(parsed, reading, denied) || isView(parsed, reading, denied))) return 'position';
	if (both) return denied ? 'non-agreement' : 'agreement';
	// "unclear whether Kenya plans to": a question, and nobody's promise.
	if (scope.because.some((word) => ['whether', 'unclear', 'uncertain', 'unknown'].includes(word))) return null;
	// "promised no further strikes": a promise to refrain.
	const refrains =
		wordAt(parsed.tokens, reading.hit.to) === 'no' && MORE.has(wordAt(parsed.tokens, reading.hit.to + 1));
	if (holder && denied && withholds(reading) && !refrains) return 'non-agreement';
	// "what it was promised": who was promised something, not who promised.
	if (!holder && reading.hit.passive && PRONOUNS.has(wordAt(parsed.tokens, groupBefore(parsed.tokens, reading.hit))))
		return null;
	if (!holder) return unowned(reading);
	return reading.hit.entry.stance === 'reaffirm' && !isVerb(parsed, reading) ? 'position' : 'commitment';
}

/** "reaffirmed its commitment to raise …": a deed, and no principle. */
function isVerb({ tokens, lexicon }: Parsed, { content }: Reading): boolean {
	const first = wordAt(tokens, content.from);
	return lexicon.actions.has(first) || first.endsWith('ing');
}

/** "their decision to", "a joint decision to". */
function isTheirs({ tokens }: Parsed, hit: Hit): boolean {
	return tokens.slice(Math.max(0, hit.from - 3), hit.from).some(({ w }) => w === 'their' || JOINTLY.has(w));
}

/** "It was also decided to". */
function isIt({ tokens }: Parsed, hit: Hit): boolean {
	return wordAt(tokens, groupBefore(tokens, hit)) === 'it';
}

const ANYBODY = new Set('one you anyone anybody nobody everyone people who i'.split(' '));

/** "One cannot agree to everything": said of nobody in particular. */
function isAnybody({ tokens }: Parsed, hit: Hit): boolean {
	return ANYBODY.has(wordAt(tokens, groupBefore(tokens, hit)));
}

/** The word before a verb's auxiliaries, denials and adverbs. */
function groupBefore(tokens: Parsed['tokens'], hit: Hit): number {
	let at = hit.from - 1;
	while (AUXILIARIES.has(wordAt(tokens, at)) || NEGATORS.has(wordAt(tokens, at)) || isAdverb(wordAt(tokens, at))) at--;
	return at;
}

function modalityOf(act: Act, { scope, claimed }: Reading): Modality {
	if (scope.hearsay) return 'reportedly';
	if (act === 'non-agreement') return 'not-agreed';
	if (act === 'position') return 'claimed';
	if (scope.polarity === 'negated') return 'not-agreed';
	if (act === 'agreement') return scope.polarity === 'hedged' ? 'reportedly' : 'agreed';
	return claimed || scope.polarity === 'hedged' ? 'claimed' : 'announced';
}
