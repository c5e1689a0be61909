import { isDash, type Token } from './tokens.ts';

type Tokens = readonly Token[];

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that say that something is still to come. */
const AHEAD = words(
	'will shall ll wo upcoming forthcoming scheduled slated due expected planned planning plans plan would could may might can'
);
/** "to" before these looks ahead: "agreed to meet on Friday". */
const AHEAD_INFINITIVES = words(
	'meet travel visit host attend arrive hold convene fly take begin start address carry return come'
);
/** "decided (not) to send": what is done is still to come. */
const INTENDING = words(
	'agreed decided planned vowed pledged promised expects expected hopes hope wants want intends aims seeks threatened invited proposed offered ordered ready'
);
/** "is set to", "are to", "ahead of". */
const AHEAD_PAIRS = words(
	'is:to are:to set:to going:to ahead:of about:to poised:to takes:effect take:effect takes:place take:place kicks:off kick:off set:for planned:for slated:for'
);
/** Presents of what is fixed in a calendar. */
const FIXTURES = words(
	'expires expire resumes resume begins begin starts start looms loom convenes convene returns return leaves turns opens ends closes travels flies'
);
const PAST = words(
	'said told met held was were had took made came went gave wrote spoke saw left began struck sent kept flew led read brought found shook won lost hit fell rose broke drew ran sat stood became got grew shot built'
);
const PAST_SHAPE = /^[a-z]{2,}ed$/;
const NEVER_PAST = words('need speed indeed exceed proceed succeed seed united speed feed');
const BEFORE_ADJECTIVES = words('the a an its his her their our this that of in on for with by');
const WINDOW = 14;

/**
 * Whether the clause around an expression looks ahead or back: the nearest verb to its left decides, else the nearest
 * to its right; undefined where neither says.
 */
export function directionOf(tokens: Tokens, from: number, to: number): 'ahead' | 'past' | undefined {
	if (isTerm(tokens, from)) return 'ahead';
	for (let at = from - 1; at >= 0 && at >= from - WINDOW && !endsClause(tokens, at); at -= 1) {
		const said = signAt(tokens, at);
		if (said) return said;
	}
	for (let at = to; at < tokens.length && at < to + WINDOW && !isStop(tokens, at); at += 1) {
		const said = signAt(tokens, at);
		if (said) return said;
	}
	return undefined;
}

const EXTENDING = words(
	'extended extend extends extending postponed postpone delayed delay suspended suspend paused pause prolonged valid runs run lasts renewed put'
);

/** "was extended until November 10": how far something reaches lies ahead. */
function isTerm(tokens: Tokens, from: number): boolean {
	let at = from - 1;
	while (at >= from - 3 && (isDash(tokens[at]) || words('mid early late').has(tokens[at]?.lower ?? ''))) at -= 1;
	if (!words('until till to').has(tokens[at]?.lower ?? '')) return false;
	for (let left = at - 1; left >= 0 && left >= at - WINDOW && !endsClause(tokens, left); left -= 1) {
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
	return token?.text === ',' && words('while but and whereas').has(tokens[at + 1]?.lower ?? '');
}

/** "agreed", but not "the demilitarised zone". */
function isPastShape(tokens: Tokens, at: number): boolean {
	const lower = tokens[at]?.lower ?? '';
	return PAST_SHAPE.test(lower) && !NEVER_PAST.has(lower) && !BEFORE_ADJECTIVES.has(tokens[at - 1]?.lower ?? '');
}

function signAt(tokens: Tokens, at: number): 'ahead' | 'past' | undefined {
	const token = tokens[at];
	if (token?.kind !== 'word' || isDash(tokens[at + 1])) return undefined;
	const pair = AHEAD_PAIRS.has(`${token.lower}:${tokens[at + 1]?.lower ?? ''}`);
	if (pair || AHEAD.has(token.lower) || FIXTURES.has(token.lower)) return 'ahead';
	// "will be held": the auxiliary tells.
	if (tokens[at - 1]?.lower === 'be') return undefined;
	if (token.lower === 'to' && AHEAD_INFINITIVES.has(tokens[at + 1]?.lower ?? '')) return 'ahead';
	if (token.lower === 'to' && INTENDING.has(tokens[at - (tokens[at - 1]?.lower === 'not' ? 2 : 1)]?.lower ?? ''))
		return 'ahead';
	// "If nothing is signed by then": the present of a condition.
	if (token.text === 'If' || token.lower === 'unless') return 'ahead';
	if (PAST_SHAPE.test(token.lower) && words('is are').has(tokens[at - 1]?.lower ?? '')) return undefined;
	const past = PAST.has(token.lower) || isPastShape(tokens, at);
	return past ? 'past' : undefined;
}
