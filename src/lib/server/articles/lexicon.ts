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
	return {
		text: read('lexicon/text.yaml', textLexiconSchema),
		names: {
			countries: read('lexicon/countries.yaml', countriesFileSchema),
			people: read('lexicon/people.yaml', peopleFileSchema),
			offices: read('lexicon/offices.yaml', officesFileSchema),
			organisations: read('lexicon/organisations.yaml', organisationsFileSchema),
			places: read('lexicon/places.yaml', placesFileSchema)
		},
		speech: read('lexicon/speech.yaml', speechLexiconSchema),
		measures: read('lexicon/measures.yaml', measuresLexiconSchema),
		triggers: read('lexicon/triggers.yaml', triggersSchema),
		hedges: read('lexicon/hedges.yaml', hedgesSchema),
		topics: read('lexicon/topics.yaml', topicsSchema),
		events: read('lexicon/events.yaml', eventsLexiconSchema),
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
