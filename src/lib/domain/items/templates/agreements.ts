import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { fold, joinNames, wordsOf } from '../../text.ts';
import { alikeInLength } from '../alike.ts';
import { contentOf, type Board } from './board.ts';
import { gistOf, shapeOf } from './gists.ts';
import { isSentence, losesNoun } from './grammar.ts';
import { isFromTitle } from './guard.ts';
import { isOfMany } from './many.ts';
import { matterOf, overlap } from './matter.ts';
import { isOfMatter, matterNamed } from './matters.ts';
import { nominal } from './nominal.ts';
import { namedParties, partiesIn } from './occasion.ts';
import { alone } from './sentences.ts';
import { asAsk, stem, type Told } from './told.ts';
import { isCutShort, isOfUnnamedTeller } from './worth.ts';

/** What each rung of the speech-act ladder is called in options. */
const STANDINGS = {
	agreed: 'As agreed by both sides',
	announced: 'As promised by one side',
	claimed: 'As claimed by one side',
	'not-agreed': 'As left without agreement'
} as const;
/** Where more than two agreed. */
const BY_ALL = 'As agreed by all sides';
/** Whoever announces a duty or a date promises nothing to anybody. */
const PLEDGED = /\b(?:pledg|promis|commit|vow|undert|guarant|assur)\p{L}*/iu;
const MOST_LOOKED_AT = 60;
type Standing = keyof typeof STANDINGS;
const RUNGS = ['agreed', 'announced', 'claimed', 'not-agreed'] as const;

/** What was agreed, promised or left open: how firmly it stands, and which of several things it is. */
export function agreementAsks(told: Told, board: Board): Ask[] {
	const gist = gistOf(told);
	if (gist === undefined || told.polarity === 'hedged' || told.fact.modality === 'reportedly') return [];
	if (isFromTitle(told) || isUnclear(told, gist, board) || told.unsure || isToldOfAgreement(told, board)) return [];
	if (!isNamedMatter(gist, told)) return [];
	if (isCutShort(told.shown, told.around) && told.fact.kind !== 'agreement') return [];
	const content = contentAsk(told, board, gist);
	if (content.length > 0) return content;
	const named = agreedAsk(told, board, gist);
	return named.length > 0 ? named : standingAsk(told, board, gist);
}

/** "Complained that the fund had been agreed", "its counterpart", "Taiwanese firms pledged": not what the two agreed. */
const COMPLAINT =
	/\b(?:complain|claim|accus|alleg|criticis|criticiz|deplor|regret|doubt|question|warn|argu|hop|expect|want|urg|ask)\p{L}* (?:that|about|why|whether|how|for)\b|\bits counterpart\b/u;
/** "Which Beijing has put on ice": how it stands is said already. */
const TELLS_STANDING =
	/,? (?:which|who|whose|where)\b|\b(?:on ice|stalled|frozen|suspended|refus\p{L}*|reject\p{L}*|deadlock\p{L}*|unresolved|blocked|disputed|vetoed)\b/u;
/** A quotation, a place or a way: nothing that can be agreed. */
const NO_THING =
	/^(?:on )?(?:over|in|by|at|with|under|through|during|without|within|after|before|from|via|despite|amid)\b|^(?:on )?[“"‘]|\bto \p{Ll}+$/u;

/** Whether a sentence tells of an agreement of others than the article's two, or only of a view of it. */
function isToldOfAgreement({ fact, around, pair = [] }: Told, board: Board): boolean {
	if (COMPLAINT.test(around)) return true;
	if (fact.kind !== 'agreement' || isOfMany(around)) return false;
	const acting = { parties: board.parties, people: [...board.person.values()] };
	const subject = around.slice(0, Math.max(0, around.indexOf(' agree')));
	return pair.length > 0 && namedParties(subject, acting).some((party) => !pair.includes(party));
}

/** Whether a wording is a thing or a deed, and does not tell by itself how it stands. */
function isNamedMatter(gist: string, { around, fact }: Told): boolean {
	if (NO_THING.test(gist) || TELLS_STANDING.test(gist)) return false;
	const quoted = around.indexOf(gist) > 0 && /[“"‘]$/u.test(around.slice(0, around.indexOf(gist)));
	// "Taiwanese firms pledged …": somebody's own promise is no agreement.
	return !quoted && !(fact.kind === 'agreement' && /\b(?:pledged|promised|committed|vowed)\b/u.test(gist));
}

/** What the two agreed on a topic, or at all, where the article tells of one such agreement. */
function agreedAsk(told: Told, board: Board, gist: string): Ask[] {
	const view = board.articles.get(told.article);
	if (!view || view.pair.length === 0 || isOfMany(told.around) || standingOf(told) !== 'agreed') return [];
	const { topic } = told.fact;
	const matter = matterNamed(topic, gist);
	const alike = view.agreed.filter(
		(other) => !isFromTitle(other) && (matter === undefined || isOfMatter(topic, other.fact.statement))
	);
	const own = matterOf(gist);
	if (
		alike.some((other) => other.fact.id !== told.fact.id && overlap(own, matterOf(contentOf(other))) < SAME_AGREEMENT)
	)
		return [];
	const key = asAgreed(gist);
	const on = matter === undefined ? '' : ` about ${matter}`;
	const names = joinNames(view.pair.map(({ name }) => name));
	const question = stem(
		titledFirst(told, gist),
		key,
		(source) => `What did ${names} agree${on}, according to ${source}?`
	);
	if (question === undefined) return [];
	return [asAsk(told, { slot: 'agreed', type: 'phrase', question, key, typed: false, relation: true })];
}

/** What follows "agreed": "to …", "that …", "on a …"; a sentence of its own stays one. */
function asAgreed(gist: string): string {
	if (/^(?:that|to|on) /.test(gist)) return gist;
	if (/^(?:each|either) side\b/.test(gist)) return `that ${gist}`;
	if (!isSentence(`– ${gist}`)) return `on ${gist}`;
	return /^\p{Lu}/u.test(gist) ? gist : `that ${gist}`;
}

const SAME_AGREEMENT = 0.6;

/** What a question about one of several things asks, by what became of them. */
const OUTCOMES = {
	agreed: (source: string) => `Which of these does ${source} report as agreed by both sides?`,
	open: (source: string) => `On which of these, according to ${source}, did the two sides reach no agreement?`
};

/** Which of these was agreed, or was not: beside it stands what one side alone wanted, what was left open, or what was agreed. */
function contentAsk(told: Told, board: Board, gist: string): Ask[] {
	const view = board.articles.get(told.article);
	const outcome = standingOf(told) === 'agreed' ? 'agreed' : standingOf(told) === 'not-agreed' ? 'open' : undefined;
	const key = nominal(gist);
	if (!view || outcome === undefined || key === undefined || isOfMany(told.around) || view.pair.length === 0) return [];
	const isAgreed = outcome === 'agreed';
	// The same question again with another key would leave nobody to know which one is meant.
	const same = isAgreed ? view.agreed : view.open;
	if (firstClear(same, board)?.fact.id !== told.fact.id) return [];
	const others = nominalsLike(key, (isAgreed ? view.notAgreed : view.agreed).slice(0, MOST_LOOKED_AT), board);
	if (others.length < 2) return [];
	const question = stem(titledFirst(told, gist), key, (source) => OUTCOMES[outcome](source));
	if (question === undefined) return [];
	return [
		asAsk(told, {
			slot: 'content',
			type: 'phrase',
			question,
			key,
			typed: false,
			relation: true,
			distractors: isAgreed ? { 'one-side-only': others } : { 'other-agreement': others }
		})
	];
}

/** Whether a question about one of several things can be made of it. */
export function isClear(told: Told, board: Board): boolean {
	const gist = gistOf(told);
	return gist !== undefined && nominal(gist) !== undefined && !isFromTitle(told) && !isUnclear(told, gist, board);
}

const first = new WeakMap<readonly Told[], Told | undefined>();

/** The first of which such a question can be made, looked for once for each list. */
function firstClear(told: readonly Told[], board: Board): Told | undefined {
	if (!first.has(told))
		first.set(
			told,
			told.slice(0, MOST_LOOKED_AT).find((one) => isClear(one, board))
		);
	return first.get(told);
}

const SAME_THING = 0.4;
/** In wrong options alone they would give them away. */
const ABSOLUTES = /\b(?:always|never|all|every|none|only|completely|entirely|totally|exclusively)\b/i;

/** Wordings of the same kind as a key, as names of things, none of which may say what the key or another one says. */
function nominalsLike(key: string, told: readonly Told[], board: Board): string[] {
	const kept: string[] = [];
	for (const one of told) {
		const gist = one.polarity === 'hedged' || !isClear(one, board) ? undefined : gistOf(one);
		const text = gist === undefined ? undefined : nominal(gist);
		if (text === undefined || !alikeInLength([text.length, key.length])) continue;
		if (ABSOLUTES.test(text) && !ABSOLUTES.test(key)) continue;
		const own = matterOf(text);
		if ([key, ...kept].every((other) => overlap(own, matterOf(other)) < SAME_THING)) kept.push(text);
	}
	return kept;
}

/** The rung on which the article puts it; a negated statement has one only where it says that nothing was agreed. */
function standingOf(told: Told): Standing | undefined {
	const { kind } = told.fact;
	// What one side alone did not grant is its refusal.
	if (kind === 'non-agreement') return told.party === undefined || told.party.id === BOTH ? 'not-agreed' : undefined;
	if (told.polarity !== 'affirmed') return undefined;
	if (kind === 'agreement') return 'agreed';
	if (kind === 'commitment' && isOfUnnamedTeller(told.around)) return undefined;
	const isPromise = kind === 'commitment' && PLEDGED.test(told.fact.statement + told.around);
	return isPromise && told.party !== undefined && told.party.id !== 'both' ? 'announced' : undefined;
}

const SAME_MATTER = 0.4;

/** A title says who met; one that tells of the same thing may tell how it stands. */
function titledFirst(told: Told, gist: string): Told {
	const telling = overlap(matterOf(told.title ?? ''), matterOf(gist)) >= SAME_MATTER;
	return { ...told, sources: telling ? told.sources.filter((source) => !source.includes('“')) : told.sources };
}

const FEWEST_WORDS = 3;
/** "The Middle East" stands nowhere. */
const FEWEST_STANDING = 4;
/** "Advanced chips" is a matter on which nothing was agreed. */
const FEWEST_OPEN = 2;
/** A date that was not set, a matter that was not raised: nothing on which agreement was sought. */
const NOT_SOUGHT =
	/\b(?:no (?:\p{L}+ )?(?:date|time|timetable|schedule|details?|venue|mention|word|questions?)\b|(?:not|never|nor) (?:\p{L}+ )?(?:discussed|mentioned|raised|named|taken up|on the agenda)|omitted|went unanswered)/iu;
/** "To disagree", "It reflects no understanding", "a ceasefire in Gaza through 2028": no matter of its own. */
const NO_MATTER =
	/\bdisagree\b|^(?:It|This|They|He|She|There|Nothing|No|None|Neither)\b|^(?:an? )?\d[\d.,]* ?(?:%|percent|per cent|million|billion|tons|tonnes|days)\b|\b(?:joint|three-point|common) (?:statement|consensus|understandings?)\b|\b(?:relationship|ties|relations) with \S+$/iu;
const BARE_VERB = /^(?:reach|arrive|come|find|bridge|settle|resolve|get|issue|produce|yield)\b/;

/**
 * Whether a wording does not tell what was agreed or left open: a clause for a thing, a list that broke off, what was
 * agreed in earlier years, or by others than the two whom the question names.
 */
function isUnclear({ fact, published, pair = [] }: Told, gist: string, board: Board): boolean {
	const isThing = shapeOf(gist) === 'thing';
	const fewest = fact.kind === 'non-agreement' ? FEWEST_OPEN : FEWEST_WORDS;
	if (wordsOf(gist).length < fewest || losesNoun(gist) || /^(?:19|20)\d\d\b/.test(gist)) return true;
	const isClause = isSentence(`– ${gist}`);
	// "Patrols are to be coordinated": a sentence of its own tells what was agreed.
	const isWhole = isClause && fact.kind === 'agreement' && /^\p{Lu}/u.test(gist) && alone(gist) !== undefined;
	if (isThing && (BARE_VERB.test(gist) || (isClause && !isWhole))) return true;
	if (NO_MATTER.test(gist)) return true;
	if (fact.kind === 'non-agreement' && NOT_SOUGHT.test(fact.statement)) return true;
	const years = [...fact.statement.matchAll(/\b(?:in|of|since) (?:\p{Lu}\p{Ll}+ )?((?:19|20)\d\d)\b/gu)].map(
		([, year]) => year ?? ''
	);
	if (fact.kind === 'agreement' && published !== null && years.some((year) => year < published.slice(0, 4)))
		return true;
	const subject = fact.statement.slice(0, Math.max(0, fact.statement.indexOf(fact.gist ?? gist)));
	// "Both sides" would be others than those whom the question names.
	const acting = { parties: board.parties, people: [...board.person.values()] };
	const others = fact.kind === 'commitment' ? [] : partiesIn(subject, acting).filter((party) => !pair.includes(party));
	return others.length > 0 && !isOfMany(subject);
}

function standingAsk(told: Told, board: Board, gist: string): Ask[] {
	const standing = standingOf(told);
	const view = board.articles.get(told.article);
	// Where everything stands alike, nothing has to be told apart.
	if (standing === undefined || !view || view.standings.size < 2) return [];
	const many = isOfMany(told.around);
	// Who else is meant by "both sides" would not be told.
	if ((many && standing === 'not-agreed') || (!many && standing !== 'announced' && view.pair.length === 0)) return [];
	const optionOf = (rung: Standing) => (many && rung === 'agreed' ? BY_ALL : STANDINGS[rung]);
	const question = stem(
		titledFirst(told, gist),
		optionOf(standing),
		(source) => `How does ${source} present ${gist.startsWith('to ') ? 'the plan' : 'the following:'} ${gist}?`
	);
	if (wordsOf(gist).length < FEWEST_STANDING) return [];
	if (question === undefined || /\bagree|\bpromis|\bclaim|\bpledg/.test(fold(gist))) return [];
	const others = RUNGS.filter((rung) => rung !== standing);
	return [
		asAsk(told, {
			slot: 'standing',
			type: 'term',
			question,
			key: optionOf(standing),
			typed: false,
			relation: true,
			distractors: {
				'one-side-only': others.filter((rung) => rung !== 'not-agreed').map(optionOf),
				'not-agreed': others.includes('not-agreed') ? [STANDINGS['not-agreed']] : []
			}
		})
	];
}
