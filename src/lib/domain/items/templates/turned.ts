import { pastVerb, plainVerb, type Verb } from './verbs.ts';

/** In characters, and in words of a subject. */
const LONGEST = 600;
const MOST_SUBJECT = 12;
const AUXILIARY = /^(?:will|would|has|have|had|is|are|was|were|can|must)$/u;
/** A clause or a list inside a subject: its verb is not the one that comes next. */
const NO_SUBJECT =
	/[,;:“”"()]|\b(?:who|whose|which|that|where|when|while|after|before|if|as|since|until|once|and|or|but|not|nor|no|neither|both|also|then|there|than|what|how|why|him|them|by)\b/u;
const NO_START =
	/^(?:On|In|At|By|After|Before|Since|During|Under|With|For|From|As|When|While|If|Although|Though|Despite|Because|Following|It|He|She|They|We|I|This|That|These|Those|There|Here|Such|Its|His|Her|Their|Our|My|But|And|So|Yet|Nor|Neither|No|Not|Only|Another|To|Among|Between|Over|Some|Many|Most|Both|Each|Either|Nobody|None|Nothing|Of|Asked|Speaking|One|Under|About|Unless|Even|Once|Until|Two|Three)\b/u;
const PAIR =
	/^(?:The |the )?(?:\p{Lu}[\p{L}.’'-]* ){1,3}and (?:the )?(?:\p{Lu}[\p{L}.’'-]*)(?: \p{Lu}[\p{L}.’'-]*){0,2}$/u;
/** "Trump allowed Nvidia to", a subject that holds a verb or breaks off. */
const BROKEN =
	/\b(?!United\b)\p{Ll}+ed\b|\b(?:to|of|the|an?|in|on|with|for|its|their|his|her|from|said|told)$|\b(?:said|told|took|held|made)\b/u;
/** A second verb of the same subject, or whoever told of it. */
const GOES_ON =
	/, (?:and|but|while|so) \p{Lu}| and (?:wants|has|had|is|was|were|are|will|would|can|could|\p{Ll}+ed)\b|, (?:the )?(?:[\p{L}.’'-]+ ){1,6}(?:said|says|show|shows|suggest|suggests|reported|reports|told|added|wrote)\b/u;
const TOO = /^((?:[\p{L}.’'-]+ ){1,6}?)(?:also|further|again|now|once more|nevertheless|nonetheless|then) /u;
const PREPOSITION =
	/^(?:in|on|at|by|to|from|with|for|of|since|until|after|before|between|under|over|into|through|during|against|about|within|as|than|near)$/u;
const ADVERB =
	/^(?:also|now|already|recently|formally|again|further|jointly|reportedly|then|later|just|only|still|since)$/u;

/** A main clause taken apart: a question can be made of it by turning its verb round. */
export interface Turned {
	subject: string;
	/** "did", "will", "has": what comes before the subject in a question. */
	auxiliary: string;
	/** The verb as it stands behind the subject in a question: "agree to buy", "be raised", "signed". */
	verb: string;
	/** Everything behind the verb, without the stop. */
	rest: string;
	/** The verb itself. */
	base: Verb | undefined;
}

/**
 * A statement as a question can turn it round: "China agreed to buy 25 tonnes of beans." as "did China agree to buy" and
 * "25 tonnes of beans".
 * @returns undefined where it is no plain main clause with a verb that is known
 */
export function turned(statement: string): Turned | undefined {
	const text = statement
		.slice(0, LONGEST)
		.replace(/[.!?]+$/u, '')
		.replace(/ \(\p{Lu}[\p{Lu}&-]+\)/gu, '');
	if (NO_START.test(text)) return undefined;
	const words = text.replace(TOO, '$1').split(' ');
	for (let at = 1; at <= Math.min(MOST_SUBJECT, words.length - 1); at++) {
		const found = verbAt(words, at);
		if (found === undefined) continue;
		const subject = words.slice(0, at).join(' ');
		if ((NO_SUBJECT.test(subject) && !PAIR.test(subject)) || BROKEN.test(subject) || GOES_ON.test(found.rest))
			return undefined;
		return { subject: inside(subject), ...found };
	}
	return undefined;
}

/** A subject as it stands inside a sentence. */
const inside = (subject: string): string =>
	/^(?:The|An?|Two-way|Bilateral|Trade|Talks|Tariffs|Negotiations|Exports|Imports|Shipments|Sales|Applications|Officials|Ministers|Patrols|Flights|Visas|Deliveries|Licen[cs]es|Permits|Imports|Investment|Production|Cooperation|Growth|Demand|Output|Traffic|Passengers|Students|Tourists|Troops|Consultations|Inspections|\p{L}+(?:tions?|ments?)) /u.test(
		`${subject} `
	)
		? subject.charAt(0).toLowerCase() + subject.slice(1)
		: subject.replace(
				/^(United States|European Union|United Kingdom|Netherlands|Philippines|(?:People['’]s )?Republic of \p{Lu}\p{L}+|EU|US|UK|U\.S\.|PRC)\b/u,
				'the $1'
			);

/** The verb group that begins at a word, with what is behind it. */
function verbAt(words: readonly string[], at: number): Omit<Turned, 'subject'> | undefined {
	const word = words[at] ?? '';
	if (AUXILIARY.test(word)) return withAuxiliary(words, at, word);
	const found = pastVerb(words.slice(at));
	if (found === undefined) return undefined;
	const { verb, count } = found;
	const rest = words.slice(at + count);
	const deed = verb.takesDeed ? deedIn(rest) : undefined;
	if (deed !== undefined)
		return { auxiliary: 'did', verb: `${verb.base} ${deed.words}`, rest: deed.rest, base: deed.verb };
	// "The curbs introduced in 2022": a participle of its noun.
	if (!fits(verb, rest)) return undefined;
	return { auxiliary: 'did', verb: verb.base, rest: rest.join(' '), base: verb };
}

const fits = (verb: Verb, rest: readonly string[]): boolean =>
	PREPOSITION.test(rest[0] ?? '') || rest.length === 0 ? verb.takesNone : verb.takesObject || verb.takesNone;

/** "to buy …", "not to raise …": the deed behind a verb of intending. */
function deedIn(rest: readonly string[]): { words: string; rest: string; verb: Verb } | undefined {
	const not = rest[0] === 'not' ? 1 : 0;
	if (rest[not] !== 'to') return undefined;
	const found = plainVerb(rest.slice(not + 1));
	if (found === undefined) return undefined;
	const end = not + 1 + found.count;
	return { words: rest.slice(0, end).join(' '), rest: rest.slice(end).join(' '), verb: found.verb };
}

/** "will buy", "is to buy", "has agreed to buy", "has suspended", "were raised". */
function withAuxiliary(words: readonly string[], at: number, auxiliary: string): Omit<Turned, 'subject'> | undefined {
	const skipped = ADVERB.test(words[at + 1] ?? '') ? 2 : 1;
	const rest = words.slice(at + skipped);
	if (/^(?:is|are|was|were)$/.test(auxiliary)) {
		const deed = deedIn(rest);
		if (deed !== undefined) return { auxiliary, verb: deed.words, rest: deed.rest, base: deed.verb };
		const done = pastVerb(rest);
		return done === undefined || !done.verb.takesObject
			? undefined
			: passive(auxiliary, rest.slice(0, done.count), rest.slice(done.count));
	}
	if (/^(?:has|have|had)$/.test(auxiliary)) return perfect(auxiliary, rest);
	if (rest[0] === 'be') {
		const done = pastVerb(rest.slice(1));
		return done === undefined
			? undefined
			: passive(auxiliary, rest.slice(0, 1 + done.count), rest.slice(1 + done.count));
	}
	const plain = plainVerb(rest);
	if (plain === undefined || !fits(plain.verb, rest.slice(plain.count))) return undefined;
	return {
		auxiliary,
		verb: plain.verb.base,
		rest: rest.slice(plain.count).join(' '),
		base: plain.verb
	};
}

const passive = (auxiliary: string, verb: readonly string[], rest: readonly string[]): Omit<Turned, 'subject'> => ({
	auxiliary,
	verb: verb.join(' '),
	rest: rest.join(' '),
	base: undefined
});

const PARTICIPLES = new Map([
	['undertaken', 'undertook'],
	['withdrawn', 'withdrew'],
	['frozen', 'froze'],
	['given', 'gave'],
	['risen', 'rose'],
	['fallen', 'fell'],
	['grown', 'grew'],
	['taken', 'took'],
	['begun', 'began'],
	['drawn', 'drew']
]);

function perfect(auxiliary: string, rest: readonly string[]): Omit<Turned, 'subject'> | undefined {
	const [first = '', ...more] = rest;
	const found = pastVerb([PARTICIPLES.get(first) ?? first, ...more]);
	if (found === undefined) return undefined;
	const tail = rest.slice(found.count);
	const deed = found.verb.takesDeed ? deedIn(tail) : undefined;
	const done = rest.slice(0, found.count).join(' ');
	if (deed !== undefined) return { auxiliary, verb: `${done} ${deed.words}`, rest: deed.rest, base: deed.verb };
	if (!fits(found.verb, tail)) return undefined;
	return { auxiliary, verb: done, rest: tail.join(' '), base: found.verb };
}

/** "did China agree to buy": a clause with its verb before its subject. */
export const asking = ({ auxiliary, subject, verb }: Turned): string => `${auxiliary} ${subject} ${verb}`;
