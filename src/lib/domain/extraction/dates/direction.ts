import { isDash, isPossessive, type Token } from './tokens.ts';
import { wordSet } from '../../text.ts';

type Tokens = readonly Token[];

const FOLLOWING = wordSet('after following');
const COUNTS = wordSet('two three four five six seven several many few more most some no any first next last new');
const VOTES = wordSet('election elections vote polls poll referendum ballot midterms inauguration');
const IN_ON = wordSet('in on');
const COARSE = wordSet('mid early late');
const UP_TO = wordSet('until till to');
const CONJUNCTIONS = wordSet('while but and whereas');
const FUTURE = wordSet('will shall ll');
const OWNERS = wordSet('the its their his her');
const COUNTED_NEXT = wordSet('day week month year morning evening few two three several');
const NOT_YET = wordSet('not yet nt t');
const PRESENT = wordSet('is are being');
const PARTICLES = wordSet('up out off');

type Sign = 'ahead' | 'sure' | 'past';

/** Words that say that something is still to come. */
const AHEAD = wordSet(
	'wants want aims aim intends intend likely unlikely expects expect will shall ll wo upcoming forthcoming scheduled slated due expected planned planning plans plan would could may might can must'
);
/** "to" before these looks ahead: "agreed to meet on Friday". */
const AHEAD_INFINITIVES = wordSet(
	'meet travel visit host attend arrive hold convene fly take begin start address carry return come end finish'
);
/** "decided (not) to send": what is done is still to come. */
const INTENDING = wordSet(
	'agreed decided planned vowed pledged promised expects expected hopes hope wants want intends aims seeks threatened invited proposed offered ordered ready threat threats plan plans offer intention deadline'
);
/** "is set to", "are to", "ahead of". */
const AHEAD_PAIRS = wordSet(
	'is:to are:to was:to were:to set:to to:be going:to go:to goes:to ahead:of advance:of forward:to settled:on about:to poised:to takes:effect take:effect effect:from effective:from effective:on takes:place take:place takes:over take:over comes:into come:into enters:into enter:into goes:into kicks:off kick:off set:for planned:for slated:for runs:out run:out deadline:of deadline:on deadline:for pencilled:in penciled:in marked:for booked:for'
);
/** Presents of what is fixed in a calendar. */
const FIXTURES = wordSet(
	'expires expire lapses lapse resumes resume begins begin starts start looms loom convenes convene returns return leaves turns opens ends closes travels flies arrives arrive departs depart heads meet meets gathers gather hosts holds visits votes vote takes follow follows joins join assumes chairs elects decides reports faces holds hands runs reconvenes reconvene adjourns lands tours receives continues becomes become moves awaits'
);
const PAST = wordSet(
	'put foresaw said told met held was were had took made came went gave wrote spoke saw left began struck sent kept flew led read brought found shook won lost hit fell rose broke drew ran sat stood became got grew shot built wound sold bought sought dealt taught thought laid paid caught chose drove felt fought forgot froze heard hid knew lent lost meant overcame rode sank slid spent stole struck swept swore threw took undertook understood upheld withdrew withheld woke wore stuck swung bore bent forbade strode tore sworn taken given begun drawn written spoken'
);
const PAST_SHAPE = /^[a-z]{2,}ed$/;
const NEVER_PAST = wordSet('need speed indeed exceed proceed succeed seed united speed feed');
const BEFORE_ADJECTIVES = wordSet('the a an its his her their our this that of in on for with by');
const NOT_SO = wordSet('originally initially first');
const STAYING = wordSet('remains remain');
const NOBODY = wordSet('nobody neither none one never');
const RELATIVES = wordSet('that which who whom whose where');
const WINDOW = 22;

/**
 * Whether the clause around an expression looks ahead or back: the nearest verb to its left decides, else the nearest
 * to its right; undefined where neither says.
 */
export function directionOf(tokens: Tokens, from: number, to: number): 'ahead' | 'past' | undefined {
	const said = placeInTime(tokens, from, to);
	return said === 'sure' ? 'ahead' : said;
}

/** The same; "sure" is what a present, "will" or "until" puts ahead: of it nothing is told that is long past. */
export function placeInTime(tokens: Tokens, from: number, to: number): Sign | undefined {
	const said = unsurely(tokens, from, to);
	return said === 'ahead' && UP_TO.has(tokens[from - 1]?.lower ?? '') ? 'sure' : said;
}

function unsurely(tokens: Tokens, from: number, to: number): Sign | undefined {
	// "It is Thursday in Taiwan": a clock that is ahead of the reporter's.
	if (isTerm(tokens, from) || (tokens[from - 1]?.lower === 'is' && tokens[from - 2]?.lower === 'it')) return 'ahead';
	// "Called off the meeting of 16 November": the verb is not that of the meeting.
	if (tokens[from - 1]?.lower === 'of' && tokens[from]?.kind === 'number') return undefined;
	if (isDeadline(tokens, from)) return 'ahead';
	if (isEarlierOne(tokens, from) || isOwnPaper(tokens, from, to)) return 'past';
	const vote = isVote(tokens, from);
	const said = clauseDirection(tokens, from, to);
	return vote && said === 'past' ? undefined : said;
}

const BY_BEFORE = wordSet('by before');
const OF_PERIOD = wordSet('the of end start close middle beginning early late');
const UNDERTAKING = wordSet(
	'agreed agree agrees undertook undertakes undertaken instructed tasked directed ordered committed commits pledged pledges promised promises vowed decided resolved wants want plans aims hopes expects intends asked urged'
);
const UNMET = wordSet('had failed hoped supposed meant nobody never');
const DEADLINE_TOKENS = 5;

/** "undertook to settle the invoices before the end of June": a deadline that somebody takes on lies ahead. */
function isDeadline(tokens: Tokens, from: number): boolean {
	let by = from - 1;
	while (by >= from - DEADLINE_TOKENS && OF_PERIOD.has(tokens[by]?.lower ?? '')) by -= 1;
	if (!BY_BEFORE.has(tokens[by]?.lower ?? '')) return false;
	let infinitive = false;
	for (let at = by - 1; at >= 0 && at >= by - WINDOW && !endsClause(tokens, at); at -= 1) {
		const lower = tokens[at]?.lower ?? '';
		if (UNMET.has(lower)) return false;
		if (lower === 'to' && tokens[at + 1]?.kind === 'word') infinitive = true;
		if (UNDERTAKING.has(lower)) return infinitive && !UNMET.has(tokens[at - 1]?.lower ?? '');
	}
	return false;
}

const FROM_OF = wordSet('from of');
const EARLIER = wordSet('older earlier original previous initial preceding prior');

/** "the older licences from April": what is older than its like is told of the past. */
const isEarlierOne = (tokens: Tokens, from: number): boolean =>
	FROM_OF.has(tokens[from - 1]?.lower ?? '') && [2, 3, 4].some((step) => EARLIER.has(tokens[from - step]?.lower ?? ''));

const PAPERS = wordSet(
	'guidance rule rules order statement letter note notice decision ruling announcement report memo memorandum directive communique proclamation circular'
);

/** "Withdraw its May guidance": what somebody has written is told of the past. */
const isOwnPaper = (tokens: Tokens, from: number, to: number): boolean =>
	PAPERS.has(tokens[to]?.lower ?? '') && (OWNERS.has(tokens[from - 1]?.lower ?? '') || isPossessive(tokens, from - 2));

/** What the verbs around an expression say. */
function clauseDirection(tokens: Tokens, from: number, to: number): Sign | undefined {
	if (isPossessive(tokens, to)) return undefined;
	let follows = false;
	let relative = false;
	let present = false;
	for (let at = from - 1; at >= 0 && at >= from - WINDOW && !endsClause(tokens, at); at -= 1) {
		const said = signAt(tokens, at);
		// "The tariff remains at 10 percent, with a review at the end of March": a present, and what is still to come.
		if (!follows && STAYING.has(lower(tokens, at)) && tokens[at - 1]?.lower !== 'to') return 'ahead';
		if (said) return said === 'past' && isConditional(tokens, at) ? 'ahead' : said;
		// "Before Lai is sworn in on 20 May": the present of what is still to come.
		present ||= PRESENT.has(tokens[at]?.lower ?? '');
		if (present && tokens[at]?.lower === 'before') return 'ahead';
		// "Told the paper that the second week of April is pencilled in": the clause has a verb of its own.
		if (tokens[at]?.lower === 'that') {
			const own = signAfter(tokens, to, relative);
			if (own) return own;
		}
		// "Stays open to trawlers, after talks on Thursday": what comes behind the comma went before.
		if (follows && tokens[at]?.text === ',' && FOLLOWING.has(tokens[at + 1]?.lower ?? '')) return 'past';
		// "After the vote in May, they will …": what follows tells nothing of the vote.
		if (tokens[at]?.lower === 'since') return 'past';
		follows ||= FOLLOWING.has(tokens[at]?.lower ?? '');
		relative ||= RELATIVES.has(tokens[at]?.lower ?? '');
	}
	if (follows) return undefined;
	return signAfter(tokens, to, relative);
}

const CONDITION_TOKENS = 8;
const ASKING = wordSet(
	'asked asks ask wondered wonder wonders know known knew see saw doubt doubted unclear unsure say said as even or and'
);

/** "Would cut it if seizures kept falling through June": the past of what may come. */
function isConditional(tokens: Tokens, verb: number): boolean {
	for (let at = verb - 1; at > 0 && at >= verb - CONDITION_TOKENS && !endsClause(tokens, at); at -= 1)
		if (tokens[at]?.text === 'if') return !ASKING.has(lower(tokens, at - 1));
	return false;
}

/** What the first verb to the right says. */
function signAfter(tokens: Tokens, to: number, relative: boolean): Sign | undefined {
	for (let at = to; at < tokens.length && at < to + WINDOW && !isStop(tokens, at); at += 1) {
		// "On Tuesday without a word on the truce that lapses": the verb is of something else.
		if (RELATIVES.has(tokens[at]?.lower ?? '') || (relative && tokens[at]?.text === ',')) break;
		const said = signAt(tokens, at);
		if (said) return said;
	}
	return undefined;
}

/** "The vote", "Tuesday's visit", "two heads of state": no verb, though it is written like one. */
function isNoun(tokens: Tokens, at: number): boolean {
	const before = tokens[at - 1];
	if (tokens[at + 1]?.lower === 'of' || before?.kind === 'number' || COUNTS.has(before?.lower ?? '')) return true;
	// "Met the co-chairs on Friday", but "co-chairs the session on Friday".
	if (isDash(before) && !/^(?:the|an?|its|this|their)$/.test(lower(tokens, at + 1))) return true;
	// "To a bad start": an article, an adjective and a singular.
	if (!lower(tokens, at).endsWith('s') && /^an?$/.test(lower(tokens, at - 2)) && before?.kind === 'word') return true;
	// "The truce that lapses" is no noun.
	if (before?.lower === 'that') return !(tokens[at]?.lower ?? '').endsWith('s');
	return BEFORE_ADJECTIVES.has(before?.lower ?? '') || /['’]s$|^s$/.test(before?.lower ?? '');
}

/** "Warned it off the election in January": a vote has its own place in time, whatever the verb. */
const isVote = (tokens: Tokens, from: number): boolean =>
	IN_ON.has(tokens[from - 1]?.lower ?? '') && VOTES.has(tokens[from - 2]?.lower ?? '');

const EXTENDING = wordSet(
	'reprieve moratorium extension waiver extended extend extends extending postponed postpone delayed delay suspended suspend paused pause prolonged valid runs run lasts renewed put gives gave giving given'
);

const HAVING = wordSet('has have had');
/** "A postponement to May": the month to which something is put off. */
const PUT_OFF = wordSet(
	'postponement delay deferral moved pushed shifted rescheduled slipped deferred adjourned forward'
);
const PUT_OFF_TOKENS = 5;

/** "was extended until November 10": how far something reaches lies ahead. */
function isTerm(tokens: Tokens, from: number): boolean {
	let at = from - 1;
	while (at >= from - 3 && (isDash(tokens[at]) || COARSE.has(tokens[at]?.lower ?? ''))) at -= 1;
	if (!UP_TO.has(tokens[at]?.lower ?? '')) return false;
	// "Has until Friday to answer", and not "had simmered until".
	if (HAVING.has(tokens[at - 1]?.lower ?? '')) return true;
	for (let left = at - 1; left >= 0 && left >= at - WINDOW && !endsClause(tokens, left); left -= 1) {
		if (PUT_OFF.has(tokens[left]?.lower ?? '') && at - left < PUT_OFF_TOKENS) return true;
		if (EXTENDING.has(tokens[left]?.lower ?? '')) return true;
	}
	return false;
}

/** "12:01" goes on after its colon. */
const isStop = (tokens: Tokens, at: number): boolean => {
	const token = tokens[at];
	if (token === undefined || !';:"“”'.includes(token.text)) return false;
	return !(token.joined && tokens[at + 1]?.kind === 'number' && tokens[at + 1]?.joined);
};

function endsClause(tokens: Tokens, at: number): boolean {
	const token = tokens[at];
	if (isStop(tokens, at)) return true;
	return token?.text === ',' && CONJUNCTIONS.has(tokens[at + 1]?.lower ?? '');
}

const lower = (tokens: Tokens, at: number): string => tokens[at]?.lower ?? '';

/** "agreed", but not "the demilitarised zone". */
function isPastShape(tokens: Tokens, at: number): boolean {
	const word = lower(tokens, at);
	const before = lower(tokens, at - 1);
	if (word === 'provided' && before === ',') return false;
	if (!PAST_SHAPE.test(word) || NEVER_PAST.has(word)) return false;
	// "The company that agreed in March": a verb where a preposition or "to" follows.
	if (before === 'that' && /^(?:in|on|at|by|to|for|from|with|last|this)$/.test(lower(tokens, at + 1))) return true;
	return !BEFORE_ADJECTIVES.has(before);
}

/** "will have served", "would not have met". */
function isAfterModal(tokens: Tokens, at: number): boolean {
	if (tokens[at - 1]?.lower !== 'have') return false;
	return [tokens[at - 2], tokens[at - 3]].some((token) => FUTURE.has(token?.lower ?? ''));
}

/** "The next round", "its next meeting": still to come, unless the word counts days of a tale. */
function isNextOfKind(tokens: Tokens, at: number): boolean {
	if (tokens[at]?.lower !== 'next' || !OWNERS.has(tokens[at - 1]?.lower ?? '')) return false;
	return !COUNTED_NEXT.has(tokens[at + 1]?.lower ?? '');
}

/** Verbs whose past is written as they are. */
const INVARIABLE = wordSet('set put hit read shut cut let shed split spread');
const BEFORE_INFINITIVES = wordSet('will would shall should could can may might must to not');

const isInfinitive = (tokens: Tokens, at: number): boolean => BEFORE_INFINITIVES.has(lower(tokens, at - 1));

function signAt(tokens: Tokens, at: number): Sign | undefined {
	const token = tokens[at];
	if (token?.kind !== 'word' || isDash(tokens[at + 1])) return undefined;
	const pair = AHEAD_PAIRS.has(`${token.lower}:${tokens[at + 1]?.lower ?? ''}`);
	const month = token.lower === 'may' && token.text !== token.lower;
	const fixture = FIXTURES.has(token.lower) && !isNoun(tokens, at);
	if (fixture || FUTURE.has(token.lower)) return 'sure';
	// "Originally planned for August": it came otherwise.
	if (pair && NOT_SO.has(tokens[at - 1]?.lower ?? '')) return 'past';
	if (pair || (AHEAD.has(token.lower) && !month)) return 'ahead';
	if (isNextOfKind(tokens, at)) return 'ahead';
	// "will be held", "will have served": the auxiliary tells.
	if (tokens[at - 1]?.lower === 'be' || isAfterModal(tokens, at)) return undefined;
	// "has not been confirmed": what is not done yet lies on neither side.
	if (tokens[at - 1]?.lower === 'been' && NOT_YET.has(tokens[at - 2]?.lower ?? '')) return undefined;
	// "…, co-hosted by Britain": what a participle adds is no verb of the clause.
	if (isDash(tokens[at - 1]) && tokens[at + 1]?.lower === 'by') return undefined;
	if (token.lower === 'to' && AHEAD_INFINITIVES.has(tokens[at + 1]?.lower ?? '')) return 'ahead';
	const intending = at - (tokens[at - 1]?.lower === 'not' ? 2 : 1);
	// "Nobody promised to lift them on Monday": the day is that of the promise which was not made.
	if (token.lower === 'to' && INTENDING.has(tokens[intending]?.lower ?? ''))
		return NOBODY.has(tokens[intending - 1]?.lower ?? '') ? 'past' : 'ahead';
	// "If nothing is signed by then": the present of a condition.
	if (token.text === 'If' || token.lower === 'unless') return 'ahead';
	const participle = PAST_SHAPE.test(token.lower) || PAST.has(token.lower);
	if (participle && PRESENT.has(tokens[at - 1]?.lower ?? '')) return undefined;
	const setUp = token.lower === 'set' && (PARTICLES.has(tokens[at + 1]?.lower ?? '') || tokens[at - 1]?.text === ',');
	const past = PAST.has(token.lower) || isPastShape(tokens, at) || setUp;
	// "Will set up", "agreed to put": an infinitive that is written like its past.
	return past && !(INVARIABLE.has(token.lower) && isInfinitive(tokens, at)) ? 'past' : undefined;
}
