import { actingEnd } from './acting.ts';
import { apposition, officeStart } from './apposed-name.ts';
import { apposedPartner, joinsStranger, verbsOwner } from './coordinated.ts';
import { clauseStart, governed, partyOf, REACH, rowStart, TITLES } from './names.ts';
import { wordAt, type Hit, type Named, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import {
	ACTING_NOUNS,
	AUXILIARIES,
	DETERMINERS,
	isAdverb,
	isNumeral,
	NEGATORS,
	PREPOSITIONS,
	RELATIVES,
	SUBORDINATORS,
	TIME_WORDS
} from './words.ts';

export interface Subject {
	named: Named;
	/** First token of its noun phrase. */
	from: number;
	/** First token of the verb's group: auxiliaries, adverbs and denials between the subject and the trigger. */
	group: number;
	/** Stretches between subject and trigger that say something else: appositions, relative clauses. */
	skipped: { from: number; to: number }[];
	/** Both sides, by coordination ("Tokyo and Seoul") or by name. */
	joint: boolean;
	how: 'direct' | 'loose' | 'shared' | 'participle' | 'after' | 'by' | 'possessor' | 'quoted' | 'owner';
	confidence: number;
}

function isJoint(parsed: Parsed, named: Named): boolean {
	if (named.mention.referent?.is === 'joint' || named.mention.via === 'joint') return true;
	if (apposedPartner(parsed, named)) return true;
	const row = rowStart(parsed, named);
	if (row === named.from) return false;
	const parties = new Set<string>();
	for (const one of parsed.named) {
		if (one.from >= row && one.to <= named.to) parties.add(partyOf(one) ?? one.mention.referent?.id ?? '?');
	}
	return parties.size > 1;
}

/** A subject that is named, with what is known of its row. */
export function subjectAt(
	parsed: Parsed,
	named: Named,
	group: number,
	how: Subject['how'],
	confidence: number
): Subject {
	const { mention } = named;
	const sure = confidence * mention.confidence * (mention.referent ? 1 : 0.6);
	return {
		named,
		from: rowStart(parsed, named),
		group,
		skipped: [],
		joint: isJoint(parsed, named),
		how,
		confidence: sure
	};
}

/** The comma that opens the stretch which the comma at `close` ends, or null. */
function opening(tokens: readonly Token[], close: number): number | null {
	for (let i = close - 1; i >= Math.max(0, close - 40); i--) {
		if (tokens[i]?.w === ',') return i;
		if (tokens[i]?.w === ';' || tokens[i]?.w === '"') return null;
	}
	return null;
}

/** Whether a stretch has a verb of its own, and so is no apposition. */
function hasFinite(parsed: Parsed, from: number, to: number): boolean {
	for (let at = from; at < to; at++) {
		const word = wordAt(parsed.tokens, at);
		if (AUXILIARIES.has(word)) return true;
	}
	return parsed.hits.some((hit) => hit.from >= from && hit.to <= to && hit.forms.includes('past'));
}

const CLAUSAL = new Set(['after', 'before', 'since', 'until', 'as', 'amid']);

/** Two names of states joined by a comma, the first of which opens the line. */
function isRow(parsed: Parsed, named: Named, comma: number): boolean {
	const other = parsed.startingAt.get(comma + 1);
	const states = [named, other].every((one) => one?.mention.referent?.is === 'party');
	if (!states || !other || named.from > 0 || partyOf(named) === partyOf(other)) return false;
	return (
		parsed.tokens[other.to]?.word === true &&
		wordAt(parsed.tokens, other.to) !== "'s" &&
		wordAt(parsed.tokens, other.to) !== 'and'
	);
}

interface Walk {
	skipped: Subject['skipped'];
	extra: number;
	budget: number;
}

/** One step to the left over what may stand between subject and verb; null where a conjunction or clause stops it. */
function stepOver(parsed: Parsed, at: number, walk: Walk, hit: Hit): number | null {
	const { tokens } = parsed;
	const token = tokens[at];
	if (!token) return null;
	if (token.w === ',') {
		const open = opening(tokens, at);
		if (open === null) return null;
		const named = parsed.endingAt.get(open - 1);
		// "US, China stretch a truce, stay deadlocked": two names of a headline, and no aside.
		if (named && isRow(parsed, named, open)) return null;
		const first = wordAt(tokens, open + 1);
		const aside = isAdverb(first) || PREPOSITIONS.has(first) || RELATIVES.has(first) || first === 'as';
		if (!named && !aside && !ACTING_NOUNS.has(wordAt(tokens, open - 1))) return null;
		if (!RELATIVES.has(first) && first !== 'as' && hasFinite(parsed, open + 1, at)) return null;
		walk.skipped.push({ from: open, to: at + 1 });
		return open - 1;
	}
	if (token.w === ')') {
		let open = at;
		while (open > 0 && tokens[open]?.w !== '(' && at - open < 20) open--;
		walk.skipped.push({ from: open, to: at + 1 });
		return open - 1;
	}
	if (token.w === '"') return at - 1;
	if (!token.word) return null;
	if (['and', 'but', 'or', 'then'].includes(token.w) && at >= hit.from - 4) return null;
	if (['that', 'whether', 'if', 'while', 'as', 'when', 'because'].includes(token.w)) return null;
	const light =
		AUXILIARIES.has(token.w) ||
		isAdverb(token.w) ||
		NEGATORS.has(token.w) ||
		TIME_WORDS.has(token.w) ||
		token.w === 'to';
	if (light || isNumeral(token.w) || RELATIVES.has(token.w) || PREPOSITIONS.has(token.w)) return at - 1;
	if (parsed.hits.some((other) => other !== hit && other.from <= at && at < other.to && !other.entry.noun)) return null;
	if (parsed.hedges.some((one) => one.from <= at && at < one.to)) return at - 1;
	walk.extra++;
	return walk.extra > 6 ? null : at - 1;
}

/** The nearest mention to the left that is no prepositional object and is joined to the verb. */
export function directSubject(parsed: Parsed, hit: Hit): Subject | null {
	const walk: Walk = { skipped: [], extra: 0, budget: REACH };
	const stop = clauseStart(parsed.tokens, hit.from);
	let at: number | null = hit.from - 1;
	while (at !== null && at >= stop && walk.budget-- > 0) {
		const named: Named | undefined = parsed.endingAt.get(at) ?? namedBefore(parsed, at);
		if (named) {
			const end = actingEnd(parsed, named, hit);
			const object = governed(parsed.tokens, rowStart(parsed, named));
			const absolute =
				object !== null && wordAt(parsed.tokens, object) === 'with' && hit.forms.includes('ing') && walk.extra === 0;
			// "after Kim demanded": what stands right before its verb is the subject of a clause.
			const clause =
				object !== null && walk.extra === 0 && named.to === hit.from && CLAUSAL.has(wordAt(parsed.tokens, object));
			if (end !== null && (object === null || absolute || clause)) {
				const loose = Math.max(0, walk.extra - (end - named.to));
				const subject = subjectAt(parsed, named, end, loose ? 'loose' : 'direct', loose ? 0.75 - 0.08 * loose : 1);
				return loose > 4 ? null : { ...subject, skipped: walk.skipped };
			}
			if (object !== null) {
				walk.skipped.push({ from: object, to: named.to });
				walk.extra = 0;
				at = object - 1;
			} else {
				walk.extra++;
				at = named.from - 1;
			}
			continue;
		}
		const apposed = apposition(parsed, at);
		if (apposed) {
			const subject = subjectAt(parsed, apposed, at + 1, 'direct', 0.95);
			return { ...subject, from: officeStart(parsed, apposed), skipped: walk.skipped };
		}
		at = stepOver(parsed, at, walk, hit);
	}
	return null;
}

/** Offices that stand before a name between commas and act for nobody else. */
/** "Chinese officials": the mention that the acting noun at `at` belongs to is found when the walk reaches it. */
export function namedBefore(parsed: Parsed, at: number): Named | undefined {
	return wordAt(parsed.tokens, at) === "'s" ? parsed.endingAt.get(at - 1) : undefined;
}

/** Whether only titles, articles and adverbs precede a clause's first name. */
function opensClause(tokens: readonly Token[], start: number, name: number): boolean {
	for (let at = start; at < name; at++) {
		const token = tokens[at];
		if (!token?.word) continue;
		const light = token.capital || DETERMINERS.has(token.w) || isAdverb(token.w) || TIME_WORDS.has(token.w);
		if (!light && !ACTING_NOUNS.has(token.w) && !TITLES.has(token.w) && !isNumeral(token.w)) return false;
	}
	return true;
}

/** The first mention of the clause that is no prepositional object: what coordinated verbs and participles share. */
export function mainSubject(parsed: Parsed, hit: Hit): Subject | null {
	const { tokens } = parsed;
	let start = clauseStart(tokens, hit.from);
	// "did not discuss X but agreed": what "but" joins shares the subject of the clause before.
	if (hit.from - start < 3 && wordAt(tokens, start - 1) === 'but') start = clauseStart(tokens, start - 1);
	const first = wordAt(tokens, start);
	if (PREPOSITIONS.has(first) || SUBORDINATORS.has(first) || (first.endsWith('ing') && !parsed.startingAt.has(start))) {
		let comma = start;
		while (comma < hit.from && tokens[comma]?.w !== ',') comma++;
		if (comma < hit.from) start = comma + 1;
	}
	for (const named of parsed.named) {
		if (named.from < start || named.to > hit.from) continue;
		if (!opensClause(tokens, start, rowStart(parsed, named))) return null;
		const end = actingEnd(parsed, named, hit);
		if (end === null || governed(tokens, rowStart(parsed, named)) !== null || isReporter(parsed, named)) continue;
		const last = [...parsed.named]
			.reverse()
			.find((one) => one.from >= named.from && rowStart(parsed, one) <= named.from);
		const main = subjectAt(parsed, last && last.to <= hit.from ? last : named, hit.from, 'shared', 0.85);
		return joinsStranger(parsed, end, groupFrom(tokens, hit)) ? { ...main, joint: true } : main;
	}
	return null;
}

/** "The minister, Xinhua reported, rejected it": who only tells of it. */
function isReporter({ tokens, hits }: Parsed, named: Named): boolean {
	if (tokens[named.from - 1]?.w !== ',') return false;
	const report = hits.find(({ from, entry }) => from === named.to && entry.class === 'report');
	return report !== undefined && tokens[report.to]?.w === ',';
}

function groupFrom(tokens: readonly Token[], hit: Hit): number {
	let at = hit.from;
	while (at > 0 && (AUXILIARIES.has(wordAt(tokens, at - 1)) || isAdverb(wordAt(tokens, at - 1)))) at--;
	return at;
}

/** "Washington cut its duties and undertook to …": whose verb "and" goes on from. */
export function coordinatedSubject(parsed: Parsed, hit: Hit): Subject | null {
	const named = verbsOwner(parsed, hit);
	return named ? subjectAt(parsed, named, hit.from, 'shared', 0.85) : null;
}
