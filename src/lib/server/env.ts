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

const vapidKey = (bytes: number) =>
	v.pipe(
		v.string(),
		v.check(
			(text) => /^[A-Za-z0-9_-]+$/.test(text) && Buffer.from(text, 'base64url').length === bytes,
			`must be ${bytes} bytes in base64url, as "npx web-push generate-vapid-keys" makes them`
		)
	);
const vapidSubject = v.pipe(
	v.string(),
	v.regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/, 'must be mailto: or https:')
);

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
		),
		VAPID_PUBLIC_KEY: v.optional(vapidKey(65)),
		VAPID_PRIVATE_KEY: v.optional(vapidKey(32)),
		VAPID_SUBJECT: v.optional(vapidSubject)
	}),
	v.check(
		({ VAPID_PUBLIC_KEY: a, VAPID_PRIVATE_KEY: b, VAPID_SUBJECT: c }) => [a, b, c].every((one) => !one === !a),
		'VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT are set together or not at all'
	),
	v.transform((env) => ({
		port: env.PORT,
		host: env.HOST,
		/** What browsers call this server; set by the start script where the environment does not. */
		origin: env.ORIGIN,
		/** A PostgreSQL server; without it the database is PGlite in `dataDir`/pglite. */
		databaseUrl: env.DATABASE_URL,
		/** Absolute. */
		dataDir: env.DATA_DIR,
		/** What reminders by the browser are signed with; null where none are sent. */
		push: pushKeysOf(env.VAPID_PUBLIC_KEY, env.VAPID_PRIVATE_KEY, env.VAPID_SUBJECT)
	}))
);
export type Env = v.InferOutput<typeof envSchema>;

/** What tells push services which server sends (RFC 8292). */
export interface PushKeys {
	publicKey: string;
	privateKey: string;
	/** Whom to tell when something is wrong: mailto: or https:. */
	subject: string;
}

/**
 * The configuration, from the environment: nothing else in the application reads it. An empty variable counts as
 * unset.
 * @throws StartFailure `bad_environment`, with one line for each variable that is wrong
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
	const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
	const result = v.safeParse(envSchema, set);
	if (result.success) return result.output;
	const faults = result.issues.map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(' '));
	throw new StartFailure('bad_environment', faults.join('\n'));
}

function isOrigin(text: string): boolean {
	return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

function isDatabaseUrl(text: string): boolean {
	return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function pushKeysOf(publicKey = '', privateKey = '', subject = ''): PushKeys | null {
	return publicKey === '' ? null : { publicKey, privateKey, subject };
}
