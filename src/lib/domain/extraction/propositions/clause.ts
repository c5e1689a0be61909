import type { Span } from '#lib/domain/articles/types.ts';
import { inApposition, opensVerdict } from './relative-clause.ts';
import { beforeAdverbs, wordAt, type Hit, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import { AUXILIARIES, DETERMINERS, DO, HAVE, isAdverb, MODALS, NEGATORS, PREPOSITIONS, PRONOUNS } from './words.ts';

/** A content longer than this many words is cut at its last comma or conjunction. */
const LONG = 42;
const CUT_AFTER_COMMA = new Set([
	...[
		'while',
		'whereas',
		'although',
		'though',
		'but',
		'yet',
		'which',
		'who',
		'whose',
		'where',
		'when',
		'after',
		'before'
	],
	...['as', 'because', 'since', 'despite', 'amid', 'following', 'according', 'per', 'so', 'even', 'ahead', 'however']
]);
const CUT_BARE = new Set(['nor', 'while', 'whereas', 'although', 'though', 'because', 'but']);

/** Whether a coordinated word belongs to a new verb of its own and so ends the content. */
function newVerb(parsed: Parsed, at: number, own: Hit): boolean {
	const { tokens } = parsed;
	// "and both hold": a subject, and no adverb.
	const both = wordAt(tokens, at) === 'both';
	if (both && parsed.hits.some((hit) => hit.from === at + 1 && !hit.entry.noun && hit.forms.includes('base')))
		return true;
	let i = at;
	while (isAdverb(wordAt(tokens, i)) || NEGATORS.has(wordAt(tokens, i))) i++;
	const hit = parsed.hits.find((other) => other.from === i && !other.entry.noun);
	if (hit?.entry.hedges) return true;
	if (hit && hit !== own) {
		if (hit.forms.includes('past') || (hit.forms.includes('s') && !hit.forms.includes('base'))) return true;
		if (hit.forms.includes('ing')) return own.forms.includes('ing') || tokens[at - 1]?.w === ',';
		return hit.forms.includes('base') && own.forms.includes('base') && !own.forms.includes('past');
	}
	if (AUXILIARIES.has(wordAt(tokens, i)) && !['being', 'having'].includes(wordAt(tokens, i))) return true;
	return newClause(parsed, i, own);
}

/** A name followed by a finite verb: "and Seoul pledged". */
function newClause(parsed: Parsed, at: number, own: Hit): boolean {
	const named =
		parsed.startingAt.get(at) ?? (wordAt(parsed.tokens, at) === 'the' ? parsed.startingAt.get(at + 1) : undefined);
	const pronoun = PRONOUNS.has(wordAt(parsed.tokens, at));
	if (!named && !pronoun) return officialSpeaks(parsed, at);
	let i = named?.to ?? at + 1;
	while (isAdverb(wordAt(parsed.tokens, i))) i++;
	if (AUXILIARIES.has(wordAt(parsed.tokens, i))) return true;
	const joint = named?.mention.referent?.is === 'joint';
	return parsed.hits.some(
		(other) =>
			other !== own &&
			other.from === i &&
			!other.entry.noun &&
			(other.forms.includes('past') || other.forms.includes('s') || (joint && other.forms.includes('base')))
	);
}

const STANDS =
	/^(?:stands?|remains?|continues?|applies|apply|runs?|expires?|lies?|rests?|stays?|is|are|was|were|will|would)$/;

const NONE = new Set(['no', 'nothing', 'neither', 'none', 'nobody']);

/** "…, and the duty on them stands at": what was agreed or not ends before a clause of its own. */
function newNoun({ tokens }: Parsed, at: number, own: Hit, kind: string): boolean {
	const none = NONE.has(wordAt(tokens, at));
	const open = own.entry.class === 'disagree' || (own.entry.class === 'agree' && !CLAUSES.has(kind));
	if (!none && (!open || !DETERMINERS.has(wordAt(tokens, at)))) return false;
	let end = at + 1;
	while (end < at + 8 && tokens[end]?.word && !STANDS.test(wordAt(tokens, end))) end++;
	return STANDS.test(wordAt(tokens, end));
}

/** "and a senior official said": a clause whose subject has no name. */
function officialSpeaks(parsed: Parsed, at: number): boolean {
	if (!DETERMINERS.has(wordAt(parsed.tokens, at))) return false;
	for (let i = at + 1; i < at + 7; i++) {
		const word = wordAt(parsed.tokens, i);
		if (word === '' || (PREPOSITIONS.has(word) && word !== 'of')) return false;
		if (parsed.hits.some((hit) => hit.from === i && hit.entry.class === 'report' && hit.forms.includes('past')))
			return true;
	}
	return false;
}

/** ", the White House said" and ", said the minister": from the comma on it is attribution. */
export function isAttribution(parsed: Parsed, comma: number): boolean {
	const { tokens } = parsed;
	for (let at = comma + 1; at < Math.min(tokens.length, comma + 14); at++) {
		const token = tokens[at];
		if (!token) return false;
		if (!token.word && token.w !== "'") return false;
		const hit = parsed.hits.find((other) => other.from === at && other.entry.class === 'report');
		if (!hit) continue;
		if (hit.forms.includes('ing')) return false;
		const after = tokens[hit.to];
		const inverted = at === comma + 1;
		if (inverted) return parsed.startingAt.has(hit.to) || wordAt(tokens, hit.to) === 'the' || after === undefined;
		return (
			after === undefined ||
			!after.word ||
			['on', 'in', 'at', 'as', 'after', 'reporters', 'during', 'told', 'following'].includes(after.w) ||
			hit.entry.id === 'tell'
		);
	}
	return false;
}

function endsAtComma(parsed: Parsed, comma: number, from: number, own: Hit, kind: string): boolean {
	const { tokens } = parsed;
	const next = wordAt(tokens, comma + 1);
	if (CUT_AFTER_COMMA.has(next)) return !(next === 'as' && wordAt(tokens, comma + 2) === 'well');
	if (next === 'and' || next === 'or') return newVerb(parsed, comma + 2, own) || newNoun(parsed, comma + 2, own, kind);
	if (next === 'with' && wordAt(tokens, comma + 2) !== 'the') return true;
	let verb = comma + 1;
	while (isAdverb(wordAt(tokens, verb))) verb++;
	const word = wordAt(tokens, verb);
	const participle = word.endsWith('ing') && word.length > 5 && !parsed.startingAt.has(verb);
	if (participle && word !== 'including' && !wordAt(tokens, from).endsWith('ing')) return true;
	if (isAttribution(parsed, comma)) return true;
	const hit = parsed.hits.find((other) => other.from === verb && !other.entry.noun);
	if (hit && (hit.forms.includes('past') || (hit.forms.includes('base') && own.forms.includes('base')))) return true;
	return newClause(parsed, comma + 1, own);
}

/** Index after the last token of the content that begins at `from`. */
export function contentEnd(parsed: Parsed, hit: Hit, from: number, kind = 'np'): number {
	const { tokens } = parsed;
	const inQuote = tokens[from]?.quoted ?? false;
	const apposed = inApposition(parsed, hit);
	let depth = 0;
	for (let at = from; at < tokens.length; at++) {
		const { w, word } = tokens[at] ?? { w: '', word: false };
		if (w === '(') depth++;
		if (w === ')') depth--;
		if (w === ';' || w === '—' || w === '--' || (w === ':' && at > from)) return at;
		if (w === '"' && inQuote && [',', undefined].includes(tokens[at + 1]?.w)) return at;
		if (w === '"' && inQuote && at > from && [',', '.'].includes(tokens[at - 1]?.w ?? '')) return at;
		if (w === '"' && inQuote && speechFollows(parsed, at + 1)) return at;
		if (depth > 0 || at === from) continue;
		if (w === ',' && CLAUSES.has(kind) && isAside(parsed, from, at, hit)) {
			at = closing(tokens, at);
			continue;
		}
		const speaker = w === ',' ? pastSpeaker(parsed, from, at, hit) : null;
		if (speaker !== null) {
			at = speaker;
			continue;
		}
		// "which Beijing regards as its own, held a vote": the relative clause ends here.
		if (w === ',' && hit.entry.needs === 'as' && hit.to === from && wordAt(tokens, from) === 'as') return at;
		if (w === ',' && (apposed || opensVerdict(parsed, at + 1) || endsAtComma(parsed, at, from, hit, kind))) return at;
		if (w === ',' && PLAIN.has(kind) && startsVerb(tokens, at + 1)) return at;
		if (PLAIN.has(kind) && isOutersThat(parsed, at, hit)) return at;
		// "the request for X met with silence".
		if (hit.entry.noun && parsed.hits.some((one) => one.from === at && tellsFate(one))) return at;
		if (hit.entry.noun && AUXILIARIES.has(w) && endsNoun(parsed, hit, from, at, kind)) return at;
		const joined = w === 'nor' && tokens.slice(from, at).some((token) => token.w === 'neither');
		if (word && CUT_BARE.has(w) && !joined && !(w === 'but' && joinsContrast(tokens, from, at))) return at;
		if (w === 'according' && wordAt(tokens, at + 1) === 'to') return at;
		if ((w === 'and' || w === 'then') && !joinsNames(parsed, from, at, kind, hit) && newVerb(parsed, at + 1, hit))
			return at;
	}
	return tokens.length;
}

const tellsFate = ({ entry }: Hit): boolean =>
	entry.noun && entry.class === 'disagree' && entry.takes.includes('left') && !entry.pattern.startsWith('no ');

/** "that Kenya and Japan are rivals": two names of one verb. */
function joinsNames(parsed: Parsed, from: number, and: number, kind: string, own: Hit): boolean {
	if (!CLAUSES.has(kind) || and - from > 8 || hasOwnVerb(parsed, from, and, own)) return false;
	const next = wordAt(parsed.tokens, and + 1) === 'the' ? and + 2 : and + 1;
	return parsed.endingAt.has(and - 1) && parsed.startingAt.has(next);
}

/** "all but", "not decoupling but de-risking": what is meant stands behind "but". */
function joinsContrast(tokens: readonly Token[], from: number, but: number): boolean {
	if (wordAt(tokens, but - 1) === 'all') return true;
	for (let at = but - 1; at > Math.max(from - 2, but - 8); at--) {
		const word = wordAt(tokens, at);
		if (word === '') return false;
		if (word !== 'not') continue;
		const before = wordAt(tokens, at - 1);
		return !DO.has(before) && !HAVE.has(before) && !MODALS.has(before);
	}
	return false;
}

/** "the pledge to clear the mines was kept": the noun's own verb ends its content, after "that" the second verb. */
function endsNoun({ tokens }: Parsed, hit: Hit, from: number, at: number, kind: string): boolean {
	if (hit.entry.class === 'disagree' || kind === 'none' || kind === 'clause') return false;
	if (kind !== 'that') return true;
	let group = at - 1;
	while (
		AUXILIARIES.has(wordAt(tokens, group)) ||
		isAdverb(wordAt(tokens, group)) ||
		NEGATORS.has(wordAt(tokens, group))
	)
		group--;
	return group > from && tokens.slice(from, group).some(({ w }) => AUXILIARIES.has(w)) && wordAt(tokens, group) !== '';
}

/** "told Xi that Kenya opposes the dam and that the river is free": the second "that" is of the verb around. */
function isOutersThat({ tokens }: Parsed, at: number, own: Hit): boolean {
	const joins = tokens[at]?.w === ',' || wordAt(tokens, at) === 'and';
	const that = tokens[at]?.w === ',' && wordAt(tokens, at + 1) === 'and' ? at + 2 : at + 1;
	if (!joins || wordAt(tokens, that) !== 'that') return false;
	const first = tokens.findIndex(({ w }) => w === 'that');
	return first > 0 && first < own.from;
}

const CLAUSES = new Set(['that', 'clause', 'quote', 'before']);
const PLAIN = new Set(['np', 'to', 'ing', 'none']);

/** ", does not seek": a verb of the same subject. */
function startsVerb(tokens: readonly Token[], at: number): boolean {
	return AUXILIARIES.has(wordAt(tokens, at)) && NEGATORS.has(wordAt(tokens, at + 1));
}

/** "that the guidance, which names no company, breaks the truce": an aside before the clause has its verb. */
function isAside(parsed: Parsed, from: number, comma: number, own: Hit): boolean {
	if (!['which', 'who', 'whose', 'where'].includes(wordAt(parsed.tokens, comma + 1))) return false;
	if (closing(parsed.tokens, comma) === comma) return false;
	return !hasOwnVerb(parsed, from, comma, own);
}

/** Whether a stretch has an auxiliary or another trigger's verb; "13 May" has none. */
function hasOwnVerb({ tokens, hits }: Parsed, from: number, to: number, own: Hit): boolean {
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (AUXILIARIES.has(word) && !(word === 'may' && tokens[at]?.capital)) return true;
	}
	return hits.some((hit) => hit !== own && hit.from >= from && hit.to <= to && !hit.entry.noun);
}

/** "the boundary, it said, should be": the comma that closes who says it, where its verb comes behind; or null. */
function pastSpeaker(parsed: Parsed, from: number, comma: number, own: Hit): number | null {
	const named = parsed.startingAt.get(comma + 1);
	const report = named && parsed.hits.find((hit) => hit.from === named.to && hit.entry.class === 'report');
	const close = report?.to ?? 0;
	if (parsed.tokens[close]?.w !== ',' || hasOwnVerb(parsed, from, comma, own)) return null;
	return AUXILIARIES.has(wordAt(parsed.tokens, close + 1)) ? close : null;
}

/** The comma that closes the aside which one opens, or the same where none does. */
function closing(tokens: readonly Token[], comma: number): number {
	for (let at = comma + 1; at < Math.min(tokens.length, comma + 30); at++) {
		if (tokens[at]?.w === ',') return at;
		if (tokens[at]?.w === ';') break;
	}
	return comma;
}

function speechFollows(parsed: Parsed, at: number): boolean {
	const named = parsed.startingAt.get(at);
	const verb = named ? named.to : at;
	return parsed.hits.some((other) => other.from === verb && other.entry.class === 'report');
}

/** Cuts what is too long at its last comma or conjunction. */
export function shorten(tokens: readonly Token[], from: number, to: number): number {
	if (to - from <= LONG) return to;
	for (let at = from + LONG; at > from + LONG / 2; at--) {
		const w = tokens[at]?.w ?? '';
		if (w === ',' || w === 'and' || w === 'which' || w === 'as') return at;
	}
	return from + LONG;
}

/** The characters of a run of tokens, without marks at its ends. */
export function spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
	let first = from;
	let last = to - 1;
	while (first <= last && !tokens[first]?.word) first++;
	while (last >= first && !tokens[last]?.word && ![')', '%'].includes(tokens[last]?.w ?? '')) last--;
	while (last > first && ['and', 'or', 'but', 'then'].includes(tokens[last]?.w ?? '')) last--;
	const [a, b] = [tokens[first], tokens[last]];
	return a && b && first <= last ? { start: a.start, end: b.end } : null;
}

/** Whether a verb is an infinitive after "to". */
export function isInfinitive(parsed: Parsed, hit: Hit): boolean {
	return hit.forms.includes('base') && wordAt(parsed.tokens, beforeAdverbs(parsed.tokens, hit.from)) === 'to';
}
