import { readVariant } from '#lib/domain/teaching/paper.ts';
import { fail, requireLearner } from '#lib/server/http.ts';
import { paperFor, type Sheet } from '#lib/server/results/paper.ts';
import type { PageServerLoad } from './$types';

const SHEETS: readonly Sheet[] = ['paper', 'bubbles', 'answers'];

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = (name: string) => url.searchParams.get(name);
	const sheet = SHEETS.find((one) => one === asked('sheet')) ?? 'paper';
	const size = asked('size') === 'letter' ? ('letter' as const) : ('a4' as const);
	const seed = (asked('seed') ?? '').trim().slice(0, 20) || '1';
	const place = { classId: params.class, assignmentId: params.assignment };
	const wanted = { variant: readVariant(asked('variant')), sheet, seed };
	const found = await paperFor(locals.db, locals.shipped, requireLearner(locals), place, wanted);
	if (!found.ok) fail(found.code);
	return { paper: found.paper, assignmentId: params.assignment, sheet, size, seed };
};
