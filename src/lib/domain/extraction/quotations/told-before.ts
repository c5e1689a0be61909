import type { CompiledSpeech } from '../lexicon/speech.ts';
import type { Quotation } from '../types.ts';
import { isNegated, isNoun, lowerAt, type Attribution, type Place } from './attribute.ts';
import { sentenceAt } from './place.ts';
import type { Scene } from './scene.ts';
import { actorsIn, subjectOf, verbAt } from './subject.ts';

/**
 * "Okafor wants it stopped. Lindqvist answered that it was lawful. “We will sail.”": of words that stand alone, whoever
 * spoke last, where a sentence without marks tells of it behind the quotation before.
 */
export function toldBetween(
	scene: Scene,
	speech: CompiledSpeech,
	place: Place,
	earlier: Pick<Quotation, 'speaker' | 'end'>
): Attribution | undefined {
	const alone = !scene.tokens.slice(place.left, place.from).some(({ kind }) => kind === 'word');
	const before = scene.sentences[sentenceAt(scene, place.from) - 1];
	if (!alone || before === undefined || (scene.tokens[before.from]?.start ?? 0) < earlier.end) return undefined;
	for (let at = before.from; at < before.to; at += 1) {
		const found = verbAt(scene, speech, at);
		if (found?.verb.kind !== 'say' || found.verb.participle || isNoun(scene, at) || isNegated(scene, at)) continue;
		const subject = subjectOf(scene, speech, at, before.from);
		if (!subject?.person || subject.mention === earlier.speaker) return undefined;
		return {
			speaker: subject.mention,
			from: subject.from,
			to: at + found.length,
			rule: 'told-before',
			confidence: 0.75
		};
	}
	return undefined;
}

const DOCUMENT =
	/^(?:text|agreement|accord|treaty|pact|protocol|memorandum|communique|communiqué|declaration|arrangement|deal|article|clause|preamble|document)$/;
const READS = /^(?:says|said|states|stated|reads|provides|provided|stipulates|stipulated|commits|notes|calls|adds)$/;
const FAR_DOCUMENT = 5;

/** "The text states that the parties shall apply “…”": what both signed speaks for both. */
export function documentOfBoth(scene: Scene, speech: CompiledSpeech, place: Place): Attribution | undefined {
	for (let at = place.from - 1; at > place.left; at -= 1) {
		if (!READS.test(lowerAt(scene, at)) || verbAt(scene, speech, at) === undefined || isNegated(scene, at)) continue;
		const noun = [1, 2, 3, 4, FAR_DOCUMENT].find((step) => DOCUMENT.test(lowerAt(scene, at - step)));
		const both = actorsIn(scene, at, place.from).find(({ joint }) => joint);
		if (noun === undefined || both === undefined) return undefined;
		return { speaker: both.mention, from: at - noun, to: at + 1, rule: 'document', confidence: 0.6 };
	}
	return undefined;
}
