import { describe, expect, it } from 'vitest';
import { sameHolder, samePerson, sideOf } from './sides.ts';
import { sameOffice, sameParticipant, sameUnit, sameWords } from './values.ts';

describe('offices', () => {
	it.each([
		['US Secretary of State', 'Secretary of State of the United States'],
		['U.S. secretary of state', 'American Secretary of State'],
		['Foreign Minister of China', 'Chinese Foreign Minister'],
		['Minister of Foreign Affairs of Japan', "Japan's foreign minister"],
		['US Secretary of Defense', 'secretary of defence'],
		['then House Speaker', 'former House Speaker']
	])('%s is %s', (a, b) => expect(sameOffice(a, b)).toBe(true));

	it.each([
		['US Secretary of State', 'British Secretary of State'],
		['President of the United States', 'Vice President of the United States'],
		['Prime Minister of Japan', 'former Prime Minister of Japan'],
		['Foreign Minister of China', 'Vice Foreign Minister of China']
	])('%s is not %s', (a, b) => expect(sameOffice(a, b)).toBe(false));

	it('are compared with their holders', () => {
		expect(sameParticipant('Blinken, US Secretary of State', 'Antony Blinken, Secretary of State')).toBe(true);
		expect(sameParticipant('Wang Yi, Foreign Minister', 'Wang Wenbin, Foreign Minister')).toBe(false);
	});
});

describe('people and sides', () => {
	it('a person is known by the surname or in any order', () => {
		expect(samePerson('Jinping Xi', 'Xi Jinping')).toBe(true);
		expect(samePerson('Macron', 'President Emmanuel Macron')).toBe(true);
		expect(samePerson('Mr', 'Xi Jinping')).toBe(false);
		expect(samePerson('E. Macron', 'Emmanuel Macron')).toBe(true);
		expect(samePerson('B. Macron', 'Emmanuel Macron')).toBe(false);
		expect(samePerson('E.', 'Emmanuel Macron')).toBe(false);
	});

	it('a side is known by its country, capital, adjective, people or bodies', () => {
		const known = new Map([['xi jinping', 'china']]);
		expect(sideOf('Xi Jinping', known)).toBe('china');
		expect(sideOf('the Chinese foreign ministry', known)).toBe('china');
		expect(sideOf('Washington', known)).toBe('united states');
		expect(sideOf('Both sides', known)).toBe('both');
		expect(sideOf('the two leaders', known)).toBe('both');
		expect(sameHolder('Beijing', 'Xi Jinping', known)).toBe(true);
		expect(sameHolder('Tokyo', 'China', known)).toBe(false);
		expect(sameHolder(null, 'China', known)).toBe(false);
	});
});

describe('words, numbers, units', () => {
	it('a quotation may lack one word in five, or be a long run of the gold', () => {
		expect(sameWords('we are ready to talk', 'We are ready to talk.')).toBe(true);
		expect(sameWords('we are ready to walk', 'we are ready to talk')).toBe(true);
		expect(sameWords('we are', 'we are ready to talk')).toBe(false);
		const long = 'one two three four five six seven eight nine ten eleven twelve thirteen';
		expect(sameWords('two three four five six seven eight nine', long)).toBe(true);
		expect(sameWords('two three four five six seven', long)).toBe(false);
	});

	it('measures differ, counted nouns do not', () => {
		expect(sameUnit('USD', '$')).toBe(true);
		expect(sameUnit('hours', 'hour')).toBe(true);
		expect(sameUnit('hour', 'minute')).toBe(false);
		expect(sameUnit('%', 'people')).toBe(false);
		expect(sameUnit('people', 'student')).toBe(true);
		expect(sameUnit(null, '%')).toBe(true);
	});
});
