import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../../extraction/extract.ts';
import { itemsOfExtraction } from '../../workspace/items-of-extraction.ts';

const lexicon = loadLexicon('seeds');
const itemsOf = (text: string) =>
	itemsOfExtraction(extractArticle(text, lexicon, { published: '2031-03-12' }), 'the article').items;
const optionsOf = (items: ReturnType<typeof itemsOf>, key: string): string[] =>
	items
		.filter((item) => item.key === key)
		.flatMap(({ forms }) => forms.flatMap((form) => (form.form === 'choice' ? form.options : [])))
		.map(({ text }) => text);

const HEAD = `Norway and Peru sign cod accord

OSLO, 12 March 2031 - Norwegian Prime Minister Erik Dahl met Peruvian President Rosa Quispe in Oslo on 10 March 2031.

`;

describe('wrong dates', () => {
	const items = itemsOf(
		`${HEAD}On 3 February 2031 Peru suspended exports of copper to Norway. Norway lifted its tariff on cod on 5 February 2031, after Peru had filed a complaint on 20 January 2031.`
	);
	const dates = items.filter(({ forms }) => forms.some(({ form }) => form === 'date'));

	it('stand to the other dates of their sentence as the right one does', () => {
		const told = dates.filter(({ question }) => /complaint on (?:20 January 2031|____)/.test(question));
		for (const { key } of told)
			for (const option of optionsOf(items, key))
				if (key === '20 January 2031') expect(Date.parse(`${option} UTC`)).toBeLessThan(Date.UTC(2031, 1, 5));
				else expect(Date.parse(`${option} UTC`)).toBeGreaterThan(Date.UTC(2031, 0, 20));
	});

	it('are of no other year that the sentence names', () => {
		const few = itemsOf(
			`${HEAD}Norway has recorded only a few sanctions of Peru since February 2031, compared with thousands in 2030.`
		);
		const asked = few.filter(({ question }) => /since ____.* in 2030/.test(question));
		expect(asked).toHaveLength(1);
		expect(JSON.stringify(asked[0]?.forms)).not.toMatch(/(?:January|February|March|December|November|October) 2030/);
	});

	it('are neither next to the right one nor its own day of another year', () => {
		expect(dates.length).toBeGreaterThan(0);
		for (const { key } of dates)
			for (const option of optionsOf(items, key).filter((text) => text !== key)) {
				expect(Math.abs(Date.parse(`${option} UTC`) - Date.parse(`${key} UTC`))).toBeGreaterThan(2 * 86_400_000);
				expect(option.replace(/ \d{4}$/, '')).not.toBe(key.replace(/ \d{4}$/, ''));
			}
	});
});

describe('a figure', () => {
	it('is not asked where it is one end of a span', () => {
		const items = itemsOf(
			`${HEAD}Norway pledged to buy 40 patrol aircraft from Peru. Peru agreed to send 500 to 600 tonnes of copper to Norway each month. Norway offered to buy between 32 and 36 tugs from Peru.`
		);
		expect(items.map(({ key }) => key)).toContain('40');
		expect(
			items.filter(({ question }) => /____ to 600|500 to ____|between ____|between 32 and ____/.test(question))
		).toEqual([]);
	});
});

describe('a number of two things', () => {
	it('is asked of both or of neither', () => {
		const items = itemsOf(
			`${HEAD}Norway and Peru agreed on Thursday to open the ports and to scrap 30 charges and rules that traders say have choked the commerce across the sea for years.`
		);
		for (const { question } of items.filter(({ key }) => key === '30')) expect(question).toContain('rules');
		const one = itemsOf(`${HEAD}Norway and Peru agreed to scrap 30 charges that choke trade.`);
		expect(one.filter(({ key }) => key === '30')).toHaveLength(1);
	});
});
