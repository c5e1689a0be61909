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
import { factFileSchema, type Fact } from '#lib/domain/facts/fact-schema.ts';
import type { Knowledge } from '#lib/domain/facts/knowledge.ts';
import { frameSchema } from '#lib/domain/facts/party.ts';
import { rulingSchema } from '#lib/domain/facts/ruling-schema.ts';
import { setSchema } from '#lib/domain/facts/set-schema.ts';
import { findReferenceFaults, type ReferenceFault } from '#lib/domain/facts/references.ts';
import { parseSeedFile, SeedError, type SeedFault, type SeedFile } from './seed-file.ts';

/**
 * Loads and cross-checks a folder of seed files.
 * @param folder holds sources.yaml, people.yaml, …, facts/*.yaml (one a topic) and sets/*.yaml
 * @throws SeedError naming file, line and field of every fault found
 */
export function loadSeeds(folder: string): Knowledge {
	const reader = new SeedReader(folder);
	const bank = reader.read('bank.yaml', frameSchema)?.value;
	const knowledge: Knowledge = {
		facts: reader.filesIn('facts').flatMap((file) => reader.facts(file)),
		people: reader.list('people.yaml', 'person', v.array(personSchema)),
		organisations: reader.list('organisations.yaml', 'organisation', v.array(organisationSchema)),
		places: reader.list('places.yaml', 'place', v.array(placeSchema)),
		sources: reader.list('sources.yaml', 'source', v.array(sourceSchema)),
		origins: reader.read('origins.yaml', v.array(originSchema))?.value ?? [],
		mentions: reader.list('mentions.yaml', 'mention', v.array(mentionSchema)),
		rulings: reader.list('rulings.yaml', 'ruling', v.array(rulingSchema)),
		sets: reader.filesIn('sets').flatMap((file) => reader.list(file, 'set', v.array(setSchema))),
		...(bank === undefined ? {} : { frame: bank, parties: bank.parties })
	};
	// References are looked at when the files themselves are sound: a file that is missing would break them all.
	const faults = reader.faults.length > 0 ? reader.faults : findReferenceFaults(knowledge).map((f) => reader.locate(f));
	if (faults.length > 0) throw new SeedError(faults);
	return knowledge;
}

type Read<T> = Extract<SeedFile<T>, { ok: true }>;

/** Reads seed files, gathers their faults and remembers where each entry stands. */
class SeedReader {
	readonly faults: SeedFault[] = [];
	readonly #places = new Map<string, { file: string; line: number }>();
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
	}

	filesIn(sub: string): string[] {
		const names = readdirSync(join(this.#folder, sub)).filter((name) => name.endsWith('.yaml'));
		return names.sort().map((name) => `${sub}/${name}`);
	}

	read<S extends v.GenericSchema>(file: string, schema: S): Read<v.InferOutput<S>> | undefined {
		const parsed = parseSeedFile(file, readFileSync(join(this.#folder, file), 'utf8'), schema);
		if (parsed.ok) return parsed;
		this.faults.push(...parsed.faults);
		return undefined;
	}

	/** A file that is a list of entries with ids. */
	list<T extends { id: string }>(file: string, name: string, schema: v.GenericSchema<unknown, T[]>): T[] {
		const parsed = this.read(file, schema);
		if (!parsed) return [];
		for (const [index, { id }] of parsed.value.entries()) {
			this.#places.set(`${name}:${id}`, { file, line: parsed.lineOf([index]) });
		}
		return parsed.value;
	}

	/** A file of facts, each with the topic of its file. */
	facts(file: string): Fact[] {
		const parsed = this.read(file, factFileSchema);
		if (!parsed) return [];
		const { topic, facts } = parsed.value;
		for (const [index, { id }] of facts.entries()) {
			this.#places.set(`fact:${id}`, { file, line: parsed.lineOf(['facts', index]) });
		}
		return facts.map((fact) => ({ ...fact, topic }));
	}

	/** A fault of a reference, at the entry in which it stands. */
	locate({ where, field, message }: ReferenceFault): SeedFault {
		return { ...(this.#places.get(where) ?? { file: this.#folder, line: 1 }), field, message };
	}
}
