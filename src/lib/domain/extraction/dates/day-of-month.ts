import { yearsAfter } from './days.ts';
import { dayAt, joinAt, type Part } from './parts.ts';
import type { Token } from './tokens.ts';
import type { Reading, Rule } from './types.ts';
import { wordSet } from '../../text.ts';

type Tokens = readonly Token[];

const DISTANCE = new Map([
	['last', -1],
	['this', 0],
	['next', 1]
]);
const HALVES = wordSet('morning afternoon evening night');
const BEFORE_DAY = wordSet('on of until by from for till');
const AFTER_DAY = wordSet('local and but in at to for with when after as before that morning afternoon evening night');

/** "on the 15th", "on the 7th of this month": a day without its month, where no noun follows it. */
export const dayOfMonth: Rule = (tokens, index) => {
	const half = HALVES.has(tokens[index + 2]?.lower ?? '');
	const led = half || BEFORE_DAY.has(tokens[index - 2]?.lower ?? '');
	const day = led && tokens[index - 1]?.lower === 'the' ? dayAt(tokens, index) : undefined;
	if (!day || day.next !== index + 2 || yearsAfter(tokens, day.next)) return undefined;
	const last = lastOfMonth(tokens, day);
	const next = last?.next ?? day.next;
	const months = tokens[next]?.lower === 'of' ? DISTANCE.get(tokens[next + 1]?.lower ?? '') : undefined;
	const said = months !== undefined && tokens[next + 2]?.lower === 'month';
	// "The 25th of that month": of the one told before.
	const same = /^of (?:that|the same) month\b/.test(
		[0, 1, 2, 3].map((step) => tokens[next + step]?.lower ?? '').join(' ')
	);
	const after = tokens[next];
	if (after?.kind === 'word' && !said && !same && !AFTER_DAY.has(after.lower)) return undefined;
	const through = last && { toDay: last.value };
	const reading: Reading = { as: 'day-of-month', day: day.value, ...through, ...(said && { months }) };
	return { from: index, to: next + (said ? 3 : 0), reading, rule: 'day-of-month', confidence: said ? 0.85 : 0.7 };
};

/** The end of "from the 14th to the 15th". */
function lastOfMonth(tokens: Tokens, first: Part): Part | undefined {
	const join = joinAt(tokens, first.next);
	if (!join || tokens[join.next]?.lower !== 'the') return undefined;
	const last = dayAt(tokens, join.next + 1);
	const suffixed = last?.next === join.next + 3;
	return last && suffixed && last.value > first.value && tokens[first.next]?.lower !== 'and' ? last : undefined;
}
