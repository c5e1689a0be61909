import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { countedQuestion } from './counted.ts';
import { isUntold } from './definite.ts';
import { isOfMany, manyNamed } from './many.ts';
import { isSameName } from './same-person.ts';
import { tidied } from './tidy.ts';

describe('something definite', () => {
	it('that was not told of points back', () => {
		expect(isUntold('New Delhi reserved the right to retaliate if the levy hurt its steel industry.')).toBe(true);
		expect(isUntold('Oslo called on Riga to end its flights around the island.')).toBe(true);
		expect(isUntold('Oslo had sought a similar step for the nets used to make them.')).toBe(true);
		expect(isUntold('Experts expect the pact to add 4 billion pounds a year.')).toBe(true);
	});

	it('that is told of, is the only one, or is said which does not', () => {
		expect(isUntold('The pact adds 4 billion pounds to the economy by 2040.')).toBe(false);
		expect(isUntold('Ruritania opposes any change to the status quo by either side.')).toBe(false);
		expect(isUntold('There is no military solution to the war in Ruritania.')).toBe(false);
		expect(isUntold('Oslo promised a bridge and said that the bridge would open in 2031.')).toBe(false);
	});

	it.each([
		'The Dutch measure took effect in May.',
		'The system began to operate in December 2023.',
		'Peru proposed similar controls in April 2031.',
		'Chile takes over the chair of the ten-member group in 2031.',
		'Peru, which applied to join in 2011, is waiting.',
		'China accounted for 49 percent of the company’s sales.',
		'Anna Berg and the Foreign Minister met in Oslo.',
		'Japan protested when a lawmaker landed there.'
	])('of which nothing more is told points back: %s', (text) => {
		expect(isUntold(text)).toBe(true);
	});

	it.each([
		'The ferry stopped after a collision off Ulsan.',
		'Peru proposed controls similar to those of Chile.',
		'China said the country’s exports to Peru rose.',
		'Anna Berg met the Foreign Minister of Peru.',
		'Anna Berg visited Lima in May and met leaders there.'
	])('that a name tells of does not: %s', (text) => {
		expect(isUntold(text)).toBe(false);
	});

	it('is looked for in linear time', () => {
		const start = cpuTime();
		expect(isUntold('the '.repeat(50_000))).toBe(false);
		expect(cpuTime() - start).toBeLessThan(500);
	});
});

describe('what is left of a page', () => {
	it('is taken off a statement', () => {
		expect(tidied('OSLO, July 24, 2031 (Fjord Press) — Norway signed.')).toBe('Norway signed.');
		expect(tidied('Both sides No decision was taken on ferries.')).toBe('No decision was taken on ferries.');
		expect(tidied('Norway said: "handle the matter.')).toBe('Norway said: “handle the matter”.');
		expect(tidied('Both sides agreed on ferries.')).toBe('Both sides agreed on ferries.');
	});
});

describe('a direct question of a count', () => {
	it('is made of who does so many of what', () => {
		const gap = { before: 'Norway would buy at least ', after: ' tonnes of salt by the end of 2031.' };
		expect(countedQuestion(gap, '12 million')).toBe(
			'at least how many tonnes of salt would Norway buy by the end of 2031'
		);
		const promise = { before: 'Norway promised to train ', after: ' pilots a year.' };
		expect(countedQuestion(promise, '300')).toBe('how many pilots did Norway promise to train a year');
	});

	it('is none of shares, sums and other sentences', () => {
		expect(countedQuestion({ before: 'Norway will remove ', after: ' of duties.' }, '99%')).toBeUndefined();
		expect(countedQuestion({ before: 'Sales of ', after: ' tonnes were agreed.' }, '12')).toBeUndefined();
	});
});

describe('those who act together', () => {
	it.each([
		['The three governments pledged to share data.', true],
		['Peru, Chile and the Netherlands reached an agreement.', true],
		['Peru and Chile reached an agreement on salt, copper and fish.', false]
	])('%s', (sentence, many) => {
		expect(isOfMany(sentence)).toBe(many);
	});

	it('are named as the sentence counts them', () => {
		expect(manyNamed('On Monday the three foreign ministers met.')).toBe('The three foreign ministers');
		expect(manyNamed('The two leaders met.')).toBeUndefined();
	});
});

it('a name cut short or spelt with a letter doubled is the same name', () => {
	expect(isSameName('El-Sissi', 'Abdel Fattah el-Sisi')).toBe(true);
	expect(isSameName('Von der Leyen', 'Ursula von der Leyen')).toBe(true);
	expect(isSameName('Li Qiang', 'Li Hui')).toBe(false);
});

describe('what was told of before', () => {
	it.each([
		'China’s commerce ministry objected to those rules at length.',
		'No such trade was ever discussed, Sullivan told reporters on Monday.',
		'Trade between the two powers is worth 600 billion dollars a year.',
		'The encounter was their first in person since 2021.',
		'The next summit is due to be held in Brussels.'
	])('cannot be asked about alone: %s', (text) => expect(isUntold(text)).toBe(true));

	it('does not stand in the way of what says which one', () => {
		expect(isUntold('The summit of the European Union and Japan was held in Brussels.')).toBe(false);
		expect(isUntold('Kenya thanked those who had sent aid.')).toBe(false);
	});
});
