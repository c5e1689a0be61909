import { isoOf } from './calendar.ts';
import { continues, yearAt } from './parts.ts';
import { isApostrophe, isDash, isPossessive, type Token } from './tokens.ts';
import type { Found, Rule } from './types.ts';
import { wordSet } from '../../text.ts';

type Tokens = readonly Token[];

const LOOSE_PREPOSITIONS = wordSet('by for from with');
const SPAN_LINKS = wordSet('to through until');
const BEFORE_QUARTER = wordSet('in during by for since until from');
/** "by the end of the second quarter" */
const EDGES = wordSet('end start beginning close middle course rest remainder');
const NO_PLURALS = wordSet('always perhaps towards across levels');

const PREPOSITIONS = wordSet(
	'in since by until till from during before after around of through throughout for than versus vs'
);
const BETWEEN = wordSet('at least about around roughly early late mid fiscal financial calendar year the or');
/** "as early as 2027". */
const REACHING = wordSet('early late soon recently back far');
const COMPARED = wordSet('compared relative back dating dates dated similar close');
/** After these "of 2023" is an amount. */
const AMOUNTS = wordSet(
	'total average maximum minimum height distance sum crowd number group army force fleet list team staff excess'
);
/** After a plural these make it a subject: "by 2030 emissions should peak". */
const FINITE = wordSet('should will would must can could may might are were have had rose fell do did');
const COUNTED = wordSet(
	'people persons men women children troops personnel dollars euros yuan yen won percent per kilometres kilometers km miles tonnes tons metres meters hours years days million billion trillion barrels soldiers officers workers students jobs cases deaths villages companies vehicles ships planes aircraft'
);
const MORE = wordSet('more less fewer over under nearly almost some about approximately exactly');
const DETERMINERS = wordSet('the a an his her its their our this that s');
const SEASONS = wordSet('spring summer autumn fall winter early late mid fiscal year fy');
const SUBJECT_VERBS = wordSet('was is will saw marks marked has had brought began ended could may would came');

const found = (from: number, to: number, iso: string, rule: string, confidence: number): Found => ({
	from,
	to,
	reading: { as: 'fixed', iso },
	rule,
	confidence
});

/** Whether what follows makes the number an amount: "2023 people", "by 2000 soldiers". */
function isCounted(tokens: Tokens, next: number, preposition: string): boolean {
	const after = tokens[next];
	if (after?.kind !== 'word') return after?.text === '%';
	if (COUNTED.has(after.lower)) return true;
	const plural = /^[a-z]{3,}[^s']s$/.test(after.text) && !NO_PLURALS.has(after.lower);
	return plural && LOOSE_PREPOSITIONS.has(preposition) && !FINITE.has(tokens[next + 1]?.lower ?? '');
}

/** Goes left over "at least", "the year", "mid-" to the preposition of a year; undefined where there is none. */
function prepositionBefore(tokens: Tokens, index: number): number | undefined {
	let at = index - 1;
	while (at >= 0 && at > index - 5) {
		const token = tokens[at];
		if (token === undefined) return undefined;
		if (
			PREPOSITIONS.has(token.lower) &&
			!(token.lower === 'around' && at > 0 && PREPOSITIONS.has(tokens[at - 1]?.lower ?? ''))
		) {
			return token.lower === 'of' && AMOUNTS.has(tokens[at - 1]?.lower ?? '') ? undefined : at;
		}
		if (token.lower === 'as') return REACHING.has(tokens[at - 1]?.lower ?? '') ? at : undefined;
		if (token.lower === 'to' || token.lower === 'with')
			return COMPARED.has(tokens[at - 1]?.lower ?? '') ? at : undefined;
		if (!BETWEEN.has(token.lower) && !isDash(token)) return undefined;
		at -= 1;
	}
	return undefined;
}

/** "in 2022", "since at least 2019", "by the year 2030". */
export const yearAfterPreposition: Rule = (tokens, index) => {
	const year = yearAt(tokens, index);
	const at = year && prepositionBefore(tokens, index);
	if (!year || at === undefined || isCounted(tokens, year.next, tokens[at]?.lower ?? '')) return undefined;
	return found(index, year.next, String(year.value), 'year-after-preposition', 0.96);
};

/** "2014-15", "2014-2016", "between 2014 and 2016", "from 2014 to 2016". */
export const yearSpan: Rule = (tokens, index) => {
	const token = tokens[index];
	if (
		token?.kind !== 'number' ||
		!/^(?:1[6-9]|20)\d\d$/.test(token.text) ||
		(token.joined && !tokens[index - 1]?.text.match(/[(]/))
	)
		return undefined;
	const link = tokens[index + 1];
	const last = tokens[index + 2];
	if (link === undefined || last?.kind !== 'number') return undefined;
	const lead = tokens[index - 1]?.lower;
	const tight = (isDash(link) || link.text === '/') && link.joined && last.joined;
	const said =
		(lead === 'between' && link.lower === 'and') ||
		(lead === 'from' && SPAN_LINKS.has(link.lower)) ||
		link.lower === 'through';
	if (!tight && !said) return undefined;
	const text = last.text.length === 2 && tight ? token.text.slice(0, 2) + last.text : last.text;
	const ends =
		/^(?:1[6-9]|20)\d\d$/.test(text) && Number(text) > Number(token.text) && Number(text) - Number(token.text) < 200;
	const more = tokens[index + 3];
	if (!ends || continues(tokens, index + 2) || (tight && isDash(more) && more?.joined)) return undefined;
	if (isCounted(tokens, index + 3, '')) return undefined;
	return found(index, index + 3, `${token.text}/${text}`, 'year-span', 0.95);
};

/** "the 1970s", "early 1990s". */
export const decade: Rule = (tokens, index) => {
	const token = tokens[index];
	if (token?.kind !== 'number' || !/^(?:1[6-9]|20)\d0$/.test(token.text)) return undefined;
	const straight = tokens[index + 1]?.text === 's' && tokens[index + 1]?.joined;
	const apostrophe = isApostrophe(tokens[index + 1]) && tokens[index + 1]?.joined && tokens[index + 2]?.text === 's';
	if (!straight && !(apostrophe && tokens[index - 1]?.lower === 'the')) return undefined;
	const first = Number(token.text);
	return found(index, index + (straight ? 2 : 3), `${first}/${first + 9}`, 'decade', 0.95);
};

/** "new 2035 targets": what is told with the year by which it is to be reached. */
const AIMS = wordSet('target targets goal goals climate emissions pledge pledges deadline budget plan plans agenda');

/** "the 1979 communique", "Biden's 2022 visit", "a landmark 2015 agreement": the year belongs to a name. */
export const yearOfName: Rule = (tokens, index) => {
	const year = yearAt(tokens, index);
	const after = tokens[index + 1];
	if (!year || after?.kind !== 'word' || COUNTED.has(after.lower)) return undefined;
	const before = tokens[index - 1];
	const called = before?.lower === 'called' && isDash(tokens[index - 2]);
	const named = DETERMINERS.has(before?.lower ?? '') || isApostrophe(before) || called;
	const further = tokens[index - 2]?.lower ?? '';
	const described =
		before?.kind === 'word' && /^[a-z]+$/.test(before.text) && !MORE.has(before.lower) && DETERMINERS.has(further);
	const aimed =
		before?.kind === 'word' && AIMS.has(after.lower) && /^(?:new|its|own|binding|national)$/.test(before.lower);
	if (!named && !described && !aimed) return undefined;
	return found(index, year.next, String(year.value), 'year-of-name', named ? 0.93 : 0.85);
};

/** "(2015)", "2018: …", "2023 was", "FY2024", "summer 2019", "2017 and 2018". */
export const yearByPlace: Rule = (tokens, index, before) => {
	const year = yearAt(tokens, index);
	if (year === undefined) return undefined;
	const left = tokens[index - 1];
	const right = tokens[year.next];
	const iso = String(year.value);
	if (left?.text === '(' && right?.text === ')') return found(index, year.next, iso, 'year-in-brackets', 0.9);
	if (SEASONS.has(left?.lower ?? '') || (isDash(left) && tokens[index - 2]?.lower === 'mid')) {
		return found(index, year.next, iso, 'year-of-season', 0.9);
	}
	const lists = ['and', 'or', ','].includes(left?.lower ?? '') && before?.to === index - 1;
	if (lists && /^\d{4}$/.test(before.reading.as === 'fixed' ? before.reading.iso : '')) {
		return isCounted(tokens, year.next, '') ? undefined : found(index, year.next, iso, 'year-in-list', 0.9);
	}
	const opens = index === 0 || ['"', '“', ';'].includes(left?.text ?? '');
	const subject = right !== undefined && (SUBJECT_VERBS.has(right.lower) || ':—–'.includes(right.text));
	if (opens && subject) return found(index, year.next, iso, 'year-as-subject', 0.85);
	return isPossessive(tokens, year.next) && left?.kind === 'word' && !MORE.has(left.lower)
		? found(index, year.next, iso, 'year-possessive', 0.8)
		: undefined;
};

const QUARTERS = new Map([
	['first', 1],
	['second', 2],
	['third', 3],
	['fourth', 4]
]);

/** Whether a quarter or half of a year may begin with a word. */
export const opensQuarter = (word: string): boolean => QUARTERS.has(word) || word === 'q' || word === 'h';

/** "Q3 2023", "the third quarter of 2023", "first half of this year". */
export const quarter: Rule = (tokens, index) => {
	const part = partOfYear(tokens, index);
	if (part === undefined) return undefined;
	const at = ['of', ',', 'in'].includes(tokens[part.next]?.lower ?? '') ? part.next + 1 : part.next;
	const year = yearAt(tokens, at);
	if (year) {
		const iso = `${isoOf(year.value, part.from)}/${isoOf(year.value, part.to)}`;
		return found(index, year.next, iso, 'quarter', 0.95);
	}
	const years = new Map([
		['the', 0],
		['last', -1],
		['this', 0],
		['next', 1]
	]).get(tokens[at]?.lower ?? '');
	if (years === undefined || tokens[at + 1]?.lower !== 'year') return bareQuarter(tokens, index, part);
	const reading = { as: 'months-of-year', from: part.from, to: part.to, years } as const;
	return { from: index, to: at + 2, reading, rule: 'quarter-of-relative-year', confidence: 0.9 };
};

/** "in the third quarter", "by Q3": the clause and publication tell the year. */
function bareQuarter(
	tokens: Tokens,
	index: number,
	part: NonNullable<ReturnType<typeof partOfYear>>
): Found | undefined {
	const letter = tokens[index]?.text === 'Q';
	const at = tokens[index - 1]?.lower === 'the' ? index - 2 : index - 1;
	const spelled = part.to - part.from === 2 && at === index - 2;
	const edge = tokens[at]?.lower === 'of' && EDGES.has(tokens[at - 1]?.lower ?? '');
	const after = tokens[part.next];
	if (!(letter || spelled) || !(edge || BEFORE_QUARTER.has(tokens[at]?.lower ?? ''))) return undefined;
	if (after?.lower === 'of' || (letter && after?.joined && after.kind !== 'sign')) return undefined;
	const reading = { as: 'yearless', month: part.from, toMonth: part.to } as const;
	return { from: index, to: part.next, reading, rule: 'quarter-without-year', confidence: 0.75 };
}

/** A quarter or half as its first and last month. */
function partOfYear(tokens: Tokens, index: number): { from: number; to: number; next: number } | undefined {
	const token = tokens[index];
	const next = tokens[index + 1];
	if (token?.kind !== 'word' || next === undefined) return undefined;
	const letter = token.text;
	if ((letter === 'Q' || letter === 'H') && next.joined && /^[1-4]$/.test(next.text))
		return months(letter, Number(next.text), index + 2);
	const nth = QUARTERS.get(token.lower);
	const dash = isDash(next) ? 1 : 0;
	const noun = tokens[index + 1 + dash]?.lower;
	if (nth === undefined || (noun !== 'quarter' && noun !== 'half')) return undefined;
	return months(noun === 'quarter' ? 'Q' : 'H', nth, index + 2 + dash);
}

function months(letter: string, nth: number, next: number): { from: number; to: number; next: number } | undefined {
	const length = letter === 'Q' ? 3 : 6;
	return nth * length > 12 ? undefined : { from: (nth - 1) * length + 1, to: nth * length, next };
}
