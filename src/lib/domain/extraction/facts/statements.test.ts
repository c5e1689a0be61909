import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');
const OPENING = 'Japanese Prime Minister Fumio Kishida and Kenyan President William Ruto met in Nairobi.';

/** The statements of one kind of fact that a text tells after two leaders have met. */
function told(text: string, kind: string): string[] {
	return extractArticle(`A meeting\n\n${OPENING}\n\n${text}`, lexicon, { published: '2024-05-04' }).facts.flatMap(
		(fact) => (fact.kind === kind ? [fact.statement] : [])
	);
}

describe('a statement', () => {
	it('has talks that failed as their own subject', () => {
		expect(told('The talks ended without a deal on chips.', 'non-agreement')).toEqual([
			'The talks ended without a deal on chips.'
		]);
	});

	it('keeps the accents of a full name, once', () => {
		expect(told('President Luiz Inácio Lula da Silva opposes the tariffs.', 'position')).toEqual([
			'President Luiz Inácio Lula da Silva opposes the tariffs.'
		]);
	});

	it('is not cut at a shortened month', () => {
		const text = 'The tariffs, which begin on Feb. 4, are a mistake, according to Kishida.';
		expect(told(text, 'position').join()).not.toMatch(/that 4/);
	});

	it('makes no report of what one side is asked to say', () => {
		expect(
			told('China wants two things. That Japan say, in plain words, that the island is Chinese.', 'position')
		).toEqual(['China wants two things.']);
	});
});

it.each([
	['little was settled but a date', 'They settled little beyond a date for talks.'],
	['somebody told of a link', 'The two leaders spoke and settled little beyond an easing of visa rules.']
])('no agreement is denied where %s', (_, text) => {
	expect(told(text, 'non-agreement')).toEqual([]);
});

it.each([
	['On chips neither budged.'],
	['Negotiators sat until three and rose without a timetable.'],
	['Nothing resembling a treaty on chips was in view.'],
	['No monthly quota was set.']
])('it is told that something was not agreed: %s', (text) => {
	expect(told(text, 'non-agreement')).toHaveLength(1);
});
