import { describe, expect, it } from 'vitest';
import { countedQuestion } from './counted.ts';
import { isUntold } from './definite.ts';
import { tidied } from './tidy.ts';

describe('something definite', () => {
	it('that was not told of points back', () => {
		expect(isUntold('New Delhi reserved the right to retaliate if the levy hurt its steel industry.')).toBe(true);
		expect(isUntold('Oslo called on Riga to end its flights around the island.')).toBe(true);
		expect(isUntold('Experts expect the pact to add 4 billion pounds a year.')).toBe(true);
	});

	it('that is told of, is the only one, or is said which does not', () => {
		expect(isUntold('The pact adds 4 billion pounds to the economy by 2040.')).toBe(false);
		expect(isUntold('Ruritania opposes any change to the status quo by either side.')).toBe(false);
		expect(isUntold('There is no military solution to the war in Ruritania.')).toBe(false);
		expect(isUntold('Oslo promised a bridge and said that the bridge would open in 2031.')).toBe(false);
	});

	it('is looked for in linear time', () => {
		const start = performance.now();
		expect(isUntold('the '.repeat(50_000))).toBe(false);
		expect(performance.now() - start).toBeLessThan(500);
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
