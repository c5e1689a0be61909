import type { Layout } from '#lib/domain/articles/types.ts';
import type { CompiledSpeech } from '../lexicon/speech.ts';
import { isDash } from '../dates/tokens.ts';
import type { Mention, Quotation } from '../types.ts';
import type { Attribution, Place } from './attribute.ts';
import { leadBefore } from './leads.ts';
import { lowerBound, scenesOf, tokenFrom, type Scene } from './scene.ts';
import { actorsIn } from './subject.ts';
import { tagAfter } from './tags.ts';

const SMALL = new Set('the a an of and for in on to with at by from or'.split(' '));
const LONGEST_TITLE = 7;
/** Without an attribution a shorter run in marks is a term and no speech. */
const SHORTEST_STANDALONE = 5;

interface Known {
	quotation: Quotation;
	closed: boolean;
	block: number;
}

/** The sentence of a scene that holds a token, as an index into the scene's sentences. */
function sentenceAt(scene: Scene, token: number): number {
	const after = lowerBound(scene.sentences.length, (index) => scene.sentences[index]?.from ?? 0, token + 1);
	return Math.max(0, after - 1);
}

function placeOf(scene: Scene, layout: Layout, index: number): Place | undefined {
	const quote = scene.quotes[index];
	if (!quote) return undefined;
	const from = tokenFrom(scene.tokens, quote.start);
	const to = tokenFrom(scene.tokens, quote.end);
	const first = scene.sentences[sentenceAt(scene, from)];
	const lastIndex = sentenceAt(scene, Math.max(from, to - 1));
	const last = scene.sentences[lastIndex];
	if (!first || !last || from < first.from) return undefined;
	const text = layout.article.normal.slice(quote.words.start, quote.words.end);
	const open = /[,?!—–…-]$/.test(text) || scene.tokens[to]?.text === ',' || scene.tokens[to]?.text === ':';
	const previous = scene.quotes[index - 1];
	const next = scene.quotes[index + 1];
	// A question mark inside the marks may have ended the sentence before its tag.
	const end = open && last.to <= to ? (scene.sentences[lastIndex + 1]?.to ?? last.to) : last.to;
	const own = scene.tokens.slice(from, to).filter((token) => token.kind !== 'sign');
	return {
		sentence: first.from,
		left: Math.max(first.from, previous ? tokenFrom(scene.tokens, previous.end) : 0),
		from,
		to,
		right: Math.max(to, Math.min(end, next ? tokenFrom(scene.tokens, next.start) : Infinity)),
		length: text.split(/\s+/).length,
		open,
		title: isTitle(own.map((token) => token.text)) && !/[.,?!]$/.test(text)
	};
}

const isTitle = (all: readonly string[]): boolean =>
	all.length > 1 &&
	all.length <= LONGEST_TITLE &&
	all.every((word, at) => /^[\p{Lu}\p{N}]/u.test(word) || (at > 0 && SMALL.has(word.toLowerCase())));

const hasWords = (scene: Scene, from: number, to: number): boolean =>
	scene.tokens.slice(from, to).some((token) => token.kind === 'word');

/** The attribution in the quotation's own sentence. */
function ownAttribution(scene: Scene, speech: CompiledSpeech, place: Place): Attribution | 'refused' | undefined {
	const lead = hasWords(scene, place.left, place.from) ? leadBefore(scene, speech, place) : undefined;
	const direct = lead !== undefined && lead !== 'refused' && !lead.rule.startsWith('according-to');
	if (direct && !(place.open && !hasWords(scene, place.left, place.from))) return lead;
	const tag = place.length > 1 || place.open ? tagAfter(scene, speech, place) : undefined;
	if (lead === 'refused') return lead;
	if (tag && !(place.title && !place.open)) return tag;
	return lead;
}

const APART = new Set(
	'while but whereas because although though after before when which who as was were is are s the this its so'.split(
		' '
	)
);
const MOST_SHARED = 5;

/** "was “off the table” without “a credible path”": a few words, none of them of another clause, lie between. */
function sharesClause(scene: Scene, place: Place): boolean {
	const between = scene.tokens.slice(place.left, place.from);
	if (between.length === 0 || between.length > MOST_SHARED || place.title) return false;
	if (actorsIn(scene, place.left, place.from).length > 0) return false;
	return between.every(({ kind, text, lower }) => kind === 'word' && text === lower && !APART.has(lower));
}

/** "“Everyone loses.”": nothing else in its sentence, and a stop within the marks. */
function isWholeSentence(scene: Scene, place: Place): boolean {
	const last = scene.tokens.slice(Math.max(place.from, place.to - 4), place.to).map(({ text }) => text);
	return (
		/[.!?…]["'”’»“‘]*$/u.test(last.join('')) &&
		!hasWords(scene, place.left, place.from) &&
		!hasWords(scene, place.to, place.right)
	);
}

/** Where a quotation stands alone: who spoke just before it. */
function inherited(scene: Scene, place: Place, before: Known | undefined): Attribution | undefined {
	const same = before?.block === scene.block;
	if (before && same && before.quotation.speaker !== null) {
		const sentence = scene.sentences[sentenceAt(scene, place.from)];
		const sameSentence = before.quotation.sentence === sentence?.index || place.left > place.sentence;
		const coordinated = sameSentence && !hasWords(scene, place.left, place.from);
		const joins =
			sameSentence &&
			/^(?:and|but|or|that)$/.test(
				scene.tokens[isDash(scene.tokens[place.left]) ? place.left + 1 : place.left]?.lower ?? ''
			);
		const shares = sameSentence && sharesClause(scene, place);
		const alone = place.left === place.from && (place.length >= SHORTEST_STANDALONE || isWholeSentence(scene, place));
		if (coordinated || joins || shares || alone) {
			return {
				speaker: before.quotation.speaker,
				from: place.from,
				to: place.from,
				rule: 'continued',
				confidence: 0.85
			};
		}
	}
	const labelled = labelBefore(scene, place);
	if (labelled) return labelled;
	const unclosed = before && !before.closed && before.block === scene.block - 1;
	if (unclosed && before.quotation.speaker !== null && place.from <= (scene.sentences[0]?.from ?? 0) + 1) {
		return {
			speaker: before.quotation.speaker,
			from: place.from,
			to: place.from,
			rule: 'next-paragraph',
			confidence: 0.88
		};
	}
	const long = place.length >= SHORTEST_STANDALONE || (place.length > 1 && isWholeSentence(scene, place));
	if (hasWords(scene, place.left, place.from) || !long) return undefined;
	return introduced(scene, place);
}

/** "SULLIVAN: “…”": the name in the label of a line that is all quotation. */
function labelBefore(scene: Scene, place: Place): Attribution | undefined {
	const first = scene.sentences[0]?.from ?? 0;
	if (place.from > first + 1 || first === 0) return undefined;
	const speaker = actorsIn(scene, 0, first).find((actor) => actor.speaks);
	return speaker && { speaker: speaker.mention, from: speaker.from, to: speaker.to, rule: 'label', confidence: 0.9 };
}

/** "Biden was blunt. “We are competing.”": the subject of the sentence before. */
function introduced(scene: Scene, place: Place): Attribution | undefined {
	const before = scene.sentences[sentenceAt(scene, place.from) - 1];
	if (!before) return undefined;
	const subject = actorsIn(scene, before.from, before.to).find((actor) => actor.speaks && !actor.possessive);
	if (!subject || subject.from > before.from + 4) return undefined;
	return { speaker: subject.mention, from: before.from, to: before.to, rule: 'introduced', confidence: 0.65 };
}

function quotationOf(
	scene: Scene,
	index: number,
	place: Place,
	attribution: Attribution,
	unknown: boolean
): Quotation | undefined {
	const quote = scene.quotes[index];
	const sentence = scene.sentences[sentenceAt(scene, place.from)];
	if (!quote || !sentence) return undefined;
	const start = scene.tokens[attribution.from]?.start;
	const end = scene.tokens[attribution.to - 1]?.end;
	const said = attribution.to > attribution.from && start !== undefined && end !== undefined && start < end;
	return {
		start: quote.start,
		end: quote.end,
		sentence: sentence.index,
		words: quote.words,
		speaker: attribution.speaker,
		attribution: said ? { start, end } : null,
		rule: attribution.rule,
		confidence: Math.round((unknown ? 0.4 : attribution.confidence) * (quote.closed ? 100 : 85)) / 100
	};
}

/** A paragraph left open is spoken by whoever speaks the next one. */
function takesBack(before: Known | undefined, quotation: Quotation, scene: Scene, place: Place): before is Known {
	if (before === undefined || before.closed || before.quotation.speaker !== null) return false;
	return (
		quotation.speaker !== null && before.block === scene.block - 1 && place.from <= (scene.sentences[0]?.from ?? 0) + 1
	);
}

/**
 * The words in quotation marks that somebody said, in the order of the text; terms, names and titles in marks are left
 * out, and so are words that the text denies were said.
 * @param mentions sorted by start; `speaker` is an index into them
 */
export function findQuotations(layout: Layout, mentions: readonly Mention[], speech: CompiledSpeech): Quotation[] {
	const found: Quotation[] = [];
	let before: Known | undefined;
	for (const scene of scenesOf(layout, mentions)) {
		for (const [index, quote] of scene.quotes.entries()) {
			const place = placeOf(scene, layout, index);
			if (!place) continue;
			const own = ownAttribution(scene, speech, place);
			if (own === 'refused') continue;
			const attribution = own ?? inherited(scene, place, before);
			if (!attribution && (place.length < SHORTEST_STANDALONE || place.title)) continue;
			const nobody = { speaker: null, from: place.from, to: place.from, rule: 'unattributed', confidence: 0.4 };
			const quotation = quotationOf(
				scene,
				index,
				place,
				attribution ?? nobody,
				(attribution?.speaker ?? null) === null
			);
			if (!quotation) continue;
			if (takesBack(before, quotation, scene, place)) {
				Object.assign(before.quotation, { speaker: quotation.speaker, rule: 'next-paragraph', confidence: 0.8 });
			}
			found.push(quotation);
			before = { quotation, closed: quote.closed, block: scene.block };
		}
	}
	return found;
}
