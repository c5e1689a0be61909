import { shorten, spanOf } from './clause.ts';
import { clauseStart } from './names.ts';
import { REQUESTS } from './asked.ts';
import { asOwnDeed } from './own-deeds.ts';
import { BOTH } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import type { Draft } from './types.ts';
import { HAVE, isAdverb } from './words.ts';
import { wordSet } from '../../text.ts';

const NOT = wordSet('not cannot never');
const TO_AGREE = wordSet(
	`date dates venue text agreement compromise consensus timetable solution differences formula deadline wording statement communique
	declaration accord deal assessment position view conclusion understanding stance line conclusions`
);
const SUPPORT = wordSet('support backing approval consent endorsement assent agreement');

const WORD = wordSet('commitment assurance promise pledge guarantee guarantees assurances undertaking');

/** Phrases that say that something was not agreed: one set of words for each place; "" stands for any one word. */
const PHRASES: { says: ReadonlySet<string>[]; needs?: ReadonlySet<string>; near?: 'left' | 'right' }[] = [
	{
		says: [wordSet('could can'), NOT, wordSet('be'), wordSet('set fixed agreed found reached settled bridged')],
		needs: TO_AGREE,
		near: 'left'
	},
	{
		says: [wordSet('cannot'), wordSet('be'), wordSet('set fixed agreed found reached settled bridged')],
		needs: TO_AGREE,
		near: 'left'
	},
	{
		says: [wordSet('could can'), NOT, wordSet('be'), wordSet('obtained secured had extracted won')],
		needs: WORD,
		near: 'left'
	},
	{ says: [wordSet('without'), wordSet('reaching finding settling arriving coming')], needs: TO_AGREE, near: 'right' },
	{
		says: [
			REQUESTS,
			wordSet('that which'),
			wordSet('was were'),
			wordSet('declined rejected refused denied rebuffed spurned')
		]
	},
	{ says: [REQUESTS, wordSet('that which'), wordSet('went'), wordSet('unanswered unheeded nowhere')] },
	{ says: [wordSet('went'), wordSet('unanswered unheeded')], needs: REQUESTS, near: 'left' },
	{
		says: [
			wordSet('failed'),
			wordSet('to'),
			wordSet('win gain secure find attract garner'),
			wordSet('the any'),
			SUPPORT
		]
	},
	{ says: [wordSet('did'), NOT, wordSet('make'), wordSet('it'), wordSet('into')] },
	{ says: [wordSet('did'), NOT, wordSet('find'), wordSet('its their'), wordSet('way'), wordSet('into')] },
	{ says: [wordSet('failed'), wordSet('to'), wordSet('make'), wordSet('it'), wordSet('into')] }
];
/** How far a needed word may stand from the phrase. */
const NEAR = 24;

const CALLS = wordSet('call calls');

/** The words that begin a phrase: at any other there is none. */
const OPENINGS = new Set(PHRASES.flatMap(({ says: [first = []] }) => [...first]));

/** "A date could not be set", "a request that was declined": what a sentence says was not agreed, at most once. */
export function unmet(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	for (let at = 0; at < tokens.length; at++) {
		if (!OPENINGS.has(wordAt(tokens, at))) continue;
		for (const phrase of PHRASES) {
			const end = endOf(tokens, at, phrase.says);
			if (end < 0) continue;
			const near = phrase.near === 'left' ? tokens.slice(Math.max(0, at - NEAR), at) : tokens.slice(end, end + NEAR);
			const { needs } = phrase;
			// "a call to his counterpart went unanswered": a telephone call.
			const called = (i: number): boolean => CALLS.has(near[i]?.w ?? '') && near[i + 1]?.w === 'to';
			if (needs && !near.some(({ w }, i) => needs.has(w) && !called(i))) continue;
			if (tokens.slice(Math.max(0, at - 6), at).some(({ w }) => w === 'if' || w === 'unless')) continue;
			const asked = REQUESTS.has(wordAt(tokens, at)) || phrase.needs === REQUESTS;
			// "…, a request that was declined": what was asked for stands before it.
			const apposed = asked && [',', ';'].includes(tokens[at - 2]?.w ?? '');
			const from = apposed ? at - 1 : clauseStart(tokens, at);
			const drafts = draftOf(parsed, from, shorten(tokens, from, tokens.length), at, end);
			return asked ? drafts.map((draft) => ({ ...draft, stance: 'rejected' })) : drafts;
		}
	}
	return [];
}

/** The token after a phrase that begins at `at`, -1 where it does not; adverbs may stand within. */
function endOf(tokens: readonly Token[], at: number, says: readonly ReadonlySet<string>[]): number {
	let next = at;
	for (const [i, set] of says.entries()) {
		while (i > 0 && !set.has(wordAt(tokens, next)) && isAdverb(wordAt(tokens, next))) next++;
		if (!set.has(wordAt(tokens, next))) return -1;
		next++;
	}
	return next;
}

function draftOf(parsed: Parsed, from: number, to: number, at: number, end: number): Draft[] {
	const { tokens } = parsed;
	// A long sentence is told from the comma before what was not agreed.
	const content = spanOf(tokens, to <= end ? at : from, Math.max(to, end));
	const trigger = spanOf(tokens, at, end);
	if (!content || !trigger) return [];
	return [
		{
			...content,
			sentence: parsed.index,
			act: 'non-agreement',
			stance: 'no-agreement',
			trigger,
			triggerId: 'unmet',
			subject: null,
			holder: BOTH,
			content,
			polarity: 'negated',
			modality: 'not-agreed',
			rule: 'non-agreement-unmet',
			confidence: 0.6,
			why: 'a phrase that says that it was not agreed'
		}
	];
}

const INFORMS = new Set(['inform', 'notify', 'tell', 'assure', 'announce', 'advise', 'confirm', 'declare']);
const INTENDS = wordSet('intends intend plans plan undertakes will would');

/** "has informed X that it intends to lift the ban": what somebody says to another of its own deeds is undertaken. */
function asPromise(parsed: Parsed, draft: Draft): Draft {
	const report = draft.act === 'position' && draft.rule.startsWith('position-report') && draft.polarity === 'affirmed';
	if (!report || !draft.holder) return draft;
	const { tokens } = parsed;
	const head = tokens.find(({ start }) => start >= draft.trigger.start)?.w ?? '';
	if (![...INFORMS].some((one) => head.startsWith(one.slice(0, -1)) || head === 'told')) return draft;
	const it = tokens.findIndex(({ start }) => start >= draft.content.start);
	const verb = wordAt(tokens, it + 1);
	if (!['it', 'they'].includes(wordAt(tokens, it)) || !INTENDS.has(verb)) return draft;
	const deed = ['will', 'would'].includes(verb) ? it + 2 : it + 3;
	const plain = !parsed.hedges.some(({ from, entry }) => from > it + 2 && entry.effect !== 'none');
	if (!plain || !parsed.lexicon.actions.has(wordAt(tokens, deed))) return draft;
	const why = `${draft.why}, of its own deeds`;
	return { ...draft, act: 'commitment', stance: 'will', modality: 'announced', rule: 'commitment-informed', why };
}

const PAPERS = wordSet(
	`terms text plan plans programme program roadmap agreement accord protocol framework declaration communique memorandum treaty budget
	outline outlines statute rules guidelines charter timetable creation establishment extension report conclusions mandate schedule arrangements understanding understandings consensus deal truce pact compromise package arrangement settlement communiqué`
);
const ACCEPTS = wordSet('endorsed approved adopted accepted ratified cleared blessed');
const VIEWS = wordSet(
	'solution view world approach policy principle call role role vision stance settlement candidate'
);

/** "X and Y endorsed the terms of …": a paper that both accept is agreed. */
function asAccepted(parsed: Parsed, draft: Draft): Draft {
	const both = draft.holder?.id === BOTH.id && draft.act === 'position' && draft.polarity === 'affirmed';
	if (!both || !isAcceptance(parsed, draft.trigger.start, draft.content.start)) return draft;
	return { ...draft, act: 'agreement', stance: 'agree', modality: 'agreed', rule: 'agreement-accepted' };
}

function isAcceptance({ tokens }: Parsed, trigger: number, content: number): boolean {
	const verb = tokens.find(({ start }) => start >= trigger)?.w ?? '';
	const from = tokens.findIndex(({ start }) => start >= content);
	const near = tokens.slice(from, from + 6);
	// "endorsed a hotline", "a new forum": a thing that is to be.
	const thing = ['a', 'an'].includes(near[0]?.w ?? '') && !near.some(({ w }) => VIEWS.has(w));
	return ACCEPTS.has(verb) && (thing || near.some(({ w }) => PAPERS.has(w)));
}

/** "Canada and Mexico approved the terms of a treaty": acceptance by two, where nothing else reads the verb. */
export function accepted(parsed: Parsed): Draft[] {
	const { tokens, named } = parsed;
	const at = tokens.findIndex(({ w }) => ACCEPTS.has(w));
	if (at < 2) return [];
	const ids = new Set(named.filter(({ to }) => to <= at).map(({ mention }) => mention.referent?.id));
	let end = at;
	while (HAVE.has(wordAt(tokens, end - 1)) || isAdverb(wordAt(tokens, end - 1))) end--;
	const last = parsed.endingAt.get(end - 1);
	const joint = last?.mention.referent?.is === 'joint';
	const pair = ids.size === 2 && tokens.slice(0, at).some(({ w }) => w === 'and') && last !== undefined;
	const content = spanOf(tokens, at + 1, shorten(tokens, at + 1, tokens.length));
	if (!(joint || pair) || !content || !tokens.slice(at, at + 7).some(({ w }) => PAPERS.has(w))) return [];
	const [base] = draftOf(parsed, at + 1, tokens.length, at, at + 1);
	if (!base || !last) return [];
	const made = { act: 'agreement', stance: 'agree', polarity: 'affirmed', modality: 'agreed' } satisfies Partial<Draft>;
	const why = 'both sides accept a paper';
	return [
		{ ...base, ...made, content, start: last.mention.start, rule: 'agreement-accepted', triggerId: 'accepted', why }
	];
}

const YIELDS = wordSet('object block oppose hinder obstruct veto impede');

/** "will not object to": what somebody will let happen is undertaken, with its denial. */
function asForbearance(parsed: Parsed, draft: Draft): Draft {
	if (draft.act !== 'position' || draft.polarity !== 'negated' || !draft.holder) return draft;
	const { tokens } = parsed;
	const at = tokens.findIndex(({ start }) => start >= draft.trigger.start);
	const not = tokens.findIndex(({ w }, i) => i >= at - 1 && i <= at + 3 && YIELDS.has(w));
	const will = not > 1 && wordAt(tokens, not - 1) === 'not' && wordAt(tokens, not - 2) === 'will';
	if (!will) return draft;
	return { ...draft, act: 'commitment', modality: 'announced', rule: 'commitment-forbears' };
}

/** Whether what was read ends within the phrase: "failed to win" of "failed to win the support of". */
const isCut = (end: number, { trigger }: Draft): boolean => end > trigger.start && end < trigger.end;
const isShort = (draft: Draft, found: Draft): boolean => draft.act === 'non-agreement' && isCut(draft.end, found);

/** The drafts of a sentence with what its closing phrases say. */
export function withPhrases(parsed: Parsed, drafts: readonly Draft[]): Draft[] {
	const read = drafts.map((draft) =>
		asOwnDeed(parsed, asForbearance(parsed, asAccepted(parsed, asPromise(parsed, draft))))
	);
	const joined = read.length > 0 ? read : accepted(parsed);
	const [found] = unmet(parsed);
	const known = joined.some(({ act, end }) => act === 'non-agreement' && !(found && isCut(end, found)));
	const open = found && !known ? [found] : [];
	const inside = (draft: Draft): boolean => {
		const [one] = open;
		return one !== undefined && draft.act === 'position' && one.content.start <= draft.start && draft.end <= one.end;
	};
	const own = joined.filter((draft) => !(inside(draft) && !draft.holder) && !(found && isShort(draft, found)));
	return [...own, ...open];
}
