import { and, eq, inArray } from 'drizzle-orm';
import { hashText } from '#lib/domain/hash.ts';
import { scheduleOptions, type ScheduleOptions } from '#lib/domain/scheduling/options.ts';
import { readSettings } from '#lib/domain/scheduling/settings.ts';
import { Kept } from '#lib/server/bank/kept.ts';
import type { Db } from '#lib/server/db/db.ts';
import { scheduleOptions as optionsTable } from '#lib/server/db/schema/scheduling.ts';
import type { Learner } from './today.ts';

/** Options of this process's learners by learner and id, and which of them each database has for certain. */
const MOST_KEPT = 5000;
const contents = new Kept<ScheduleOptions>(MOST_KEPT);
const stored = new WeakMap<Db, Kept<true>>();

function storedIn(db: Db): Kept<true> {
	const known = stored.get(db) ?? new Kept<true>(MOST_KEPT);
	stored.set(db, known);
	return known;
}

/**
 * Sees to it that the options of a review can be found again. Call it before the review's transaction: what is noted as
 * stored must not be rolled back.
 * @returns their id, for the review's row
 */
export async function keepOptions(db: Db, learnerId: string, options: ScheduleOptions): Promise<string> {
	const kept = scheduleOptions(options);
	const id = hashText(JSON.stringify(kept));
	const name = `${learnerId}/${id}`;
	const known = storedIn(db);
	if (known.get(name)) return id;
	await db.insert(optionsTable).values({ learnerId, id, options: kept }).onConflictDoNothing();
	known.set(name, true);
	contents.set(name, kept);
	return id;
}

/** The query behind "by which options": the primary key alone. */
export function storedOptionsQuery(db: Db, learnerId: string, ids: readonly string[]) {
	return db
		.select({ id: optionsTable.id, options: optionsTable.options })
		.from(optionsTable)
		.where(and(eq(optionsTable.learnerId, learnerId), inArray(optionsTable.id, [...ids])));
}

/**
 * The options by which reviews were scheduled, by the id in their rows. A row from before they were kept has none: the
 * learner's own are taken.
 * @throws Error where a row names options that are not there
 */
export async function optionsOfReviews(
	db: Db,
	learner: Learner,
	ids: readonly (string | null)[]
): Promise<(id: string | null) => ScheduleOptions> {
	const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
	const own = scheduleOptions(learner.settings);
	const found = new Map(wanted.map((id) => [id, contents.get(`${learner.id}/${id}`)] as const));
	const missing = wanted.filter((id) => found.get(id) === undefined);
	const rows = missing.length === 0 ? [] : await storedOptionsQuery(db, learner.id, missing);
	for (const { id, options } of rows) {
		const read = scheduleOptions(readSettings(options));
		contents.set(`${learner.id}/${id}`, read);
		found.set(id, read);
	}
	return (id) => {
		if (id === null) return own;
		const options = found.get(id);
		if (!options) throw new Error(`a review names options that are not stored: ${id}`);
		return options;
	};
}
