import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { invitations } from '#lib/server/db/schema/workspaces.ts';
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
import { MORNING, newLearner, newMember, newWorkspace } from './workspace-fixture.ts';

const failed = (code: string) => ({ ok: false, code });

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
			expect(await invitationOf(on.db, made.token)).toEqual({
				ok: true,
				workspaceId: id,
				name: 'Named',
				role: 'learner'
			});
			const guest = await newLearner(on.db, null);
			expect(await joinWorkspace(on.db, guest, made.token, MORNING)).toMatchObject({ ok: true, role: 'learner' });
			expect(await joinWorkspace(on.db, guest, made.token, MORNING)).toMatchObject({ ok: true, role: 'learner' });
			const listed = await listInvitations(on.db, owner, id);
			expect(listed).toEqual({
				ok: true,
				invitations: [{ id: made.id, role: 'learner', createdAt: MORNING, used: 1 }]
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
			expect(await invitationOf(on.db, 'made up')).toEqual(invalid);
			expect(await invite(on.db, owner, id, { role: 'owner' }, MORNING)).toEqual(failed('invalid_input'));
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
			expect(await removeMember(on.db, editor, id, guest.id)).toEqual(failed('not_the_owner'));
			expect(await removeMember(on.db, owner, id, owner.id)).toEqual(failed('not_the_owner'));
			expect(await removeMember(on.db, guest, id, guest.id)).toEqual({ ok: true });
			expect(await removeMember(on.db, owner, id, editor.id)).toEqual({ ok: true });
			expect(await removeMember(on.db, owner, id, randomUUID())).toEqual(failed('not_found'));
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
				await removeMember(on.db, by === 'owner' ? owner : editor, id, editor.id);
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
