import { calibrated } from './calibration.ts';
import type { Person } from '../facts/entity-schema.ts';
import type { ArticleMetadata, Layout, SourceProposal } from '../articles/types.ts';
import { layOut } from '../articles/layout.ts';
import { proposeSource, withPublished } from '../articles/published.ts';
import { importText } from '../articles/text.ts';
import { findDates } from './dates/find-dates.ts';
import { factsFromBackground } from './facts/from-background.ts';
import { factsFromDates } from './facts/from-dates.ts';
import { factsFromEvents } from './facts/from-events.ts';
import { factsFromFigures } from './facts/from-figures.ts';
import { factsFromOffices } from './facts/from-offices.ts';
import { factsFromOrganisations } from './facts/from-organisations.ts';
import { factsFromPlaces } from './facts/from-places.ts';
import { factsFromPropositions } from './facts/from-propositions.ts';
import { factsFromQuotations } from './facts/from-quotations.ts';
import { factsFromVoices } from './facts/from-voices.ts';
import { findFigures } from './figures/find-figures.ts';
import type { Found } from './found.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { referents } from './mentions/entities.ts';
import { findMentions } from './mentions/find-mentions.ts';
import { mergeFacts } from './merge.ts';
import { findPropositions } from './propositions/find-propositions.ts';
import { sentenceReader } from './propositions/sentence-reader.ts';
import { tokenTable } from './propositions/tokens.ts';
import { topicReader } from './propositions/topic.ts';
import { findQuotations } from './quotations/find-quotations.ts';
import type { Extraction, ExtractedFact, Warning } from './types.ts';
import { findVoices } from './voices/find-voices.ts';

export interface ExtractionOptions {
	/** ISO day of publication that a person gave; null where she says that it is not known. */
	published?: string | null;
	/** What the file says of itself. */
	metadata?: ArticleMetadata;
}

/**
 * The facts that an article states, each with the place where it says so. The same text, lexicon and options give the
 * same facts.
 * @param raw the article as decoded text, at most 200 kB
 * @param lexicon names, triggers, topics and other data, compiled
 * @returns facts in the order of the text, the particulars that are proposed for the source, and warnings; offsets count
 * UTF-16 units of the returned text
 */
export function extractArticle(raw: string, lexicon: Lexicon, options: ExtractionOptions = {}): Extraction {
	const layout = layOut(importText(raw), lexicon.text);
	const proposal = proposeSource(layout, options.metadata ?? {}, lexicon.text);
	const source = options.published ? withPublished(proposal, options.published) : proposal;
	const published = options.published === null ? null : source.published;
	const found = findAll(layout, lexicon, published);
	const facts = mergeFacts(factsOf(found, lexicon, source.author))
		.sort(byPlace)
		.map((fact) => ({ ...fact, confidence: calibrated(fact.confidence) }));
	return {
		source,
		text: layout.article.text,
		facts,
		entities: withWriter(withVenues(referents(found.mentions), facts), facts),
		warnings: warningsOf(found, source, published)
	};
}

/** The stages from names to propositions. */
export function findAll(layout: Layout, lexicon: Lexicon, published: string | null): Found {
	const mentions = findMentions(layout, lexicon.names, published === null ? undefined : Number(published.slice(0, 4)));
	const dates = findDates(layout, published);
	const figures = findFigures(layout, dates, lexicon.measures);
	const quotations = findQuotations(layout, mentions, lexicon.speech);
	const tokens = tokenTable(layout.article.normal);
	const sentences = sentenceReader(layout, tokens, mentions, quotations, lexicon.propositions.triggers);
	const people = mentions.filter(({ referent }) => referent?.is === 'person');
	const topics = topicReader(layout, tokens, people, lexicon.topics);
	const propositions = findPropositions(layout, mentions, sentences, topics);
	return { layout, mentions, dates, figures, quotations, sentences, topics, propositions, events: lexicon.events };
}

/** The places that facts name and no lexicon knows, as entities. */
function withVenues(entities: Extraction['entities'], facts: readonly ExtractedFact[]): Extraction['entities'] {
	const places = new Map(entities.places.map((place) => [place.id, place]));
	for (const { values, value } of facts) {
		if (values.is !== 'place' || typeof value !== 'string' || places.has(values.place)) continue;
		places.set(values.place, { id: values.place, name: value, type: 'landmark', aliases: [] });
	}
	return { ...entities, places: [...places.values()] };
}

/** The writer of an article of opinion, whom its text names nowhere else, as a person. */
function withWriter(entities: Extraction['entities'], facts: readonly ExtractedFact[]): Extraction['entities'] {
	const { holderId: id, holder: name } = facts.find(({ rule }) => rule === 'position.voice-author') ?? {};
	if (!id || !name || entities.people.some((person) => person.id === id)) return entities;
	const family = name.split(' ').pop() ?? name;
	const writer = { id, name, family, order: 'given-first', aliases: [], offices: [], attended: [] } satisfies Person;
	return { ...entities, people: [...entities.people, writer] };
}

function factsOf(found: Found, lexicon: Lexicon, author: string | null): ExtractedFact[] {
	const judgements = findVoices(found, lexicon, author);
	const misread = new Set(judgements.flatMap(({ instead }) => instead));
	const propositions = found.propositions.filter((one) => !misread.has(one));
	return [
		...factsFromPropositions({ ...found, propositions }),
		...factsFromVoices(found, judgements),
		...factsFromDates(found),
		...factsFromFigures(found),
		...factsFromQuotations(found),
		...factsFromOffices(found),
		...factsFromPlaces(found),
		...factsFromOrganisations(found),
		...factsFromEvents(found),
		...factsFromBackground(found)
	].sort(byPlace);
}

function byPlace(a: ExtractedFact, b: ExtractedFact): number {
	return (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0) || a.kind.localeCompare(b.kind);
}

function warningsOf(found: Found, source: SourceProposal, published: string | null): Warning[] {
	const warnings: Warning[] = [];
	const waiting = found.dates.filter((date) => date.relative && date.iso === null).length;
	if (published === null && waiting > 0) {
		const [are, them] = waiting === 1 ? ['date hangs', 'it is'] : ['dates hang', 'they are'];
		warnings.push({
			code: 'date_unknown',
			message: `${waiting} ${are} on the day of publication, which is not known: ${them} left out until it is given.`
		});
	}
	if (source.language !== 'en') {
		warnings.push({
			code: 'language_unsupported',
			message: `The text does not look like English (${source.language}): the rules read English only.`
		});
	}
	if (found.layout.sentences.length === 0) {
		warnings.push({ code: 'no_sentences', message: 'The text holds no sentence from which a fact could be read.' });
	}
	return warnings;
}
