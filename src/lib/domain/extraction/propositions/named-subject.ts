import { governed, rowStart } from './names.ts';
import { wordAt, type Hit, type Named, type Parsed } from './sentence.ts';
import { namedBefore, subjectAt, type Subject } from './subject.ts';
import { AUXILIARIES, PREPOSITIONS } from './words.ts';

/** The mention after "by" or after an inverted verb of speech: "agreed by both sides", "said Biden". */
export function subjectAfter(parsed: Parsed, hit: Hit, how: 'by' | 'after'): Subject | null {
	const limit = Math.min(parsed.tokens.length, hit.to + (how === 'by' ? 25 : 1));
	for (let at = hit.to; at < limit; at++) {
		const word = wordAt(parsed.tokens, at);
		if (how === 'by' && word !== 'by') continue;
		const from = how === 'by' ? at + 1 : at;
		const named = parsed.startingAt.get(from) ?? behindTitles(parsed, from);
		if (!named) continue;
		const last = parsed.named.find(
			(one) => one !== named && rowStart(parsed, one) <= named.from && one.from > named.from
		);
		return subjectAt(parsed, last ?? named, hit.from, how, 0.9);
	}
	return null;
}

/** Who is named at a token or behind an article and titles. */
export function namedAt(parsed: Parsed, at: number): Subject | null {
	const named = parsed.startingAt.get(at) ?? behindTitles(parsed, at);
	return named ? subjectAt(parsed, named, at, 'after', 0.9) : null;
}

/** "said the Kenyan president William Ruto": the name after an article and titles. */
function behindTitles(parsed: Parsed, from: number): Named | undefined {
	for (let at = from; at < from + 5; at++) {
		const named = parsed.startingAt.get(at);
		if (named && named.mention.via !== 'adjective') return named;
		const token = parsed.tokens[at];
		if (!token?.word || token.w === 'that' || PREPOSITIONS.has(token.w) || AUXILIARIES.has(token.w)) return undefined;
	}
	return undefined;
}

/** "Kenya's opposition to", "the U.S. commitment to": whose the noun is. */
export function possessor(parsed: Parsed, hit: Hit): Subject | null {
	let at = hit.from - 1;
	for (let guard = 0; at >= 0 && guard < 4; guard++, at--) {
		const named = parsed.endingAt.get(at) ?? namedBefore(parsed, at);
		if (named) {
			const owns = wordAt(parsed.tokens, named.to) === "'s" || parsed.tokens[named.to]?.w === "'";
			const adjacent = named.to === hit.from || named.mention.via === 'adjective';
			const object =
				!owns && named.mention.via !== 'adjective' && governed(parsed.tokens, rowStart(parsed, named)) !== null;
			return (owns || adjacent) && !object ? subjectAt(parsed, named, hit.from, 'possessor', 0.8) : null;
		}
		const word = wordAt(parsed.tokens, at);
		if (word === '' || PREPOSITIONS.has(word) || AUXILIARIES.has(word)) return null;
	}
	return null;
}

/** "a pledge by Kenya to", "an agreement between Japan and Kenya to": whom a noun names behind it. */
export function nounsParty(parsed: Parsed, hit: Hit): Subject | null {
	const word = wordAt(parsed.tokens, hit.to);
	if (!['by', 'from', 'between', 'among'].includes(word)) return null;
	const named = parsed.startingAt.get(hit.to + 1) ?? behindTitles(parsed, hit.to + 1);
	if (!named) return null;
	const row = [...parsed.named].reverse().find((one) => one.from >= named.from && rowStart(parsed, one) <= named.from);
	return subjectAt(parsed, row ?? named, hit.from, 'by', 0.9);
}
