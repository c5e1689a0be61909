import type { Polarity } from '#lib/domain/extraction/types.ts';
import type { Modality } from '#lib/domain/facts/vocabulary.ts';
import type { Complement } from './complement.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import type { Scope } from './scope.ts';
import { partyOf } from './names.ts';
import type { Subject } from './subject.ts';
import type { Act } from './types.ts';
import { DETERMINERS, isAdverb, NEGATORS } from './words.ts';

export interface Holder {
	id: string;
	name: string;
}
export const BOTH: Holder = { id: 'both', name: 'both sides' };

/** What is known of a trigger when its act is decided. */
export interface Reading {
	hit: Hit;
	subject: Subject | null;
	complement: Complement;
	scope: Scope;
	/** Somebody of another side says it. */
	claimed: boolean;
	/** First and last token of the content. */
	content: { from: number; to: number };
}
export interface Decision {
	act: Act;
	holder: Holder | null;
	modality: Modality;
	polarity: Polarity;
	confidence: number;
	/** Somebody's plain statement: a position only where it speaks of a known topic. */
	plain?: boolean;
}

/** Whose it is: "both" for a joint subject, else the person, country or body; null for what is not known. */
export function holderOf(subject: Subject | null): Holder | null {
	if (!subject) return null;
	if (subject.joint) return BOTH;
	const { referent } = subject.named.mention;
	return referent ? { id: referent.id, name: referent.name } : null;
}

function hasWord(parsed: Parsed, content: { from: number; to: number }, set: ReadonlySet<string>): boolean {
	for (let at = content.from; at < content.to; at++) if (set.has(wordAt(parsed.tokens, at))) return true;
	return false;
}

/** Whether a reported clause says what somebody thinks or wants; "will take effect" tells an event. */
export function isOpinion(parsed: Parsed, content: { from: number; to: number }): boolean {
	const { opinion, events } = parsed.lexicon;
	for (let at = content.from; at < content.to; at++) {
		const word = wordAt(parsed.tokens, at);
		if (!opinion.has(word)) continue;
		const plain = word === 'will' || word === 'would' || word === 'could';
		let verb = at + 1;
		let denied = false;
		for (; isAdverb(wordAt(parsed.tokens, verb)); verb++) denied ||= NEGATORS.has(wordAt(parsed.tokens, verb));
		if (!plain || denied || !events.has(wordAt(parsed.tokens, verb))) return true;
	}
	return false;
}

/** "X is Y", "X has become Y": a judgement in the present tense, and no report of what happened. */
export function isStatement(parsed: Parsed, content: { from: number; to: number }): boolean {
	for (let at = content.from; at < content.to; at++) {
		const word = wordAt(parsed.tokens, at);
		if (['is', 'are', 'remains', 'remain', 'belongs', 'means', 'shows', 'cannot'].includes(word)) return true;
		const denied = NEGATORS.has(wordAt(parsed.tokens, at - 1));
		// "had not changed", "were not for sale", told of yesterday.
		if ((denied && word === 'changed') || (['was', 'were'].includes(word) && wordAt(parsed.tokens, at + 1) === 'not'))
			return true;
		if (word === 'has' && ['become', 'always', 'never', 'no'].includes(wordAt(parsed.tokens, at + 1))) return true;
	}
	return false;
}

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
		if (will && parsed.lexicon.actions.has(wordAt(parsed.tokens, at + 1))) return true;
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

/** Whether what was agreed was agreed with somebody of another side. */
function withOther(subject: Subject | null, complement: Complement): boolean {
	if (!subject || !complement.with) return false;
	const [own, other] = [partyOf(subject.named), partyOf(complement.with)];
	return own === null || other === null || own !== other;
}

/** The act by the trigger's class and its holder; null where it is none (a neutral report, one side's past action). */
export function decide(parsed: Parsed, reading: Reading): Decision | null {
	const { hit, subject, scope } = reading;
	const holder = holderOf(subject);
	const sure = hit.entry.confidence * (subject?.confidence ?? 0.6);
	const made = (act: Act, whose: Holder | null, confidence = sure): Decision => ({
		act,
		holder: whose,
		modality: modalityOf(act, reading),
		polarity: reading.claimed && scope.polarity === 'affirmed' ? 'hedged' : scope.polarity,
		confidence: scope.polarity === 'hedged' ? confidence * 0.85 : confidence
	});
	const act = actOf(parsed, reading, holder);
	if (act === null) {
		const plain = hit.entry.class === 'report' && holder !== null && isStatement(parsed, reading.content);
		return plain ? { ...made('position', holder, sure * 0.6), plain } : null;
	}
	const conditional = scope.because.some((word) => ['if', 'unless', 'whether'].includes(word));
	if (act === 'non-agreement' && conditional) return null;
	if (act === 'non-agreement') return { ...made(act, holder ?? BOTH), polarity: 'negated', modality: 'not-agreed' };
	const whose = act === 'agreement' ? BOTH : holder;
	return made(act, whose);
}

function actOf(parsed: Parsed, reading: Reading, holder: Holder | null): Act | null {
	const { hit, scope, complement } = reading;
	const both = holder?.id === 'both';
	const denied = scope.polarity === 'negated';
	switch (hit.entry.class) {
		case 'agree':
			if (denied) return hit.entry.stance === 'decide' && !both ? 'position' : 'non-agreement';
			if (agreed(reading, holder)) return 'agreement';
			return complement.kind === 'to' || complement.kind === 'ing' ? 'commitment' : 'position';
		case 'commit':
			if (holder && !both && opposes(parsed, reading, denied)) return 'position';
			if (both) return denied ? 'non-agreement' : 'agreement';
			if (holder) return 'commitment';
			return unowned(reading);
		case 'action':
			return willBeJoint(parsed, reading) ? 'agreement' : actionAct(reading, both);
		case 'future':
			if (holder && opposes(parsed, reading, denied)) return 'position';
			return holder === null ? null : both && !denied ? 'agreement' : 'commitment';
		case 'welcome':
			return both && !denied && hasWord(parsed, reading.content, parsed.lexicon.results)
				? 'agreement'
				: holder
					? 'position'
					: null;
		case 'disagree':
			return denied || (complement.quoted && !both) ? null : 'non-agreement';
		case 'report':
			if (holder && announces(parsed, reading)) return both && !denied ? 'agreement' : 'commitment';
			return holder && isOpinion(parsed, reading.content) ? 'position' : null;
		case 'stance':
		case 'request':
			return hit.entry.stance === 'ask' && asks(parsed, reading) ? null : 'position';
		case 'duty':
			return scope.polarity === 'hedged' || !both ? null : 'position';
		case 'cause':
			return null;
	}
}

/** "A joint working group will be set up": nobody is named, and it takes two. */
function willBeJoint({ tokens }: Parsed, { hit, subject, scope, content }: Reading): boolean {
	if (!hit.passive || subject || scope.polarity !== 'affirmed' || hit.entry.stance === 'issue') return false;
	const will = tokens.slice(Math.max(0, hit.from - 4), hit.from).some(({ w }) => w === 'will');
	return (
		will &&
		tokens
			.slice(content.from, Math.min(content.to, content.from + 40))
			.some(({ w }) => w === 'joint' || w === 'bilateral')
	);
}

/** Joint deeds are agreed; a paper that was not signed, or a dispute not settled, is explicitly not agreed. */
function actionAct({ hit, subject, scope }: Reading, both: boolean): Act | null {
	const paper = ['sign', 'issue', 'resolve'].includes(hit.entry.stance);
	if (scope.polarity === 'negated') return paper && (both || (hit.passive && !subject)) ? 'non-agreement' : null;
	const deed = hit.entry.stance !== 'issue' && hit.entry.stance !== 'resolve';
	return both && deed && scope.polarity === 'affirmed' ? 'agreement' : null;
}

/** "resulted in commitments to …", "no commitment was made": what nobody is named for is taken for both sides'. */
function unowned({ hit, scope }: Reading): Act | null {
	if (scope.polarity === 'negated') return 'non-agreement';
	return hit.entry.noun && hit.entry.stance !== 'offer' ? 'agreement' : null;
}

/** Two sides agreed: a joint or no subject, a partner that is named, or a deal, which takes two. */
function agreed(reading: Reading, holder: Holder | null): boolean {
	const { hit, subject, complement } = reading;
	if (holder === null || holder.id === 'both' || withOther(subject, complement)) return true;
	return hit.entry.noun || !['agree', 'decide'].includes(hit.entry.stance);
}

function modalityOf(act: Act, { scope, claimed }: Reading): Modality {
	if (scope.hearsay) return 'reportedly';
	if (act === 'non-agreement') return 'not-agreed';
	if (act === 'position') return 'claimed';
	if (scope.polarity === 'negated') return 'not-agreed';
	if (act === 'agreement') return scope.polarity === 'hedged' ? 'reportedly' : 'agreed';
	return claimed || scope.polarity === 'hedged' ? 'claimed' : 'announced';
}
