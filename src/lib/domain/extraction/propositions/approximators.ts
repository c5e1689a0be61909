import { wordSet } from '../../text.ts';
import type { Token } from './tokens.ts';

const SCANT = wordSet('hardly scarcely barely');
const COMPARED = wordSet('more less fewer longer later earlier sooner higher lower greater bigger');
/** "no later than March": a limit, whatever stands behind it. */
const TIMED = wordSet('later earlier sooner');
const NUMBERS = wordSet(
	'half two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ' +
		'ninety hundred hundreds thousands dozen dozens'
);
/** What is counted or measured by an article: "a third", "an hour", "the half". */
const AMOUNTS = wordSet(
	'half third quarter fifth sixth seventh eighth tenth fraction dozen handful score hundred thousand million billion ' +
		'trillion minute hour day week fortnight month quarter year decade century percent percentage'
);

/**
 * The tokens of a sentence with every word that only makes an amount small, and denies nothing, read as "some": "barely
 * half", "hardly a third", "no fewer than 30", "not later than May". Offsets stay as they are.
 */
export function readAmounts(tokens: readonly Token[]): readonly Token[] {
	if (!tokens.some((token, at) => approximates(tokens, at, token.w))) return tokens;
	return tokens.map((token, at) => (approximates(tokens, at, token.w) ? { ...token, w: 'some' } : token));
}

function approximates(tokens: readonly Token[], at: number, word: string): boolean {
	const scant = SCANT.has(word);
	if (!scant && word !== 'no' && word !== 'not' && word !== 'little') return false;
	const next = tokens[at + 1]?.w ?? '';
	// "settled little beyond a date": the date was settled.
	if (word === 'little' && (next === 'beyond' || next === 'besides')) return true;
	if (COMPARED.has(next) && tokens[at + 2]?.w === 'than') return TIMED.has(next) || isAmount(tokens, at + 3);
	return scant && isAmount(tokens, next === 'over' || next === 'above' ? at + 2 : at + 1);
}

/** "40", "half", "two-thirds", "one in five", "a third". */
function isAmount(tokens: readonly Token[], at: number): boolean {
	const word = tokens[at]?.w ?? '';
	if (/^\p{N}/u.test(word) || NUMBERS.has(word.split('-')[0] ?? '')) return true;
	const next = tokens[at + 1]?.w ?? '';
	if (word === 'one' || word.startsWith('one-')) return next === 'in' || word.length > 4;
	return ['a', 'an', 'the'].includes(word) && AMOUNTS.has(next);
}
