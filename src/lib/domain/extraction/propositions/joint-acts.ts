import type { Complement } from './after-trigger.ts';
import { REQUESTS } from './asked.ts';
import { partyOf } from './names.ts';
import type { Holder, Reading } from './reading.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import type { Subject } from './subject.ts';
import type { Act } from './types.ts';
import { NEGATORS } from './words.ts';
import { wordSet } from '../../text.ts';

export function hasWord(parsed: Parsed, content: { from: number; to: number }, set: ReadonlySet<string>): boolean {
	for (let at = content.from; at < content.to; at++) if (set.has(wordAt(parsed.tokens, at))) return true;
	return false;
}

/** Whether a word of dissent tells of both sides: what one side leaves out, or says of itself, is no failure of two. */
export function parts(parsed: Parsed, reading: Reading, both: boolean): boolean {
	const { tokens } = parsed;
	const { hit, complement } = reading;
	const group = tokens.slice(hit.from, hit.to).map(({ w }) => w);
	// "were to be shelved": what was asked for.
	const denies = group.some((w) => NEGATORS.has(w) || ['yet', 'still'].includes(w) || w.startsWith('remain'));
	if (!denies && group.some((w, at) => w === 'to' && group[at + 1] === 'be')) return false;
	// "are back to where they stood": what was lost is had again.
	if (hit.entry.id === 'where-they-were' && group.includes('back')) return false;
	if (!isOpenPoint(reading, tokens, both)) return false;
	if (['undiscussed', 'deferred'].includes(hit.entry.stance) && !hit.entry.noun) return both;
	// "The vote was put off until Friday" is an event; a decision or a question that is put off was not agreed.
	const open = tokens.slice(Math.max(0, hit.from - 8), hit.to).some(({ w }) => QUESTIONS.has(w));
	if (wordAt(tokens, hit.to) === 'until' && !open) return false;
	const wouldBe = tokens.slice(Math.max(0, hit.from - 3), hit.from).some(({ w }) => w === 'would');
	if (wouldBe && hit.entry.stance !== 'withheld') return false;
	if (hit.entry.needs === 'talks' && !failsTalks(parsed, reading)) return false;
	if (isGrievance(parsed, reading)) return false;
	const we = tokens.slice(Math.max(0, hit.from - 3), hit.from).some(({ w }) => w === 'we');
	return !complement.quoted || both || we || saysOfItself(parsed, reading);
}

/** "“Kenya has not committed itself to it,” the Kenyan minister said": what a side says of itself. */
function saysOfItself(parsed: Parsed, { hit, subject }: Reading): boolean {
	const speaker = parsed.speakerAt(hit.from);
	if (hit.entry.stance !== 'withheld' || !speaker || !subject) return false;
	const own = partyOf(subject.named);
	return own !== null && own === partyOf(speaker);
}

const MEASURES = wordSet(
	'measures measure tariffs tariff duties duty levies levy curbs controls sanctions fees fee hikes'
);

/** "won no assurance", "went home with no pledge": who did not get it is not who withheld it. */
export const obtains = ({ tokens }: Parsed, { entry, from }: Hit): boolean =>
	entry.class === 'disagree' &&
	(['away-with-no', 'empty-handed', 'fail-to-get'].includes(entry.id) || OBTAINS.has(wordAt(tokens, from)));
const OBTAINS = wordSet('got received won obtained extracted secured wrung');

/** "shelved the harshest tariffs" stays a deed; "What was not agreed" names no point; who is said to have clashed did not part. */
function isOpenPoint({ hit, content, scope }: Reading, tokens: Parsed['tokens'], both: boolean): boolean {
	const after = content.from >= hit.to;
	if (hit.entry.stance === 'deferred' && after)
		return !tokens.slice(content.from, content.from + 4).some(({ w }) => MEASURES.has(w));
	if (hit.entry.id === 'disagree' && scope.polarity === 'hedged') return both;
	return after || wordAt(tokens, content.from) !== 'what';
}

/** "Talks on X collapsed": what failed is talks or a deal, and nobody broke something else off. */
function failsTalks({ tokens, endingAt }: Parsed, { hit, content }: Reading): boolean {
	const words = tokens.slice(content.from, hit.to).map(({ w }) => w);
	const of = FAILING.get(hit.entry.stance) ?? TALKS;
	const actor = endingAt.get(hit.from - 1)?.mention.referent?.is;
	// "broken off cooperation": somebody did it, and it is no failure.
	const object =
		hit.entry.id === 'talks-broke-down' && tokens[hit.to]?.word === true && !ENDS.has(wordAt(tokens, hit.to));
	if (object) return false;
	const relative = words.slice(0, hit.from - content.from).some((w) => w === 'which' || w === 'who');
	return words.some((w) => of.has(w)) && !(relative && actor !== undefined);
}

/** "Kenya's grievance about the fees goes unmentioned": what one side holds, and no point that two left open. */
function isGrievance({ tokens, startingAt }: Parsed, { hit, content }: Reading): boolean {
	const owner = startingAt.get(content.from);
	const noun = owner && wordAt(tokens, owner.to) === "'s" ? wordAt(tokens, owner.to + 1) : '';
	return hit.entry.takes.includes('left') && GRIEVANCES.has(noun);
}
const GRIEVANCES = wordSet(
	'grievance grievances complaint complaints objection objections resentment anger displeasure'
);

/** What may stand behind a verb that has no object. */
const ENDS = wordSet(
	'on over after in at when as last this late early again and but amid because without with before for by yesterday'
);

/** "A plan to cap fees foundered": what may come to nothing besides talks. */
const SCHEMES = wordSet('plan plans proposal proposals idea scheme initiative initiatives offer bid package project');
const QUESTIONS = new Set(
	'question questions issue issues decision matter dispute row problem differences signature signing ratification adoption'.split(
		' '
	)
);
const TALKS = new Set(
	(
		'talks talk negotiations discussions consultations summit meeting round dialogue conference deal agreement accord pact truce ' +
		'treaty compromise consensus statement communique declaration text resolution settlement hopes hope understanding accords ' +
		'efforts effort attempts attempt breakthrough'
	).split(' ')
);

/** "The order for ten jets did not materialise": what was hoped for of talks. */
const HOPED = wordSet(
	`order orders contract contracts purchase purchases sale sales announcement visit waiver waivers exemption exemptions concession
	concessions line passage reference clause paragraph language mention wording sentence relief release signing reopening rollback invitation commitment promise pledge offer investment aid ${[...TALKS].join(' ')}`
);

const FAILING: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	['deferred', QUESTIONS],
	['rejected', REQUESTS],
	['foundered', SCHEMES],
	['unfulfilled', HOPED]
]);

/** "Both sides said that flights will resume": what both say will be done. */
export function toldToCome({ tokens, lexicon }: Parsed, { content }: Reading): boolean {
	for (let at = content.from; at < content.to; at++) {
		const planned = ['is', 'are'].includes(wordAt(tokens, at)) && wordAt(tokens, at + 1) === 'to';
		if (!planned && !['will', 'would'].includes(wordAt(tokens, at))) continue;
		const first = planned ? at + 2 : at + 1;
		const verb = wordAt(tokens, first) === 'be' ? first + 1 : first;
		const word = wordAt(tokens, verb);
		if (NEGATORS.has(word)) return false;
		const meets = planned && ['meet', 'hold', 'convene'].includes(word);
		const deed = meets || (lexicon.actions.has(word) && !lexicon.idle.has(word) && !lexicon.events.has(word));
		return deed || (verb > first && word.endsWith('ed'));
	}
	return false;
}

/** "A joint working group will be set up": nobody is named, and it takes two. */
export function willBeJoint({ tokens }: Parsed, { hit, subject, scope, content }: Reading): boolean {
	if (!hit.passive || subject || scope.polarity !== 'affirmed' || hit.entry.stance === 'issue') return false;
	const will = tokens.slice(Math.max(0, hit.from - 4), hit.from).some(({ w }) => w === 'will' || w === 'to');
	const left = tokens.slice(content.from, Math.min(content.to, content.from + 40)).map(({ w }) => w);
	return (
		will && left.some((w, at) => JOINTLY.has(w) || (w === 'working' && /^(?:group|party)/.test(left[at + 1] ?? '')))
	);
}

/** Words of what takes two. */
export const JOINTLY = new Set(
	'joint jointly bilateral trilateral mutual reciprocal both two cross-border hotline inter-governmental tripartite'.split(
		' '
	)
);

/** Joint deeds are agreed; a paper that was not signed, or a dispute not settled, is explicitly not agreed. */
export function actionAct(parsed: Parsed, { hit, subject, scope, content }: Reading, both: boolean): Act | null {
	const { stance } = hit.entry;
	const paper = ['sign', 'issue', 'resolve', 'seal'].includes(stance);
	if (scope.polarity === 'negated') {
		const nobodys = hit.passive && !subject && (stance !== 'issue' || hasWord(parsed, content, TO_ISSUE));
		return paper && (both || nobodys) ? 'non-agreement' : null;
	}
	if (!both || scope.polarity !== 'affirmed' || stance === 'resolve') return null;
	return stance !== 'issue' || hasWord(parsed, content, PAPERS) ? 'agreement' : null;
}

/** What two sides issue or adopt together where they agree. */
const PAPERS = new Set(
	'joint statement communique declaration agreement accord treaty pact deal memorandum plan roadmap framework upgrade'.split(
		' '
	)
);

const TO_ISSUE = new Set([
	...PAPERS,
	...'date dates venue timetable deadline documents communiques statements'.split(' ')
]);

/** "resulted in commitments to …", "no commitment was made": what nobody is named for is taken for both sides'. */
export function unowned({ hit, scope }: Reading): Act | null {
	// "he had been assured": whose word it was is not said.
	if (hit.passive && hit.entry.stance === 'guarantee') return null;
	// "is not intended to": what a thing is for.
	if (hit.passive && hit.entry.hedges) return null;
	// A verb whose subject nobody knows is no deed of both.
	if (!hit.entry.noun && (!hit.passive || hit.entry.stance === 'announce')) return null;
	if (scope.polarity === 'negated') return 'non-agreement';
	return hit.entry.noun && hit.entry.stance !== 'offer' ? 'agreement' : null;
}

/** Whether what was agreed was agreed with somebody of another side. */
function withOther(subject: Subject | null, complement: Complement): boolean {
	if (!subject || !complement.with) return false;
	const [own, other] = [partyOf(subject.named), partyOf(complement.with)];
	return own === null || other === null || own !== other;
}

/** Two sides agreed: a joint or no subject, a partner that is named, or a deal, which takes two. */
export function agreed(reading: Reading, holder: Holder | null): boolean {
	const { hit, subject, complement } = reading;
	if (holder === null || holder.id === 'both' || withOther(subject, complement)) return true;
	return hit.entry.noun || !['agree', 'decide'].includes(hit.entry.stance);
}
