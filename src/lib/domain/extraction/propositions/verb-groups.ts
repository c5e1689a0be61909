import { wordSet } from '../../text.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { HAVE, isAdverb, NEGATORS } from './words.ts';

const RETURNS = wordSet('resume restart reopen recommence continue');
const FALLS = wordSet('fall drop rise double triple halve shrink');
const BEGINS = wordSet('start begin follow come open take enter go');
const LASTS = wordSet('run last stay remain hold continue expire');
const MEETS = wordSet('meet convene gather consult report assemble');
/** What is done when two have agreed: "was announced", "has been set up". */
const DONE = wordSet(
	`announced agreed established launched created signed initialled initialed formed restored reopened inaugurated approved
	endorsed adopted concluded sealed set revived renewed prolonged lengthened exchanged finalised finalized unveiled extended opened completed
	drawn drafted arranged`
);
/** What is done to a deal alone: "was clinched". */
export const STRUCK = wordSet(
	'signed exchanged initialled initialed concluded sealed clinched struck hammered reached inked settled thrashed brokered'
);
/** Bodies that two keep up together: "the mixed commission will convene". */
export const BODIES =
	/^(?:committee|commission|council|group|party|forum|board|mechanism|force|secretariat|dialogue|consultations?)$/;

/** The verb group of something that comes about, by indexes of tokens. */
export interface Group {
	/** The first auxiliary. */
	at: number;
	/** The token after the verb. */
	end: number;
	is: 'returns' | 'begins' | 'meets' | 'lasts' | 'passive' | 'done';
	/** "is to", not "will". */
	planned: boolean;
}

const OPENING_AUXILIARIES = new Set(['is', 'are', 'will', 'shall', 'would', 'was', 'were', ...HAVE]);

/** "will resume", "is to be set up", "has been launched": the first verb group of those that come about, or null. */
export function groupAt({ tokens }: Parsed, at: number, told: boolean): Group | null {
	const word = wordAt(tokens, at);
	if (!OPENING_AUXILIARIES.has(word)) return null;
	const planned = ['is', 'are'].includes(word) && wordAt(tokens, at + 1) === 'to';
	const verb = past(tokens, planned ? at + 2 : at + 1);
	const made = (is: Group['is'], end: number): Group => ({ at, end, is, planned });
	// "Officials on both sides confirmed that a hotline would be set up".
	if (word === 'will' || word === 'shall' || planned || (word === 'would' && told)) {
		const one = wordAt(tokens, verb);
		const next = past(tokens, verb + 1);
		if (one === 'be') return isParticiple(wordAt(tokens, next)) ? made('passive', next + 1) : null;
		if (RETURNS.has(one) || (one === 'start' && wordAt(tokens, verb + 1) === 'again')) return made('returns', verb + 1);
		if (MEETS.has(one)) return made('meets', verb + 1);
		if (LASTS.has(one)) return made('lasts', verb + 1);
		// "will come down", "is to go back into service".
		const turns = ['come', 'go'].includes(one) && ['down', 'back', 'up'].includes(wordAt(tokens, verb + 1));
		// "Prices are to rise" is nobody's deal.
		if (turns || FALLS.has(one)) return { ...made('returns', verb + 1), planned: false };
		return BEGINS.has(one) ? made('begins', verb + 1) : null;
	}
	// "is being phased out".
	const being = ['is', 'are'].includes(word) && wordAt(tokens, verb) === 'being';
	if (being)
		return isParticiple(wordAt(tokens, past(tokens, verb + 1))) ? made('passive', past(tokens, verb + 1) + 1) : null;
	if (word === 'was' || word === 'were')
		return isDone(wordAt(tokens, verb)) || fixesAt(tokens, verb) ? made('done', verb + 1) : null;
	if (!HAVE.has(word) || wordAt(tokens, verb) !== 'been') return null;
	const participle = past(tokens, verb + 1);
	return isDone(wordAt(tokens, participle)) ? made('done', participle + 1) : null;
}

/** The index after adverbs that deny nothing. */
export function past(tokens: Parsed['tokens'], from: number): number {
	let at = from;
	while (isAdverb(wordAt(tokens, at)) && !NEGATORS.has(wordAt(tokens, at))) at++;
	return at;
}

/** "was capped at 300 tonnes": a figure on which two settled. */
const fixesAt = (tokens: Parsed['tokens'], verb: number): boolean =>
	FIXED.has(wordAt(tokens, verb)) && wordAt(tokens, verb + 1) === 'at';
const FIXED = wordSet('fixed capped set pegged settled');

const isDone = (word: string): boolean => DONE.has(word) || STRUCK.has(word) || word === 'accepted';
const STRONG = wordSet(
	'set cut held sent built made given brought put opened sold kept paid withdrawn begun sped run drawn shut laid led taken swapped'
);
const isParticiple = (word: string): boolean => (word.length > 4 && word.endsWith('ed')) || STRONG.has(word);

/** "meet twice a year", "every six months", "again within a month": because it was agreed. */
export function isRegular(tokens: Parsed['tokens'], from: number): boolean {
	for (let at = from; at < Math.min(tokens.length, from + 6); at++) {
		const [word, next] = [wordAt(tokens, at), wordAt(tokens, at + 1)];
		if (['annually', 'regularly', 'quarterly', 'monthly', 'weekly', 'yearly', 'every'].includes(word)) return true;
		if (['once', 'twice', 'times'].includes(word) && ['a', 'each', 'every', 'per'].includes(next)) return true;
	}
	return false;
}
