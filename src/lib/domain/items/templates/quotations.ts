import type { Ask } from '../../facts/fact-schema.ts';
import { containsWords, wordsOf } from '../../text.ts';
import type { Board } from './board.ts';
import { hasFiniteVerb, isCommand } from './grammar.ts';
import { holdsOffice } from './in-office.ts';
import { luresFor } from './lures.ts';
import { isCutName, isSameName } from './same-person.ts';
import { partyIdOf } from './sides.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isUnresolved } from './unresolved.ts';

/** Fewer words say nothing that would be worth knowing whose they are. */
const FEWEST_WORDS = 8;
/** A whole sentence that names its subject says it in fewer: "The alternative to dialogue is miscalculation". */
const FEWEST_OF_SENTENCE = 5;
const MOST_WORDS = 22;
/** "I would not read anything into it": a remark, unless it is long enough to say more. */
const FEWEST_PERSONAL = 12;
const FEWEST_OF_PART = 10;
/** Shorter words that point at something say too little. */
const FEW_WORDS = 10;
const MOST_OTHERS = 6;
const MOST_LOOKED_AT = 60;

/** Who said it. */
export function quotationAsks(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	if (values.is !== 'quotation' || told.polarity === 'negated') return [];
	const key = nameOf(board, values.speaker) ?? told.holder;
	const words = wordsAsked(told);
	if (key === null || words === undefined || values.speaker === 'both') return [];
	const asked = board.parties.some((party) => party.id === values.speaker) ? 'which side' : 'who';
	const question = stem(told, key, (source) => questionOf(source, asked, words));
	if (!hasFiniteVerb(words) && !/\b(?:I|we|you|they)\b/i.test(words) && wordsOf(words).length < FEWEST_OF_PART)
		return [];
	if (VAGUE.test(words) || !isOffice(told, board) || !isWeighty(words)) return [];
	const family = board.person.get(values.speaker)?.family ?? key;
	if (
		question === undefined ||
		containsWords(words, family) ||
		isDenied(told) ||
		saysLittle(words) ||
		isOfOthers(told, board)
	)
		return [];
	// An unnamed official's words are not those of the state, nor those of two of one.
	if (isJoint(told) || (asked === 'which side' && UNNAMED.test(told.around))) return [];
	const speaker = board.person.get(values.speaker);
	if (speaker && isCutName(speaker, board.articles.get(told.article)?.people ?? [])) return [];
	const isPerson = speaker !== undefined;
	const others = otherSpeakers(told, board, words, isPerson);
	if (!isPerson && others.length < 2) return [];
	return [
		asAsk(told, {
			slot: 'speaker',
			type: isPerson ? 'person' : 'organisation',
			question,
			key,
			cloze: { before: `According to ${told.label}, “${words}” was said by `, after: '.' },
			value: values.speaker,
			typed: true,
			relation: true,
			distractors: { 'other-person': others }
		})
	];
}

/** Whole sentences were said; of a part of one, it is asked whose words they are. */
const questionOf = (source: string, asked: string, words: string): string =>
	isPart(words)
		? `According to ${source}, ${asked} used the words “${words}”?`
		: `According to ${source}, ${asked} said: “${words}”?`;

/** "A tax on the future of 1.4 billion people": the name of a thing, long enough to be known again. */
const isPart = (words: string): boolean =>
	/^(?:an?|the|no) \p{Ll}/u.test(words) && wordsOf(words).length >= FEWEST_OF_FRAGMENT;
const FEWEST_OF_FRAGMENT = 7;

const fewestOf = (words: string): number => (isNamedSentence(words) ? FEWEST_OF_SENTENCE : FEWEST_WORDS);

/** "Capital controls are our business": a sentence whose first words are the name of a thing. */
const isNamedSentence = (words: string): boolean =>
	/^\p{Lu}/u.test(words) &&
	!UNNAMED_START.test(words) &&
	!/^(?:It|Our|My|Your|His|Her|Their|Its|Both|Neither|Each|All|Some|Any|Every|One|Two|Three|Not|No|More|Most|Much|Many|Few|Such|These|Those|Wrong|Right)\b|^The \p{Ll}+ (?:is|are|was|were|stays|stands|remains|has|have|will)\b/u.test(
		words
	) &&
	!isCommand(words) &&
	hasFiniteVerb(words);

/** The words that are shown: the whole quotation where it is short, else its beginning up to a pause. */
function wordsAsked(told: Told): string | undefined {
	const whole = (typeof told.value === 'string' ? told.value : '')
		.replace(/[“”"]/g, '')
		.replace(/[.,;]$/, '')
		.replace(/^(?:and|but|so|yet|or),? (?=\p{L})/iu, '')
		.trim();
	const count = wordsOf(whole).length;
	if (count < fewestOf(whole)) return undefined;
	if (count <= MOST_WORDS) return whole;
	const start = whole.split(' ').slice(0, MOST_WORDS).join(' ');
	const pause = Math.max(...['. ', '; ', '! ', '? '].map((mark) => start.lastIndexOf(mark)));
	if (pause > 0 && wordsOf(start.slice(0, pause)).length >= FEWEST_WORDS) return start.slice(0, pause);
	// Broken off anywhere else, they would not be the speaker's words.
	return undefined;
}

const DENYING =
	/(?:\b(?:not|never|nor|neither|without|cannot|no longer|refus\p{L}*|declin\p{L}*|stop\p{L}*|against|den(?:y|ie[sd]|ying))\b|n['’]t\b)[^,;.]{0,40}$/iu;

/** Whether a few words are quoted that the sentence denies before them: alone they would say the opposite. */
function isDenied({ shown, around }: Told): boolean {
	const at = around.indexOf(shown);
	const isPart = /^[“"‘']?\p{Ll}/u.test(shown);
	return isPart && at > 0 && DENYING.test(around.slice(Math.max(0, at - 60), at));
}

/** "She and the president had agreed to pursue “…”": the words of both. */
function isJoint({ shown, around }: Told): boolean {
	const at = around.indexOf(shown.replace(/^[“"]/, ''));
	return (
		at > 0 &&
		/\b(?:agreed|both|they|the two|jointly|joint)\b[^.;]{0,120}$/iu.test(around.slice(Math.max(0, at - 160), at))
	);
}

/** Words by which an article leaves it to others whether something was said. */
const SECOND_HAND =
	/\b(?:(?:reported|said|understood|believed) to have|by the account of|quoted (?:him|her|them|\p{Lu}\p{L}+) as|allegedly|reportedly)\b/iu;
const isSecondHand = ({ around }: Told): boolean => SECOND_HAND.test(around);
/** Whether the same words are told as the view of somebody else: "she said the president considered Japan “…”". */
const isAnothers = (told: Told, board: Board): boolean => {
	const words = String(told.value)
		.replace(/[“”".,]/gu, '')
		.slice(0, MOST_COMPARED);
	return (board.articles.get(told.article)?.told ?? []).some(
		({ fact, holderId, party }) =>
			fact.kind === 'position' &&
			holderId !== null &&
			holderId !== told.holderId &&
			holderId !== told.party?.id &&
			(party !== told.party || board.person.has(holderId)) &&
			fact.statement.replace(/[“”".,]/gu, '').includes(words)
	);
};
const MOST_COMPARED = 30;
const isOfOthers = (told: Told, board: Board): boolean => isSecondHand(told) || isAnothers(told, board);
const UNNAMED = /\ban? (?:\p{L}+ ){0,3}(?:diplomat|official|source|aide|advis[eo]r|person|delegate|negotiator)\b/iu;

/** "You can wipe your feet on it": what is meant stands outside of the words. */
const POINTING = /\b(?:it|they|them|he|she|him|her|such|those|these|this|neither|either)\b/i;
const POINTED_AT = /\b(?:in|on|at|of|to|for|with|by|about|from) that\b(?! \p{L}+ (?:is|are|was|will)\b)/iu;
/** "Hasn't moved an inch": the subject stands outside. */
const HEADLESS =
	/^(?:where|when|while|because|if|that|which|who|whose|in|on|at|by|for|to|from|with|has|have|had|is|are|was|were|will|would|can|cannot|could|should|must|may|might|do|does|did|not|serves?|makes?|remains?|needs?|belongs?|[\p{L}]+n['’]t)\b/u;

/** "Those who play with fire": said by the words themselves; so is what "it" means behind a subject that is named. */
const UNNAMED_START =
	/^(?:I|We|You|They|He|She|This|That|There|Let|Not|Nobody|Nothing|If|When|As|Whether|Whoever|Who|What|How|Why|Where|Once|Because|Since|Today|Now|Then|Here|Tomorrow|Yesterday|So|Yes|No|But|And|Or|Yet|Maybe|Perhaps|In|On|At|By|For|From|To|With|After|Before|Until|Sometimes|Politically|Never|Always|Just|Only|Even|Put|Ask|Tell|Call|Think|Look|Go|Come|Do|Don['’]t|Be|Stay|Leave|Pay)\b/u;

const withoutOwn = (words: string): string => {
	const bare = words.replace(/\b(?:those|they) (?:who|whom)\b/giu, ' ').replace(/^(?:It|it) (?:is|was|takes) /u, ' ');
	const isNamed = !UNNAMED_START.test(words) && !isCommand(words) && /^\p{Lu}/u.test(words);
	return isNamed ? bare.replace(/(?<=^.{12,})\b(?:it|its)\b/gu, ' ') : bare;
};

/** "Neither wants to look weak": of whom or what is not told. */
const saysLittle = (words: string): boolean =>
	// A part of a sentence says little of what it was said of.
	(/^\p{Ll}/u.test(words) && !isPart(words)) ||
	POINTING.test(withoutOwn(words)) ||
	POINTED_AT.test(words) ||
	(/\b(?:I|me|my)\b/.test(words) && wordsOf(words).length < FEWEST_PERSONAL) ||
	HEADLESS.test(words) ||
	isUnresolved(words) ||
	/\b(?:that|this|it|so|them|those)[.!]?$/u.test(words) ||
	(/^(?:this|that|these|those|it['’]s|they|he|she|neither|both|such)\b(?! (?:sides|countries|leaders|governments|nations)\b)/i.test(
		words
	) &&
		wordsOf(words).length < FEW_WORDS);

/** "The issue", "our position": of what is told outside of the words. */
const VAGUE =
	/\b(?:the|this|that|our|their) (?:issues?|matters?|questions?|moves?|decisions?|plans?|lists?|offers?|proposals?|deals?|texts?|talks|meetings?|policy|position|problems?|reports?|figures?|numbers?|way|process|point|door|line)\b(?! (?:of|on|to|for|with|between|toward|towards|about|over)\b)|\btoday['’]s\b/iu;
/** Words that say something of the matter by themselves. */
const FEWEST_CONTENT = 4;
const FEWEST_OF_SHORT = 3;
const EMPTY =
	/^(?:that|with|from|into|this|than|which|have|been|will|would|should|must|could|were|they|also|more|most|such|under|about|there|what|when|where|here|some|somebody|nobody|anybody|everybody|nothing|something|anything|everything|very|just|only|ever|never|keep|keeping|want|wants|looking|doing|going|come|came|make|made|take|took|been|being|become|becomes|became|does|didnt|dont|isnt|arent|wont|cant|youre|were|weve|its|not|and|the|for|are|was|has|had|but|you|our|your|who|all|any|can|may|one|out|too|maybe|perhaps|two|three|four|day|days|week|weeks|month|months|year|years|time|think|know|good|great|well|really|right|then|now|how|why|still|many|much|problem|problems|solved|solve|thing|things|lot|better|worse|hope|believe|agree|agreed|settle|settled|sure|turn|turns|hard|work|works|talk|talks|talking)$/;

/** Whether a quotation says so much that it is worth knowing whose it is. */
export function isWeighty(words: string): boolean {
	const content = wordsOf(words).filter((word) => word.length > 2 && !EMPTY.test(word));
	const count = wordsOf(words).length;
	if (count >= FEWEST_WORDS) return new Set(content).size >= FEWEST_CONTENT;
	return count >= fewestOf(words) && new Set(content).size >= FEWEST_OF_SHORT;
}

/** Whether a speaker holds a public office, or stands for a side. */
function isOffice({ fact, article }: Told, board: Board): boolean {
	if (fact.values.is !== 'quotation') return false;
	const { speaker } = fact.values;
	return !board.person.has(speaker) || holdsOffice(board, article, speaker);
}

export function nameOf(board: Board, id: string): string | undefined {
	return board.person.get(id)?.name ?? board.organisation.get(id)?.name ?? board.parties.find((p) => p.id === id)?.name;
}

/** Others whom the article quotes, then others whom it tells of; nobody who is named in the words. */
function otherSpeakers(told: Told, board: Board, words: string, wantPeople: boolean): string[] {
	const article = board.articles.get(told.article);
	const quoted = (article?.speakers ?? []).slice(0, MOST_LOOKED_AT);
	const people = (article?.people ?? []).slice(0, MOST_LOOKED_AT).map((person) => person.id);
	const ids = [...new Set(wantPeople ? [...quoted, ...people] : quoted)];
	const own = told.fact.values.is === 'quotation' ? told.fact.values.speaker : '';
	const mine = partyIdOf(board, own);
	const bodies = ids.filter((id) => id !== own && id !== 'both' && !board.person.has(id));
	const apart = bodies.filter((id) => partyIdOf(board, id) === undefined || partyIdOf(board, id) !== mine);
	return (
		wantPeople
			? luresFor(
					board,
					told.article,
					own,
					ids.filter((id) => board.person.has(id)),
					words
				)
			: apart
	)
		.flatMap((id) => nameOf(board, id) ?? [])
		.filter((name) => !isSameName(name, nameOf(board, own) ?? ''))
		.filter((name) => !containsWords(words, name) && !containsWords(words, name.split(' ').pop() ?? name))
		.slice(0, MOST_OTHERS);
}
