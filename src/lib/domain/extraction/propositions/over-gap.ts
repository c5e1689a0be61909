import { startsTime, type Complement } from './after-trigger.ts';
import { wordAt, type Hit, type Named, type Parsed } from './sentence.ts';
import { wordSet } from '../../text.ts';
import { DETERMINERS, isAdverb, isNumeral, NEGATORS, TIME_WORDS } from './words.ts';

/** How many tokens may stand between a trigger and its "to" or "that": "agreed with Seoul on Friday to". */
const GAP = 14;
const ADVERBIAL = new Set([
	...[
		'on',
		'in',
		'at',
		'with',
		'during',
		'after',
		'before',
		'for',
		'by',
		'as',
		'from',
		'under',
		'last',
		'this',
		'late'
	],
	...[
		'early',
		'yesterday',
		'today',
		'tomorrow',
		'reporters',
		'journalists',
		'lawmakers',
		'parliament',
		'media',
		'ahead',
		'between',
		'among'
	]
]);

/** "agreed with Seoul during their talks to …", "told reporters on Friday that …". */
export function overGap(parsed: Parsed, hit: Hit): Complement | null {
	const { tokens } = parsed;
	const wanted = hit.entry.takes.filter((take) => take !== 'np' && take !== 'clause' && take !== 'ing');
	if (wanted.length === 0) return null;
	const first = tokens[hit.to];
	const told = parsed.startingAt.has(hit.to) || (first?.w === 'to' && parsed.startingAt.has(hit.to + 1));
	if (
		!first ||
		!(
			first.w === ',' ||
			first.w === '(' ||
			ADVERBIAL.has(first.w) ||
			isAdverb(first.w) ||
			told ||
			hit.entry.id === 'tell-that' ||
			startsTime(tokens, hit.to)
		)
	)
		return null;
	let commas = 0;
	let named: Named | null = null;
	for (let at = hit.to; at < Math.min(tokens.length, hit.to + GAP); at++) {
		const token = tokens[at];
		if (!token || token.w === ';' || token.w === '"' || token.w === ':') return null;
		if (token.w === ',') commas++;
		if (NEGATORS.has(token.w)) return null;
		const own = parsed.startingAt.get(at);
		if (own && (wordAt(tokens, hit.to) === 'with' || told)) named ??= own;
		const said = commas === 1 && parsed.hits.some(({ from, entry }) => from === at && entry.class === 'report');
		if (at > hit.to && !said && parsed.hits.some((other) => other.from === at && !other.entry.noun)) return null;
		if (commas === 1) continue;
		if (wanted.includes('that') && token.w === 'that') return { from: at + 1, kind: 'that', with: named };
		const thing = hit.entry.takes.includes('over') && hit.entry.class === 'stance' && at > hit.to;
		if (wanted.includes('to') && token.w === 'to' && (thing || isVerbLike(parsed, at + 1)))
			return { from: at + 1, kind: 'to', with: named };
		if (at > hit.to && token.w !== 'to' && wanted.includes(token.w) && !startsTime(tokens, at + 1))
			return { from: at + 1, kind: token.w, with: named };
	}
	return null;
}

/** Nouns of manner and occasion: "condemned in the strongest terms the …", "rejected in a speech the …". */
const MANNERS = wordSet(
	'terms words tone language fashion manner voice statement speech interview letter call note breath remarks address reply'
);
/** So many words may stand between a verb and its object. */
const INSERTED = 7;

/** "rejected in June the notion", "condemned on Tuesday in harsh terms the sale": the object behind a time or a manner. */
export function overTime({ tokens, startingAt }: Parsed, { entry, to, passive }: Hit): Complement | null {
	const views = ['stance', 'request', 'welcome'].includes(entry.class) && !entry.noun && !passive;
	const opens = ['in', 'on', 'at', 'during', 'last', 'this', 'yesterday', 'late', 'early'].includes(wordAt(tokens, to));
	if (!views || !opens || !entry.takes.includes('np')) return null;
	for (let at = to + 1; at < to + INSERTED && tokens[at]?.word; at++) {
		const before = wordAt(tokens, at - 1);
		const ends = TIME_WORDS.has(before) || isNumeral(before) || MANNERS.has(before);
		const object = DETERMINERS.has(wordAt(tokens, at)) || wordAt(tokens, at) === 'what' || startingAt.has(at);
		if (ends && object) return { from: at, kind: 'np', with: null };
	}
	return null;
}

/** A base form: no name, article or number, and not after "to" as a direction ("on a visit to Bali"). */
function isVerbLike(parsed: Parsed, at: number): boolean {
	const token = parsed.tokens[at];
	const before = wordAt(parsed.tokens, at - 2);
	if (before.endsWith('ed') || ['held', 'meant', 'set', 'made', 'going'].includes(before)) return false;
	if (!token?.word || token.capital || parsed.startingAt.has(at)) return false;
	return !['the', 'a', 'an', 'his', 'her', 'its', 'their', 'this'].includes(token.w);
}
