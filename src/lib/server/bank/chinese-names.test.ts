import { expect, test } from 'vitest';
import { keyOf } from '#lib/domain/grading/fixtures.ts';
import { gradeTyped } from '#lib/domain/grading/typed.ts';
import type { KeyType } from '#lib/domain/facts/vocabulary.ts';
import { loadSeeds } from './seeds.ts';

const { people, organisations, places } = loadSeeds('seeds');
const registry = { people, organisations, places };
const entities = [
	...people.map((entity) => ({ ...entity, type: 'person' as const })),
	...organisations.map((entity) => ({ ...entity, type: 'organisation' as const })),
	...places.map((entity) => ({ ...entity, type: 'place' as const }))
];
const grade = (type: KeyType, name: string, id: string, text: string) =>
	gradeTyped(keyOf(type, name, { value: id }), text, { question: 'Who or what is it?', registry }).verdict;

test('everybody and everything that the shipped bank names has a Chinese name, and one of its own', () => {
	expect(entities.filter(({ chinese }) => !/\p{Script=Han}/u.test(chinese ?? '')).map(({ id }) => id)).toEqual([]);
	expect(new Set(entities.map(({ chinese }) => chinese)).size).toBe(entities.length);
});

test('a Chinese name is the right answer where its bearer is asked', () => {
	const refused = entities.filter(({ type, name, id, chinese }) => grade(type, name, id, chinese ?? '') !== 'correct');
	expect(refused.map(({ id }) => id)).toEqual([]);
});

test('somebody else’s Chinese name is a wrong one', () => {
	expect(grade('person', 'Xi Jinping', 'xi-jinping', '拜登')).toBe('wrong');
	expect(grade('place', 'Filoli', 'filoli', '旧金山')).toBe('wrong');
	expect(grade('organisation', 'APEC', 'apec', '二十国集团')).toBe('wrong');
});
