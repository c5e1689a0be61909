import { hash, verify } from '@node-rs/argon2';
import { refused, type AuthFailure } from './failures.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** Argon2id as OWASP advises it; the library's default variant is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 8;
const LONGEST = 200;
/** Normalising can shorten a text, but what is longer than this is no password, and no work is spent on it. */
const MOST_UNITS = 4 * LONGEST;
/** The hash of a random text that nobody has: an unknown e-mail address costs as much time as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$Gkf6VZ255546TkQjwCF76Q$x3Km/jVmKrj1r9RcdBV1rTSmAlp5sBUfeNC7tX6vuPQ';

/** The form in which a password is hashed: typed on another keyboard it may be made of other characters. */
const normal = (password: string): string => password.normalize('NFKC');

/**
 * Checks a new password: long enough, and none of the first that anybody would try.
 * @param email of the account, which is no password for it
 * @returns what is wrong with it, or null
 */
export function checkPassword(password: string, email: string): AuthFailure | null {
	if (password.length > MOST_UNITS) return refused('password_too_long');
	const text = normal(password);
	const length = Array.from(text).length;
	if (length < SHORTEST) return refused('password_too_short');
	if (length > LONGEST) return refused('password_too_long');
	return isCommon(text, email) ? refused('password_too_common') : null;
}

function isCommon(text: string, email: string): boolean {
	const lower = text.toLowerCase();
	const address = email.normalize('NFKC').toLowerCase();
	const own = [address, address.split('@')[0] ?? '', 'readout'];
	const bare = lower.replace(/[^\p{L}]+$/u, '');
	return own.includes(lower) || own.includes(bare) || COMMON_PASSWORDS.has(lower) || isRun(lower);
}

/** "aaaaaaaa", "12345678", "hgfedcba": each character the same way from the one before. */
function isRun(text: string): boolean {
	const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
	const step = (codes[1] ?? 0) - (codes[0] ?? 0);
	return Math.abs(step) <= 1 && codes.slice(1).every((code, index) => code - (codes[index] ?? 0) === step);
}

/** Hashes a password that was checked. */
export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

/**
 * Whether a password belongs to a hash. It takes as long where there is no hash.
 * @param stored null where no account was found: then the answer is false
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
	const text = password.length > MOST_UNITS ? '' : normal(password);
	const right = await verify(stored ?? NOBODY, text);
	return right && stored !== null && text !== '';
}
