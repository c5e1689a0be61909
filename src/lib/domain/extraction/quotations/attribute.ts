import type { CompiledSpeech } from '../lexicon/speech.ts';
import type { Actor, Scene } from './scene.ts';
import { actorsIn } from './subject.ts';
import { wordSet } from '../../text.ts';

/** Who is said to have spoken, by which tokens (`to` exclusive). */
export interface Attribution {
	/** Index into the mentions; null where the speaker is not named. */
	speaker: number | null;
	from: number;
	to: number;
	rule: string;
	confidence: number;
}

/** One quotation in its scene: the tokens of its sentence to its left and right, free of other quotations. */
export interface Place {
	/** The sentence's first token. */
	sentence: number;
	/** First token after the quotation before it in the sentence, or the sentence's first. */
	left: number;
	/** The quotation's own tokens. */
	from: number;
	to: number;
	/** End of what follows it: the next quotation or the sentence's end. */
	right: number;
	/** How many words are quoted. */
	length: number;
	/** It ends with a comma, question mark or the like, so that its attribution may follow. */
	open: boolean;
	/** All its words begin with a capital: a name or a title. */
	title: boolean;
}

const DETERMINERS = wordSet('the a an his her its their our my your this that these those s any no such of');
const NEGATIONS = wordSet('not never neither nor no n t without denied denies deny denying refused declined');
export const BE = wordSet('was were been being is are be');

export const lowerAt = (scene: Scene, index: number): string => scene.tokens[index]?.lower ?? '';
export const named = (actor: Actor | undefined): number | null => actor?.mention ?? null;

/** The first mention that can speak in a short range, a person before others. */
export function speakerIn(scene: Scene, from: number, to: number): Actor | undefined {
	const actors = actorsIn(scene, from, to).filter((actor) => actor.speaks);
	const first = actors.find((actor) => !actor.possessive) ?? actors[0];
	const person = actors.find((actor) => actor.person && !actor.possessive);
	const apart = first && person ? person.from - first.to : Infinity;
	return apart <= 4 ? person : first;
}

/** The end of the clause that begins at a token: a comma, stop or dash. */
export function clauseEnd(scene: Scene, from: number, limit: number): number {
	let at = from;
	while (at < limit && !(/^[,;:—–]$/.test(scene.tokens[at]?.text ?? '') || isFullStop(scene, at))) at += 1;
	return at;
}

/** A full stop that ends a sentence and no abbreviation such as "U.S." or "Mr.". */
export function isFullStop(scene: Scene, at: number): boolean {
	if (scene.tokens[at]?.text !== '.') return false;
	const word = scene.tokens[at - 1]?.text ?? '';
	// "Rear Admiral (ret.) Lindqvist"
	if (scene.tokens[at + 1]?.text === ')' && scene.tokens[at + 1]?.joined) return false;
	return word.length > 3 || /^[a-z]/.test(word);
}

const FAR_DESCRIBED = 3;

/** "the Chinese readout", "a Japanese foreign ministry statement": the state whose document it is. */
export function documentOf(scene: Scene, speech: CompiledSpeech, from: number, to: number): Actor | undefined {
	return actorsIn(scene, from, to).find(
		(actor) =>
			actor.adjective &&
			[0, 1, 2, FAR_DESCRIBED].some((step) => actor.to + step < to && speech.nouns.has(lowerAt(scene, actor.to + step)))
	);
}

/** "according to Biden", "per the White House readout" at a token. */
export function sourceAt(scene: Scene, speech: CompiledSpeech, index: number, limit: number): Attribution | undefined {
	const phrase = speech.sources.find((all) => all.every((word, step) => lowerAt(scene, index + step) === word));
	if (!phrase) return undefined;
	const from = index + phrase.length;
	const end = Math.min(clauseEnd(scene, from, limit), from + 14);
	const speaker = speakerIn(scene, from, end) ?? documentOf(scene, speech, from, end);
	return { speaker: named(speaker), from: index, to: speaker?.to ?? from, rule: 'according-to', confidence: 0.9 };
}

/** Forms that are plural nouns as well. */
const PLURALS = wordSet(
	'states claims calls reports notes comments posts remarks demands views terms labels answers replies vows pledges promises hopes'
);
const BEFORE_PLURAL_VERB = wordSet('who which that he she it also and but then now often still again , )');

/** "his call", "the claims", "small states": no verb. */
export function isNoun(scene: Scene, verb: number): boolean {
	const before = lowerAt(scene, verb - 1);
	if (DETERMINERS.has(before)) return lowerAt(scene, verb - 2) !== 'who';
	if (!PLURALS.has(lowerAt(scene, verb)) || BEFORE_PLURAL_VERB.has(before) || /ly$/.test(before)) return false;
	if (/^(?:that|:)$/.test(lowerAt(scene, verb + 1))) return false;
	return (
		scene.tokens[verb - 1]?.kind === 'word' &&
		!actorsIn(scene, Math.max(0, verb - 8), verb).some(({ to }) => to === verb)
	);
}

/** Whether a verb is denied: "did not say". */
export function isNegated(scene: Scene, verb: number): boolean {
	return [1, 2, 3].some(
		(step) => NEGATIONS.has(lowerAt(scene, verb - step)) && !/[,;.]/.test(lowerAt(scene, verb - step + 1))
	);
}

/** "I told Wang that “…”": whose line of a transcript it is; nobody where the text does not say who "I" is. */
export function firstPerson(scene: Scene, verb: number): Attribution | undefined {
	const at = [1, 2, 3]
		.map((step) => verb - step)
		.find((index) => !/^(?:have|had|also|then|just|ve|d|'|always)$/.test(lowerAt(scene, index)));
	if (at === undefined || !/^(?:i|we)$/.test(lowerAt(scene, at)) || (scene.inside[at] ?? -1) >= 0) return undefined;
	return { speaker: scene.speaker ?? null, from: at, to: verb + 1, rule: 'first-person', confidence: 0.85 };
}

const FAR_BACK = 60;

const HIS_HER = wordSet('his her');

/** "In her words": the person named last before them in the sentence, else who opens the sentence before. */
export function ownerByPronoun(scene: Scene, noun: number, place: Place): Actor | undefined {
	const at = lowerAt(scene, noun - 1) === 'own' ? noun - 2 : noun - 1;
	if (!HIS_HER.has(lowerAt(scene, at))) return undefined;
	const people = actorsIn(scene, Math.max(0, at - FAR_BACK), at).filter(
		({ person, possessive }) => person && !possessive
	);
	// Of several in the sentence its subject speaks: "Chang told the speaker that, in his words, …".
	return people.find(({ from }) => from >= place.sentence) ?? people[0];
}
