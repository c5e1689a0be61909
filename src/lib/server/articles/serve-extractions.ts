import { parentPort } from 'node:worker_threads';
import { layOut } from '#lib/domain/articles/layout.ts';
import { proposeSource } from '#lib/domain/articles/published.ts';
import { importText } from '#lib/domain/articles/text.ts';
import { extractArticle } from '#lib/domain/extraction/extract.ts';
import type { Lexicon } from '#lib/domain/extraction/lexicon/lexicon.ts';
import { Kept } from '#lib/server/bank/kept.ts';
import { describe } from '#lib/server/log.ts';
import type { Extraction } from '#lib/domain/extraction/types.ts';
import type { ExtractionJob, ReadFile, ReadJob, WorkerJob, WorkerReply } from './extraction-job.ts';
import { readArticle } from './import/read-article.ts';
import { compileLexicon, readLexicon, type LexiconFiles } from './lexicon.ts';
import { withEntries } from './workspace-lexicon.ts';

/** The lexicon of a folder, read once in a worker's life, and compiled once as it stands. */
interface Loaded {
	files: LexiconFiles;
	lexicon: Lexicon;
}
const loaded = new Map<string, Loaded>();

/** The lexicons of the workspaces whose articles were read last. */
const own = new Kept<Lexicon>(4);

function load(seeds: string): Loaded {
	const known = loaded.get(seeds);
	if (known) return known;
	const files = readLexicon(seeds);
	const made = { files, lexicon: compileLexicon(files) };
	loaded.set(seeds, made);
	return made;
}

async function serve(job: WorkerJob): Promise<WorkerReply> {
	try {
		if (job.what === 'read') return { ok: true, read: await file(job) };
		return { ok: true, extraction: facts(job) };
	} catch (error) {
		return { ok: false, ...describe(error) };
	}
}

function facts({ seeds, text, metadata, published, entries }: ExtractionJob): Extraction {
	const { files, lexicon } = load(seeds);
	const used = entries.length === 0 ? lexicon : ownLexicon(seeds, files, entries);
	return extractArticle(text, used, { published, metadata });
}

/** A workspace's lexicon, compiled when its entries have changed. */
function ownLexicon(seeds: string, files: LexiconFiles, entries: ExtractionJob['entries']): Lexicon {
	const key = JSON.stringify([seeds, entries]);
	const made = own.get(key) ?? compileLexicon(withEntries(files, entries));
	own.set(key, made);
	return made;
}

/** A file's text, and what it says of itself, without reading it for facts. */
async function file({ seeds, bytes, hint }: ReadJob): Promise<ReadFile> {
	const read = await readArticle(bytes, hint);
	if (!read.ok) return read;
	const { text } = load(seeds).lexicon;
	return { ...read, source: proposeSource(layOut(importText(read.text), text), read.metadata, text) };
}

parentPort?.on('message', async (job: WorkerJob) => parentPort?.postMessage(await serve(job)));
