import { expect, it } from 'vitest';
import * as v from 'valibot';
import { quizRulesSchema } from '#lib/domain/teaching/rules.ts';
import { toRules } from '#lib/domain/teaching/rules-fields.ts';
import { readFields } from './rules-form.ts';

const form = (fields: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return readFields(data);
};

it('dates are read on the teacher’s own clock', () => {
	const rules = toRules(form({ dueAt: '2026-07-01T18:00', closesAt: '2026-12-01T18:00' }), 'America/New_York');
	expect(rules).toMatchObject({
		opensAt: null,
		dueAt: '2026-07-01T22:00:00.000Z',
		closesAt: '2026-12-01T23:00:00.000Z'
	});
	expect(v.is(quizRulesSchema, rules)).toBe(true);
});

it('minutes become seconds and percent shares; empty fields are no limit', () => {
	const rules = toRules(form({ timeLimit: '1.5', attempts: '', late: 'on', penaltyPerDay: '10' }), 'UTC');
	expect(rules).toMatchObject({
		timeLimit: 90,
		attempts: null,
		late: { accepted: true, penaltyPerDay: 0.1, mostPenalty: 1 }
	});
});

const REFUSED: Record<string, string>[] = [
	{ dueAt: 'tomorrow' },
	{ attempts: 'two' },
	{ timeLimit: '0' },
	{ penaltyPerDay: '120' },
	{ dueAt: '2026-07-02T10:00', closesAt: '2026-07-01T10:00' }
];

it.each(REFUSED)('%o is refused by the schema', (fields) => {
	expect(v.is(quizRulesSchema, toRules(form(fields), 'UTC'))).toBe(false);
});
