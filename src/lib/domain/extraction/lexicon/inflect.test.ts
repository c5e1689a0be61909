import { expect, it } from 'vitest';
import { inflect } from './inflect.ts';

it.each([
	['approve', 'approved'],
	['ratify', 'ratified'],
	['ram', 'rammed'],
	['expel', 'expelled'],
	['deploy', 'deployed'],
	['visit', 'visited'],
	['kick_off', 'kicked off']
])('the past of %s is %s', (base, past) => {
	expect(inflect(base).past).toBe(past);
});

it('an irregular verb gives its own forms', () => {
	expect(inflect('break_down broke_down broken_down')).toEqual({
		base: 'break down',
		past: 'broke down',
		participle: 'broken down'
	});
});
