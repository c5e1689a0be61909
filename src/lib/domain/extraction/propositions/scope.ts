import type { Polarity } from '#lib/domain/extraction/types.ts';
import { wordAt, type HedgeHit, type Hit, type Parsed } from './sentence.ts';
import type { Subject } from './subject.ts';
import { clauseStart } from './names.ts';
import { AUXILIARIES, DO, HAVE, isAdverb, NEGATORS, NOT_ONLY } from './words.ts';

export interface Scope {
	polarity: Polarity;
	/** Words that decided it. */
	because: string[];
	/** Nobody answers for it: "sources said", "reportedly". */
	hearsay: boolean;
}

interface Count {
	denied: number;
	hedged: number;
	hearsay: boolean;
	because: string[];
}

function deny(count: Count, word: string): void {
	count.denied++;
	count.because.push(word);
}

function hedge(count: Count, word: string): void {
	count.hedged++;
	count.because.push(word);
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
		const weak = ['may', 'might', 'could', 'can', 'must', 'should', 'ought'].includes(word);
		const would = word === 'would' && hit.entry.class !== 'future';
		if ((weak || would) && hit.entry.class !== 'duty') hedge(count, word);
		// "a draft deal", "any future accord": it is not there yet.
		if (hit.entry.noun && hit.entry.class === 'agree' && UNBORN.has(word)) hedge(count, word);
	}
	for (const one of hedged) apply(parsed, one, count);
}

const UNBORN = new Set(
	'proposed possible potential planned future eventual draft prospective tentative mooted hoped-for'.split(' ')
);

function apply(parsed: Parsed, one: HedgeHit, count: Count): void {
	const word = parsed.tokens
		.slice(one.from, one.to)
		.map(({ w }) => w)
		.join(' ');
	if (one.entry.effect === 'negated') deny(count, word);
	if (one.entry.effect === 'hedged') hedge(count, word);
	if (one.entry.scope === 'sentence') count.hearsay = true;
}

/** "Neither side", "none of the ministers", "nor did Xi": a denial in or before the subject. */
function readSubject(parsed: Parsed, subject: Subject, count: Count): void {
	const { tokens } = parsed;
	let at = subject.from;
	for (; at < subject.named.to; at++) {
		if (['neither', 'no', 'none', 'nobody', 'nor'].includes(wordAt(tokens, at))) return deny(count, wordAt(tokens, at));
	}
	at = subject.from - 1;
	for (let guard = 0; at >= 0 && guard < 4; guard++, at--) {
		const word = wordAt(tokens, at);
		if (['neither', 'no', 'none', 'nobody', 'nor', 'few'].includes(word)) return deny(count, word);
		if (AUXILIARIES.has(word) && guard < 3) return readInversion(parsed, at, count);
		if (!['the', 'of', 'either', 'any', 'a'].includes(word) && !tokens[at]?.capital) return;
	}
}

/** "Nor did Xi agree", "At no point has China pledged"; "Only then did Xi agree" affirms; another inversion asks. */
function readInversion(parsed: Parsed, auxiliary: number, count: Count): void {
	for (let at = auxiliary - 1; at >= Math.max(0, auxiliary - 8); at--) {
		const word = wordAt(parsed.tokens, at);
		if (word === 'only') return;
		if (NEGATORS.has(word) || ['rarely', 'seldom', 'little'].includes(word)) return deny(count, word);
	}
	if (DO.has(wordAt(parsed.tokens, auxiliary)) || HAVE.has(wordAt(parsed.tokens, auxiliary))) hedge(count, 'inversion');
}

/** Hedges outside the verb's group that govern it: what precedes its clause, and what is said of the whole sentence. */
function readOuter(parsed: Parsed, start: number, hit: Hit, count: Count): void {
	const left = clauseStart(parsed.tokens, hit.from);
	for (const one of parsed.hedges) {
		if (one.entry.scope === 'sentence') apply(parsed, one, count);
		else if (one.to <= start && one.from >= left && governs(parsed, one, start)) apply(parsed, one, count);
	}
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
	outer: Scope | null,
	content: { from: number; to: number }
): Scope {
	const count: Count = { denied: 0, hedged: 0, hearsay: false, because: [] };
	const skipped = subject?.skipped ?? [];
	const after = subject && subject.how !== 'by' && subject.how !== 'after' && subject.how !== 'quoted';
	const shares = subject?.how === 'shared' || subject?.how === 'participle' || subject?.how === 'possessor';
	const group = after && !shares ? subject.group : groupStart(parsed, hit);
	readGroup(parsed, group, hit.from, skipped, hit, count);
	readInside(parsed, hit, count);
	if (hit.entry.takes.includes('none')) readGroup(parsed, hit.to, content.from, [], hit, count);
	if (after && !shares) readSubject(parsed, subject, count);
	if (!subject && !hit.entry.noun) readGroup(parsed, clauseStart(parsed.tokens, hit.from), group, [], hit, count);
	if (hit.entry.noun) readFate(parsed, content.to, count);
	if (content.from >= hit.to) readContent(parsed, content, count);
	readMatrix(parsed, after && !shares ? subject.from : group, count);
	readOuter(parsed, after && !shares ? subject.from : group, hit, count);
	readCondition(parsed, hit, content.to, count);
	if (hit.entry.pattern === 'would' && !outer && !attributed(parsed, content.to)) hedge(count, 'would');
	if (outer) {
		if (outer.polarity !== 'affirmed') hedge(count, `within: ${outer.because.join(', ')}`);
		count.hearsay ||= outer.hearsay;
	}
	return { polarity: settle(count), because: count.because, hearsay: count.hearsay };
}

/** "… if the other side does": what is done on a condition is not done; a position may speak of conditions. */
function readCondition(parsed: Parsed, hit: Hit, end: number, count: Count): void {
	if (!['agree', 'commit', 'future', 'action'].includes(hit.entry.class)) return;
	for (let at = hit.to; at < Math.min(parsed.tokens.length, end + 3); at++) {
		const word = wordAt(parsed.tokens, at);
		if (word === 'if' || word === 'unless' || word === 'provided') return hedge(count, word);
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
	if (!clause && ['no', 'none', 'nothing', 'neither', 'nobody', 'little', 'few'].includes(first)) deny(count, first);
}

/** What became of a thing that a noun names: "an agreement on X was not reached", "is expected to be signed". */
function readFate(parsed: Parsed, from: number, count: Count): void {
	for (let at = from; at < Math.min(parsed.tokens.length, from + 6); at++) {
		const word = wordAt(parsed.tokens, at);
		if (word === '' || word === 'and' || word === 'while') return;
		if (NEGATORS.has(word)) return deny(count, word);
		if (['expected', 'may', 'might', 'could', 'would', 'remains', 'remain', 'yet', 'should'].includes(word))
			return hedge(count, word);
	}
}

const DOUBTS = new Set(
	'few mistake wrong naive illusion error foolish folly fantasy absurd myth hard difficult'.split(' ')
);

/** "Nobody believes that China agreed", "It is not true that": a denial before "that" leaves the clause open. */
function readMatrix(parsed: Parsed, start: number, count: Count): void {
	let that = start - 1;
	while (that > start - 6 && that > 0 && parsed.tokens[that]?.word && wordAt(parsed.tokens, that) !== 'that') that--;
	if (wordAt(parsed.tokens, that) !== 'that') return;
	for (let at = that - 1; at >= Math.max(0, that - 14); at--) {
		const word = wordAt(parsed.tokens, at);
		if (parsed.tokens[at]?.w === ',' || parsed.tokens[at]?.w === ';') return;
		if (NEGATORS.has(word) || DOUBTS.has(word)) return hedge(count, `${word} … that`);
	}
}

/** Whether the content is followed by ", according to" or ", the minister said". */
function attributed(parsed: Parsed, end: number): boolean {
	const { tokens } = parsed;
	if (wordAt(tokens, end) === 'according' || wordAt(tokens, end + 1) === 'according') return true;
	return parsed.hits.some((hit) => hit.entry.class === 'report' && hit.from > end && hit.from < end + 14);
}

const UNTRUE = new Set(
	'baseless groundless false untrue fabricated unfounded fake lie lies fabrication rumour rumours'.split(' ')
);

const ALLEGED = new Set('allegation allegations accusation accusations claim claims rumor rumors'.split(' '));

/** "called the reports baseless" denies them. */
function readVerdict(parsed: Parsed, hit: Hit, count: Count): void {
	for (let at = hit.to; at < Math.min(parsed.tokens.length, hit.to + 12); at++) {
		if (parsed.tokens[at]?.w === ',') return;
		if (UNTRUE.has(wordAt(parsed.tokens, at))) return deny(count, wordAt(parsed.tokens, at));
		// What a side calls an allegation it most likely denies; a person decides.
		if (at < hit.to + 3 && ALLEGED.has(wordAt(parsed.tokens, at))) hedge(count, wordAt(parsed.tokens, at));
	}
}

/** A denial inside the trigger itself: "reached no agreement". */
function readInside(parsed: Parsed, hit: Hit, count: Count): void {
	if (hit.entry.class === 'disagree') return;
	for (let at = hit.from; at < hit.to; at++) {
		const word = wordAt(parsed.tokens, at);
		if ((word === 'no' || word === 'neither' || word === 'not') && !hit.entry.pattern.split(' ').includes(word))
			deny(count, word);
		// "would like" is a wish of today.
		const wish = at === hit.from && hit.entry.id === 'would-like';
		if (['may', 'might', 'could', 'would', 'should'].includes(word) && hit.to - hit.from > 1 && !wish)
			hedge(count, word);
	}
	if (hit.entry.denies) deny(count, 'denies');
	if (['describe', 'view'].includes(hit.entry.stance)) readVerdict(parsed, hit, count);
	if (hit.entry.hedges) hedge(count, hit.entry.id);
	if (wordAt(parsed.tokens, hit.to) === 'neither') deny(count, 'neither');
}

/** Two denials, or a denial with a hedge, are left to a person. */
function settle(count: Count): Polarity {
	if (count.denied > 1 || count.hedged > 0) return count.denied === 1 && count.hedged > 0 ? 'negated' : 'hedged';
	return count.denied === 1 ? 'negated' : 'affirmed';
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
		const noun = hit.entry.noun && word !== '' && !['that', 'and', 'but', 'which', 'with', 'of', 'to'].includes(word);
		if (!light && !(noun && guard < 4)) break;
		at--;
	}
	return at;
}
