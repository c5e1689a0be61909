import { expect, test } from 'vitest';
import { editFromForm, itemFilterOf } from './item-form.ts';

const form = (entries: [string, string][]) => {
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
};

test('only what differs from what was generated is an edit', () => {
	const generated: [string, string][] = [
		['question-generated', 'Who spoke?'],
		['feedback-generated', 'She spoke.'],
		['distractors-generated', '["Rome","Oslo"]']
	];
	const same: [string, string][] = [
		['question', ' Who spoke? '],
		['feedback', 'She spoke.'],
		['distractor', 'Rome'],
		['distractor', 'Oslo ']
	];
	expect(editFromForm(form([...generated, ...same]))).toEqual({});
	const other: [string, string][] = [
		['question', 'Who spoke first?'],
		['feedback', ''],
		['distractor', 'Rome'],
		['distractor', 'Bern']
	];
	expect(editFromForm(form([...generated, ...other]))).toEqual({
		question: 'Who spoke first?',
		distractors: ['Rome', 'Bern']
	});
});

test('a filter that is not known shows all', () => {
	expect([itemFilterOf(new URLSearchParams('show=retired')), itemFilterOf(new URLSearchParams('show=x'))]).toEqual([
		'retired',
		'all'
	]);
});
