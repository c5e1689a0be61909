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
	['two words', 'the Minister of Water Resources Shavkat Khamraev', 'Shavkat Khamraev, Minister of Water Resources'],
	[
		'a list',
		'the Minister of Physical Culture and Sport Ana Lindqvist',
		'Ana Lindqvist, Minister of Physical Culture and Sport'
	],
	['a headline’s verb', 'and US secretary of state meets Xi Jinping', undefined]
])('an office takes all of its subject and no more: %s', (_, words, office) => {
	const { facts } = extractArticle(`Talks in Tashkent\n\nBefore noon came ${words}.`, lexicon, {
		published: '2024-05-04'
	});
	const offices = facts.filter(({ kind }) => kind === 'participant').map(({ value }) => value);
	expect(offices).toEqual(office === undefined ? [] : [office]);
});

const daysIn = (text: string) =>
	extractArticle(`Talks\n\n${text}`, lexicon, { published: '2024-04-26' }).facts.flatMap(({ kind, value }) =>
		kind === 'date' ? [value] : []
	);

it('what a company did, or how a thing began, lies behind', () => {
	expect(daysIn('Wong will not be drawn on the firm that agreed in October to pay a fine.')).toEqual(['2023-10']);
	expect(daysIn('Relations got off to a bad start in December, when a ship was seized.')).toEqual(['2023-12']);
});

it('an official without a name speaks for the state as long as “the official” does', () => {
	const { facts } = extractArticle(
		'Talks\n\nA senior American official called the talks frank. The official opposes the ban on chips.',
		lexicon,
		{ published: '2024-04-26' }
	);
	expect(facts.flatMap(({ kind, holder }) => (kind === 'position' ? [holder] : []))).toContain('United States');
});

it('what is planned is no view of whoever spoke before', () => {
	const said = 'Penny Wong said the curbs must go. A second round is planned in Perth. There will be a hotline.';
	expect(told(said, 'position').filter((one) => /round|hotline/.test(one))).toEqual([]);
});

it('before somebody is sworn in on a day, that day is to come', () => {
	const text = 'Washington urged restraint before Lai Ching-te is sworn in as president on 20 May.';
	expect(daysIn(text)).toEqual(['2024-05-20']);
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
