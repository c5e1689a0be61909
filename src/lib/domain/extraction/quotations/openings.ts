import { lowerAt, type Attribution, type Place } from './attribute.ts';
import type { Scene } from './scene.ts';
import { actorsIn } from './subject.ts';
import { wordSet } from '../../text.ts';

/** Words in marks that are short, and that may be a term. */
export const SHORT = 2;
export const LONGEST_TERM = 3;

const FOR_TO = wordSet('for to');

/** "was the “principal enemy”" says something of its subject. */
export const PREDICATES = wordSet('was were is are be been as remains remained being become became');

const FAR_FOR_VIEW = 3;

/** "For Okafor, the former envoy, “…”": whose view opens the sentence. */
export function viewOf(scene: Scene, place: Place): Attribution | undefined {
	const first = place.sentence;
	const opens = place.left === first && FOR_TO.has(lowerAt(scene, first));
	const said = lowerAt(scene, place.from - 1) === ',' || PREDICATES.has(lowerAt(scene, place.from - 1));
	if (!opens || place.length <= LONGEST_TERM || !said) return undefined;
	const speaker = actorsIn(scene, first, place.from).find((actor) => actor.speaks && actor.person && !actor.possessive);
	if (!speaker || speaker.from > first + FAR_FOR_VIEW) return undefined;
	return { speaker: speaker.mention, from: first, to: speaker.to, rule: 'view-of', confidence: 0.75 };
}

/** "Biden: “…”", "Wang had a warning: “…”". */
export function colonBefore(scene: Scene, place: Place): Attribution | undefined {
	const whole = place.length > SHORT || place.right - place.to <= 1;
	if (lowerAt(scene, place.from - 1) !== ':' || !whole) return undefined;
	const speaker = actorsIn(scene, place.left, place.from).find((actor) => actor.speaks && !actor.possessive);
	return speaker && { speaker: speaker.mention, from: speaker.from, to: place.from, rule: 'colon', confidence: 0.8 };
}
