import { contentOf, type ArticleBoard } from './board.ts';
import { isFromTitle } from './guard.ts';
import { beside } from './beside.ts';
import { matterOf, overlap } from './matter.ts';
import { isOfMatter } from './matters.ts';
import type { Told } from './told.ts';
import { wordsOf } from '../../text.ts';

const OUTCOMES = new Set(['agreement', 'commitment']);
/** What shares so much is the same agreement told again. */
const SAME = 0.6;
/** A thing in fewer words that tell of it, and without a name, is a part of something told before. */
const FEWEST_TELLING = 3;
/** More that was agreed in the same sentence. */
const MORE = /^[”"’']?(?:[,;]|,? (?:and|as well as|along with|plus)\b)/u;
/** What a question says of the meeting that it asks about. */
const OCCASION =
	/\b(?:talks|summit|meet\p{L}*|met|visit\p{L}*|trip|calls?|telephone|phone|video-?\s?conference|dialogue|round|session|forum|negotiat\p{L}*|consultations?|deal|accord|agree\p{L}*|pact|truce|settlement|conference|sign\p{L}*)\b/iu;
const PLACED = /\b(?:19|20)\d\d\b|\b(?:in|at) \p{Lu}\p{L}/u;

/**
 * Whether the article tells of one thing alone that was agreed or promised on a matter, or at all: what no question
 * asks counts as well, for the answer would lack it.
 * @param own the wordings that the answer holds
 * @param matter undefined for everything that was agreed
 */
export function isAllAgreed(view: ArticleBoard, own: readonly string[], matter: string | undefined): boolean {
	const held = own.map(matterOf);
	return view.told.every((other) => {
		const { kind, statement } = other.fact;
		if (!OUTCOMES.has(kind) || isFromTitle(other)) return true;
		if (matter !== undefined && !isOfMatter(matter, statement)) return true;
		const words = matterOf(contentOf(other));
		return held.some((one) => overlap(one, words) >= SAME);
	});
}

/** Whether a sentence goes on with more that was agreed, behind what a wording tells. */
export function goesOnAgreeing(told: Told, gist: string): boolean {
	const bare = gist.replace(/^(?:to|that|on) /u, '');
	const at = told.around.indexOf(bare);
	const after = at < 0 ? beside(told).after : told.around.slice(at + bare.length);
	return MORE.test(after) && !/^[,;]? ?(?:the two|both|according|\p{Lu})/u.test(after);
}

/** Whether a thing that was agreed is named so that it can be known: "the outline of a sale" of nothing is not. */
export const isNamedThing = (key: string): boolean =>
	matterOf(key).size >= FEWEST_TELLING || /(?<=.)\p{Lu}|\d/u.test(key) || wordsOf(key).length > FEWEST_TELLING * 2;

/** Whether a question says which meeting it asks about: by what it was, and its day or place. */
export const namesOccasion = (source: string): boolean => OCCASION.test(source) && PLACED.test(source);
