import type { Mention, Quotation } from '../types.ts';
import type { Place } from './attribute.ts';
import { sentenceAt } from './place.ts';
import { tokenFrom, type Actor, type Scene } from './scene.ts';
import { actorsIn } from './subject.ts';

/** What is told of a speaker by a pronoun is less sure by this factor. */
const TRUST = 0.8;

/** "he" and "she" that nobody could resolve, by the gender that they ask for. */
const PRONOUNS = new Map([
	['he', 'm'],
	['she', 'f']
]);

/** What is known where a quotation stands. */
interface Surroundings {
	/** The article's text. */
	text: string;
	mentions: readonly Mention[];
	scene: Scene;
	place: Place;
	/** The last quotation of the paragraph before, if there is one. */
	earlier: Quotation | undefined;
}

/** "“Trump did it in a month,” he remarked": a pronoun does not stand for whom the words name. */
function namesItself({ speaker, words }: Quotation, mentions: readonly Mention[], text: string): boolean {
	const mention = speaker === null ? undefined : mentions[speaker];
	if (mention?.via !== 'pronoun' || mention.referent?.is !== 'person') return false;
	const family = mention.detail?.family ?? mention.referent.name.split(' ').at(-1) ?? '';
	return (
		family.length > 2 &&
		text
			.slice(words.start, words.end)
			.split(/[^\p{L}]+/u)
			.includes(family)
	);
}

/**
 * Gives a quotation whose speaker is an unresolved "he" or "she" to the one person whom the paragraph has named so far,
 * else to who opens the sentence before, else to the speaker of the paragraph before; takes it from a pronoun that was
 * read as somebody whom the words name. Changes it in place.
 */
export function withAntecedent(quotation: Quotation, { text, mentions, scene, place, earlier }: Surroundings): void {
	if (namesItself(quotation, mentions, text)) quotation.speaker = null;
	const mention = quotation.speaker === null ? undefined : mentions[quotation.speaker];
	if (mention?.referent !== null) return;
	const gender = PRONOUNS.get(scene.tokens[tokenFrom(scene.tokens, mention.start)]?.lower ?? '');
	if (gender === undefined) return;
	const unnamed = unnamedBefore(scene, place);
	if (unnamed !== undefined) {
		if (unnamed !== null) quotation.speaker = unnamed;
		return;
	}
	const fits = (index: number | null | undefined): index is number => {
		const one = index === null || index === undefined ? undefined : mentions[index];
		return one?.referent?.is === 'person' && (one.detail?.gender ?? gender) === gender;
	};
	const people = actorsIn(scene, 0, place.sentence).filter((actor) => fits(actor.mention));
	const found = onlyOne(people, mentions) ?? opensSentenceBefore(people, scene, place);
	const spoke = people.length === 0 && fits(earlier?.speaker) ? earlier?.speaker : undefined;
	const speaker =
		found?.mention ?? spoke ?? (people.length === 0 ? lastOfGender(quotation, mentions, gender) : undefined);
	if (!fits(speaker)) return;
	Object.assign(quotation, { speaker, confidence: Math.round(quotation.confidence * TRUST * 100) / 100 });
}

const UNNAMED =
	/^(?:an?|one|another) (?:[\p{L}.'-]{1,20} ){0,5}(?:officials?|diplomats?|aides?|advis[eo]rs?|sources?|executives?|person|analysts?|traders?|lawmakers?|negotiators?|delegates?|participants?|insiders?|ministers?|envoys?|businessm[ae]n|importers?|exporters?)\b/u;
const LONGEST_UNNAMED = 9;

/** "A former official was blunter. “…,” he said": nobody, or the state whose official speaks; undefined where none is. */
function unnamedBefore(scene: Scene, place: Place): number | null | undefined {
	const before = scene.sentences[sentenceAt(scene, place.sentence) - 1];
	if (before === undefined) return undefined;
	const words = scene.tokens.slice(before.from, Math.min(before.to, before.from + LONGEST_UNNAMED));
	const text = words.map(({ lower }) => lower).join(' ');
	if (!UNNAMED.test(text)) return undefined;
	const [state] = actorsIn(scene, before.from, before.from + 3);
	const own = state !== undefined && state.from === before.from && state.speaks && !state.person;
	return own && !/\b(?:former|retired|ex)\b/.test(text) ? state.mention : null;
}

/** So many mentions back the last man or woman is looked for, and so many units. */
const MOST_BACK = 40;
const FARTHEST = 1500;

/** The man or woman named last before a paragraph that names nobody, where only one such was named lately. */
function lastOfGender(quotation: Quotation, mentions: readonly Mention[], gender: string): number | undefined {
	const at = quotation.speaker ?? 0;
	const near = mentions.slice(Math.max(0, at - MOST_BACK), at).flatMap((one, index) => {
		const fits = one.referent?.is === 'person' && one.detail?.gender === gender;
		return fits && quotation.start - one.start < FARTHEST ? [Math.max(0, at - MOST_BACK) + index] : [];
	});
	const ids = new Set(near.map((index) => mentions[index]?.referent?.id));
	return ids.size === 1 ? near.at(-1) : undefined;
}

function onlyOne(people: readonly Actor[], mentions: readonly Mention[]): Actor | undefined {
	const ids = new Set(people.map((actor) => mentions[actor.mention]?.referent?.id));
	return ids.size === 1 ? people.find(({ possessive }) => !possessive) : undefined;
}

function opensSentenceBefore(people: readonly Actor[], scene: Scene, place: Place): Actor | undefined {
	const before = scene.sentences[sentenceAt(scene, place.sentence) - 1];
	const subject = before && people.find(({ from, possessive }) => from >= before.from && !possessive);
	return subject && subject.from <= before.from + NEAR_BEGIN ? subject : undefined;
}

/** A subject stands within so many tokens of its sentence's begin. */
const NEAR_BEGIN = 6;
