import { isoOf } from './calendar.ts';
import { sameYearAfter, yearsAfter } from './days.ts';
import { joinAt, monthAt, yearAfter, yearAt } from './parts.ts';
import { isDash, isPossessive, type Token } from './tokens.ts';
import type { Found, Hint, Reading, Rule } from './types.ts';
import { wordSet } from '../../text.ts';

type Tokens = readonly Token[];

const BEFORE_MONTH = wordSet(
	'in since by until till from during early late mid of before after through throughout around for between ended ending starting effective'
);
/** "as early as August" */
const REACHING = wordSet('early late soon recently back far');
const DETERMINERS = wordSet('the a an his her its their our this that s');
/** Months that are also verbs or first names. */
const NAMELIKE = new Set([3, 4, 5, 6, 8]);
const HINTS = new Map<string, Hint>([
	['last', 'last'],
	['this', 'this'],
	['next', 'next'],
	['coming', 'next'],
	['past', 'last']
]);

/** "last", "this" or "next" before an index. */
export const hintBefore = (tokens: Tokens, index: number): Hint | undefined =>
	HINTS.get(tokens[index - 1]?.lower ?? '');

const COARSE = wordSet('early late mid');

/** Where the words that make a date coarser begin: "mid-", "early", "late". */
function modifierStart(tokens: Tokens, index: number): number {
	const at = isDash(tokens[index - 1]) ? index - 2 : index - 1;
	return COARSE.has(tokens[at]?.lower ?? '') ? at : index;
}

const PUTTING_OFF =
	/^(?:postpone(?:d|ment)?|postponing|delay(?:ed|ing)?|defer(?:red|ral)?|reschedul(?:ed|ing)|push(?:ed|ing)?|mov(?:e|ed|ing)|put|brought|shift(?:ed)?|slip(?:ped)?|extend(?:ed)?|extension|prolonged|adjourned|forward|back)$/;
const PUT_OFF_TOKENS = 6;

/** "A postponement to May", "put off from March to May". */
const isPutOff = (tokens: Tokens, to: number): boolean =>
	tokens.slice(Math.max(0, to - PUT_OFF_TOKENS), to).some(({ lower }) => PUTTING_OFF.test(lower));

/** Whether a lone month is the name of a month here and not of a person or an action. */
function isMonthHere(tokens: Tokens, index: number, value: number, next: number): boolean {
	const before = tokens[modifierStart(tokens, index) - (modifierStart(tokens, index) === index ? 1 : 0)];
	const after = tokens[next];
	const named = after?.kind === 'word' && after.text[0] !== after.lower[0];
	if (before !== undefined && BEFORE_MONTH.has(before.lower)) return true;
	if (before?.lower === 'as' && REACHING.has(tokens[index - 2]?.lower ?? '')) return true;
	if (before?.lower === 'to' && isPutOff(tokens, index - 1)) return true;
	if (['and', 'or', ','].includes(before?.lower ?? '') && monthAt(tokens, index - 2) !== undefined) return true;
	if (isPossessive(tokens, next) && !(before?.kind === 'word' && before.text[0] !== before.lower[0])) return true;
	if (DETERMINERS.has(before?.lower ?? '')) return after?.kind === 'word' && !named;
	return !NAMELIKE.has(value) && !named && tokens[index]?.text[0] !== tokens[index]?.lower[0];
}

/** "November 2023", "November of 2023", "in November, 2023". */
export const monthOfYear: Rule = (tokens, index) => {
	const month = monthAt(tokens, index);
	const year = month && yearAfter(tokens, month.next);
	const iso = month && year && isoOf(year.value, month.value);
	if (!iso) return undefined;
	const from = modifierStart(tokens, index);
	return { from, to: year.next, reading: { as: 'fixed', iso }, rule: 'month-year', confidence: 0.98 };
};

/** "January to March 2023", "from May 2022 to June 2023", "between March and June". */
export const monthSpan: Rule = (tokens, index) => {
	const first = monthAt(tokens, index);
	const firstYear = first && yearAt(tokens, first.next);
	const joint = firstYear?.next ?? first?.next ?? 0;
	const join = first && joinAt(tokens, joint);
	const last = join && monthAt(tokens, join.next);
	if (!first || !last) return undefined;
	const lead = tokens[index - 1]?.lower;
	const meant = tokens[joint]?.lower === 'and' ? lead === 'between' : isDash(tokens[joint]) || lead === 'from';
	if (!meant) return undefined;
	const year = yearAfter(tokens, last.next);
	const base = { from: index, to: year?.next ?? last.next, rule: 'month-span' };
	if (year === undefined) {
		return { ...base, reading: { as: 'yearless', month: first.value, toMonth: last.value }, confidence: 0.85 };
	}
	const start = isoOf(firstYear?.value ?? (first.value > last.value ? year.value - 1 : year.value), first.value);
	return { ...base, reading: { as: 'fixed', iso: `${start}/${isoOf(year.value, last.value)}` }, confidence: 0.95 };
};

const SEASONS = new Map([
	['spring', 3],
	['summer', 6],
	['autumn', 9],
	['fall', 9],
	['winter', 12]
]);

/** Whether a season may begin with a word. */
export const opensSeason = (word: string): boolean => SEASONS.has(word);

/** "in the spring", "since autumn", "next summer": the three months of the northern season. */
export const season: Rule = (tokens, index): Found | undefined => {
	const month = SEASONS.get(tokens[index]?.lower ?? '');
	const after = tokens[index + 1];
	if (month === undefined || tokens[index]?.text !== tokens[index]?.lower) return undefined;
	if (after?.kind === 'number' || (after?.kind === 'word' && !AFTER_SEASON.has(after.lower))) return undefined;
	const hint = hintBefore(tokens, index);
	const at = tokens[index - 1]?.lower === 'the' ? index - 2 : index - 1;
	if (!hint && !BEFORE_SEASON.has(tokens[at]?.lower ?? '')) return undefined;
	const reading: Reading = { as: 'yearless', month, toMonth: ((month + 1) % 12) + 1, ...(hint && { hint }) };
	return { from: hint ? index - 1 : index, to: index + 1, reading, rule: 'season', confidence: 0.75 };
};

const BEFORE_SEASON = wordSet('in by since until till before during');
const AFTER_SEASON = wordSet(
	'and but or as when while after before to for with at that which because though although if'
);

/** "in August last year" (one unit), "last August", "since July", "the November summit". */
export const loneMonth: Rule = (tokens, index): Found | undefined => {
	const month = monthAt(tokens, index);
	if (month === undefined) return undefined;
	const hint = hintBefore(tokens, index);
	const years = yearsAfter(tokens, month.next);
	const same = hint ? undefined : sameYearAfter(tokens, month.next);
	if (!hint && !years && !same && !isMonthHere(tokens, index, month.value, month.next)) return undefined;
	const from = hint ? index - 1 : modifierStart(tokens, index);
	if (years) {
		const reading = { as: 'months-of-year', from: month.value, to: month.value, years: years.value } as const;
		return { from, to: years.next, reading, rule: 'month-of-relative-year', confidence: 0.95 };
	}
	const told = hint ? { hint } : same ? ({ sameYear: true } as const) : {};
	const reading: Reading = { as: 'yearless', month: month.value, ...told };
	return {
		from,
		to: same ?? month.next,
		reading,
		rule: hint ? 'hinted-month' : 'month',
		confidence: hint ? 0.9 : 0.88
	};
};
