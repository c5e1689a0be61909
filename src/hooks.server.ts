import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { errorText } from '#lib/server/error-text.ts';
import { directionOf, type Locale } from '#lib/domain/tongue.ts';
import { mayUse } from '#lib/server/access.ts';
import { readSession } from '#lib/server/auth/session.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import { spokenBank } from '#lib/server/bank/spoken-bank.ts';
import { classWork } from '#lib/server/classwork/class-work.ts';
import { withGoals } from '#lib/server/deadlines/own-goals.ts';
import { fitQueue } from '#lib/server/fitting/fitting.ts';
import { refuse } from '#lib/server/http.ts';
import { logFault } from '#lib/server/log.ts';
import { isCrossSite, isOversized, withSecurityHeaders } from '#lib/server/security.ts';
import { misdirected, tellWhose } from '#lib/server/offline/meant-for.ts';
import { startUp, type App } from '#lib/server/start-up.ts';
import { localeOf, speaking } from '#lib/server/tongue.ts';

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

export const handle: Handle = ({ event, resolve }) => {
	const locale = localeOf(event.request, event.cookies);
	const page = { transformPageChunk: ({ html }: { html: string }) => inTongue(html, locale) };
	return speaking(locale, async () => {
		const response = await answer(event, (asked) => resolve(asked, page));
		response.headers.append('vary', 'accept-language, cookie');
		return response;
	});
};

/** Writes the language into the head of a page; its other parts have no such places. */
function inTongue(html: string, locale: Locale): string {
	return html.replace('lang="%lang%" dir="%dir%"', `lang="${locale}" dir="${directionOf(locale)}"`);
}

async function answer(
	event: RequestEvent,
	resolve: (event: RequestEvent) => Response | Promise<Response>
): Promise<Response> {
	if (!app) throw new Error('the server was asked before it was ready');
	event.locals.db = app.db;
	event.locals.shipped = app.shipped;
	event.locals.bank = spokenBank(app.shipped.bank);
	const safely = (response: Response) => withSecurityHeaders(response, event.url);
	if (isCrossSite(event.request, event.url)) return safely(refuse('cross_site'));
	if (isOversized(event.request, event.route.id)) {
		// Read to its end and thrown away: what is left unread would break the connection for the next request.
		await event.request.body?.pipeTo(new WritableStream());
		return safely(refuse('body_too_large'));
	}
	await readSession(app.db, event, new Date());
	const { learner, account } = event.locals;
	const misled = misdirected(event.request, learner?.id);
	if (misled) return safely(refuse(misled));
	const routeId = event.route.id;
	if (routeId !== null && !mayUse(routeId, { learner: learner !== null, account: account !== null })) {
		if (routeId.startsWith('/api/')) return safely(refuse(learner ? 'not_found' : 'no_session'));
		const location = routeId.startsWith('/workspaces') ? '/workspaces' : '/';
		return safely(new Response(null, { status: 303, headers: { location } }));
	}
	if (learner && !BANKLESS.includes(routeId ?? '')) {
		fitQueue(app.db).visited(learner.id);
		const now = new Date();
		const work = await classWork(app.db, learner.id, now);
		const bank = await bankFor(app.db, app.shipped, learner.id, work);
		event.locals.learner = await withGoals(app.db, bank, { ...learner, work }, now);
		event.locals.bank = spokenBank(bank);
	}
	return safely(tellWhose(await resolve(event), learner?.id));
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { code: 'not_found', message: errorText('not_found') };
	if (status === 413) return { code: 'body_too_large', message: errorText('body_too_large') };
	logFault(event.request.method, event.route.id, error);
	return { code: 'internal', message: errorText('internal') };
};
