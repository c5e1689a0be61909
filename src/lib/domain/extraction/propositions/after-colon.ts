import { wordSet } from '../../text.ts';
import { shorten, spanOf } from './clause.ts';
import { clausesOf, comesToBe, endBefore } from './clauses.ts';
import { deed } from './comes-about.ts';
import { items } from './parts.ts';
import { holderOf } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { directSubject, subjectAt, type Subject } from './subject.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, isNumeral, NEGATORS } from './words.ts';

interface Piece {
	from: number;
	to: number;
}
const UNSURE = wordSet('may might could if unless should would-be');
/** What is told before a colon and set out behind it: by name, or only counted. */
const DEALS = wordSet(
	'accord deal agreement pact bargain compromise truce package arrangement settlement ceasefire swap understanding'
);
const PAPERS = wordSet(
	'documents agreements papers deals accords outcomes deliverables memoranda pacts understandings protocols treaties memorandums'
);
const COUNTED = wordSet('thing things points steps measures following');
const GIFTS = wordSet(
	'concession concessions promise promises pledge pledges assurance assurances offer commitment undertaking'
);
const MEETS = wordSet(
	`talks talk visit summit meeting round negotiations leaders ministers presidents sides both two men pair delegations governments
	they parties signed countries`
);

/** "They settled on a plan: troops will stay, and drones will be grounded": what a colon sets out of what was agreed. */
export function afterColon(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	const colon = tokens.findIndex(({ w }) => w === ':');
	if (colon < 3 || colon >= tokens.length - 3 || tokens[colon + 1]?.w === '"') return [];
	const head = tokens.slice(0, colon);
	const hedged = parsed.hedges.some(({ to, entry }) => to <= colon && entry.effect === 'negated');
	if (hedged || head.some(({ w }) => NEGATORS.has(w) || w === '"')) return [];
	const last = wordAt(tokens, colon - 1);
	const subject = agreeing(parsed, colon);
	const named = parsed.named.filter(({ to }) => to <= colon).length;
	const met = named > 1 || head.some(({ w }) => MEETS.has(w));
	if (subject && numbered(tokens, colon).length > 1) return told(parsed, subject, numbered(tokens, colon), true);
	if (PAPERS.has(last) && (subject?.joint || met))
		return told(parsed, subject, items(parsed, colon + 1, tokens.length), true);
	if (DEALS.has(last) && (subject?.joint || met)) return told(parsed, subject, split(tokens, colon + 1), false);
	if (!subject) return [];
	const clauses = clausesOf(tokens, colon + 1);
	const bare = COUNTED.has(last);
	return told(
		parsed,
		subject,
		clauses.filter((clause) => (bare && !hasVerb(tokens, clause)) || comesToBe(tokens, clause)),
		bare
	);
}

/** Pieces as drafts; a clause with a subject of its own is told as it stands. */
function told(parsed: Parsed, subject: Subject | null, pieces: readonly Piece[], nouns: boolean): Draft[] {
	const { tokens } = parsed;
	return pieces.flatMap(({ from, to }) => {
		const first = wordAt(tokens, from) === 'to' ? from + 1 : from;
		const inside = tokens.slice(first, to);
		const doubtful = inside.some(({ w, capital }) => (UNSURE.has(w) && !capital) || w === '"' || w === '?');
		const span = spanOf(tokens, first, shorten(tokens, first, endBefore(tokens, to)));
		if (doubtful || !span || to - first < 2) return [];
		const said = { ...span, from: span.start, rule: 'colon', sure: 0.7 };
		const own = nouns && !hasVerb(tokens, { from: first, to });
		return [deed(parsed, subject, own ? said : { ...said, verb: span.start + 1 })];
	});
}

const hasVerb = (tokens: Parsed['tokens'], { from, to }: Piece): boolean =>
	tokens.slice(from, to).some(({ w, capital }) => !capital && (AUXILIARIES.has(w) || NEGATORS.has(w)));

/** "Ukraine gets 40 trains, France gets a mine, and each will …": at commas and semicolons. */
function split(tokens: Parsed['tokens'], first: number): Piece[] {
	const starts = [first];
	for (let at = first; at < tokens.length - 2; at++) {
		if (tokens[at]?.w !== ',' && tokens[at]?.w !== ';') continue;
		starts.push(wordAt(tokens, at + 1) === 'and' ? at + 2 : at + 1);
	}
	return starts.map((from, i) => ({ from, to: starts[i + 1] ?? tokens.length }));
}

/** "(1) to support each other; (2) to …", "1. …; 2. …": what stands behind each number. */
function numbered(tokens: Parsed['tokens'], colon: number): Piece[] {
	const starts: number[] = [];
	for (let at = colon + 1; at < tokens.length - 2; at++) {
		const mark = isNumeral(wordAt(tokens, at)) && wordAt(tokens, at).length < 3;
		const next = tokens[at + 1]?.w;
		const before = tokens[at - 1]?.w ?? '';
		if (mark && (next === ')' || next === '.') && [':', ';', ',', '(', 'and'].includes(before)) starts.push(at + 2);
	}
	return starts.map((from, i) => {
		const next = starts[i + 1];
		return { from, to: next === undefined ? tokens.length : next - (tokens[next - 3]?.w === '(' ? 3 : 2) };
	});
}

/** Who agreed, or promised, before a colon; null where nobody did. */
function agreeing(parsed: Parsed, colon: number): Subject | null {
	const { tokens } = parsed;
	const bare = COUNTED.has(wordAt(tokens, colon - 1));
	for (const hit of parsed.hits) {
		if (hit.to > colon) break;
		const fits = hit.entry.class === 'agree' || (hit.entry.class === 'commit' && bare);
		if (!fits || hit.entry.noun || hit.passive) continue;
		const subject = directSubject(parsed, hit);
		if (subject?.joint) return subject;
	}
	const gift = tokens.findIndex(({ w }, at) => at < colon && at > colon - 4 && GIFTS.has(w));
	const first = gift > 0 ? parsed.named.find(({ to }) => to <= gift) : undefined;
	if (!first || first.from > 3 || DETERMINERS.has(wordAt(tokens, first.from)) || isAdverb(wordAt(tokens, gift)))
		return null;
	const subject = subjectAt(parsed, first, first.to, 'direct', 0.8);
	return holderOf(subject) ? subject : null;
}
