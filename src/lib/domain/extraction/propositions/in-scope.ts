import type { Layout, Span } from '#lib/domain/articles/types.ts';
import { shorten, spanOf } from './clause.ts';
import type { Lead } from './lists.ts';
import { leadOf, type Owner } from './leads.ts';
import { deedOf } from './deed-words.ts';
import { clausesOf, comesToBe, DONE, type Clause } from './clauses.ts';
import { readSentence } from './read-sentence.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { ownedBy } from './scopes.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, BE, NEGATORS } from './words.ts';
import { wordSet } from '../../text.ts';

/** What denies by itself: "went unanswered", "omitted from". */
const DENYING = wordSet(
	'unanswered omitted declined rejected refused unresolved open apart absent missing excluded shelved dropped undecided'
);
/** "no later than", "not more than": a limit, and no denial. */
const LIMITS = wordSet('later more less fewer longer earlier only higher lower');
const UNSURE = wordSet('if unless may might could should would reportedly perhaps likely can expected');

export interface Point {
	/** The first sentence of a bullet or of a numbered point. */
	first: boolean;
	/** A bullet, not running text. */
	bullet: boolean;
	owner: Owner | null;
	/** The token after a label that is part of the sentence: "United States: …". */
	from: number;
}

/** What a sentence says within a scope; null where it is to be read like any other. */
export function readInScope(
	layout: Layout,
	parsed: Parsed,
	above: Lead,
	{ first, bullet, owner, from }: Point
): Draft[] | null {
	const lead = ownedBy(above, owner);
	const own = readSentence(layout, parsed, first ? owner : null).drafts;
	const { act, holder } = lead.decision;
	if (act === 'non-agreement' && bullet && first && isDenied(parsed, own)) return deniedPoint(parsed, lead);
	if (own.length > 0 && !(bullet && first && own.every((draft) => draft.act === 'position' && !draft.holder)))
		return own;
	if (!holder || parsed.tokens.at(-1)?.w === '?' || speaks(parsed)) return null;
	if (act === 'non-agreement') return bullet && first ? deniedPoint(parsed, lead) : null;
	return clausesOf(parsed.tokens, from).flatMap((clause) => clauseIn(parsed, clause, lead, bullet && first));
}

/** "neither side would move", "went unanswered": a point that says itself what came of it, and names nobody who refused. */
function isDenied({ tokens }: Parsed, own: readonly Draft[]): boolean {
	if (own.some(({ act }) => act === 'non-agreement')) return false;
	if (['neither', 'no', 'none'].includes(wordAt(tokens, 0))) return true;
	return (
		own.every(({ polarity }) => polarity !== 'negated') &&
		tokens.some(({ w }) => DENYING.has(w)) &&
		!comesToBe(tokens, { from: 0, to: tokens.length })
	);
}

/** "how the fund is to be financed": a question that was left. */
const ASKS = wordSet('how whether who when what where which');

/** A point that was not agreed; one that tells what will be done is left alone. */
function deniedPoint(parsed: Parsed, lead: Lead): Draft[] | null {
	const { tokens } = parsed;
	const denied = tokens.some(({ w }) => NEGATORS.has(w) || DENYING.has(w));
	if (!denied && !ASKS.has(wordAt(tokens, 0)) && comesToBe(tokens, { from: 0, to: tokens.length })) return null;
	return draftsIn(parsed, { from: 0, to: tokens.length }, lead);
}

/** A clause of a point: nominal or to be; what is denied in it was not agreed, and what is unsure is left alone. */
function clauseIn(parsed: Parsed, clause: Clause, lead: Lead, point: boolean): Draft[] {
	const inside = parsed.tokens.slice(clause.from, clause.to);
	const negated = inside.some(({ w }, at) => NEGATORS.has(w) && !LIMITS.has(inside[at + 1]?.w ?? ''));
	const be = inside.findIndex(({ w }) => BE.has(w));
	const done = be >= 0 && inside.some(({ w }, at) => at > be && DONE.has(w));
	const toCome = inside.some(({ w }) => ['will', 'shall', 'to'].includes(w));
	if ((!toCome && inside.some(({ w }) => DENYING.has(w))) || (negated && done && !toCome))
		return draftsIn(parsed, clause, leadOf('non-agreement', 'no-agreement', lead.words));
	if (negated || inside.some((token) => UNSURE.has(token.w) && !(token.w === 'may' && token.capital))) return [];
	// "will cease", "are to be dropped": a verb that denies what it governs is what is to be done.
	const unsure = parsed.hedges.filter(({ entry }) => entry.effect !== 'none' && entry.scope !== 'complement');
	if (unsure.some(({ from }) => from >= clause.from && from < clause.to)) return [];
	const finite = inside.some(({ w }) => AUXILIARIES.has(w));
	const present = lead.decision.act === 'agreement' && isDone(parsed, clause);
	if (!comesToBe(parsed.tokens, clause) && !present && (finite || !point)) return [];
	return draftsIn(parsed, clause, lead);
}

/** "The group is upgraded", "trekkers get a crossing": what is told in the present under what was agreed. */
function isDone({ tokens, lexicon, named }: Parsed, { from, to }: Clause): boolean {
	for (let at = from + 1; at < to; at++) {
		const word = wordAt(tokens, at);
		if (named.some((one) => one.from >= from && one.to <= at && one.mention.referent?.is === 'person')) return false;
		if (['gets', 'get', 'receives', 'receive', 'pays', 'pay'].includes(word)) return true;
		if ((word === 'is' || word === 'are') && deedOf(lexicon, wordAt(tokens, at + 1), 'participle')) return true;
		if (AUXILIARIES.has(word)) return false;
	}
	return false;
}

function draftsIn(parsed: Parsed, { from, to }: Clause, lead: Lead): Draft[] {
	let first = from;
	if (from === 0 && parsed.tokens[1]?.w === ')' && wordAt(parsed.tokens, 0).length < 5) first = 2;
	while (wordAt(parsed.tokens, first) === '' && first < to) first++;
	if (['to', 'and'].includes(wordAt(parsed.tokens, first))) first++;
	const content = spanOf(parsed.tokens, first, shorten(parsed.tokens, first, to));
	return content && to - first > 1 ? [inScope(parsed, content, lead)] : [];
}

function inScope(parsed: Parsed, content: Span, lead: Lead): Draft {
	const { act, holder, polarity, modality, confidence } = lead.decision;
	return {
		...content,
		sentence: parsed.index,
		act,
		stance: lead.stance,
		trigger: { start: content.start, end: content.start },
		triggerId: lead.triggerId,
		subject: lead.subject,
		holder,
		content,
		lead: lead.words,
		polarity,
		modality,
		rule: `${act}-list`,
		confidence: Math.round(confidence * 95) / 100,
		why: lead.why
	};
}

/** Whether somebody is reported in the sentence: what is said about a list is no point of it. */
function speaks({ hits }: Parsed): boolean {
	return hits.some(({ entry, forms }) => entry.class === 'report' && !entry.noun && forms.includes('past'));
}
