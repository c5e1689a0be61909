import { type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { ERRORS } from '#lib/domain/errors.ts';
import { mayUse } from '#lib/server/access.ts';
import { readSession } from '#lib/server/auth/session.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import { classWork } from '#lib/server/classwork/class-work.ts';
import { refuse } from '#lib/server/http.ts';
import { logFault } from '#lib/server/log.ts';
import { isCrossSite, isOversized, withSecurityHeaders } from '#lib/server/security.ts';
import { startUp, type App } from '#lib/server/start-up.ts';

let app: App | undefined;

/** Routes of attempts read the items that were assigned, and a class saves thousands of answers: no bank of hers is made. */
const BANKLESS = ['/api/attempts/[attempt]', '/attempts/[attempt]', '/quizzes/[assignment]'];

/** Opens the database and loads the bank before the first request is taken. */
export const init: ServerInit = async () => {
	// Kept outside of the module, which a development server loads again after each edit: the database is opened once.
	globalThis.readoutApp ??= startUp();
	app = await globalThis.readoutApp;
	process.on('sveltekit:shutdown', () => app?.close());
};

export const handle: Handle = async ({ event, resolve }) => {
	if (!app) throw new Error('the server was asked before it was ready');
	event.locals.db = app.db;
	event.locals.shipped = app.shipped;
	event.locals.bank = app.shipped.bank;
	const safely = (response: Response) => withSecurityHeaders(response, event.url);
	if (isCrossSite(event.request, event.url)) return safely(refuse('cross_site'));
	if (isOversized(event.request, event.route.id)) {
		// Read to its end and thrown away: what is left unread would break the connection for the next request.
		await event.request.body?.pipeTo(new WritableStream());
		return safely(refuse('body_too_large'));
	}
	await readSession(app.db, event, new Date());
	const { learner, account } = event.locals;
	const routeId = event.route.id;
	if (routeId !== null && !mayUse(routeId, { learner: learner !== null, account: account !== null })) {
		if (routeId.startsWith('/api/')) return safely(refuse(learner ? 'not_found' : 'no_session'));
		const location = routeId.startsWith('/workspaces') ? '/workspaces' : '/';
		return safely(new Response(null, { status: 303, headers: { location } }));
	}
	if (learner && !BANKLESS.includes(routeId ?? '')) {
		const work = await classWork(app.db, learner.id, new Date());
		event.locals.learner = { ...learner, work };
		event.locals.bank = await bankFor(app.db, app.shipped, learner.id, work);
	}
	return safely(await resolve(event));
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { code: 'not_found', message: ERRORS.not_found };
	if (status === 413) return { code: 'body_too_large', message: ERRORS.body_too_large };
	logFault(event.request.method, event.route.id, error);
	return { code: 'internal', message: ERRORS.internal };
};
