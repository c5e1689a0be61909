import type { Quotation } from '#lib/domain/extraction/types.ts';
import { clauseStart, governed, partyOf, rowStart } from '../propositions/names.ts';
import { wordAt, type Hit, type Named, type Parsed } from '../propositions/sentence.ts';
import { directSubject } from '../propositions/subject.ts';
import { ACTING_NOUNS, AUXILIARIES, BE, DETERMINERS, isAdverb, PREPOSITIONS } from '../propositions/words.ts';
import { hasFinite } from './finite.ts';
import { insertedView } from './inserted-views.ts';
import type { Frame, Manner } from './types.ts';
import { voiceOfNamed } from './voice.ts';
import { DOCUMENTS, OTHERWISE, PLAIN_WORDS, POSITION_NOUNS, VIEW_NOUNS } from './words.ts';

/** Quoted words fewer than these are a term. */
const SHORTEST = 3;

/** Words of one sentence that are somebody's without a verb of speech. */
export function viewFrames(parsed: Parsed): Frame[] {
	const frame =
		heldBy(parsed) ??
		seenBy(parsed) ??
		afterColon(parsed) ??
		lineOf(parsed) ??
		insertedIn(parsed) ??
		accordingAfter(parsed) ??
		withAside(parsed);
	return frame ? [frame] : toEach(parsed);
}

/** "To Oslo it is a principle; to Rome it is a policy": what "it" is to each of several. */
function toEach(parsed: Parsed): Frame[] {
	const { tokens } = parsed;
	const frames: Frame[] = [];
	for (const named of parsed.named) {
		const opens = ['to', 'for'].includes(wordAt(tokens, named.from - 1)) && !tokens[named.from - 2]?.word;
		const tells =
			['it', 'they', 'this', 'these'].includes(wordAt(tokens, named.to)) && BE.has(wordAt(tokens, named.to + 1));
		if (!opens || !tells || frames.length === MOST_EACH) continue;
		let to = named.to;
		while (to < tokens.length && tokens[to]?.w !== ';' && tokens[to]?.w !== ',') to++;
		const frame = frameOf(parsed, named, { from: named.to, to }, 'view');
		if (frame) frames.push(frame);
	}
	return frames;
}

/** So many sides are told apart in one sentence. */
const MOST_EACH = 4;

function frameOf(parsed: Parsed, named: Named, range: { from: number; to: number }, manner: Manner): Frame | null {
	const voice = voiceOfNamed(named, named.mention.confidence * 0.9);
	const shown = parsed.tokens.slice(0, Math.min(range.from, 12)).map(({ w }) => w);
	const why = manner === 'view' ? `view of ${named.mention.why}` : `line of ${named.mention.why}: “${shown.join(' ')}”`;
	return voice && range.to - range.from > 2 ? { voice, manner, ...range, why } : null;
}

/** "The raid was condemned by the minister", "was described by Oslo as a farce": whose stance a passive tells. */
function heldBy(parsed: Parsed): Frame | null {
	const { tokens } = parsed;
	const hit = parsed.hits.find((one) => isHeld(parsed, one));
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

/** "was condemned by", ", denounced by", "is seen in", "considered illegal by": a stance in the passive, and whose it is. */
function isHeld({ tokens }: Parsed, { from, to, passive, forms, entry }: Hit): boolean {
	if (entry.stance === 'rejected') return wordAt(tokens, to) === 'by';
	if (entry.noun || !(entry.class === 'stance' || entry.class === 'welcome')) return false;
	const apposed = tokens[from - 1]?.w === ',' && forms.includes('participle');
	if (!passive && !apposed) return false;
	const next = wordAt(tokens, to);
	if (entry.stance === 'view' || entry.stance === 'describe' || entry.class === 'welcome')
		return next === 'in' || next === 'by' || (passive && wordAt(tokens, to + 1) === 'by');
	return next === 'by';
}

/** "In Tokyo's reading, S", "To Tokyo, S", "For the minister, S", "According to X, S". */
function seenBy(parsed: Parsed): Frame | null {
	const { tokens } = parsed;
	const first = wordAt(tokens, 0);
	if (!['for', 'in', 'from', 'according', 'to', 'by', 'on', 'as'].includes(first)) return null;
	const named = parsed.named.find((one) => one.from <= 6);
	const bareView = named && first === 'in' ? viewWithoutComma(parsed, named) : null;
	if (bareView) return bareView;
	const comma = tokens.findIndex(({ w }) => w === ',');
	if (!named || comma < named.to || comma > named.to + 7) return null;
	const between = tokens.slice(named.to, comma).map(({ w }) => w);
	// "As Tokyo sees it, S".
	if (first === 'as')
		return between.at(-1) === 'it' && SEEING.has(between.at(-2) ?? '')
			? frameOf(parsed, named, { from: comma + 1, to: tokens.length }, 'view')
			: null;
	const viewed =
		between.some((w) => VIEW_NOUNS.has(w)) || tokens.slice(1, named.from).some(({ w }) => VIEW_NOUNS.has(w));
	const bare = between.every((w) => ACTING_NOUNS.has(w) || w === "'s") && ['for', 'according', 'to'].includes(first);
	return viewed || bare ? frameOf(parsed, named, { from: comma + 1, to: tokens.length }, 'view') : null;
}

/** "In Oslo's telling they run counter to the rules": no comma before what is held. */
function viewWithoutComma(parsed: Parsed, named: Named): Frame | null {
	const { tokens } = parsed;
	const noun = ["'s", "'"].includes(tokens[named.to]?.w ?? '') ? named.to + 1 : named.to;
	const owned = noun > named.to || ['his', 'her', 'its', 'their'].includes(wordAt(tokens, named.from));
	if (named.from !== 1 || !owned || !VIEW_NOUNS.has(wordAt(tokens, noun)) || !tokens[noun + 1]?.word) return null;
	const next = wordAt(tokens, noun + 1);
	return PREPOSITIONS.has(next) ? null : frameOf(parsed, named, { from: noun + 1, to: tokens.length }, 'view');
}

const SEEING = new Set('sees see saw puts put tells tell'.split(' '));

/** "S, in Tokyo's reading", "S is, for Tokyo, a threat". */
function withAside(parsed: Parsed): Frame | null {
	const view = insertedView(parsed);
	return view && frameOf(parsed, view.named, view.run, 'view');
}

/** "Such reports are, according to Tokyo, nonsense": an aside that parts a verb from what it says. */
function insertedIn(parsed: Parsed): Frame | null {
	const at = parsed.tokens.findIndex(({ w }, i) => w === ',' && wordAt(parsed.tokens, i + 1) === 'according');
	return at > 0 && BE.has(wordAt(parsed.tokens, at - 1)) ? withAside(parsed) : null;
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
	const named = ownerOf(parsed, noun);
	if (!named) return null;
	const behind = pastAside(parsed, Math.max(noun + 1, named.to));
	let verb = behind;
	while (verb < behind + 9 && !AUXILIARIES.has(wordAt(tokens, verb)) && !isHolding(wordAt(tokens, verb))) verb++;
	if (verb === behind + 9 || tokens.slice(behind, verb).some(({ word }) => !word)) return null;
	// "rests on the claim that": what carries it stands between.
	const far = LEANS.has(wordAt(tokens, verb)) ? 5 : 2;
	const that = tokens.findIndex(({ w }, at) => at > verb && at <= verb + far && w === 'that');
	const from = that < 0 ? rowStart(parsed, named) : that + 1;
	if (that < 0 && !isStanding(parsed, verb)) return null;
	return frameOf(parsed, named, { from, to: tokens.length }, 'line');
}

/** "India's view, held by governments of all colours, is that": behind the aside that stands before a line's verb. */
function pastAside({ tokens }: Parsed, at: number): number {
	const open = [at, at + 1, at + 2, at + 3].find((step) => tokens[step]?.w === ',');
	if (open === undefined || tokens.slice(at, open).some(({ w }) => AUXILIARIES.has(w))) return at;
	let close = open + 1;
	while (close < open + 14 && tokens[close]?.word) close++;
	return tokens[close]?.w === ',' && AUXILIARIES.has(wordAt(tokens, close + 1)) ? close + 1 : at;
}

/** Whose a line is: "Tokyo's line", "the Japanese line", "the line in Tokyo". */
function ownerOf(parsed: Parsed, noun: number): Named | null {
	const { tokens } = parsed;
	const named = parsed.named.findLast((one) => one.to <= noun && noun - one.to < 4);
	if (!named) {
		const behind = parsed.named.find((one) => one.from > noun + 1 && one.from <= noun + 3);
		return behind && ['in', 'from', 'at', 'of'].includes(wordAt(tokens, noun + 1)) ? behind : null;
	}
	if (governed(tokens, rowStart(parsed, named)) !== null) return null;
	const owns = wordAt(tokens, named.to) === "'s" || tokens[named.to]?.w === "'" || named.mention.via === 'adjective';
	return owns ? named : null;
}

/** Verbs by which a case is carried: "rests on the claim that". */
const LEANS = new Set('rests rested hangs hinges hinged turns boils boiled comes came'.split(' '));
const isHolding = (word: string) =>
	isRemain(word) || LEANS.has(word) || ['runs', 'ran', 'goes', 'went', 'holds', 'held'].includes(word);

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
	const stance = stanceBefore(parsed, colon);
	if (stance) return frameOf(parsed, stance, { from: colon + 1, to: tokens.length }, 'line');
	const before = parsed.named.filter((one) => one.to <= colon);
	const holders = new Set(before.map((one) => partyOf(one) ?? one.mention.referent?.id));
	const named = before.findLast(({ mention }) => mention.referent?.is === 'person') ?? before[0];
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

/** "Oslo took issue with the text: S", "Oslo demurred: S", "The minister was warier: S": who took a stand before a colon. */
function stanceBefore(parsed: Parsed, colon: number): Named | null {
	const { tokens } = parsed;
	const hit = parsed.hits.findLast(({ to, entry }) => to <= colon && !entry.noun && STANDS.has(entry.class));
	const subject = hit && !hit.passive ? directSubject(parsed, hit) : null;
	if (subject && !subject.joint) return subject.named;
	const last = wordAt(tokens, colon - 1);
	const first = parsed.startingAt.get(0) ?? parsed.startingAt.get(1);
	if (!first || !(OTHERWISE.has(last) || /^[a-z]{3,}er$/.test(last))) return null;
	return tokens.slice(first.to, colon).some(({ w }) => BE.has(w) || ['sees', 'saw', 'see'].includes(w)) ? first : null;
}

const STANDS = new Set(['stance', 'request', 'welcome']);
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
