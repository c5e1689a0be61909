import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../workspace/knowledge-of.ts';
import { workspace } from '../workspace/fixtures.ts';
import { applyEdit, memorySurvives } from './edit-item.ts';
import { generateItems } from './generate.ts';
import type { Choice, Item } from './types.ts';

const knowledge = knowledgeOf(workspace());
const items = generateItems(knowledge);
const itemOf = (id: string): Item => items.find((item) => item.id === id)!;
const choiceOf = (item: Item): Choice => item.forms.find((form) => form.form === 'choice')!;
const texts = (item: Item): string[] => choiceOf(item).options.map((option) => option.text);

describe('an edited item', () => {
	const item = itemOf('calm.speaker');

	it('asks the new question in every form, under the same id and a new version', () => {
		const question = 'Whose are the words “A calm sea needs more than calm words” in the Sendai Courier of 2031?';
		const after = applyEdit(item, { question });
		expect(after.id).toBe(item.id);
		expect(after.version).not.toBe(item.version);
		for (const form of after.forms) if ('question' in form) expect(form.question).toBe(question);
	});

	it('without a change keeps its version', () => {
		expect(applyEdit(item, {}).version).toBe(item.version);
		expect(applyEdit(item, {})).toEqual(item);
	});

	it('offers the new wrong options, each with its mix-up, and its key once', () => {
		const after = applyEdit(item, { distractors: ['Emi Watanabe', 'Ryo Tanaka', 'kang min-ho'] });
		expect(new Set(texts(after))).toEqual(new Set(['Kang Min-ho', 'Emi Watanabe', 'Ryo Tanaka']));
		const choice = choiceOf(after);
		expect(choice.options.find((option) => option.id === choice.key)?.text).toBe('Kang Min-ho');
		expect(choice.options.filter((option) => option.id !== choice.key).map((option) => option.confusion)).toEqual([
			'other-person',
			'other-person'
		]);
	});

	it('says nothing false that is offered no more', () => {
		const after = applyEdit(item, { distractors: ['Ryo Tanaka', 'Aki Mori'] });
		const statements = after.forms.flatMap((form) => (form.form === 'true-false' && !form.key ? [form] : []));
		expect(statements).toHaveLength(1);
		expect(statements[0]).toMatchObject({ shown: 'Ryo Tanaka', statement: expect.stringContaining('Ryo Tanaka') });
	});

	it('keeps dates in their order', () => {
		const after = applyEdit(itemOf('met.date'), { distractors: ['1 July 2031', '2 January 2031'] });
		expect(texts(after)).toEqual(['2 January 2031', '4 June 2031', '1 July 2031']);
	});

	it('without wrong options is only asked openly', () => {
		expect(applyEdit(item, { distractors: [] }).forms.map((form) => form.form)).not.toContain('choice');
	});

	it('of fixed forms keeps them', () => {
		const set = itemOf('set.sendai-timeline');
		expect(applyEdit(set, { distractors: ['X'] }).forms).toEqual(set.forms);
	});
});

describe('the memory of an item', () => {
	const item = itemOf('calm.speaker');
	const withKey = (text: string, of = item): Item => {
		const copy = structuredClone(of);
		copy.key = text;
		for (const form of copy.forms)
			if (form.form === 'typed' || form.form === 'cloze') form.answer = { ...form.answer, text, value: undefined };
		return copy;
	};

	it('survives another question, feedback and other wrong options', () => {
		const edit = {
			question: 'Whose words are these?',
			feedback: 'It says so.',
			distractors: ['Ryo Tanaka', 'Aki Mori']
		};
		expect(memorySurvives(item, applyEdit(item, edit), knowledge)).toBe(true);
	});

	it('survives a key that is spelt better', () => {
		const rice = itemOf('rice.holder');
		expect(memorySurvives(withKey('Haruto Ishidda', rice), rice, knowledge)).toBe(true);
	});

	it('does not survive another key', () => {
		expect(memorySurvives(item, withKey('Emi Watanabe'), knowledge)).toBe(false);
		const date = itemOf('met.date');
		const later = structuredClone(date);
		for (const form of later.forms)
			if (form.form === 'date') form.answer = { ...form.answer, text: '5 June 2031', value: '2031-06-05' };
		for (const form of later.forms)
			if (form.form === 'cloze') form.answer = { ...form.answer, text: '5 June 2031', value: '2031-06-05' };
		expect(memorySurvives(date, later, knowledge)).toBe(false);
	});

	it('of a set survives only the same keys', () => {
		const set = itemOf('set.sendai-timeline');
		expect(memorySurvives(set, applyEdit(set, { question: 'In which order did these happen?' }), knowledge)).toBe(true);
		const other = structuredClone(set);
		for (const form of other.forms) if (form.form === 'order') form.key.reverse();
		expect(memorySurvives(set, other, knowledge)).toBe(false);
	});
});
