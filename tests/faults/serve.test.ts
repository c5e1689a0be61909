import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Guest, seeded } from './learner.ts';
import { type Server, killServers, startServer } from './server.ts';

let scratch = '';
beforeAll(() => void (scratch = mkdtempSync(join(tmpdir(), 'readout-serve-'))));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('a running server', () => {
	let server: Server;
	let origin = '';
	let dataDir = '';
	beforeAll(async () => {
		dataDir = join(scratch, 'data');
		server = startServer({ DATA_DIR: dataDir });
		origin = await server.ready;
	});
	afterAll(killServers);

	test('says its address last, when it answers', async () => {
		expect(server.output().trimEnd().split('\n').at(-1)).toBe(`Readout is ready at ${origin}`);
		expect((await fetch(`${origin}/healthz`)).status).toBe(200);
	});

	test('refuses its data directory to a second one, which names it and ends', async () => {
		const second = startServer({ DATA_DIR: dataDir });
		expect(await second.ended).toEqual({ code: 1, signal: null });
		expect(second.output()).toContain(`in use by process ${server.pid}.`);
		expect(second.output()).not.toMatch(/\n\s+at /);
		expect((await fetch(`${origin}/healthz`)).status).toBe(200);
	});

	test.each([
		['gzip', 'gzip'],
		['br', 'br'],
		['identity', null]
	])('answers a page asked for as %s so', async (asked, given) => {
		const answer = await fetch(origin, { headers: { 'accept-encoding': asked } });
		expect(answer.headers.get('content-encoding')).toBe(given);
		expect(await answer.text()).toContain('</html>');
	});

	test('refuses a body over the limit and goes on', async () => {
		const headers = { 'content-type': 'application/json', origin };
		const huge = JSON.stringify({ timeZone: 'x'.repeat(600 * 1024) });
		expect((await fetch(`${origin}/api/guest`, { method: 'POST', headers, body: huge })).status).toBe(413);
		expect((await fetch(`${origin}/healthz`)).status).toBe(200);
	});

	test('answers what is under way when it is told to end, closes the database, and ends with 0', async () => {
		const guest = await Guest.arrive(origin, seeded(1));
		const reviewing = guest.reviewUntilEnd().catch(() => undefined);
		await vi.waitUntil(() => guest.acknowledged.length > 0, { timeout: 30_000, interval: 10 });
		expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null });
		await reviewing;
		expect(existsSync(join(dataDir, 'pglite.lock'))).toBe(false);
		const again = startServer({ DATA_DIR: dataDir });
		guest.follow(await again.ready);
		expect(guest.acknowledged.length).toBeGreaterThan(0);
		for (const sent of guest.acknowledged) expect(await guest.submit(sent)).toMatchObject({ duplicate: true });
		await again.stop('SIGINT');
	});
});

describe('a server that cannot start', () => {
	afterEach(killServers);
	const refusal = async (env: Record<string, string>) => {
		const server = startServer({ DATA_DIR: join(scratch, 'refused'), ...env });
		expect(await server.ended).toEqual({ code: 1, signal: null });
		expect(server.output()).not.toMatch(/\n\s+at /);
		return server.output();
	};

	test('for a port in use says which', async () => {
		const other = createServer().listen(0, '127.0.0.1');
		await new Promise((done) => other.once('listening', done));
		const { port } = other.address() as AddressInfo;
		expect(await refusal({ PORT: String(port) })).toBe(
			`Port ${port} is in use by another program: stop that, or set PORT to another.\n`
		);
		other.close();
	});

	test.each([
		[{ PORT: 'abc' }, /^PORT must be/],
		[{ PORT: '70000' }, /^PORT must be/],
		[{ ORIGIN: 'localhost' }, /ORIGIN/],
		[{ DATABASE_URL: 'mysql://localhost/db' }, /^DATABASE_URL must be/],
		[{ DATABASE_URL: 'postgres://127.0.0.1:1/db' }, /^No connection to the PostgreSQL server at 127\.0\.0\.1:1\/db/]
	])('for %j names the variable', async (env, message) => {
		expect(await refusal(env)).toMatch(message);
	});

	test('for a data directory that cannot be written names it', async () => {
		const file = join(scratch, 'a-file');
		writeFileSync(file, '');
		expect(await refusal({ DATA_DIR: file })).toContain(`The data directory ${file}`);
	});
});
