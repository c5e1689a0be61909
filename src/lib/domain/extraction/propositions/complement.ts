import { CURRENCIES, direct, type Complement } from './after-trigger.ts';
import { overGap, overTime } from './over-gap.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import { AUXILIARIES, isAdverb, NEGATORS, PREPOSITIONS, PRONOUNS, SUBORDINATORS } from './words.ts';

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
/** The complement of a trigger as its entry allows it, or null where what follows is something else. */
export function complementOf(parsed: Parsed, hit: Hit): Complement | null {
	const { takes } = hit.entry;
	if (hit.passive && hit.entry.class === 'action' && parsed.tokens[hit.to]?.w === ':') return null;
	// "which Beijing regards as its own": the thing stands before "which".
	if (hit.entry.needs === 'as' && wordAt(parsed.tokens, hit.to) === 'as')
		return { from: hit.to, kind: 'np', with: null };
	// "ruled a referendum out": what stands between a verb and its particle.
	if (takes.includes('within')) return hit.to - hit.from > 2 ? within(hit) : null;
	// "promised, will continue to": two verbs of one subject, as machines translate.
	const comma = hit.entry.class === 'commit' && !hit.entry.noun && parsed.tokens[hit.to]?.w === ',';
	if (comma && wordAt(parsed.tokens, hit.to + 1) === 'will') return { from: hit.to + 2, kind: 'none', with: null };
	// "avoided committing": a denial of the deed, and not a subject that is left alone.
	if (hit.entry.stance === 'deferred' && wordAt(parsed.tokens, hit.to).endsWith('ing')) return null;
	if (takes.includes('none')) return { from: pastAdverbs(parsed.tokens, hit.to), kind: 'none', with: null };
	const near = direct(parsed.tokens, pastObject(parsed, hit), takes);
	// "No promise was given: the matter is …" tells why, and not what.
	const last = near?.from === parsed.tokens.length;
	if (near?.kind === 'colon' && hit.entry.class === 'disagree' && !last)
		return { ...near, from: hit.to, kind: 'passive' };
	return (
		near ??
		whatTheyCall(parsed, hit) ??
		money(parsed.tokens, hit) ??
		overGap(parsed, hit) ??
		overTime(parsed, hit) ??
		clauseDirect(parsed, hit) ??
		afterColon(parsed, hit)
	);
}

const within = ({ from, to }: Hit): Complement => ({ from: from + 1, kind: 'judged', with: null, behind: to - 1 });

/** "What they agreed to, officials said, was this: to reopen …". */
function afterColon({ tokens }: Parsed, hit: Hit): Complement | null {
	if (hit.entry.class !== 'agree' || hit.entry.noun) return null;
	const colon = tokens.findIndex((token, at) => at > hit.to && token.w === ':');
	const verb = colon > 0 && wordAt(tokens, colon + 1) === 'to' && wordAt(tokens, colon + 2) !== '';
	return verb ? { from: colon + 2, kind: 'to', with: null } : null;
}

/** ", however,", ", in exchange,", ", for its part,": how many tokens stand between "will" and its verb; 0 for none. */
function asideLength(tokens: readonly Token[], comma: number): number {
	const first = wordAt(tokens, comma + 1);
	if (!isAdverb(first) && !PREPOSITIONS.has(first)) return 0;
	for (let at = comma + 2; at < comma + 7; at++) {
		if (tokens[at]?.w === ',') return at + 1 - comma;
		if (!tokens[at]?.word || AUXILIARIES.has(wordAt(tokens, at)) || NEGATORS.has(wordAt(tokens, at))) return 0;
	}
	return 0;
}

/** Where the verb stands after "will": denials and adverbs between belong to the trigger's group. */
function pastAdverbs(tokens: readonly Token[], from: number): number {
	let at = from;
	for (;;) {
		const aside = tokens[at]?.w === ',' ? asideLength(tokens, at) : 0;
		const swap =
			wordAt(tokens, at) === 'in' && ['turn', 'return', 'exchange', 'addition'].includes(wordAt(tokens, at + 1));
		if (aside > 0) at += aside;
		// 'will "closely watch" the talks'.
		else if (tokens[at]?.w === '"' && at === from && tokens[at + 1]?.word) at++;
		// "will no longer block".
		else if (swap || (wordAt(tokens, at) === 'no' && wordAt(tokens, at + 1) === 'longer')) at += 2;
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

/** "said China would …": a clause without "that" begins with a name, a pronoun or an article and has an auxiliary. */
function clauseDirect(parsed: Parsed, hit: Hit): Complement | null {
	const { takes } = hit.entry;
	if (!takes.includes('clause')) return null;
	const { tokens } = parsed;
	// "told Seoul it would": the clause begins behind who was told.
	const at = pastTold(parsed, hit);
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

/** "told Seoul it would", "assured Biden China would", "assured him purchases would": behind who was told. */
function pastTold({ tokens, startingAt }: Parsed, hit: Hit): number {
	const told = startingAt.get(hit.to);
	if (hit.entry.id === 'tell-that') return told?.to ?? hit.to;
	if (hit.entry.class !== 'commit') return hit.to;
	if (['him', 'her', 'them', 'us'].includes(wordAt(tokens, hit.to))) return hit.to + 1;
	const next = told?.to ?? hit.to;
	const opens = startingAt.has(next) || PRONOUNS.has(wordAt(tokens, next)) || ARTICLES.has(wordAt(tokens, next));
	return told && opens ? next : hit.to;
}

function isFinite(hit: Hit): boolean {
	return !hit.entry.noun && !hit.passive && (hit.forms.includes('past') || hit.forms.includes('s'));
}
