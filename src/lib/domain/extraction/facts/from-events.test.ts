import { describe, expect, it } from 'vitest';
import { loadLexicon, readLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const files = readLexicon('seeds');
const lexicon = loadLexicon('seeds');
const eventsIn = (text: string) =>
	extractArticle(
		`A title of a few words\n\n${text}\n\nThe rest of the day was quiet in the town, people said.`,
		lexicon,
		{
			published: '2024-03-21'
		}
	).facts.filter(({ kind }) => kind === 'event');

describe('events', () => {
	it.each(files.events.verbs)('the verb $id tells of something that happened', ({ id, test }) => {
		expect(eventsIn(test).map(({ rule }) => rule)).toContain(`event.${id}`);
	});

	it('what is expected is hedged', () => {
		const [event] = eventsIn(files.events.future.test);
		expect(event).toMatchObject({ rule: 'event.future', polarity: 'hedged', modality: 'reportedly' });
	});

	it('what is announced is not hedged', () => {
		expect(eventsIn('President Macron will visit Jakarta in May.')[0]).toMatchObject({ modality: 'announced' });
	});

	it.each([
		'Macron did not visit Jakarta in May.',
		'Has Japan lifted its export controls?',
		'Kishida said: “China suspended the talks.”'
	])('nothing that is denied, asked or quoted happened: %s', (text) => {
		expect(eventsIn(text)).toEqual([]);
	});
});
