import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');
const positions = (text: string) =>
	extractArticle(text, lexicon, { published: '2025-06-20' }).facts.flatMap(({ kind, holder, polarity, gist }) =>
		kind === 'position' ? [`${holder ?? 'nobody'} ${polarity}: ${gist ?? ''}`] : []
	);

describe('who holds a position', () => {
	it.each([
		['Officials in Nairobi want the toll eased.', 'Kenya affirmed: the toll eased'],
		['In Nairobi, ministers said the toll was unlawful.', 'Kenya affirmed: the toll was unlawful'],
		['In Kampala, the government rejected the offer.', 'Uganda affirmed: the offer'],
		[
			'The American delegation met Kenya’s negotiators. Washington had no comment. The commerce ministry rejected the ban.',
			'Kenyan commerce ministry affirmed: the ban'
		],
		[
			'In Kenya’s telling the quotas run counter to the treaty.',
			'Kenya affirmed: the quotas run counter to the treaty'
		],
		['Kenyan President William Ruto would not discuss the dam.', 'William Ruto negated: discuss the dam'],
		[
			'The deputy trade minister, Ana Lindqvist, reckons Kenya bought the vote.',
			'Ana Lindqvist affirmed: Kenya bought the vote'
		],
		['Kenya does not seek a quarrel, and it rejects the toll.', 'Kenya affirmed: the toll']
	])('%s', (text, expected) => {
		expect(positions(text)).toContainEqual(expected);
	});

	it('gives what diplomats in a capital say to nobody: they are other states’', () => {
		expect(positions('Diplomats in Nairobi want the toll eased.').join()).not.toContain('Kenya');
	});

	it.each([
		'India imports all of its lithium.',
		'A fifth round is planned within a month.',
		'There will be a hotline, too.'
	])('a voice does not go on in what is done or to come: %s', (told) => {
		const text = `Kenya insists that the toll is unfair. The toll is a breach of the treaty, Kenya said. ${told}`;
		expect(positions(text).join()).not.toContain(told.slice(0, 12));
	});
});
