import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');
const factsIn = (kind: string, text: string) =>
	extractArticle(
		`A title of a few words\n\n${text}\n\nThe rest of the day was quiet in the town, people said.`,
		lexicon,
		{ published: '2024-03-21' }
	).facts.filter((fact) => fact.kind === kind);

describe('background', () => {
	it.each([
		['It was the first visit to China by an Australian prime minister since 2016.', 'background.unequalled'],
		['No Greek prime minister had visited Ankara since 2019.', 'background.none-since'],
		["China is Germany's largest trading partner.", 'background.is'],
		['Trade between Turkey and Iraq stood at $20 billion in 2023.', 'background.measured'],
		['Finland bought 12% of its gas from Norway.', 'background.measured'],
		['Exports of tin fell by 12% in 2023, the Malmo Institute for Trade reckons.', 'background.measured'],
		['Relations between Canberra and Beijing soured in 2020.', 'background.relations'],
		['The truce dates back to a meeting in Busan.', 'background.dates-from'],
		['Macron spoke of Taiwan, a self-ruled island that Beijing claims, on Monday.', 'background.apposition']
	])('%s', (text, rule) => {
		expect(factsIn('background', text).map((fact) => fact.rule)).toContain(rule);
	});

	it.each([
		'They agreed to meet in the first half of 2025.',
		'In China, the leaders agreed on trade.',
		'On chips and on Taiwan, the two presidents parted where they had started.',
		'Shares in Maersk rose 2.4% in Copenhagen.',
		'Scholz said: “Trade stood at 20 billion dollars.”'
	])('is none: %s', (text) => {
		expect(factsIn('background', text)).toEqual([]);
	});
});

describe('organisations', () => {
	it('are named once each', () => {
		const text = 'Ottawa went to the World Trade Organization. The World Trade Organization is in Geneva.';
		expect(factsIn('organisation', text).map(({ value }) => value)).toEqual(['World Trade Organization']);
	});

	it('are not told where their name is part of another', () => {
		expect(factsIn('organisation', 'Both cited the 1982 UN Convention on the Law of the Sea.')).toEqual([]);
	});
});
