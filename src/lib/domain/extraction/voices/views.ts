import type { Quotation } from '#lib/domain/extraction/types.ts';
import { clauseStart, governed, rowStart } from '../propositions/names.ts';
import { wordAt, type Named, type Parsed } from '../propositions/sentence.ts';
import { ACTING_NOUNS, AUXILIARIES, BE, DETERMINERS, isAdverb } from '../propositions/words.ts';
import { hasFinite } from './finite.ts';
import type { Frame, Manner } from './types.ts';
import { voiceOfNamed } from './voice.ts';
import { DOCUMENTS, PLAIN_WORDS, POSITION_NOUNS, VIEW_NOUNS } from './words.ts';

/** Quoted words fewer than these are a term. */
const SHORTEST = 3;

/** Words of one sentence that are somebody's without a verb of speech. */
export function viewFrames(parsed: Parsed): Frame[] {
	const frame = heldBy(parsed) ?? seenBy(parsed) ?? lineOf(parsed) ?? afterColon(parsed) ?? accordingAfter(parsed);
	return frame ? [frame] : [];
}

function frameOf(parsed: Parsed, named: Named, range: { from: number; to: number }, manner: Manner): Frame | null {
	const voice = voiceOfNamed(named, named.mention.confidence * 0.9);
	const shown = parsed.tokens.slice(0, Math.min(range.from, 12)).map(({ w }) => w);
	const why = manner === 'view' ? `view of ${named.mention.why}` : `line of ${named.mention.why}: “${shown.join(' ')}”`;
	return voice && range.to - range.from > 2 ? { voice, manner, ...range, why } : null;
}

/** "The raid was condemned by the minister", "was described by Oslo as a farce": whose stance a passive tells. */
function heldBy(parsed: Parsed): Frame | null {
	const { tokens } = parsed;
	const hit = parsed.hits.find(
		({ passive, entry, to }) =>
			((passive && ['stance', 'welcome'].includes(entry.class)) || entry.stance === 'rejected') &&
			wordAt(tokens, to) === 'by'
	);
	if (!hit || hit.to < 4) return null;
	const named = parsed.named.find((one) => one.from > hit.to && one.from <= hit.to + 6);
	if (!named || tokens.slice(hit.to, named.from).some(({ word }) => !word)) return null;
	const from = clauseStart(tokens, hit.from);
	const loose = ['when', 'while', 'as', 'if', 'after', 'before', 'which', 'who', 'that'].includes(wordAt(tokens, from));
	if (loose || tokens.slice(from, hit.from).some(({ w }) => w === 'later' || w === 'then')) return null;
	let to = named.to;
	while (to < tokens.length && tokens[to]?.word && tokens[to]?.w !== 'and') to++;
	// "was described by Oslo as “…”": what it is described as stands behind.
	if (wordAt(tokens, to - 1) === 'as') return null;
	const frame = frameOf(parsed, named, { from, to }, 'view');
	return frame && { ...frame, manner: 'held', denies: hit.entry.denies || hit.entry.stance === 'rejected' };
}

/** "In Tokyo's reading, S", "To Tokyo, S", "For the minister, S", "According to X, S". */
function seenBy(parsed: Parsed): Frame | null {
	const { tokens } = parsed;
	const first = wordAt(tokens, 0);
	if (!['for', 'in', 'from', 'according', 'to', 'by', 'on'].includes(first)) return null;
	const named = parsed.named.find((one) => one.from <= 6);
	const comma = tokens.findIndex(({ w }) => w === ',');
	if (!named || comma < named.to || comma > named.to + 7) return null;
	const between = tokens.slice(named.to, comma).map(({ w }) => w);
	const viewed =
		between.some((w) => VIEW_NOUNS.has(w)) || tokens.slice(1, named.from).some(({ w }) => VIEW_NOUNS.has(w));
	const bare = between.every((w) => ACTING_NOUNS.has(w) || w === "'s") && ['for', 'according', 'to'].includes(first);
	return viewed || bare ? frameOf(parsed, named, { from: comma + 1, to: tokens.length }, 'view') : null;
}

/** "S, according to Tokyo." */
function accordingAfter(parsed: Parsed): Frame | null {
	const { tokens } = parsed;
	const at = tokens.findLastIndex(({ w }, i) => w === 'according' && wordAt(tokens, i + 1) === 'to');
	if (at < 4) return null;
	const named = parsed.named.find((one) => one.from >= at + 2 && one.from <= at + 8);
	return named ? frameOf(parsed, named, { from: 0, to: tokens[at - 1]?.w === ',' ? at - 1 : at }, 'view') : null;
}

/** "Tokyo's position is that S", "China's policy on Taiwan has not changed". */
function lineOf(parsed: Parsed): Frame | null {
	const { tokens } = parsed;
	const noun = tokens.findIndex(({ w }, at) => at < 12 && POSITION_NOUNS.has(w));
	if (noun < 0) return null;
	const named = parsed.named.findLast((one) => one.to <= noun && noun - one.to < 4);
	if (!named || governed(tokens, rowStart(parsed, named)) !== null) return null;
	const owns = wordAt(tokens, named.to) === "'s" || tokens[named.to]?.w === "'" || named.mention.via === 'adjective';
	if (!owns) return null;
	let verb = noun + 1;
	while (verb < noun + 10 && !AUXILIARIES.has(wordAt(tokens, verb)) && !isRemain(wordAt(tokens, verb))) verb++;
	if (verb === noun + 10 || tokens.slice(noun + 1, verb).some(({ word }) => !word)) return null;
	const that = [verb + 1, verb + 2].find((at) => wordAt(tokens, at) === 'that');
	const from = that === undefined ? rowStart(parsed, named) : that + 1;
	if (that === undefined && !isStanding(parsed, verb)) return null;
	return frameOf(parsed, named, { from, to: tokens.length }, 'line');
}

const isRemain = (word: string) => ['remains', 'remained', 'stays'].includes(word);

/** "has not changed", "remains the same", "is unchanged": what a line does. */
function isStanding({ tokens }: Parsed, verb: number): boolean {
	if (isRemain(wordAt(tokens, verb))) return true;
	return tokens
		.slice(verb, verb + 5)
		.some(({ w }) =>
			['changed', 'unchanged', 'change', 'consistent', 'clear', 'same', 'firm', 'shifted', 'moved'].includes(w)
		);
}

/** "Tokyo's line: S", "The message from Seoul was clear: S", "The Chinese readout is blunt: S". */
function afterColon(parsed: Parsed): Frame | null {
	const { tokens } = parsed;
	const colon = tokens.findIndex(({ w }) => w === ':');
	if (colon < 2 || colon > 16 || colon > tokens.length - 4 || tokens[colon + 1]?.w === '"') return null;
	const before = parsed.named.filter((one) => one.to <= colon);
	const holders = new Set(before.map(({ mention }) => mention.referent?.id));
	const named = before[0];
	if (!named || holders.size !== 1) return null;
	const rest = tokens.slice(0, colon);
	const noun = rest.some(({ w }) => POSITION_NOUNS.has(w) || DOCUMENTS.has(w));
	const plain = rest.every(
		(token, at) => !token.word || (at >= named.from && at < named.to) || isLight(token.w) || POSITION_NOUNS.has(token.w)
	);
	// "Peskov was blunt: Moscow sees no partner in Kyiv."
	const blunt = rest.length < 7 && rest.some(({ w }) => PLAIN_WORDS.has(w)) && rest.some(({ w }) => BE.has(w));
	if (!(noun || blunt) || !(plain || rest.length < 9)) return null;
	return frameOf(parsed, named, { from: colon + 1, to: tokens.length }, 'line');
}

function isLight(w: string): boolean {
	return (
		DETERMINERS.has(w) ||
		BE.has(w) ||
		PLAIN_WORDS.has(w) ||
		DOCUMENTS.has(w) ||
		ACTING_NOUNS.has(w) ||
		isAdverb(w) ||
		['from', 'of', 'in', 'to', 'on', 'and', "'s"].includes(w)
	);
}

/** Words in quotation marks by a named speaker, one frame for each quotation that the sentence holds. */
export function quotedFrames(parsed: Parsed, quotations: readonly Quotation[]): Frame[] {
	const { tokens } = parsed;
	const frames: Frame[] = [];
	let at = 0;
	for (const { words } of quotations) {
		while (at < tokens.length && (tokens[at]?.start ?? 0) < words.start) at++;
		const from = at;
		while (at < tokens.length && (tokens[at]?.end ?? Infinity) <= words.end) at++;
		const named = parsed.speakerAt(from);
		const voice = named && voiceOfNamed(named, named.mention.confidence);
		// A term in quotation marks is nobody's clause.
		if (!voice || at - from < SHORTEST || !isWhole(parsed, from, at)) continue;
		frames.push({ voice, manner: 'quoted', from, to: at, why: `quoted words of ${named.mention.why}` });
	}
	return frames;
}

/**
 * Quoted words that a verb governs outside the marks ("called it “…”", "does not support “…”") are no clause unless they
 * have a verb of their own; those after a stop or comma are.
 */
function isWhole(parsed: Parsed, from: number, to: number): boolean {
	const { tokens } = parsed;
	const mark = tokens[from]?.w === '"' ? from : from - 1;
	const before = tokens[mark - 1];
	const opens = mark <= 0 || before === undefined || [',', ':', '.', ';', '-', '—', ')'].includes(before.w);
	return opens || from === 0 || (tokens[from]?.capital === true && hasFinite(parsed, { from, to }));
}
