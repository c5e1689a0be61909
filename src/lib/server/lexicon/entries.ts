import { resolve } from 'node:path';
import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { isStorable } from '#lib/domain/workspace/plain-text.ts';
import { lexiconContentSchema, type LexiconContent, type LexiconEntry } from '#lib/domain/workspace/lexicon-schema.ts';
import { isKnownName } from '#lib/server/articles/own-names.ts';
import { withEntries } from '#lib/server/articles/workspace-lexicon.ts';
import { readLexicon, type LexiconFiles } from '#lib/server/articles/lexicon.ts';
import type { Db } from '#lib/server/db/db.ts';
import { lexiconEntries } from '#lib/server/db/schema/workspaces.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { lockWorkspace, renewRevision } from '#lib/server/workspaces/revision.ts';
import { isUuid, requireEditor } from '#lib/server/workspaces/guards.ts';

/** Entries of one workspace: all are read and compiled with each article. */
const MOST_ENTRIES = 2000;

const read = new Map<string, LexiconFiles>();

/** The lexicon's files, read when a name is first asked for. */
function filesIn(seeds: string): LexiconFiles {
	const files = read.get(seeds) ?? readLexicon(seeds);
	read.set(seeds, files);
	return files;
}

/** What a workspace adds to the lexicon, the oldest first. */
export async function listEntries(
	db: Db,
	learner: Learner,
	workspaceId: string
): Promise<{ ok: true; entries: LexiconEntry[] } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const rows = await db
		.select()
		.from(lexiconEntries)
		.where(eq(lexiconEntries.workspaceId, workspaceId))
		.orderBy(asc(lexiconEntries.id));
	return { ok: true, entries: rows.map(({ id, content, createdAt }) => ({ id, content, createdAt })) };
}

/** The same for use cases that have checked who asks. */
export async function entriesOf(db: Db, workspaceId: string): Promise<LexiconContent[]> {
	const rows = await db
		.select({ content: lexiconEntries.content })
		.from(lexiconEntries)
		.where(eq(lexiconEntries.workspaceId, workspaceId))
		.orderBy(asc(lexiconEntries.id));
	return rows.map(({ content }) => content);
}

/**
 * Adds a name, an alias, a topic or a trigger, for the articles that are read from now on.
 * @param input a `LexiconContent`; whoever gets another name has to be known by the one given
 * @param seeds the folder of the lexicon
 */
export async function addEntry(
	db: Db,
	learner: Learner,
	workspaceId: string,
	input: unknown,
	now: Date,
	seeds = resolve('seeds')
): Promise<{ ok: true; id: string } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(lexiconContentSchema, input);
	if (!checked.success || !isStorable(JSON.stringify(checked.output))) return failure('invalid_input');
	const content = checked.output;
	const id = uuidv7(now);
	return inTransaction(db, async (tx) => {
		await lockWorkspace(tx, workspaceId);
		const there = await entriesOf(tx, workspaceId);
		if (there.some((entry) => canonical(entry) === canonical(content))) return failure('entry_exists');
		if (there.length >= MOST_ENTRIES) return failure('too_many_entries');
		if (content.kind === 'alias' && !isKnownName(withEntries(filesIn(seeds), there), content.of))
			return failure('unknown_name');
		await tx
			.insert(lexiconEntries)
			.values({ workspaceId, id, kind: content.kind, content, createdBy: learner.id, createdAt: now });
		// A topic's label is shown to learners.
		await renewRevision(tx, workspaceId, now);
		return { ok: true, id };
	});
}

/** An entry as a text that does not hang on the order of its fields. */
function canonical(content: LexiconContent): string {
	return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Takes an entry back; articles that were read with it stay as they are. */
export async function removeEntry(
	db: Db,
	learner: Learner,
	workspaceId: string,
	id: string,
	now: Date
): Promise<{ ok: true } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	if (!isUuid(id)) return failure('unknown_entry');
	return inTransaction(db, async (tx) => {
		const gone = await tx
			.delete(lexiconEntries)
			.where(and(eq(lexiconEntries.workspaceId, workspaceId), eq(lexiconEntries.id, id)))
			.returning({ id: lexiconEntries.id });
		if (gone.length === 0) return failure('unknown_entry');
		// A topic's label is no longer shown.
		await renewRevision(tx, workspaceId, now);
		return { ok: true };
	});
}
