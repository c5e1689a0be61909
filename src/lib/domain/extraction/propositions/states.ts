import { wordSet } from '../../text.ts';
import { spanOf } from './clause.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { deed, endOf, owned, type Context } from './comes-about.ts';
import { deedOf } from './deed-words.ts';
import { JOINTLY } from './joint-acts.ts';
import { saidByBoth, saidInFront } from './joint-said.ts';
import { clauseStart } from './names.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import type { Draft } from './types.ts';
import { past } from './verb-groups.ts';
import { AUXILIARIES, NEGATORS, TIME_WORDS } from './words.ts';

/**
 * What two agreed, told as how things stand: "Ferries are to sail again", "Trade in wine is back on", "The truce now runs for
 * another year". One of each clause; a clause with one side's actor tells of nobody's agreement.
 */
export function states(parsed: Parsed, told: Context): Draft[] {
	const { tokens } = parsed;
	const front = saidInFront(parsed);
	return clausesOf(tokens, Math.max(0, front)).flatMap((clause) =>
		stateIn(parsed, clause, { ...told, front: front > 0 })
	);
}

type Told = Context & { front: boolean };
/** A verb of a state: where it stands, the token after it, and how well it tells of a result, 0 to 1. */
interface State {
	at: number;
	end: number;
	sure: number;
}

function stateIn(parsed: Parsed, clause: Clause, told: Told): Draft[] {
	const { tokens } = parsed;
	let tries = 0;
	for (let at = clause.from + 1; at < clause.to && tries < TRIES; at++) {
		if (!OPENINGS.has(wordAt(tokens, at))) continue;
		const state =
			againAt(parsed, at, clause.to) ??
			stateAt(tokens, at) ??
			lastsAt(tokens, at) ??
			opensAt(tokens, at) ??
			together(parsed, at, clause.to);
		if (!state) continue;
		tries++;
		let start = Math.max(clause.from, clauseStart(tokens, at));
		if (['and', 'but', 'also'].includes(wordAt(tokens, start))) start++;
		const left = withoutAside(tokens, start, at);
		const denied = left.some(({ w }) => NEGATORS.has(w) || AUXILIARIES.has(w) || w === 'that' || w === 'if');
		const hedged = parsed.hedges.some(
			({ to, entry }) => to <= state.end && entry.effect !== 'none' && (entry.scope !== 'complement' || to >= at)
		);
		if (hedged || denied || left.length === 0 || PERSONAL.has(left.at(-1)?.w ?? '')) continue;
		const sure = surenessOf(parsed, state, { start, at, left }, told);
		const span = sure > 0 ? spanOf(tokens, start, endOf(parsed, state.end, clause.to)) : null;
		if (span)
			return [deed(parsed, null, { ...span, from: span.start, rule: 'state', sure, verb: tokens[at]?.start ?? 0 })];
	}
	return [];
}

/** The words that begin a verb of a state: at any other there is none. */
const OPENINGS = wordSet(
	`will shall can may is are has have was were runs run lasts holds stays stay remains remain reopen reopens resume resumes restart
	restarts`
);
/** So many verbs of a clause are looked at. */
const TRIES = 6;
/** Who sees one another again does so by a calendar. */
const PERSONAL = wordSet('he she they it we i you who which this that there leaders presidents men women voters');

interface Left {
	start: number;
	at: number;
	left: readonly Token[];
}

function surenessOf(parsed: Parsed, state: State, { start, at, left }: Left, told: Told): number {
	const words = left.map(({ w }) => w);
	const two = words.some((w) => JOINTLY.has(w) || w === 'between');
	const said = told.front || saidByBoth(parsed, state.end);
	if (said || two) return Math.max(0.6, state.sure);
	if (owned(parsed, start, at)) return 0;
	if (told.after || told.paper) return Math.max(0.5, state.sure);
	return told.occasion ? state.sure : 0;
}

/** The words of a subject without an aside that ends right before its verb: "The truce, which would have lapsed, now …". */
function withoutAside(tokens: readonly Token[], start: number, at: number): readonly Token[] {
	const close = tokens[at - 1]?.w === ',' ? at - 1 : tokens[at - 2]?.w === ',' ? at - 2 : -1;
	let open = close - 1;
	while (open > start && tokens[open]?.w !== ',') open--;
	return close < 0 || open <= start ? tokens.slice(start, at) : tokens.slice(start, open);
}

/** Verbs of traffic and trade that are no deeds of a state. */
const GOES = wordSet(
	'sail fly run land dock cross travel flow circulate move operate call telephone work study fish sell buy get'
);
const MEETS = wordSet('meet see speak talk visit face try go say ask be have make take come return become hold');

/** "will again be able to", "are to sail again", "will from now on": what is done once more. */
function againAt(parsed: Parsed, at: number, to: number): State | null {
	const { tokens, lexicon } = parsed;
	const word = wordAt(tokens, at);
	const planned = (word === 'is' || word === 'are') && wordAt(tokens, at + 1) === 'to';
	if (!planned && !['will', 'shall', 'can', 'may'].includes(word)) return null;
	const verb = afterAgain(tokens, planned ? at + 2 : at + 1);
	const end = verb + 1;
	const again = verb > past(tokens, planned ? at + 2 : at + 1) || saysAgain(tokens, at, Math.min(to, at + 18));
	if (!again || NEGATORS.has(wordAt(tokens, verb))) return null;
	const able =
		wordAt(tokens, verb) === 'be' && ['able', 'free', 'allowed', 'permitted'].includes(wordAt(tokens, verb + 1));
	if (able && wordAt(tokens, verb + 2) === 'to') return { at, end: verb + 3, sure: 0.5 };
	const passive = wordAt(tokens, verb) === 'be' && deedOf(lexicon, wordAt(tokens, verb + 1), 'participle') !== null;
	if (passive) return { at, end: verb + 2, sure: 0.45 };
	const does = wordAt(tokens, verb);
	const fits = GOES.has(does) || (lexicon.actions.has(does) && !MEETS.has(does));
	return fits ? { at, end, sure: 0.45 } : null;
}

/** "Technical teams will restore the bridge together": what nobody does alone. */
function together({ tokens, lexicon }: Parsed, at: number, to: number): State | null {
	const verb = past(tokens, at + 1);
	const fits = ['will', 'shall'].includes(wordAt(tokens, at)) && lexicon.actions.has(wordAt(tokens, verb));
	const two = tokens.slice(at + 1, Math.min(to, at + 16)).some(({ w }) => ['together', 'jointly'].includes(w));
	return fits && two && !MEETS.has(wordAt(tokens, verb)) ? { at, end: verb + 1, sure: 0.5 } : null;
}

/** The index behind adverbs, "once more", "from now on". */
function afterAgain(tokens: readonly Token[], from: number): number {
	let at = past(tokens, from);
	if (wordAt(tokens, at) === 'from' && ['now', 'then'].includes(wordAt(tokens, at + 1))) at = past(tokens, at + 3);
	if (wordAt(tokens, at) === 'more') at = past(tokens, at + 1);
	return at;
}

function saysAgain(tokens: readonly Token[], from: number, to: number): boolean {
	for (let at = from; at < to; at++) {
		const word = wordAt(tokens, at);
		if (word === 'again' || word === 'anew' || word === 'afresh') return true;
		if (word === 'once' && wordAt(tokens, at + 1) === 'more') return true;
		if (['which', 'who', 'that', 'if'].includes(word)) return false;
	}
	return false;
}

/** How things are once more, by the words behind "is": each with how sure it tells of a result. */
const STANDS: readonly (readonly [string, number])[] = [
	['back on', 0.5],
	['back in force', 0.5],
	['back in business', 0.45],
	['back to where', 0.45],
	['back to normal', 0.4],
	['on again', 0.5],
	['open again', 0.45],
	['a done deal', 0.6],
	['done and dusted', 0.5],
	['up and running', 0.4],
	['restored', 0],
	['once again possible', 0.5],
	['once more possible', 0.5],
	['possible again', 0.5],
	['once again open', 0.5],
	['once more free to', 0.5],
	['once more able to', 0.5],
	['again free to', 0.5],
	['again able to', 0.5]
];

function stateAt(tokens: readonly Token[], at: number): State | null {
	const have = ['has', 'have'].includes(wordAt(tokens, at)) && wordAt(tokens, at + 1) === 'been';
	if (!have && !['is', 'are'].includes(wordAt(tokens, at))) return null;
	const from = wordAt(tokens, at + 1) === 'once' ? at + 1 : past(tokens, at + (have ? 2 : 1));
	const words = [0, 1, 2, 3].map((step) => wordAt(tokens, from + step)).join(' ');
	const found = STANDS.find(([phrase]) => words === phrase || words.startsWith(`${phrase} `));
	// "is halved", "are lifted": said so by both, or after what was agreed.
	const iced = /^put (?:on ice|on hold|to rest)/.test(words);
	if (iced) return { at, end: from + 3, sure: 0 };
	if (found?.[0] === 'open again' && !tokens.slice(Math.max(0, at - 10), at).some(({ w }) => CROSSED.has(w)))
		return null;
	if (!found || have) return ENDED.has(wordAt(tokens, from)) ? { at, end: from + 1, sure: 0 } : null;
	return { at, end: from + found[0].split(' ').length, sure: found[1] };
}
const CROSSED = wordSet(
	'border borders bridge bridges crossing crossings port ports market markets embassy embassies consulate consulates airspace route routes road pass strait gate gates channel channels line lines'
);
const ENDED = wordSet(
	'reopened reinstated resumed revived renewed extended prolonged abolished halved lifted paused waived suspended frozen scrapped'
);

/** "now runs for another year", "stays suspended until": a truce, or what it holds. */
function lastsAt(tokens: readonly Token[], at: number): State | null {
	const word = wordAt(tokens, at);
	const plain = ['runs', 'lasts', 'holds', 'stays', 'remains', 'stay', 'remain', 'run'].includes(word);
	if (!plain || !lasting(tokens, at)) return null;
	const from = past(tokens, at + 1);
	const off = ['suspended', 'frozen', 'paused', 'lowered', 'waived', 'capped', 'lifted'].includes(wordAt(tokens, from));
	const until = tokens
		.slice(from, from + 5)
		.some(({ w }) => ['until', 'till', 'through', 'another', 'further'].includes(w));
	return until ? { at, end: from + (off ? 1 : 0), sure: off || wordAt(tokens, from) === 'for' ? 0.5 : 0.4 } : null;
}

/** "Border bridges reopen on Monday", "A swap line was rolled over for five years". */
function opensAt(tokens: readonly Token[], at: number): State | null {
	const word = wordAt(tokens, at);
	const ahead = tokens.slice(at + 1, at + 8).some(({ w }) => TIME_WORDS.has(w) || w === 'from');
	// "Talks resume on Monday": the calendar.
	const talks = ['talks', 'negotiations', 'hearings', 'session', 'meetings', 'trial'].includes(wordAt(tokens, at - 1));
	if (/^(?:reopen|resume|restart)s?$/.test(word)) return ahead && !talks ? { at, end: at + 1, sure: 0.45 } : null;
	const been = ['was', 'were'].includes(word) || (wordAt(tokens, at + 1) === 'been' && ['has', 'have'].includes(word));
	const verb = past(tokens, word === 'has' || word === 'have' ? at + 2 : at + 1);
	const longer = ['rolled', 'extended', 'prolonged', 'renewed', 'lengthened', 'stretched'].includes(
		wordAt(tokens, verb)
	);
	const by = tokens.slice(verb + 1, verb + 4).some(({ w }) => ['for', 'by', 'until', 'to', 'over'].includes(w));
	return been && longer && by && lasting(tokens, at) ? { at, end: verb + 1, sure: 0.5 } : null;
}

const LASTING = wordSet(
	'truce pause ceasefire suspension arrangement freeze moratorium waiver exemption reprieve deal accord cuts duties tariffs levies pact treaty line agreement mandate memorandum lease'
);
const lasting = (tokens: readonly Token[], at: number): boolean =>
	tokens.slice(Math.max(0, at - 14), at).some(({ w }) => LASTING.has(w));
