import type { Db } from '#lib/server/db/db.ts';
import { register } from '#lib/server/auth/register.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { measure, round, type Timing } from './measure.ts';

/** Refused sign-ins: an unknown address must take as long as a wrong password, or it tells who has an account. */
export interface SignInTimings {
	known: Timing;
	unknown: Timing;
	/** Medians, known to unknown; 1 is what is wanted. */
	ratio: number;
}

const RUNS = 150;

/** Measures both kinds of refusal, each from a network address of its own, so that none is throttled. */
export async function measureSignIn(db: Db): Promise<SignInTimings> {
	const email = 'known@example.org';
	const now = new Date();
	const made = await register(db, { name: 'Known', email, password: 'a quiet morning' }, { address: '192.0.2.1' }, now);
	if (!made.ok) throw new Error(made.code);
	const refusals = (kind: number, addressOf: (index: number) => string) =>
		measure(RUNS, async (index) => {
			const from = { address: `198.${kind}.${index >> 8}.${index & 255}` };
			const result = await signIn(db, { email: addressOf(index), password: 'not the password' }, from, now);
			if (result.ok || result.code !== 'wrong_credentials') throw new Error('the sign-in was not refused as expected');
		});
	const known = await refusals(51, () => email);
	const unknown = await refusals(52, (index) => `nobody-${index}@example.org`);
	return { known, unknown, ratio: round(known.p50 / unknown.p50) };
}
