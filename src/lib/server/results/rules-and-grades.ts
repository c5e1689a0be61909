import type { Failure } from '#lib/domain/errors.ts';
import { extend, type Granting } from '#lib/server/assignments/extend.ts';
import { changeRules } from '#lib/server/assignments/publish-assignment.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { regradeAssignment } from './regrade.ts';

/** Who changes what of whose assignment. */
interface Changing {
	shipped: Shipped;
	teacher: Learner;
	now: Date;
}

/** Changes the rules of an assignment, and grades what was attempted by them: another penalty, another attempt that counts. */
export async function changeRulesAndGrades(
	db: Db,
	{ shipped, teacher, now }: Changing,
	{ classId, assignmentId, ...change }: { classId: string; assignmentId: string; rules: unknown; seq: number }
): Promise<{ ok: true } | Failure> {
	const changed = await changeRules(db, teacher, classId, assignmentId, change);
	if (!changed.ok) return changed;
	const reason = { what: 'rules' as const, changedBy: teacher.id, note: 'the rules of the quiz were changed' };
	await regradeAssignment(db, shipped, assignmentId, reason, now);
	return { ok: true };
}

/** Grants a student an extension or takes it back, and grades her attempts by it: what was late may not be any more. */
export async function extendAndGrade(
	db: Db,
	{ shipped, teacher, now }: Changing,
	granting: Granting
): Promise<{ ok: true } | Failure> {
	const granted = await extend(db, teacher, granting, now);
	if (!granted.ok) return granted;
	const reason = { what: 'rules' as const, changedBy: teacher.id, note: 'you have an extension' };
	await regradeAssignment(db, shipped, granting.assignmentId, reason, now, { learners: [granting.studentId] });
	return { ok: true };
}
