import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH, type Party } from '../../facts/party.ts';
import { containsWords, wordsOf } from '../../text.ts';
import { contentOf, type Board } from './board.ts';
import { hasNegation, isToldAside } from './grammar.ts';
import { askable } from './guard.ts';
import { mentionsParty } from './parties.ts';
import { partyIdOf } from './quotations.ts';
import { predicateOf } from './sentences.ts';
import { isCutName, isSameName } from './same-person.ts';
import { asAsk, stem, type Told } from './told.ts';

/** Two stances that share so much may be one that both sides hold. */
const SAME_STANCE = 0.5;
/** A stance in fewer words says too little of its matter. */
const FEWEST_WORDS = 4;
const MOST_OTHERS = 6;
const MOST_LOOKED_AT = 60;

/** Who takes a position or makes a promise: the statement without its subject as a question. */
export function holderAsks(told: Told, board: Board): Ask[] {
	const statement = askable(told);
	const said = statement === undefined ? undefined : predicateOf(statement);
	const { holderId } = told;
	if (!said || holderId === null || holderId === BOTH || isToldAside(said.predicate)) return [];
	// "Which side did not promise …?" may be true of many; a refusal or a denial is somebody's own.
	if (told.polarity === 'negated' && hasNegation(said.predicate)) return [];
	if (/^(?:will|would|did|does|do|has|have|is|was|could|can|may|might) not\b/.test(said.predicate)) return [];
	if (wordsOf(said.predicate).length < FEWEST_WORDS || isQuoted(said.predicate, told, board)) return [];
	const like = likeStances(told, board);
	if (isShared(told, like)) return [];
	const person = board.person.get(holderId);
	const predicate = asTold(said.predicate, told);
	if (person) return personAsk(told, board, predicate, new Set(like.map((other) => other.holderId)));
	return told.party?.id === holderId ? partyAsk(told, board, told.party, predicate) : [];
}

const QUOTED = /“([^”]{4,300})”/g;

/** Whether most of a predicate is words whose speaker another question asks. */
function isQuoted(predicate: string, told: Told, board: Board): boolean {
	const words = [...predicate.matchAll(QUOTED)].flatMap(([, said = '']) => wordsOf(said));
	if (words.length === 0 || words.length * 2 < wordsOf(predicate).length) return false;
	return (board.articles.get(told.article)?.speakers ?? []).includes(told.holderId ?? '');
}

const PLEDGED = /\b(?:pledg|promis|commit|vow|undert)\p{L}*/iu;

/** "is to halve", "pledged to halve": who will do a thing is not known, who is said to do it is. */
function asTold(predicate: string, told: Told): string {
	const rest = /^(will|would) (?!be\b|have\b|like\b|not\b)(.+)$/.exec(predicate);
	if (rest?.[2] === undefined) return predicate;
	if (PLEDGED.test(told.shown)) return `pledged to ${rest[2]}`;
	return `${rest[1] === 'will' ? 'is' : 'was'} to ${rest[2]}`;
}

/** The other facts of the article in which somebody else holds something like it. */
function likeStances(told: Told, board: Board): Told[] {
	const like = board.articles.get(told.article)?.stances.like(contentOf(told), SAME_STANCE) ?? [];
	return like.filter((other) => other.holderId !== told.holderId);
}

/** Whether somebody of another party, of none, or both together hold something like it. */
const isShared = (told: Told, like: readonly Told[]): boolean =>
	like.some((other) => other.party === undefined || other.party !== told.party);

function personAsk(told: Told, board: Board, predicate: string, like: ReadonlySet<string | null>): Ask[] {
	const person = board.person.get(told.holderId ?? '');
	const question = stem(told, person?.name ?? '', (source) => `According to ${source}, who ${predicate}?`);
	if (!person || question === undefined || containsWords(question, person.family)) return [];
	if (isCutName(person, board.articles.get(told.article)?.people ?? [])) return [];
	return [
		asAsk(told, {
			slot: 'holder',
			type: 'person',
			question,
			key: person.name,
			cloze: { before: `According to ${told.label}, `, after: ` ${predicate}.` },
			value: person.id,
			accept: person.aliases,
			typed: true,
			relation: true,
			distractors: { 'other-person': otherPeople(told, board, question, like) }
		})
	];
}

/** Others whom the article tells of, but for those who take the same stance. */
function otherPeople(told: Told, board: Board, question: string, like: ReadonlySet<string | null>): string[] {
	const own = told.holderId ?? '';
	const mine = partyIdOf(board, own);
	const name = board.person.get(own)?.name ?? '';
	const addressed = new Set(board.parties.filter((party) => mentionsParty(question, party)).map((party) => party.id));
	return (
		(board.articles.get(told.article)?.people ?? [])
			.slice(0, MOST_LOOKED_AT)
			.filter(
				(other) =>
					other.id !== own && !like.has(other.id) && other.name.includes(' ') && !containsWords(question, other.family)
			)
			.filter((other) => !isSameName(other.name, name))
			// Nobody asks something of the own country.
			.filter(({ id }) => partyIdOf(board, id) === mine || !addressed.has(partyIdOf(board, id) ?? ''))
			.sort((a, b) => Number(partyIdOf(board, b.id) !== mine) - Number(partyIdOf(board, a.id) !== mine))
			.map((other) => other.name)
			.slice(0, MOST_OTHERS)
	);
}

function partyAsk(told: Told, board: Board, party: Party, predicate: string): Ask[] {
	const question = stem(told, party.option, (source) => `According to ${source}, which side ${predicate}?`);
	if (question === undefined || mentionsParty(predicate, party)) return [];
	// A party that the question names is no plausible answer to it.
	const others = (board.articles.get(told.article)?.acting ?? [])
		.filter((other) => other !== party && !mentionsParty(predicate, other))
		.slice(0, 2);
	const joint = board.parties.find((other) => other.id === BOTH);
	const options = [...others, ...(joint ? [joint] : [])].map((other) => other.option);
	// Where the question names all others, only the key is left.
	if (others.length === 0) return [];
	return [
		asAsk(told, {
			slot: 'holder',
			type: 'side',
			question,
			key: party.option,
			value: party.id,
			accept: [...new Set([party.name, ...party.answers])],
			typed: false,
			relation: true,
			distractors: { 'wrong-side': options }
		})
	];
}
