import { DrizzleQueryError } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { describe } from './log.ts';

it('a failed statement is told without its parameters', () => {
	const cause = new Error('duplicate key value violates unique constraint "accounts_email"');
	const error = new DrizzleQueryError(
		'insert into accounts values ($1, $2)',
		['ada@example.org', 'canary-hash'],
		cause
	);
	const told = JSON.stringify(describe(error));
	expect(told).toContain('accounts_email');
	expect(told).not.toMatch(/ada@example\.org|canary-hash/);
});

it('any other fault is told with its message and place', () => {
	expect(describe(new TypeError('x is no function'))).toMatchObject({ name: 'TypeError', message: 'x is no function' });
});
