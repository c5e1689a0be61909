import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');
const read = (text: string) =>
	propositionsIn(text, lexicon).map((one) => [one.act, one.holder?.id ?? null, one.words, one.polarity]);

describe('what a title says of all below it', () => {
	it('takes nominal points and whole sentences for agreed, clause by clause', () => {
		const text =
			'What was agreed\n• a shared rail gauge;\n• Visa fees will be waived and a bridge is to be built at Lamu.\n• No date was fixed.';
		expect(read(text)).toEqual([
			['agreement', 'both', 'a shared rail gauge', 'affirmed'],
			['agreement', 'both', 'Visa fees will be waived', 'affirmed'],
			['agreement', 'both', 'a bridge is to be built at Lamu', 'affirmed'],
			['non-agreement', 'both', expect.stringContaining('No date was fixed'), 'negated']
		]);
	});

	it('keeps denials denied, and leaves alone what will be done all the same', () => {
		const text = 'Left open\n• quotas for cod\n• A review went unanswered.\n• The fleet will be inspected in May.';
		expect(read(text)).toEqual([
			['non-agreement', 'both', 'quotas for cod', 'negated'],
			['non-agreement', 'both', 'A review went unanswered', 'negated']
		]);
	});

	it('gives a bullet to the party that its label names', () => {
		const text =
			'Promised by one side only\n• Kenya. Fees on cod will cease. Posts are to be reopened.\n• Japan: tolls drop by half with effect from 1 May.';
		expect(read(text)).toEqual([
			['commitment', 'kenya', 'Fees on cod will cease', 'affirmed'],
			['commitment', 'kenya', 'Posts are to be reopened', 'affirmed'],
			['commitment', 'japan', 'tolls drop by half with effect from 1 May', 'affirmed']
		]);
	});

	it.each(['Background', 'Why now?', 'Taiwan', 'Results of the election'])('%s is no such title', (title) => {
		expect(read(`${title}\n• a shared rail gauge`)).toEqual([]);
	});
});

describe('what a sentence announces', () => {
	it.each(['The fact sheet records consensus on two items:', 'Also accepted by Japan and Kenya were:'])(
		'%s',
		(lead) => {
			expect(read(`${lead}\n• a shared rail gauge;\n• joint patrols.`)).toEqual([
				['agreement', 'both', 'a shared rail gauge', 'affirmed'],
				['agreement', 'both', 'joint patrols', 'affirmed']
			]);
		}
	);

	it('holds to the end of its paragraph and no further', () => {
		const text =
			'A joint statement lists what both governments will do. Visa fees will be waived.\nThe hall will be painted.';
		expect(read(text)).toEqual([['agreement', 'both', 'Visa fees will be waived', 'affirmed']]);
	});

	it('announces nothing where it is only wished', () => {
		expect(read('Kenya wants agreement on two items:\n• a shared rail gauge')).not.toContainEqual(
			expect.arrayContaining(['agreement'])
		);
	});
});

describe('phrases that settle or deny', () => {
	it.each([
		['A date for the summit could not be set.', 'non-agreement', 'both'],
		['A clause on cod did not make it into the text.', 'non-agreement', 'both'],
		['The two sides discussed cod without reaching a shared assessment.', 'non-agreement', 'both'],
		['A plan for cod failed to win the support of either.', 'non-agreement', 'both'],
		['The two sides endorsed the terms of a treaty on cod.', 'agreement', 'both'],
		['Kenya has informed Japan that it intends to lift the ban on cod.', 'commitment', 'kenya'],
		['Kenya will not object to a new dam.', 'commitment', 'kenya']
	])('%s', (text, act, holder) => {
		expect(read(text).map(([what, whose]) => [what, whose])).toEqual([[act, holder]]);
	});

	it('is linear on hostile text', () => {
		const started = cpuTime();
		read(`${'Agreed and, '.repeat(20_000)}.`);
		expect(cpuTime() - started).toBeLessThan(5_000);
	});
});
