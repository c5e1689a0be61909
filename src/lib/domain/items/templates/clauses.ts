import { hasFiniteVerb, isSentence } from './grammar.ts';
import { predicateOf } from './sentences.ts';

/** In characters; more is no sentence. */
const LONGEST = 700;
const MOST = 8;
const FEWEST_WORDS = 5;
/** What may be left out before a sentence without saying more than it does. */
const LEAD =
	/^(?:Under (?:the|this|that|a) [^,\d]{3,60}|On the other hand|As a result|For (?:its|his|her|their) part|By contrast|In (?:exchange|addition|turn|return)|As part of (?:the|this|that) [^,\d]{3,60}|Not for nothing|More broadly|At the same time|According to (?!\p{Ll}*\d)[^,\d]{3,60}|Whatever [^,]{3,60}), (?=\S)/u;
/** "…, which warned companies, …", "…, a day after the package, …": what stands beside a noun. */
const BESIDE =
	/, (?:which|who|whose|where|(?:an?|the|its|his|her|then) (?=\p{Ll})|part of|dormant|due|led by|chaired by|headed by|most of them|including|\p{Lu}[\p{L}.’' -]{2,60} among them) ?[^,;:“”]{2,140},(?= (?!and\b|or\b|nor\b|but\b))/gu;
/** Nouns one after the other are a list, but behind a day. */
const NOUN = /^ (?:the|an?|its|\p{Lu})/u;
const DAY = /^(?:On|In|By|Since|At) [^,]*\d{4}$/u;
/** Before such words nothing stands yet that could have something beside it. */
const OPEN_START =
	/^(?:As|When|While|If|Although|Though|Because|Since|After|Before|Once|Until|With|Given|Despite|Whereas|Unless)\b[^,]*$/u;
/** "Expects that share to drop": of what was left out. */
const POINTING = /\bthat [a-z]+ (?:to|would|will|had|has|was|is)\b|\bruled? (?:that|this|it) out\b/u;
/** Where a second main clause may begin. */
const SECOND =
	/; |, (?:and|but|while|whereas|though|although) |(?<!\b\p{Lu})\. (?=\p{Lu})|: (?=(?:the|a|an|\p{Lu}\p{Ll}+) )/gu;
/** "…, when an Indian drone strayed over Sialkot": what happened then. */
const THEN =
	/\b((?:on|in|since) (?:(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d), when ((?:the |an? )?[^,;]{12,200}?)(?:[,;.]|$)/u;
/** Words before which a part may not end: what follows limits it. */
const LIMITED =
	/^(?:if|unless|provided|but only|except|only|as long as|so long as|on condition|subject to|until|pending|rather than)\b/u;

const closed = (text: string): string => `${text.replace(/[\s,;:.–—-]+$/u, '')}.`;
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a part has a subject of its own that is named, and a verb. */
function isWhole(part: string): boolean {
	const words = part.split(' ').length;
	if (words < FEWEST_WORDS || !hasFiniteVerb(part) || !isSentence(part)) return false;
	if (POINTING.test(part)) return false;
	return !/^(?:He|She|It|Its|His|Her|Their|We|I|You|They|This|That|These|Those|There|Which|Who|Whose|Where|When)\b/u.test(
		part
	);
}

const withoutBeside = (text: string): string =>
	text.replace(BESIDE, (beside: string, at: number) => {
		const before = text.slice(0, at);
		if (DAY.test(before)) return '';
		return OPEN_START.test(before) || NOUN.test(text.slice(at + beside.length)) ? beside : '';
	});

/** The main clauses of a sentence, one after the other. */
function mainClauses(sentence: string): string[] {
	const cuts = [...sentence.matchAll(SECOND)];
	const [first] = cuts;
	if (first === undefined) return [];
	const parts = cuts.map((cut, at) => ({
		text: sentence.slice(cut.index + cut[0].length, cuts[at + 1]?.index ?? sentence.length),
		mark: cut[0]
	}));
	const lead = sentence.slice(0, first.index);
	const isLimited = LIMITED.test(parts[0]?.text ?? '');
	const later = parts.flatMap(({ text, mark }) => {
		const whole = begun(closed(text));
		// Behind "and", a list may go on: only a named subject with its verb begins a sentence.
		const isApart = /^[;.:]/.test(mark) || (/^(?:the |an? )?\p{Lu}/u.test(text) && predicateOf(whole) !== undefined);
		return isApart ? [whole] : [];
	});
	const isOpen = parts[0] !== undefined && later.length === 0;
	return [...(isLimited || isOpen ? [] : [closed(lead)]), ...later];
}

/**
 * Shorter sentences that a sentence says as well: its main clauses one by one, without what stands beside a noun or
 * before it all, and what happened "when" of a day. Nothing is left out that limits what they say.
 * @returns the parts without the sentence itself, the longest first
 */
export function clausesOf(statement: string): string[] {
	if (statement.length > LONGEST) return [];
	const found = new Set<string>();
	const bare = begun(statement.replace(LEAD, ''));
	const plain = begun(withoutBeside(bare));
	for (const text of [bare, plain, ...mainClauses(bare), ...mainClauses(plain)]) {
		found.add(text);
		found.add(begun(withoutBeside(text.replace(LEAD, ''))));
	}
	const then = THEN.exec(statement);
	if (then?.[1] !== undefined && then[2] !== undefined) found.add(begun(`${then[1]} ${closed(then[2])}`));
	found.delete(statement);
	return [...found]
		.filter(isWhole)
		.sort((a, b) => b.length - a.length)
		.slice(0, MOST);
}
