import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_STUDENTS } from '#lib/domain/teaching/roster.ts';
import { DEFAULT_RULES } from '#lib/domain/teaching/rules.ts';
import { assignmentOf } from '#lib/server/assignments/assignment-of.ts';
import { extend } from '#lib/server/assignments/extend.ts';
import { ownAssignments, taughtAssignments } from '#lib/server/assignments/list-assignments.ts';
import { changeRules, deleteAssignment, publishAssignment } from '#lib/server/assignments/publish-assignment.ts';
import { createAssignment, updateDraft } from '#lib/server/assignments/save-assignment.ts';
import { startAttempt } from '#lib/server/attempts/start-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { archiveClass, chooseMistakes, classOf, renameClass } from '#lib/server/classes/class-of.ts';
import { createClass } from '#lib/server/classes/create-class.ts';
import { changeCode } from '#lib/server/classes/join-code.ts';
import { classByCode, joinByCode, placeByToken, takePlace } from '#lib/server/classes/join-class.ts';
import { mayTryCode } from '#lib/server/classes/join-throttle.ts';
import { listClasses } from '#lib/server/classes/list-classes.ts';
import { leaveClass, listMembers, removeMember } from '#lib/server/classes/members.ts';
import { peopleOf } from '#lib/server/classes/people-of.ts';
import { addRoster, listPlaces, renewPlace, withdrawPlace } from '#lib/server/classes/roster.ts';
import {
	inviteTeacher,
	joinAsTeacher,
	listTeacherInvitations,
	revokeTeacherInvitation,
	teacherInvitationOf
} from '#lib/server/classes/teachers.ts';
import { assignments } from '#lib/server/db/schema/assignments.ts';
import { classes, classMembers } from '#lib/server/db/schema/classes.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { newClass, newQuiz, newStudent, type TestClass } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

const DAY = 24 * 60;
const failed = (code: string) => ({ ok: false, code });
const codes = (results: { ok: boolean; code?: string }[]) =>
	results.map((one) => (one.ok ? 'ok' : String(one.code))).toSorted();
const uuid = () => uuidv7(MORNING, randomBytes(16));

describeOnEachDatabase('classes', (on) => {
	let shipped: Shipped;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
	});

	const join = (student: Learner, code: string, name = 'Lin', now = MORNING) =>
		joinByCode(on.db, student, { code, name }, now);
	const guest = () => newLearner(on.db, null);
	const namesOf = async ({ teacher, id }: TestClass) => {
		const listed = await listMembers(on.db, teacher, id);
		if (!listed.ok) throw new Error(listed.code);
		return listed.members.map(({ name, role }) => `${role} ${name}`);
	};
	const codeOf = (made: { ok: boolean; code?: string | null }): string => made.code ?? '';
	const rosterOf = async ({ teacher, id }: TestClass, text: string, now = MORNING) => {
		const added = await addRoster(on.db, teacher, id, text, now);
		if (!added.ok) throw new Error(added.code);
		return added;
	};
	const invited = async ({ teacher, id }: TestClass, now = MORNING) => {
		const made = await inviteTeacher(on.db, teacher, id, now);
		if (!made.ok) throw new Error(made.code);
		return made;
	};
	/** Learners, many at once. */
	const crowd = async (count: number, classId?: string): Promise<string[]> => {
		const ids = Array.from({ length: count }, uuid);
		const { settings } = await guest();
		await on.db.insert(learners).values(ids.map((id) => ({ id, settings, createdAt: MORNING })));
		const member = { role: 'student' as const, name: 'Crowd', joinedAt: MORNING };
		if (classId) await on.db.insert(classMembers).values(ids.map((learnerId) => ({ learnerId, classId, ...member })));
		return ids;
	};

	describe('a class', () => {
		it('is opened by anyone with an account, who teaches it then', async () => {
			const teacher = await newLearner(on.db, 'Ms Hu');
			const made = await createClass(on.db, teacher, { name: ' Seminar ' }, MORNING);
			if (!made.ok) throw new Error(made.code);
			expect(made.code).toMatch(/^[CDFGHJKMPQRTWXY34679]{7}$/);
			const seen = await classOf(on.db, teacher, made.id);
			expect(seen).toMatchObject({
				ok: true,
				class: { name: 'Seminar', role: 'teacher', students: 0, code: made.code }
			});
			expect(await listClasses(on.db, teacher)).toMatchObject([{ id: made.id, role: 'teacher', assignments: 0 }]);
			expect(await createClass(on.db, await guest(), { name: 'Mine' }, MORNING)).toEqual(failed('account_needed'));
			expect(await createClass(on.db, teacher, { name: ' ' }, MORNING)).toEqual(failed('name_missing'));
			expect(await createClass(on.db, teacher, { name: 'x'.repeat(101) }, MORNING)).toEqual(failed('name_too_long'));
		});

		it('is renamed by its teachers', async () => {
			const seminar = await newClass(on.db);
			expect(await renameClass(on.db, seminar.teacher, seminar.id, { name: 'Monday' })).toEqual({ ok: true });
			expect(await classOf(on.db, seminar.teacher, seminar.id)).toMatchObject({ class: { name: 'Monday' } });
		});

		it('shows a student no code and nobody else', async () => {
			const seminar = await newClass(on.db);
			const student = await newStudent(on.db, seminar);
			await newStudent(on.db, seminar, 'Mo');
			expect(await classOf(on.db, student, seminar.id)).toMatchObject({ class: { code: null, students: 2 } });
			expect(await listMembers(on.db, student, seminar.id)).toEqual(failed('not_found'));
		});
	});

	describe('joining by code', () => {
		it('takes the code however it is typed, and once', async () => {
			const seminar = await newClass(on.db);
			const student = await guest();
			const typed = ` ${seminar.code.slice(0, 3).toLowerCase()} - ${seminar.code.slice(3)}`;
			expect(await join(student, typed, ' Lin ')).toEqual({ ok: true, id: seminar.id });
			expect(await join(student, seminar.code, 'Another name')).toEqual({ ok: true, id: seminar.id });
			expect(await namesOf(seminar)).toEqual(['teacher Teacher', 'student Lin']);
			expect(await join(seminar.teacher, seminar.code)).toEqual({ ok: true, id: seminar.id });
			expect(await classOf(on.db, seminar.teacher, seminar.id)).toMatchObject({ class: { role: 'teacher' } });
		});

		it('is refused with a wrong code, one that was changed or switched off, and without a name', async () => {
			const seminar = await newClass(on.db);
			const student = await guest();
			for (const code of ['', 'CDFGHJ', 'O0O0O0O', seminar.code.replace(/^./, (c) => (c === 'C' ? 'D' : 'C'))])
				expect(await join(student, code)).toEqual(failed('code_invalid'));
			expect(await join(student, seminar.code, ' ')).toEqual(failed('name_missing'));
			const changed = await changeCode(on.db, seminar.teacher, seminar.id, 'new');
			expect(await join(student, seminar.code)).toEqual(failed('code_invalid'));
			expect(await join(student, codeOf(changed))).toMatchObject({ ok: true });
			expect(await changeCode(on.db, seminar.teacher, seminar.id, 'off')).toEqual({ ok: true, code: null });
			expect(await join(await guest(), codeOf(changed))).toEqual(failed('code_invalid'));
			expect(await classByCode(on.db, codeOf(changed))).toEqual(failed('code_invalid'));
			expect(await changeCode(on.db, student, seminar.id, 'new')).toEqual(failed('not_found'));
		});

		it('makes one member of a student who joins many times at once', async () => {
			const seminar = await newClass(on.db);
			const student = await guest();
			const joined = await Promise.all(Array.from({ length: 12 }, () => join(student, seminar.code)));
			expect(new Set(codes(joined))).toEqual(new Set(['ok']));
			expect(await namesOf(seminar)).toHaveLength(2);
		});

		it('gives no address more than 200 tries an hour', async () => {
			const address = `test-${on.kind}`;
			const tries = await Promise.all(Array.from({ length: 205 }, () => mayTryCode(address)));
			expect(tries.filter(Boolean)).toHaveLength(200);
			expect(await mayTryCode(`${address}-other`)).toBe(true);
		});
	});

	describe('a roster', () => {
		it('gives every student a link that takes her place, under its name, and nobody else’s', async () => {
			const seminar = await newClass(on.db);
			const { made, known } = await rosterOf(seminar, 'name,email\nAna Lind,Ana@example.org\nBo Ek,bo@example.org');
			expect([made.map(({ name, email }) => [name, email]), known]).toEqual([
				[
					['Ana Lind', 'ana@example.org'],
					['Bo Ek', 'bo@example.org']
				],
				0
			]);
			const { token } = made[0]!;
			expect(await placeByToken(on.db, token)).toMatchObject({ ok: true, name: 'Ana Lind', takenBy: null });
			const ana = await guest();
			expect(await takePlace(on.db, ana, token, MORNING)).toEqual({ ok: true, id: seminar.id });
			expect(await takePlace(on.db, ana, token, MORNING)).toEqual({ ok: true, id: seminar.id });
			expect(await takePlace(on.db, await guest(), token, MORNING)).toEqual(failed('place_taken'));
			expect(await takePlace(on.db, await guest(), 'guessed', MORNING)).toEqual(failed('invitation_invalid'));
			expect(await namesOf(seminar)).toEqual(['teacher Teacher', 'student Ana Lind']);
			const people = await peopleOf(on.db, seminar.teacher, seminar.id, MORNING);
			expect(people).toMatchObject({
				people: { waiting: [{ name: 'Bo Ek' }], emails: { [ana.id]: 'ana@example.org' } }
			});
		});

		it('keeps the places of those who stand on it already', async () => {
			const seminar = await newClass(on.db);
			const first = await rosterOf(seminar, 'Ana, ana@example.org');
			const second = await rosterOf(seminar, 'Ana again, ANA@example.org\nBo, bo@example.org');
			expect(second).toMatchObject({ known: 1, made: [{ name: 'Bo' }] });
			expect(await placeByToken(on.db, first.made[0]!.token)).toMatchObject({ ok: true, name: 'Ana' });
		});

		it('names each line that is wrong, and takes none', async () => {
			const seminar = await newClass(on.db);
			const text = 'Ana, ana@example.org\nBo\nCy, at home\nAnna, ana@example.org';
			expect(await addRoster(on.db, seminar.teacher, seminar.id, text, MORNING)).toMatchObject({
				...failed('roster_faults'),
				faults: [
					{ line: 2, fault: 'no-email' },
					{ line: 3, fault: 'not-an-email' },
					{ line: 4, fault: 'twice' }
				]
			});
			expect(await listPlaces(on.db, seminar.teacher, seminar.id)).toEqual({ ok: true, places: [] });
			for (const [text, code] of [
				['', 'roster_empty'],
				['"Ana, ana@example.org', 'roster_unreadable'],
				['An\u0000a, ana@example.org', 'roster_unreadable']
			] as const)
				expect(await addRoster(on.db, seminar.teacher, seminar.id, text, MORNING)).toEqual(failed(code));
		});

		it('renews and withdraws its links', async () => {
			const seminar = await newClass(on.db);
			const [ana, bo] = (await rosterOf(seminar, 'Ana, ana@example.org\nBo, bo@example.org')).made;
			const listed = await listPlaces(on.db, seminar.teacher, seminar.id);
			const idOf = (name: string) => (listed.ok ? listed.places.find((place) => place.name === name)!.id : '');
			const renewed = await renewPlace(on.db, seminar.teacher, seminar.id, idOf('Ana'), minutes(1));
			if (!renewed.ok) throw new Error(renewed.code);
			expect(await takePlace(on.db, await guest(), ana!.token, minutes(1))).toEqual(failed('invitation_invalid'));
			expect(await takePlace(on.db, await guest(), renewed.made.token, minutes(1))).toMatchObject({ ok: true });
			expect(await withdrawPlace(on.db, seminar.teacher, seminar.id, idOf('Bo'))).toEqual({ ok: true });
			expect(await placeByToken(on.db, bo!.token)).toEqual(failed('invitation_invalid'));
		});

		it('lets one of many who follow a link at once take the place', async () => {
			const seminar = await newClass(on.db);
			const { token } = (await rosterOf(seminar, 'Ana, ana@example.org')).made[0]!;
			const comers = await Promise.all(Array.from({ length: 6 }, guest));
			const taken = await Promise.all(comers.map((who) => takePlace(on.db, who, token, MORNING)));
			expect(codes(taken)).toEqual(['ok', ...Array.from({ length: 5 }, () => 'place_taken')]);
		});
	});

	describe('leaving', () => {
		it('is undone by the code; removal is not, but by a newer link', async () => {
			const seminar = await newClass(on.db);
			const [left, removed] = [await newStudent(on.db, seminar, 'Ana'), await newStudent(on.db, seminar, 'Bo')];
			expect(await leaveClass(on.db, left, seminar.id)).toEqual({ ok: true });
			expect(await classOf(on.db, left, seminar.id)).toEqual(failed('not_found'));
			expect(await join(left, seminar.code)).toMatchObject({ ok: true });
			const { made } = await rosterOf(seminar, 'Bo, bo@example.org');
			const done = await removeMember(on.db, seminar.teacher, seminar.id, removed.id, minutes(5));
			expect(done).toEqual({ ok: true });
			expect(await classOf(on.db, removed, seminar.id)).toEqual(failed('not_found'));
			expect(await join(removed, seminar.code)).toEqual(failed('removed_from_class'));
			expect(await takePlace(on.db, removed, made[0]!.token, minutes(6))).toEqual(failed('removed_from_class'));
			const fresh = await rosterOf(seminar, 'Bo, bo2@example.org', minutes(7));
			expect(await takePlace(on.db, removed, fresh.made[0]!.token, minutes(8))).toMatchObject({ ok: true });
			expect(await namesOf(seminar)).toEqual(['teacher Teacher', 'student Bo', 'student Lin']);
		});

		it('by removal takes the place on the roster along', async () => {
			const seminar = await newClass(on.db);
			const { token } = (await rosterOf(seminar, 'Ana, ana@example.org')).made[0]!;
			const ana = await guest();
			await takePlace(on.db, ana, token, MORNING);
			await removeMember(on.db, seminar.teacher, seminar.id, ana.id, minutes(1));
			expect(await takePlace(on.db, ana, token, minutes(2))).toEqual(failed('invitation_invalid'));
		});

		it('is not for the last teacher, also when all of them leave at once', async () => {
			const seminar = await newClass(on.db);
			expect(await leaveClass(on.db, seminar.teacher, seminar.id)).toEqual(failed('last_teacher'));
			expect(await removeMember(on.db, seminar.teacher, seminar.id, seminar.teacher.id, MORNING)).toEqual(
				failed('last_teacher')
			);
			const others = [await newLearner(on.db, 'B'), await newLearner(on.db, 'C')];
			for (const other of others)
				expect(await joinAsTeacher(on.db, other, (await invited(seminar)).token, MORNING)).toMatchObject({ ok: true });
			const all = [seminar.teacher, ...others];
			const gone = await Promise.all(all.map((who) => leaveClass(on.db, who, seminar.id)));
			expect(codes(gone)).toEqual(['last_teacher', 'ok', 'ok']);
		});
	});

	describe('a colleague’s link', () => {
		it('makes one teacher, once, for fourteen days', async () => {
			const seminar = await newClass(on.db);
			const link = await invited(seminar);
			expect(await teacherInvitationOf(on.db, link.token, minutes(14 * DAY))).toEqual(failed('invitation_expired'));
			expect(await joinAsTeacher(on.db, await guest(), link.token, MORNING)).toEqual(failed('account_needed'));
			const comers = await Promise.all(['B', 'C', 'D'].map((name) => newLearner(on.db, name)));
			const joined = await Promise.all(comers.map((who) => joinAsTeacher(on.db, who, link.token, MORNING)));
			expect(codes(joined)).toEqual(['invitation_used', 'invitation_used', 'ok']);
			expect((await namesOf(seminar)).filter((name) => name.startsWith('teacher'))).toHaveLength(2);
			expect(await joinAsTeacher(on.db, await newLearner(on.db), 'guessed', MORNING)).toEqual(
				failed('invitation_invalid')
			);
		});

		it('admits nobody once it is withdrawn', async () => {
			const seminar = await newClass(on.db);
			const link = await invited(seminar);
			expect(await revokeTeacherInvitation(on.db, seminar.teacher, seminar.id, link.id, MORNING)).toEqual({ ok: true });
			expect(await joinAsTeacher(on.db, await newLearner(on.db), link.token, MORNING)).toEqual(
				failed('invitation_invalid')
			);
			expect(await listTeacherInvitations(on.db, seminar.teacher, seminar.id, MORNING)).toEqual({
				ok: true,
				invitations: []
			});
		});

		it('makes a student of the class a teacher of it', async () => {
			const seminar = await newClass(on.db);
			const student = await newLearner(on.db, 'Bo');
			await join(student, seminar.code, 'Bo');
			expect(await joinAsTeacher(on.db, student, (await invited(seminar)).token, MORNING)).toMatchObject({ ok: true });
			expect(await namesOf(seminar)).toEqual(['teacher Bo', 'teacher Teacher']);
		});
	});

	describe('with a class that is put away or foreign', () => {
		let seminar: TestClass;
		let student: Learner;
		let quiz: string;
		let draft: string;
		beforeAll(async () => {
			seminar = await newClass(on.db);
			student = await newStudent(on.db, seminar);
			quiz = await newQuiz(on.db, shipped, seminar, { items: shipped.bank.items.slice(0, 3) });
			const made = await createAssignment(on.db, saving(seminar.teacher));
			if (!made.ok) throw new Error(made.code);
			draft = made.id;
		});
		const selection = () => ({ by: 'hand', items: shipped.bank.items.slice(0, 2).map(({ id }) => id) });
		const input = () => ({ title: 'T', kind: 'quiz', rules: DEFAULT_RULES, selection: selection(), forms: [] });
		const saving = (teacher: Learner) => ({
			...{ bank: shipped.bank, teacher, classId: seminar.id, input: input(), now: MORNING }
		});
		const granting = () => {
			const extension = { dueAt: null, closesAt: null, moreAttempts: 1, moreTime: 0 };
			return { classId: seminar.id, assignmentId: quiz, studentId: student.id, extension };
		};
		/** Every change that a teacher may make, by name. */
		const changes = (who: Learner): Record<string, Promise<{ ok: boolean; code?: unknown }>> => ({
			rename: renameClass(on.db, who, seminar.id, { name: 'Other' }),
			code: changeCode(on.db, who, seminar.id, 'off'),
			roster: addRoster(on.db, who, seminar.id, 'Zoe, zoe@example.org', MORNING),
			renew: renewPlace(on.db, who, seminar.id, uuid(), MORNING),
			withdraw: withdrawPlace(on.db, who, seminar.id, uuid()),
			invite: inviteTeacher(on.db, who, seminar.id, MORNING),
			remove: removeMember(on.db, who, seminar.id, student.id, MORNING),
			assign: createAssignment(on.db, saving(who)),
			edit: updateDraft(on.db, saving(who), draft, 0),
			publish: publishAssignment(on.db, who, seminar.id, draft, 0),
			rules: changeRules(on.db, who, seminar.id, quiz, { rules: DEFAULT_RULES, seq: 1 }),
			delete: deleteAssignment(on.db, who, seminar.id, quiz),
			extend: extend(on.db, who, granting(), MORNING)
		});
		/** Everything else that a teacher may do, by name. */
		const looks = (who: Learner): Record<string, Promise<{ ok: boolean; code?: unknown }>> => ({
			members: listMembers(on.db, who, seminar.id),
			places: listPlaces(on.db, who, seminar.id),
			people: peopleOf(on.db, who, seminar.id, MORNING),
			invitations: listTeacherInvitations(on.db, who, seminar.id, MORNING),
			taught: taughtAssignments(on.db, who, seminar.id, MORNING),
			assignment: assignmentOf(on.db, who, seminar.id, quiz)
		});
		const expectEach = async (done: Record<string, Promise<{ ok: boolean; code?: unknown }>>, expected: string) => {
			const results = await Promise.all(
				Object.entries(done).map(async ([name, result]) => {
					const { ok, code } = await result;
					return [name, ok ? 'ok' : code] as const;
				})
			);
			expect(Object.fromEntries(results)).toEqual(Object.fromEntries(results.map(([name]) => [name, expected])));
		};

		it('nobody but its teachers finds what teachers find, and strangers find nothing', async () => {
			const other = await newClass(on.db);
			for (const who of [student, other.teacher, await guest()]) {
				await expectEach(changes(who), 'not_found');
				await expectEach(looks(who), 'not_found');
				const link = await invited(seminar);
				expect(await revokeTeacherInvitation(on.db, who, seminar.id, link.id, MORNING)).toEqual(failed('not_found'));
				expect(await archiveClass(on.db, who, seminar.id, true, MORNING)).toEqual(failed('not_found'));
			}
			for (const who of [other.teacher, await guest()]) {
				expect(await classOf(on.db, who, seminar.id)).toEqual(failed('not_found'));
				expect(await ownAssignments(on.db, who, seminar.id, MORNING)).toEqual(failed('not_found'));
				expect(await leaveClass(on.db, who, seminar.id)).toEqual(failed('not_found'));
				expect(await chooseMistakes(on.db, who, seminar.id, false)).toEqual(failed('not_found'));
			}
			expect(await namesOf(seminar)).toEqual(['teacher Teacher', 'student Lin']);
		});

		it('an id that is none, or another class’s, is not found either', async () => {
			const other = await newClass(on.db);
			for (const id of ['', 'x', uuid()])
				expect(await classOf(on.db, seminar.teacher, id)).toEqual(failed('not_found'));
			const { teacher, id } = other;
			expect(await assignmentOf(on.db, teacher, id, quiz)).toEqual(failed('not_found'));
			expect(await deleteAssignment(on.db, teacher, id, quiz)).toEqual(failed('not_found'));
			expect(await extend(on.db, teacher, { ...granting(), classId: id }, MORNING)).toEqual(failed('not_found'));
			expect(await removeMember(on.db, teacher, id, student.id, MORNING)).toEqual(failed('not_found'));
			expect(await removeMember(on.db, teacher, id, 'x', MORNING)).toEqual(failed('not_found'));
			const link = await invited(seminar);
			expect(await revokeTeacherInvitation(on.db, teacher, id, link.id, MORNING)).toEqual(failed('invitation_invalid'));
		});

		it('put away it can be read and taken up again, and nothing in it changed, joined or answered', async () => {
			const { teacher, id, code } = seminar;
			const colleague = (await invited(seminar)).token;
			const { token } = (await rosterOf(seminar, 'Ina, ina@example.org')).made[0]!;
			expect(await archiveClass(on.db, teacher, id, true, MORNING)).toEqual({ ok: true });
			await expectEach(changes(teacher), 'class_archived');
			await expectEach(looks(teacher), 'ok');
			expect(await join(await guest(), code)).toEqual(failed('code_invalid'));
			expect(await takePlace(on.db, await guest(), token, MORNING)).toEqual(failed('invitation_invalid'));
			expect(await joinAsTeacher(on.db, await newLearner(on.db), colleague, MORNING)).toEqual(
				failed('invitation_invalid')
			);
			expect(await startAttempt(on.db, shipped, student, quiz, MORNING)).toEqual(failed('class_archived'));
			expect(await classOf(on.db, student, id)).toMatchObject({ class: { archived: true } });
			expect(await archiveClass(on.db, teacher, id, false, MORNING)).toEqual({ ok: true });
			expect(await join(await guest(), code, 'Zed')).toMatchObject({ ok: true });
			expect(await startAttempt(on.db, shipped, student, quiz, MORNING)).toMatchObject({ ok: true });
		});
	});

	describe('limits hold when many come at once:', () => {
		it('a teacher has 100 classes', async () => {
			const teacher = await newLearner(on.db);
			const made = Array.from({ length: 98 }, uuid);
			const row = { name: 'C', createdBy: teacher.id, createdAt: MORNING };
			await on.db.insert(classes).values(made.map((id) => ({ id, ...row })));
			const own = { learnerId: teacher.id, role: 'teacher' as const, name: 'T', joinedAt: MORNING };
			await on.db.insert(classMembers).values(made.map((classId) => ({ classId, ...own })));
			const opened = await Promise.all(
				Array.from({ length: 5 }, () => createClass(on.db, teacher, { name: 'One more' }, MORNING))
			);
			expect(opened.filter(({ ok }) => ok)).toHaveLength(2);
			expect(opened.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 3 }, () => failed('too_many_classes')));
			// She may not join further ones either.
			expect(await join(teacher, (await newClass(on.db)).code)).toEqual(failed('too_many_classes'));
		});

		it('a class has as many members as 500 students and 50 others', async () => {
			const seminar = await newClass(on.db);
			await crowd(547, seminar.id);
			const comers = await Promise.all(Array.from({ length: 5 }, guest));
			const joined = await Promise.all(comers.map((who) => join(who, seminar.code)));
			expect(codes(joined)).toEqual(['class_full', 'class_full', 'class_full', 'ok', 'ok']);
		});

		it('a roster has 500 places', async () => {
			const seminar = await newClass(on.db);
			const lines = (from: number, count: number) =>
				Array.from({ length: count }, (_, n) => `S ${from + n}, s${from + n}@example.org`).join('\n');
			const added = await Promise.all(
				[0, 300, 600].map((from) => addRoster(on.db, seminar.teacher, seminar.id, lines(from, 300), MORNING))
			);
			expect(codes(added)).toEqual(['class_full', 'class_full', 'ok']);
			await rosterOf(seminar, lines(2000, MOST_STUDENTS - 300));
			expect(await addRoster(on.db, seminar.teacher, seminar.id, lines(5000, 1), MORNING)).toEqual(
				failed('class_full')
			);
		});

		it('20 colleagues’ links work at once', async () => {
			const seminar = await newClass(on.db);
			const made = await Promise.all(
				Array.from({ length: 23 }, () => inviteTeacher(on.db, seminar.teacher, seminar.id, MORNING))
			);
			expect(made.filter(({ ok }) => ok)).toHaveLength(20);
			expect(await inviteTeacher(on.db, seminar.teacher, seminar.id, MORNING)).toEqual(failed('too_many_invitations'));
			expect(await inviteTeacher(on.db, seminar.teacher, seminar.id, minutes(14 * DAY))).toMatchObject({ ok: true });
		});

		it('a class has 200 assignments', async () => {
			const seminar = await newClass(on.db);
			const first = await newQuiz(on.db, shipped, seminar, { items: shipped.bank.items.slice(0, 1) });
			const [row] = await on.db.select().from(assignments).where(eq(assignments.id, first));
			await on.db.insert(assignments).values(Array.from({ length: 197 }, () => ({ ...row!, id: uuid() })));
			const { id: classId, teacher } = seminar;
			const selection = { by: 'hand', items: [shipped.bank.items[0]!.id] };
			const input = { title: 'T', kind: 'quiz', rules: DEFAULT_RULES, selection, forms: [] };
			const made = await Promise.all(
				Array.from({ length: 4 }, () =>
					createAssignment(on.db, { bank: shipped.bank, teacher, classId, input, now: MORNING })
				)
			);
			expect(codes(made)).toEqual(['ok', 'ok', 'too_many_assignments', 'too_many_assignments']);
		});
	});
});
