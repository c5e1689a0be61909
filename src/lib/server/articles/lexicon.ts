import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { compileTextLexicon, textLexiconSchema } from '#lib/domain/articles/text-lexicon.ts';
import { compileEvents, eventsLexiconSchema } from '#lib/domain/extraction/lexicon/events.ts';
import type { Lexicon } from '#lib/domain/extraction/lexicon/lexicon.ts';
import { compileMeasures, measuresLexiconSchema } from '#lib/domain/extraction/lexicon/measures.ts';
import {
	compileNames,
	countriesFileSchema,
	officesFileSchema,
	organisationsFileSchema,
	peopleFileSchema,
	placesFileSchema
} from '#lib/domain/extraction/lexicon/names.ts';
import { compileSpeech, speechLexiconSchema } from '#lib/domain/extraction/lexicon/speech.ts';
import { compileTopics, topicsSchema } from '#lib/domain/extraction/lexicon/topics.ts';
import { compilePropositions, hedgesSchema, triggersSchema } from '#lib/domain/extraction/lexicon/triggers.ts';
import { organisationSchema, personSchema, placeSchema } from '#lib/domain/facts/entity-schema.ts';
import { parseSeedFile, SeedError } from '#lib/server/bank/seed-file.ts';

/** The lexicon's files as they stand, and the shipped bank's names: what is compiled, and what a workspace adds to. */
export type LexiconFiles = ReturnType<typeof readLexicon>;

/** The lexicon's files, each with its schema. */
export const LEXICON_SCHEMAS = {
	'lexicon/text.yaml': textLexiconSchema,
	'lexicon/countries.yaml': countriesFileSchema,
	'lexicon/people.yaml': peopleFileSchema,
	'lexicon/offices.yaml': officesFileSchema,
	'lexicon/organisations.yaml': organisationsFileSchema,
	'lexicon/places.yaml': placesFileSchema,
	'lexicon/speech.yaml': speechLexiconSchema,
	'lexicon/measures.yaml': measuresLexiconSchema,
	'lexicon/triggers.yaml': triggersSchema,
	'lexicon/hedges.yaml': hedgesSchema,
	'lexicon/topics.yaml': topicsSchema,
	'lexicon/events.yaml': eventsLexiconSchema
};

/**
 * Reads the lexicon and compiles it.
 * @param seeds the folder of the bank's data; the lexicon lies in its folder "lexicon"
 * @throws SeedError naming file, line and field of every fault
 */
export function loadLexicon(seeds: string): Lexicon {
	return compileLexicon(readLexicon(seeds));
}

/**
 * Reads the lexicon's files.
 * @throws SeedError naming file, line and field of every fault
 */
export function readLexicon(seeds: string) {
	const read = reader(seeds);
	const lexicon = <N extends keyof typeof LEXICON_SCHEMAS>(name: N) => read(name, LEXICON_SCHEMAS[name]);
	return {
		text: lexicon('lexicon/text.yaml'),
		names: {
			countries: lexicon('lexicon/countries.yaml'),
			people: lexicon('lexicon/people.yaml'),
			offices: lexicon('lexicon/offices.yaml'),
			organisations: lexicon('lexicon/organisations.yaml'),
			places: lexicon('lexicon/places.yaml')
		},
		speech: lexicon('lexicon/speech.yaml'),
		measures: lexicon('lexicon/measures.yaml'),
		triggers: lexicon('lexicon/triggers.yaml'),
		hedges: lexicon('lexicon/hedges.yaml'),
		topics: lexicon('lexicon/topics.yaml'),
		events: lexicon('lexicon/events.yaml'),
		/** The bank's own names, whose ids are kept. */
		known: {
			people: read('people.yaml', v.array(personSchema)),
			organisations: read('organisations.yaml', v.array(organisationSchema)),
			places: read('places.yaml', v.array(placeSchema))
		}
	};
}

/** The files as tries, maps and patterns. */
export function compileLexicon(files: LexiconFiles): Lexicon {
	const topics = compileTopics(files.topics);
	return {
		text: compileTextLexicon(files.text),
		names: compileNames(files.names, files.known),
		speech: compileSpeech(files.speech),
		measures: compileMeasures(files.measures),
		propositions: compilePropositions(files.triggers, files.hedges, topics),
		topics,
		events: compileEvents(files.events)
	};
}

function reader(folder: string) {
	return <S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> => {
		const parsed = parseSeedFile(file, readFileSync(join(folder, file), 'utf8'), schema);
		if (!parsed.ok) throw new SeedError(parsed.faults);
		return parsed.value;
	};
}
