import type { CompiledSpeech } from '../lexicon/speech.ts';
import {
	BE,
	clauseEnd,
	firstPerson,
	isFullStop,
	isNegated,
	isNoun,
	lowerAt,
	named,
	ownerByPronoun,
	sourceAt,
	speakerIn,
	type Attribution,
	type Place
} from './attribute.ts';
import { sentenceAt } from './place.ts';
import type { Actor, Scene } from './scene.ts';
import { actorsIn, quotedByPronoun, subjectOf, verbAt } from './subject.ts';
import { wordSet } from '../../text.ts';

const LONGEST_TAG = 25;

/** The tag after a quotation: "said Biden", "the president said", "according to Biden". */
export function tagAfter(scene: Scene, speech: CompiledSpeech, place: Place): Attribution | undefined {
	let at = place.to;
	while (at < place.right && scene.tokens[at]?.kind === 'sign') at += 1;
	if (lowerAt(scene, at) === 'as') {
		const source = sourceAt(scene, speech, at + 1, place.right);
		if (source) return source;
		at += 1;
	}
	const source = sourceAt(scene, speech, at, place.right);
	if (source) return source;
	return (
		replyOf(scene, speech, at, place) ??
		verbFirst(scene, speech, at, place) ??
		subjectFirst(scene, speech, at, place) ??
		lateTag(scene, speech, at, place)
	);
}

/**
 * "It “will under no circumstances” give that up, said Peng Qing'en": the tag at the end of a sentence that goes on after
 * the words, set off by a comma, verb and speaker side by side.
 */
function lateTag(scene: Scene, speech: CompiledSpeech, from: number, place: Place): Attribution | undefined {
	if (place.open || place.length < 2 || place.title) return undefined;
	for (let comma = place.right - 2; comma >= Math.max(from, place.right - LATE_REACH); comma -= 1) {
		if (lowerAt(scene, comma) !== ',') continue;
		const found = verbAt(scene, speech, comma + 1);
		const isSaid = found?.verb.kind === 'say' && !found.verb.participle;
		const next = comma + 1 + (isSaid ? found.length : 0);
		const actor = actorsIn(scene, next, Math.min(place.right, next + 2)).find((one) => one.speaks && !one.possessive);
		if (actor === undefined) continue;
		const after = isSaid ? undefined : verbAt(scene, speech, actor.to);
		if (!isSaid && (after?.verb.kind !== 'say' || after.verb.participle)) continue;
		const to = isSaid ? actor.to : actor.to + (after?.length ?? 1);
		return { speaker: actor.mention, from: comma + 1, to, rule: 'tag-late', confidence: 0.82 };
	}
	return undefined;
}
const LATE_REACH = 40;

/** "was the minister's reply", "was the verdict of the minister", "was how the minister put it". */
function replyOf(scene: Scene, speech: CompiledSpeech, at: number, place: Place): Attribution | undefined {
	if (!BE.has(lowerAt(scene, at)) && lowerAt(scene, at) !== 'came') return undefined;
	const actors = actorsIn(scene, at, Math.min(place.right, at + REPLY_REACH)).filter(({ speaks }) => speaks);
	const owner = actors.find(({ possessive }) => possessive);
	const noun =
		owner && [0, 1, 2, 3].map((step) => owner.to + step).find((one) => speech.nouns.has(lowerAt(scene, one)));
	if (owner && noun !== undefined) {
		return { speaker: owner.mention, from: at, to: noun + 1, rule: 'tag-noun', confidence: 0.88 };
	}
	const own = [2, 3].map((step) => at + step).find((one) => speech.nouns.has(lowerAt(scene, one)));
	const meant = own === undefined ? undefined : ownerByPronoun(scene, own, place);
	if (own !== undefined && meant)
		return { speaker: meant.mention, from: at, to: own + 1, rule: 'tag-noun', confidence: 0.75 };
	const speaker = actors.find(({ possessive }) => !possessive);
	if (!speaker || !bringsSpeaker(scene, speech, at + 1, speaker.from)) return undefined;
	return { speaker: speaker.mention, from: at, to: speaker.to, rule: 'tag-noun', confidence: 0.86 };
}
const REPLY_REACH = 12;

/** "the verdict of", "a warning from", "how": words between "was" and who spoke. */
function bringsSpeaker(scene: Scene, speech: CompiledSpeech, from: number, to: number): boolean {
	if (/^(?:how|all)$/.test(lowerAt(scene, from))) return to - from <= 3;
	// "was the word that the minister chose"
	const word = lowerAt(scene, to - 1) === 'that' ? to - 2 : to - 1;
	if (/^(?:word|words|phrase|term|expression|verdict|line|formula)$/.test(lowerAt(scene, word)))
		return word - from <= 2;
	const link = [from, from + 1, from + 2, from + 3].find(
		(one) => speech.nouns.has(lowerAt(scene, one)) && /^(?:of|from|by)$/.test(lowerAt(scene, one + 1))
	);
	return link !== undefined && to - link <= 5;
}

/** "said a spokesman, Wang Wenbin": the name after the comma. */
const apposed = (scene: Scene, comma: number, limit: number) =>
	lowerAt(scene, comma) === ','
		? actorsIn(scene, comma + 1, Math.min(limit, comma + 3)).find((actor) => actor.person && actor.from === comma + 1)
		: undefined;

const SOMEBODY =
	/^(?:aides?|advis[eo]rs?|confidants?|confidantes?|ally|allies|spokes(?:man|woman|person|people)|officials?|sources?|friends?|colleagues?|associates?|lawyers?|members?|people|person)$/;

/** "an aide to", "a person close to", "officials of": somebody else than whom the words name behind it. */
function isSomebodyOf(scene: Scene, from: number, to: number): boolean {
	if (!/^(?:to|of|for|with|around)$/.test(lowerAt(scene, to - 1))) return false;
	const noun = /^(?:close|loyal|near)$/.test(lowerAt(scene, to - 2)) ? to - 3 : to - 2;
	return noun >= from && SOMEBODY.test(lowerAt(scene, noun));
}

/** "said U.S. President Joe Biden". */
function verbFirst(scene: Scene, speech: CompiledSpeech, at: number, place: Place): Attribution | undefined {
	const found = verbAt(scene, speech, at);
	if (!found || found.verb.participle) return undefined;
	const from = at + found.length;
	const comma = Math.min(clauseEnd(scene, from, place.right), from + 14);
	const near = speakerIn(scene, from, comma);
	// "said an aide to Lindqvist": nobody by name.
	if (near?.person && isSomebodyOf(scene, from, near.from))
		return place.open ? { speaker: null, from: at, to: from, rule: 'tag-verb-first', confidence: 0.4 } : undefined;
	const speaker = near ?? apposed(scene, comma, place.right);
	if (!speaker && !place.open) return undefined;
	return { speaker: named(speaker), from: at, to: speaker?.to ?? from, rule: 'tag-verb-first', confidence: 0.93 };
}

/** "The embassy linked it to the strait. “…,” it said": the state or body that is named in the sentence before. */
export function bodyBefore(scene: Scene, place: Place, from: number, to: number): Attribution | undefined {
	const before = scene.sentences[sentenceAt(scene, place.sentence) - 1];
	const actors = before ? actorsIn(scene, before.from, before.to) : [];
	const body = actors.find(({ person, speaks, possessive }) => speaks && !person && !possessive);
	if (body === undefined) return place.open ? { speaker: null, from, to, rule: 'tag-it', confidence: 0.4 } : undefined;
	return { speaker: body.mention, from, to, rule: 'tag-it', confidence: 0.75 };
}

const CONJUNCTIONS = wordSet('and but while whereas because although though after before when which who if so');

/** "… “handle” the issue, and Kishida replied": the verb is that of another clause. */
const opensClause = (scene: Scene, from: number, to: number): boolean =>
	scene.tokens.slice(from, to).some(({ lower }) => CONJUNCTIONS.has(lower));

/** "as one former Dutch official told us": nobody by name, and no state any more. */
const isFormer = (scene: Scene, subject: Actor, from: number, verb: number): boolean =>
	!subject.person && scene.tokens.slice(from, verb).some(({ lower }) => /^(?:former|retired|ex)$/.test(lower));

/** "the U.S. president said", "Wang, the foreign minister, told reporters". */
function subjectFirst(scene: Scene, speech: CompiledSpeech, at: number, place: Place): Attribution | undefined {
	// "“Resolute steps,” while the White House said": a clause of its own.
	if (CONJUNCTIONS.has(lowerAt(scene, at))) return undefined;
	const limit = Math.min(place.right, at + LONGEST_TAG);
	for (let verb = at + 1; verb < limit && !isFullStop(scene, verb); verb += 1) {
		const found = verbAt(scene, speech, verb);
		if (!found || isNoun(scene, verb)) continue;
		if (isNegated(scene, verb)) return undefined;
		const quoted = quotedByPronoun(scene, verb);
		const subject = quoted === undefined ? subjectOf(scene, speech, verb, at) : undefined;
		if (quoted)
			return { speaker: quoted.mention, from: at, to: verb + found.length, rule: 'tag-quoted', confidence: 0.75 };
		if (verb - at <= 2 && lowerAt(scene, verb - 1) === 'it') return bodyBefore(scene, place, at, verb + found.length);
		const first = firstPerson(scene, verb);
		if (first) return { ...first, from: at, to: verb + found.length };
		const early = subject !== undefined && subject.from - at <= 8;
		if (!place.open && (!early || opensClause(scene, at, subject.from))) return undefined;
		const speaker = early && !isFormer(scene, subject, at, verb) ? named(subject) : null;
		return {
			speaker,
			from: at,
			to: verb + found.length,
			rule: 'tag-subject-first',
			confidence: place.open ? 0.95 : 0.8
		};
	}
	return undefined;
}
