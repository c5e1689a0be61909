import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../workspace/knowledge-of.ts';
import { workspace } from '../workspace/fixtures.ts';
import type { AnswerKey } from '../items/types.ts';
import { gradeTyped } from './typed.ts';

const registry = knowledgeOf(workspace());
const key: AnswerKey = {
	type: 'side',
	text: 'South Korea alone',
	value: 'south-korea',
	accept: ['South Korea'],
	near: {}
};
const verdict = (text: string) => gradeTyped(key, text, { question: 'Which side promised it?', registry }).verdict;

describe('a party that is not one of the shipped bank', () => {
	it.each(['South Korea', 'the South Korean government', 'Republic of Korea', 'South Koera'])(
		'is meant by %s',
		(text) => {
			expect(verdict(text)).toBe('correct');
		}
	);

	it.each(['Japan', 'North Korea', 'both sides', 'China', 'Haruto Ishida', 'nobody'])('is not meant by %s', (text) => {
		expect(verdict(text)).toBe('wrong');
	});

	it('is nearly meant by somebody who speaks for it', () => {
		expect(verdict('Kang Min-ho')).toBe('near');
	});
});
