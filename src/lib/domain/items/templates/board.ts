import type { Organisation, Person, Place } from '../../facts/entity-schema.ts';
import type { Party } from '../../facts/party.ts';
import { BOTH } from '../../facts/party.ts';
import { gatheringOf, type Gathering } from './gathering.ts';
import { MatterIndex } from './matter.ts';
import { namedParties, pairOf, withOccasion } from './occasion.ts';
import type { Told } from './told.ts';
import { Writings } from './writings.ts';

/** Everything that a workspace's facts tell, indexed for the choice of wrong options. */
export interface Board {
	articles: ReadonlyMap<string, ArticleBoard>;
	person: ReadonlyMap<string, Person>;
	organisation: ReadonlyMap<string, Organisation>;
	place: ReadonlyMap<string, Place>;
	parties: readonly Party[];
}

/** What one article tells, by what it is: made once, so that no question looks at all facts again. */
export interface ArticleBoard {
	told: readonly Told[];
	/** By kind of values: the dates, figures, quotations, offices and causes. */
	byValues: ReadonlyMap<string, readonly Told[]>;
	figures: ReadonlyMap<string, readonly Told[]>;
	/** What the article calls each person, by the person's id. */
	roles: ReadonlyMap<string, readonly string[]>;
	/** Ids of those whose words are quoted. */
	speakers: readonly string[];
	/** How many facts tell what somebody says, holds or promises, by the person's id. */
	voices: ReadonlyMap<string, number>;
	/** The parties that its facts belong to, the most frequent first; `both` is none. */
	acting: readonly Party[];
	/** The two parties that it is about, or none where it does not say so of exactly two. */
	pair: readonly Party[];
	/** The meeting that it tells of, with its place and day, where it is one. */
	gathering?: Gathering;
	/** Its title names both parties, or people of both. */
	isEven: boolean;
	/** The people that its facts are about. */
	people: readonly Person[];
	/** Facts by the matter of their statements. */
	statements: MatterIndex<Told>;
	/** Stances, promises, agreements and quotations by the matter of what they are about. */
	stances: MatterIndex<Told>;
	/** Kinds of outcome that it tells of: what was agreed, promised, left open. */
	standings: ReadonlySet<string>;
	agreed: readonly Told[];
	/** What is said to have been left without agreement. */
	open: readonly Told[];
	/** What one side alone wanted, or what was left open: nothing that may also have been agreed. */
	notAgreed: readonly Told[];
}

/** What the board is made from. */
export interface BoardParts {
	people: readonly Person[];
	organisations: readonly Organisation[];
	places: readonly Place[];
	parties: readonly Party[];
}

const OUTCOMES = new Set(['agreement', 'non-agreement', 'commitment']);
const STANCES = new Set(['position', 'commitment', 'agreement', 'quotation']);
/** An agreement and a demand that share so much may say the same. */
const SAME_MATTER = 0.5;

/** Indexes what is told, with the people, bodies, places and parties of the workspace. */
export function makeBoard(told: readonly Told[], parts: BoardParts): Board {
	const written = new Writings(told.map(({ around }) => around));
	const person = new Map(parts.people.map((one) => [one.id, { ...one, name: written.of(one.name) }]));
	const agreements = new MatterIndex(told.filter(isAgreement), contentOf);
	const groups = [...grouped(told, (one) => one.article)];
	return {
		articles: new Map(groups.map(([article, facts]) => [article, articleBoard(facts, person, parts, agreements)])),
		person,
		organisation: new Map(parts.organisations.map((one) => [one.id, one])),
		place: new Map(parts.places.map((one) => [one.id, one])),
		parties: parts.parties
	};
}

function articleBoard(
	plain: readonly Told[],
	person: ReadonlyMap<string, Person>,
	{ parties, places }: BoardParts,
	agreements: MatterIndex<Told>
): ArticleBoard {
	const acting = partiesOf(plain);
	const people = [...person.values()];
	const pair = pairOf(plain[0]?.title ?? null, leadOf(plain), { parties, people }, countsOf(plain));
	const city = new Map(places.flatMap(({ id, type, name }) => (type === 'city' ? [[id, name] as const] : [])));
	const gathering = gatheringOf(plain, pair, people, (id) => city.get(id));
	const isEven = namedParties(plain[0]?.title ?? '', { parties, people }).length >= 2;
	const told = plain.map((one) => withOccasion(one, pair, gathering, isEven));
	const figures = told.filter(({ fact }) => fact.values.is === 'figure');
	const speakers = told.flatMap(({ fact }) => (fact.values.is === 'quotation' ? [fact.values.speaker] : []));
	return {
		told,
		byValues: grouped(told, ({ fact }) => fact.values.is),
		figures: grouped(figures, ({ unit }) => unit ?? ''),
		roles: rolesOf(told),
		speakers: [...new Set(speakers)],
		voices: voicesOf(told),
		acting,
		pair,
		...(gathering === undefined ? {} : { gathering }),
		isEven,
		people: peopleOf(told, person),
		statements: new MatterIndex(told, ({ fact }) => fact.statement),
		stances: new MatterIndex(
			told.filter(({ fact }) => STANCES.has(fact.kind)),
			contentOf
		),
		standings: new Set(told.flatMap(({ fact }) => (OUTCOMES.has(fact.kind) ? [fact.kind] : []))),
		agreed: told.filter(({ fact, polarity }) => isAgreed(fact.kind, fact.modality) && polarity === 'affirmed'),
		open: told.filter(({ fact }) => fact.kind === 'non-agreement'),
		notAgreed: told.filter((one) => isNotAgreed(one) && agreements.like(contentOf(one), SAME_MATTER).length === 0)
	};
}

const isAgreement = ({ fact }: Told): boolean => fact.kind === 'agreement';
const isAgreed = (kind: string, modality: string): boolean => kind === 'agreement' && modality === 'agreed';

/** An explicit non-agreement, or what one side alone asked for or promised. */
function isNotAgreed({ fact, polarity, party }: Told): boolean {
	if (fact.kind === 'non-agreement') return true;
	// A promise may be a part of what was agreed; a position is a demand only where it says what is to be done.
	const oneSided = fact.kind === 'position' && isDemand(fact);
	return oneSided && polarity === 'affirmed' && party !== undefined && party.id !== BOTH;
}

/** What one side says that it will do itself is no demand. */
const THREAT =
	/\b(?:threat\p{L}*|vow\p{L}*|plan\p{L}*|intend\p{L}*|prepar\p{L}*|decid\p{L}*|refus\p{L}*|declin\p{L}*|offer\p{L}*|expect\p{L}*|hop\p{L}*|ready|willing|impos\p{L}*)\b/iu;

/** "called on Japan to lift …", "wants to open …": a gist with "to", or one that "to" comes before in the statement. */
function isDemand({ gist = '', statement }: Told['fact']): boolean {
	if (THREAT.test(statement)) return false;
	return gist.startsWith('to ') || (gist !== '' && statement.includes(` to ${gist}`));
}

/** What a fact is about, without its holder where that is known. */
export const contentOf = ({ fact }: Told): string => fact.gist ?? fact.statement;

/** The entries of one article that are of a kind of values. */
export function valuesIn(board: Board, article: string, is: Told['fact']['values']['is']): readonly Told[] {
	return board.articles.get(article)?.byValues.get(is) ?? [];
}

/** Entries by a key, in their order. */
export function grouped<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const entry of entries) {
		const group = groups.get(keyOf(entry));
		if (group) group.push(entry);
		else groups.set(keyOf(entry), [entry]);
	}
	return groups;
}

function rolesOf(facts: readonly Told[]): Map<string, string[]> {
	const roles = new Map<string, string[]>();
	for (const { fact } of facts) {
		if (fact.values.is !== 'participant') continue;
		for (const id of fact.values.people) {
			const known = roles.get(id);
			if (known) known.push(fact.values.role);
			else roles.set(id, [fact.values.role]);
		}
	}
	return roles;
}

function voicesOf(facts: readonly Told[]): Map<string, number> {
	const voices = new Map<string, number>();
	for (const { fact, holderId } of facts) {
		const id = fact.values.is === 'quotation' ? fact.values.speaker : STANCES.has(fact.kind) ? holderId : null;
		if (id !== null) voices.set(id, (voices.get(id) ?? 0) + 1);
	}
	return voices;
}

function peopleOf(facts: readonly Told[], person: ReadonlyMap<string, Person>): Person[] {
	const ids = facts.flatMap(({ fact, holderId }) => [
		...(holderId === null ? [] : [holderId]),
		...(fact.values.is === 'participant' ? fact.values.people : []),
		...(fact.values.is === 'quotation' ? [fact.values.speaker] : [])
	]);
	return [...new Set(ids)].flatMap((id) => person.get(id) ?? []);
}

/** The sentences at the beginning of which facts tell, in their order; a headline is none. */
function leadOf(facts: readonly Told[]): string[] {
	const placed = facts.flatMap(({ fact, around, title }) => {
		const start = fact.evidence[0]?.span?.start;
		return start === undefined || around.trim() === (title ?? '').trim() ? [] : [{ start, around }];
	});
	return [...new Set(placed.sort((a, b) => a.start - b.start).map(({ around }) => around))];
}

function partiesOf(facts: readonly Told[]): Party[] {
	return [...countsOf(facts)].sort((a, b) => b[1] - a[1]).map(([party]) => party);
}

/** How many facts each party holds. */
function countsOf(facts: readonly Told[]): Map<Party, number> {
	const counts = new Map<Party, number>();
	for (const { party } of facts) if (party && party.id !== BOTH) counts.set(party, (counts.get(party) ?? 0) + 1);
	return counts;
}
