import { wordSet } from '../../text.ts';
import { shorten, spanOf } from './clause.ts';
import { deed, owned, type Context } from './comes-about.ts';
import { JOINTLY } from './joint-acts.ts';
import { PAPERS } from './joint-said.ts';
import { ownPart } from './own-part.ts';
import { items } from './parts.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import type { Draft } from './types.ts';
import { past } from './verb-groups.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, NEGATORS } from './words.ts';

/**
 * Agreements and promises told by a noun: "Out of the talks came a plan to …", "What emerged was an understanding on …",
 * "A halt to fighting was the main result", "Also agreed: joint patrols", "Tokyo's part of the bargain is …". At most one of a
 * sentence, but for a list.
 */
export function heads(parsed: Parsed, told: Context): Draft[] {
	const { tokens } = parsed;
	if (tokens.at(-1)?.w === '?' || tokens.at(-1)?.w === ':') return [];
	if (parsed.hedges.some(({ entry }) => entry.effect !== 'none' && entry.scope !== 'complement')) return [];
	for (const way of [
		fronted,
		whatEmerged,
		resultColon,
		isResult,
		agreedColon,
		greenLight,
		takenUp,
		inWriting,
		ownPart
	]) {
		const found = way(parsed, told);
		if (found.length > 0) return found;
	}
	return [];
}

const TALKS = wordSet(
	'talks meeting meetings summit negotiations discussions consultations session sessions visit round conversation encounter dialogue call conference'
);
/** What may be had from talks: a noun that promises something. */
export const FRUITS = new Set([
	...PAPERS,
	...wordSet(
		`pledge promise commitment commitments pledges timetable mechanism hotline commission committee group fund panel dialogue forum
		ceasefire pause halt end resumption restoration extension exchange swap waiver quota schedule decision decisions permit
		corridor list scheme blueprint partnership cut cuts reduction reopening return release withdrawal moratorium freeze
		alliance network office front truces understandings accords deals pacts agreements memorandums memoranda package truce`
	)
]);
const CAME = wordSet('came comes emerged emerges grew arose sprang flowed');

/** Whether a noun phrase holds something that talks may bring, without a denial. */
export function isFruit(tokens: readonly Token[], from: number, to: number): boolean {
	const near = tokens.slice(from, Math.min(to, from + 9));
	return (
		near.some(({ w }) => FRUITS.has(w)) && !tokens.slice(from, to).some(({ w }) => NEGATORS.has(w) || w === 'little')
	);
}

/** "Out of the talks came a plan to …", "From two days of talks emerged …". */
function fronted(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const out = wordAt(tokens, 0) === 'out' && wordAt(tokens, 1) === 'of';
	if (!out && wordAt(tokens, 0) !== 'from') return [];
	const verb = tokens.findIndex(({ w }, at) => at > 1 && at < 14 && CAME.has(w));
	if (verb < 0 || !tokens.slice(1, verb).some(({ w }) => TALKS.has(w))) return [];
	return whole(parsed, { from: 0, noun: verb + 1, sure: 0.65 });
}

/** "What emerged was an understanding on …", "What the talks did bring was …". */
function whatEmerged(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	if (wordAt(tokens, 0) !== 'what') return [];
	const was = tokens.findIndex(({ w }, at) => at > 1 && at < 12 && (w === 'was' || w === 'is'));
	const left = tokens.slice(1, Math.max(1, was));
	const brings = left.some(({ w }) => CAME.has(w) || BRINGS.test(w));
	const talks = left.some(({ w }) => TALKS.has(w)) || CAME.has(left[0]?.w ?? '');
	return was > 0 && brings && talks ? whole(parsed, { from: 0, noun: was + 1, sure: 0.65 }) : [];
}
const BRINGS = /^(?:yield|produc|bring|brought|deliver|achiev|result|remain)/;

const RESULTS = wordSet(
	'result results outcome outcomes achievement achievements fruit fruits upshot deliverable deliverables product yield'
);
const OF_RESULTS = wordSet(
	'main chief key only one concrete tangible biggest headline single principal most important first second other another clearest firmest'
);

/** "The result of the visit: duties come down, and tourists need no visa": each clause behind the colon. */
function resultColon(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const noun = tokens.findIndex(({ w }, at) => at < 5 && RESULTS.has(w));
	const colon = tokens.findIndex(({ w }, at) => at > noun && at < noun + 12 && w === ':');
	const opens = ['the', 'its', 'their', 'result', 'results', 'outcome', 'outcomes', 'main'].includes(wordAt(tokens, 0));
	if (noun < 0 || colon < 0 || !opens || tokens.slice(0, colon).some(({ w }) => AUXILIARIES.has(w))) return [];
	const starts = [colon + 1];
	for (let at = colon + 2; at < tokens.length - 2; at++) {
		if (tokens[at]?.w !== ',' && tokens[at]?.w !== ';') continue;
		starts.push(wordAt(tokens, at + 1) === 'and' ? at + 2 : at + 1);
	}
	return starts.flatMap((from, i) => {
		const to = starts[i + 1] ?? tokens.length;
		const denied = tokens.slice(from, to).some(({ w }) => NEGATORS.has(w) && w !== 'no');
		return to - from < 3 || denied || wordAt(tokens, from) === 'no' ? [] : both(parsed, { from, to, sure: 0.6 });
	});
}

/** "The main result was a truce", "A halt to fighting was the main result": a noun on the other side of "was". */
function isResult(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const noun = tokens.findIndex(({ w }, at) => at > 0 && at < 34 && RESULTS.has(w));
	if (noun < 0) return [];
	let front = noun - 1;
	while (front >= 0 && (OF_RESULTS.has(wordAt(tokens, front)) || isAdverb(wordAt(tokens, front)))) front--;
	const bare = front === noun - 1;
	// "The outcome was a pact to share the river".
	const plainly = wordAt(tokens, noun + 1) === 'was' && ['a', 'an'].includes(wordAt(tokens, noun + 2));
	if (bare && front === 0 && plainly && isFruit(tokens, noun + 2, noun + 7))
		return whole(parsed, { from: 0, noun: noun + 2, sure: 0.6 });
	if (bare || !['the', 'its', 'their', 'one', 'another'].includes(wordAt(tokens, Math.max(0, front)))) return [];
	if (front <= 0) {
		const was = tokens.findIndex(
			({ w }, at) => at > noun && at < noun + 12 && ['was', 'is', 'were', 'are'].includes(w)
		);
		const plain = was > 0 && !tokens.slice(noun, was).some(({ w }) => [',', 'that', 'which'].includes(w));
		return plain && DETERMINERS.has(wordAt(tokens, was + 1))
			? whole(parsed, { from: 0, noun: was + 1, sure: 0.6 })
			: [];
	}
	const was = front - 1;
	const left = tokens.slice(0, was);
	const plain = ['was', 'is', 'were', 'are'].includes(wordAt(tokens, was)) && !left.some(({ w }) => AUXILIARIES.has(w));
	const thing = plain && isFruit(tokens, 0, was) && !['it', 'that', 'this'].includes(wordAt(tokens, 0));
	return thing ? [both(parsed, { from: 0, to: was, sure: 0.6 })].flat() : [];
}

/** "Agreed as well: joint patrols", "Also agreed: …": things behind a colon. */
function agreedColon(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const colon = tokens.findIndex(({ w }) => w === ':');
	if (colon < 1 || colon > 6) return [];
	const words = tokens.slice(0, colon).map(({ w }) => w);
	const agreed = words.some((w) => ['agreed', 'settled', 'decided'].includes(w));
	const light = words.every((w) =>
		[
			'agreed',
			'settled',
			'decided',
			'as',
			'well',
			'also',
			'too',
			'likewise',
			'further',
			'upon',
			'was',
			'were',
			'what',
			'and'
		].includes(w)
	);
	if (!agreed || !light) return [];
	return items(parsed, colon + 1, tokens.length).flatMap((piece) => both(parsed, { ...piece, sure: 0.7 }));
}

const LIGHTS = wordSet('light go-ahead nod blessing approval backing assent thumbs-up consent');
const GOT = wordSet('got gets received receives won wins given has have had been was were is are enjoys carries with');

/** "A second crossing got the green light from both governments". */
function greenLight(parsed: Parsed, told: Context): Draft[] {
	const { tokens } = parsed;
	const light = tokens.findIndex(({ w }, at) => at > 2 && LIGHTS.has(w));
	let verb = light - 1;
	const own = verb;
	while (
		verb > own - 6 &&
		verb > 0 &&
		!GOT.has(wordAt(tokens, verb)) &&
		![',', ';', ':'].includes(tokens[verb]?.w ?? '')
	)
		verb--;
	const between = tokens.slice(verb + 1, light).map(({ w }) => w);
	const shared = between.some((w) => w === 'both' || w === 'two' || w === 'joint');
	if (!shared && between.some((w) => !['the', 'green', 'a', 'their', 'formal', 'final', 'its', 'joint'].includes(w)))
		return [];
	if (light < 0 || !GOT.has(wordAt(tokens, verb)) || (wordAt(tokens, verb) === 'have' && !shared)) return [];
	while (verb > 0 && (GOT.has(wordAt(tokens, verb - 1)) || isAdverb(wordAt(tokens, verb - 1)))) verb--;
	const by = tokens.slice(light + 1, light + 7).map(({ w }) => w);
	const of = shared || by.some((w) => JOINTLY.has(w) || w === 'leaders' || w === 'presidents' || w === 'ministers');
	const nobody = !by.includes('from') && !by.includes('by') && told.occasion && !owned(parsed, 0, verb);
	const first = parsed.startingAt.get(0) ?? parsed.startingAt.get(1);
	const actor = first !== undefined && first.to === verb;
	const plain = !tokens.slice(0, light).some(({ w }) => NEGATORS.has(w) || w === 'that');
	return (of || nobody) && !actor && plain ? both(parsed, { from: 0, to: tokens.length, sure: of ? 0.65 : 0.45 }) : [];
}

const IDEAS = wordSet(
	'suggestion proposal idea principle notion initiative offer suggestions proposals ideas invitation request plan'
);
const TAKEN = wordSet('reaffirmed adopted endorsed agreed embraced approved accepted granted');

/** "A Kenyan suggestion that … was reaffirmed without fuss", "An idea for … was taken up": what becomes of an idea. */
function takenUp(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const idea = tokens.findIndex(({ w }, at) => at > 0 && at < 6 && IDEAS.has(w));
	const at = tokens.findIndex(({ w }, i) => i > idea + 1 && ['was', 'were'].includes(w));
	const verb = past(tokens, at + 1);
	const word = wordAt(tokens, verb);
	const taken = TAKEN.has(word) || (word === 'taken' && wordAt(tokens, verb + 1) === 'up');
	if (idea < 0 || at < 0 || !taken || !DETERMINERS.has(wordAt(tokens, 0)) || wordAt(tokens, 0) === 'no') return [];
	const denied =
		tokens.slice(idea, at).some(({ w }) => NEGATORS.has(w)) || tokens.slice(verb, verb + 6).some(({ w }) => w === 'by');
	return denied ? [] : both(parsed, { from: 0, to: tokens.length, sure: 0.6 });
}

/** "Two memorandums, on rice and on fishing, were put on paper". */
function inWriting(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const at = tokens.findIndex(({ w }, i) => i > 1 && ['was', 'were', 'been', 'is', 'are'].includes(w));
	const verb = past(tokens, at + 1);
	const words = [1, 2, 3].map((step) => wordAt(tokens, verb + step)).join(' ');
	const put = ['put', 'set', 'committed', 'written', 'laid', 'cast'].includes(wordAt(tokens, verb));
	const paper = /^(?:on paper|to paper|in writing|down in writing|down on paper|into writing|into a|in a|down in)/.test(
		words
	);
	if (at < 0 || !put || !paper || tokens.slice(0, verb).some(({ w }) => NEGATORS.has(w))) return [];
	return isFruit(tokens, 0, at) ? both(parsed, { from: 0, to: tokens.length, sure: 0.6 }) : [];
}

function whole(parsed: Parsed, { from, noun, sure }: { from: number; noun: number; sure: number }): Draft[] {
	const { tokens } = parsed;
	return isFruit(tokens, noun, tokens.length) ? both(parsed, { from: noun, to: tokens.length, sure, whole: from }) : [];
}

/** What both agreed, told with what stands before it. */
function both(parsed: Parsed, told: { from: number; to: number; sure: number; whole?: number }): Draft[] {
	const { tokens } = parsed;
	const content = spanOf(tokens, told.from, shorten(tokens, told.from, told.to));
	if (!content) return [];
	const from = told.whole === undefined ? content.start : (tokens[told.whole]?.start ?? content.start);
	return [deed(parsed, null, { ...content, from, rule: 'head', sure: told.sure, verb: content.start })];
}
