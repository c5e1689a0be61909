import { expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');
const quotationsIn = (text: string) =>
	extractArticle(`A title of a few words\n\n${text}`, lexicon, { published: '2024-03-21' })
		.facts.filter(({ kind }) => kind === 'quotation')
		.map(({ holder, value, statement, values }) => ({ holder, value, statement, is: values.is }));

it.each([
	['“It is leverage,” one senior aide said. ', 'One senior aide', 1],
	[
		'A deal is near, one of the Swiss officials said, “but I would not hold the front page.”',
		'One of the Swiss officials',
		1
	],
	[
		"An official of the external affairs ministry replied that India's policy “has not changed and did not need restating.”",
		'An official',
		1
	]
])('words of somebody without a name are kept, and no speaker is asked for: %s', (text, somebody, count) => {
	const told = quotationsIn(text);
	expect(told).toHaveLength(count);
	for (const one of told) expect(one).toMatchObject({ holder: null, is: 'content' });
	expect(told[0]?.statement).toContain(`${somebody} said: “`);
});

it('words whose speaker is named are no stranger’s', () => {
	const told = quotationsIn('An official waved. “We are not amused at all,” Finnish President Alexander Stubb said.');
	expect(told).toMatchObject([{ holder: 'Alexander Stubb', is: 'quotation' }]);
});

it('a programme that is spoken to is not what was said', () => {
	expect(quotationsIn('Alexander Stubb told “World This Evening” about the visit.')).toEqual([]);
});

it('the second half of what a tag cuts in two is the same speaker’s', () => {
	const text = '“A signboard,” tweeted Finnish President Alexander Stubb, the host, “is not a warship.”';
	expect(quotationsIn(text).map(({ value }) => value)).toEqual(['A signboard', 'is not a warship.']);
});
