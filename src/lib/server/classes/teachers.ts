import { randomBytes } from 'node:crypto';
import { and, asc, count, eq, gt, isNull } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { UUID } from '#lib/domain/uuid.ts';
import { lockLearner } from '#lib/server/auth/learner-rows.ts';
import type { Db } from '#lib/server/db/db.ts';
import { classes, teacherInvitations } from '#lib/server/db/schema/classes.ts';
import { accounts } from '#lib/server/db/schema/learners.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { expiryOf, overSince } from '#lib/server/workspaces/invitation-life.ts';
import { tokenHash } from '#lib/server/workspaces/invite.ts';
import { admit } from './admit.ts';
import { lockClass, requireChanger, requireTeacher } from './guards.ts';

/** Links of one class that work at once; all are listed on its page. */
const MOST_LIVE = 20;

const live = (classId: string, now: Date) =>
	and(
		eq(teacherInvitations.classId, classId),
		isNull(teacherInvitations.usedAt),
		isNull(teacherInvitations.revokedAt),
		gt(teacherInvitations.createdAt, overSince(now))
	);

/**
 * Makes a link by which one colleague becomes a teacher of a class, for 14 days.
 * @returns the link's secret, shown this once; `not_found`, `class_archived`, `too_many_invitations`
 */
export async function inviteTeacher(
	db: Db,
	teacher: Learner,
	classId: string,
	now: Date
): Promise<{ ok: true; id: string; token: string; expiresAt: Date } | Failure> {
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return may;
		await lockClass(tx, classId);
		const [there] = await tx.select({ number: count() }).from(teacherInvitations).where(live(classId, now));
		if ((there?.number ?? 0) >= MOST_LIVE) return failure('too_many_invitations');
		const token = randomBytes(18).toString('base64url');
		const id = uuidv7(now);
		const row = { classId, id, tokenHash: tokenHash(token), createdBy: teacher.id, createdAt: now };
		await tx.insert(teacherInvitations).values(row);
		return { ok: true, id, token, expiresAt: expiryOf(now) };
	});
}

/** The links of a class that still admit somebody, the oldest first. */
export async function listTeacherInvitations(
	db: Db,
	teacher: Learner,
	classId: string,
	now: Date
): Promise<{ ok: true; invitations: { id: string; createdAt: Date; expiresAt: Date }[] } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	const rows = await db
		.select({ id: teacherInvitations.id, createdAt: teacherInvitations.createdAt })
		.from(teacherInvitations)
		.where(live(classId, now))
		.orderBy(asc(teacherInvitations.id));
	return { ok: true, invitations: rows.map((row) => ({ ...row, expiresAt: expiryOf(row.createdAt) })) };
}

/** Withdraws a link. */
export async function revokeTeacherInvitation(
	db: Db,
	teacher: Learner,
	classId: string,
	id: string,
	now: Date
): Promise<{ ok: true } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	if (!UUID.test(id)) return failure('invitation_invalid');
	const gone = await db
		.update(teacherInvitations)
		.set({ revokedAt: now })
		.where(and(live(classId, now), eq(teacherInvitations.id, id)))
		.returning({ id: teacherInvitations.id });
	return gone.length > 0 ? { ok: true } : failure('invitation_invalid');
}

function byToken(db: Db, token: string) {
	return db
		.select({
			id: teacherInvitations.id,
			classId: classes.id,
			name: classes.name,
			archivedAt: classes.archivedAt,
			createdAt: teacherInvitations.createdAt,
			usedAt: teacherInvitations.usedAt
		})
		.from(teacherInvitations)
		.innerJoin(classes, eq(classes.id, teacherInvitations.classId))
		.where(and(eq(teacherInvitations.tokenHash, tokenHash(token)), isNull(teacherInvitations.revokedAt)));
}

/** The class whose teacher one becomes by a link. */
export async function teacherInvitationOf(
	db: Db,
	token: string,
	now: Date
): Promise<{ ok: true; classId: string; name: string } | Failure> {
	const [found] = await byToken(db, token);
	if (!found || found.archivedAt) return failure('invitation_invalid');
	if (found.usedAt) return failure('invitation_used');
	if (now >= expiryOf(found.createdAt)) return failure('invitation_expired');
	return { ok: true, classId: found.classId, name: found.name };
}

/**
 * Becomes a teacher of a class by a link; it needs an account, and each link admits one.
 * @returns the class; `account_needed`, the codes of `teacherInvitationOf`, and why `admit` does not take her
 */
export async function joinAsTeacher(
	db: Db,
	learner: Learner,
	token: string,
	now: Date
): Promise<{ ok: true; id: string } | Failure> {
	return inTransaction(db, async (tx) => {
		const held = await lockLearner(tx, learner.id);
		if (!held?.registered) return failure('account_needed');
		const [link] = await byToken(tx, token).for('update', { of: teacherInvitations });
		const found = await teacherInvitationOf(tx, token, now);
		if (!link || !found.ok) return found.ok ? failure('invitation_invalid') : found;
		const [account] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.learnerId, learner.id));
		const coming = { learnerId: learner.id, classId: found.classId, role: 'teacher' as const, now };
		const refused = await admit(tx, { ...coming, name: account?.name ?? '', madeAt: link.createdAt });
		if (refused) return failure(refused);
		await tx
			.update(teacherInvitations)
			.set({ usedAt: now })
			.where(and(eq(teacherInvitations.classId, found.classId), eq(teacherInvitations.id, link.id)));
		return { ok: true, id: found.classId };
	});
}
