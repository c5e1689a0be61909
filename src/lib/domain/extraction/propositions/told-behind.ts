import { wordSet } from '../../text.ts';
import { shorten, spanOf } from './clause.ts';
import { deed, endOf, type Context } from './comes-about.ts';
import { JOINTLY } from './joint-acts.ts';
import { DEALS, PAPERS, READS, TALKERS } from './joint-said.ts';
import { partyOf } from './names.ts';
import { becomes } from './own-deeds.ts';
import { namedAt } from './named-subject.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { directSubject } from './subject.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, isAdverb, NEGATORS } from './words.ts';

/**
 * What a sentence says first and tells the source of behind: "Gas will flow north, according to the treaty", "An attack on one
 * counts as an attack on both, the pact says", "Licences will be issued, China's ministry said". At most one.
 */
export function toldBehind(parsed: Parsed, told: Context): Draft[] {
	const { tokens } = parsed;
	if (tokens.at(-1)?.w === '?' || tokens[0]?.quoted === true) return [];
	if (parsed.hedges.some(({ entry }) => entry.effect !== 'none' && entry.scope !== 'complement')) return [];
	for (let comma = 3; comma < Math.min(tokens.length - 2, FAR); comma++) {
		if (tokens[comma]?.w !== ',') continue;
		const found = ofPaper(parsed, comma) ?? ofBoth(parsed, comma) ?? ofOne(parsed, comma, told);
		if (found) return [found];
	}
	return [];
}

/** No source is told further behind than this many tokens. */
const FAR = 120;

/** "Xi said the controls would be suspended", "The ministry told Kenya that licences will be issued": as `ofOne`, told before. */
export function toldBefore(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	if (parsed.hedges.some(({ entry }) => entry.effect !== 'none' && entry.scope !== 'complement')) return [];
	const hit = parsed.hits.find(({ entry, forms }) => entry.class === 'report' && forms.includes('past'));
	if (hit && (!SAID.has(wordAt(tokens, hit.from)) || wordAt(tokens, hit.from) === 'noted')) return [];
	const subject = hit && !hit.passive ? directSubject(parsed, hit) : null;
	const party = subject && partyOf(subject.named);
	if (!hit || !subject || subject.joint || !party) return [];
	const that = tokens.findIndex(({ w }, at) => at >= hit.to && at < hit.to + 8 && w === 'that');
	const from = that < 0 ? hit.to : that + 1;
	const will = tokens.findIndex(({ w }, at) => at > from && at < from + 16 && ['will', 'would', 'shall'].includes(w));
	let be = will + 1;
	while (isAdverb(wordAt(tokens, be)) || NEGATORS.has(wordAt(tokens, be))) be++;
	if (will < 0 || wordAt(tokens, be) !== 'be' || !becomes(parsed, { from, will, verb: be + 1 }, party)) return [];
	const span = spanOf(tokens, from, endOf(parsed, be + 1, Math.min(tokens.length, be + 60)));
	if (!span) return [];
	const denied = tokens.slice(will, be).some(({ w }) => NEGATORS.has(w));
	const start = tokens[subject.from]?.start ?? span.start;
	const made = deed(parsed, subject, { ...span, from: start, rule: 'told-done', sure: 0.65 });
	return [denied ? { ...made, polarity: 'negated', modality: 'not-agreed' } : made];
}

/** What the source begins with where it is a paper. */
const OPENS_SOURCE = wordSet('according the a their its');

/** ", according to the treaty", ", the pact says": a paper of both, and no denial before it. */
function ofPaper(parsed: Parsed, comma: number): Draft | null {
	const { tokens } = parsed;
	if (!OPENS_SOURCE.has(tokens[comma + 1]?.w ?? '')) return null;
	const near = tokens.slice(comma + 1, comma + 12).map(({ w }) => w);
	const paper = near.findIndex((w) => PAPERS.has(w));
	const joint = near.some((w) => DEALS.has(w)) || near.slice(0, paper).some((w) => JOINTLY.has(w));
	const source = near[0] === 'according' && near[1] === 'to';
	const reads = ['the', 'a', 'their', 'its'].includes(near[0] ?? '') && READS.has(near[paper + 1] ?? '');
	return paper > 0 && paper < 7 && joint && (source || reads) ? agreed(parsed, comma, 0.6) : null;
}

const CONFIRMED = wordSet('confirmed announced said declared added agreed decided settled resolved noted wrote');

/** ", both foreign secretaries confirmed", ", the leaders of A and B agreed on Saturday": those who were there say what is to be. */
function ofBoth(parsed: Parsed, comma: number): Draft | null {
	const { tokens } = parsed;
	const last = Math.min(tokens.length, comma + LONGEST_TELLERS);
	let said = comma + 1;
	while (said < last && !CONFIRMED.has(tokens[said]?.w ?? '')) said++;
	const verb = said - comma - 1;
	if (said === last || verb < 1 || !endsAfter(said + 1 < last ? (tokens[said + 1]?.w ?? '') : '')) return null;
	const near = tokens.slice(comma + 1, last).map(({ w }) => w);
	const who = near.slice(0, verb);
	if (who.some((w) => w === '' || w === ',' || AUXILIARIES.has(w))) return null;
	const of = who.findIndex((w) => w === 'of' || w === 'from');
	const talkers = TALKERS.has((of < 1 ? who.at(-1) : who[of - 1]) ?? '') || who.at(-1) === 'both';
	const two = who.some((w) => w === 'both' || w === 'two') || (of > 0 && who.includes('and'));
	const agrees = ['agreed', 'decided', 'settled', 'resolved'].includes(near[verb] ?? '');
	const sworn = agrees && isPledge(parsed, comma);
	return talkers && (two || agrees) && (agrees || isAhead(parsed, comma)) ? agreed(parsed, comma, 0.6, sworn) : null;
}
const LONGEST_TELLERS = 15;

/** What may stand behind "the leaders agreed": an end, or when and where they did. */
const endsAfter = (word: string): boolean =>
	['', '.', ';', ',', 'on', 'at', 'in', 'late', 'early', 'after', 'during', 'earlier', 'yesterday', 'today'].includes(
		word
	);

/** "should … never be handed", "will not": what is denied is what they bind themselves to. */
function isPledge({ tokens }: Parsed, to: number): boolean {
	return tokens.slice(0, to).every(({ w }, at) => {
		if (!NEGATORS.has(w)) return true;
		const modal = tokens.slice(Math.max(0, at - FAR_MODAL), at).some((one) => MODALS.has(one.w));
		return ['not', 'never', 'neither', 'nor'].includes(w) && modal;
	});
}
const MODALS = wordSet('should will would shall must may can');
const FAR_MODAL = 10;

/** "will", "is to": what is still to come about. */
function isAhead({ tokens }: Parsed, to: number): boolean {
	return tokens.slice(0, to).some(({ w }, at) => {
		const planned = ['is', 'are'].includes(w) && tokens[at + 1]?.w === 'to';
		return planned || ['will', 'would', 'shall'].includes(w);
	});
}

function agreed(parsed: Parsed, comma: number, sure: number, sworn = false): Draft | null {
	const { tokens } = parsed;
	if (tokens.slice(0, comma).some(({ w }) => (NEGATORS.has(w) && !sworn) || w === 'if' || w === 'had')) return null;
	const span = spanOf(tokens, 0, shorten(tokens, 0, comma));
	return span ? deed(parsed, null, { ...span, from: span.start, rule: 'told-behind', sure, verb: span.start }) : null;
}

const SAID = wordSet(
	'said says told announced added confirmed promised pledged indicated wrote explained assured noted'
);

/** ", China's ministry said": what is to be done to things, told by the side that does it. */
function ofOne(parsed: Parsed, comma: number, told: Context): Draft | null {
	const { tokens } = parsed;
	const will = told.occasion
		? tokens.findIndex(({ w }, at) => at < comma && (w === 'will' || w === 'would' || w === 'shall'))
		: -1;
	if (will < 1) return null;
	const subject = namedAt(parsed, comma + 1) ?? namedAt(parsed, comma + 2);
	const party = subject && partyOf(subject.named);
	if (!subject || subject.joint || !party) return null;
	const verb = [0, 1, 2, 3, 4].map((step) => subject.named.to + step).find((at) => SAID.has(wordAt(tokens, at)));
	if (verb === undefined || tokens.slice(subject.named.to, verb).some(({ w }) => w === ',')) return null;
	let be = will + 1;
	while (isAdverb(wordAt(tokens, be)) || NEGATORS.has(wordAt(tokens, be))) be++;
	if (wordAt(tokens, be) !== 'be' || !becomes(parsed, { from: 0, will, verb: be + 1 }, party)) return null;
	const span = spanOf(tokens, 0, shorten(tokens, 0, comma));
	if (!span) return null;
	const denied = tokens.slice(will, be).some(({ w }) => NEGATORS.has(w));
	const made = deed(parsed, subject, { ...span, from: span.start, rule: 'told-behind', sure: 0.65, verb: span.start });
	return denied ? { ...made, polarity: 'negated', modality: 'not-agreed' } : made;
}
