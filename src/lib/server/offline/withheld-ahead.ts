import { termsFor } from '#lib/domain/teaching/terms.ts';
import { classWork, workQuery, type ClassWork } from '#lib/server/classwork/class-work.ts';
import type { Db } from '#lib/server/db/db.ts';

/**
 * What a student's classes ask of her reviews, with all that they withhold now or will withhold until an instant: a
 * device without a network cannot be told that a quiz has opened.
 */
export async function workAhead(db: Db, learnerId: string, now: Date, until: Date): Promise<ClassWork> {
	const work = await classWork(db, learnerId, now);
	const openings = (await workQuery(db, learnerId))
		.filter(({ assignment }) => assignment.kind === 'quiz')
		.flatMap(({ assignment, extension }) => termsFor(assignment.rules, extension ?? undefined).opensAt ?? [])
		.filter((at) => at > now && at <= until);
	const instants = [...new Set(openings.map((at) => at.getTime()))];
	const later = await Promise.all(instants.map((at) => classWork(db, learnerId, new Date(at))));
	if (later.length === 0) return work;
	const withheld = new Set([...work.withheld, ...later.flatMap((one) => [...one.withheld])]);
	return { ...work, withheld, key: [work.key, ...later.map(({ key }) => key)].join('||') };
}
