import { splitNations } from '../../grading/nations.ts';
import { wordsOf as gradedWords } from '../../grading/normalise.ts';
import { wordsOf } from '../../text.ts';

/** What states agree on, promise, demand or do to each other. */
const DEAL =
	/\b(?:agree\p{L}*|sign(?:ed|s)?|accords?|pacts?|deals?|treat(?:y|ies)|truces?|commit\p{L}*|pledg\p{L}*|promis\p{L}*|undert\p{L}*|consent\p{L}*|memorandum|tariffs?|dut(?:y|ies)|lev(?:y|ies)|quotas?|licen[cs]\p{L}*|curbs?|controls?|sanction\p{L}*|bann?(?:ed|s)?|suspend\p{L}*|suspension|resum\p{L}*|extend\p{L}*|extension|expir\p{L}*|lapse\p{L}*|take effect|took effect|takes effect|in force|deadline|ratif\p{L}*|summits?|talks|met|meetings?|dialogue|consultations?|declaration|blacklist|Entity List)\b/iu;
/** What else counts where a country is named with it. */
const MATTER =
	/\b(?:trade|deficit|surplus|exports?|imports?|purchas\p{L}*|buy|bought|sell|sold|sales?|troops|soldiers|aircraft|warships?|missiles?|arms|aid|loans?|invest\p{L}*|fund\p{L}*|grants?|visas?|flights|students|prisoners|detain\p{L}*|nuclear|warheads?|border|relations|rare earths?|chips?|semiconductors?|fentanyl|soybeans?|gas|oil|fees|visit\p{L}*|train\p{L}*|exercises?|drills?|ships?|vessels?|shipments?|submarines?|personnel|officers|scholarships|killed|died|injured|wounded|arrested|missing|unaccounted|votes?|voted|election|budget|spending|GDP|threshold|hotline|firms|companies|partner|tests?|launch\p{L}*|refugees|migrants|emissions|airspace|applications?|restrict\p{L}*|elections?|prohibit\p{L}*|seafood|gallium|germanium|magnets?|minerals?|entit(?:y|ies)|subsidiaries|equipment|technolog\p{L}*|embassy|ambassador|consulate|independence|unification|reunification|inaugurat\p{L}*|invited?|invitation|hostages?|ceasefire|invasion|invaded?|annex\p{L}*|blockade|fishermen|corridor|pipelines?|reactors?|satellites?|vaccines?|debt|currency|tourists?|cotton|steel|alumini?um|vehicles|cars|batteries|patents?|data)\b/iu;
const TRIVIA =
	/\b(?:shares?|stocks?|index|points|degrees|celsius|rain\p{L}*|kilomet\p{L}*|km|miles|metres|meters|centimet\p{L}*|minutes|seats?|pages?|\p{L}+-line|paragraphs?|words|rooms?|dinner|lunch|breakfast|menu|courses|cups?|years? old|readers|subscribers|journalists|reporters|cameras|applause|handshake|motorcade|times|hours (?:in|of|behind|late)|(?:two|three|\d+) hours)\b|\b(?:aged|reads?|clause) ____|[ap]\.m\./iu;
/** What a sentence leaves to the one before it. */
const LEFT_OVER =
	/\b(?:of|to|for|from|with|in|at|on|by|under|behind) (?:it|them|those|these)\b(?! (?:who|that|which))|\benough left\b|^(?:In|At|On) [^,]{1,40}, (?:where|when|which)\b|(?:%|\d|____) (?:the end of )?(?:19|20)\d\d\b|\bit (?:could|would|will|is|was|has|had|may|might|can)\b|\b(?:has|have|had) since \p{Ll}|\b(?:been|was|were|is|are) (?:invited|asked|named|told)\.?$|\bthe (?:company|firm|group|bank|factory|port|plant)\b|^(?:There|Here|Elsewhere|Nearby)\b|\b(?:before|after|since) that\b(?! \p{L})|\bto (?:vote|decide|respond|rule|ratify|reply|answer)(?= (?:before|by|in|on \d|at|until|during)\b|[.,])|\bthe (?:matter|issue|dispute|question)\b(?! (?:of|whether|over|about)\b)|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! (?:19|20)|,? ____)|^(?:Within (?:days|weeks|hours|months)|(?:\p{L}+|\d+) (?:days|weeks|months|years) (?:before|after|later|earlier))\b/iu;
const PERIOD =
	/\b(?:the )?(?:first|second|third|fourth|last) (?:quarter|half)\b(?! of (?:19|20)\d\d)|\b(?:a|the) (?:year|month|week|fortnight|day|decade) (?:ago|earlier|before)\b/i;
const OWNER = /\b(?:he|she|his|her|him)\b/i;
const NAME = /\p{Lu}\p{Ll}/u;

const TEXT_LENGTH = 2000;
/** "Nor was there …", "Well, …", "was reached on the with": no whole main clause, or a hole in one. */
const FRAGMENT =
	/^(?:Was|Were|Is|Are|Nor|Neither|Well|And|But|So|What|Or|Yet|Then|Not|Only|Just|Meanwhile|Still)\b|\b(?:on|until|in|by|from|of) the (?:with|the|and|of|____ the)\b|^[^,]{1,120}, to be \p{Ll}+ed\b|\bagreed also \p{Ll}+ (?!to\b)|\bfor to \p{Ll}|^(?:The )?(?:\p{Lu}\S* ){1,4}to \p{Lu}\p{Ll}+s? (?:on|of|for) /u;
/** "Months of the year", "surpassed 20 billion in ____": of which year, and of how many. */
const UNDATED =
	/\b(?:of|in|for|this|during) the (?:same )?(?:year|month|quarter|period)\b(?! (?:to|of|ended|ending|19|20))|\b(?:surpass|exceed|topp|overtook|pass)\p{L}* .{0,60}\b(?:in|by|since) ____/u;

/**
 * Whether a sentence with a gap is about what states have to do with each other, and says so without what was before it.
 * @param isPromised of what is agreed or promised: that is about states whatever its words
 */
export function isWorthAGap(sentence: string, isPromised = false): boolean {
	const text = sentence.slice(0, TEXT_LENGTH);
	if (FRAGMENT.test(text) || UNDATED.test(text)) return false;
	if ((TRIVIA.test(text) && !isPromised) || LEFT_OVER.test(text) || PERIOD.test(text)) return false;
	const owner = OWNER.exec(text);
	// The first word of a sentence has a capital without being a name.
	if (owner !== null && !NAME.test(text.slice(1, owner.index))) return false;
	if (isPromised) return true;
	const nations = splitNations(gradedWords(text)).nations.size;
	return DEAL.test(text) ? nations > 0 || /[^.] \p{Lu}\p{Ll}/u.test(text) : nations > 0 && MATTER.test(text);
}

const SHORT = 3;
const FUNCTION =
	/^(?:the|and|for|its|with|from|that|this|has|had|have|was|were|will|would|not|but|are|his|her|their|any|all|into|over|than|which|who)$/;
const FEWEST_TELLING = 2;
/** "Using it as a pretext": of what? */
const LOOSE_OBJECT =
	/\b(?:[a-z]+ing|of|on|to|for|with|by|from|against|about|in|at|under|into|over|scrap|lift|end|drop|join|leave|sign|stop|keep|change) (?:it|them|those|these)\b|\b(?:two|three|four|five|some|any) (?:more|further|others?)\b|\b(?:necessary|such|other|further|similar|certain) (?:measures|steps|actions?)\b|^\S+ is\b|\b(?:island|mainland)['’]s\b|, either$|\bthe (?:curbs|rules|measures|restrictions|island|bloc|text|list|accord|truce|pact|next round|request|request)\b(?! (?:on|of|in|to|for|against|with|that|which|imposed|introduced|toward|towards|from)\b)|\b(?:in each|in any) case$|^(?:had |has )?(?:merely|only|simply)\b|, (?:does|do|will|has|is|was) [^,]*$/u;
/** Feelings and manners are no stance. */
const FAINT =
	/^(?:has |had |was |were |is )?(?:regret\p{L}*|deplor\p{L}*|lament\p{L}*|smil\p{L}*|nodd\p{L}*|listen\p{L}*|sigh\p{L}*|wonder\p{L}*|joke\p{L}*|greet\p{L}*|admit\p{L}*|notice\p{L}*|hint\p{L}*|prefer\p{L}*|struck|seem\p{L}*|look\p{L}*|cast\p{L}*|spoke of|expected in)\b/u;

/** Whether a predicate says what is held or promised, with enough words that tell of it. */
export function isWholeStance(predicate: string): boolean {
	const telling = wordsOf(predicate).filter(
		(word) => (word.length >= SHORT && !FUNCTION.test(word)) || /\d/.test(word)
	);
	return telling.length > FEWEST_TELLING && !LOOSE_OBJECT.test(predicate) && !FAINT.test(predicate);
}

/** What a clause may not lose: without it, it says more than the text does. */
const QUALIFYING =
	/^,? ?(?:but (?:not|only|\p{Ll}+(?=[.,;]|$))|except|unless|rather than|than|until|provided|if|as long as|without|on condition|only|before|after|of|for|to|in|within|by|from|until|when|once|should|and not)\b/u;

/** Whether a clause of a sentence breaks off before what limits it. */
export function isCutShort(clause: string, sentence: string): boolean {
	const at = clause === '' ? -1 : sentence.indexOf(clause);
	return at >= 0 && QUALIFYING.test(sentence.slice(at + clause.length).replace(/^[”"’']/, ''));
}

/** "A senior official said", "according to two people": nobody who stands for what is told. */
const UNNAMED_TELLER =
	/\b(?:an?|one|two|three|several|some|senior|unnamed|many) (?:\p{L}+[ -]){0,3}(?:officials?|sources?|diplomats?|aides?|people|persons?|insiders?|delegates?|negotiators?)\b/iu;

/** "…, as Admiral Roe of Pacific Command said": who said so has two answers. */
const isSaidByOthers = (sentence: string): boolean => AS_OTHERS.test(sentence.slice(0, LONGEST_SENTENCE));
const AS_OTHERS =
	/,? (?:just )?as (?!it |he |she |they )(?:\p{Lu}[\p{L}.'’-]* |of |the |had |has ){1,8}(?:also )?(?:said|says|did|argued|warned|put it|insisted|noted)\b/u;
const LONGEST_SENTENCE = 1000;

/** Whether a sentence leaves it to somebody unnamed that a thing is so, or has it denied at once. */
export function isOfUnnamedTeller(sentence: string): boolean {
	return (
		UNNAMED_TELLER.test(sentence) ||
		/\b(?:is|are|was|were) (?:said|reported|understood|believed|thought) to\b/.test(sentence) ||
		/\b(?:denie[sd]|dispute[sd]|has denied|contradicted) (?:this|it|that(?=[.,;]|$))\b/i.test(sentence)
	);
}

/** Whether nobody, or somebody else as well, says so. */
export const isOfOtherTellers = (sentence: string): boolean => isOfUnnamedTeller(sentence) || isSaidByOthers(sentence);
