import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { joinNames, wordsOf } from '../../text.ts';
import { mayAskMany } from './agreed-set.ts';
import { beside } from './beside.ts';
import { contentOf, type ArticleBoard, type Board } from './board.ts';
import { lacksContext } from './context.ts';
import { isIncomplete } from './complete.ts';
import { breaksOff, hasFiniteVerb, hasNegation, losesNoun, pointsBack } from './grammar.ts';
import { askable, isFromTitle, keepsDenial } from './guard.ts';
import { holdsOffice } from './in-office.ts';
import { isOfMany } from './many.ts';
import { matterOf, overlap } from './matter.ts';
import { namedParties } from './occasion.ts';
import { isOfOtherTwo, leansOutside } from './references.ts';
import { withTeller } from './reported.ts';
import { asAsk, stem, type Told } from './told.ts';
import { timesIn, withoutTimes } from './times.ts';
import { plainVerb, type Verb } from './verbs.ts';
import { isOfUnnamedTeller } from './worth.ts';

const MOST_WORDS = 18;
const FEWEST_TELLING = 2;
const MOST_LOOKED_AT = 80;
const SAME = 0.6;
/** In characters. */
const LONGEST = 1000;

/** What was said to bind: the words before a deed, and the question's. */
const BINDING =
	/\b(agreed|undertook|undertaken|pledged|promised|committed|decided|resolved|consented|offered|refused|declined|vowed)( in principle)?( not)? to (?:\S+ ly )?$/u;
const PLAIN = new Map([
	['undertook', 'undertake'],
	['undertaken', 'undertake'],
	['committed', 'commit'],
	['resolved', 'agree'],
	['refused', 'refuse'],
	['declined', 'decline'],
	['decided', 'decide'],
	['agreed', 'agree'],
	['promised', 'promise'],
	['pledged', 'pledge'],
	['vowed', 'vow'],
	['offered', 'offer'],
	['consented', 'agree']
]);
const TO_COME = /^[^;]{1,80}\b(?:will|(?:is|are) to) (?:[^;]{4,200}; (?:and )?){0,6}$/u;
/** Verbs that say too little of what is done to ask for its object. */
const SOFT =
	/^(?:strengthen|deepen|promote|support|maintain|facilitate|discuss|explore|protect|preserve|consider|give|take|see|use|follow|put|place|include|reach|welcome|lead|visit|receive|carry|back|form|order|commission|draw|report|name|hit|consult|clear|present|attend|keep|allow|apply|leave|accept)$/u;
/** Deeds that are alike: of two by the same holder nobody knows which one is asked for. */
const ALIKE = [
	/^(?:set up|establish|create|launch|found|open|start|build)$/u,
	/^(?:buy|purchase|import|order)$/u,
	/^(?:lift|remove|scrap|drop|ease|relax|end|waive|cancel|rescind|roll back|withdraw)$/u,
	/^(?:resume|restart|restore|revive|reopen|relaunch)$/u,
	/^(?:suspend|pause|postpone|defer|delay|shelve|halt|freeze|put off|stop)$/u,
	/^(?:hold|host|convene|organise|stage)$/u,
	/^(?:share|exchange|provide|supply|grant|issue)$/u
];
/** What may follow the object in its sentence without being a part of it. */
const ENDS =
	/^[”"’']?(?:[.;:!?]|$|,? (?:and|but|while|or) (?:to |will |would |that |agreed|also |has |have |is |are |was |were |\p{Lu})|, (?:which|who|while|whereas|with|but|according|to |both|it |he |she |they |\p{Lu})| [–—(])/u;
const NO_THING =
	/^(?:to|that|on|in|at|by|with|for|from|as|against|over|about|it|them|him|her|this|these|those|so|whether|how|why|if|and|or|up|off|out|back|down|together|again|more|further|each other|one another)\b/u;
/** "A third session": of what? */
const OF_WHAT =
	/^(?:an?|the|another) (?:[\p{L}-]+ )?(?:session|round|meeting|call|visit|step|review|report|list|channel|group|deal|talks)s?$/u;
const GOING = /^(?:add|remove|strike off|exempt|restrict|limit|hand over|return|withdraw)$/u;
const TARGET = /^(.{4,80}?) ((?:to|from) .{4,60})$/u;
const POINTERS = /\b(?:it|them|him|her|he|she|they|this|these|those|such|we|our|us|former|latter|same)\b/iu;
/** What is told beside a thing: who chairs it, since when it has slept. */
const BESIDE =
	/, (?:which|who|whose|where|dormant|frozen|suspended|idle|the first|the last|to be|starting|beginning|effective|including|among|with|an?|one|chaired|now|then|in force|in place|something|already|first|under|subject|by|currently)\b.*$/u;

interface Deed {
	/** "agree to set up": the words of the question behind the subject. */
	verb: string;
	auxiliary: string;
	base: Verb;
	rest: string;
}

/** The deed that a fact's short wording names, with what it was said to be: promised, agreed, to come. */
function deedOf({ fact }: Told): Deed | undefined {
	const bare = (fact.gist ?? '').replace(/[\s.,;:]+$/u, '').replace(/^(?:not )?to /u, '');
	const words = bare.split(' ').map((word, at) => (at === 0 ? word.toLowerCase() : word));
	const found = plainVerb(words);
	const statement = fact.statement.slice(0, LONGEST);
	const at = statement.toLowerCase().indexOf(bare.toLowerCase());
	if (found === undefined || !found.verb.takesObject || at < 1) return undefined;
	const before = statement.slice(0, at);
	// "Has not agreed to stop": nothing was promised.
	if (hasNegation(before.replace(/ not to $/u, ' '))) return undefined;
	const base = found.verb;
	const rest = words.slice(found.count).join(' ');
	const verb = words.slice(0, found.count).join(' ');
	const [, bound = '', principle = '', not = ''] =
		BINDING.exec(before) ??
		(/(?: and(?: not)? to|,(?: and)? to|; (?:and )?)\s*$/u.test(before) ? bindingIn(before) : []);
	const plain = PLAIN.get(bound);
	if (plain !== undefined) return { auxiliary: 'did', verb: `${plain}${principle}${not} to ${verb}`, base, rest };
	return TO_COME.test(before) ? { auxiliary: 'will', verb, base, rest } : undefined;
}

/** The first words that bind in a sentence with several deeds: "agreed to set up … and to hold …". */
function bindingIn(before: string): string[] {
	const found =
		/\b(agreed|undertook|undertaken|pledged|promised|committed|decided|resolved|consented|offered)( in principle)? to\b/u.exec(
			before
		);
	const not = / and not to $/u.test(before) ? ' not' : '';
	return found === null ? [] : [found[0], found[1] ?? '', found[2] ?? '', not];
}

/** Who does it, as a question names it: the two of the article, a state, a person or a body. */
export function doerOf(told: Told, board: Board): string | undefined {
	const { pair = [] } = board.articles.get(told.article) ?? {};
	if (told.holderId === BOTH)
		return pair.length > 0 && !isOfMany(told.around) ? joinNames(pair.map(({ name }) => name)) : undefined;
	const person = board.person.get(told.holderId ?? '');
	if (person) return person.name.includes(' ') && holdsOffice(board, told.article, person.id) ? person.name : undefined;
	return told.party !== undefined && told.party.id !== BOTH ? told.party.name : undefined;
}

/** The thing that is done to, without what is told beside it; undefined where it is none that stands alone. */
function thingIn(text: string): string | undefined {
	const thing = text
		.replace(BESIDE, '')
		.replace(/,? (?:either|too|as well|together|jointly|again)$/u, '')
		.trim();
	const count = wordsOf(thing).length;
	if (
		count < FEWEST_TELLING ||
		count > MOST_WORDS ||
		NO_THING.test(thing) ||
		POINTERS.test(thing) ||
		OF_WHAT.test(thing)
	)
		return undefined;
	if (matterOf(thing).size < FEWEST_TELLING && !/\p{Lu}|\d/u.test(thing)) return undefined;
	if (/[“”"(),;:]/u.test(thing.replace(/“[^”]*”/gu, '').replace(/(?:\S+ ){1,3}?\S+, (?=\S+(?: \S+){0,3} and )/u, '')))
		return undefined;
	const isBroken =
		breaksOff(thing) || losesNoun(thing) || pointsBack(thing) || lacksContext(thing) || hasNegation(thing);
	// "The rule that extended its list" has a verb of its own; a clause run into it has not.
	const bare = thing.replace(/ (?:that|which|who) .*$/u, '');
	return isBroken ||
		leansOutside(thing.replace(/\btheir\b/gu, 'own')) ||
		isIncomplete(thing) ||
		hasFiniteVerb(` ${bare.replace(/^\S+ /u, '')} `.replace(/\b\p{Ll}+(?:s|ed)\b/gu, ''))
		? undefined
		: thing;
}

const group = (base: string): RegExp | string => ALIKE.find((alike) => alike.test(base)) ?? base;

/** Whether the same holder does something like it to something else: then nobody knows which one is asked for. */
function hasRival(told: Told, view: ArticleBoard, base: string, thing: string): boolean {
	const own = matterOf(thing);
	const kind = group(base);
	return view.told.slice(0, MOST_LOOKED_AT * 2).some((other) => {
		if (other.fact.id === told.fact.id || other.holderId !== told.holderId) return false;
		const deed = deedOf(other);
		if (deed === undefined || group(deed.base.base) !== kind) return false;
		return overlap(own, matterOf(contentOf(other))) < SAME;
	});
}

/** What somebody promised, agreed or refused to do something to: "what did Norway agree to lift by 1 May 2031". */
export function deedAsks(told: Told, board: Board): Ask[] {
	const view = board.articles.get(told.article);
	const deed = deedOf(told);
	const who = doerOf(told, board);
	if (!view || deed === undefined || who === undefined || !isSound(told) || mayAskMany(view, board)) return [];
	const { thing: whole, time: when } = timesIn(deed.rest.replace(BESIDE, ''));
	// "Add firms to its list": to what belongs to the question.
	const [, text = whole, to = ''] = (GOING.test(deed.base.base) ? TARGET.exec(whole) : null) ?? [];
	const time = [to, when].filter((part) => part !== '').join(' ');
	const thing = thingIn(text);
	if (thing === undefined || SOFT.test(deed.base.base) || hasRival(told, view, deed.base.base, thing)) return [];
	if (!isWholeIn(told, text) || isOfOtherTwo(told, board, thing)) return [];
	const cited = withTeller(told, told.holderId === BOTH ? 'agreed' : deed.verb);
	if (cited === undefined || isNamedTwice(told, board, thing)) return [];
	const at = time === '' ? '' : ` ${time}`;
	const question = stem(
		cited,
		thing,
		(source) => `According to ${source}, what ${deed.auxiliary} ${who} ${deed.verb}${at}?`
	);
	if (question === undefined) return [];
	return [asAsk(cited, { slot: 'deed', type: 'phrase', question, key: thing, typed: false, relation: true })];
}

/** "China refused to buy Chinese soybeans": the holder in the thing shows that somebody else was meant. */
function isNamedTwice(told: Told, board: Board, thing: string): boolean {
	if (told.party === undefined || told.party.id === BOTH) return false;
	return namedParties(thing.replace(/\b\p{Lu}\p{L}+['’]s?\b/gu, ''), { parties: board.parties, people: [] }).includes(
		told.party
	);
}

/** Whether a fact is certain, told in the text, and keeps its denial. */
export const isSound = (told: Told): boolean =>
	askable(told) !== undefined &&
	told.polarity !== 'hedged' &&
	told.fact.modality !== 'reportedly' &&
	!isFromTitle(told) &&
	!isOfUnnamedTeller(told.around) &&
	keepsDenial(told, told.fact.statement);

/** Whether the thing ends where its sentence lets it: "a fund" of "a fund for roads" does not. */
function isWholeIn(told: Told, text: string): boolean {
	const end = text.split(' ').slice(-2).join(' ');
	const at = told.shown.lastIndexOf(end);
	const after = at < 0 ? beside(told).after : `${told.shown.slice(at + end.length)}${beside(told).after}`;
	const rest = withoutTimes(after);
	return ENDS.test(rest) || BESIDE.test(rest);
}
