import type { CompiledSpeech } from '../lexicon/speech.ts';
import {
	BE,
	clauseEnd,
	documentOf,
	firstPerson,
	isNegated,
	isNoun,
	lowerAt,
	ownerByPronoun,
	sourceAt,
	speakerIn,
	type Attribution,
	type Place
} from './attribute.ts';
import { colonBefore, isOfWhom, isUnnamedSubject, LONGEST_TERM, PREDICATES, SHORT, viewOf } from './openings.ts';
import type { Scene } from './scene.ts';
import { actorsIn, hasOtherSubject, nounBefore, quotedByPronoun, subjectOf, verbAt } from './subject.ts';
import { bodyBefore } from './tags.ts';
import { isDash } from '../dates/tokens.ts';
import { wordSet } from '../../text.ts';

const OPENING_CONJUNCTIONS = wordSet('when if but and');
const BEFORE_TERM = wordSet('the a an as , -');
const ARTICLES = wordSet('a an');

const AFTER_STRICT = wordSet('that : , " on in to at how');
const DENIALS = wordSet('denied denies deny denying disputed disputes disputing');
const DENIAL_WINDOW = 20;
const QUESTIONS = wordSet('asked questioned pressed challenged quizzed');
const FAR_FOR_SHORT = 12;
/** "urged Washington to stop “unfair practices”". */
const FAR_FOR_SHORT_ACT = 6;
const FAR_FOR_DESCRIPTION = 14;
/** "was condemned by Okafor, spokeswoman for …, as “…”". */
const FAR_FOR_AGENT = 30;
/** "said that the call, which …, was “not true”". */
const FAR_FOR_PREDICATE = 32;
/** "in a phrase of the President's: “…”": from the noun, or from whose it is. */
const FAR_FOR_NOUN = 6;
const FAR_FOR_MAKER = 8;

/** "The Kremlin denied that he had called it “…”", "Asked whether it was “…”, he said": nobody said so. */
function isDenied(scene: Scene, from: number, place: Place): boolean {
	// "Denied it, calling the charge “…”", "denied it but said “…”": what is said is no part of what is denied.
	const apart = lowerAt(scene, from).endsWith('ing') && lowerAt(scene, from - 1) === ',';
	if (apart || lowerAt(scene, from - 1) === 'but') return false;
	for (let at = from - 1; at >= Math.max(place.sentence, from - DENIAL_WINDOW); at -= 1) {
		if (lowerAt(scene, at) === 'whether' && clauseEnd(scene, at, from) === from) return true;
		// "Denies having done so, yet Lindqvist said": what is denied ends there.
		if (lowerAt(scene, at) === ';' || (lowerAt(scene, at - 1) === ',' && APART.test(lowerAt(scene, at)))) return false;
		if (DENIALS.has(lowerAt(scene, at)) && (scene.inside[at] ?? -1) < 0) return true;
	}
	return false;
}

const APART = /^(?:yet|but|while|whereas|though|although)$/;

/** A question put to somebody: its words are the asker's. */
function isQuestion(scene: Scene, speech: CompiledSpeech, place: Place): boolean {
	if (place.left !== place.sentence) return false;
	const opens = OPENING_CONJUNCTIONS.has(lowerAt(scene, place.left)) ? place.left + 1 : place.left;
	if (!QUESTIONS.has(lowerAt(scene, opens)) || opens >= place.from) return false;
	// "Pressed on chips, he is curt: “…”": the colon gives the answer.
	if (lowerAt(scene, place.from - 1) === ':') return false;
	// "Asked about it, Biden said: “…”": the answer begins with the main clause.
	const comma = scene.tokens.slice(opens, place.from).findIndex(({ text }) => text === ',');
	if (comma < 0) return true;
	for (let at = opens + comma; at < place.from; at += 1) {
		if (verbAt(scene, speech, at)?.verb.participle === false && !isNoun(scene, at)) return false;
	}
	return true;
}

/** "entitled “…”", "his book “The Long Game”", "the bill, known as the “…”". */
function isNamed(scene: Scene, speech: CompiledSpeech, place: Place): boolean {
	let at = place.from - 1;
	while (at >= place.left && BEFORE_TERM.has(lowerAt(scene, at))) at -= 1;
	return speech.naming.has(lowerAt(scene, at)) || (place.title && speech.works.has(lowerAt(scene, at)));
}

/** What the words before a quotation say of its speaker; `refused` where they say that nobody spoke so. */
export function leadBefore(scene: Scene, speech: CompiledSpeech, place: Place): Attribution | 'refused' | undefined {
	if (isNamed(scene, speech, place) || isQuestion(scene, speech, place)) return 'refused';
	for (let at = place.from - 1; at >= place.left; at -= 1) {
		const source = sourceAt(scene, speech, at, place.from);
		if (source)
			return place.length <= LONGEST_TERM && isTerm(scene, place)
				? 'refused'
				: { ...source, rule: 'according-to-before' };
		if (speech.nouns.has(lowerAt(scene, at))) {
			const owned = isSubject(scene, at, place) ? undefined : ownerOf(scene, speech, at, place);
			if (owned && !isDescribed(scene, speech, owned.from, place)) return owned;
		}
		const found = verbAt(scene, speech, at);
		if (!found || isNoun(scene, at)) continue;
		const read = readVerb(scene, speech, at, place);
		if (read) return read;
	}
	return colonBefore(scene, place) ?? viewOf(scene, place);
}

/** "Biden's remark that …", "in Xi's words, …", "a statement by the ministry". */
function ownerOf(
	scene: Scene,
	speech: CompiledSpeech,
	noun: number,
	place: Place,
	verb?: number
): Attribution | undefined {
	if (verb === undefined && place.from - noun > FAR_FOR_NOUN + FAR_FOR_MAKER) return undefined;
	const owner = actorsIn(scene, Math.max(place.sentence, noun - FAR_FOR_MAKER), noun).findLast(
		(actor) => actor.possessive && actor.speaks && actor.to >= noun - 4
	);
	const maker = ['by', 'of', 'from'].includes(lowerAt(scene, noun + 1))
		? speakerIn(scene, noun + 2, verb ?? place.from)
		: undefined;
	if (verb === undefined && place.from - Math.max(noun, maker?.to ?? 0) > FAR_FOR_NOUN) return undefined;
	const described = () => documentOf(scene, speech, Math.max(place.sentence, noun - 4), noun + 1);
	const speaker = owner ?? maker ?? ownerByPronoun(scene, noun, place) ?? described();
	return (
		speaker && {
			speaker: speaker.mention,
			from: Math.min(speaker.from, noun),
			to: Math.max(noun + 1, speaker.to),
			rule: 'noun-of-saying',
			confidence: 0.85
		}
	);
}

/** "called Hegseth's remarks “plain”": what somebody else says of the words. */
function isDescribed(scene: Scene, speech: CompiledSpeech, noun: number, place: Pick<Place, 'left'>): boolean {
	for (let at = noun - 1; at >= Math.max(place.left, noun - DESCRIBED_REACH); at -= 1) {
		if (verbAt(scene, speech, at)?.verb.kind === 'describe') return !isNoun(scene, at);
	}
	return false;
}
const DESCRIBED_REACH = 3;

const FINITE = wordSet('must should shall will would can could may might is are was were has have had do does did');

/** "that her words “must be retracted”": what is quoted tells of the words and is none of them. */
const isSubject = (scene: Scene, noun: number, place: Place): boolean =>
	noun === place.from - 1 &&
	FINITE.has(scene.tokens.slice(place.from, place.from + 4).find(({ kind }) => kind === 'word')?.lower ?? '');

function readVerb(scene: Scene, speech: CompiledSpeech, at: number, place: Place): Attribution | 'refused' | undefined {
	const found = verbAt(scene, speech, at);
	if (!found) return undefined;
	const { verb, length } = found;
	const distance = place.from - at - length;
	if (verb.strict && distance > 0 && !AFTER_STRICT.has(lowerAt(scene, at + length))) return undefined;
	if (isNegated(scene, at) || isDenied(scene, at, place)) return 'refused';
	// "Told “World This Evening” on Friday": a programme is spoken to.
	if (place.title && distance === 0 && TO_SOMEBODY.test(lowerAt(scene, at))) return 'refused';
	const passive = BE.has(lowerAt(scene, at - 1)) && /(?:ed|id|en|ld)$/.test(lowerAt(scene, at));
	const agent =
		passive && verb.kind === 'describe' && distance <= FAR_FOR_AGENT ? byAgent(scene, at, place) : undefined;
	if (agent) return agent;
	if (!isNear(verb.kind, distance, place, scene) || isRelated(scene, speech, at, distance)) return undefined;
	if (isOfWhom(scene, at, place)) return undefined;
	if (passive && verb.kind !== 'act') return byAgent(scene, at, place) ?? 'refused';
	// "complained that the fund had been agreed “over our heads”": whoever complains says so.
	if (passive && saysBefore(scene, speech, at, place)) return undefined;
	const unnamed = { speaker: null, from: at, to: at + length, rule: 'lead-unnamed', confidence: 0.4 };
	const first = firstPerson(scene, at);
	if (first) return first;
	const quoted = quotedByPronoun(scene, at);
	if (quoted)
		return { speaker: quoted.mention, from: quoted.from, to: at + length, rule: 'lead-quoted', confidence: 0.75 };
	const noun = nounBefore(scene, speech, at);
	if (noun !== undefined) return ownerOf(scene, speech, noun, place, at) ?? unnamed;
	if (verb.kind === 'act') {
		const outer = outerSpeaker(scene, speech, at, place);
		if (outer) return outer;
	}
	if (lowerAt(scene, at - 1) === 'it' && verb.kind === 'say') return bodyBefore(scene, place, at - 1, at + length);
	const inverts = verb.kind === 'say' && !verb.participle && !TO_SOMEBODY.test(lowerAt(scene, at));
	const inverted = inverts ? speakerBehind(scene, at, length, place) : undefined;
	if (inverted) return inverted;
	const subject = subjectOf(scene, speech, at, place.sentence);
	if (subject && !verb.participle && hasOtherSubject(scene, subject, at)) return unnamed;
	if (subject) {
		const confidence = (verb.kind === 'act' ? 0.8 : 0.92) - (place.length <= SHORT ? 0.07 : 0);
		return { speaker: subject.mention, from: subject.from, to: at + length, rule: `lead-${verb.kind}`, confidence };
	}
	return subjectAfter(scene, speech, at, place) ?? (isUnnamedSubject(scene, at, place) ? unnamed : undefined);
}

/** "called the curbs that Washington had announced in May “…”": a verb of a relative clause, which the words end. */
function isRelated(scene: Scene, speech: CompiledSpeech, verb: number, distance: number): boolean {
	if (distance === 0 || /^(?:that|[:,"])$/.test(lowerAt(scene, verb + 1))) return false;
	for (let at = verb - 1; at >= verb - RELATIVE_REACH; at -= 1) {
		if (/^[,;:.]$/.test(scene.tokens[at]?.text ?? '')) return false;
		if (!/^(?:that|which)$/.test(lowerAt(scene, at))) continue;
		return verbAt(scene, speech, at - 1) === undefined && isDescribed(scene, speech, at, { left: at - RELATIVE_REACH });
	}
	return false;
}
const RELATIVE_REACH = 5;

/** Verbs whose object is who is spoken to. */
const TO_SOMEBODY =
	/^(?:tell|tells|told|assure[sd]?|remind|reminds|reminded|inform|informs|informed|warn|warns|warned|reassure[sd]?)$/;

/** "The two matters are unrelated, maintained Mao Ning, …: “…”": who speaks stands behind the verb. */
function speakerBehind(scene: Scene, verb: number, length: number, place: Place): Attribution | undefined {
	if (lowerAt(scene, verb - 1) !== ',') return undefined;
	const from = verb + length;
	const actor = actorsIn(scene, from, Math.min(place.from, from + 2)).find((one) => one.speaks && !one.possessive);
	const ends = actor && /^(?:,|:|;|in|on|at|to|of)$/.test(lowerAt(scene, actor.to));
	if (!actor || !ends) return undefined;
	return { speaker: actor.mention, from: verb, to: actor.to, rule: 'lead-inverted', confidence: 0.85 };
}

/** "Wang said China opposes “…”": the words are those of whoever says so. */
function outerSpeaker(scene: Scene, speech: CompiledSpeech, act: number, place: Place): Attribution | undefined {
	for (let at = act - 1; at >= Math.max(place.left, act - 8); at -= 1) {
		const found = verbAt(scene, speech, at);
		if (found?.verb.kind !== 'say' || found.verb.participle || isNoun(scene, at) || isNegated(scene, at)) continue;
		const between = actorsIn(scene, at, act).some((actor) => actor.speaks);
		const subject = between ? subjectOf(scene, speech, at, place.sentence) : undefined;
		return subject && { speaker: subject.mention, from: subject.from, to: at + 1, rule: 'lead-say', confidence: 0.85 };
	}
	return undefined;
}

/** A verb of saying stands before another in the clause that it brings: "complained that … had been agreed". */
function saysBefore(scene: Scene, speech: CompiledSpeech, act: number, place: Place): boolean {
	for (let at = act - 1; at >= Math.max(place.left, act - FAR_SAID); at -= 1) {
		const found = verbAt(scene, speech, at);
		if (found?.verb.kind === 'say' && !isNoun(scene, at)) return lowerAt(scene, at + found.length) === 'that';
	}
	return false;
}
const FAR_SAID = 10;

/** How far a verb reaches: one or two words in marks want it close, longer ones the sentence. */
function isNear(kind: 'say' | 'describe' | 'act', distance: number, place: Place, scene: Scene): boolean {
	// "Described the exercise, “Strait Thunder”, as a warning": a name in apposition.
	if (place.title && lowerAt(scene, place.from - 1) === ',') return false;
	if (kind === 'describe') return distance <= FAR_FOR_DESCRIPTION;
	if (place.title && distance > 2) return false;
	if (place.length <= LONGEST_TERM && isTerm(scene, place)) return false;
	if (isAdjective(scene, distance, place)) return false;
	if (place.length > SHORT) return kind === 'say' || distance <= 25;
	const predicate = place.length > 1 && PREDICATES.has(lowerAt(scene, place.from - 1));
	if (kind === 'say') return distance <= (predicate ? FAR_FOR_PREDICATE : FAR_FOR_SHORT);
	return distance <= (place.length > 1 ? FAR_FOR_SHORT_ACT : 1);
}

const TERM_BEFORE = wordSet(
	'the this these its his her their our s support supports supporting oppose opposes opposing'
);

/** "the “evolving” trade", "its “five pillars”", "support “independence”": a term, whoever speaks. */
export const isTerm = (scene: Scene, place: Place): boolean =>
	(!PREDICATES.has(lowerAt(scene, place.from - 2)) && TERM_BEFORE.has(lowerAt(scene, place.from - 1))) ||
	(lowerAt(scene, place.from - 1) === 'called' && isDash(scene.tokens[place.from - 2]));

/** "declared a “no limits” partnership": an adjective of the noun that is declared. */
function isAdjective(scene: Scene, distance: number, place: Place): boolean {
	if (distance !== 1 || !ARTICLES.has(lowerAt(scene, place.from - 1)) || place.length > LONGEST_TERM) return false;
	const after = scene.tokens[place.to];
	return after?.kind === 'word' && !AFTER_PHRASE.has(after.lower);
}

const AFTER_PHRASE = wordSet(
	'if and but or as at in on of for to with by from when while that which who unless after before between against about over during under because until since among toward towards than so'
);

/** "was described by Biden as …", "deemed … by Biden". */
function byAgent(scene: Scene, at: number, place: Place): Attribution | undefined {
	const by = [at + 1, at + 2, place.to, place.to + 1].find((index) => lowerAt(scene, index) === 'by');
	const speaker = by === undefined ? undefined : speakerIn(scene, by + 1, by + 10);
	return speaker && { speaker: speaker.mention, from: at, to: at + 1, rule: 'by-agent', confidence: 0.9 };
}

/** "Describing the talks as “…”, Biden said …": the subject of the clause that follows. */
function subjectAfter(scene: Scene, speech: CompiledSpeech, at: number, place: Place): Attribution | undefined {
	const found = verbAt(scene, speech, at);
	if (!found) return undefined;
	const inverted = speakerIn(scene, at + 1, Math.min(place.from, at + 10));
	if (!found.verb.participle) {
		if (TO_SOMEBODY.test(lowerAt(scene, at))) return undefined;
		const opens = at <= place.left + 1 || lowerAt(scene, place.from - 1) === ':';
		return inverted && opens
			? { speaker: inverted.mention, from: at, to: inverted.to, rule: 'lead-inverted', confidence: 0.85 }
			: undefined;
	}
	if (at > place.sentence + 3) return undefined;
	const comma = clauseEnd(scene, place.to, place.right);
	const after = speakerIn(scene, comma, Math.min(place.right, comma + 10));
	return (
		after && { speaker: after.mention, from: at, to: at + found.length, rule: 'lead-participle', confidence: 0.85 }
	);
}
