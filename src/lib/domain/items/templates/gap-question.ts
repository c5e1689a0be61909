import { BLANK, type Gap } from './sentences.ts';
import { asking, turned, type Turned } from './turned.ts';

/** Where a date or a number stands in a clause that can be turned round: the words before it and behind it. */
interface Placed {
	clause: Turned;
	before: string;
	after: string;
}

const FRONTED = new RegExp(`^(On|In|By|Since|Until|From|Before|After) ${BLANK},? (?=\\S)`, 'u');
const DATED =
	/^(.*?)(?:^| )((?:on|in|by|until|since|before|from|through|after)(?: the (?:end|start|beginning|middle) of)?) $/u;
/** More in a question than one can hold. */
const MOST_REST = 140;

function placed(gap: Gap): Placed | undefined {
	const clause = turned(`${gap.before}${BLANK}${gap.after}`);
	const at = clause?.rest.indexOf(BLANK) ?? -1;
	if (clause === undefined || at < 0) return undefined;
	return { clause, before: clause.rest.slice(0, at), after: clause.rest.slice(at + BLANK.length) };
}

/** "The two presidents": of whom no direct question says who they are. */
const isOfTwo = (subject: string): boolean => /\b(?:the two|both)\b/iu.test(subject);

const joined = (...parts: string[]): string =>
	parts
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.join(' ')
		.replace(/ (?=[,;])/gu, '')
		.replace(/[\s,;.]+$/u, '');

/** "…, and forbade Americans to help": a second verb of the past, which "did" does not govern. */
const SECOND_VERB =
	/,? and (?:\p{Ll}{3,}ed|forbade|told|said|took|gave|made|cut|set|put|sent|held|met|left|won|lost|began|broke|drew|rose|fell|brought|bought|sold|kept|got|went|came|saw|found)\b/u;

/**
 * A direct question for the date in a gap: "on which date did Norway sign the pact".
 * @param name what is asked for: "date", "month and year", "year"
 * @returns undefined where the sentence cannot be turned round
 */
export function dateQuestion(gap: Gap, name: string): string | undefined {
	// "The scheduling on ____ of three chemicals": the date of a noun.
	if (SECOND_VERB.test(gap.after) || /^ of /u.test(gap.after)) return undefined;
	const [front = '', preposition = ''] = FRONTED.exec(`${gap.before}${BLANK}${gap.after}`) ?? [];
	if (front !== '') {
		const rest = `${gap.before}${BLANK}${gap.after}`.slice(front.length);
		const clause = turned(rest.charAt(0).toUpperCase() + rest.slice(1));
		if (clause === undefined || isOfTwo(clause.subject) || clause.rest.length > MOST_REST) return undefined;
		return joined(`${preposition.toLowerCase()} which ${name} ${asking(clause)}`, clause.rest);
	}
	const found = placed(gap);
	const [, before, own] = DATED.exec(found?.before ?? '') ?? [];
	if (found === undefined || before === undefined || own === undefined) return undefined;
	// "Signed in Oslo and, in ____, ratified": the date of another verb.
	if (
		/\b(?:and|that|which|who|before|after|ahead|until|since|during)\b|,/u.test(before) ||
		isOfTwo(found.clause.subject) ||
		found.clause.rest.length > MOST_REST
	)
		return undefined;
	return joined(`${own} which ${name} ${asking(found.clause)}`, before, found.after);
}

/** What is counted, up to where the clause goes on: "tonnes of soybeans". */
const COUNTED =
	/^(?: |-)((?:\p{Ll}[\p{L}-]* |\p{Lu}[\p{L}-]* ){0,3}?\p{Ll}[\p{L}-]*s(?: of \p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*){0,3}?)?)(?=$|[,.]| (?:by|in|from|over|for|to|with|an?|at|since|before|after|until|within|on|between|against|off|under|through|during|each|per|and)\b)/u;
/** "Licences for samarium to ____ end users". */
const BEHIND = /^((?:[\p{L}’'-]+ ){1,8})(to|from|on|against|with) (?:all |about |some |another )?$/u;
const SPAN = /^(?: |-)((?:working |calendar |business )?(?:hours|days|weeks|months|years))\b/u;
const SPANNING = /^(.*?)(?:^| )(within|for|in|over|after|at least|every) $/u;
const MONEY = /^(?:(?:US|A|C|NZ|HK|S|RM)?[$€£¥₩₹]|(?:USD|EUR|RM|Rs\.?) ?)\d/u;
const SHARE = /%|per ?cent/u;
const PAYING = /^(?:invest|pay|spend|pledge|commit|provide|contribute|lend|cost|raise|offer|allocate|grant|give)$/u;

/** A direct question for the number in a gap; undefined where the sentence cannot be turned round. */
export function figureQuestion(gap: Gap, amount: string): string | undefined {
	const found = placed(gap);
	if (found === undefined || found.clause.rest.length > MOST_REST) return undefined;
	const { clause, before, after } = found;
	if (/\b(?:and|that|which|who|or)\b|,/u.test(before) || isOfTwo(clause.subject)) return undefined;
	const size = sizeQuestion(found);
	if (size !== undefined) return size;
	if (SHARE.test(amount)) return shareQuestion(found);
	if (MONEY.test(amount)) return moneyQuestion(found);
	if (!/^[\d.,]+(?: (?:thousand|million|billion|trillion))?$/u.test(amount)) return undefined;
	const span = SPAN.exec(after);
	const [, lead, preposition] = SPANNING.exec(before) ?? [];
	// "For three years running" is told of a row.
	if (/^ \p{L}+ (?:running|in a row)\b/u.test(after)) return undefined;
	if (span?.[1] !== undefined && lead !== undefined && preposition !== undefined && preposition !== 'every')
		return joined(`${preposition} how many ${span[1]} ${asking(clause)}`, lead, after.slice(span[0].length));
	const counted = COUNTED.exec(after);
	if (counted?.[1] === undefined) return undefined;
	const [, object, to] = BEHIND.exec(before) ?? [];
	if (object !== undefined && to !== undefined && object !== '')
		return joined(`${to} how many ${counted[1]} ${asking(clause)}`, object, after.slice(counted[0].length));
	if (!/^(?:at least |about |some |around |roughly |nearly )?$/u.test(before)) return undefined;
	const least = before.startsWith('at least') ? 'at least ' : '';
	return joined(`${least}how many ${counted[1]} ${asking(clause)}`, after.slice(counted[0].length));
}

/** "By what percentage", "to what percentage of GDP", "what percentage of its exports". */
function shareQuestion({ clause, before, after }: Placed): string | undefined {
	const [, lead = '', preposition] = /^(.*?)(?:^| )(by|to|at|for|from) (?:about |some |around )?$/u.exec(before) ?? [];
	const [of = '', what = ''] =
		/^ of ([\p{L}’'.-]+(?: [\p{L}’'.-]+){0,5}?)(?=$|[,.]| (?:in|by|from|over|since|last|for|on|to|with|before|at)\b)/u.exec(
			after
		) ?? [];
	const rest = after.slice(of.length);
	if (preposition !== undefined)
		return joined(`${preposition} what percentage${what === '' ? '' : ` of ${what}`} ${asking(clause)}`, lead, rest);
	return before === '' && what !== '' ? joined(`what percentage of ${what} ${asking(clause)}`, rest) : undefined;
}

/** "A tariff of ____ on cars", "a budget of ____". */
const SIZED =
	/^(an?) ((?:\p{Ll}[\p{L}-]* ){0,3}?(?:tariff|duty|levy|surcharge|tax|rate|fee|budget|fund|loan|package|grant|stake|deficit|surplus|ceiling|cap|credit line|line of credit|credit facility)) of (?:about |some |around )?$/u;
const HIGH = /(?:tariff|duty|levy|surcharge|tax|rate|fee)$/u;
const LEVELS = /^(?:amount|rise|fall|grow|climb|drop|increase|shrink|decrease|jump)$/u;

/** "How high a tariff will Norway keep on cars", "how large a fund did Peru announce". */
function sizeQuestion({ clause, before, after }: Placed): string | undefined {
	const [, , noun] = SIZED.exec(before) ?? [];
	if (noun === undefined) return undefined;
	return joined(`how ${HIGH.test(noun) ? 'high' : 'large'} a ${noun} ${asking(clause)}`, after);
}

/** "How much did Norway invest in …", "at what figure did the deficit stand in 2030". */
function moneyQuestion({ clause, before, after }: Placed): string | undefined {
	const base = clause.base?.base ?? '';
	if (before === 'at ' && base === 'stand') return joined(`at what figure ${asking(clause)}`, after);
	if (before === 'to ' && LEVELS.test(base)) return joined(`to what figure ${asking(clause)}`, after);
	if (before !== '' || !PAYING.test(base)) return undefined;
	const [of = '', what = ''] = OF_WHAT.exec(after) ?? [];
	return joined(`how much${what === '' ? '' : ` ${what}`} ${asking(clause)}`, after.slice(of.length));
}

const OF_WHAT =
	/^ of ([\p{L}-]+(?: [\p{L}-]+){0,3}?)(?=$|[,.]| (?:by|from|over|for|to|with|an?|at|since|before|after|until|within|on|between|under|in)\b)/u;
