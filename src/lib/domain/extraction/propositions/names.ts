import { type Named, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import { ACTING_NOUNS, DETERMINERS, PREPOSITIONS, SUBORDINATORS } from './words.ts';

export const TITLES = new Set([
	'mr',
	'mrs',
	'ms',
	'dr',
	'foreign',
	'defence',
	'defense',
	'prime',
	'vice',
	'deputy',
	'then',
	'former'
]);
/** How far to the left a subject is looked for, in tokens. */
export const REACH = 60;
/** What may stand between a preposition and the name that it governs. */
const BEFORE_NAME = new Set([
	'then',
	'former',
	'new',
	'own',
	'fellow',
	'president',
	'current',
	'his',
	'her',
	"'s",
	'mr',
	'ms'
]);

const CONJUNCTIONS = new Set(['while', 'whereas', 'although', 'though', 'but', 'because']);

/** Where the clause that holds a token begins: after ";", ":", "while", "but" and the like; an aside is passed over. */
export function clauseStart(tokens: readonly Token[], at: number): number {
	let comma = false;
	for (let i = at - 1; i >= Math.max(0, at - 2 * REACH); i--) {
		const w = tokens[i]?.w ?? '';
		if (w === ';' || w === ':' || w === '—' || w === '--') return i + 1;
		if (w === ',') comma = true;
		if (!CONJUNCTIONS.has(w)) continue;
		const aside = comma && tokens[i - 1]?.w === ',';
		if (!aside) return i + 1;
	}
	return 0;
}

/** The first token of a name with its titles: "the Kenyan president William Ruto". */
function withTitles(parsed: Parsed, from: number): number {
	let at = from;
	while (at > 0 && from - at < 6) {
		const token = parsed.tokens[at - 1];
		const fits =
			token?.word && (token.capital || TITLES.has(token.w) || ACTING_NOUNS.has(token.w) || DETERMINERS.has(token.w));
		if (!fits || parsed.endingAt.has(at - 1) || PREPOSITIONS.has(token.w)) {
			const adjective = parsed.endingAt.get(at - 1);
			if (!adjective || adjective.mention.via !== 'adjective') break;
		}
		at--;
	}
	return at;
}

/** First token of the row of names that ends in this one: "Japan, Korea and the United States". */
export function rowStart(parsed: Parsed, named: Named): number {
	let from = named.from;
	for (let guard = 0; guard < 8; guard++) {
		const before = withTitles(parsed, from) - 1;
		const w = parsed.tokens[before]?.w;
		if (w !== 'and' && w !== ',' && w !== 'nor' && w !== 'or') return from;
		const serial = w === 'and' && parsed.tokens[before - 1]?.w === ',';
		const comma = serial ? before - 1 : before;
		const other = parsed.endingAt.get(comma - 1);
		// "Washington, he argued": a pronoun opens a clause. "… of Russia, and Indian officials denied": two are no series.
		if (w === ',' && named.mention.via === 'pronoun') return from;
		if (serial && other && !opensSeries(parsed, other)) return from;
		// "Yoon, Japan's guest": a comma alone joins only what goes on to an "and".
		// "Xi, Biden agree"; of "Washington, Lin argued, cannot …" the verb stands between commas.
		const aside = parsed.tokens[named.to + 1]?.w === ',';
		const headline = other?.from === 0 && !aside && ![',', "'s", "'"].includes(parsed.tokens[named.to]?.w ?? '');
		if (!other || (w === ',' && from === named.from && !headline)) return from;
		from = other.from;
	}
	return from;
}

/** Whether a name is a further one of a series, or the first of the sentence: "Japan, Kenya, and …". */
function opensSeries(parsed: Parsed, other: Named): boolean {
	const before = withTitles(parsed, other.from) - 1;
	return before < 0 || parsed.tokens[before]?.w === ',' || parsed.tokens[before]?.w === 'and';
}

const COUNTED = new Set('none neither both all each'.split(' '));

/** Whether the noun phrase that begins at `from` depends on a preposition ("in talks with Xi"). */
export function governed(tokens: readonly Token[], from: number): number | null {
	for (let i = from - 1; i >= Math.max(0, from - 7); i--) {
		const token = tokens[i];
		if (!token?.word || token.w === 'that') return null;
		// "None of the three agreed": what "of" counts is the subject.
		if (token.w === 'of' && COUNTED.has(tokens[i - 1]?.w ?? '')) return governed(tokens, i - 1);
		// "Officials in Washington reject": whoever governs there.
		if (SEATED.has(token.w) && isRulers(tokens, i - 1)) return governed(tokens, i - 1);
		if (PREPOSITIONS.has(token.w) && !(i === 0 && token.w === 'like')) return i;
		const may = token.capital || DETERMINERS.has(token.w) || BEFORE_NAME.has(token.w);
		if (!may || SUBORDINATORS.has(token.w)) return null;
	}
	return null;
}

/** Not "of Dutch and Chinese officials in Brussels": nobody else's. */
const isRulers = (tokens: readonly Token[], at: number): boolean => {
	const before = tokens[at - 1];
	return RULERS.has(tokens[at]?.w ?? '') && (!before?.word || DETERMINERS.has(before.w) || before.w === 'senior');
};
const SEATED = new Set(['in', 'from']);
/** Whoever acts for a state where it is governed from; diplomats there are others'. */
const RULERS = new Set([
	...['officials', 'authorities', 'policymakers', 'ministry', 'ministries', 'leadership', 'government', 'governments'],
	...['lawmakers', 'regulators', 'leaders']
]);

/** The country that a mention speaks for, as far as it is known. */
export function partyOf(named: Named): string | null {
	const { referent } = named.mention;
	if (!referent) return null;
	if (referent.is === 'person' || referent.is === 'organisation') return referent.party ?? null;
	if (referent.is === 'place') return referent.country ?? referent.id;
	return referent.id;
}
