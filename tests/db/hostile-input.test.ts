import { randomUUID } from 'node:crypto';
import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { isErrorCode } from '#lib/domain/errors.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { describeOnEachDatabase } from './harness.ts';
import { Bench, MORNING, newArticle, newLearner, newWorkspace } from './workspace-fixture.ts';

type Handler = (event: unknown) => unknown;
type Module = Record<string, unknown> & { actions?: Record<string, Handler>; load?: Handler };

const modules = import.meta.glob<Module>(
	['/src/routes/**/+server.ts', '/src/routes/**/+page.server.ts', '/src/routes/**/+layout.server.ts'],
	{ eager: true }
);
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];
const routeOf = (file: string) => file.replace(/^\/src\/routes/, '').replace(/\/\+[^/]*$/, '') || '/';
const handlersOf = (pick: (module: Module) => [string, unknown][]) =>
	Object.entries(modules).flatMap(([file, module]) =>
		pick(module).flatMap(([name, run]) =>
			typeof run === 'function' ? [{ name: `${routeOf(file)} ${name}`, file, run: run as Handler }] : []
		)
	);
const endpoints = handlersOf((module) => METHODS.map((method) => [method, module[method]]));
const gets = handlersOf((module) => [['GET', module.GET]]);
const actions = handlersOf((module) => Object.entries(module.actions ?? {}));
const loads = handlersOf((module) => [['load', module.load]]);

/** What a request came to: its status, and the code that a refusal carries. */
interface Came {
	status: number;
	code?: unknown;
}

async function cameOf(run: () => unknown): Promise<Came> {
	try {
		const result = await run();
		if (result instanceof Response) {
			const json = result.headers.get('content-type')?.includes('json') ? await result.json() : {};
			return { status: result.status, code: json.code };
		}
		if (isActionFailure(result)) {
			const data = result.data as { problem?: { code?: unknown } } | undefined;
			return { status: result.status, code: data?.problem?.code };
		}
		return { status: 200 };
	} catch (thrown) {
		if (isHttpError(thrown)) return { status: thrown.status, code: (thrown.body as { code?: unknown }).code };
		if (isRedirect(thrown)) return { status: thrown.status };
		throw thrown;
	}
}

const JSON_TYPE = 'application/json';
const MULTIPART = 'multipart/form-data; boundary=xx';
const deep = '['.repeat(5000) + ']'.repeat(5000);
/** Bodies that no endpoint and no form has a use for, by what they say they are. */
const BODIES: [string, string | undefined, string | undefined][] = [
	['no body and no type', undefined, undefined],
	['an empty body', '', JSON_TYPE],
	['no type', 'hello', undefined],
	['text', 'hello', 'text/plain'],
	['a type of nothing', '{}', 'x'],
	['null', 'null', JSON_TYPE],
	['a number', '7', JSON_TYPE],
	['a list', '[1,2]', JSON_TYPE],
	['a text', '"x"', JSON_TYPE],
	['half of it', '{"id": ', JSON_TYPE],
	['bytes', '\ud800\0\x01', JSON_TYPE],
	['depth', deep, JSON_TYPE],
	['a prototype', '{"__proto__":{"ok":true},"constructor":{"prototype":{}}}', JSON_TYPE],
	['huge numbers', '{"id":1e400,"seq":1e308,"formIndex":99999999999999999999,"rating":-1e300}', JSON_TYPE],
	['a form without its boundary', 'x', 'multipart/form-data'],
	['half a form', '--xx\r\nContent-Disposition: form-data; name="id"', MULTIPART],
	['a form of noise', '%%%=%E0%A4%A&=&&&', 'application/x-www-form-urlencoded'],
	['an empty form', '', 'application/x-www-form-urlencoded']
];
/** Values that no field has a use for. */
const VALUES = ['', 'x', '\0', '1e999', '-1', '99999999999999999999', '\ud800', '../..', '9'.repeat(5000), 'NaN'];
const FIELDS = `id seq version ready all role name learnerId outcome reason note itemId itemVersion kind is of alias
label words act stance country office question feedback distractor do title publisher author published timeZone email
password present text url source reviewId rating claim formIndex form retry newPerDay reviewsPerDay retention`.split(
	/\s+/
);

describeOnEachDatabase('a request that makes no sense', (on) => {
	let shipped: Shipped;
	let owner: Learner;
	let params: Record<string, string>;
	let known: Record<string, string>;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		owner = await newLearner(on.db, 'Ada');
		const workspace = await newWorkspace(on.db, owner);
		const article = await newArticle(on.db, owner, workspace);
		const [fact] = (await new Bench(on.db, shipped, owner, workspace, article).open()).facts;
		params = { workspace, article, token: 'no-such' };
		known = { id: fact!.id, itemId: shipped.bank.items[0]!.id, learnerId: owner.id };
	});

	async function event(over: { params?: Record<string, string>; request?: Request; query?: string }) {
		const url = new URL(`http://localhost/${over.query ?? ''}`);
		const account = { name: 'Ada', email: 'ada@example.org' };
		const bank = await bankFor(on.db, shipped, owner.id);
		return {
			locals: { db: on.db, shipped, bank, learner: owner, account, sessionId: null },
			params: { ...params, ...over.params },
			request: over.request ?? new Request(url),
			url,
			route: { id: '/' },
			cookies: { get: () => undefined, set: () => undefined, delete: () => undefined },
			getClientAddress: () => '127.0.0.1',
			setHeaders: () => undefined,
			parent: () => Promise.resolve({}),
			untrack: <T>(read: () => T): T => read()
		};
	}
	const sent = (body: BodyInit | undefined, type?: string) =>
		new Request('http://localhost/', {
			method: 'POST',
			body,
			headers: type === undefined ? {} : { 'content-type': type }
		});

	describe('is refused by every endpoint with a code, whatever its body', () => {
		it.each(endpoints)('$name', async ({ run }) => {
			for (const [what, body, type] of BODIES) {
				const { status, code } = await cameOf(async () => run(await event({ request: sent(body, type) })));
				const refused = status >= 400 && status < 500 && isErrorCode(String(code));
				expect([what, refused]).toEqual([what, true]);
			}
		});
	});

	describe('is no fault of the server’s in any form', () => {
		it.each(actions)('$name: bodies', async ({ run }) => {
			for (const [what, body, type] of BODIES) {
				const came = await cameOf(async () => run(await event({ request: sent(body, type) })));
				expect([what, came.status < 500]).toEqual([what, true]);
			}
		});

		it.each([...actions, ...endpoints])('$name: fields', async ({ run }) => {
			for (const value of VALUES) {
				for (const real of [{}, known]) {
					const form = new FormData();
					for (const field of FIELDS) form.set(field, value);
					for (const [field, id] of Object.entries(real)) form.set(field, id);
					const came = await cameOf(async () => run(await event({ request: sent(form) })));
					// A text that is read and found wanting is refused; so is one more than may wait.
					expect([value.slice(0, 20), came.status < 500]).toEqual([value.slice(0, 20), true]);
				}
			}
		});
	});

	describe('is no fault of the server’s in any address', () => {
		const ids = [...VALUES, randomUUID(), randomUUID().toUpperCase(), '00000000-0000-7000-8000-000000000001'];
		const paramsOf = (id: string): Record<string, string>[] => [{ workspace: id }, { article: id }, { token: id }];
		it.each([...loads, ...gets])('$name', async ({ run }) => {
			for (const id of ids) {
				const query = `?${new URLSearchParams({ page: id, deck: id, id, item: id, show: id, since: id, done: id })}`;
				for (const over of [...paramsOf(id), {}]) {
					const came = await cameOf(async () => run(await event({ params: over, query })));
					expect([id.slice(0, 20), Object.keys(over), came.status < 500]).toEqual([
						id.slice(0, 20),
						Object.keys(over),
						true
					]);
				}
			}
		});

		it.each([...actions, ...endpoints])('$name', async ({ run }) => {
			for (const id of ids) {
				for (const over of paramsOf(id)) {
					const form = new FormData();
					for (const [field, real] of Object.entries(known)) form.set(field, real);
					const came = await cameOf(async () => run(await event({ params: over, request: sent(form) })));
					expect([id.slice(0, 20), came.status < 500]).toEqual([id.slice(0, 20), true]);
				}
			}
		});
	});

	it('is tried on all that answers', () => {
		expect(endpoints.length).toBeGreaterThanOrEqual(6);
		expect(actions.length).toBeGreaterThanOrEqual(20);
		expect(loads.length).toBeGreaterThanOrEqual(15);
	});
});
