import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { compileTextLexicon, textLexiconSchema, type CompiledTextLexicon } from '#lib/domain/articles/text-lexicon.ts';
import { topicsSchema } from '#lib/domain/extraction/lexicon/topics.ts';
import { parseSeedFile, SeedError } from '#lib/server/bank/seed-file.ts';
import type { Db } from '#lib/server/db/db.ts';
import { entriesOf } from './entries.ts';

/** The small parts of the lexicon that requests need themselves; names and triggers are read by the workers alone. */
interface Shared {
	text: CompiledTextLexicon;
	topics: { id: string; label: string }[];
}

const read = new Map<string, Shared>();

function sharedIn(seeds: string): Shared {
	const known = read.get(seeds);
	if (known) return known;
	const text = compileTextLexicon(lexiconFile(seeds, 'text.yaml', textLexiconSchema));
	const { topics } = lexiconFile(seeds, 'topics.yaml', topicsSchema);
	const shared = { text, topics: topics.map(({ id, label }) => ({ id, label })) };
	read.set(seeds, shared);
	return shared;
}

/**
 * One file of the lexicon, checked.
 * @throws SeedError naming file, line and field
 */
export function lexiconFile<S extends v.GenericSchema>(seeds: string, file: string, schema: S): v.InferOutput<S> {
	const parsed = parseSeedFile(`lexicon/${file}`, readFileSync(join(seeds, 'lexicon', file), 'utf8'), schema);
	if (!parsed.ok) throw new SeedError(parsed.faults);
	return parsed.value;
}

/** What tells the lines and sentences of a text apart. */
export function textLexiconIn(seeds: string): CompiledTextLexicon {
	return sharedIn(seeds).text;
}

/** The topics to choose from in a workspace: its own, then those of the lexicon. */
export async function topicsFor(db: Db, workspaceId: string, seeds: string): Promise<{ id: string; label: string }[]> {
	const entries = await entriesOf(db, workspaceId);
	const own = entries.flatMap((entry) => (entry.kind === 'topic' ? [{ id: entry.id, label: entry.label }] : []));
	const shared = sharedIn(seeds).topics.filter(({ id }) => own.every((topic) => topic.id !== id));
	return [...own, ...shared, { id: 'other', label: 'Other' }].filter(
		({ id }, at, all) => all.findIndex((topic) => topic.id === id) === at
	);
}
