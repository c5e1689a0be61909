import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { containsWords, wordsOf } from '../../text.ts';
import { alikeInLength } from '../alike.ts';
import type { Board } from './board.ts';
import { goesOn } from './beside.ts';
import { gistOf } from './gists.ts';
import { breaksOff, hasNegation, isSpliced, losesNoun, pointsBack } from './grammar.ts';
import { askable } from './guard.ts';
import { withoutApposition } from './holders.ts';
import { matterOf, overlap } from './matter.ts';
import { mentionsParty } from './parties.ts';
import { withTeller } from './reported.ts';
import { hasOther } from './rivals.ts';
import { balanced } from './sentences.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isCutShort, isOfUnnamedTeller, isWholeStance } from './worth.ts';

/** Verbs by which somebody asks somebody else for something, and what they are in a question. */
const ASKING = new Map([
	['called on', 'call on'],
	['calls on', 'call on'],
	['urged', 'urge'],
	['urges', 'urge'],
	['asked', 'ask'],
	['asks', 'ask'],
	['pressed', 'press'],
	['wanted', 'want'],
	['wants', 'want'],
	['expected', 'expect'],
	['expects', 'expect'],
	['requested', 'request'],
	['encouraged', 'encourage'],
	['required', 'require'],
	['requires', 'require']
]);
const DEMAND = new RegExp(
	`^[^,“”]{2,80}? (?:again |also |repeatedly |strongly )?(${[...ASKING.keys()].join('|')}) ((?:the )?\\p{Lu}[^,“”]{1,40}?) to ([a-z][^\\n]{10,200})$`,
	'u'
);
const FEWEST_WORDS = 4;
const MOST_WORDS = 18;
const MOST_LOOKED_AT = 60;
const MOST_OTHERS = 4;
const SAME_MATTER = 0.4;
const LEANS = /\b(?:it|them|they|he|she|him|her|this|these|those|such)\b/i;

/** What somebody asks of another party, where whose demand it is would be plain from whom it names. */
export function demandAsks(told: Told, board: Board): Ask[] {
	const whole = askable(told)?.replace(/\.$/, '');
	const statement = whole === undefined ? undefined : withoutApposition(whole);
	if (statement === undefined || told.polarity !== 'affirmed' || told.holderId === BOTH) return [];
	const [, verb = '', whom = '', what = ''] = DEMAND.exec(statement) ?? [];
	const person = board.person.get(told.holderId ?? '');
	const who = person?.name ?? told.party?.name;
	const plain = ASKING.get(verb);
	const cited = withTeller(told, `${verb} ${whom}`);
	if (who === undefined || plain === undefined || cited === undefined || !isTold(what, told)) return [];
	if (/['’]s? /u.test(whom) || goesOn(told) || hasOther(told, board, plain, undefined)) return [];
	if (!board.parties.some((party) => party !== told.party && mentionsParty(whom, party))) return [];
	const tense = /(?:s|wants)$/.test(verb) ? 'does' : 'did';
	const question = stem(
		cited,
		what,
		(source) => `According to ${source}, what ${tense} ${who} ${plain} ${whom} to do?`
	);
	if (question === undefined || (person && !containsWords(question, person.family))) return [];
	return [
		asAsk(cited, {
			slot: 'demand',
			type: 'phrase',
			question,
			key: what,
			typed: false,
			relation: true,
			distractors: { 'one-side-only': othersDemands(told, board, what) }
		})
	];
}

/** Whether what is asked for is told in full. */
function isTold(what: string, told: Told): boolean {
	const count = wordsOf(what).length;
	if (count < FEWEST_WORDS || count > MOST_WORDS || LEANS.test(what) || !balanced(what) || hasNegation(what))
		return false;
	if (breaksOff(what) || pointsBack(what) || losesNoun(what) || isSpliced(what)) return false;
	return isWholeStance(`urged to ${what}`) && !isCutShort(told.shown, told.around) && !isOfUnnamedTeller(told.around);
}

/** What others demand, of a like length: nobody asks it of those of whom it is asked here. */
function othersDemands(told: Told, board: Board, what: string): string[] {
	const own = matterOf(what);
	const found = (board.articles.get(told.article)?.notAgreed ?? [])
		.filter((other) => other.party !== told.party && other.fact.kind === 'position')
		.slice(0, MOST_LOOKED_AT)
		.flatMap((other) => {
			const gist = gistOf(other);
			const bare = gist?.startsWith('to ') === true ? gist.slice(3) : undefined;
			return bare !== undefined && alikeInLength([bare.length, what.length]) ? [bare] : [];
		});
	return [...new Set(found)].filter((text) => overlap(own, matterOf(text)) < SAME_MATTER).slice(0, MOST_OTHERS);
}
