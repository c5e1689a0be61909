import { wordAt, type Parsed } from '../propositions/sentence.ts';
import type { Voice } from './types.ts';
import { voiceOfNamed } from './voice.ts';
import { OTHERWISE, POSITION_NOUNS } from './words.ts';

/** A sentence longer than this tells more than that somebody speaks. */
const LONGEST = 16;
const COMES = new Set('came comes followed follows was is arrived ran had has'.split(' '));

/**
 * Whose words a short sentence announces without giving them: "Oslo's answer came within the hour.", "The minister saw
 * things differently.". Null where it gives some, or announces nobody's.
 */
export function heraldOf(parsed: Parsed): Voice | null {
	const { tokens } = parsed;
	if (tokens.length > LONGEST || tokens.some(({ w, quoted }) => quoted || w === ':' || w === 'that' || w === '?'))
		return null;
	const named = parsed.named.find((one) => one.from <= 3);
	if (!named || named.mention.referent?.is === 'joint') return null;
	const last = tokens.findLast(({ word }) => word)?.w ?? '';
	const noun = [named.to, named.to + 1, named.to + 2].find((at) => POSITION_NOUNS.has(wordAt(tokens, at)));
	const owns = wordAt(tokens, named.to) === "'s" || tokens[named.to]?.w === "'" || named.mention.via === 'adjective';
	const comes = noun !== undefined && owns && tokens.slice(noun + 1).some(({ w }) => COMES.has(w));
	if (!comes && !OTHERWISE.has(last)) return null;
	return voiceOfNamed(named, named.mention.confidence * 0.9);
}
