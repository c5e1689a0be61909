import { expect, test } from 'vitest';
import { deckOptionsFromForm, keptSettings, settingsFromForm } from './settings-form.ts';

const filled = (fields: Record<string, string>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
};
const read = (fields: Record<string, string>) => settingsFromForm(filled(fields));

test('percent becomes a share, steps become minutes', () => {
	expect(read({ desiredRetention: '92', learningSteps: '1, 10 30 1d', relearningSteps: '', fuzz: 'on' })).toEqual({
		desiredRetention: 0.92,
		learningSteps: [1, 10, 30, 1440],
		relearningSteps: [],
		fuzz: true
	});
	expect(read({ desiredRetention: '87.5' })).toEqual({ desiredRetention: 0.875 });
});

test('what a form does not hold stays as it is', () => {
	expect(read({ newPerDay: '20' })).toEqual({ newPerDay: 20 });
	expect(read({ model: 'mine', catchUp: 'x' })).toEqual({});
});

test('what is no number and neither yes nor no stays none, for the schema to refuse', () => {
	expect(read({ newPerDay: '', dayStart: 'four', fuzz: 'maybe' })).toEqual({
		newPerDay: NaN,
		dayStart: NaN,
		fuzz: 'maybe'
	});
});

test('the days of a week are read from Monday on', () => {
	const loads = ['normal', 'normal', 'reduced', 'normal', 'normal', 'minimum', 'minimum'];
	const fields = Object.fromEntries(loads.map((load, index) => [`easyDay${index}`, load]));
	expect(read(fields)).toEqual({ easyDays: loads });
	expect(keptSettings(filled(fields))).toEqual(fields);
});

test('of a deck what is empty is left out, and 0 steps are none', () => {
	const form = filled({ newPerDay: '', desiredRetention: ' ', fuzz: '', mix: 'new-first', learningSteps: '0' });
	expect(deckOptionsFromForm(form)).toEqual({ mix: 'new-first', learningSteps: [] });
});
