import { describe, expect, it } from 'vitest';
import type { WorkspaceArticle } from './accepted-fact.ts';
import { labelOf, sourceNames } from './source-names.ts';

const article = (label: string): WorkspaceArticle => ({
	id: 'a',
	label,
	title: 'Cod and copper in Oslo',
	publisher: label,
	author: null,
	published: '2031-03-12',
	text: 'The ministers met in Oslo.',
	closeness: 'wire'
});

describe('the name of a body that publishes', () => {
	it.each([
		['Office of the Spokesperson', 'the Office of the Spokesperson'],
		['U.S. Department of State', 'the U.S. Department of State'],
		['Fjord Institute for Trade', 'the Fjord Institute for Trade'],
		['The White House', 'The White House'],
		['Fjord Press', 'Fjord Press'],
		['Marsh Castle LLP', 'Marsh Castle LLP']
	])('%s stands in a sentence as %s', (label, expected) => {
		expect(labelOf(article(label))).toBe(expected);
		expect(sourceNames(article(label))).toContain(`${expected} (12 March 2031)`);
	});
});
