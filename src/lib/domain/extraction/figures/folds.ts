import { cardinalAt } from '#lib/domain/grading/number-words.ts';
import { isDash, type Token } from '../dates/tokens.ts';
import type { Amount } from './amount.ts';
import { contextOf } from './context.ts';
import type { Measured } from './units.ts';

const FOLD = /^([a-z]{3,9})fold$/;

/** "a tenfold rise", "10-fold", "rose three-fold": so many times; undefined for other words ("manifold"). */
export function foldAt(tokens: readonly Token[], index: number): { amount: Amount; what: Measured } | undefined {
	const token = tokens[index];
	if (token === undefined || token.kind === 'sign') return undefined;
	const stem = token.lower.endsWith('fold') ? FOLD.exec(token.lower)?.[1] : undefined;
	const dashed = isDash(tokens[index + 1]) && tokens[index + 2]?.lower === 'fold';
	const digits =
		token.kind === 'number' && /^\d{1,4}$/.test(token.text) && (dashed || tokens[index + 1]?.lower === 'fold');
	if (!digits && !dashed && stem === undefined) return undefined;
	const value = digits ? Number(token.text) : cardinalAt([stem ?? (dashed ? token.lower : '')], 0)?.value;
	if (value === undefined || value < 2) return undefined;
	const to = stem !== undefined ? index + 1 : dashed ? index + 3 : index + 2;
	const amount = { from: index, to, value, spelled: !digits };
	const of = contextOf(tokens, index, to, 'measure');
	return { amount, what: { from: index, to, unit: 'time', of, rule: 'fold', confidence: 0.85 } };
}
