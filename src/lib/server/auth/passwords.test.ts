import { describe, expect, it } from 'vitest';
import { parseEmail } from './emails.ts';
import { checkPassword, hashPassword, verifyPassword } from './passwords.ts';

const code = (password: string) => checkPassword(password, 'Ada.Lovelace@example.org')?.code ?? 'ok';

describe('a password', () => {
	it.each([
		['seven77', 'password_too_short'],
		['', 'password_too_short'],
		['correct horse battery', 'ok'],
		['eight8!x', 'ok'],
		['пароль-надёжный', 'ok'],
		['🦊🐙🌵🎈🧭🪁🛶🔭', 'ok'],
		['🦊🐙🌵🎈🧭🪁🛶', 'password_too_short'],
		['x7'.repeat(100), 'ok'],
		['x7'.repeat(101), 'password_too_long'],
		['x'.repeat(1_000_000), 'password_too_long'],
		['password', 'password_too_common'],
		['PassWord123', 'password_too_common'],
		['ｐａｓｓｗｏｒｄ', 'password_too_common'],
		['12345678', 'password_too_common'],
		['23456789', 'password_too_common'],
		['hgfedcba', 'password_too_common'],
		['zzzzzzzzzz', 'password_too_common'],
		['ada.lovelace@example.org', 'password_too_common'],
		['ADA.LOVELACE', 'password_too_common'],
		['ada.lovelace1', 'password_too_common'],
		['readout2026!', 'password_too_common']
	])('“%s” is %s', (password, expected) => {
		expect(code(password)).toBe(expected);
	});

	it('is kept as argon2id at the cost that OWASP advises', async () => {
		expect(await hashPassword('correct horse battery')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	it('is known by its hash, and another one is not', async () => {
		const hash = await hashPassword('correct horse battery');
		expect(await verifyPassword(hash, 'correct horse battery')).toBe(true);
		expect(await verifyPassword(hash, 'correct horse batterz')).toBe(false);
		expect(await verifyPassword(hash, '')).toBe(false);
		expect(await verifyPassword(hash, 'x'.repeat(1_000_000))).toBe(false);
	});

	it('is the same in composed and decomposed characters', async () => {
		expect(await verifyPassword(await hashPassword('Crème brûlée'), 'Crème brûlée'.normalize('NFD'))).toBe(true);
	});

	it('is counted to its last character', async () => {
		const hash = await hashPassword(`${'x'.repeat(199)}a`);
		expect(await verifyPassword(hash, `${'x'.repeat(199)}b`)).toBe(false);
	});

	it('never opens what does not exist', async () => {
		expect(await verifyPassword(null, 'correct horse battery')).toBe(false);
	});
});

describe('an e-mail address', () => {
	it.each(['a@b.c', 'Ada+quiz@sub.example.org', ' ada@example.org ', 'josé@exämple.de'])('“%s” is one', (text) => {
		expect(parseEmail(text)).toBe(text.trim());
	});

	it.each([
		'',
		'ada',
		'ada@',
		'@b.c',
		'a@b',
		'a b@c.d',
		'a@b..c',
		'a@.b.c',
		'a@b.c.',
		'a\u0000@b.c',
		'a@b@c.d',
		'a\n@b.c'
	])('“%s” is none', (text) => {
		expect(parseEmail(text)).toBeUndefined();
	});

	it('is at most 254 characters long, and a long text is refused at once', () => {
		expect(parseEmail(`${'a'.repeat(60)}@${'b.'.repeat(96)}c`)).toBeDefined();
		expect(parseEmail(`${'a'.repeat(60)}@${'b.'.repeat(97)}c`)).toBeUndefined();
		expect(parseEmail(`a@${'b.'.repeat(1_000_000)}`)).toBeUndefined();
	});
});
