import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { invitations, workspaceMembers } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { adopt } from '#lib/server/auth/adopt.ts';
import { createWorkspace } from '#lib/server/workspaces/create-workspace.ts';
import { requireEditor, requireMember } from '#lib/server/workspaces/guards.ts';
import { invite } from '#lib/server/workspaces/invite.ts';
import { listInvitations, revokeInvitation } from '#lib/server/workspaces/invitations.ts';
import { invitationOf, joinWorkspace } from '#lib/server/workspaces/join-workspace.ts';
import { listWorkspaces } from '#lib/server/workspaces/list-workspaces.ts';
import { listMembers, removeMember } from '#lib/server/workspaces/members.ts';
import { renameWorkspace } from '#lib/server/workspaces/rename-workspace.ts';
import { workspaceOf } from '#lib/server/workspaces/workspace-of.ts';
import { describeOnEachDatabase } from './harness.ts';
import { minutes, MORNING, newLearner, newMember, newWorkspace } from './workspace-fixture.ts';

const failed = (code: string) => ({ ok: false, code });
const days = (n: number) => minutes(n * 24 * 60);

describeOnEachDatabase('workspaces', (on) => {
	describe('a workspace', () => {
		it('is made by somebody with an account, under a name', async () => {
			const guest = await newLearner(on.db, null);
			const owner = await newLearner(on.db);
			expect(await createWorkspace(on.db, guest, { name: 'Mine' }, MORNING)).toEqual(failed('account_needed'));
			expect(await createWorkspace(on.db, owner, { name: '  ' }, MORNING)).toEqual(failed('name_missing'));
			expect(await createWorkspace(on.db, owner, { name: 'x'.repeat(101) }, MORNING)).toEqual(failed('name_too_long'));
			expect(await createWorkspace(on.db, owner, { name: 'a\0b' }, MORNING)).toEqual(failed('invalid_input'));
			expect(await createWorkspace(on.db, owner, { name: 'Mine', owner: guest.id }, MORNING)).toEqual(
				failed('invalid_input')
			);
			const id = await newWorkspace(on.db, owner, ' Lyon ');
			expect(await listWorkspaces(on.db, owner)).toEqual([
				{ id, name: 'Lyon', role: 'owner', articles: 0, published: 0, openReports: 0, members: 1 }
			]);
		});

		it('does not exist for a stranger, and a learner of it may not change it', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const stranger = await newLearner(on.db);
			const learner = await newMember(on.db, owner, id, 'learner');
			expect(await requireMember(on.db, stranger, id)).toEqual(failed('not_found'));
			expect(await requireEditor(on.db, stranger, id)).toEqual(failed('not_found'));
			expect(await requireEditor(on.db, stranger, 'no-uuid')).toEqual(failed('not_found'));
			expect(await requireEditor(on.db, learner, id)).toEqual(failed('not_an_editor'));
			expect(await renameWorkspace(on.db, learner, id, { name: 'X' }, MORNING)).toEqual(failed('not_an_editor'));
			expect(await listMembers(on.db, learner, id)).toEqual(failed('not_an_editor'));
			expect(await workspaceOf(on.db, stranger, id)).toEqual(failed('not_found'));
			expect(await workspaceOf(on.db, learner, id)).toMatchObject({ ok: true, workspace: { role: 'learner' } });
		});

		it('is renamed by its editors', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const editor = await newMember(on.db, owner, id, 'editor');
			expect(await renameWorkspace(on.db, editor, id, { name: 'Tokyo' }, MORNING)).toEqual({ ok: true });
			expect((await listWorkspaces(on.db, owner))[0]!.name).toBe('Tokyo');
		});
	});

	describe('an invitation', () => {
		it('admits by its token, of which the database keeps the hash alone', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner, 'Named');
			const made = await invite(on.db, owner, id, { role: 'learner' }, MORNING);
			if (!made.ok) throw new Error(made.code);
			const [row] = await on.db.select().from(invitations).where(eq(invitations.id, made.id));
			expect(JSON.stringify(row)).not.toContain(made.token);
			expect(await invitationOf(on.db, made.token, MORNING)).toEqual({
				ok: true,
				workspaceId: id,
				name: 'Named',
				role: 'learner',
				expiresAt: days(14)
			});
			const guest = await newLearner(on.db, null);
			expect(await joinWorkspace(on.db, guest, made.token, MORNING)).toMatchObject({ ok: true, role: 'learner' });
			expect(await joinWorkspace(on.db, guest, made.token, MORNING)).toMatchObject({ ok: true, role: 'learner' });
			const listed = await listInvitations(on.db, owner, id, MORNING);
			expect(listed).toEqual({
				ok: true,
				invitations: [{ id: made.id, role: 'learner', createdAt: MORNING, expiresAt: days(14), used: 1, most: 200 }]
			});
		});

		it('to edit needs an account, raises a learner and never lowers anybody', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const edit = await invite(on.db, owner, id, { role: 'editor' }, MORNING);
			const learn = await invite(on.db, owner, id, { role: 'learner' }, MORNING);
			if (!edit.ok || !learn.ok) throw new Error('no link');
			const guest = await newLearner(on.db, null);
			expect(await joinWorkspace(on.db, guest, edit.token, MORNING)).toEqual(failed('account_needed'));
			const member = await newMember(on.db, owner, id, 'learner');
			expect(await joinWorkspace(on.db, member, edit.token, MORNING)).toMatchObject({ role: 'editor' });
			expect(await joinWorkspace(on.db, member, learn.token, MORNING)).toMatchObject({ role: 'editor' });
			expect(await joinWorkspace(on.db, owner, learn.token, MORNING)).toMatchObject({ role: 'owner' });
		});

		it('that was withdrawn admits nobody, and another workspace’s editor cannot withdraw it', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const made = await invite(on.db, owner, id, { role: 'learner' }, MORNING);
			if (!made.ok) throw new Error(made.code);
			const other = await newLearner(on.db);
			const elsewhere = await newWorkspace(on.db, other);
			const invalid = failed('invitation_invalid');
			expect(await revokeInvitation(on.db, other, elsewhere, made.id, MORNING)).toEqual(invalid);
			expect(await revokeInvitation(on.db, other, id, made.id, MORNING)).toEqual(failed('not_found'));
			expect(await revokeInvitation(on.db, owner, id, made.id, MORNING)).toEqual({ ok: true });
			expect(await joinWorkspace(on.db, other, made.token, MORNING)).toEqual(invalid);
			expect(await invitationOf(on.db, 'made up', MORNING)).toEqual(invalid);
			expect(await invite(on.db, owner, id, { role: 'owner' }, MORNING)).toEqual(failed('invalid_input'));
		});
	});

	describe('a link', () => {
		const linkFor = async (by: Learner, id: string, role: 'editor' | 'learner', now = MORNING) => {
			const link = await invite(on.db, by, id, { role }, now);
			if (!link.ok) throw new Error(link.code);
			return link;
		};

		it('admits for 14 days, and is listed for as long', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const { token, expiresAt } = await linkFor(owner, id, 'learner');
			expect(expiresAt).toEqual(days(14));
			const late = new Date(days(14).getTime() - 1);
			const [early, after] = [await newLearner(on.db), await newLearner(on.db)];
			expect(await joinWorkspace(on.db, early, token, late)).toMatchObject({ ok: true });
			expect(await joinWorkspace(on.db, after, token, days(14))).toEqual(failed('invitation_expired'));
			expect(await invitationOf(on.db, token, days(14))).toEqual(failed('invitation_expired'));
			expect(await listInvitations(on.db, owner, id, late)).toMatchObject({ invitations: [{ used: 1 }] });
			expect(await listInvitations(on.db, owner, id, days(14))).toEqual({ ok: true, invitations: [] });
			// Who is in already is told so, by whatever link.
			expect(await joinWorkspace(on.db, early, token, days(20))).toMatchObject({ ok: true, role: 'learner' });
		});

		it('for editors admits one, also of ten at the same moment', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const { token } = await linkFor(owner, id, 'editor');
			const ten = await Promise.all(Array.from({ length: 10 }, () => newLearner(on.db)));
			const joined = await Promise.all(ten.map((who) => joinWorkspace(on.db, who, token, MORNING)));
			expect(joined.filter(({ ok }) => ok)).toHaveLength(1);
			expect(joined.filter(({ ok }) => !ok)).toEqual(Array(9).fill(failed('invitation_used')));
			expect(await invitationOf(on.db, token, MORNING)).toEqual(failed('invitation_used'));
			expect(await listInvitations(on.db, owner, id, MORNING)).toEqual({ ok: true, invitations: [] });
		});

		it('for learners admits 200', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const link = await linkFor(owner, id, 'learner');
			await on.db.update(invitations).set({ used: 199 }).where(eq(invitations.id, link.id));
			const both = [await newLearner(on.db), await newLearner(on.db)];
			const joined = await Promise.all(both.map((who) => joinWorkspace(on.db, who, link.token, MORNING)));
			expect(joined.map((one) => (one.ok ? 'in' : one.code)).sort()).toEqual(['in', 'invitation_used']);
		});

		it('that was made before one was removed admits her no more, a later one does', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const member = await newLearner(on.db);
			const old = await linkFor(owner, id, 'learner');
			expect(await joinWorkspace(on.db, member, old.token, MORNING)).toMatchObject({ ok: true });
			expect(await removeMember(on.db, owner, id, member.id, minutes(5))).toEqual({ ok: true });
			expect(await joinWorkspace(on.db, member, old.token, minutes(6))).toEqual(failed('invitation_older'));
			expect(await requireMember(on.db, member, id)).toEqual(failed('not_found'));
			// Neither does a guest bring her account back in.
			const guest = await newLearner(on.db, null);
			expect(await joinWorkspace(on.db, guest, old.token, minutes(7))).toMatchObject({ ok: true });
			await inTransaction(on.db, (tx) => adopt(tx, guest.id, member.id));
			expect(await requireMember(on.db, member, id)).toEqual(failed('not_found'));
			const later = await linkFor(owner, id, 'learner', minutes(8));
			expect(await joinWorkspace(on.db, member, later.token, minutes(9))).toMatchObject({ ok: true });
		});

		it('is one of fifty that work at once', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			for (let n = 0; n < 49; n++) await linkFor(owner, id, 'editor');
			const two = [0, 1].map(() => invite(on.db, owner, id, { role: 'editor' }, MORNING));
			const made = (await Promise.all(two)).map((one) => (one.ok ? 'made' : one.code));
			expect(made.sort()).toEqual(['made', 'too_many_invitations']);
			expect(await invite(on.db, owner, id, { role: 'editor' }, days(14))).toMatchObject({ ok: true });
		});

		it('admits nobody to a workspace that is full, nor anybody to a hundred and first', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const { token } = await linkFor(owner, id, 'learner');
			const member = (learnerId: string, workspaceId: string) => ({
				...{ learnerId, workspaceId, role: 'learner' as const },
				joinedAt: MORNING
			});
			const many = Array.from({ length: 499 }, () => randomUUID());
			await on.db
				.insert(learners)
				.values(many.map((one) => ({ id: one, settings: owner.settings, createdAt: MORNING })));
			await on.db.insert(workspaceMembers).values(many.map((one) => member(one, id)));
			expect(await joinWorkspace(on.db, await newLearner(on.db), token, MORNING)).toEqual(failed('workspace_crowded'));
			const busy = many[0]!;
			const homes = Array.from({ length: 99 }, () => randomUUID());
			await on.db
				.insert(workspaces)
				.values(homes.map((one) => ({ id: one, name: 'W', revision: 'r', loadedAt: MORNING })));
			await on.db.insert(workspaceMembers).values(homes.map((one) => member(busy, one)));
			const other = await linkFor(owner, await newWorkspace(on.db, owner), 'learner');
			const joined = await joinWorkspace(on.db, { ...owner, id: busy }, other.token, MORNING);
			expect(joined).toEqual(failed('too_many_workspaces'));
		});
	});

	describe('members', () => {
		it('are listed for editors, and leave by themselves or by the owner', async () => {
			const owner = await newLearner(on.db, 'Ada');
			const id = await newWorkspace(on.db, owner);
			const editor = await newMember(on.db, owner, id, 'editor', 'Bo');
			const guest = await newMember(on.db, owner, id, 'learner', null);
			const listed = await listMembers(on.db, editor, id);
			if (!listed.ok) throw new Error(listed.code);
			const seen = listed.members.map(({ name, role }) => [name, role]);
			expect(seen).toHaveLength(3);
			expect(seen).toEqual(
				expect.arrayContaining([
					['Ada', 'owner'],
					['Bo', 'editor'],
					[null, 'learner']
				])
			);
			expect(await removeMember(on.db, editor, id, guest.id, MORNING)).toEqual(failed('not_the_owner'));
			expect(await removeMember(on.db, owner, id, owner.id, MORNING)).toEqual(failed('not_the_owner'));
			expect(await removeMember(on.db, guest, id, guest.id, MORNING)).toEqual({ ok: true });
			expect(await removeMember(on.db, owner, id, editor.id, MORNING)).toEqual({ ok: true });
			expect(await removeMember(on.db, owner, id, randomUUID(), MORNING)).toEqual(failed('not_found'));
			expect(await requireMember(on.db, editor, id)).toEqual(failed('not_found'));
		});

		it('whom the owner removed do not come back by links of their own, and who left leaves hers to others', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			for (const [by, code] of [
				['owner', failed('invitation_invalid')],
				['herself', { ok: true }]
			] as const) {
				const editor = await newMember(on.db, owner, id, 'editor');
				const link = await invite(on.db, editor, id, { role: 'editor' }, MORNING);
				if (!link.ok) throw new Error(link.code);
				await removeMember(on.db, by === 'owner' ? owner : editor, id, editor.id, MORNING);
				expect(await joinWorkspace(on.db, editor, link.token, MORNING)).toMatchObject(code);
			}
		});

		it('who were guests keep their workspaces when they sign in', async () => {
			const owner = await newLearner(on.db);
			const id = await newWorkspace(on.db, owner);
			const guest = await newMember(on.db, owner, id, 'learner', null);
			const account = await newLearner(on.db);
			await inTransaction(on.db, (tx) => adopt(tx, guest.id, account.id));
			expect(await requireMember(on.db, account, id)).toEqual({ ok: true, role: 'learner' });
			expect(await requireMember(on.db, guest, id)).toEqual(failed('not_found'));
		});
	});
});
