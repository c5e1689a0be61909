import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { containsWords, wordsOf } from '../../text.ts';
import { alikeInLength } from '../alike.ts';
import { goesOn } from './beside.ts';
import { contentOf, type Board } from './board.ts';
import { hasNegation, isToldAside, losesNoun, pointsBack } from './grammar.ts';
import { askable, isFromTitle, keepsDenial } from './guard.ts';
import { isQuoted, withoutApposition, withSubjectFirst } from './holders.ts';
import { holdsOffice } from './in-office.ts';
import { isOfMatter, matterNamed } from './matters.ts';
import { matterOf, overlap } from './matter.ts';
import { mentionsParty } from './parties.ts';
import { hasOther } from './rivals.ts';
import { saidBy } from './said-by.ts';
import { withTeller } from './reported.ts';
import { predicateOf } from './sentences.ts';
import { actOf, type Act } from './speech-acts.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isTelling } from './telling.ts';
import { isOfOtherTwo, leansOutside } from './references.ts';
import { isCutShort, isOfUnnamedTeller, isWholeStance } from './worth.ts';

const FEWEST_WORDS = 4;
const MOST_WORDS = 22;
const FEWEST_ANSWERED = 3;
const MOST_ANSWERED = 18;
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
	const person = board.person.get(told.holderId ?? '');
	if (person && !holdsOffice(board, told.article, person.id)) return [];
	const who = person?.name ?? stateOf(told, board);
	if (text === undefined || who === undefined || told.polarity === 'hedged' || isOwn(told, board, text)) return [];
	if (!keepsDenial(told, text)) return [];
	if (leansOutside(text) || isOfOtherTwo(told, board, text)) return [];
	if (isQuoted(text, told, board) || wordsOf(text).length > MOST_WORDS || !isTelling(text)) return [];
	const done = actOf(text);
	if (done === undefined || !isAnswer(done, person !== undefined) || goesOn(told)) return [];
	const { topic } = told.fact;
	const named = matterNamed(topic, text);
	// A refusal or a promise that is the only one needs no matter beside it.
	const isAlone = ALONE.test(done.act) && !hasRival(told, board, text, done, undefined);
	const matter = isAlone && DOING.test(done.act) ? undefined : named;
	// "What did it deny on Korea?": whoever asks so has something in mind.
	if (/^(?:deny|denied|say|said)\b/u.test(done.act)) return [];
	if (matter === undefined && (done.needsMatter || !isAlone || !BARE.test(done.act))) return [];
	if (hasRival(told, board, text, done, matter) || hasOther(told, board, done.act, matter)) return [];
	const key = done.answer.replace(/,? (?:either|too|as well)$/, '');
	const on = matter === undefined ? '' : ` on ${matter}`;
	const question = stem(cited, key, (source) => `According to ${source}, ${done.asks(who, on)}?`);
	if (question === undefined) return [];
	return [
		asAsk(cited, {
			slot: 'stance',
			type: 'phrase',
			question,
			key,
			typed: false,
			relation: true,
			distractors: { 'wrong-side': othersStances(told, board, key, done.act, matter) }
		})
	];
}

/** A refusal, a denial, a promise or a demand is worth knowing by itself. */
const ALONE =
	/^(?:refuse|decline|reject|rule out|turn down|dismiss|deny|promise|pledge|vow|undertake|agree to|offer|threaten|propose|demand|request|call for|press for|insist on|condemn|object to|oppose|accuse|warn|complain|support|back|ask|want|seek|express|voice|raise)/;

/** What somebody refuses or promises to do; what somebody wants, rejects or denies is asked with its matter alone. */
const DOING = / to do$| not to do$|^accuse/u;
/** Asked without a matter where none is named. */
const BARE = / to do$| not to do$|^(?:accuse|deny|turn down)/u;

/** Whether an answer is short enough, and of a state where it begins with "it". */
const isAnswer = ({ answer, act }: Act, isPerson: boolean): boolean =>
	wordsOf(answer).length >= FEWEST_ANSWERED &&
	wordsOf(answer).length <= MOST_ANSWERED &&
	!/\b(?:why|how|when|where|whether|what|who|so|lifting|removal|return|extension|release|withdrawal|easing|resumption|suspension|repeal|scrapping)$/u.test(
		answer
	) &&
	!(isPerson && act === 'position');

/** Whether the holder does the same with words more than once, or is quoted on the matter: which one would be meant? */
function hasRival(told: Told, board: Board, text: string, done: Act, matter: string | undefined): boolean {
	const { topic } = told.fact;
	const isOn = (words: string, other: Told) =>
		matter === undefined || other.fact.topic === topic || isOfMatter(matter, words);
	const own = matterOf(text);
	const isRival = (other: Told) =>
		(done.act === 'position' || done.act === 'say' || actIn(other) === done.act) &&
		isOn(other.fact.statement, other) &&
		overlap(matterOf(contentOf(other)), own) < SAME_WORDS;
	if (stancesOf(told, board).some((other) => other.fact.id !== told.fact.id && isRival(other))) return true;
	if (done.act !== 'say') return false;
	const quoted = board.articles.get(told.article)?.byValues.get('quotation') ?? [];
	return quoted.some((other) => other.holderId === told.holderId && isOn(String(other.value), other));
}

/** "Wants Japan scrapped", "would put its industry": not what this holder can have said. */
function isOwn(told: Told, board: Board, text: string): boolean {
	const person = board.person.get(told.holderId ?? '');
	if (person) return /^would |^[^\p{Lu}]*\bits\b/u.test(text) || containsWords(text, person.family);
	return told.party !== undefined && mentionsParty(text, told.party);
}

/** A state that speaks, by itself or by a ministry, or a body of no state. */
function stateOf(told: Told, board: Board): string | undefined {
	const body = board.organisation.get(told.holderId ?? '');
	if (body !== undefined && told.party === undefined) return bodyNamed(body.name);
	const isState = told.party?.id === told.holderId || board.organisation.get(told.holderId ?? '')?.side !== undefined;
	return isState && told.party?.id !== BOTH ? told.party?.name : undefined;
}

/** "The Straits Institute": with its article, where it has one in a sentence; a name of one word has none. */
const bodyNamed = (name: string): string =>
	/^the /i.test(name) ||
	!/ (?:of|for|on)|(?:Council|Commission|Union|Office|Institute|Administration|Committee|Chamber|Fund|Bank|House)$/u.test(
		name
	)
		? name.replace(/^The /, 'the ')
		: `the ${name}`;

/** Two wordings that share so much are one. */
const SAME_WORDS = 0.7;

/** What the holder is said to hold or promise; of a state, what its people say as well. */
const stancesOf = (told: Told, board: Board): Told[] =>
	(board.articles.get(told.article)?.told ?? []).filter(
		({ fact, holderId, party }) =>
			STANCES.has(fact.kind) &&
			(holderId === told.holderId || (!board.person.has(told.holderId ?? '') && party === told.party))
	);

/** What a statement does, by its predicate. */
const actIn = ({ fact }: Told): string | undefined =>
	actOf(predicateOf(withoutApposition(withSubjectFirst(fact.statement)))?.predicate ?? '')?.act;

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
function othersStances(told: Told, board: Board, text: string, act: string, matter: string | undefined): string[] {
	const { party } = told;
	const family = board.person.get(told.holderId ?? '')?.family;
	const kept: string[] = [];
	for (const other of (board.articles.get(told.article)?.told ?? []).slice(0, MOST_LOOKED_AT * 2)) {
		if (!STANCES.has(other.fact.kind) || other.polarity === 'hedged' || other.party?.id === BOTH) continue;
		if (other.party === undefined || other.party === party || other.holderId === told.holderId) continue;
		const done = actOf(stanceIn(other) ?? '');
		if (done?.act !== act || !alikeInLength([done.answer.length, text.length])) continue;
		const stance = done.answer;
		if (hasNegation(stance) !== hasNegation(text) && hasNegation(stance)) continue;
		if (matter !== undefined && !isOfMatter(matter, stance)) continue;
		if ((party && mentionsParty(stance, party)) || (family !== undefined && containsWords(stance, family))) continue;
		const own = matterOf(stance);
		if ([text, ...kept].every((one) => overlap(own, matterOf(one)) < SAME_STANCE)) kept.push(stance);
	}
	return kept.slice(0, MOST_OTHERS);
}
