import { clauseEnd, lowerAt, type Attribution, type Place } from './attribute.ts';
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

/** "The warden told Lindqvist: “…”": she is no speaker. */
const SPOKEN_TO = /^(?:told|tells|telling|asked|assured|reminded|informed|warned|reassured)$/;

/** "Biden: “…”", "Wang had a warning: “…”". */
export function colonBefore(scene: Scene, place: Place): Attribution | undefined {
	const whole = place.length > SHORT || place.right - place.to <= 1;
	if (lowerAt(scene, place.from - 1) !== ':' || !whole) return undefined;
	const speaker = actorsIn(scene, place.left, place.from).find(
		(actor) => actor.speaks && !actor.possessive && !SPOKEN_TO.test(lowerAt(scene, actor.from - 1))
	);
	return speaker && { speaker: speaker.mention, from: speaker.from, to: place.from, rule: 'colon', confidence: 0.8 };
}

/** Verb forms with which words in marks go on from their subject: "Beijing “firmly opposes” the sale". */
const FINITE =
	/^(?:will|would|shall|should|must|may|might|can|cannot|could|is|are|was|were|has|have|had|does|did|do|won|\p{L}{3,}(?:ed|es))$/u;
const OPENING_WORDS = 3;

/** "The two sides “agreed in principle” on it": whoever stands before words that are his verb. */
export function predicateOf(scene: Scene, place: Place): Attribution | undefined {
	const before = actorsIn(scene, place.left, place.from).find(({ to }) => to === place.from);
	const own = before?.speaks === true && !before.possessive && !before.person;
	if (!own || place.length < 2 || place.title) return undefined;
	const words = scene.tokens.slice(place.from, place.to).filter(({ kind }) => kind === 'word');
	const adverbs = words.findIndex(({ lower }) => !/ly$|^(?:never|always|not|also|still)$/.test(lower));
	const verb = words[adverbs];
	if (verb === undefined || adverbs >= OPENING_WORDS || verb.text !== verb.lower || !FINITE.test(verb.lower))
		return undefined;
	return { speaker: before.mention, from: before.from, to: before.to, rule: 'predicate', confidence: 0.65 };
}

const FAR_UNNAMED = 9;

/** "It has not promised to, a diplomat reminds us: “…”": somebody without a name opens the verb's clause. */
export function isUnnamedSubject(scene: Scene, verb: number, place: Place): boolean {
	if (lowerAt(scene, place.from - 1) !== ':' && place.from - verb > 2) return false;
	for (let at = verb - 1; at >= Math.max(place.left, verb - FAR_UNNAMED); at -= 1) {
		if (!/^[,;—–]$/.test(lowerAt(scene, at - 1)) && at > place.left) continue;
		return /^(?:an?|one|another|some|several|two|three)$/.test(lowerAt(scene, at));
	}
	return false;
}

const FAR_WHOM = 8;

/** "Lindqvist, whom nobody had asked, had a proverb: “…”": a verb of what is only told of her on the way. */
export function isOfWhom(scene: Scene, verb: number, place: Place): boolean {
	for (let at = verb - 1; at >= Math.max(place.left, verb - FAR_WHOM); at -= 1) {
		if (/^[,;:.]$/.test(lowerAt(scene, at))) return false;
		if (!/^(?:whom|whose)$/.test(lowerAt(scene, at))) continue;
		const end = clauseEnd(scene, verb, place.from);
		return end < place.from - 1 && lowerAt(scene, end) === ',';
	}
	return false;
}
