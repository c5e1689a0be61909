import { wordSet } from '../../text.ts';
import { placeInTime } from './direction.ts';
import type { Token } from './tokens.ts';

type Tokens = readonly Token[];

const PARTS_OF_DAY = wordSet('morning evening afternoon night');
const EAST = wordSet(
	'beijing shanghai taipei tokyo seoul manila hanoi canberra sydney singapore asia china japan taiwan'
);

/** "Friday morning in Beijing", "Friday Beijing time". */
export function isInTheEast(tokens: Tokens, next: number): boolean {
	const at = PARTS_OF_DAY.has(tokens[next]?.lower ?? '') ? next + 1 : next;
	if (tokens[at]?.lower === 'in') return EAST.has(tokens[at + 1]?.lower ?? '');
	return EAST.has(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower === 'time';
}

/** "Called on him in Beijing today.": the last word of what was done, or of what a calendar has. */
export function endsNews(tokens: Tokens, index: number): boolean {
	const after = tokens[index + 1];
	const ends =
		after === undefined || /^[.;]$/.test(after.text) || (after.lower === 'and' && tokens[index + 2] !== undefined);
	return ends && index > 1 && placeInTime(tokens, index, tokens.length) !== undefined && !isNowadays(tokens, index);
}

/** "As it is today", "the world of today", "than today". */
const isNowadays = (tokens: Tokens, index: number): boolean =>
	/^(?:of|than|like|is|are|as|world|until|till|to|from)$/.test(tokens[index - 1]?.lower ?? '');
