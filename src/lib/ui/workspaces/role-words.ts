import { m } from '#lib/paraglide/messages.js';

const ROLES = new Map([
	['owner', m.workspaces_role_owner],
	['editor', m.workspaces_role_editor],
	['learner', m.workspaces_role_learner]
]);

/** What somebody's part in a workspace is called. */
export function roleWord(role: string): string {
	return ROLES.get(role)?.() ?? role;
}
