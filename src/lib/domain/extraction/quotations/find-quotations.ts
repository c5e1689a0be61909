import type { Layout } from '#lib/domain/articles/types.ts';
import type { CompiledSpeech } from '../lexicon/speech.ts';
import { isDash } from '../dates/tokens.ts';
import type { Mention, Quotation } from '../types.ts';
import type { Attribution, Place } from './attribute.ts';
import { withAntecedent } from './antecedents.ts';
import { isTerm, leadBefore } from './leads.ts';
import { placeOf, sentenceAt } from './place.ts';
import { scenesOf, type Scene } from './scene.ts';
import { actorsIn } from './subject.ts';
import { tagAfter } from './tags.ts';
import { isNextTag, tagInNextSentence } from './next-tags.ts';
import { predicateOf } from './openings.ts';
import { documentOfBoth, toldBetween } from './told-before.ts';

const LONGEST_BARE_TERM = 4;
/** Without an attribution a shorter run in marks is a term and no speech. */
const SHORTEST_STANDALONE = 5;

interface Known {
	quotation: Quotation;
	closed: boolean;
	block: number;
}

const hasWords = (scene: Scene, from: number, to: number): boolean =>
	scene.tokens.slice(from, to).some((token) => token.kind === 'word');

/** The attribution in the quotation's own sentence. */
function ownAttribution(scene: Scene, speech: CompiledSpeech, place: Place): Attribution | 'refused' | undefined {
	const lead = hasWords(scene, place.left, place.from) ? leadBefore(scene, speech, place) : undefined;
	const predicate = lead && lead !== 'refused' && lead.speaker === null ? predicateOf(scene, place) : undefined;
	if (predicate) return predicate;
	const direct = lead !== undefined && lead !== 'refused' && !lead.rule.startsWith('according-to');
	// "The two leaders reaffirmed “…”, the White House said": who reports it ends the sentence.
	if (direct && place.open && isJoint(scene, lead)) {
		const reporter = tagAfter(scene, speech, place);
		if (reporter?.rule === 'tag-subject-first' && reporter.speaker !== null) return reporter;
	}
	if (direct && !(place.open && !hasWords(scene, place.left, place.from))) return lead;
	const tag = place.length > 1 || place.open ? tagAfter(scene, speech, place) : undefined;
	if (lead === 'refused') return lead;
	// "Its “one China” policy had not changed, the White House said."
	if (tag && !place.open && place.length < LONGEST_BARE_TERM && isTerm(scene, place)) return lead;
	if (tag && !(place.title && !place.open)) return tag;
	return lead;
}

const isJoint = (scene: Scene, { speaker, from, to }: Attribution): boolean =>
	actorsIn(scene, from, to).some(({ mention, joint }) => joint && mention === speaker);

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

/** "opposes any visit, “whatever the pretext.”": words after a comma that end the sentence. */
function closesSentence(scene: Scene, place: Place): boolean {
	if (place.title || place.length <= 1 || scene.tokens[place.from - 1]?.text !== ',') return false;
	if (hasWords(scene, place.to, place.right)) return false;
	return !scene.tokens.slice(place.left, place.from).some(({ lower }) => APART.has(lower));
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

/** Words that go on with those of the quotation before in the paragraph. */
function continued(scene: Scene, place: Place, before: Known | undefined): Attribution | undefined {
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
		const shares = sameSentence && (sharesClause(scene, place) || closesSentence(scene, place));
		// "“A signboard,” tweeted the minister, “is not a warship.”": the second half of what the tag cuts in two.
		const splits =
			sameSentence &&
			before.quotation.rule.startsWith('tag-') &&
			scene.tokens[place.from - 1]?.text === ',' &&
			place.length > 2 &&
			!hasWords(scene, place.to, place.right);
		const alone = place.left === place.from && (place.length >= SHORTEST_STANDALONE || isWholeSentence(scene, place));
		if (coordinated || joins || shares || splits || alone) {
			return {
				speaker: before.quotation.speaker,
				from: place.from,
				to: place.from,
				rule: 'continued',
				confidence: 0.85
			};
		}
	}
	return undefined;
}

/** Where a quotation stands alone: who spoke just before it. */
function inherited(
	scene: Scene,
	speech: CompiledSpeech,
	place: Place,
	before: Known | undefined
): Attribution | undefined {
	const next = tagInNextSentence(scene, place) ?? predicateOf(scene, place) ?? documentOfBoth(scene, speech, place);
	if (next) return next;
	const told = before?.block === scene.block ? toldBetween(scene, speech, place, before.quotation) : undefined;
	if (told) return told;
	const goesOn = continued(scene, place, before);
	if (goesOn) return goesOn;
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

/** "SULLIVAN: “…”": whose line it is, where nothing stands before the words in their sentence. */
function labelBefore(scene: Scene, place: Place): Attribution | undefined {
	const { speaker } = scene;
	if (speaker === undefined || hasWords(scene, place.left, place.from)) return undefined;
	if (place.length < SHORTEST_STANDALONE && !isWholeSentence(scene, place)) return undefined;
	return { speaker, from: place.from, to: place.from, rule: 'label', confidence: 0.9 };
}

/** "Prabowo's verdict on the visit? “Fruitful.”": whose words a sentence without a verb asks for. */
function ownerAsked(scene: Scene, { from, to }: Scene['sentences'][number]): Attribution | undefined {
	const end = scene.tokens[to - 1]?.text;
	if (to - from > LONGEST_ASKED || (end !== '?' && end !== ':')) return undefined;
	const owner = actorsIn(scene, from, to).find((actor) => actor.speaks && actor.possessive);
	const noun = owner && scene.tokens.slice(owner.to, owner.to + 4).some(({ lower }) => ASKED.test(lower));
	return owner && noun
		? { speaker: owner.mention, from, to: owner.to, rule: 'introduced', confidence: 0.8 }
		: undefined;
}
const LONGEST_ASKED = 16;
const ASKED =
	/^(?:verdict|answer|reply|response|advice|message|summary|explanation|view|take|line|reaction|assessment|conclusion|description|excuse|warning|comment|rejoinder|retort)$/;

const NEAR_INTRODUCED = 4;
/** "The chief executive of the port, Dimitris Pappas, put it bluntly." */
const FAR_INTRODUCED = 10;

/** "Biden was blunt. “We are competing.”": the subject of the sentence before. */
function introduced(scene: Scene, place: Place): Attribution | undefined {
	const before = scene.sentences[sentenceAt(scene, place.from) - 1];
	if (!before) return undefined;
	const owner = ownerAsked(scene, before);
	if (owner) return owner;
	const subject = actorsIn(scene, before.from, before.to).find((actor) => actor.speaks && !actor.possessive);
	const apposed = subject?.person === true && scene.tokens[subject.from - 1]?.text === ',';
	const far = apposed ? FAR_INTRODUCED : NEAR_INTRODUCED;
	if (!subject || subject.from > before.from + far || isNextTag(scene, before)) return undefined;
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

const nobodyAt = ({ from }: Place): Attribution => ({
	speaker: null,
	from,
	to: from,
	rule: 'unattributed',
	confidence: 0.4
});

/** A quotation for which nothing yet says who spoke. */
interface Waiting {
	scene: Scene;
	index: number;
	place: Place;
}

/** All that wait are of one sentence. */
const isOfSentence = ([first]: readonly Waiting[], scene: Scene, place: Place): boolean =>
	first === undefined || (first.scene === scene && first.place.sentence === place.sentence);

/** "Firmly opposes", and no term in marks: "the “wolf warriors”". */
function canWait(scene: Scene, place: Place): boolean {
	const lead = scene.tokens[place.from - 1]?.lower ?? '';
	const term = place.length < SHORTEST_STANDALONE && /^(?:the|this|these|its|his|her|their|our|s|called|-)$/.test(lead);
	return place.length > 1 && !place.title && !term;
}

/** "China “opposes” it and “deplores” it, the ministry said": the tag at the end is of the earlier words, too. */
function shareTag(found: Quotation[], waiting: Waiting[], speaker: number): void {
	for (const { scene, index, place } of waiting.splice(0)) {
		const shared = { speaker, from: place.from, to: place.from, rule: 'tag-shared', confidence: 0.72 };
		const quotation = quotationOf(scene, index, place, shared, false);
		if (!quotation) continue;
		const known = found.findLast(({ start }) => start <= quotation.start);
		if (known?.start === quotation.start) Object.assign(known, quotation);
		else found.push(quotation);
	}
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
	let waiting: Waiting[] = [];
	for (const scene of scenesOf(layout, mentions)) {
		for (const [index, quote] of scene.quotes.entries()) {
			const place = placeOf(scene, layout, index);
			if (!place) continue;
			const own = ownAttribution(scene, speech, place);
			if (own === 'refused') continue;
			const attribution = own ?? inherited(scene, speech, place, before);
			if (!isOfSentence(waiting, scene, place)) waiting = [];
			if ((!attribution || attribution.rule === 'predicate') && canWait(scene, place))
				waiting.push({ scene, index, place });
			if (!attribution && (place.length < SHORTEST_STANDALONE || place.title)) continue;
			const quotation = quotationOf(
				scene,
				index,
				place,
				attribution ?? nobodyAt(place),
				(attribution?.speaker ?? null) === null
			);
			if (!quotation) continue;
			const earlier = before?.block === scene.block - 1 ? before.quotation : undefined;
			withAntecedent(quotation, { text: layout.article.text, mentions, scene, place, earlier });
			if (takesBack(before, quotation, scene, place)) {
				Object.assign(before.quotation, { speaker: quotation.speaker, rule: 'next-paragraph', confidence: 0.8 });
			}
			if (own?.rule.startsWith('tag-') && own.speaker !== null) shareTag(found, waiting, own.speaker);
			found.push(quotation);
			before = { quotation, closed: quote.closed, block: scene.block };
		}
	}
	return found;
}
