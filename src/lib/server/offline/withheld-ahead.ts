import { hashText } from '#lib/domain/hash.ts';
import { PACK_DAYS } from '#lib/domain/offline/pack-schema.ts';
import type { Withholding } from '#lib/domain/offline/recall.ts';
import { termsFor } from '#lib/domain/teaching/terms.ts';
import { classWork, workQuery, type ClassWork } from '#lib/server/classwork/class-work.ts';
import type { Db } from '#lib/server/db/db.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What a student's classes ask of her reviews on the days of a pack, and what they keep out of them. */
export interface WorkAhead {
	work: ClassWork;
	withholdings: Withholding[];
}

/**
 * What a student's classes ask of her reviews, with all that they withhold now or will withhold until an instant: a
 * device without a network cannot be told that a quiz has opened.
 */
export async function workAhead(db: Db, learnerId: string, now: Date, until: Date): Promise<WorkAhead> {
	const work = await classWork(db, learnerId, now);
	if (work.key === '') return { work, withholdings: [] };
	const openings = (await workQuery(db, learnerId))
		.filter(({ assignment }) => assignment.kind === 'quiz')
		.flatMap(({ assignment, extension }) => termsFor(assignment.rules, extension ?? undefined).opensAt ?? [])
		.filter((at) => at > now && at <= until);
	const instants = [...new Set(openings.map((at) => at.getTime()))].toSorted((a, b) => a - b);
	const later = await Promise.all(
		instants.map(async (at) => ({ from: new Date(at), work: await classWork(db, learnerId, new Date(at)) }))
	);
	const withholdings = withholdingsOf([{ from: null, work }, ...later]);
	if (later.length === 0) return { work, withholdings };
	const withheld = new Set([...work.withheld, ...later.flatMap((one) => [...one.work.withheld])]);
	const key = [work.key, ...later.map((one) => one.work.key)].join('||');
	return { work: { ...work, withheld, key }, withholdings };
}

/** The quizzes that keep their items from a learner's reviews now or on a day of a pack that would be made now. */
export async function withholdingsOn(db: Db, learnerId: string, now: Date): Promise<Withholding[]> {
	return (await workAhead(db, learnerId, now, endOfPack(now))).withholdings;
}

/** Until when a pack holds that is made now. */
export function endOfPack(now: Date): Date {
	return new Date(now.getTime() + PACK_DAYS * DAY_MS);
}

/** Each quiz with when it begins to withhold; its id stays here. */
function withholdingsOf(times: readonly { from: Date | null; work: ClassWork }[]): Withholding[] {
	const first = new Map<string, string | null>();
	for (const { from, work } of times)
		for (const name of work.withholding)
			if (!first.has(name)) first.set(name, from === null ? null : from.toISOString());
	return [...first].map(([name, from]) => ({ quiz: hashText(name), from }));
}
