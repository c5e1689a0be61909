import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');
const TALKS = 'Japan and Kenya held talks on trade on Monday.\n';
/** What the second line tells of: kind, whose and what, one line each. */
const told = (text: string) =>
	propositionsIn(TALKS + text, lexicon)
		.filter(({ start, act }) => start >= TALKS.length && act !== 'cause' && act !== 'position')
		.map((one) => `${one.act} ${one.holder?.id ?? ''}: ${one.words}`);

describe('what talks brought', () => {
	it.each([
		[
			'The ministers came out of four hours at the port on Monday with a working group on tuna.',
			'a working group on tuna'
		],
		['There will be a hotline for the navies.', 'There will be a hotline for the navies'],
		['The outcome was a pact to share the river.', 'a pact to share the river'],
		['A joint commission is to oversee the river.', 'A joint commission is to oversee the river'],
		['Both navies will exchange data, and a joint working group is to be convened.', 'Both navies will exchange data'],
		['Four new dialogues were also created.', 'Four new dialogues were also created'],
		['Visits between the leaders, last made in 2011, will resume.', 'Visits between the leaders'],
		['Commanders of the two navies will speak by telephone.', 'Commanders of the two navies will speak by telephone']
	])('is agreed: %s', (text, words) => {
		expect(told(text)[0]).toContain(`agreement both: ${words}`);
	});

	it.each([
		'There will be rain in Kenya.',
		'The ministers made a visit to the port that ended with a promise of rain.',
		'A joint venture will build ships.',
		'The ministers came out of the hall on Monday with a list of complaints.',
		'The ministers left the hall with no working group on tuna.'
	])('is not agreed: %s', (text) => {
		expect(told(text).filter((line) => line.startsWith('agreement'))).toEqual([]);
	});

	it('is left for later by both, whatever stands between', () => {
		const text = 'The two sides left the tuna ban, last of its kind, for another day.';
		expect(told(text)).toEqual(['non-agreement both: the tuna ban, last of its kind']);
		expect(told('Kenya left the tuna ban for another day.').join()).not.toContain('non-agreement both');
	});

	it('is the commitment of the side that a deal binds', () => {
		expect(told('The deal commits Kenya to lift the ban.')).toEqual(['commitment kenya: lift the ban']);
		expect(told('Kenya has bound itself to lift the ban.')).toEqual(['commitment kenya: lift the ban']);
	});

	it.each(['The tuna dispute remains without a solution.', 'The tuna dispute was left open.'])(
		'is not taken for a denial by the noun “dispute”: %s',
		(text) => expect(told(text)[0]).toMatch(/^non-agreement both/)
	);
});
