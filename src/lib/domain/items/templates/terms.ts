import { splitNations } from '../../grading/nations.ts';
import { wordsOf as gradedWords } from '../../grading/normalise.ts';
import type { Ask } from '../../facts/fact-schema.ts';
import { containsWords, wordsOf } from '../../text.ts';
import type { ArticleBoard, Board } from './board.ts';
import { isIncomplete } from './complete.ts';
import { doerOf, isSound } from './deeds.ts';
import { breaksOff, hasNegation, isSentence, losesNoun } from './grammar.ts';
import { askable, firstAsk, parts } from './guard.ts';
import { withNames } from './joint-subject.ts';
import { matterOf, overlap } from './matter.ts';
import { isOfOtherTwo } from './references.ts';
import { withTeller } from './reported.ts';
import { BLANK, gapAt, shortened } from './sentences.ts';
import { asAsk, attributed, stem, type Told } from './told.ts';
import { plainVerb } from './verbs.ts';
import { isWorthAGap } from './worth.ts';

/** Where what was agreed or promised begins. */
const BOUND =
	/\b(?:(?:agreed|undertook|undertaken|pledged|promised|committed|decided|resolved|consented|offered|vowed)(?: in principle)?(?: not)? to|will(?: not)?|(?:is|are) to|promised|pledged|offered|guaranteed|agreed on) /u;
const STATE = '(?:the )?(?:\\p{Lu}[\\p{L}.]* ){1,3}(?:side |government )?';
/** Where what somebody asks for, welcomes or opposes begins. */
const WANTED = new RegExp(
	`\\b(?:(?:urged|asked|pressed|called on|wants?|wanted|encouraged|invited) ${STATE}(?:not )?to|` +
		`(?:demanded|insisted|proposed|requested) that ${STATE.replace(/ \)\?$/u, ')?')}|` +
		'demanded|oppose[ds]?|rejected|rejects|sought|seeks|proposed|proposes|called for|calls for|pressed for|asked for|' +
		'objected to|objects to|protested(?: against)?|criticised|criticized|welcomed|complained (?:about|of)|warned (?:about|against)) ',
	'u'
);
/** Deeds that say so little that many things fit behind them. */
const LOOSE =
	/^(?:strengthen|deepen|promote|support|maintain|facilitate|discuss|explore|consider|continue|keep|see|welcome|take|make|give|have|be|work|remain|stay|seek|expand|enhance|increase|pursue|talk|meet|handle|deal|cooperate|co-operate|communicate|engage|advance|improve|develop|do|respect|uphold|protect|raise|study)\b/u;
/** The end of what a deed is done to, or of its clause. */
const CLAUSE =
	/[,;:(“”"–—]|\b(?:which|who|whose|that|while|but|if|unless|so|because|when|where|whether|as)\b| and (?:to|that|will|would|not|also|agreed|said)\b/u;
/** More of the kind behind a comma: what is asked for would be one of several. */
const MORE = /^,? (?:and|or|as well as|including) |^, \p{Ll}+(?: \p{Ll}+)? (?:and|or)\b/u;
/** What goes before the words that a gap may take: "a working group on", "licences for". */
const LINK = /\b(?:on|for|about|against|of|from|into) (?:(?:the|an?|all|any|certain|some) )?/gu;
const DETERMINER =
	/^(?:(?:the|an?|its|their|each other['’]s|more|new|all|any|some|further|certain|faster|another) ){1,3}/u;
/** Where the words end that a gap may take. */
const STOP =
	/ (?:on|for|about|against|of|from|into|to|in|at|by|with|within|between|until|before|after|under|over|per|each|every|no|not|through|during|across|without|toward|towards|beyond|starting|beginning|once|twice|via|along|around|near|than|more|later|next|this|last|again|together|jointly|be|early|soon)\b/u;
/** Words that many sentences would fit. */
const WEAK =
	/^(?:\p{Ll}+ )?(?:issues?|matters?|talks|meetings?|dialogue|cooperation|exchanges?|contacts?|calls|consultations?|results?|implementation|exports?|imports?|sales?|purchases?|use|number|range|series|groups?|lists?|areas?|fields?|years?|months?|weeks?|days?|time|future|half|part|end|start|spring|summer|autumn|winter|evening|details?|steps?|measures?|projects?|program(?:me)?s?|items?|goods|products|people|individuals|persons|citizens|countries|sides?|parties|members?|officials?|ministers?|leaders?|compan(?:y|ies)|firms|enterprises|embassies|applications?|rules?|controls?|channels?|inspectors?|things?|restrictions?|sanctions|tariffs|removal|release|prosecution|withdrawal|resumption|lifting|easing|work|trade|terms?|value|price|levels?|basis|cases?|case by case|first|second|third)$/iu;
const PRONOUN =
	/\b(?:it|its|they|their|them|he|his|him|she|her|this|these|those|such|each|other|ones?|both|any|some|all|same|others|own|our|we)\b/iu;
/** Whoever is meant is told elsewhere; and words of a quotation. */
const UNNAMED = /^(?:The two|Both|The (?:parties|sides|ministers|leaders|ministries|militaries))\b|[“”"]/u;
/** "By the end", "four years": no name of a thing. */
const NO_NAME =
	/^(?:(?:by|at|in|within|on|for|to|from|with|under|after|before|until|during|through|as|what|how|whether|when|where|who)\b|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundreds?|thousands?|dozens?|several|many)\b|(?:President|Premier|Minister|Director|Secretary|Chairman|Mr|Ms)\b)|\b(?:already|also|choose|said|say)\b/u;
/** "Chips and limits on investment", "asking firms to hand over plans": what follows belongs to a part of the words. */
const SPLIT_BEHIND = /^ (?:of|on|for|against|from|to|about)\b/u;
const SPLIT = /\b(?:and|or)\b|^\p{Ll}+ing\b/u;
/** "Chemicals used to make them". */
const USED = /\b\p{Ll}{2,}ed$/u;

const SHORTEST = 5;
const SHORTEST_ALONE = 7;
const MOST_WORDS = 5;
const MOST_TYPED = 3;
const FEWEST_PINS = 2;
const SAME = 0.6;
const OUTCOMES = new Set(['agreement', 'commitment', 'non-agreement', 'position']);
/** Words of the frame of a deal: they tell nothing of its matter. */
const FRAME =
	/^(?:agre\p{L}*|pledg\p{L}*|promis\p{L}*|undert\p{L}*|committ?\p{L}*|decid\p{L}*|will|would|with|from|that|both|side|leader|urg|ask|call)$/u;

type TermsIn = (clause: string) => string[];

/** The thing that a deal, a promise or a demand is about, as a gap: "agreed to set up a working group on ____". */
export const termAsks = (told: Told, board: Board): Ask[] => gapAsks(told, board, linkedIn);

/** The thing that is to be done to, as a gap: "agreed to recognise each other's ____ for lorry crews". */
export const objectAsks = (told: Told, board: Board): Ask[] => gapAsks(told, board, objectIn);

function gapAsks(told: Told, board: Board, termsIn: TermsIn): Ask[] {
	const view = board.articles.get(told.article);
	if (!view || !isSound(told) || doerOf(told, board) === undefined) return [];
	return firstAsk(parts(withNames(told)), (wording, most) => gapAsk(wording, { board, view, most, termsIn }));
}

interface Asking {
	board: Board;
	view: ArticleBoard;
	/** In words. */
	most: number;
	termsIn: TermsIn;
}

function gapAsk(told: Told, { board, view, most, termsIn }: Asking): Ask[] {
	const statement = askable(told);
	const deed = statement === undefined ? undefined : deedIn(statement, told.fact.kind === 'position' ? WANTED : BOUND);
	if (statement === undefined || deed === undefined || LOOSE.test(deed.text)) return [];
	const cited = withTeller(told, deed.verb);
	if (cited === undefined || isOfOtherTwo(told, board, deed.text)) return [];
	const names = view.people.map(({ name }) => name);
	for (const key of termsIn(clauseOf(deed.text))) {
		if (names.some((name) => containsWords(key, name) || containsWords(key, name.split(' ').pop() ?? name))) continue;
		const gap = gapAt(statement, key);
		const short = gap && shortened(gap, most);
		if (!short || !isSentence(`${short.before}${key}${short.after}`)) continue;
		const line = `${short.before}${BLANK}${short.after}`;
		if (!isWorthAGap(line, true) || isIncomplete(line) || !isPinned(line, key, told, view)) continue;
		const question = stem(cited, key, (source) => `Which words complete this statement from ${source}? ${line}`);
		if (question === undefined) continue;
		const typed = wordsOf(key).length <= MOST_TYPED;
		const type = typed ? 'term' : 'phrase';
		return [
			asAsk(cited, { slot: 'term', type, question, key, cloze: attributed(cited, short), typed, relation: true })
		];
	}
	return [];
}

/** The deed of a statement with the verb that binds somebody to it, or by which somebody wants it. */
function deedIn(statement: string, binding: RegExp): { verb: string; text: string } | undefined {
	const bound = binding.exec(statement);
	if (bound === null || hasNegation(statement.slice(0, bound.index)) || UNNAMED.test(statement)) return undefined;
	return { verb: bound[0].trim(), text: statement.slice(bound.index + bound[0].length) };
}

/** What a deed says of one thing; empty where it goes on with more of its kind. */
function clauseOf(deed: string): string {
	const end = CLAUSE.exec(deed)?.index ?? deed.length;
	return MORE.test(deed.slice(end)) ? '' : deed.slice(0, end).replace(/[.\s]+$/u, '');
}

/** The names of things behind "on", "for" or "of", the longest first. */
const linkedIn: TermsIn = (clause) =>
	[...clause.matchAll(LINK)]
		.flatMap((link) => termAt(clause.slice(link.index + link[0].length)))
		.sort((a, b) => b.length - a.length);

/** The object of the verb with which a deed begins. */
const objectIn: TermsIn = (clause) => {
	const words = clause.split(' ');
	const found = plainVerb(words);
	return found?.verb.takesObject === true ? termAt(words.slice(found.count).join(' ').replace(DETERMINER, '')) : [];
};

/** The term with which a text begins, if it does. */
function termAt(text: string): string[] {
	const key = text.slice(0, STOP.exec(text)?.index ?? text.length);
	const isSplit = SPLIT.test(key) && (SPLIT_BEHIND.test(text.slice(key.length)) || /ing\b/u.test(key)) && key !== text;
	return isTerm(key) && !isSplit && !(USED.test(key) && key !== text) ? [key] : [];
}

/** Whether some words name a thing that can be asked for: no pronoun, number, name of a state or word that says little. */
function isTerm(key: string): boolean {
	const words = wordsOf(key);
	if (words.length === 0 || words.length > MOST_WORDS || key.length < SHORTEST) return false;
	if (words.length === 1 && (key.length < SHORTEST_ALONE || key.endsWith('ing'))) return false;
	if (/\d|['’]s$/u.test(key) || NO_NAME.test(key) || WEAK.test(key) || PRONOUN.test(key)) return false;
	return !breaksOff(key) && !losesNoun(key) && splitNations(gradedWords(key)).rest.length > 0;
}

/** Whether the rest of a sentence says which thing is meant, and no other sentence of the article fits it as well. */
function isPinned(line: string, key: string, told: Told, view: ArticleBoard): boolean {
	const sides = matterOf(view.pair.map(({ name }) => name).join(' '));
	const frame = new Set([...matterOf(line)].filter((word) => !sides.has(word) && !FRAME.test(word)));
	if (frame.size < FEWEST_PINS) return false;
	return !view.told.some(
		({ fact }) =>
			fact.id !== told.fact.id &&
			OUTCOMES.has(fact.kind) &&
			!containsWords(fact.statement, key) &&
			overlap(frame, matterOf(fact.statement)) >= SAME
	);
}
