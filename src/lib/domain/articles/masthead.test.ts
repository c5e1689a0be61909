import { describe, expect, test } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { layOut } from './layout.ts';
import { readMasthead } from './masthead.ts';
import { proposeSource } from './published.ts';
import { importText } from './text.ts';

const lexicon = loadLexicon('seeds').text;
const PROSE =
	'The ministers of Norway and Peru agreed on Thursday to reopen the ports that were closed two years ago, and to let their experts meet each month.';
const source = (...lines: string[]) =>
	proposeSource(
		layOut(importText([...lines, PROSE, PROSE.replace('Thursday', 'Friday')].join('\n\n')), lexicon),
		{},
		lexicon
	);

describe('a line at the head of an article', () => {
	test.each([
		[
			'Cod & Foundry International | Policy | 25 August 2031',
			{ house: 'Cod & Foundry International', day: '2031-08-25' }
		],
		['The Fjord Courier, Sunday 10 December 2031', { house: 'The Fjord Courier', day: '2031-12-10' }],
		['THE WHITE HOUSE', { house: 'The White House' }],
		['Marsh Castle LLP', { house: 'Marsh Castle LLP' }],
		[
			'Ministry of Foreign Affairs of the Republic of Peru',
			{ house: 'Ministry of Foreign Affairs of the Republic of Peru' }
		],
		['Ana Roy, 9 December 2031', {}],
		['CLIENT ALERT | International Trade', {}],
		['Policy Note 47', {}],
		['Fjord Institute for European Policy', { house: 'Fjord Institute for European Policy' }],
		['The ministers met on 4 May 2031.', {}],
		['Cod and copper: what Oslo got', {}]
	])('%s', (line, expected) => {
		expect(readMasthead(line, lexicon)).toEqual(expected);
	});
});

describe('house, title and day of an article', () => {
	test('a house, what kind of text it is, and its title', () => {
		const title = 'After Lima: what the latest understandings mean for exporters';
		expect(
			source(
				'Marsh Castle LLP',
				'CLIENT ALERT | Trade and Security',
				'21 August 2031',
				title,
				'Authors: Ana Roy (Partner, Oslo), Leo Bell (Counsel, Lima)'
			)
		).toMatchObject({ title, publisher: 'Marsh Castle LLP', published: '2031-08-21', author: 'Ana Roy' });
	});

	test('a firm, what its letter is about, and authors with their towns', () => {
		const title = 'The Lima Annex: What the Deputies Settled, and What to Do Before May';
		const head = 'MARSH CASTLE ROY LLP\nInternational Trade & National Security';
		expect(
			source(head, 'CLIENT ALERT | January 22, 2031', title, 'Authors: Ana Roy-Bell (Oslo), Leo Bell (Lima)')
		).toMatchObject({ title, published: '2031-01-22', author: 'Ana Roy-Bell' });
	});

	test('a firm, a line of parts and a day above the title', () => {
		const title = 'Technical Round in Lima: Some Doors Opened, Others Still Shut';
		const head = 'MARSH CASTLE ROY LLP\nInternational Trade & National Security | Client Alert';
		expect(source(head, 'January 22, 2031', title)).toMatchObject({ title, published: '2031-01-22' });
	});

	test.each(['Policy Note 2031/17', 'Policy Note 2031/17 | 22 September 2031', 'Working Paper No. 12'])(
		'the title below %s is no series',
		(series) => {
			const title = 'A hundred fish and no treaty: reading the meeting of 14 September';
			expect(source('Fjord Institute for European Policy', series, title)).toMatchObject({
				title,
				publisher: 'Fjord Institute for European Policy'
			});
		}
	);

	test('an institute and a number above the title', () => {
		expect(
			source(
				'Fjord Centre for Trade',
				'Policy Note 47',
				'Calm but not at ease: reading the Lima meeting',
				'9 December 2031'
			)
		).toMatchObject({
			title: 'Calm but not at ease: reading the Lima meeting',
			publisher: 'Fjord Centre for Trade'
		});
	});

	test('a house that the title names is not its publisher', () => {
		expect(source('White House and Kremlin agree on a Times Square of talks').publisher).toBeNull();
	});

	test('a dateline whose place is also the name of a clock', () => {
		const found = proposeSource(
			layOut(importText(`Ministers agree on flights\n\nBEIJING, June 24, 2031 (Corvane Press) - ${PROSE}`), lexicon),
			{},
			lexicon
		);
		expect(found).toMatchObject({ publisher: 'Corvane Press', published: '2031-06-24' });
	});
});
