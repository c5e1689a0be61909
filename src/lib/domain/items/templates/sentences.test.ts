import { describe, expect, it } from 'vitest';
import { breaksOff, hasBrokenClause, hasFiniteVerb, isSpliced, pointsBack } from './grammar.ts';
import { alone, gapAt, predicateOf, shortened } from './sentences.ts';

describe('a statement that is read alone', () => {
	it.each([
		['However, India will buy 26 jets from France.', 'India will buy 26 jets from France.'],
		['As a consequence, Kenya closed the port in May 2024.', 'Kenya closed the port in May 2024.'],
		['France did, however, lower its wine duty.', 'France did lower its wine duty.']
	])('loses what joins it to the one before: %s', (statement, bare) => {
		expect(alone(statement)).toBe(bare);
	});

	it.each([
		['This was the first visit since 2018.'],
		['They agreed to meet again in June.'],
		['The decision was taken on 4 June 2031.'],
		['Brazil rejected that proposal on 3 May 2024.'],
		['We will meet Kenya in Nairobi on 4 June 2031.'],
		['Remove the barriers by 15 July 2025.'],
		['Modi said “we are friends on 3 May 2024.'],
		['Will Ghana sign the pact by 2027?'],
		['On 16 March 2023 they agreed to resume the talks on coal.'],
		['Peru waits for an answer, and nobody has seen it.']
	])('is none where it leans on its text: %s', (statement) => {
		expect(alone(statement)).toBeUndefined();
	});
});

describe('a gap', () => {
	it('stands where the text stands once as whole words', () => {
		expect(gapAt('Peru sold 40 tons.', '40')).toEqual({ before: 'Peru sold ', after: ' tons.' });
		expect(gapAt('Peru sold 40 tons for 40 dollars.', '40')).toBeUndefined();
		expect(gapAt('Peru sold 1405 tons.', '40')).toBeUndefined();
	});

	it('is shortened at the end of a clause, and never to a fragment', () => {
		const long = {
			before: 'Ghana will train ',
			after:
				' nurses, according to a ministry that has often been wrong about nurses, trains and much else in these years.'
		};
		expect(shortened(long, 12)).toEqual({ before: 'Ghana will train ', after: ' nurses.' });
		const endless = { before: `${'very '.repeat(30)}long `, after: ' end' };
		expect(shortened(endless)).toBeUndefined();
		const opened = {
			before: 'Building on the first dialogue on cod, held in ',
			after: ' on 14 May 2031, the two sides plan to hold a second round on everything that swims before the year ends.'
		};
		expect(shortened(opened, 16)).toBeUndefined();
		expect(shortened({ before: 'Talks end after ', after: ' and the' })).toBeUndefined();
	});
});

describe('what a statement says of its subject', () => {
	it.each([
		['Beijing opposes any official pact with Taipei.', 'opposes any official pact with Taipei'],
		['Indian Prime Minister Narendra Modi urged France to lower its duties.', 'urged France to lower its duties'],
		['The Kenyan government reportedly wants two new ports.', 'reportedly wants two new ports'],
		['Egypt nevertheless repeated that the dam is unsafe.', 'repeated that the dam is unsafe']
	])('%s', (statement, predicate) => {
		expect(predicateOf(statement)?.predicate).toBe(predicate);
	});

	it.each([
		['India and France agreed to meet.'],
		['China maintains that the guidance of 13 May 2025.'],
		['Donald Trump, asked how it went, replied.'],
		['On Monday the ministers of both states met.'],
		['India reportedly wants 26.']
	])('is none where the sentence is not of one subject, or broken: %s', (statement) => {
		expect(predicateOf(statement)).toBeUndefined();
	});
});

describe('the checks of grammar', () => {
	it('tell what breaks off, leans or is run together', () => {
		expect(breaksOff('to build a port and')).toBe(true);
		expect(hasFiniteVerb('President of Peru')).toBe(false);
		expect(hasBrokenClause('says that the port of Lima')).toBe(true);
		expect(hasBrokenClause('says that the port is open')).toBe(false);
		expect(pointsBack('rejected that view')).toBe(true);
		expect(pointsBack('rejected the view of Lima')).toBe(false);
		expect(isSpliced('warned the firms, breaks the truce')).toBe(true);
	});
});
