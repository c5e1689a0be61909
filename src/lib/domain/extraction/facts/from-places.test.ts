import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');
const placesIn = (text: string) =>
	extractArticle(
		`A title of a few words\n\n${text}\n\nThe rest of the day was quiet in the town, people said.`,
		lexicon,
		{
			published: '2024-03-21'
		}
	).facts.filter(({ kind }) => kind === 'place');

describe('places', () => {
	it.each([
		['Fumio Kishida and Yoon Suk Yeol met in Hiroshima.', 'Hiroshima', 'place.meeting'],
		['The talks were held at the Imperial Hotel.', 'Imperial Hotel', 'place.meeting'],
		['Mark Esper flew to Seoul on Monday.', 'Seoul', 'place.meeting'],
		['The Philippines stopped a ship near Manila.', 'Manila', 'place.scene']
	])('%s', (text, value, rule) => {
		expect(placesIn(text)).toMatchObject([{ value, rule }]);
	});

	it.each([
		['The talks were held in Zhoushan.', 'Zhoushan', 'place.meeting'],
		['CEBU, March 4 (Harbour Press) - Two ships were seen.', 'Cebu', 'place.dateline']
	])('a town that no lexicon has: %s', (text, value, rule) => {
		expect(placesIn(text)).toContainEqual(expect.objectContaining({ value, rule }));
	});

	it.each([
		'The ministers discussed the war in Gaza.',
		'India wants a code of conduct in the South China Sea.',
		'The two sides exchanged views on the fighting in Sudan.'
	])('what a statement is about is no place of an event: %s', (text) => {
		expect(placesIn(text)).toEqual([]);
	});

	it('a name after "to" is a place only where somebody goes there', () => {
		expect(placesIn('Washington approved the sale of tanks to Taipei.')).toEqual([]);
	});

	it('a house that no lexicon knows becomes a place of the article', () => {
		const { entities } = extractArticle('A title\n\nThe talks were held at the Imperial Hotel, people said.', lexicon);
		expect(entities.places).toContainEqual({
			id: 'imperial-hotel',
			name: 'Imperial Hotel',
			type: 'landmark',
			aliases: []
		});
	});

	it('somebody’s words tell of no place', () => {
		expect(placesIn('Kishida said: “We met in Hiroshima.”')).toEqual([]);
	});
});
