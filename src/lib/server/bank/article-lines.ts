import { and, eq, inArray } from 'drizzle-orm';
import { articles } from '#lib/server/db/schema/articles.ts';
import type { Db } from '#lib/server/db/db.ts';
import { Kept } from './kept.ts';

/** An article's text never changes after its import, so that where its paragraphs begin is read once. */
const MOST_KEPT = 2000;
const kept = new Kept<readonly number[]>(MOST_KEPT);

/** Texts in one statement: each may have 200 kB. */
const BATCH = 25;

/** Where the paragraphs of a text begin: its lines that are not blank. Offsets in UTF-16 units, ascending. */
export function paragraphStarts(text: string): number[] {
	const starts: number[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		if (line.trim() !== '') starts.push(start);
		start += line.length + 1;
	}
	return starts;
}

/** The number of the paragraph, from 1, in which an offset lies. */
export function paragraphIn(starts: readonly number[], offset: number): number {
	let [low, high] = [0, starts.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return Math.max(1, low);
}

/** Where the paragraphs of a workspace's articles begin, by the articles' ids; only texts not seen before are read. */
export async function paragraphsOf(
	db: Db,
	workspaceId: string,
	ids: readonly string[]
): Promise<ReadonlyMap<string, readonly number[]>> {
	const found = new Map<string, readonly number[]>();
	const missing: string[] = [];
	for (const id of ids) {
		const starts = kept.get(id);
		if (starts) found.set(id, starts);
		else missing.push(id);
	}
	for (let from = 0; from < missing.length; from += BATCH) {
		const rows = await db
			.select({ id: articles.id, text: articles.text })
			.from(articles)
			.where(and(eq(articles.workspaceId, workspaceId), inArray(articles.id, missing.slice(from, from + BATCH))));
		for (const { id, text } of rows) {
			const starts = paragraphStarts(text);
			kept.set(id, starts);
			found.set(id, starts);
		}
	}
	return found;
}
