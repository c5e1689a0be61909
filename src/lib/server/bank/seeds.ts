import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import {
	mentionSchema,
	organisationSchema,
	originSchema,
	personSchema,
	placeSchema,
	sourceSchema
} from '#lib/domain/facts/entity-schema.ts';
import { factFileSchema, type Fact, type FactFile } from '#lib/domain/facts/fact-schema.ts';
import type { Knowledge } from '#lib/domain/facts/knowledge.ts';
import { rulingSchema } from '#lib/domain/facts/ruling-schema.ts';
import { setSchema, type FactSet } from '#lib/domain/facts/set-schema.ts';
import { findReferenceFaults } from '#lib/domain/facts/references.ts';
import { parseSeedFile, SeedError, type SeedFault, type SeedFile } from './seed-file.ts';

type LineOf = (path: readonly (string | number)[]) => number;

/**
 * Loads and cross-checks a folder of seed files.
 * @param folder holds sources.yaml, people.yaml, …, facts/*.yaml (one a topic) and sets/*.yaml
 * @throws SeedError naming file, line and field of every fault found
 */
export function loadSeeds(folder: string): Knowledge {
	const faults: SeedFault[] = [];
	const places = new Map<string, { file: string; line: number }>();
	const read = <S extends v.GenericSchema>(file: string, schema: S): SeedFile<v.InferOutput<S>> => {
		const parsed = parseSeedFile(file, readFileSync(join(folder, file), 'utf8'), schema);
		if (!parsed.ok) faults.push(...parsed.faults);
		return parsed;
	};
	const remember = (file: string, lineOf: LineOf, ids: string[], prefix: (string | number)[] = []) =>
		ids.forEach((id, index) => places.set(id, { file, line: lineOf([...prefix, index]) }));
	const list = <T extends { id: string }>(file: string, name: string, schema: v.GenericSchema<unknown, T[]>): T[] => {
		const parsed = read(file, schema);
		if (!parsed.ok) return [];
		remember(
			file,
			parsed.lineOf,
			parsed.value.map((entry) => `${name}:${entry.id}`)
		);
		return parsed.value;
	};
	const yamlFiles = (sub: string) =>
		readdirSync(join(folder, sub))
			.filter((f) => f.endsWith('.yaml'))
			.sort();

	const facts: Fact[] = yamlFiles('facts').flatMap((name) => {
		const file = `facts/${name}`;
		const parsed = read(file, factFileSchema);
		if (!parsed.ok) return [];
		remember(
			file,
			parsed.lineOf,
			parsed.value.facts.map((fact) => `fact:${fact.id}`),
			['facts']
		);
		return withTopic(parsed.value);
	});
	const sets: FactSet[] = yamlFiles('sets').flatMap((name) => list(`sets/${name}`, 'set', v.array(setSchema)));
	const origins = read('origins.yaml', v.array(originSchema));
	const knowledge: Knowledge = {
		facts,
		people: list('people.yaml', 'person', v.array(personSchema)),
		organisations: list('organisations.yaml', 'organisation', v.array(organisationSchema)),
		places: list('places.yaml', 'place', v.array(placeSchema)),
		sources: list('sources.yaml', 'source', v.array(sourceSchema)),
		origins: origins.ok ? origins.value : [],
		mentions: list('mentions.yaml', 'mention', v.array(mentionSchema)),
		rulings: list('rulings.yaml', 'ruling', v.array(rulingSchema)),
		sets
	};
	if (faults.length === 0) {
		for (const fault of findReferenceFaults(knowledge)) {
			const place = places.get(fault.where) ?? { file: folder, line: 1 };
			faults.push({ ...place, field: fault.field, message: fault.message });
		}
	}
	if (faults.length > 0) throw new SeedError(faults);
	return knowledge;
}

function withTopic(file: FactFile): Fact[] {
	return file.facts.map((fact) => ({ ...fact, topic: file.topic }));
}
