/**
 * Who may use a route. Every route is listed: one that is not is refused to everybody, and a test names it.
 * `anyone` needs no session; `learner` needs one, of a guest or of an account; `account` needs an account.
 */
export type Role = 'anyone' | 'learner' | 'account';

/** Roles by SvelteKit's route id; a page's load and all its actions have the role of its route. */
export const ACCESS: Readonly<Record<string, Role>> = {
	'/': 'anyone',
	'/decks': 'anyone',
	'/register': 'anyone',
	'/sign-in': 'anyone',
	'/healthz': 'anyone',
	'/language': 'anyone',
	'/workspaces': 'anyone',
	'/join/[token]': 'anyone',
	'/classes': 'anyone',
	'/classes/join/[token]': 'anyone',
	'/classes/teach/[token]': 'anyone',
	'/classes/[class]': 'learner',
	'/classes/[class]/people': 'account',
	'/classes/[class]/memory': 'account',
	'/classes/[class]/results': 'learner',
	'/classes/[class]/assignments/[assignment]/paper': 'account',
	'/classes/[class]/assignments/new': 'account',
	'/classes/[class]/assignments/[assignment]': 'account',
	'/classes/[class]/assignments/[assignment]/extensions': 'account',
	'/classes/[class]/gradebook': 'account',
	'/classes/[class]/gradebook/csv': 'account',
	'/classes/[class]/gradebook/[student]/[assignment]': 'account',
	'/classes/[class]/attempts/[attempt]': 'account',
	'/classes/[class]/assignments/[assignment]/statistics': 'account',
	'/classes/[class]/assignments/[assignment]/answers': 'account',
	'/classes/[class]/statistics': 'account',
	'/quizzes/[assignment]': 'learner',
	'/attempts/[attempt]': 'learner',
	'/api/attempts/[attempt]': 'learner',
	'/review': 'learner',
	'/statistics': 'learner',
	'/statistics/csv': 'learner',
	'/review/answer': 'learner',
	'/review/done': 'learner',
	'/account': 'learner',
	'/account/reminders': 'learner',
	'/learning': 'learner',
	'/learning/cards': 'learner',
	'/learning/cards/[item]': 'learner',
	'/learning/deadlines': 'learner',
	'/calendar/[token]': 'anyone',
	'/api/push': 'learner',
	'/learning/model': 'learner',
	'/learning/options': 'learner',
	'/api/guest': 'anyone',
	'/api/next': 'learner',
	'/api/pack': 'learner',
	'/offline': 'anyone',
	'/manifest.webmanifest': 'anyone',
	'/api/reviews': 'learner',
	'/api/reviews/amend': 'learner',
	'/api/undo': 'learner',
	'/api/sync': 'learner',
	'/api/reports': 'learner',
	'/workspaces/[workspace]': 'account',
	'/workspaces/[workspace]/articles/new': 'account',
	'/workspaces/[workspace]/articles/[article]': 'account',
	'/workspaces/[workspace]/articles/[article]/confirm': 'account',
	'/workspaces/[workspace]/items': 'account',
	'/workspaces/[workspace]/names': 'account',
	'/workspaces/[workspace]/balance': 'account',
	'/workspaces/[workspace]/reports': 'account',
	'/workspaces/[workspace]/sources': 'account',
	'/api/workspaces/[workspace]/articles/[article]': 'account'
};

/** Whether somebody with these credentials may use a route; unlisted routes are closed. */
export function mayUse(routeId: string, who: { learner: boolean; account: boolean }): boolean {
	const role = ACCESS[routeId];
	if (role === undefined) return false;
	if (role === 'anyone') return true;
	return role === 'learner' ? who.learner : who.account;
}
