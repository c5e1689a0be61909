import type { Source } from '../facts/entity-schema.ts';
import type { Fact } from '../facts/fact-schema.ts';
import type { Knowledge } from '../facts/knowledge.ts';
import type { Ruling } from '../facts/ruling-schema.ts';
import type { FactKind } from '../facts/vocabulary.ts';
import { asksOf } from '../items/templates/asks.ts';
import { capGaps, dropRewordings } from '../items/templates/limits.ts';
import { FirstMentions } from '../items/templates/first-mention.ts';
import { capOffices } from '../items/templates/office-share.ts';
import { makeBoard, type Board, type BoardParts } from '../items/templates/board.ts';
import { manyNamed } from '../items/templates/many.ts';
import { setsOf } from '../items/templates/sets.ts';
import { tidied, withoutDoubledNames } from '../items/templates/tidy.ts';
import { isReadable, type Told } from '../items/templates/told.ts';
import { withoutStop } from '../text.ts';
import type { AcceptedFact, WorkspaceArticle, WorkspaceInput } from './accepted-fact.ts';
import { PronounReadings, sentenceAt } from './pronoun-readings.ts';
import { partiesOf, partyIdOf } from './parties.ts';
import { Paragraphs } from './places.ts';
import { bothWays, relatedOf } from './related.ts';
import { labelOf, sourceNames } from './source-names.ts';

/** How much a fact matters, by its kind, where nobody said. */
const IMPORTANCE: Partial<Record<FactKind, 1 | 2 | 3>> = {
	agreement: 1,
	'non-agreement': 1,
	commitment: 1,
	position: 1,
	date: 2,
	event: 2,
	participant: 2,
	figure: 2,
	quotation: 2,
	cause: 2
};

/**
 * What the generator needs to make a workspace's items: accepted facts of its articles, with their evidence as
 * paragraphs and offsets, their rulings, and the questions that templates make of them. Facts without an article of
 * the workspace are left out.
 */
export function knowledgeOf(input: WorkspaceInput): Knowledge {
	const articles = new Map(input.articles.map((article) => [article.id, new ArticleView(article)]));
	const accepted = input.facts.filter((one) => one.evidence.some((e) => articles.has(e.article)));
	const parties = partiesOf(input);
	const partyIds = new Set(parties.map((party) => party.id));
	const sideOf = (id: string | undefined) => (id !== undefined && partyIds.has(id) ? id : undefined);
	const people = input.entities.people.map((person) => ({ ...person, side: sideOf(partyIdOf(person, parties)) }));
	const organisations = input.entities.organisations.map((body) => ({ ...body, side: sideOf(body.side) }));
	const places = [...input.entities.places];
	const related = relatedOf(accepted);
	const beside = bothWays(related);
	const byId = new Map(accepted.map((one) => [one.id, one]));
	const sides = new Map([...people, ...organisations].map((entity) => [entity.id, entity.side]));
	const readings = new PronounReadings(people);
	const names = people.map(({ name }) => name).filter((name) => name.includes(' '));
	const told = accepted.flatMap((one) => {
		const fact = factOf(one, articles, related.get(one.id) ?? [], names);
		const holder = one.fact.holderId ?? '';
		const party = parties.find((p) => p.id === (sides.get(holder) ?? holder));
		return toldOf(one, fact, articles, party).map((entry) => ({
			...entry,
			alternates: alternatesOf(one, beside, byId),
			unsure: isUnsure(one, articles, readings)
		}));
	});
	const board = asked(told.filter(isReadable), { people, organisations, places, parties });
	return {
		facts: told.map((one) => one.fact),
		people,
		organisations,
		places,
		sources: [...articles.values()].map((view) => view.source),
		origins: [],
		mentions: [],
		rulings: accepted.flatMap((one) => rulingOf(one, articles)),
		sets: setsOf(board),
		parties,
		topics: [...input.topics]
	};
}

/** Gives each fact its questions, and takes those away of which there would be too many. */
function asked(readable: readonly Told[], parts: BoardParts): Board {
	const board = makeBoard(readable, parts);
	for (const one of readable) one.fact.asks.push(...asksOf(one, board));
	dropRewordings(readable);
	capGaps(readable);
	capOffices(readable, board);
	return board;
}

/** An article with its paragraphs and its names, made once. */
class ArticleView {
	readonly paragraphs: Paragraphs;
	readonly mentions: FirstMentions;
	readonly names: string[];
	readonly label: string;
	readonly source: Source;

	constructor(readonly article: WorkspaceArticle) {
		const { id, title, publisher, author, published, closeness } = article;
		this.paragraphs = new Paragraphs(article.text);
		this.mentions = new FirstMentions(article.text);
		this.names = sourceNames(article);
		this.label = labelOf(article);
		const { label } = this;
		const publishedFrom = published === null ? 'none' : 'given';
		const paragraphs = this.paragraphs.count;
		this.source = {
			id,
			label,
			title: title ?? label,
			publisher,
			author,
			published,
			publishedFrom,
			closeness,
			paragraphs
		};
	}
}

type Views = ReadonlyMap<string, ArticleView>;

/** Where a fact is told first in an article of the workspace; `undefined` where none of its passages is in one. */
function firstPlace(one: AcceptedFact, articles: Views) {
	for (const span of one.evidence) {
		const view = articles.get(span.article);
		if (view) return { view, span, sentence: sentenceAt(view.article.text, span) };
	}
	return undefined;
}

/** "They agreed", "Both sides agreed" as the text counts those who did: two, or more. */
function withSubject(statement: string, one: AcceptedFact, articles: Views): string {
	const place = firstPlace(one, articles);
	const many = place && manyNamed(place.view.article.text.slice(place.sentence.start, place.sentence.end));
	if (many !== undefined) return statement.replace(/^(?:They|Both sides) (?=[a-z])/, `${many} `);
	return statement.replace(/^They (?=[a-z])/, 'The two sides ');
}

function factOf(one: AcceptedFact, articles: Views, related: string[], names: readonly string[]): Fact {
	const { kind, topic, modality, statement, gist, values, holderId } = one.fact;
	const evidence = one.evidence.flatMap(
		({ article, start, end }) => articles.get(article)?.paragraphs.evidence(article, start, end) ?? []
	);
	return {
		id: one.id,
		kind,
		topic,
		importance: one.importance ?? IMPORTANCE[kind] ?? 3,
		modality,
		...(holderId === null ? {} : { holder: holderId }),
		statement: withFullNames(
			withoutDoubledNames(tidied(holderId === 'both' ? withSubject(statement, one, articles) : statement), names),
			one,
			articles
		),
		...(gist === undefined ? {} : { gist }),
		values,
		aliases: [],
		evidence,
		contra: [],
		related,
		...(one.ruling?.choice === 'do-not-ask' ? { avoid: 'ruling' } : {}),
		derive: [],
		asks: []
	};
}

/** "The package" as its article names it at first, where it tells of one alone. */
function withFullNames(statement: string, one: AcceptedFact, articles: Views): string {
	const place = firstPlace(one, articles);
	return place ? place.view.mentions.named(statement, place.span.start) : statement;
}

function toldOf(one: AcceptedFact, fact: Fact, articles: Views, party: Told['party']): Told[] {
	const place = firstPlace(one, articles);
	if (!place) return [];
	const { view, span, sentence } = place;
	const { polarity, holder, holderId, value, unit } = one.fact;
	const around = view.article.text.slice(sentence.start, sentence.end);
	const { ruling } = one;
	const other = ruling && {
		value: ruling.other.value,
		label: articles.get(ruling.other.article)?.label ?? ruling.other.article,
		choice: ruling.choice
	};
	return [
		{
			fact,
			polarity,
			holder,
			holderId,
			party,
			value,
			unit,
			shown: view.article.text.slice(span.start, span.end),
			around,
			article: view.article.id,
			label: view.label,
			published: view.article.published,
			title: view.article.title,
			alternates: [],
			unsure: false,
			sources: view.names,
			...(other === undefined ? {} : { other })
		}
	];
}

const SHORTER = new Set<FactKind>(['agreement', 'commitment', 'position']);
const SOUND = 0.9;
/** Their evidence is a few words, their statement the sentence. */
const GAPS = new Set<FactKind>(['date', 'figure', 'place', 'event', 'cause']);

/** What is agreed, promised or held in the same place, in statements of its own. */
function alternatesOf(
	one: AcceptedFact,
	beside: ReadonlyMap<string, string[]>,
	byId: ReadonlyMap<string, AcceptedFact>
): string[] {
	const near = (beside.get(one.id) ?? []).flatMap((id) => byId.get(id)?.fact ?? []);
	return near
		.filter((fact) => SHORTER.has(fact.kind) && fact.polarity === 'affirmed' && fact.confidence >= SOUND)
		.map((fact) => tidied(fact.statement))
		.filter((statement) => !/\b(?:he|she|it|they)\b/i.test(statement));
}

const YEAR = /\b(?:19|20)\d\d\b/g;

/** Whether a statement names a year that its sentence does not: a guess where nobody knows when it was written. */
function hasNewYear(statement: string, text: string, { start, end }: { start: number; end: number }): boolean {
	const told = text.slice(start, end);
	return (statement.match(YEAR) ?? []).some((year) => !told.includes(year));
}

/** Whether its passage has a pronoun that may be either of two people of its sentence. */
function isUnsure(one: AcceptedFact, articles: Views, readings: PronounReadings): boolean {
	const place = firstPlace(one, articles);
	if (!place) return false;
	const { view, span, sentence } = place;
	const { text, published } = view.article;
	if (published === null && hasNewYear(one.fact.statement, text, sentence)) return true;
	return readings.isUnsure(text, GAPS.has(one.fact.kind) ? sentence : span, one.fact.statement);
}

const SETTLED = {
	'accept-both': 'Both readings count.',
	'name-source': 'The question names its source, and what that source says counts.',
	'do-not-ask': 'This is not asked.'
} as const;

/** The drawer's note on a fact whose sources differ. */
function rulingOf(one: AcceptedFact, articles: Views): Ruling[] {
	const { ruling } = one;
	const place = firstPlace(one, articles);
	if (!ruling || !place) return [];
	const paragraph = place.view.paragraphs.at(place.span.start);
	const readings = [{ source: place.span.article, paragraphs: [paragraph], says: withoutStop(one.fact.statement) }];
	const { article, statement } = ruling.other;
	if (articles.has(article)) readings.push({ source: article, paragraphs: [], says: withoutStop(statement) });
	return [
		{
			id: `ruling-${one.id}`,
			matter: one.fact.gist ?? withoutStop(one.fact.statement),
			ruling: SETTLED[ruling.choice],
			readings,
			facts: [one.id],
			contested: true,
			checks: []
		}
	];
}
