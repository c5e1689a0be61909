import type { LayoutServerLoad } from './$types';

/** The page that a device keeps is nobody's: what it shows of its learner, the device adds. */
export const load: LayoutServerLoad = ({ locals, route, untrack }) => ({
	who:
		untrack(() => route.id) === '/offline'
			? ('guest' as const)
			: locals.account
				? ('account' as const)
				: locals.learner
					? ('guest' as const)
					: ('nobody' as const)
});
