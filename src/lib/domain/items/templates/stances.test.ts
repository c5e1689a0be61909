import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../../extraction/extract.ts';
import { itemsOfExtraction } from '../../workspace/items-of-extraction.ts';

const lexicon = loadLexicon('seeds');
const itemsOf = (text: string) =>
	itemsOfExtraction(extractArticle(text, lexicon, { published: '2031-03-12' }), 'the article').items;

const ARTICLE = `Norway and Peru sign cod accord

OSLO, 12 March 2031 - Norwegian Prime Minister Erik Dahl met Peruvian President Rosa Quispe in Oslo on 10 March 2031.

The two leaders agreed to set up a fund of $40 million. Norway refused to lift its tariff on copper from Peru. Dahl warned that Peru must not fell the forest.`;

describe('the items of an article of a few sentences', () => {
	const items = itemsOf(ARTICLE);
	const asked = (start: RegExp) => items.filter(({ question }) => start.test(question));

	it('do not ask when and where the two met if the other questions tell it', () => {
		expect(items.filter(({ question }) => /in Oslo on 10 March 2031/.test(question)).length).toBeGreaterThan(1);
		expect(asked(/^(?:On which date|In which city), .*did Erik Dahl and Rosa Quispe meet\?$/)).toEqual([]);
	});

	it('name the two where a sentence has "the two leaders"', () => {
		const [fund] = items.filter(({ key }) => key === '$40 million');
		expect(fund?.question).toMatch(/how large a fund did (?:Norway and Peru|Peru and Norway) agree to set up\?$/);
	});

	it('do not tell in one stem what another one asks', () => {
		expect(items.filter(({ key }) => /fund/.test(key))).toEqual([]);
	});

	it('ask who warned, also where the headline shares two words with the warning', () => {
		expect(asked(/who warned that Peru must not fell the forest/).map(({ key }) => key)).toEqual(['Erik Dahl']);
	});

	it('ask by content for a refusal whose holder its words would tell', () => {
		const refusals = items.filter(({ key, question }) => /tariff on copper/.test(key + question));
		expect(refusals.length).toBe(1);
	});
});
