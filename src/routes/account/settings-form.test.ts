import { expect, test } from 'vitest';
import { settingsFromForm } from './settings-form.ts';

const read = (fields: Record<string, string>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return settingsFromForm(form);
};

test('percent becomes a share, steps become minutes', () => {
	expect(read({ desiredRetention: '92', learningSteps: '1, 10 30', relearningSteps: '', fuzz: 'on' })).toEqual({
		desiredRetention: 0.92,
		learningSteps: [1, 10, 30],
		relearningSteps: [],
		fuzz: true
	});
});

test('an unticked box is off', () => {
	expect(read({ newPerDay: '20' })).toEqual({ newPerDay: 20, fuzz: false });
});

test('what is no number stays none, for the schema to refuse', () => {
	expect(read({ newPerDay: '', dayStart: 'four' })).toEqual({ newPerDay: NaN, dayStart: NaN, fuzz: false });
});
