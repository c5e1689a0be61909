import type { Polarity } from '#lib/domain/extraction/types.ts';
import { apply, deny, hedge, newCount, settle, type Count } from './count.ts';
import { wordAt, type HedgeHit, type Hit, type Parsed } from './sentence.ts';
import type { Frame } from './frame.ts';
import type { Subject } from './subject.ts';
import { clauseStart } from './names.ts';
import {
	beforeAside,
	hasDenial,
	isOthersRequest,
	readFronted,
	readMatrix,
	readRefuted,
	readTold,
	readVerdict
} from './verdicts.ts';
import { wordSet } from '../../text.ts';
import { AUXILIARIES, DO, HAVE, isAdverb, MODALS, NEGATORS, NOT_ONLY } from './words.ts';

export interface Scope {
	polarity: Polarity;
	/** Words that decided it. */
	because: string[];
	/** Nobody answers for it: "sources said", "reportedly". */
	hearsay: boolean;
}

function inside(at: number, stretches: readonly { from: number; to: number }[]): boolean {
	return stretches.some((stretch) => stretch.from <= at && at < stretch.to);
}

/** Denials and modals in a stretch of tokens, outside the skipped stretches. */
function readGroup(
	parsed: Parsed,
	from: number,
	to: number,
	skipped: Subject['skipped'],
	hit: Hit,
	count: Count
): void {
	const { tokens } = parsed;
	const hedged = parsed.hedges.filter((one) => one.from >= from && one.to <= to && !inside(one.from, skipped));
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (word === '' || inside(at, skipped) || hedged.some((one) => one.from <= at && at < one.to)) continue;
		if (NEGATORS.has(word) && !NOT_ONLY.has(wordAt(tokens, at + 1))) deny(count, word);
		const weak = !isMonth(tokens, at) && ['may', 'might', 'could', 'can', 'must', 'should', 'ought'].includes(word);
		const would = word === 'would' && hit.entry.class !== 'future';
		if ((weak || would) && hit.entry.class !== 'duty') hedge(count, word);
		// "a draft deal", "any future accord": it is not there yet.
		if (hit.entry.noun && hit.entry.class === 'agree' && UNBORN.has(word)) hedge(count, word);
	}
	for (const one of hedged) apply(parsed.tokens, one, count);
}

const UNBORN = new Set(
	'proposed possible potential planned future eventual draft prospective tentative mooted hoped-for'.split(' ')
);

/** "no Chinese support" denies it; "does not reflect China's support" speaks of another verb, and leaves it open. */
function readOwned(parsed: Parsed, { from }: Subject, group: number, hit: Hit, count: Count): void {
	const near = ['no', 'not', 'without', 'nor', 'neither'].includes(wordAt(parsed.tokens, from - 1)) ? from - 1 : from;
	readGroup(parsed, near, hit.from, [], hit, count);
	const before = newCount();
	readGroup(parsed, group, near, [], hit, before);
	if (before.denied + before.hedged > 0 && hit.entry.class !== 'request')
		hedge(count, `beside: ${before.because.join(', ')}`);
}

/** "Neither side", "none of the ministers", "nor did Xi": a denial in or before the subject. */
function readSubject(parsed: Parsed, subject: Subject, count: Count): void {
	const { tokens } = parsed;
	let at = subject.from;
	// "Had Xi agreed, …" supposes what was not so.
	if (wordAt(tokens, at) === 'had') hedge(count, 'had');
	for (; at < subject.named.to; at++) {
		if (['neither', 'no', 'none', 'nobody', 'nor'].includes(wordAt(tokens, at))) return deny(count, wordAt(tokens, at));
	}
	at = subject.from - 1;
	for (let guard = 0; at >= 0 && guard < 4; guard++, at--) {
		const word = wordAt(tokens, at);
		// "Not even Kenya", "not one of the two sides"; "not only Kenya" affirms.
		if (word === 'not' && !NOT_ONLY.has(wordAt(tokens, at + 1))) return deny(count, word);
		if (['neither', 'no', 'none', 'nobody', 'nor', 'few'].includes(word)) return deny(count, word);
		if (AUXILIARIES.has(word) && guard < 3) return readInversion(parsed, at, count);
		// "did Chad and Sudan": the row goes on.
		if (word === 'and' && (tokens[at - 1]?.capital || parsed.endingAt.has(at - 1))) continue;
		if (!['the', 'of', 'either', 'any', 'a', 'even', 'one', 'single'].includes(word) && !tokens[at]?.capital) return;
	}
}

/** "Nor did Xi agree", "At no point has China pledged"; "Only then did Xi agree" affirms; another inversion asks. */
function readInversion(parsed: Parsed, auxiliary: number, count: Count): void {
	for (let at = auxiliary - 1; at >= Math.max(0, auxiliary - 8); at--) {
		const word = wordAt(parsed.tokens, at);
		if (word === 'only' || (word === 'until' && wordAt(parsed.tokens, at - 1) === 'not')) {
			// "Only after an audit would Kenya agree": on a condition.
			if (MODALS.has(wordAt(parsed.tokens, auxiliary))) hedge(count, 'only');
			return;
		}
		if (NEGATORS.has(word) || ['rarely', 'seldom', 'little', 'nowhere'].includes(word)) return deny(count, word);
	}
	if (DO.has(wordAt(parsed.tokens, auxiliary)) || HAVE.has(wordAt(parsed.tokens, auxiliary))) hedge(count, 'inversion');
}

/** Where no subject is known, whatever stands before the verb in its clause: "Few of the envoys agreed". */
function readNobody(parsed: Parsed, from: number, group: number, hit: Hit, count: Count): void {
	readGroup(parsed, from, group, [], hit, count);
	if (['few', 'little'].includes(wordAt(parsed.tokens, from))) deny(count, wordAt(parsed.tokens, from));
}

/** Hedges outside the verb's group that govern it: what precedes its clause, and what is said of the whole sentence. */
function readOuter(parsed: Parsed, start: number, hit: Hit, count: Count): void {
	const left = clauseStart(parsed.tokens, hit.from);
	for (const one of parsed.hedges) {
		if (one.entry.scope === 'sentence') apply(parsed.tokens, one, count);
		else if (one.to <= start && one.from >= left && governs(parsed, one, start) && !isSpent(parsed, one, start))
			apply(parsed.tokens, one, count);
	}
}

/** "no longer funds the road and opposes the dam", ", hardly pleased, asked": its own words are denied, no later verb. */
function isSpent({ tokens }: Parsed, { entry, from, to }: HedgeHit, start: number): boolean {
	if (entry.effect !== 'negated' || entry.scope !== 'clause') return false;
	const between = tokens.slice(to, start);
	const aside = tokens[from - 1]?.w === ',' && between.some(({ w }) => w === ',');
	const next = between.some(({ w }, at) => (w === 'and' || w === 'but') && wordAt(tokens, to + at + 1) !== 'to');
	return aside || next || (tokens[from]?.quoted === true && tokens[start]?.quoted === false);
}

/** Whether a hedge before a clause reaches it: by "that", directly, or by "if" to the clause after the comma. */
export function governs(parsed: Parsed, one: HedgeHit, start: number): boolean {
	const between = parsed.tokens.slice(one.to, start);
	if (one.entry.scope === 'clause') {
		const joined = between.some(({ w }, at) => w === ',' && ['and', 'but'].includes(between[at + 1]?.w ?? ''));
		return between.length <= 40 && !joined && !between.some(({ w }) => w === ';');
	}
	if (one.entry.scope !== 'complement') return false;
	if (between.some(({ w }) => w === ';' || w === 'but' || w === 'while')) return false;
	if (wordAt(parsed.tokens, one.to - 1) === 'that') return true;
	const that = between.findIndex(({ w }) => w === 'that');
	if (that >= 0) return that <= 8;
	return between.every(
		(token) => token.w === 'the' || token.w === 'a' || token.w === 'any' || token.w === 'to' || isAdverb(token.w)
	);
}

/** How a trigger stands: affirmed, denied or weakened, by its own group and by what governs it. */
export function scopeOf(
	parsed: Parsed,
	hit: Hit,
	subject: Subject | null,
	outer: Pick<Frame, 'scope' | 'from'> | null,
	content: { from: number; to: number }
): Scope {
	const count = newCount();
	const skipped = subject?.skipped ?? [];
	const after = subject && subject.how !== 'by' && subject.how !== 'after' && subject.how !== 'quoted';
	const shares = subject !== null && ['shared', 'participle', 'possessor', 'owner'].includes(subject.how);
	const group = after && !shares ? subject.group : groupStart(parsed, hit);
	if (subject?.how === 'possessor') readOwned(parsed, subject, group, hit, count);
	else readGroup(parsed, group, hit.from, skipped, hit, count);
	readInside(parsed, hit, count);
	if (hit.entry.takes.includes('none')) readGroup(parsed, hit.to, content.from, [], hit, count);
	if (after && !shares) readSubject(parsed, subject, count);
	if (!subject && !hit.entry.noun) readNobody(parsed, clauseStart(parsed.tokens, hit.from), group, hit, count);
	// What becomes of a request or of opposition takes nothing back of it.
	if (hit.entry.noun && !HELD.has(hit.entry.class)) readFate(parsed, content.to, count);
	if (content.from >= hit.to) readContent(parsed, content, count);
	const start = after && !shares ? subject.from : group;
	readOuter(parsed, start, hit, count);
	readMatrix(parsed, start, hit.to, count);
	readAside(parsed, group, hit, count);
	if (!after || shares) readFronted(parsed, group, count);
	readTime(parsed, start, hit, count);
	const loose = hit.entry.noun && hit.entry.class === 'request' && subject?.how === 'loose';
	if (loose && isOthersRequest(parsed, subject.named.to, hit.from)) hedge(count, 'a request of others');
	if (hit.entry.class === 'report') readRefuted(parsed, content, count);
	if (/^(?:stance|report)$/.test(hit.entry.class)) readTold(parsed, hit, content, count);
	readCondition(parsed, hit, content.to, count);
	if (hit.entry.pattern === 'would' && !outer && !attributed(parsed, content.to)) hedge(count, 'would');
	if (outer) {
		// "Has not said that it will not": nobody knows whether it will.
		const { polarity, because, hearsay } = outer.scope;
		if (polarity !== 'affirmed') hedge(count, `within: ${because.join(', ')}`);
		count.open ||= polarity === 'negated' && hasDenial(parsed, outer.from, hit.from);
		count.hearsay ||= hearsay;
	}
	return { polarity: settle(count), because: count.because, hearsay: count.hearsay };
}

/** "… if the other side does": what is done on a condition is not done; a position may speak of conditions. */
function readCondition(parsed: Parsed, hit: Hit, end: number, count: Count): void {
	if (!['agree', 'commit', 'future', 'action'].includes(hit.entry.class)) return;
	for (let at = hit.to; at < Math.min(parsed.tokens.length, end + 3); at++) {
		const word = wordAt(parsed.tokens, at);
		const subjectTo = word === 'subject' && wordAt(parsed.tokens, at + 1) === 'to';
		if (subjectTo || ['if', 'unless', 'provided', 'pending'].includes(word)) return hedge(count, word);
	}
}

/** "agreed to nothing", "pledged no troops": a denial that opens what was agreed; after "that" it is part of it. */
function readContent(parsed: Parsed, content: { from: number; to: number }, count: Count): void {
	const first = wordAt(parsed.tokens, content.from);
	for (let at = content.from; at < content.to; at++) {
		const word = wordAt(parsed.tokens, at);
		if (word === 'except' || word === 'excepting') hedge(count, word);
	}
	if (['almost', 'nearly', 'virtually'].includes(first)) hedge(count, first);
	const clause = ['that', 'and'].includes(wordAt(parsed.tokens, content.from - 1));
	if (!clause && EMPTY.has(first)) deny(count, first);
}

const EMPTY = wordSet('no none nothing neither nobody little few hardly scarcely barely');
const HELD: ReadonlySet<string> = new Set(['request', 'stance']);
const SEEMING = new Set('seems seem seemed appears appear appeared looks'.split(' '));

/** "signed in May": no word of doubt. */
const isMonth = (tokens: Parsed['tokens'], at: number): boolean =>
	at > 0 && tokens[at]?.w === 'may' && tokens[at]?.capital === true;

/** What became of a thing that a noun names: "an agreement on X was not reached", "is expected to be signed". */
function readFate(parsed: Parsed, from: number, count: Count): void {
	for (let at = from - 2; at < Math.min(parsed.tokens.length, from + 6); at++) {
		const word = wordAt(parsed.tokens, at);
		if (SEEMING.has(word)) return hedge(count, word);
		if (at < from) continue;
		// "…, nor did Xi on Taiwan": another one's.
		if (word === '' || ['and', 'while', 'nor'].includes(word)) return;
		if (NEGATORS.has(word)) return deny(count, word);
		if (isMonth(parsed.tokens, at)) continue;
		if (['expected', 'may', 'might', 'could', 'would', 'remains', 'remain', 'yet', 'should'].includes(word))
			return hedge(count, word);
	}
}

/** "Until Kenya agrees to", "Should Kenya agree to", "Kenya's agreeing to": it has not happened. */
function readTime({ tokens }: Parsed, start: number, hit: Hit, count: Count): void {
	if (hit.entry.class !== 'agree' && hit.entry.class !== 'commit') return;
	const present = !hit.forms.some((form) => form === 'past' || form === 'noun' || form === 'ing');
	const before = wordAt(tokens, start - 1);
	if (present && ['before', 'until', 'till', 'once', 'when', 'whenever'].includes(before)) hedge(count, before);
	if (hit.forms.includes('ing') && before === "'s") hedge(count, 'gerund');
}

/** "have, it seems, agreed", "has not, whatever Washington says, agreed": what stands before an aside. */
function readAside(parsed: Parsed, group: number, hit: Hit, count: Count): void {
	const before = beforeAside(parsed, group);
	if (!before) return;
	readGroup(parsed, before.from, before.to, [], hit, count);
	if (before.seems) hedge(count, 'it seems');
}

/** Whether the content is followed by ", according to" or ", the minister said". */
function attributed(parsed: Parsed, end: number): boolean {
	const { tokens } = parsed;
	if (wordAt(tokens, end) === 'according' || wordAt(tokens, end + 1) === 'according') return true;
	return parsed.hits.some((hit) => hit.entry.class === 'report' && hit.from > end && hit.from < end + 14);
}

/** A denial inside the trigger itself: "reached no agreement". */
function readInside(parsed: Parsed, hit: Hit, count: Count): void {
	if (hit.entry.class === 'disagree') return;
	for (let at = hit.from; at < hit.to; at++) {
		const word = wordAt(parsed.tokens, at);
		if ((word === 'no' || word === 'neither' || word === 'not') && !hit.entry.pattern.split(' ').includes(word))
			deny(count, word);
		// "would like" is a wish, "would not say" a refusal of today.
		const wish = at === hit.from && /^\(?would/.test(hit.entry.pattern) && hit.entry.class !== 'future';
		if (['may', 'might', 'could', 'would', 'should'].includes(word) && hit.to - hit.from > 1 && !wish)
			hedge(count, word);
	}
	if (hit.entry.denies) deny(count, 'denies');
	if (['describe', 'view'].includes(hit.entry.stance)) readVerdict(parsed, hit, count);
	if (hit.entry.hedges) hedge(count, hit.entry.id);
	if (wordAt(parsed.tokens, hit.to) === 'neither') deny(count, 'neither');
}

/** First token of the run of auxiliaries, adverbs, denials and hedges right before a trigger. */
export function groupStart(parsed: Parsed, hit: Hit): number {
	const { tokens } = parsed;
	let at = hit.from;
	for (let guard = 0; at > 0 && guard < 14; guard++) {
		const word = wordAt(tokens, at - 1);
		const hedge = parsed.hedges.find((one) => one.to === at && one.entry.scope !== 'sentence');
		if (hedge) {
			at = hedge.from;
			continue;
		}
		const light = AUXILIARIES.has(word) || isAdverb(word) || NEGATORS.has(word) || word === 'to' || word === 'any';
		const named = hit.entry.noun && hit.entry.class !== 'disagree';
		const noun = named && word !== '' && !['that', 'and', 'but', 'which', 'with', 'of', 'to'].includes(word);
		if (!light && !(noun && guard < 4)) break;
		at--;
	}
	return at;
}
