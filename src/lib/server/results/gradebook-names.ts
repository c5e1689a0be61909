import { and, eq } from 'drizzle-orm';
import { UUID } from '#lib/domain/uuid.ts';
import type { Db } from '#lib/server/db/db.ts';
import { classMembers, rosterPlaces } from '#lib/server/db/schema/classes.ts';

/** A student of a class, or one who was. */
export interface KnownStudent {
	id: string;
	name: string;
	/** Not in the class any more. */
	former: boolean;
}

/**
 * How a class knows a student; one who left by the roster's name, where it has one.
 * @returns undefined for a teacher of the class, and for what is no id; whether somebody who is not in the class ever
 * was is for the caller to say
 */
export async function studentOf(db: Db, classId: string, learnerId: string): Promise<KnownStudent | undefined> {
	if (!UUID.test(learnerId)) return undefined;
	const [member] = await db
		.select({ name: classMembers.name, role: classMembers.role })
		.from(classMembers)
		.where(and(eq(classMembers.learnerId, learnerId), eq(classMembers.classId, classId)));
	if (member) return member.role === 'student' ? { id: learnerId, name: member.name, former: false } : undefined;
	const [place] = await db
		.select({ name: rosterPlaces.name })
		.from(rosterPlaces)
		.where(and(eq(rosterPlaces.classId, classId), eq(rosterPlaces.takenBy, learnerId)));
	return { id: learnerId, name: place?.name ?? 'Former student', former: true };
}
