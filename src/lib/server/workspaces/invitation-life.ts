import type { invitations } from '#lib/server/db/schema/workspaces.ts';

type Invitation = Pick<typeof invitations.$inferSelect, 'role' | 'createdAt' | 'used'>;

/** How long a link admits. */
export const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

/** How many a link admits: who edits is one person that was meant, who learns a class. */
const MOST_USES = { editor: 1, learner: 200 } as const;

/** When a link that was made at this instant admits nobody any more. */
export function expiryOf(createdAt: Date): Date {
	return new Date(createdAt.getTime() + INVITATION_DAYS * DAY_MS);
}

/** The instant at and before which a link must have been made to be over now. */
export function overSince(now: Date): Date {
	return new Date(now.getTime() - INVITATION_DAYS * DAY_MS);
}

/** How many a link for a role admits in all. */
export function usesOf(role: Invitation['role']): number {
	return MOST_USES[role];
}

/** Why a link that was not withdrawn admits nobody; undefined where it does. */
export function whyOver(
	{ role, createdAt, used }: Invitation,
	now: Date
): 'invitation_expired' | 'invitation_used' | undefined {
	if (now >= expiryOf(createdAt)) return 'invitation_expired';
	return used >= usesOf(role) ? 'invitation_used' : undefined;
}
