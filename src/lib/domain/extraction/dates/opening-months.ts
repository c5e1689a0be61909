import { cardinalAt } from '#lib/domain/grading/number-words.ts';
import { isoOf } from './calendar.ts';
import { yearsAfter } from './days.ts';
import { yearAt } from './parts.ts';
import { isPossessive, type Token } from './tokens.ts';
import type { Reading, Rule } from './types.ts';

type Tokens = readonly Token[];

const EDGES = new Map([
	['first', 'first'],
	['opening', 'first'],
	['last', 'last'],
	['final', 'last'],
	['closing', 'last']
]);
const OWNED_YEARS = new Map([
	['the', 0],
	['this', 0],
	['last', -1],
	['next', 1]
]);

/** Whether the first or last months of a year may begin with a word. */
export const opensMonths = (word: string): boolean => EDGES.has(word) || OWNED_YEARS.has(word);

/** The months that "first five months" or "last three months" of a year are, and the index after them. */
function monthsAt(tokens: Tokens, index: number): { from: number; to: number; next: number } | undefined {
	const edge = EDGES.get(tokens[index]?.lower ?? '');
	const run = edge && cardinalAt([tokens[index + 1]?.lower ?? ''], 0);
	if (!run || tokens[index + 2]?.lower !== 'months') return undefined;
	if (!Number.isInteger(run.value) || run.value < 1 || run.value > 11) return undefined;
	const next = index + 3;
	return edge === 'first' ? { from: 1, to: run.value, next } : { from: 13 - run.value, to: 12, next };
}

/** "the first five months of this year", "the first nine months of 2023", "this year's first five months". */
export const openingMonths: Rule = (tokens, index) => {
	const owned = tokens[index + 1]?.lower === 'year' && isPossessive(tokens, index + 2);
	const opening = owned ? index + 4 : index;
	const months = monthsAt(tokens, opening);
	if (months === undefined) return undefined;
	const { from, to, next } = months;
	const base = { from: index, rule: 'months-of-year', confidence: 0.92 };
	const ofYear = (years: number): Reading => ({ as: 'months-of-year', from, to, years });
	if (owned) {
		const years = OWNED_YEARS.get(tokens[index]?.lower ?? '');
		return years === undefined ? undefined : { ...base, to: next, reading: ofYear(years) };
	}
	const year = ['of', 'in'].includes(tokens[next]?.lower ?? '') ? yearAt(tokens, next + 1) : undefined;
	if (year) {
		const first = isoOf(year.value, from);
		const iso = from === to ? first : `${first}/${isoOf(year.value, to)}`;
		return iso === undefined ? undefined : { ...base, to: year.next, reading: { as: 'fixed', iso } };
	}
	const current =
		tokens[next]?.lower === 'of' && `${tokens[next + 1]?.lower} ${tokens[next + 2]?.lower}` === 'the year';
	if (current) return { ...base, to: next + 3, reading: ofYear(0) };
	const years = yearsAfter(tokens, next);
	if (years) return { ...base, to: years.next, reading: ofYear(years.value) };
	// "In the first five months, exports fell": no words tell of what else they are the first.
	const lead = `${tokens[index - 2]?.lower} ${tokens[index - 1]?.lower}`;
	if (!/^(?:in|over|during) the$/.test(lead) || tokens[next]?.kind !== 'sign' || to === 12) return undefined;
	return { ...base, to: next, reading: { as: 'yearless', month: from, toMonth: to }, confidence: 0.6 };
};
