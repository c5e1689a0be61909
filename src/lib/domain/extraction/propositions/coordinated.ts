import { governed, partyOf, rowStart, TITLES } from './names.ts';
import { beforeAdverbs, wordAt, type Hit, type Named, type Parsed } from './sentence.ts';
import { ACTING_NOUNS, AUXILIARIES, DETERMINERS, isAdverb, NEGATORS } from './words.ts';

/** How far a coordinated name or verb is looked for, in tokens. */
const REACH = 30;
const PARTICLES = new Set('von van der den de del della di da du al el bin ben ibn la le ter'.split(' '));
/** Past forms that do not end in "-ed", of verbs that states and ministers are told of. */
const PAST = new Set(
	(
		'made took gave met held went came said told cut put set let won lost kept left led sent spent built bought sold sought ' +
		'began rose fell grew drew broke spoke chose wrote stood understood undertook withdrew struck flew paid laid saw shook'
	).split(' ')
);

/** A finite verb as far as its letters tell: an auxiliary, "-ed", or a strong past. */
export function looksFinite(word: string): boolean {
	return AUXILIARIES.has(word) || PAST.has(word) || (word.length > 4 && word.endsWith('ed'));
}

/** "Washington cut its duties and undertook to …": who stands right before the verb that "and" goes on from. */
export function verbsOwner(parsed: Parsed, hit: Hit): Named | null {
	const { tokens } = parsed;
	const and = beforeAdverbs(tokens, hit.from);
	if (wordAt(tokens, and) !== 'and') return null;
	for (let at = and - 1; at > Math.max(0, and - REACH); at--) {
		const { w = ';' } = tokens[at] ?? {};
		if (w === ';' || w === ':' || w === '"' || w === '(') return null;
		const named = parsed.endingAt.get(at);
		if (!named || named.mention.via === 'adjective') continue;
		let verb = named.to;
		while (isAdverb(wordAt(tokens, verb)) || NEGATORS.has(wordAt(tokens, verb))) verb++;
		if (looksFinite(wordAt(tokens, verb)) && governed(tokens, rowStart(parsed, named)) === null) return named;
	}
	return null;
}

/** Whether what may stand in a row of titles, appositions and names between two of them. */
function fills(parsed: Parsed, at: number): boolean {
	const token = parsed.tokens[at];
	if (!token) return false;
	const { w } = token;
	if ([',', "'", "'s", 'and', 'of', 'for'].includes(w) || token.capital) return true;
	return DETERMINERS.has(w) || TITLES.has(w) || ACTING_NOUNS.has(w) || PARTICLES.has(w) || parsed.endingAt.has(at);
}

/** "A, the X of B, and his counterpart, C, …": the first of the two whom a row with appositions joins, or null. */
export function apposedPartner(parsed: Parsed, named: Named): Named | null {
	if (named.mention.referent?.is !== 'person' || parsed.tokens[named.from - 1]?.w !== ',') return null;
	let joined = false;
	for (let at = named.from - 1; at > Math.max(-1, named.from - REACH); at--) {
		if (!fills(parsed, at)) return null;
		if (wordAt(parsed.tokens, at) === 'and') joined = true;
		const other = joined ? parsed.endingAt.get(at) : undefined;
		if (other?.mention.referent?.is !== 'person') continue;
		const apart = partyOf(other) !== partyOf(named) && other.mention.referent.id !== named.mention.referent.id;
		return apart && governed(parsed.tokens, rowStart(parsed, other)) === null ? other : null;
	}
	return null;
}

/** "Trump and von der Leyen agreed": whether only a name that nobody knows, joined by "and", stands before the verb. */
export function joinsStranger(parsed: Parsed, from: number, to: number): boolean {
	const { tokens } = parsed;
	if (wordAt(tokens, from) !== 'and' || to - from < 2 || to - from > 8) return false;
	let names = 0;
	for (let at = from + 1; at < to; at++) {
		const token = tokens[at];
		if (!token?.word) return false;
		if (token.capital) names++;
		else if (!PARTICLES.has(token.w) && !TITLES.has(token.w) && !DETERMINERS.has(token.w) && !ACTING_NOUNS.has(token.w))
			return false;
	}
	return names > 0;
}
