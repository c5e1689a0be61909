import { clauseStart } from '../propositions/names.ts';
import { wordAt, type Named, type Parsed } from '../propositions/sentence.ts';
import { ACTING_NOUNS, AUXILIARIES, BE, DETERMINERS } from '../propositions/words.ts';
import { isPresent } from './finite.ts';
import type { Run } from './types.ts';
import { POSITION_NOUNS, VIEW_NOUNS } from './words.ts';

/** So far behind its first word an aside names whose view it is, and so far behind that it ends. */
const REACH = 9;
/** So many asides of one sentence are looked at. */
const MOST = 12;
const JOINS = new Set('while because although though and but as if unless until so'.split(' '));
const OPENS = new Set(['in', 'for', 'to', 'as', 'according', 'runs', 'goes', 'ran', 'went', 'so']);
const RUNS = new Set(['runs', 'goes', 'ran', 'went']);
const SEES = new Set(
	'sees see saw puts put tells tell told has had reads read views understands understood'.split(' ')
);

/** An aside that says whose view the words around it are. */
interface Aside {
	named: Named;
	/** The comma that opens it, and what ends it. */
	open: number;
	close: number;
}

/**
 * Whose view a sentence tells by an aside in it or at its end: "S, in Oslo's reading of the text", "S, as Oslo sees it",
 * "The permits, according to the minister, ought to …", "Peace is, for Oslo, a condition of trade".
 */
export function insertedView(parsed: Parsed): { named: Named; run: Run } | null {
	const { tokens } = parsed;
	let tried = 0;
	for (let at = 1; at < tokens.length && tried < MOST; at++) {
		const inside = within(parsed, at);
		if (inside) return inside;
		if (tokens[at]?.w !== ',' || !mayOpen(parsed, at + 1) || tokens[at]?.quoted) continue;
		tried++;
		const aside = asideAt(parsed, at);
		if (!aside) continue;
		const from = clauseStart(tokens, at);
		if (aside.close >= tokens.length - 1 || tokens[aside.close]?.w !== ',') {
			if (at - from > 3 && wordAt(tokens, at + 1) !== 'for' && wordAt(tokens, at + 1) !== 'to')
				return { named: aside.named, run: { from, to: at } };
		} else if (goesOn(parsed, aside)) return { named: aside.named, run: { from, to: tokens.length } };
		// "S, in Oslo's words, while …"
		else if (at - from > 3 && JOINS.has(wordAt(tokens, aside.close + 1)) && wordAt(tokens, at + 1) === 'in')
			return { named: aside.named, run: { from, to: at } };
	}
	return null;
}

/** "in", "as", or whose argument it is: "Xi's argument runs". */
const mayOpen = ({ tokens, startingAt }: Parsed, at: number): boolean =>
	OPENS.has(wordAt(tokens, at)) || startingAt.has(at) || wordAt(tokens, at) === 'the';

/** "a pact which in Oslo's view breaches the treaty": what a relative clause tells in somebody's eyes. */
function within({ tokens, startingAt }: Parsed, at: number): { named: Named; run: Run } | null {
	const relative = ['which', 'that'].includes(wordAt(tokens, at)) && wordAt(tokens, at + 1) === 'in';
	const named = relative ? startingAt.get(at + 2) : undefined;
	if (!named || wordAt(tokens, named.to) !== "'s" || !VIEW_NOUNS.has(wordAt(tokens, named.to + 1))) return null;
	return { named, run: { from: named.to + 2, to: tokens.length } };
}

function asideAt(parsed: Parsed, open: number): Aside | null {
	const { tokens } = parsed;
	const named = parsed.named.find((one) => one.from > open && one.from <= open + REACH);
	if (!named) return null;
	let close = named.to;
	while (close < named.to + REACH && tokens[close]?.word) close++;
	const words = tokens.slice(open + 1, close);
	if (words.some(({ word, w }) => !word && w !== "'")) return null;
	const outside = words.filter((_, index) => index + open + 1 < named.from || index + open + 1 >= named.to);
	return speaks(
		outside.map(({ w }) => w),
		wordAt(tokens, open + 1)
	)
		? { named, open, close }
		: null;
}

/** Whether the words around a name say that it looks at something. */
function speaks(words: readonly string[], first: string): boolean {
	if (first === 'according') return words[1] === 'to';
	// "runs his argument", "so the Chinese argument goes".
	if (words.some((w) => RUNS.has(w))) return words.length < 7 && words.some((w) => POSITION_NOUNS.has(w));
	if (!OPENS.has(first)) return false;
	if (first === 'as' && (SAYS.has(words.at(-1) ?? '') || (words.at(-1) === 'out' && words.at(-2) === 'pointed')))
		return true;
	if (first === 'as')
		return words.some((w) => SEES.has(w)) && ['it', 'this', 'that', 'them', 'things'].includes(words.at(-1) ?? '');
	if (first === 'in') return words.some((w) => VIEW_NOUNS.has(w));
	return words.every((w) => w === first || w === "'s" || LIGHT.has(w) || ACTING_NOUNS.has(w) || DETERMINERS.has(w));
}

/** "as the ministry has said", "as Oslo rightly noted". */
const SAYS = new Set(
	'said says noted notes argued argues stressed insisted insists warned warns observed remarked explained recalled holds maintains'.split(
		' '
	)
);
const LIGHT = new Set('critics critic many most some in its his their of at least eyes view words'.split(' '));

/** What stands around two commas is one clause: "is, for Oslo, a condition", "The permits, according to X, are". */
function goesOn(parsed: Parsed, { open, close }: Aside): boolean {
	const { tokens } = parsed;
	const before = wordAt(tokens, open - 1);
	if (
		BE.has(before) ||
		['remains', 'remain', 'remained', 'means', 'meant', 'become', 'became', 'becomes'].includes(before)
	)
		return true;
	const first = wordAt(tokens, open + 1);
	if (first === 'for' || first === 'to') return false;
	return AUXILIARIES.has(wordAt(tokens, close + 1)) || isPresent(parsed, close + 1);
}
