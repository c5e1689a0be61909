import { expect, test } from 'vitest';
import type { Registry } from '../grading/types.ts';
import { withGlosses } from './glosses.ts';
import type { Prompt, Question } from './present.ts';

const person = (id: string, name: string, chinese?: string) => {
	const [family = '', given] = name.split(' ');
	return { id, name, family, given, chinese, order: 'family-first' as const, aliases: [], offices: [], attended: [] };
};
const body = (id: string, name: string, chinese: string, aliases: string[] = []) => ({
	...{ id, name, chinese, aliases },
	metonyms: []
});
const place = (id: string, name: string, chinese: string, type: 'sea' | 'region' | 'country') => ({
	...{ id, name, chinese, type },
	aliases: []
});
const REGISTRY: Registry = {
	people: [person('xi-jinping', 'Xi Jinping', '习近平'), person('wang-yi', 'Wang Yi', '王毅'), person('jo', 'Jo Doe')],
	organisations: [
		body('ministry', 'the Chinese foreign ministry', '中国外交部', ['Ministry of Foreign Affairs']),
		body('cop28', 'COP28', '联合国气候变化迪拜大会')
	],
	places: [
		place('taiwan', 'Taiwan', '台湾', 'region'),
		place('strait', 'the Taiwan Strait', '台湾海峡', 'sea'),
		place('china', 'China', '中国', 'country')
	]
};
const asked = (question: Question): Prompt => ({
	...{ itemId: 'i', itemVersion: 'v', formIndex: 0, seq: 0, topic: 'summit' },
	question
});
const glossesOf = (question: Question) =>
	(withGlosses(asked(question), REGISTRY).glosses ?? []).map(({ name, chinese }) => `${name} ${chinese}`);
const typed = (question: string) => glossesOf({ form: 'typed', question });
const choice = (...texts: string[]) =>
	glossesOf({ form: 'choice', question: 'Who spoke?', options: texts.map((text, id) => ({ id: `${id}`, text })) });

test('the names of a question stand in its order, each once and as a whole', () => {
	expect(typed('What did Xi Jinping say of the Taiwan Strait to Wang Yi, and Xi Jinping of Taiwan?')).toEqual([
		'Xi Jinping 习近平',
		'Taiwan Strait 台湾海峡',
		'Wang Yi 王毅',
		'Taiwan 台湾'
	]);
	expect(typed('What did the Chinese foreign ministry say?')).toEqual(['Chinese foreign ministry 中国外交部']);
	expect(typed('What did Xi Jinpingson say of Taiwanese trade?')).toEqual([]);
});

test('what would tell more than the question is not told', () => {
	expect(typed('Which Ministry of Foreign Affairs said so?')).toEqual([]);
	expect(typed('What is COP28?')).toEqual([]);
	expect(typed('What did China say?')).toEqual([]);
	expect(typed('What did Jo Doe say?')).toEqual([]);
});

test('of options the names of all or of none are told', () => {
	expect(choice('Xi Jinping', 'Wang Yi')).toEqual(['Xi Jinping 习近平', 'Wang Yi 王毅']);
	expect(choice('Xi Jinping', 'Jo Doe')).toEqual([]);
});

test('what is written on the back of a card is not told', () => {
	expect(glossesOf({ form: 'flashcard', question: 'Who spoke?', back: 'Xi Jinping' })).toEqual([]);
});
