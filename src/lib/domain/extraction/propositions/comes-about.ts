import { wordSet } from '../../text.ts';
import { spanOf } from './clause.ts';
import { clausesOf } from './clauses.ts';
import { deedOf } from './deed-words.ts';
import { JOINTLY } from './joint-acts.ts';
import { PAPERS, saidByBoth, saidInFront, TALKERS } from './joint-said.ts';
import { clauseStart, partyOf } from './names.ts';
import { isDoneByBoth, type Signs } from './papers-done.ts';
import { BOTH, holderOf } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { subjectAt, type Subject } from './subject.ts';
import type { Draft } from './types.ts';
import { BODIES, groupAt, isRegular, past, type Group } from './verb-groups.ts';
import { AUXILIARIES, isNumeral, NEGATORS, TIME_WORDS } from './words.ts';

interface Told {
	start: number;
	end: number;
	/** Where the evidence begins. */
	from: number;
	rule: string;
	/** How sure it is, 0 to 1; 0.7 unless told. */
	sure?: number;
	/** Where the verb stands, of words that are a clause with a subject of its own. */
	verb?: number;
}

/** What somebody will do, or both will where nobody is named, as a proposition. */
export function deed(
	parsed: Parsed,
	subject: Subject | null,
	{ start, end, from, rule, sure = 0.7, verb }: Told
): Draft {
	const joint = subject?.joint ?? true;
	const act = joint ? 'agreement' : 'commitment';
	return {
		start: Math.min(from, start),
		end,
		sentence: parsed.index,
		act,
		stance: 'will',
		trigger: { start: verb ?? start, end: verb ?? start },
		triggerId: rule,
		subject: verb === undefined ? (subject?.named.index ?? null) : null,
		holder: subject && !joint ? holderOf(subject) : BOTH,
		content: { start, end },
		polarity: 'affirmed',
		modality: joint ? 'agreed' : 'announced',
		rule: `${act}-${rule}`,
		confidence: Math.round((subject?.confidence ?? 0.8) * sure * 100) / 100,
		why: subject ? `“to” after ${subject.named.mention.why}` : 'what takes two, or a deal says, comes about'
	};
}

/** What is known of a sentence by what stands before it. */
export interface Context {
	/** It stands in a paper that both issued, or in the account of one. */
	paper: boolean;
	/** The sentence before told what was agreed. */
	after: boolean;
	/** The article tells of talks or of a deal. */
	occasion: boolean;
}
const ALONE: Context = { paper: false, after: false, occasion: false };

/**
 * "Talks between the two militaries are to resume", "A joint survey was announced", "Tariffs are to be phased out under the
 * accord": nobody is named who does it, and it takes two, or a deal or both sides say it. One of each clause.
 */
export function comesAbout(parsed: Parsed, told: Context = ALONE): Draft[] {
	const front = saidInFront(parsed);
	const from = Math.max(0, front);
	const all = clausesOf(parsed.tokens, from).flatMap((clause) =>
		inClause(parsed, clause, { front: front > 0, ...told })
	);
	return all;
}

function inClause(parsed: Parsed, clause: { from: number; to: number }, told: Context & { front: boolean }): Draft[] {
	const { tokens } = parsed;
	for (let at = clause.from + 1; at < clause.to; at++) {
		const group = groupAt(parsed, at, told.front);
		if (!group) continue;
		let start = Math.max(clause.from, clauseStart(tokens, at));
		if (['and', 'but', 'also'].includes(wordAt(tokens, start))) start++;
		const left = tokens.slice(start, at);
		const hedged = parsed.hedges.some(({ to, entry }) => to <= at && entry.effect !== 'none');
		if (hedged || left.some(({ w }) => NEGATORS.has(w) || AUXILIARIES.has(w)) || left.length === 0) continue;
		const agent = group.is === 'passive' ? agentOf(parsed, group.end) : null;
		const own = agent && spanOf(tokens, start, endOf(parsed, group.end, clause.to));
		if (agent && own && !saidByBoth(parsed, group.end))
			return [
				deed(parsed, agent, { ...own, from: own.start, rule: 'by-agent', sure: 0.7, verb: tokens[at]?.start ?? 0 })
			];
		const sure = sureness(parsed, group, { start, words: left.map(({ w }) => w) }, told);
		const span = sure > 0 ? spanOf(tokens, start, endOf(parsed, group.end, clause.to)) : null;
		if (span)
			return [
				deed(parsed, null, {
					...span,
					from: span.start,
					rule: 'comes-about',
					sure,
					verb: tokens[at]?.start ?? span.start
				})
			];
	}
	return [...existence(parsed, clause), ...(told.after ? inPresent(parsed, clause) : [])];
}

/** "is to be opened by the Kenyan ministry": who will do it, a state or a body of one. */
function agentOf(parsed: Parsed, end: number): Subject | null {
	const { tokens, lexicon } = parsed;
	const verb = wordAt(tokens, end - 1);
	const by = [0, 1, 2, 3].find((step) => wordAt(tokens, end + step) === 'by');
	if (by === undefined || CALENDAR.has(verb) || deedOf(lexicon, verb, 'participle') === null) return null;
	const first = wordAt(tokens, end + by + 1) === 'the' ? end + by + 2 : end + by + 1;
	const named = parsed.startingAt.get(first) ?? parsed.startingAt.get(first - 1);
	const is = named?.mention.referent?.is;
	if (!named || !(is === 'party' || is === 'organisation') || partyOf(named) === null) return null;
	const subject = subjectAt(parsed, named, end, 'by', 0.9);
	return subject.joint ? null : subject;
}

/** "There is also to be a hotline between the air forces". */
function existence(parsed: Parsed, clause: { from: number; to: number }): Draft[] {
	const { tokens } = parsed;
	const there = wordAt(tokens, clause.from) === 'and' ? clause.from + 1 : clause.from;
	if (wordAt(tokens, there) !== 'there' || !['is', 'are'].includes(wordAt(tokens, there + 1))) return [];
	const to = past(tokens, there + 2);
	if (wordAt(tokens, to) !== 'to' || wordAt(tokens, to + 1) !== 'be' || NEGATORS.has(wordAt(tokens, to + 2))) return [];
	const span = spanOf(tokens, there, endOf(parsed, to + 2, clause.to));
	const verb = tokens[to]?.start ?? 0;
	return span ? [deed(parsed, null, { ...span, from: span.start, rule: 'comes-about', sure: 0.55, verb })] : [];
}

const CUT = wordSet('according after as while despite following amid which but though although whereas because since');

/** Where what comes about ends: at a mark, at who tells it, or at another clause. */
export function endOf({ tokens }: Parsed, from: number, to: number): number {
	for (let at = from; at < to; at++) {
		const { w = '', word = false } = tokens[at] ?? {};
		// 'the "Google tax" on advertising': a name in quotation marks ends nothing.
		const close = w === '"' ? tokens.findIndex((token, i) => i > at && i < at + 8 && token.w === '"') : -1;
		if (close > at + 1 && tokens[at - 1]?.w !== ',') at = close + 1;
		else if (CUT.has(w) || [',', ';', ':', '—', '--', '"', '('].includes(w)) return at;
		if (!word && at - from > 30) return at;
	}
	return to;
}

const RETURNED = wordSet(
	'resumes restarts reopens recommences reopen restart begins starts opens doubles rises falls drops'
);

/** "The pass reopens to traders in August", told after what was agreed. */
function inPresent(parsed: Parsed, clause: { from: number; to: number }): Draft[] {
	const { tokens } = parsed;
	const at = tokens.findIndex(({ w }, i) => i > clause.from && i < clause.to && RETURNED.has(w));
	if (at < 0 || at - clause.from > 8 || !tokens[at + 1]?.word) return [];
	const left = tokens.slice(clause.from, at);
	const plain = left.every(({ w, word }) => word && !AUXILIARIES.has(w) && !NEGATORS.has(w) && w !== 'that');
	const ahead = tokens.slice(at, clause.to).some(({ w }) => ['on', 'from', 'by', 'in', 'next'].includes(w));
	const actor = parsed.named.some(({ from, to }) => from >= clause.from && to === at) || owned(parsed, clause.from, at);
	const from = ['and', 'but'].includes(wordAt(tokens, clause.from)) ? clause.from + 1 : clause.from;
	const span = plain && ahead && !actor ? spanOf(tokens, from, endOf(parsed, at + 1, clause.to)) : null;
	const verb = tokens[at]?.start ?? 0;
	return span ? [deed(parsed, null, { ...span, from: span.start, rule: 'comes-about', sure: 0.5, verb })] : [];
}

/** What is to be done to a report, a case or a guest is in the calendar, and was not agreed. */
const CALENDAR = wordSet(
	`published released broadcast buried received sworn named elected decided discussed presented unveiled heard tried held
	announced welcomed expected inaugurated questioned sentenced interviewed awarded honoured screened`
);
/** Who is watched or followed is a person, and no thing agreed. */
const PERSONS = wordSet(
	'leaders presidents ministers premiers men women officials diplomats people delegations soldiers'
);

interface Left {
	start: number;
	words: readonly string[];
}

/** How sure it is that both agreed what a verb group says of its subject; 0: they did not say so. */
function sureness(parsed: Parsed, group: Group, left: Left, told: Context & { front: boolean }): number {
	const { words } = left;
	// "Two were approved" counts; "the two agencies" belong together.
	const two = words
		.slice(0, -1)
		.some((w, at) => JOINTLY.has(w) || (w === 'working' && /^(?:group|party)/.test(words[at + 1] ?? '')));
	// "Kenya's two ministers will be received", "by both": who acts is named.
	const actor = namesActor(parsed.tokens, group.end);
	const joint = parsed.tokens.slice(group.end, group.end + 6).some(({ w }) => w === 'joint');
	const mutual = joint || parsed.tokens.slice(group.end, group.end + 8).some(({ w }) => w === 'both');
	const said = told.front || saidByBoth(parsed, group.end) || (mutual && !actor);
	const context = (told.paper ? 0.6 : told.after ? 0.5 : 0) * (owned(parsed, left.start, group.at) ? 0 : 1);
	switch (group.is) {
		case 'returns':
			return two || said ? 0.7 : context || (group.planned && !owned(parsed, left.start, group.at) ? 0.45 : 0);
		case 'begins':
			return said ? 0.6 : told.paper ? context : 0;
		case 'meets':
			return meetsByDeal(parsed, group, words, two || said || context > 0) ? 0.6 : 0;
		case 'lasts':
			return words.some((w) => PAPERS.has(w)) && (group.planned || until(parsed, group) || two || said || context > 0)
				? 0.55
				: 0;
		case 'passive':
			return passiveSureness(parsed, group, left, { two, said, actor, context });
		case 'done':
			if (words.includes('invitation') && !actor) return wordAt(parsed.tokens, group.end - 1) === 'accepted' ? 0.6 : 0;
			return wordAt(parsed.tokens, group.end - 1) !== 'accepted' &&
				isDoneByBoth(parsed, group, words, { two, said, actor })
				? 0.55
				: 0;
	}
}

/** "the commission will convene", "a group of ministers is to meet twice a year". */
function meetsByDeal({ tokens }: Parsed, { end }: Group, words: readonly string[], told: boolean): boolean {
	const regular = isRegular(tokens, end) && words.some((w) => BODIES.test(w) || TALKERS.has(w));
	return regular || (told && BODIES.test(words.at(-1) ?? ''));
}

/** "will now run until May": a term that is set. */
const until = ({ tokens }: Parsed, { end }: Group): boolean =>
	tokens.slice(end, end + 4).some(({ w }) => ['until', 'till', 'through'].includes(w));

/** "by the ministry", and not "by a third", "by March", "step by step". */
function namesActor(tokens: Parsed['tokens'], from: number): boolean {
	for (let at = from; at < Math.min(tokens.length, from + 12); at++) {
		if (wordAt(tokens, at) !== 'by') continue;
		const next = wordAt(tokens, at + 1);
		if (next === 'a' && wordAt(tokens, at + 2) === 'joint') continue;
		const measure = next === '' || isNumeral(next) || TIME_WORDS.has(next) || BY_MEASURE.has(next);
		if (!measure && !(next === 'the' && BY_MEASURE.has(wordAt(tokens, at + 2)))) return true;
	}
	return false;
}
const BY_MEASURE = wordSet(
	'a half two three four five six ten end summer spring autumn winter mid-year then step one stages mid early late nearly about up more at close start'
);

function passiveSureness(
	parsed: Parsed,
	group: Group,
	left: Left,
	{ two, said, actor, context }: Signs & { context: number }
): number {
	if (actor && !said && context === 0) return 0;
	if (PERSONS.has(left.words.at(-1) ?? '')) return 0;
	if (said || two) return 0.65;
	const verb = wordAt(parsed.tokens, group.end - 1);
	if (CALENDAR.has(verb) && !context) return 0;
	if (deedOf(parsed.lexicon, verb, 'participle') === null) return 0;
	return context || (group.planned && !owned(parsed, left.start, group.at) ? 0.5 : 0);
}

/** Whether somebody's own thing is spoken of: "China's tariffs are to be lifted", "Brazilian beef". */
export function owned({ named, tokens }: Parsed, start: number, at: number): boolean {
	return named.some(({ from, to, mention }) => {
		const inside = from >= start && to <= at;
		return inside && (mention.via === 'adjective' || mention.referent?.is === 'person' || wordAt(tokens, to) === "'s");
	});
}
