import { resolve } from 'node:path';
import * as v from 'valibot';
import { StartFailure } from './db/failure.ts';

const port = v.pipe(
	v.string(),
	v.regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535'),
	v.transform(Number),
	v.maxValue(65_535, 'must be a whole number from 0 to 65535')
);
const host = v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an address'));
const origin = v.pipe(
	v.string(),
	v.check(isOrigin, 'must be a scheme and a host, as https://quiz.example.org, with nothing after it')
);
const databaseUrl = v.pipe(v.string(), v.check(isDatabaseUrl, 'must be postgres://user:password@host:port/database'));

const envSchema = v.pipe(
	v.object({
		PORT: v.optional(port, '3000'),
		HOST: v.optional(host, '127.0.0.1'),
		ORIGIN: v.optional(origin),
		DATABASE_URL: v.optional(databaseUrl),
		DATA_DIR: v.optional(
			v.pipe(
				v.string(),
				v.transform((path) => resolve(path))
			),
			'./data'
		)
	}),
	v.transform((env) => ({
		port: env.PORT,
		host: env.HOST,
		/** What browsers call this server; set by the start script where the environment does not. */
		origin: env.ORIGIN,
		/** A PostgreSQL server; without it the database is PGlite in `dataDir`/pglite. */
		databaseUrl: env.DATABASE_URL,
		/** Absolute. */
		dataDir: env.DATA_DIR
	}))
);
export type Env = v.InferOutput<typeof envSchema>;

/**
 * The configuration, from the environment: nothing else in the application reads it. An empty variable counts as
 * unset.
 * @throws StartFailure `bad_environment`, with one line for each variable that is wrong
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
	const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
	const result = v.safeParse(envSchema, set);
	if (result.success) return result.output;
	const faults = result.issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`);
	throw new StartFailure('bad_environment', faults.join('\n'));
}

function isOrigin(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

function isDatabaseUrl(text: string): boolean {
	return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}
