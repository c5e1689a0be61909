import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { StartFailure } from './db/failure.ts';
import { readEnv } from './env.ts';

const refusal = (source: Record<string, string>): string => {
	try {
		readEnv(source);
		return '(accepted)';
	} catch (error) {
		if (!(error instanceof StartFailure)) throw error;
		expect(error.code).toBe('bad_environment');
		return error.message;
	}
};

const [PUBLIC, PRIVATE] = [65, 32].map((bytes) => Buffer.alloc(bytes, 7).toString('base64url')) as [string, string];

test('an empty environment gives the defaults, and variables of other programs are let be', () => {
	const defaults = {
		port: 3000,
		host: '127.0.0.1',
		origin: undefined,
		databaseUrl: undefined,
		dataDir: resolve('data'),
		push: null
	};
	expect(readEnv({ HOME: '/root', PATH: '/bin' })).toEqual(defaults);
	expect(readEnv({ PORT: '', HOST: '', ORIGIN: '', DATABASE_URL: '', DATA_DIR: '' })).toEqual(defaults);
});

test('every variable is read', () => {
	const env = readEnv({
		PORT: '8080',
		HOST: '::',
		ORIGIN: 'https://quiz.example.org',
		DATABASE_URL: 'postgres://user:secret@db.example.org:5433/readout?sslmode=require',
		DATA_DIR: '/srv/readout',
		VAPID_PUBLIC_KEY: PUBLIC,
		VAPID_PRIVATE_KEY: PRIVATE,
		VAPID_SUBJECT: 'mailto:admin@example.org'
	});
	expect(env).toEqual({
		port: 8080,
		host: '::',
		origin: 'https://quiz.example.org',
		databaseUrl: 'postgres://user:secret@db.example.org:5433/readout?sslmode=require',
		dataDir: resolve('/srv/readout'),
		push: { publicKey: PUBLIC, privateKey: PRIVATE, subject: 'mailto:admin@example.org' }
	});
});

test.each([
	['PORT', ['abc', '-1', '65536', '3000.5', '1e3', ' 80']],
	['HOST', ['http://localhost', 'a b', 'x/y']],
	['ORIGIN', ['localhost:3000', 'https://a.example/', 'https://a.example/path', 'ftp://a.example', 'null']],
	['DATABASE_URL', ['mysql://a/b', 'not a url', '/var/data']],
	['VAPID_PUBLIC_KEY', ['x', PRIVATE]],
	['VAPID_PRIVATE_KEY', ['x', PUBLIC]],
	['VAPID_SUBJECT', ['admin@example.org', 'http://example.org']]
])('a wrong %s is refused by name', (name, values) => {
	for (const value of values) expect(refusal({ [name]: value })).toMatch(new RegExp(`^${name} must be `));
});

test('the keys of reminders are set together or not at all', () => {
	expect(refusal({ VAPID_PUBLIC_KEY: PUBLIC, VAPID_PRIVATE_KEY: PRIVATE })).toContain('together or not at all');
});

test('all wrong variables are named at once, one a line', () => {
	const lines = refusal({ PORT: 'x', ORIGIN: 'y', DATABASE_URL: 'z' }).split('\n');
	expect(lines.map((line) => line.split(' ')[0])).toEqual(['PORT', 'ORIGIN', 'DATABASE_URL']);
});

test('a refused database address does not repeat its password', () => {
	expect(refusal({ DATABASE_URL: 'mysql://user:hunter2@host/db' })).not.toContain('hunter2');
});
