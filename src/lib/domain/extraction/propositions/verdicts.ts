import { deny, hedge, type Count } from './count.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import { AUXILIARIES, BE, isAdverb, NEGATORS } from './words.ts';

const DOUBTS = new Set(
	'few mistake wrong naive illusion error foolish folly fantasy absurd myth hard difficult'.split(' ')
);
const UNTRUE = new Set(
	(
		'baseless groundless false untrue fabricated unfounded fake lie lies fabrication rumour rumours fiction nonsense ' +
		'invention invented hoax myth rubbish disinformation misinformation slander fairy wrong incorrect inaccurate mistaken ' +
		'unsubstantiated misleading bogus'
	).split(' ')
);
/** Of a report they deny it; of a deed they only blame it: "finds the decision wrong". */
const BLAMING = new Set('wrong mistaken misleading'.split(' '));
const ALLEGED = new Set('allegation allegations accusation accusations claim claims rumor rumors'.split(' '));
const TOLD = new Set(
	(
		'report reports claim claims rumour rumours rumor rumors allegation allegations suggestion suggestions accusation ' +
		'accusations assertion assertions notion idea charge charges speculation story stories'
	).split(' ')
);
/** So far behind a clause its verdict may stand: "That we agreed to … is false". */
const FAR = 40;

/** "is false", "were simply wrong", outside of a denial, behind a token; null where there is none. */
function verdictAfter({ tokens }: Parsed, from: number): string | null {
	for (let at = from; at < Math.min(tokens.length, from + FAR); at++) {
		if (tokens[at]?.w === ';') return null;
		if (!BE.has(wordAt(tokens, at))) continue;
		for (let word = at + 1; word < at + 6 && wordAt(tokens, word) !== ''; word++) {
			if (NEGATORS.has(wordAt(tokens, word))) break;
			if (UNTRUE.has(wordAt(tokens, word))) return wordAt(tokens, word);
		}
	}
	return null;
}

/**
 * "Nobody believes that China agreed", "It is not true that": a denial before "that" leaves the clause open; what is
 * called false before or after it is denied.
 */
export function readMatrix(parsed: Parsed, start: number, end: number, count: Count): void {
	const { tokens } = parsed;
	const quoted = quotedVerdict(parsed, start);
	if (quoted !== null) return deny(count, quoted);
	let that = start - 1;
	while (that > start - 6 && that > 0 && tokens[that]?.word && wordAt(tokens, that) !== 'that') that--;
	if (wordAt(tokens, that) !== 'that') return;
	const verdict = verdictAfter(parsed, end);
	if (verdict !== null && (that === 0 || tokens[that - 1]?.w === '"' || TOLD.has(wordAt(tokens, that - 1)))) {
		count.hedged = 0;
		return deny(count, verdict);
	}
	for (let at = that - 1; at >= Math.max(0, that - 14); at--) {
		const word = wordAt(tokens, at);
		if (tokens[at]?.w === ',' || tokens[at]?.w === ';') return;
		// "It was not in Doha but in Cairo that": what is denied is something else.
		if (word === 'but' || isCancelled(parsed, at)) return;
		if (NEGATORS.has(word) || DOUBTS.has(word)) {
			// "It is not true that": one denial, which was counted as a hedge of the lexicon.
			const counted = parsed.hedges.some(({ from, to }) => from <= at && at < to && count.seen.has(from));
			count.open ||= count.denied > 0 && !counted;
			return hedge(count, `${word} … that`);
		}
		if (UNTRUE.has(word) && count.denied === 0) return deny(count, `${word} … that`);
	}
}

/** "“Kenya agrees to …” was a fake headline": what is said of quoted words. */
function quotedVerdict(parsed: Parsed, start: number): string | null {
	const { tokens } = parsed;
	if (!tokens[start]?.quoted) return null;
	const mark = tokens.findIndex(({ w }, at) => at > start && at < start + FAR && w === '"');
	return mark > 0 && BE.has(wordAt(tokens, mark + 1)) ? verdictAfter(parsed, mark) : null;
}

/** "no secret", "no doubt", "not only". */
function isCancelled({ hedges }: Parsed, at: number): boolean {
	return hedges.some(({ from, to, entry }) => entry.effect === 'none' && from <= at && at < to);
}

/** "called the reports baseless" denies them. */
export function readVerdict(parsed: Parsed, hit: Hit, count: Count): void {
	let told = false;
	for (let at = hit.to; at < Math.min(parsed.tokens.length, hit.to + 12); at++) {
		if (parsed.tokens[at]?.w === ',') return;
		const word = wordAt(parsed.tokens, at);
		told ||= TOLD.has(word);
		if (UNTRUE.has(word) && (told || !BLAMING.has(word))) return deny(count, word);
		// What a side calls an allegation it most likely denies; a person decides.
		if (at < hit.to + 3 && ALLEGED.has(wordAt(parsed.tokens, at))) hedge(count, wordAt(parsed.tokens, at));
	}
}

/** "Reports of a deal were wrong, the ministry said": what somebody says denies what it speaks of. */
export function readRefuted(parsed: Parsed, content: { from: number; to: number }, count: Count): void {
	const { tokens } = parsed;
	for (let at = content.from; at < Math.min(content.to, content.from + 4); at++) {
		if (!TOLD.has(wordAt(tokens, at))) continue;
		const verdict = verdictAfter(parsed, at);
		if (verdict !== null) deny(count, verdict);
		return;
	}
}

const REJECTS = new Set(['reject', 'oppose', 'refute', 'dismiss']);
const INSISTS = new Set(['assert', 'insist', 'reiterate', 'stress', 'make-clear']);

const NONE_BEHIND = new Set(['no', 'nothing', 'nobody', 'none']);

/** "that there is no agreement which will be signed": what is told is that there is none. */
function tellsOfNone(tokens: Parsed['tokens'], content: { from: number; to: number }): boolean {
	const at = wordAt(tokens, content.from) === 'that' ? content.from + 1 : content.from;
	if (wordAt(tokens, at) !== 'there') return false;
	const verb = AUXILIARIES.has(wordAt(tokens, at + 1)) && wordAt(tokens, at + 2) === 'be' ? at + 2 : at + 1;
	return (verb === at + 2 || BE.has(wordAt(tokens, verb))) && NONE_BEHIND.has(wordAt(tokens, verb + 1));
}

/** "dismissed reports that …" denies them; "made clear that it would not …" denies the deed. */
export function readTold({ tokens }: Parsed, hit: Hit, content: { from: number; to: number }, count: Count): void {
	if (REJECTS.has(hit.entry.stance)) {
		for (let at = content.from; at < Math.min(content.to, content.from + 6); at++) {
			if (TOLD.has(wordAt(tokens, at)) && wordAt(tokens, at + 1) === 'that') return deny(count, wordAt(tokens, at));
		}
	}
	if (tellsOfNone(tokens, content)) return deny(count, 'there is no');
	if (!INSISTS.has(hit.entry.stance)) return;
	for (let at = content.from; at < Math.min(content.to, content.from + 14); at++) {
		if (!tokens[at]?.word || wordAt(tokens, at) === 'that') return;
		if (!AUXILIARIES.has(wordAt(tokens, at))) continue;
		const deed = ['will', 'would', 'shall'].includes(wordAt(tokens, at));
		if (deed && NEGATORS.has(wordAt(tokens, at + 1)) && wordAt(tokens, at + 2) !== 'only')
			deny(count, wordAt(tokens, at + 1));
		return;
	}
}

const SEEMS = new Set(
	'according seems seem appears appear reportedly allegedly apparently supposedly probably perhaps'.split(' ')
);

/** "has not, contrary to reports, agreed": the group of a verb goes on before an aside; null where there is none. */
export function beforeAside({ tokens }: Parsed, group: number): { from: number; to: number; seems: boolean } | null {
	if (tokens[group - 1]?.w !== ',') return null;
	let open = group - 2;
	while (open > Math.max(0, group - 16) && tokens[open]?.word) open--;
	if (tokens[open]?.w !== ',') return null;
	let from = open;
	while (from > 0 && open - from < 5 && isGroup(wordAt(tokens, from - 1))) from--;
	if (from === open) return null;
	const seems = tokens.slice(open, group).some(({ w }) => SEEMS.has(w));
	return { from, to: open, seems };
}

function isGroup(word: string): boolean {
	const auxiliary = /^(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|may|might|could|can|should|must)$/;
	return auxiliary.test(word) || NEGATORS.has(word) || isAdverb(word);
}

/** "China might", "X could lose": what somebody only takes for possible; "could not" is said firmly. */
export function onlyPossible({ tokens }: Parsed, content: { from: number; to: number }): boolean {
	for (let at = content.from; at < content.to; at++) {
		const word = wordAt(tokens, at);
		// "on 7 May" is a month.
		const month = word === 'may' && tokens[at]?.capital === true && at > content.from;
		if (AUXILIARIES.has(word) && !month)
			return ['may', 'might', 'could'].includes(word) && !NEGATORS.has(wordAt(tokens, at + 1));
	}
	return false;
}

const MAKING =
	/^(?:ma[dk]|issu|repeat|renew|reiterat|voic|launch|add|join|sen[dt]|deliver|lodg|put|present|submit|rais|echo|ha[ds]|have|press|circulat|table|publish|extend|made|rene|back|support|endors|second|head|lead|led|sign|address|direct|convey|offer|includ|contain|mak)/;

/** "brushed off a call to lift the ban": a request is the subject's own only where its verb makes one. */
export function isOthersRequest({ tokens }: Parsed, from: number, noun: number): boolean {
	const words = tokens.slice(from, noun).filter(({ word }) => word);
	return words.length > 0 && !words.some(({ w }) => MAKING.test(w));
}

const FRONTED = new Set('nor neither never not nowhere hardly scarcely seldom rarely'.split(' '));

/** "Nor would it recognise", "nor do we support": a subject that is no name stands between the auxiliary and the verb. */
export function readFronted({ tokens }: Parsed, group: number, count: Count): void {
	for (let at = group - 1; at >= Math.max(1, group - 6); at--) {
		const word = wordAt(tokens, at);
		if (word === '' || word === 'that') return;
		if (AUXILIARIES.has(word) && FRONTED.has(wordAt(tokens, at - 1))) return deny(count, wordAt(tokens, at - 1));
	}
}

/** A denial of its own within what another verb denies: of "refused to commit" there is but one. */
export function hasDenial({ tokens, hedges }: Parsed, from: number, to: number): boolean {
	if (tokens.slice(from, to).some(({ w }) => NEGATORS.has(w))) return true;
	return hedges.some((one) => one.entry.effect === 'negated' && from <= one.from && one.to <= to);
}
