import { wordAt, type Parsed } from '../propositions/sentence.ts';
import { AUXILIARIES, isNumeral } from '../propositions/words.ts';
import type { Run } from './types.ts';

/** Whether a run has a verb that is told by its ending or its word, outside of clauses with "who" or "which". */
export function hasFinite(parsed: Parsed, { from, to }: Run): boolean {
	const { tokens } = parsed;
	let relative = false;
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (word === '') relative = false;
		if (['who', 'which', 'whose', 'where'].includes(word)) relative = true;
		if (relative || at === from) continue;
		// "neither lit the fire nor fans it": a verb follows.
		if (word === 'neither' && parsed.endingAt.has(at - 1)) return true;
		if (word === 'never' && /[a-z]{2}s$/.test(wordAt(tokens, at + 1))) return true;
		if (AUXILIARIES.has(word) || isPresent(parsed, at)) return true;
		if (LASTING.has(word) && /[a-z]{2}s$/.test(wordAt(tokens, at - 1))) return true;
		if (/(?:[^e]ed|aw|ew|ent|ook|ept|ost)$/.test(word) && parsed.endingAt.has(at - 1)) return true;
	}
	return false;
}

/** "The controls stay": plain forms behind a plural. */
export const LASTING = new Set(['stay', 'stand', 'remain', 'hold', 'continue', 'matter', 'work', 'belong', 'apply']);

/** "binds the", "speaks for": a third person, and no plural. */
export function isPresent({ tokens, named }: Parsed, at: number): boolean {
	const word = wordAt(tokens, at);
	if (!/[^s'u]s$/.test(word) || word.length < 4 || tokens[at]?.capital) return false;
	const before = wordAt(tokens, at - 1);
	if (isNumeral(before) || named.some((one) => one.from <= at && at < one.to)) return false;
	const next = wordAt(tokens, at + 1);
	return isPresentForm(word, next) || (named.some((one) => one.from === at + 1) && !AUXILIARIES.has(next));
}

/** "serves the": the form of a third person with its object. */
export function isPresentForm(word: string, next: string): boolean {
	return word.length > 3 && /[^s'u]s$/.test(word) && AFTER_VERB.has(next) && !AUXILIARIES.has(next);
}

const AFTER_VERB = new Set(
	(
		'the a an to its his all every no for both that itself first more nothing everyone any each such this these those ' +
		'what nobody neither one our your my her them us not counter short'
	).split(' ')
);
