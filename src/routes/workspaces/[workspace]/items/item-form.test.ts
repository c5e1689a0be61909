import { expect, test } from 'vitest';
import { editFromForm, itemFilterOf, publicationFromForm, seqOf } from './item-form.ts';

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

test('what is published is what was shown', () => {
	const one = form([
		['id', 'a.b'],
		['version', 'v1'],
		['seq', '3']
	]);
	expect(publicationFromForm(one)).toEqual({ items: [{ id: 'a.b', version: 'v1', seq: 3 }] });
	const all = form([
		['all', 'all'],
		['ready', 'stamp']
	]);
	expect(publicationFromForm(all)).toEqual({ ready: 'stamp' });
});

test('a count that is none is no count that an item can have', () => {
	for (const text of ['', '-1', '1e9', 'x', '99999999999', ' 1']) expect(seqOf(form([['seq', text]]))).toBe(-1);
	expect(seqOf(form([]))).toBe(-1);
});
