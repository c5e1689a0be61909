import type { Ask } from '../../facts/fact-schema.ts';
import { BOTH } from '../../facts/party.ts';
import { agreementAsks } from './agreements.ts';
import { beside } from './beside.ts';
import type { Board } from './board.ts';
import { isCutOut, plainList, plainPast, withContext, withoutHis, withoutTitles } from './context.ts';
import { isCleft, isIncomplete, isTakenOut, plainSaying } from './complete.ts';
import { causeAsks } from './causes.ts';
import { dateAsks } from './dates.ts';
import { deedAsks } from './deeds.ts';
import { demandAsks } from './demands.ts';
import { backgroundAsks, eventAsks, organisationAsks, placeAsks } from './events.ts';
import { amountAsks, figureAsks } from './figures.ts';
import { isSubtitle } from './guard.ts';
import { holderAsks, withoutApposition } from './holders.ts';
import { officeAsks } from './offices.ts';
import { quotationAsks } from './quotations.ts';
import { withOccasion } from './occasion.ts';
import { withIsland, withNames } from './joint-subject.ts';
import { meetingAsks } from './meetings.ts';
import { openAsks } from './open.ts';
import { stanceAsks } from './stances.ts';
import { withTellerNamed } from './teller-last.ts';
import { objectAsks, termAsks } from './terms.ts';
import type { Told } from './told.ts';
import { unpromisedAsks } from './unpromised.ts';
import { withQuoteClosed } from './whole.ts';

/**
 * The questions that a fact of any article allows, by its kind. Better none than a bad one: a statement that does not
 * stand alone, a hedge that a question would drop, or a key that a question would tell gives no question.
 */
export function asksOf(plain: Told, board: Board): Ask[] {
	if (plain.other?.choice === 'do-not-ask') return [];
	const { pair = [], gathering, isEven } = board.articles.get(plain.article) ?? {};
	const told = withAccents(withPlainWords(withOccasion(withIsland(plain), pair, gathering, isEven)), board);
	if (isCutOut(told) || (!PARTED.has(told.fact.values.is) && isIncomplete(told.fact.statement))) return [];
	if (isSubtitle(told) || isCleft(told) || isOfWe(told) || isStray(told, board)) return [];
	if (HELD.has(told.fact.kind) && (isTakenOut(told) || isReadInto(told, board))) return [];
	const cited = HELD.has(told.fact.kind) ? withTellerNamed(withoutTitlesIn(withEnd(told))) : told;
	return withContext(asksByKind(cited, board), cited);
}

/** "We agreed to have a quiet August": what both did, told by one. */
const isOfWe = ({ fact, shown, around, holderId }: Told): boolean =>
	fact.kind === 'commitment' &&
	holderId !== BOTH &&
	/\b[Ww]e(?: have|['’]ve)? (?:also )?agreed\b/u.test(shown + around.slice(0, LONGEST));

/** "Ana Roy of the coast guard open talks": a list that lost its first name; "Norway would be their first talks". */
const STRAY_VERB =
	/^(?: (?:of|from) [^,]{3,60})? (?:open|meet|hold|shake|arrive|attend|pose|walk|speak|greet|sit|stand|leave|address|sign|tour|talk|wave|listen|look)\b/u;
const STRAY_NOUN =
	/^ (?:would be|will be|is|was) (?:their|the|its|an?) (?:\p{Ll}+ ){0,3}(?:talks|meeting|visit|summit|call|round|trip|encounter|session|dialogue)\b/u;

/** Whether a statement has for its subject one who cannot be: a picture's caption, or an "it" that was misread. */
function isStray({ fact: { statement } }: Told, board: Board): boolean {
	const names = [...board.person.values(), ...board.parties].map(({ name }) => name);
	const subject = names.find((name) => statement.startsWith(`${name} `));
	const rest = subject === undefined ? '' : statement.slice(subject.length, LONGEST);
	return STRAY_NOUN.test(rest) || STRAY_VERB.test(rest);
}

/** "It", "this" in the words that show a fact. */
const POINTER = /\b(?:it|its|this|that)\b/iu;
const NAMES = /(?<=\s)\p{Lu}[\p{L}’'-]{2,}/gu;
const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/** Whether a statement puts a name of a thing for an "it" of its sentence: what was meant is a guess. */
function isReadInto(told: Told, board: Board): boolean {
	if (!POINTER.test(told.shown)) return false;
	const known = [...board.person.values(), ...board.parties].flatMap(({ name }) => name.split(' '));
	return [...told.fact.statement.slice(0, LONGEST).matchAll(NAMES)].some(
		([name]) =>
			!told.around.includes(name) &&
			!MONTH.test(name) &&
			name !== 'Taiwan' &&
			!known.some((one) => name.startsWith(one))
	);
}

/** In characters. */
const LONGEST = 2000;

/** Asked by a part of their statement, which is looked at by itself; of a quotation, its words are. */
const PARTED = new Set(['date', 'figure', 'place', 'organisation', 'quotation']);

/** Names with the accents that the article gives them. */
function withAccents(told: Told, board: Board): Told {
	const people = board.articles.get(told.article)?.people ?? [];
	const statement = people.reduce((text, { name }) => {
		const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
		return plain === name ? text : text.replaceAll(plain, name);
	}, told.fact.statement);
	return { ...told, fact: { ...told.fact, statement } };
}

/** With the mark that closes its quotation, which the article has behind it. */
const withEnd = (told: Told): Told => ({
	...told,
	fact: { ...told.fact, statement: withQuoteClosed(told.fact.statement, beside(told).after) }
});

const withoutTitlesIn = (told: Told): Told => ({
	...told,
	fact: { ...told.fact, statement: withoutWho(withoutTitles(told.fact.statement)) }
});

/** Without who somebody is behind the name; whoever told of it stays. */
const withoutWho = (statement: string): string =>
	TOLD_INSIDE.test(statement) ? statement : withoutApposition(statement);

const TOLD_INSIDE =
	/, [^,]{1,60}\b(?:said|says|told|tells|added|adds|stated|maintained|argued|insisted|noted|stressed|warned|claimed|explained|conceded|recalled|announced|believes|promised|promises|pledged|vowed|replied|wrote|reported|confirmed|suggested|assured|went on|according)\b[^,]{0,40}, /u;

/** What leans on a sentence before, put plainly. */
const withPlainWords = (told: Told): Told => ({
	...told,
	fact: { ...told.fact, statement: plainSaying(plainList(withoutHis(plainPast(told.fact.statement)))) }
});

function asksByKind(told: Told, board: Board): Ask[] {
	switch (told.fact.kind) {
		case 'date':
			return firstOf(meetingAsks(told, board), () => dateAsks(withNames(told), board));
		case 'figure':
			return figureAsks(withNames(told), board);
		case 'participant':
			return officeAsks(told, board);
		case 'quotation':
			return quotationAsks(told, board);
		case 'place':
			return firstOf(meetingAsks(told, board), () => placeAsks(withNames(told), board));
		case 'cause':
			return causeAsks(told, board);
		case 'organisation':
			return organisationAsks(told, board);
		case 'agreement':
			return firstAsks([
				() => amountAsks(withNames(told), board),
				() => agreementAsks(told, board),
				...deedMakes(told, board)
			]);
		case 'non-agreement':
			return firstAsks([
				() => agreementAsks(told, board),
				() => unpromisedAsks(told, board),
				() => holderAsks(told, board),
				() => openAsks(told, board),
				() => deedAsks(told, board)
			]);
		case 'commitment':
			return promiseAsks(told, board);
		case 'position':
			return firstAsks([...inTurn(told, board), ...deedMakes(told, board)]);
		case 'event':
			return eventAsks(told, board);
		case 'background':
			return [...backgroundAsks(told, board), ...eventAsks(told, board)].slice(0, 1);
	}
}

/** The amount of what somebody will do, then who it is or what, and last the thing that it is done to. */
const promiseAsks = (told: Told, board: Board): Ask[] =>
	firstAsks([
		() => amountAsks(told, board),
		...inTurn(told, board),
		() => agreementAsks(told, board),
		...deedMakes(told, board)
	]);

type Make = () => Ask[];

/** What is done: a thing named with it, then the thing that it is done to, with its surroundings or alone. */
const deedMakes = (told: Told, board: Board): Make[] =>
	[termAsks, deedAsks, objectAsks].map((make) => () => make(told, board));

/** Two questions with the same words about one fact are rewordings of each other: the first kind that there is. */
const firstAsks = (makes: readonly Make[]): Ask[] => {
	for (const make of makes) {
		const asks = make();
		if (asks.length > 0) return asks;
	}
	return [];
};

const firstOf = (asks: Ask[], other: Make): Ask[] => (asks.length > 0 ? asks : other());

/** Who it was, and what it was: by turns, so that one name is not the answer again and again. */
function inTurn(told: Told, board: Board): Make[] {
	const who: Make = () => holderAsks(told, board);
	const what: Make = () =>
		firstAsks([() => termAsks(told, board), () => demandAsks(told, board), () => stanceAsks(told, board)]);
	const own = (board.articles.get(told.article)?.told ?? []).filter(
		(other) => HELD.has(other.fact.kind) && other.holderId === told.holderId
	);
	const at = own.findIndex(({ fact }) => fact.id === told.fact.id);
	return at % 2 === 0 ? [who, what] : [what, who];
}

const HELD = new Set(['position', 'commitment']);
