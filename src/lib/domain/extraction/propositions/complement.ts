import { wordAt, type Hit, type Named, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import {
	ADVERBS,
	AUXILIARIES,
	isAdverb,
	NEGATORS,
	PREPOSITIONS,
	PRONOUNS,
	SUBORDINATORS,
	TIME_WORDS,
	WEEKDAYS
} from './words.ts';

export interface Complement {
	/** First token of the content. */
	from: number;
	/** How it is joined: to, that, clause, np, ing, quote, colon, passive, none, or a preposition. */
	kind: string;
	/** A mention between trigger and content: with whom it was agreed, who was told. */
	with: Named | null;
	/** It stands in somebody's quoted words. */
	quoted?: boolean;
}

const CURRENCIES = new Set(['$', '€', '£', '¥', '₹']);
const ARTICLES = new Set([
	'the',
	'a',
	'an',
	'this',
	'these',
	'any',
	'no',
	'all',
	'both',
	'its',
	'his',
	'her',
	'their',
	'there'
]);
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

/** The complement of a trigger as its entry allows it, or null where what follows is something else. */
export function complementOf(parsed: Parsed, hit: Hit): Complement | null {
	const { takes } = hit.entry;
	if (hit.passive && hit.entry.class === 'action' && parsed.tokens[hit.to]?.w === ':') return null;
	// "which Beijing regards as its own": the thing stands before "which".
	if (hit.entry.needs === 'as' && wordAt(parsed.tokens, hit.to) === 'as')
		return { from: hit.to, kind: 'np', with: null };
	if (takes.includes('none')) return { from: pastAdverbs(parsed.tokens, hit.to), kind: 'none', with: null };
	return (
		direct(parsed.tokens, pastObject(parsed, hit), takes) ??
		whatTheyCall(parsed, hit) ??
		money(parsed.tokens, hit) ??
		overGap(parsed, hit) ??
		clauseDirect(parsed, hit) ??
		afterColon(parsed, hit)
	);
}

/** "What they agreed to, officials said, was this: to reopen …". */
function afterColon({ tokens }: Parsed, hit: Hit): Complement | null {
	if (hit.entry.class !== 'agree' || hit.entry.noun) return null;
	const colon = tokens.findIndex((token, at) => at > hit.to && token.w === ':');
	const verb = colon > 0 && wordAt(tokens, colon + 1) === 'to' && wordAt(tokens, colon + 2) !== '';
	return verb ? { from: colon + 2, kind: 'to', with: null } : null;
}

/** Where the verb stands after "will": denials and adverbs between belong to the trigger's group. */
function pastAdverbs(tokens: readonly Token[], from: number): number {
	let at = from;
	for (;;) {
		const aside = tokens[at]?.w === ',' && isAdverb(wordAt(tokens, at + 1)) && tokens[at + 2]?.w === ',';
		if (aside) at += 3;
		else if (isAdverb(wordAt(tokens, at)) || NEGATORS.has(wordAt(tokens, at))) at++;
		else return at;
	}
}

/** "promised him not to", "assured reporters that": whom it was said to. */
function pastObject({ tokens }: Parsed, hit: Hit): number {
	const object = ['him', 'her', 'them', 'us', 'me', 'reporters', 'journalists'].includes(wordAt(tokens, hit.to));
	const next = wordAt(tokens, hit.to + 1);
	return object && hit.entry.class === 'commit' && ['to', 'not', 'never', 'that'].includes(next) ? hit.to + 1 : hit.to;
}

/** "rejects what it calls interference". */
function whatTheyCall({ tokens }: Parsed, hit: Hit): Complement | null {
	const fits = hit.entry.class === 'stance' && hit.entry.stance !== 'assert' && hit.entry.takes.includes('np');
	return fits && wordAt(tokens, hit.to) === 'what' ? { from: hit.to, kind: 'np', with: null } : null;
}

/** "committed $75 million": a sum is promised. */
function money(tokens: readonly Token[], hit: Hit): Complement | null {
	if (hit.entry.class !== 'commit' || hit.entry.noun) return null;
	const sum =
		CURRENCIES.has(tokens[hit.to]?.w ?? '') || /^(?:million|billion|trillion)$/.test(wordAt(tokens, hit.to + 1));
	return sum ? { from: hit.to, kind: 'np', with: null } : null;
}

function direct(tokens: readonly Token[], start: number, takes: readonly string[]): Complement | null {
	let at = start;
	while (
		isAdverb(wordAt(tokens, at)) &&
		!['all', 'both', 'so', 'no', 'not', 'never', 'each'].includes(wordAt(tokens, at))
	)
		at++;
	const word = wordAt(tokens, at);
	const made = (from: number, kind: string): Complement => ({ from, kind, with: null });
	if (tokens[at]?.w === ':')
		return takes.some((take) => take === 'np' || take === 'that' || take === 'to') ? made(at + 1, 'colon') : null;
	const next = wordAt(tokens, at + 1);
	if ((word === 'to' || word === 'on') && tokens[at + 1]?.w === ':') return made(at + 2, 'colon');
	if (word === 'neither' && takes.includes(next) && PREPOSITIONS.has(next)) return made(at + 2, next);
	// "What they want is an end to": the verb's object stands behind.
	if ((word === 'is' || word === 'was') && takes.includes('np') && tokens.slice(0, at).some(({ w }) => w === 'what'))
		return next === '' ? null : made(at + (next === 'that' ? 2 : 1), next === 'that' ? 'that' : 'np');
	// "agreed not to": the denial is part of what was agreed.
	if ((word === 'not' || word === 'never') && next === 'to' && takes.includes('to')) return made(at, 'to');
	if (word === 'to' && takes.includes('to') && next !== '') return made(at + 1, 'to');
	if (word === 'to' && takes.includes('to') && tokens[at + 1]?.w === '"') return made(at + 2, 'to');
	if ((word === 'that' || word === 'how' || word === 'whether') && takes.includes('that')) return made(at + 1, 'that');
	if (onItsSide(tokens, at)) return null;
	if (takes.includes(word) && PREPOSITIONS.has(word) && tokens[at + 1]?.w !== ',' && !startsTime(tokens, at + 1))
		return made(at + 1, word);
	const quote = tokens[at]?.w === '"' || (tokens[at]?.w === ',' && tokens[at + 1]?.w === '"');
	if (quote && (takes.includes('np') || takes.includes('that')))
		return made(tokens[at]?.w === '"' ? at + 1 : at + 2, 'quote');
	if (takes.includes('ing') && word.endsWith('ing')) return made(at, 'ing');
	return takes.includes('np') && startsNoun(tokens, at) ? made(at, 'np') : null;
}

/** "agreed on its side to", "for its part": whose deed it is, and not what was agreed. */
function onItsSide(tokens: readonly Token[], at: number): boolean {
	return (
		['its', 'his', 'her', 'their'].includes(wordAt(tokens, at + 1)) &&
		['side', 'part', 'own', 'behalf'].includes(wordAt(tokens, at + 2))
	);
}

function startsTime(tokens: readonly Token[], at: number): boolean {
	const word = wordAt(tokens, at);
	return (
		WEEKDAYS.has(word) ||
		(TIME_WORDS.has(word) && /^\p{N}|^$/u.test(wordAt(tokens, at + 1))) ||
		/^(?:19|20)\d\d$/.test(word)
	);
}

function startsNoun(tokens: readonly Token[], at: number): boolean {
	const word = wordAt(tokens, at);
	if (CURRENCIES.has(tokens[at]?.w ?? '')) return true;
	if (word === '' || AUXILIARIES.has(word) || SUBORDINATORS.has(word)) return false;
	return (
		!PREPOSITIONS.has(word) &&
		!['and', 'or', 'but', 'to', 'by', 'how', 'what', 'why', 'whether', 'about', "'s"].includes(word) &&
		!(ADVERBS.has(word) && word !== 'all' && word !== 'both')
	);
}

/** "agreed with Seoul during their talks to …", "told reporters on Friday that …". */
function overGap(parsed: Parsed, hit: Hit): Complement | null {
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
		if (at > hit.to && parsed.hits.some((other) => other.from === at && !other.entry.noun)) return null;
		if (commas === 1) continue;
		if (wanted.includes('that') && token.w === 'that') return { from: at + 1, kind: 'that', with: named };
		if (wanted.includes('to') && token.w === 'to' && isVerbLike(parsed, at + 1))
			return { from: at + 1, kind: 'to', with: named };
		if (at > hit.to && token.w !== 'to' && wanted.includes(token.w) && !startsTime(tokens, at + 1))
			return { from: at + 1, kind: token.w, with: named };
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

/** "said China would …": a clause without "that" begins with a name, a pronoun or an article and has an auxiliary. */
function clauseDirect(parsed: Parsed, hit: Hit): Complement | null {
	const { takes } = hit.entry;
	if (!takes.includes('clause')) return null;
	const { tokens } = parsed;
	// "told Seoul it would": the clause begins behind who was told.
	const told = hit.entry.id === 'tell-that' ? parsed.startingAt.get(hit.to) : undefined;
	const at = told ? told.to : hit.to;
	const word = wordAt(tokens, at);
	if (
		['', 'what', 'why', 'who', 'how'].includes(word) ||
		PREPOSITIONS.has(word) ||
		AUXILIARIES.has(word) ||
		word === 'and' ||
		word === 'to' ||
		SUBORDINATORS.has(word)
	)
		return null;
	// After "said" any clause goes; "maintain a firm stance" is none.
	const strict = hit.entry.class !== 'report' || hit.entry.stance === 'announce';
	const opens = parsed.startingAt.has(at) || PRONOUNS.has(word) || ARTICLES.has(word);
	if (opens && !strict) return { from: at, kind: 'clause', with: null };
	for (let i = at; i < Math.min(tokens.length, at + 14); i++) {
		if (!tokens[i]?.word && tokens[i]?.w !== '"') return null;
		const other = ['that', 'which', 'who'].includes(wordAt(tokens, i)) || (strict && wordAt(tokens, i) === 'to');
		if (!opens && other) return null;
		const verb =
			AUXILIARIES.has(wordAt(tokens, i)) || (opens && parsed.hits.some((one) => one.from === i && isFinite(one)));
		if (verb) return { from: at, kind: 'clause', with: null };
	}
	return null;
}

function isFinite(hit: Hit): boolean {
	return !hit.entry.noun && !hit.passive && (hit.forms.includes('past') || hit.forms.includes('s'));
}
