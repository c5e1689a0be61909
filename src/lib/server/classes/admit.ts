import { and, count, eq } from 'drizzle-orm';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { MOST_STUDENTS } from '#lib/domain/teaching/roster.ts';
import type { Db } from '#lib/server/db/db.ts';
import { classes, classMembers, classRemovals } from '#lib/server/db/schema/classes.ts';
import type { ClassRole } from './guards.ts';

/** Members of one class, its teachers included. */
const MOST_MEMBERS = MOST_STUDENTS + 50;
/** Classes of one learner. */
const MOST_JOINED = 100;

interface Coming {
	learnerId: string;
	classId: string;
	role: ClassRole;
	/** By which the class will know her. */
	name: string;
	/** When the code or link was made that she follows; null for a code, which is changed instead. */
	madeAt: Date | null;
	now: Date;
}

/**
 * Takes a learner into a class, inside a transaction that holds her. Joining twice changes nothing; a student who
 * follows a teachers' link becomes a teacher, and nobody loses a role.
 * @returns why she is not taken, or undefined where she now belongs to it
 */
export async function admit(tx: Db, coming: Coming): Promise<ErrorCode | undefined> {
	const { learnerId, classId, role, name, now } = coming;
	const [found] = await tx
		.select({ archivedAt: classes.archivedAt })
		.from(classes)
		.where(eq(classes.id, classId))
		.for('update');
	if (!found) return 'not_found';
	if (found.archivedAt) return 'class_archived';
	const mine = and(eq(classMembers.learnerId, learnerId), eq(classMembers.classId, classId));
	const [before] = await tx.select({ role: classMembers.role }).from(classMembers).where(mine);
	if (before && (before.role === 'teacher' || role === 'student')) return undefined;
	const refused = before ? undefined : ((await whyRemoved(tx, coming)) ?? (await whyFull(tx, coming)));
	if (refused) return refused;
	await tx
		.insert(classMembers)
		.values({ learnerId, classId, role, name, joinedAt: now })
		.onConflictDoUpdate({ target: [classMembers.learnerId, classMembers.classId], set: { role } });
	return undefined;
}

/** Whoever was removed comes back only by a link that was made for her after it. */
async function whyRemoved(tx: Db, { learnerId, classId, madeAt }: Coming): Promise<ErrorCode | undefined> {
	const [removal] = await tx
		.select({ at: classRemovals.removedAt })
		.from(classRemovals)
		.where(and(eq(classRemovals.learnerId, learnerId), eq(classRemovals.classId, classId)));
	return removal && (madeAt === null || madeAt <= removal.at) ? 'removed_from_class' : undefined;
}

async function whyFull(tx: Db, { learnerId, classId }: Coming): Promise<ErrorCode | undefined> {
	const [there] = await tx.select({ number: count() }).from(classMembers).where(eq(classMembers.classId, classId));
	if ((there?.number ?? 0) >= MOST_MEMBERS) return 'class_full';
	const [joined] = await tx.select({ number: count() }).from(classMembers).where(eq(classMembers.learnerId, learnerId));
	return (joined?.number ?? 0) >= MOST_JOINED ? 'too_many_classes' : undefined;
}
