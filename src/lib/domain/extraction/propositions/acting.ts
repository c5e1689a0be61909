import { looksFinite } from './coordinated.ts';
import { wordAt, type Hit, type Named, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import { ACTING_NOUNS, AUXILIARIES, isAdverb, NEGATORS, PREPOSITIONS } from './words.ts';

/** Whether a mention can act: an adjective ("Chinese") only with a noun that acts for it ("officials"). */
export function actingEnd(parsed: Parsed, named: Named, { from: limit, entry }: Hit): number | null {
	const { tokens } = parsed;
	const possessive = wordAt(tokens, named.to) === "'s" || tokens[named.to]?.w === "'";
	if (!possessive && isAbbreviation(parsed, named, limit)) return named.to;
	if (!possessive && named.mention.via !== 'adjective') {
		if (named.mention.referent?.is === 'person' || !ACTING_NOUNS.has(wordAt(tokens, named.to))) return named.to;
	}
	for (let i = named.to + (possessive ? 1 : 0); i < Math.min(limit, named.to + 6); i++) {
		const word = wordAt(tokens, i);
		if (word === '' || PREPOSITIONS.has(word) || AUXILIARIES.has(word)) break;
		const firms = named.mention.via === 'adjective' && PROMISES.has(entry.class) && FIRMS.has(word);
		if (!ACTING_NOUNS.has(word) && !firms) continue;
		while (i + 1 < limit && ACTING_NOUNS.has(wordAt(tokens, i + 1))) i++;
		return i + 1;
	}
	return possessive || named.mention.via === 'adjective' ? null : named.to;
}

/** Who buys and invests for a country, where it promises that they will. */
const FIRMS = new Set(
	'firms companies buyers importers airlines investors refiners mills traders carmakers banks purchasers shipyards'.split(
		' '
	)
);
const PROMISES = new Set(['commit', 'future']);

const ABBREVIATIONS = new Set('uk u.k. eu e.u. us u.s. uae u.a.e. prc dprk rok un u.n. drc gcc'.split(' '));

/** "The EU made", "UK to join", "Delhi made": what is also an adjective is the name right before its verb. */
function isAbbreviation({ tokens }: Parsed, named: Named, limit: number): boolean {
	const past = looksFinite(wordAt(tokens, named.to)) && named.mention.via === 'adjective';
	if (
		!past &&
		!isPeople(tokens, named) &&
		!isOwnName(tokens, named) &&
		(named.to - named.from > 2 || !ABBREVIATIONS.has(wordAt(tokens, named.to - 1)))
	)
		return false;
	for (let at = named.to; at < limit; at++) {
		const word = wordAt(tokens, at);
		if (!AUXILIARIES.has(word) && !isAdverb(word) && !NEGATORS.has(word) && word !== 'to') return false;
	}
	return true;
}

/** "China demands that": the country's own name, and no adjective. */
function isOwnName(tokens: readonly Token[], { from, to, mention }: Named): boolean {
	return (
		to - from === 1 && mention.referent?.is === 'party' && mention.referent.name.toLowerCase() === wordAt(tokens, from)
	);
}

/** "The Dutch deny": a people by its adjective. */
function isPeople(tokens: readonly Token[], { from, to, mention }: Named): boolean {
	return (
		mention.via === 'adjective' &&
		wordAt(tokens, from - 1) === 'the' &&
		/(?:ch|sh|ese|ss)$/.test(wordAt(tokens, to - 1))
	);
}
