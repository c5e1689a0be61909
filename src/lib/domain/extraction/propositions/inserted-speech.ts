import { wordAt, type Hit, type Parsed } from './sentence.ts';
import { namedAt } from './named-subject.ts';
import { directSubject } from './subject.ts';
import { AUXILIARIES, isAdverb, PREPOSITIONS, SUBORDINATORS } from './words.ts';
import { wordSet } from '../../text.ts';

/** So many tokens may stand between a verb of speech and the comma behind it: "told lawmakers on Monday". */
const TAIL = 6;
/** So many tokens may stand before the comma in front of the one who speaks. */
const HEAD = 24;

/** "deterrence, he told lawmakers, is cheap": the index of the comma that closes what is inserted, or null. */
export function insertedEnd(parsed: Parsed, hit: Hit): number | null {
	const { tokens } = parsed;
	const close = closingComma(parsed, hit) ?? behindName(parsed, hit);
	const open = close === null ? null : openingComma(parsed, hit);
	if (close === null || open === null || open < 1 || open - sentencePart(tokens, open) > HEAD) return null;
	// "Our patience," she said, "is not endless": quoted words are told with their marks.
	if (tokens[open + 1]?.w === '"' || tokens[open - 1]?.w === '"') return null;
	const first = tokens[close + 1]?.w === '"' ? close + 2 : close + 1;
	const start = sentencePart(tokens, open);
	// "It is unacceptable, he said, that those …".
	if (wordAt(tokens, start) === 'it' && wordAt(tokens, first) === 'that') return close;
	if (fronts(parsed, start, open)) return hasVerb(parsed, first, tokens.length) ? close : null;
	return startsVerb(parsed, first) && !hasVerb(parsed, start, open) ? close : null;
}

/** "policy, insisted Rubio, has not moved": the comma behind the name that an inverted verb of speech has. */
function behindName(parsed: Parsed, hit: Hit): number | null {
	if (parsed.tokens[hit.from - 1]?.w !== ',') return null;
	const end = namedAt(parsed, hit.to)?.named.to ?? 0;
	return parsed.tokens[end]?.w === ',' && end + 3 < parsed.tokens.length ? end : null;
}

function openingComma(parsed: Parsed, hit: Hit): number | null {
	const { tokens } = parsed;
	if (tokens[hit.from - 1]?.w === ',') return hit.from - 1;
	const subject = directSubject(parsed, hit);
	if (!subject || subject.how !== 'direct') return null;
	let open = subject.from - 1;
	while (open > subject.from - 5 && tokens[open]?.word) open--;
	if (tokens[open]?.w === '"') open--;
	return tokens[open]?.w === ',' ? open : null;
}

function closingComma({ tokens }: Parsed, hit: Hit): number | null {
	for (let at = hit.to; at < hit.to + TAIL; at++) {
		const word = wordAt(tokens, at);
		if (word === '') return tokens[at]?.w === ',' && at + 3 < tokens.length ? at : null;
		if (AUXILIARIES.has(word) || word === 'that' || word === 'to') return null;
	}
	return null;
}

/** Where the part of a sentence begins that holds a token: behind a semicolon or a colon. */
export function sentencePart(tokens: Parsed['tokens'], at: number): number {
	let from = at;
	while (from > 0 && ![';', ':'].includes(tokens[from - 1]?.w ?? '')) from--;
	return from;
}

/** "Owing to their quarrels, he argued, neither can afford it": what stands before is no clause. */
function fronts(parsed: Parsed, start: number, open: number): boolean {
	const first = wordAt(parsed.tokens, start);
	const opener =
		PREPOSITIONS.has(first) || ['owing', 'given', 'thanks', 'due', 'because', 'contrary', 'instead'].includes(first);
	return opener && !hasVerb(parsed, start + 1, open);
}

/** Present forms of the plural and forms that never change: "the curbs, he said, hurt both". */
const PLURAL = wordSet(
	'hurt cut put set hit harm serve threaten undermine violate amount run stand rest belong mean show need deserve require breach break contradict remain make create cost'
);

/** "is", "remains what", "will not": a verb, as far as its letters and what follows it tell. */
function startsVerb({ tokens, hits }: Parsed, at: number): boolean {
	let verb = at;
	while (isAdverb(wordAt(tokens, verb)) || ['not', 'never'].includes(wordAt(tokens, verb))) verb++;
	const word = wordAt(tokens, verb);
	if (AUXILIARIES.has(word) || PLURAL.has(word)) return true;
	const told = hits.some(({ from, entry, forms }) => from === verb && !entry.noun && !forms.includes('ing'));
	return (
		told ||
		(/(?:[^s]s|ed)$/.test(word) && !SUBORDINATORS.has(word) && !PREPOSITIONS.has(word) && verb < tokens.length - 1)
	);
}

/** Whether a stretch has an auxiliary or a trigger in a finite form, outside of relative clauses. */
function hasVerb({ tokens, hits }: Parsed, from: number, to: number): boolean {
	// "Whoever supports them, he said, is …": the verb of its subject.
	let relative = ['whoever', 'whatever', 'anyone', 'those'].includes(wordAt(tokens, from));
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (['which', 'who', 'that', 'whose'].includes(word)) relative = true;
		// "7 May" is no verb.
		const month = word === 'may' && tokens[at]?.capital === true;
		if (AUXILIARIES.has(word) && !month && !relative) return true;
	}
	if (relative) return false;
	return hits.some(
		({ from: at, entry, forms }) =>
			at >= from && at < to && !entry.noun && (forms.includes('s') || forms.includes('past'))
	);
}
