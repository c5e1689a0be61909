import { asideOf, commaBefore, FAR, whyOf } from './asides.ts';
import type { CompiledSpeech } from '../lexicon/speech.ts';
import type { Trigger } from '../lexicon/triggers.ts';
import { clauseStart } from '../propositions/names.ts';
import { namedAt } from '../propositions/named-subject.ts';
import { wordAt, type Hit, type Parsed } from '../propositions/sentence.ts';
import { directSubject, mainSubject, type Subject } from '../propositions/subject.ts';
import { AUXILIARIES, BE, DETERMINERS, isAdverb, NEGATORS, PREPOSITIONS, TIME_WORDS } from '../propositions/words.ts';
import { hasFinite, LASTING } from './finite.ts';
import { opensClause } from './pieces.ts';
import type { Frame } from './types.ts';
import { voiceOf } from './voice.ts';
import { NOT_OWN, OPINION_VERBS } from './words.ts';

/** So many verbs of speech are read in one sentence. */
const MOST = 8;

const SPEAKING = {
	id: 'voice',
	pattern: 'say',
	class: 'report',
	stance: 'say',
	takes: ['that'],
	noun: false,
	denies: false,
	hedges: false,
	confidence: 0.9,
	test: ''
} satisfies Trigger;

/** The verbs of speech of a sentence outside quotation marks that are neither denied nor nouns. */
function speechVerbs(parsed: Parsed, speech: CompiledSpeech): Hit[] {
	const { tokens } = parsed;
	const found: Hit[] = [];
	for (let at = 0; at < tokens.length && found.length < MOST; at++) {
		const to = verbEnd(parsed, speech, at);
		if (to === null || tokens[at]?.quoted || (isNominal(parsed, at) && !isQuotedAs(tokens, at))) continue;
		const ing = wordAt(tokens, at).endsWith('ing');
		found.push({ from: at, to, entry: SPEAKING, forms: [ing ? 'ing' : 'past'], passive: false });
		at = to - 1;
	}
	return found;
}

function verbEnd({ tokens }: Parsed, speech: CompiledSpeech, at: number): number | null {
	const word = wordAt(tokens, at);
	if (word === '') return null;
	if (isQuotedAs(tokens, at)) return at + 3;
	if (word === 'let' && ['slip', 'drop'].includes(wordAt(tokens, at + 1))) return at + 2;
	if (isSaidToHave(tokens, at, speech)) return at + 5;
	if (word === 'made' || word === 'makes' || word === 'make')
		return ['clear', 'plain', 'known'].includes(wordAt(tokens, at + 1)) ? at + 2 : null;
	if (NOT_OWN.has(word)) return null;
	const two = speech.openings.has(word) ? speech.verbs.get(`${word} ${wordAt(tokens, at + 1)}`) : undefined;
	if (two?.kind === 'say') return at + 2;
	const kind = speech.verbs.get(word)?.kind;
	const asks = kind === 'act' && wordAt(tokens, at + 1) === 'that';
	return kind === 'say' || asks || OPINION_VERBS.has(word) ? at + 1 : null;
}

/** "he was quoted as saying". */
function isQuotedAs(tokens: Parsed['tokens'], at: number): boolean {
	const word = wordAt(tokens, at);
	const cited = word === 'quoted' || word === 'cited' || word === 'reported';
	return (
		cited && BE.has(wordAt(tokens, at - 1)) && wordAt(tokens, at + 1) === 'as' && QUOTED_AS.has(wordAt(tokens, at + 2))
	);
}

const QUOTED_AS = new Set(
	'saying telling warning insisting arguing stating declaring adding noting complaining replying stressing'.split(' ')
);
/** Verbs of hearsay: "is said to have told". */
const HEARSAY = new Set(['said', 'reported', 'understood', 'believed', 'thought', 'rumoured', 'known']);

/** "The president is said to have told his guest". */
function isSaidToHave(tokens: Parsed['tokens'], at: number, speech: CompiledSpeech): boolean {
	if (!BE.has(wordAt(tokens, at)) || !HEARSAY.has(wordAt(tokens, at + 1))) return false;
	if (wordAt(tokens, at + 2) !== 'to' || wordAt(tokens, at + 3) !== 'have') return false;
	const word = wordAt(tokens, at + 4);
	return speech.verbs.get(word)?.kind === 'say' || OPINION_VERBS.has(word);
}

/** What has not been said: "should say that". */
const UNSAID = new Set(['should', 'must', 'ought', 'can', 'could', 'might']);

/** "the remarks", "did not say", "is said to", "to say": no report of anybody's words. */
function isNominal({ tokens }: Parsed, at: number): boolean {
	for (let before = at - 1; before >= at - 3; before--) {
		const word = wordAt(tokens, before);
		if (NEGATORS.has(word)) return true;
		if (before === at - 1 && (BE.has(word) || word === 'to' || word === 'of')) return true;
		if (UNSAID.has(word)) return true;
		if (before === at - 1 && DETERMINERS.has(word) && !['all', 'both', 'each'].includes(word)) return true;
		if (!isAdverb(word) && !['has', 'had', 'have'].includes(word)) return false;
	}
	return false;
}

/** The clauses that verbs of speech govern: "X said that S", "X said: S", "S, X said", "S, said X". */
export function saidFrames(parsed: Parsed, speech: CompiledSpeech): Frame[] {
	const frames: Frame[] = [];
	let done = 0;
	const verbs = speechVerbs(parsed, speech);
	for (const [index, hit] of verbs.entries()) {
		if (hit.from < done) continue;
		const next = verbs[index + 1];
		const limit = next ? nextBreak(parsed, next.from, hit) : parsed.tokens.length;
		const frame = trailing(parsed, hit, done) ?? leading(parsed, hit, limit, verbs[index - 1]);
		if (!frame) continue;
		// "is said to have told"
		const told = isSaidToHave(parsed.tokens, hit.from, speech) ? { ...frame, hearsay: true } : frame;
		frames.push(told, ...restOf(parsed, hit, told, limit));
		done = Math.max(frame.to === parsed.tokens.length && frame.start !== undefined ? 0 : frame.to, hit.to);
	}
	return frames;
}

/** "S, he said; S", "S, said the minister, and S": what goes on behind the tag; it must be a plain view. */
function restOf({ tokens }: Parsed, hit: Hit, frame: Frame, limit: number): Frame[] {
	if (frame.to > hit.from || frame.start !== undefined) return [];
	let at = hit.to;
	while (at < hit.to + FAR && tokens[at]?.word) at++;
	const mark = tokens[at]?.w;
	const joined = mark === ',' && ['and', 'but', 'while', 'yet'].includes(wordAt(tokens, at + 1));
	if (!(mark === ';' || joined)) return [];
	const from = joined ? at + 2 : at + 1;
	return limit - from > 3 ? [{ ...frame, manner: 'goes-on', from, to: Math.max(limit, from) }] : [];
}

/** Where the clause of a leading verb ends at the latest: before the subject of the next verb of speech. */
function nextBreak({ tokens }: Parsed, next: number, hit: Hit): number {
	for (let at = next - 1; at > hit.to + 2; at--) {
		const w = tokens[at]?.w ?? '';
		if (w === ',' || w === ';' || w === '"' || w === 'and' || w === 'but' || w === 'while') return at;
	}
	return tokens.length;
}

function leading(parsed: Parsed, hit: Hit, limit: number, before: Hit | undefined): Frame | null {
	const from = complementStart(parsed, hit);
	if (from === null || from >= limit) return null;
	const subject = leadingSubject(parsed, hit, before);
	const voice = voiceOf(subject);
	// "asked if he believed that": what he may believe.
	if (!subject || !voice || ['if', 'whether'].includes(wordAt(parsed.tokens, subject.from - 1))) return null;
	return { voice, manner: 'said', from, to: limit, why: whyOf(parsed, hit, subject) };
}

/** Who is subject of a verb; what stands after a comma as participle is said by the subject of its clause. */
function leadingSubject(parsed: Parsed, hit: Hit, before: Hit | undefined): Subject | null {
	// "“I do not,” the president replied, adding that …": who spoke right before.
	const close = before && hit.forms.includes('ing') && hit.from - before.to < FAR && !before.forms.includes('ing');
	const speaker = close ? (directSubject(parsed, before) ?? namedAt(parsed, before.to)) : null;
	if (speaker) return speaker;
	return (hit.forms.includes('ing') ? null : directSubject(parsed, hit)) ?? mainSubject(parsed, hit);
}

/** Where what is said begins: after "that" or a colon, or at a clause of its own. */
function complementStart(parsed: Parsed, hit: Hit): number | null {
	const { tokens } = parsed;
	for (let at = hit.to; at < hit.to + FAR; at++) {
		const token = tokens[at];
		if (token?.w === 'that' || token?.w === ':') return at + 1;
		// "said nothing to suggest that", "said it was untrue that": the clause begins before, or nothing is said.
		if (NEGATORS.has(token?.w ?? '')) return at === hit.to && nothingHad(tokens, at) ? at : null;
		if (AUXILIARIES.has(token?.w ?? '')) break;
		if (token?.w === '"') return null;
		if (!token?.word) break;
	}
	const first = wordAt(tokens, hit.to);
	const told = /^(?:tell|told|inform|assur|remind|warn)/.test(wordAt(tokens, hit.to - 1));
	return first === '' ||
		told ||
		isAdverb(first) ||
		TIME_WORDS.has(first) ||
		PREPOSITIONS.has(first) ||
		['to', 'how', 'what', 'why', 'whether'].includes(first)
		? null
		: hit.to;
}

/** "said nothing had changed", "said no decision was near": a clause of its own, and not "said nothing to suggest". */
function nothingHad(tokens: Parsed['tokens'], from: number): boolean {
	for (let at = from + 1; at < from + 6; at++) {
		const word = wordAt(tokens, at);
		if (AUXILIARIES.has(word)) return true;
		if (word === '' || word === 'to' || word === 'that' || PREPOSITIONS.has(word)) return false;
	}
	return false;
}

/** "S, the minister said.", "S, said the minister": from its clause's start to the comma. */
function trailing(parsed: Parsed, hit: Hit, done: number): Frame | null {
	const { tokens } = parsed;
	const after = tokens[hit.to];
	const aside = asideOf(parsed, hit);
	if (aside) return aside;
	const ends = !after?.word || PREPOSITIONS.has(after.w) || ['reporters', 'journalists', 'later'].includes(after.w);
	const told = /^t[eo]l(?:d|ls|ling)$/.test(wordAt(tokens, hit.to - 1)) && endsSoon(parsed, hit.to);
	const inverted = tokens[hit.from - 1]?.w === ',';
	const subject = inverted ? namedAt(parsed, hit.to) : ends || told ? directSubject(parsed, hit) : null;
	const voice = voiceOf(subject);
	if (!subject || !voice) return null;
	const comma = inverted ? hit.from - 1 : commaBefore(parsed, subject.from);
	if (comma === null || comma <= done + 2) return null;
	const from = Math.max(done, wholeStart(parsed, comma));
	// A term in quotation marks may end a clause that is not quoted as a whole.
	const first = tokens[from]?.w === '"' ? from + 1 : from;
	if (tokens[comma - 1]?.quoted && tokens[first]?.quoted) return null;
	if (isHanging(parsed, from, comma) || !hasFinite(parsed, { from, to: comma })) return null;
	return { voice, manner: 'said', from, to: comma, why: whyOf(parsed, hit, subject) };
}

/** Where the clause before a comma begins; "and" between two nouns begins none. */
function wholeStart(parsed: Parsed, comma: number): number {
	const { tokens } = parsed;
	let from = clauseStart(tokens, comma);
	while (
		from > 1 &&
		['and', 'or'].includes(wordAt(tokens, from - 1)) &&
		!opensClause(parsed, from, comma, tokens[from - 2]?.w === ',')
	)
		from = clauseStart(tokens, from - 1);
	return from;
}

/** "After the talks, Wang said": what stands before is no clause. */
function isHanging({ tokens }: Parsed, from: number, to: number): boolean {
	const first = wordAt(tokens, from);
	const loose = PREPOSITIONS.has(first) || first.endsWith('ing') || ['when', 'while', 'as', 'if'].includes(first);
	const short = to - from < (LASTING.has(wordAt(tokens, to - 1)) ? 3 : 4);
	return short || (loose && !tokens.slice(from, to).some(({ w }) => w === ','));
}

/** "told state television.": whom it was told to, and the sentence ends. */
function endsSoon({ tokens }: Parsed, from: number): boolean {
	for (let at = from; at < from + 5; at++) {
		if (wordAt(tokens, at) === 'that') return false;
		if (!tokens[at]?.word) return true;
	}
	return false;
}
