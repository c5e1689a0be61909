import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { isErrorCode } from '#lib/domain/errors.ts';
import { readJson, refuse, requireLearner, statusOf } from '#lib/server/http.ts';
import { openWorkbench } from '#lib/server/workbench/open-workbench.ts';
import { runCommand } from '#lib/server/workbench/run-command.ts';
import type { RequestHandler } from './$types';

/** Every fact of an article, for a page that was sent with the first ones only. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { db, shipped } = locals;
	const opened = await openWorkbench(db, shipped, requireLearner(locals), params.workspace, params.article);
	return opened.ok ? json(opened.workbench) : refuse(opened.code);
};

/** One command; its answer brings the facts that it changed, or those on which it stumbled. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const read = await readJson(request, v.unknown());
	if ('refused' in read) return read.refused;
	const { db, shipped } = locals;
	const learner = requireLearner(locals);
	const answer = await runCommand(db, shipped, learner, params.workspace, params.article, read.value, new Date());
	return json(answer, { status: answer.ok ? 200 : isErrorCode(answer.code) ? statusOf(answer.code) : 400 });
};
