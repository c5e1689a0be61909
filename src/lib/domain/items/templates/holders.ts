import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH, type Party } from '../../facts/party.ts';
import { containsWords, wordsOf } from '../../text.ts';
import { beside } from './beside.ts';
import { contentOf, type Board } from './board.ts';
import { isDenied, isRefused } from './denied.ts';
import { breaksOff, hasBrokenClause, isSpliced, isToldAside, losesNoun, pointsBack } from './grammar.ts';
import { askable, keepsDenial } from './guard.ts';
import { isOfMany } from './many.ts';
import { matterOf } from './matter.ts';
import { mentionsParty, optionOf } from './parties.ts';
import { namedParties } from './occasion.ts';
import { holdsOffice } from './in-office.ts';
import { luresFor } from './lures.ts';
import { withTeller } from './reported.ts';
import { saidBy } from './said-by.ts';
import { isCutName, isSameName } from './same-person.ts';
import { isTelling } from './telling.ts';
import { isOfOtherTwo, leansOutside } from './references.ts';
import { asAsk, stem, withoutTitle, type Told } from './told.ts';
import { isCutShort, isOfOtherTellers, isWholeStance } from './worth.ts';

/** Two stances that share so much may be one that both sides hold. */
const SAME_STANCE = 0.5;
/** A stance in fewer words says too little of its matter. */
const FEWEST_WORDS = 5;
/** "Did not promise restraint": of what? */
const FEWEST_REFUSED = 6;
/** "Has not moved,” and the fate must never be settled": a second clause without its "that". */
const HALVED = /,” and (?!that\b|to\b|\p{Ll}+ed\b)/u;
const MOST_OTHERS = 6;
const MOST_LOOKED_AT = 60;
/** Others who act, where more than two do. */
const FEWEST_BESIDE = 2;
const MOST_BESIDE = 3;

/** "Nor did Seoul agree to …": in the order in which it is told first. */
export const withSubjectFirst = (statement: string): string =>
	statement.replace(
		/^(?:Nor|Neither) (did|does|has|have|had|would|will|could) ((?:(?:\p{Lu}\S*|the|of) ){1,5})(?=(?:agree|consent|commit|promise|accept|yield|give|offer|pledge)\w*\b)/u,
		'$2$1 not '
	);

/** "Says it neither supports …": broken off, or somebody whom nobody names. */
const LEANS =
	/\b(?:them|they|neither(?!.{0,200}\bnor\b))\b|\b(?:all|raised|on) (?:two|three|four|five)\b(?! \p{L}+s\b)|\bsee that\b|^(?:said|says|told)\b[^“]{0,30}, “|^call(?:s|ed) “|\b(?:an?|the) (?:early |quick )?lifting$|^(?:is|was) to (?:on|in|at)\b|\bin the (?:north|south|east|west)$/u;

/** "Li Qiang, the Chinese premier, countered …": who somebody is stands between the name and the verb. */
export const withoutApposition = (statement: string): string =>
	statement.replace(
		/^(\p{Lu}[^,]{1,60}), (?:(?:an?|the|its|his|her|who|whose|which|then|former|incoming|(?:deputy |vice )?(?:leader|head|director|chair\p{L}*|chief|minister|spokes\p{L}+|president|secretary|speaker|ambassador|commissioner|host) (?:of|for|in|to|at|and)|\p{Lu}\S{1,20}) [^,]{2,100}), (?=\p{Ll})/u,
		'$1 '
	);

/** Thanks, praise and what is no stance at all. */
const COURTESY =
	/^(?:has |have |had |was |is )?(?:thank|credit|congratulat|greet|condol|wished|recalled|joked|(?:declined|refused) to (?:say|comment|confirm|elaborate)\b|(?:said .{0,40})?(?:would |will )?(?:stay|keep|remain)(?:ed)? in (?:touch|contact)\b|quipped|smiled|accept\p{L}* (?:the|an) invitation|had an? |described (?:this|that|as)\b|characteri[sz]ed|noted that (?:this|that)|to rather|unwilling\b)/iu;

/** Who takes a position or makes a promise: the statement without its subject as a question. */
export function holderAsks(told: Told, board: Board): Ask[] {
	const statement = askable(told);
	const said =
		statement === undefined ? undefined : saidBy(withoutApposition(withSubjectFirst(statement)), told.holder);
	const { holderId } = told;
	if (holderId === BOTH && statement !== undefined) return jointAsk(told, board, statement);
	if (!said || holderId === null || isToldAside(said.predicate) || isBrokenVerb(said.predicate)) return [];
	const cited = withTeller(told, said.predicate);
	if (cited === undefined) return [];
	const isRefusal = isRefused(told, said.predicate);
	if (isDenied(told, board, said.predicate, isRefusal)) return [];
	if (isLoose(told, board, said.predicate)) return [];
	if (
		LEANS.test(asTold(said.predicate, told)) ||
		(board.person.has(holderId) && /^[^\p{Lu}]*\bits\b/u.test(said.predicate))
	)
		return [];
	if (COURTESY.test(said.predicate) || pointsBack(said.predicate) || losesNoun(said.predicate)) return [];
	if (!isWholeStance(said.predicate) || isCutShort(told.shown, told.around) || isOfOtherTellers(told.around)) return [];
	if (isTooShort(said.predicate, isRefusal) || !keepsDenial(told, said.predicate)) return [];
	const like = likeStances(told, board);
	if (isShared(told, like) || !isTelling(said.predicate)) return [];
	const person = board.person.get(holderId);
	if (person && !holdsOffice(board, told.article, person.id)) return [];
	// "Added that" leans on what was said before.
	const predicate = asTold(
		said.predicate
			.replace(/,? either$/, '')
			.replace(/^([a-z]+(?:ed|d|s)) (?:afterwards|later) (?=that\b)/, '$1 ')
			.replace(/^(?:added|responded|replied|answered|countered|retorted) (?=that\b)/, 'said '),
		told
	);
	if (person) return personAsk(cited, board, predicate, new Set(like.map((other) => other.holderId)));
	// A ministry or an office speaks for its state.
	const isState = told.party?.id === holderId || board.organisation.get(holderId)?.side !== undefined;
	return isState && told.party ? partyAsk(cited, board, told.party, predicate) : [];
}

/** Whether a predicate leans on words before it, or was joined to what somebody else may have said. */
const isLoose = (told: Told, board: Board, predicate: string): boolean =>
	LEANS.test(predicate) || isJoined(told, predicate) || leansOutside(predicate) || isOfOtherTwo(told, board, predicate);

/** Whether a predicate says too little of its matter, or is two that were joined without a word. */
const isTooShort = (predicate: string, isRefusal: boolean): boolean =>
	wordsOf(predicate).length < (isRefusal ? FEWEST_REFUSED : FEWEST_WORDS) || HALVED.test(predicate);

/** ", and Congress would be furious": another main clause, which need not be said by whoever said the first one. */
function isJoined(told: Told, predicate: string): boolean {
	if (!/^(?:said|says) (?:that )?/.test(predicate)) return false;
	return /(?:,|;|:) (?:and|but|while|though) $/u.test(beside(told).before) && !/^(?:that|said|says)\b/.test(told.shown);
}

/** "Who controls are confined", "who dared to cut it off would be": no verb of a subject that was lost. */
const isBrokenVerb = (predicate: string): boolean =>
	/^(?:his|her|its|their)\b|^[a-z]+s (?:are|were|is|was|have|had|would|will|can)\b|\blet \S+ be known\b|^[a-z]+ed to (?:(?!\b(?:that|who|which|whether|if|and|but|what|how|so)\b)[^,;]){1,120} (?:would|will|must) (?:be|have|never|not)\b/u.test(
		predicate
	) || /^(?:thought|considered|believed|found) \S{1,40} (?:un)?likely that\b/u.test(predicate);

const BOTH_SIDES =
	/^(?:Both|The two|The) (?:sides|leaders|presidents|governments|countries|ministers|foreign ministers|parties|delegations|capitals|(?:special |trade )?(?:envoys|representatives)|negotiators) (?:also |again |both )?(?=[a-z]+ )/;
/** What only two can do shows who did it. */
const MUTUAL =
	/\b(?:each other|one another|mutual(?:ly)?|jointly|joint|together|shared|both|between|exchang\p{L}*|their|met|held|discussed|differ\p{L}*|disagree\p{L}*)\b/iu;

const BOTH_OPTION = 'Both';

/** What both hold together, where an article is about two: neither of them alone. */
function jointAsk(told: Told, board: Board, statement: string): Ask[] {
	const { pair = [] } = board.articles.get(told.article) ?? {};
	const joint = board.parties.find((other) => other.id === BOTH);
	const predicate = BOTH_SIDES.test(statement) ? statement.replace(BOTH_SIDES, '').replace(/\.$/, '') : '';
	if (!joint || pair.length === 0 || told.polarity !== 'affirmed' || !isWholeStance(predicate)) return [];
	const isBroken = MUTUAL.test(predicate) || breaksOff(predicate) || hasBrokenClause(predicate) || isSpliced(predicate);
	if (isBroken || pointsBack(predicate) || LEANS.test(predicate) || COURTESY.test(predicate) || losesNoun(predicate))
		return [];
	if (isCutShort(told.shown, told.around) || isOfMany(told.around) || isShared(told, likeStances(told, board)))
		return [];
	// "Which side back …": only a verb that is alike for one and for many can be asked.
	if (!/^(?:[a-z]+ed|had|did|will|would|could|held|took|made|set|undertook|gave|saw)\b/u.test(predicate)) return [];
	if (namedParties(predicate, actingOn(board)).some((party) => pair.includes(party))) return [];
	if (!isTelling(predicate)) return [];
	const question = stem(told, BOTH_OPTION, (source) => `According to ${source}, ${sideAsked(true)} ${predicate}?`);
	if (question === undefined) return [];
	return [
		asAsk(told, {
			slot: 'holder',
			type: 'side',
			question,
			key: BOTH_OPTION,
			value: BOTH,
			accept: joint.answers,
			typed: false,
			relation: true,
			distractors: { 'wrong-side': pair.map(optionOf) }
		})
	];
}

const QUOTED = /“([^”]{4,300})”/g;

/** Whether most of a predicate is words whose speaker another question asks. */
export function isQuoted(predicate: string, told: Told, board: Board): boolean {
	const words = [...predicate.matchAll(QUOTED)].flatMap(([, said = '']) => wordsOf(said));
	if (words.length === 0 || words.length * 2 < wordsOf(predicate).length) return false;
	return (board.articles.get(told.article)?.speakers ?? []).includes(told.holderId ?? '');
}

const PLEDGED = /\b(?:pledg|promis|commit|vow|undert)\p{L}*/iu;

/** "is to halve", "pledged to halve": who will do a thing is not known, who is said to do it is. */
function asTold(text: string, told: Told): string {
	const predicate = text
		.replace(/^had (?=said\b|warned\b)/, '')
		.replace(/^(has|have|had) (?:himself|herself|itself) /, '$1 ')
		.replace(/, an? (?:idea|step|move|plan|demand|proposal|claim|charge|view|request|phrase) [^“”]*$/u, '');
	const rest = /^(will|would) (?!be\b|have\b|like\b|prefer\b|welcome\b|not\b|rather\b)(.+)$/.exec(predicate);
	if (rest?.[2] === undefined) return predicate;
	if (PLEDGED.test(told.shown)) return `pledged to ${rest[2]}`;
	return `${rest[1] === 'will' ? 'is' : 'was'} to ${rest[2]}`;
}

/** The other facts of the article in which somebody else holds something like it. */
function likeStances(told: Told, board: Board): Told[] {
	const like = board.articles.get(told.article)?.stances.like(contentOf(told), SAME_STANCE) ?? [];
	const own = matterOf(contentOf(told));
	// A headline's two words are too few to tell that somebody else holds the same.
	return like.filter(
		(other) => other.holderId !== told.holderId && shared(own, matterOf(contentOf(other))) >= FEWEST_SHARED
	);
}

const FEWEST_SHARED = 2;

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let count = 0;
	for (const word of a) if (b.has(word)) count++;
	return count;
}

/** Whether somebody of another party, of none, or both together hold something like it. */
const isShared = (told: Told, like: readonly Told[]): boolean =>
	like.some((other) => other.party === undefined || other.party !== told.party);

function personAsk(told: Told, board: Board, predicate: string, like: ReadonlySet<string | null>): Ask[] {
	const person = board.person.get(told.holderId ?? '');
	const question = stem(told, person?.name ?? '', (source) => `According to ${source}, who ${predicate}?`);
	if (!person || question === undefined || containsWords(withoutTitle(told, question), person.family)) return [];
	if (isCutName(person, board.articles.get(told.article)?.people ?? []) || isOnlyOne(told, board, predicate)) return [];
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
			distractors: { 'other-person': otherPeople(told, board, predicate, like) }
		})
	];
}

/** "Who said that Norway opposes …", where one Norwegian alone speaks: the question tells who. */
function isOnlyOne(told: Told, board: Board, predicate: string): boolean {
	const { people = [] } = board.articles.get(told.article) ?? {};
	if (told.party === undefined || !namedParties(predicate, actingOn(board)).includes(told.party)) return false;
	return !people.some(({ id, side }) => id !== told.holderId && side === told.party?.id);
}

/** Others in office whom the article tells of, but for those who take the same stance: two at least, or none. */
function otherPeople(told: Told, board: Board, predicate: string, like: ReadonlySet<string | null>): string[] {
	const own = told.holderId ?? '';
	const name = board.person.get(own)?.name ?? '';
	const ids = (board.articles.get(told.article)?.people ?? [])
		.slice(0, MOST_LOOKED_AT)
		.filter((other) => !like.has(other.id) && other.name.includes(' ') && !containsWords(predicate, other.family))
		.filter((other) => !isSameName(other.name, name))
		.map(({ id }) => id);
	return luresFor(board, told.article, own, ids, predicate)
		.flatMap((id) => board.person.get(id)?.name ?? [])
		.slice(0, MOST_OTHERS);
}

/** What only one of two can do. */
const ONE_SIDED =
	/^(?:\p{L}+ )?(?:(?:is|was|will|would|has|have|had|agreed|pledged|promised|undertook|undertaken|committed|consented|reportedly) (?:to )?)*(?:buy|bought|purchas\p{L}*|order\p{L}*|import\p{L}*|refus\p{L}*|declin\p{L}*|reject\p{L}*|accus\p{L}*|complain\p{L}*|protest\p{L}*|den(?:y|ies|ied)|criticis\p{L}*|criticiz\p{L}*|press\p{L}*|demand\p{L}*|lodg\p{L}*)\b/u;

/** What either side may say of a matter. */
const THIRD =
	/^(?:again |also |firmly |strongly |publicly |repeatedly )?(?:say|said|argu|maintain|insist|reaffirm|reiterat|stress|emphasi|underlin|underscor|warn|declar|announc|express|voic|oppos|support|back|endors|favou?r|call(?:s|ed) (?:for|on)|urg|want|sought to|seeks? to|propos|suggest|den(?:y|ies|ied)|reject|describ|regard|consider|hail|welcom|condemn)/u;
/** What only the side can do that holds the matter in its hands. */
const OWN_ACT =
	/\b(?:licen[cs]\p{L}*|relief|its|it|issu(?:e|es|ed|ing)|buy|purchase|permit|lift|relax|scrap|remove|grant|sell)\b/u;

/** "Which side" would say that it was one. */
const sideAsked = (isJoint: boolean): string => (isJoint ? 'which side, or both,' : 'which side');

/** Whose body speaks, or is spoken of, is known. */
const OWN_BODY =
	/\b(?:Pentagon|White House|State Department|Commerce Department|Department of (?:State|Commerce|Defense|the Treasury)|Treasury|Congress|Senate|Capitol|Kremlin|Duma|Politburo|PLA|People['’]s Liberation Army|State Council|MOFCOM|Mofcom|Bundestag|Diet|Lok Sabha|Knesset|Entity List|Unreliable Entity List)\b/u;

const actingOn = (board: Board) => ({ parties: board.parties, people: [...board.person.values()] });

/** Of two that met, or of more who act: with both together where there are two. */
function partyAsk(told: Told, board: Board, party: Party, predicate: string): Ask[] {
	const { pair = [], acting = [] } = board.articles.get(told.article) ?? {};
	const isPair = pair.includes(party);
	// An act that one side alone can do would show who did it: a view of a third matter does not.
	if (!THIRD.test(predicate) || OWN_ACT.test(predicate)) return [];
	const key = optionOf(party);
	// Nobody buys from itself, nor refuses itself something.
	const joint = isPair && !ONE_SIDED.test(predicate) ? [BOTH_OPTION] : [];
	const which = isPair ? sideAsked(joint.length > 0) : party.id === 'eu' ? 'which side' : 'which government';
	if (OWN_BODY.test(predicate)) return [];
	const question = stem(told, party.option, (source) => `According to ${source}, ${which} ${predicate}?`);
	if (question === undefined || mentionsParty(predicate, party)) return [];
	// A party that the question names, itself or by its people, is no plausible answer to it.
	const named = namedParties(predicate, actingOn(board));
	if (named.includes(party) || /\bits\b/u.test(predicate)) return [];
	const others = (isPair ? pair : acting).filter((other) => other !== party && !named.includes(other));
	// Without the side that it dealt with, nobody who matters stands beside the key.
	if (others.length < (isPair ? 1 : FEWEST_BESIDE)) return [];
	return [
		asAsk(told, {
			slot: 'holder',
			type: 'side',
			question,
			key,
			value: party.id,
			accept: [...new Set([party.name, ...party.answers])],
			typed: false,
			relation: true,
			distractors: { 'wrong-side': [...others.slice(0, MOST_BESIDE).map(optionOf), ...joint] }
		})
	];
}
