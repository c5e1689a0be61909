import { wordAt, type Parsed } from './sentence.ts';
import { BE, isAdverb, NEGATORS } from './words.ts';

/** Whether a reported clause says what somebody thinks or wants; "will take effect" tells an event. */
export function isOpinion(parsed: Parsed, content: { from: number; to: number }): boolean {
	const { opinion, events } = parsed.lexicon;
	for (let at = content.from; at < content.to; at++) {
		const word = wordAt(parsed.tokens, at);
		if (!opinion.has(word)) continue;
		const plain = word === 'will' || word === 'would' || word === 'could';
		let verb = at + 1;
		let denied = false;
		for (; isAdverb(wordAt(parsed.tokens, verb)); verb++) denied ||= NEGATORS.has(wordAt(parsed.tokens, verb));
		if (!plain || denied || !events.has(wordAt(parsed.tokens, verb))) return true;
	}
	return false;
}

const STATES = new Set(
	'is are remains remain remained belongs belonged means meant shows cannot stands stood lies rests rested amounts amounted matters mattered'.split(
		' '
	)
);

/** "X is Y", "X has become Y": a judgement in the present tense, and no report of what happened. */
export function isStatement(parsed: Parsed, content: { from: number; to: number }): boolean {
	for (let at = content.from; at < content.to; at++) {
		const word = wordAt(parsed.tokens, at);
		if (STATES.has(word)) return true;
		const denied = NEGATORS.has(wordAt(parsed.tokens, at - 1));
		// "had not changed", "were not for sale", told of yesterday.
		if (
			(denied && word === 'changed') ||
			(['was', 'were'].includes(word) && ['not', 'never'].includes(wordAt(parsed.tokens, at + 1)))
		)
			return true;
		// "there had been no change", "there is no plan".
		if (word === 'no' && (BE.has(wordAt(parsed.tokens, at - 1)) || wordAt(parsed.tokens, at - 2) === 'there'))
			return true;
		if (word === 'has' && ['become', 'always', 'never', 'no'].includes(wordAt(parsed.tokens, at + 1))) return true;
	}
	return false;
}
