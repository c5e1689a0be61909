import { shorten, spanOf } from './clause.ts';
import { denies } from './said.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';

/** What a speaker wants told without a verb of speech: "The other side should …", "is asked to", "no room for". */
const WANTED = new Set(['should', 'must', 'ought']);
const ASKED = new Set(['asked', 'urged', 'expected', 'required', 'called']);
/** Reporters and others who think aloud: their sentences are not the speaker's. */
const OTHERS = new Set(
	'analysts observers experts critics officials diplomats reporters investors economists i you we my'.split(' ')
);

/**
 * A demand that follows somebody's words in the same paragraph and names no other speaker is his as well, as readouts
 * tell it: "He stressed X. The other side should stop Y."
 * @param before the position of whoever was last heard, in the sentence before
 */
export function goesOn(parsed: Parsed, before: Draft): Draft[] {
	const { tokens } = parsed;
	const { holder } = before;
	const told = parsed.hits.some(({ entry }) => entry.class === 'report') || tokens.some(({ w }) => OTHERS.has(w));
	const quoted =
		tokens[0]?.w === '"' || tokens.at(-1)?.w === '"' || tokens.some(({ w }) => w === '?' || w === 'according');
	if (!holder || holder.id === 'both' || told || quoted || !wants(parsed)) return [];
	const content = spanOf(tokens, 0, shorten(tokens, 0, tokens.length));
	if (!content) return [];
	return [
		{
			...before,
			...content,
			sentence: parsed.index,
			stance: 'say',
			trigger: { start: content.start, end: content.start },
			triggerId: 'goes-on',
			content,
			polarity: denies(parsed, 0) ? 'negated' : 'affirmed',
			rule: 'position-said-on',
			confidence: 0.4,
			why: `goes on from the words of ${holder.name} in the sentence before`
		}
	];
}

function wants({ tokens }: Parsed): boolean {
	return tokens.some((_, at) => {
		const word = wordAt(tokens, at);
		const asked = ['is', 'are', 'was', 'were'].includes(word) && ASKED.has(wordAt(tokens, at + 1));
		const room = word === 'no' && ['room', 'justification', 'excuse', 'pretext'].includes(wordAt(tokens, at + 1));
		// "Should the other side comply, …" opens a condition.
		return (WANTED.has(word) && at > 0) || asked || room;
	});
}
