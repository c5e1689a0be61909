import type { Attribution, Place } from './attribute.ts';
import { opening } from './next-openings.ts';
import { sentenceAt } from './place.ts';
import type { Scene } from './scene.ts';
import { actorsIn } from './subject.ts';

type SentenceOf = Scene['sentences'][number];

const LONGEST_OPENING = 8;
const FAR = 5;

/** The length of such a beginning in tokens, or 0. */
function openingOf(scene: Scene, { from, to }: SentenceOf): number {
	const tokens = scene.tokens.slice(from, Math.min(to, from + LONGEST_OPENING)).map(({ lower }) => lower);
	return opening(`${tokens.join(' ')} `);
}

/** Whether a sentence only says who spoke the words before it. */
export const isNextTag = (scene: Scene, sentence: SentenceOf): boolean => openingOf(scene, sentence) > 0;

/** "“They only respect strength.” That from Lindqvist, the chair.": who spoke is told in a sentence of its own. */
export function tagInNextSentence(scene: Scene, place: Place): Attribution | undefined {
	if (scene.tokens.slice(place.left, place.from).some(({ kind }) => kind === 'word')) return undefined;
	if (scene.tokens.slice(place.to, place.right).some(({ kind }) => kind === 'word')) return undefined;
	const next = scene.sentences[sentenceAt(scene, Math.max(place.from, place.to - 1)) + 1];
	const length = next ? openingOf(scene, next) : 0;
	if (next === undefined || length === 0) return undefined;
	const from = next.from + length;
	const speaker = actorsIn(scene, from, Math.min(next.to, from + FAR)).find((actor) => actor.speaks);
	return (
		speaker && {
			speaker: speaker.mention,
			from: next.from,
			to: speaker.to,
			rule: 'tag-next-sentence',
			confidence: 0.88
		}
	);
}
