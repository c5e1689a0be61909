import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	who: locals.account ? ('account' as const) : locals.learner ? ('guest' as const) : ('nobody' as const)
});
