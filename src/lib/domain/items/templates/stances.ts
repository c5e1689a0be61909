import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { containsWords, wordsOf } from '../../text.ts';
import { alikeInLength } from '../alike.ts';
import { contentOf, type Board } from './board.ts';
import { hasNegation, isToldAside, losesNoun, pointsBack } from './grammar.ts';
import { askable, isFromTitle } from './guard.ts';
import { isQuoted, withoutApposition, withSubjectFirst } from './holders.ts';
import { isOfMatter, matterNamed } from './matters.ts';
import { matterOf, overlap } from './matter.ts';
import { mentionsParty } from './parties.ts';
import { saidBy } from './said-by.ts';
import { withTeller } from './reported.ts';
import { predicateOf } from './sentences.ts';
import { actOf } from './speech-acts.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isCutShort, isOfUnnamedTeller, isWholeStance } from './worth.ts';

const FEWEST_WORDS = 4;
const MOST_WORDS = 22;
const MOST_LOOKED_AT = 60;
const MOST_OTHERS = 4;
/** Two stances that share so much may be one. */
const SAME_STANCE = 0.4;
const LEANS = /\b(?:the (?:matter|issue|outcome)|neither|nor|it|them|they|he|she|him|her|this|these|those|such)\b/i;
const COURTESY = /^(?:\p{L}+ )?(?:thank|credit|congratulat|greet|condol|recall|joke|quip|said$|told$)/iu;
/** ", the minister said": whoever told of it. */
const TOLD_LAST = /, [^,]{1,80} (?:said|says|added|wrote|argued|warned)$/u;
const STANCES = new Set(['position', 'commitment']);

/**
 * What somebody holds or promises, where whose it is would be plain: the stance is the answer, and what others hold
 * on the same topic stands beside it.
 */
export function stanceAsks(told: Told, board: Board): Ask[] {
	const text = stanceIn(told);
	const cited = text === undefined ? undefined : withTeller(told, text);
	if (cited === undefined) return [];
	const who = board.person.get(told.holderId ?? '')?.name ?? stateOf(told, board);
	if (text === undefined || who === undefined || told.polarity === 'hedged' || isOwn(told, board, text)) return [];
	if (isQuoted(text, told, board) || wordsOf(text).length > MOST_WORDS) return [];
	const { topic } = told.fact;
	const matter = matterNamed(topic, text);
	const { act, asks } = actOf(text);
	// Somebody with several stances of a kind could be asked for any of them.
	const alike = stancesOf(told, board).filter(
		(other) =>
			(act === 'position' || actIn(other) === act) &&
			(matter === undefined || other.fact.topic === topic || isOfMatter(topic, other.fact.statement))
	);
	if (alike.some((other) => other.fact.id !== told.fact.id && !isSame(other, text))) return [];
	const on = matter === undefined ? '' : ` on ${matter}`;
	const question = stem(cited, text, (source) => asks(who, on, source));
	if (question === undefined) return [];
	return [
		asAsk(cited, {
			slot: 'stance',
			type: 'phrase',
			question,
			key: text,
			typed: false,
			relation: true,
			distractors: { 'wrong-side': othersStances(told, board, text, act, matter !== undefined) }
		})
	];
}

/** "Wants Japan scrapped", "would put its industry": not what this holder can have said. */
function isOwn(told: Told, board: Board, text: string): boolean {
	const person = board.person.get(told.holderId ?? '');
	if (person) return /^would |^[^\p{Lu}]*\bits\b/u.test(text) || containsWords(text, person.family);
	return told.party !== undefined && mentionsParty(text, told.party);
}

/** A state that speaks, by itself or by a ministry. */
function stateOf(told: Told, board: Board): string | undefined {
	const isState = told.party?.id === told.holderId || board.organisation.get(told.holderId ?? '')?.side !== undefined;
	return isState && told.party?.id !== BOTH ? told.party?.name : undefined;
}

const isSame = (other: Told, text: string): boolean => overlap(matterOf(contentOf(other)), matterOf(text)) >= 0.7;

/** What the holder is said to hold or promise; of a state, what its people say as well. */
const stancesOf = (told: Told, board: Board): Told[] =>
	(board.articles.get(told.article)?.told ?? []).filter(
		({ fact, holderId, party }) =>
			STANCES.has(fact.kind) &&
			(holderId === told.holderId || (!board.person.has(told.holderId ?? '') && party === told.party))
	);

/** What a statement does, by its predicate. */
const actIn = ({ fact }: Told): string =>
	actOf(predicateOf(withoutApposition(withSubjectFirst(fact.statement)))?.predicate ?? '').act;

/** What is said of the holder, if it is a whole stance that is told in full. */
function stanceIn(told: Told): string | undefined {
	const statement = askable(told);
	const said =
		statement === undefined ? undefined : saidBy(withoutApposition(withSubjectFirst(statement)), told.holder);
	const text = said?.predicate.replace(/^(?:again|also|still|further) /, '');
	if (
		text === undefined ||
		wordsOf(text).length < FEWEST_WORDS ||
		isToldAside(text) ||
		TOLD_LAST.test(text) ||
		isFromTitle(told)
	)
		return undefined;
	if (LEANS.test(text) || COURTESY.test(text) || pointsBack(text) || losesNoun(text) || !isWholeStance(text))
		return undefined;
	return isCutShort(told.shown, told.around) || isOfUnnamedTeller(told.around) ? undefined : text;
}

/** What others hold: of the same topic where the question names one, and nothing that names the holder's side. */
function othersStances(told: Told, board: Board, text: string, act: string, isOfTopic: boolean): string[] {
	const { party } = told;
	const family = board.person.get(told.holderId ?? '')?.family;
	const kept: string[] = [];
	for (const other of (board.articles.get(told.article)?.told ?? []).slice(0, MOST_LOOKED_AT * 2)) {
		if (!STANCES.has(other.fact.kind) || other.polarity === 'hedged' || other.party?.id === BOTH) continue;
		if (other.party === undefined || other.party === party || other.holderId === told.holderId) continue;
		const stance = stanceIn(other);
		if (stance === undefined || actOf(stance).act !== act || !alikeInLength([stance.length, text.length])) continue;
		if (hasNegation(stance) !== hasNegation(text) && hasNegation(stance)) continue;
		if (isOfTopic && !isOfMatter(told.fact.topic, stance)) continue;
		if ((party && mentionsParty(stance, party)) || (family !== undefined && containsWords(stance, family))) continue;
		const own = matterOf(stance);
		if ([text, ...kept].every((one) => overlap(own, matterOf(one)) < SAME_STANCE)) kept.push(stance);
	}
	return kept.slice(0, MOST_OTHERS);
}
