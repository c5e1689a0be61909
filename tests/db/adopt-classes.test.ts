import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { adopt } from '#lib/server/auth/adopt.ts';
import { removeExpiredSessions } from '#lib/server/auth/lucia.ts';
import { finishAttempt } from '#lib/server/attempts/finish-attempt.ts';
import { startAttempt } from '#lib/server/attempts/start-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { joinByCode } from '#lib/server/classes/join-class.ts';
import { listMembers, removeMember } from '#lib/server/classes/members.ts';
import { attempts, grades, responses } from '#lib/server/db/schema/assignments.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { newClass, newQuiz, newStudent } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

describeOnEachDatabase('a guest who is a student', (on) => {
	let shipped: Shipped;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
	});

	async function finishedQuiz(student: Learner, group: Awaited<ReturnType<typeof newClass>>) {
		const quiz = await newQuiz(on.db, shipped, group, { items: shipped.bank.items.slice(0, 3) });
		const begun = await startAttempt(on.db, shipped, student, quiz, MORNING);
		if (!begun.ok) throw new Error(begun.code);
		await finishAttempt(on.db, shipped, student, begun.id, minutes(1));
		return quiz;
	}
	const take = (guest: Learner, account: Learner) => on.db.transaction((tx) => adopt(tx, guest.id, account.id));
	const who = async (group: Awaited<ReturnType<typeof newClass>>) => {
		const listed = await listMembers(on.db, group.teacher, group.id);
		return listed.ok ? listed.members.filter(({ role }) => role === 'student').map(({ id }) => id) : [];
	};

	it('stays, with her grades, when her last session is over', async () => {
		const group = await newClass(on.db);
		const student = await newStudent(on.db, group);
		const stranger = await newLearner(on.db, null);
		await finishedQuiz(student, group);
		await removeExpiredSessions(on.db, minutes(1));
		expect(await who(group)).toEqual([student.id]);
		expect(await on.db.select().from(learners).where(eq(learners.id, stranger.id))).toEqual([]);
	});

	it('brings her classes, attempts and grades into the account that she signs in to', async () => {
		const group = await newClass(on.db);
		const student = await newStudent(on.db, group);
		const quiz = await finishedQuiz(student, group);
		const account = await newLearner(on.db, 'Lin');
		await take(student, account);
		expect(await who(group)).toEqual([account.id]);
		const [attempt] = await on.db.select().from(attempts).where(eq(attempts.assignmentId, quiz));
		const [grade] = await on.db.select().from(grades).where(eq(grades.assignmentId, quiz));
		expect([attempt?.learnerId, attempt?.state, grade?.learnerId]).toEqual([account.id, 'finished', account.id]);
		expect(await on.db.select().from(responses).where(eq(responses.learnerId, student.id))).toEqual([]);
	});

	it('leaves what the account has of a quiz as it is', async () => {
		const group = await newClass(on.db);
		const account = await newLearner(on.db, 'Lin');
		await joinByCode(on.db, account, { code: group.code, name: 'Lin' }, MORNING);
		const quiz = await finishedQuiz(account, group);
		const guest = await newStudent(on.db, group);
		const begun = await startAttempt(on.db, shipped, guest, quiz, minutes(3));
		expect(begun.ok).toBe(true);
		await take(guest, account);
		const rows = await on.db.select().from(attempts).where(eq(attempts.assignmentId, quiz));
		expect(rows.map(({ learnerId, state }) => [learnerId, state])).toEqual([[account.id, 'finished']]);
	});

	it('does not come back by an account into a class that removed her', async () => {
		const group = await newClass(on.db);
		const student = await newStudent(on.db, group);
		await removeMember(on.db, group.teacher, group.id, student.id, minutes(1));
		const account = await newLearner(on.db, 'Lin');
		await take(student, account);
		expect(await who(group)).toEqual([]);
		const again = await joinByCode(on.db, account, { code: group.code, name: 'Lin' }, minutes(2));
		expect(again).toEqual({ ok: false, code: 'removed_from_class' });
	});
});
