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

	it.each(files.events.deeds)('the deed $id is told by its verbs', ({ id, test }) => {
		expect(eventsIn(test).map(({ rule }) => rule)).toContain(`event.${id}`);
	});

	it.each([
		['No Chinese official attended the ceremony.', 'negated'],
		['Macron did not visit Jakarta in May.', 'negated'],
		['The European Council has yet to approve the package.', 'negated'],
		['Narendra Modi is also expected to attend the summit in Kazan.', 'hedged'],
		['Macron possibly will visit Jakarta in May.', 'hedged'],
		['Putin signed a decree that would allow new elections.', 'affirmed'],
		['A cyclone killed 94 people in Mozambique.', 'affirmed']
	])('%s is %s', (text, polarity) => {
		expect(eventsIn(text)[0]).toMatchObject({ polarity });
	});

	it('several clauses tell several events', () => {
		const told = eventsIn('Kishida visited Seoul in May, and Japan lifted its export controls in June.');
		expect(told.map(({ rule }) => rule)).toEqual(['event.visit', 'event.impose']);
	});

	it('what is expected is hedged', () => {
		const [event] = eventsIn(files.events.future.test);
		expect(event).toMatchObject({ rule: 'event.future', polarity: 'hedged', modality: 'reportedly' });
	});

	it('what is announced is not hedged', () => {
		expect(eventsIn('President Macron will visit Jakarta in May.')[0]).toMatchObject({ modality: 'announced' });
	});

	it.each([
		'Has Japan lifted its export controls?',
		'Kishida said: “China suspended the talks.”',
		'Both sides support visits by scholars.',
		'China opposes sanctions imposed without a mandate.',
		'The retired diplomat knows Tokyo well.',
		'It is unclear whether Macron will visit Jakarta.',
		'Two aides were not authorised to speak of it.'
	])('nothing that is asked, quoted or only named happened: %s', (text) => {
		expect(eventsIn(text)).toEqual([]);
	});
});
