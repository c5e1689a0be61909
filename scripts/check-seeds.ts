/**
 * Checks seed files by their schema and prints file, line and field of each fault.
 * Usage: tsx scripts/check-seeds.ts            the whole of seeds/, with its cross-references
 *        tsx scripts/check-seeds.ts facts/ai.yaml   one file by itself, by its schema alone
 * The whole takes in the lexicon; what its sentences must give is checked by the tests.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import {
	mentionSchema,
	organisationSchema,
	originSchema,
	personSchema,
	placeSchema,
	sourceSchema
} from '#lib/domain/facts/entity-schema.ts';
import { factFileSchema } from '#lib/domain/facts/fact-schema.ts';
import { rulingSchema } from '#lib/domain/facts/ruling-schema.ts';
import { setSchema } from '#lib/domain/facts/set-schema.ts';
import { compileLexicon, LEXICON_SCHEMAS, readLexicon } from '#lib/server/articles/lexicon.ts';
import { parseSeedFile, SeedError } from '#lib/server/bank/seed-file.ts';
import { loadSeeds } from '#lib/server/bank/seeds.ts';

const schemas: Record<string, v.GenericSchema> = {
	facts: factFileSchema,
	sets: v.array(setSchema),
	'sources.yaml': v.array(sourceSchema),
	'people.yaml': v.array(personSchema),
	'organisations.yaml': v.array(organisationSchema),
	'places.yaml': v.array(placeSchema),
	'origins.yaml': v.array(originSchema),
	'mentions.yaml': v.array(mentionSchema),
	'rulings.yaml': v.array(rulingSchema),
	...LEXICON_SCHEMAS
};

const names = process.argv.slice(2);
let failed = false;
for (const name of names) {
	const schema = schemas[name] ?? schemas[name.split('/')[0] ?? ''];
	if (!schema) {
		console.error(`${name}: not a seed file`);
		process.exit(2);
	}
	const parsed = parseSeedFile(name, readFileSync(`seeds/${name}`, 'utf8'), schema);
	if (parsed.ok) console.log(`${name}: fits its schema`);
	else {
		failed = true;
		for (const f of parsed.faults) console.log(`${f.file}:${f.line} ${f.field}: ${f.message}`);
	}
}
if (names.length === 0) {
	try {
		const k = loadSeeds('seeds');
		console.log(
			`${k.facts.length} facts, ${k.people.length} people, ${k.rulings.length} rulings, ${k.sets.length} sets: no fault`
		);
		const files = readLexicon('seeds');
		compileLexicon(files);
		console.log(`${files.triggers.triggers.length} triggers, ${files.topics.topics.length} topics: no fault`);
	} catch (error) {
		if (!(error instanceof SeedError)) throw error;
		failed = true;
		console.log(error.message);
	}
}
process.exit(failed ? 1 : 0);
