import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../../extraction/extract.ts';
import { itemsOfExtraction } from '../../workspace/items-of-extraction.ts';

const lexicon = loadLexicon('seeds');
const itemsOf = (text: string) =>
	itemsOfExtraction(extractArticle(text, lexicon, { published: '2031-03-12' }), 'the article').items;

const ARTICLE = `Norway and Peru sign cod accord

OSLO, 12 March 2031 - Norwegian Prime Minister Erik Dahl met Peruvian President Rosa Quispe in Oslo on 10 March 2031.

Norway and Peru agreed to hold joint rescue drills once a year. They also agreed to resume direct flights by May 2031. Norway pledged not to raise its port fees for cod.

The trade minister of Norway, Ola Berg, denied that Norway had offered Peru a loan. "Copper is not a favour that one neighbour does to another neighbour," Berg said.

On 3 February 2031 Peru suspended exports of copper to Norway because of the Norwegian port fees.`;

describe('what can be recalled without options', () => {
	const items = itemsOf(ARTICLE);
	const keysOf = (question: RegExp) => items.filter((item) => question.test(item.question)).map(({ key }) => key);

	it('are an office, typed or turned, where nobody else gives a choice', () => {
		const [office] = items.filter(({ id }) => id.endsWith('.office'));
		expect(office?.key).toMatch(/trade minister/i);
		expect(office?.forms.map(({ form }) => form)).not.toContain('choice');
	});

	it('are agreements, each by its own matter', () => {
		expect(keysOf(/agree to do about military matters\?$/)).toEqual(['To hold joint rescue drills once a year']);
		expect(keysOf(/agree to do about people-to-people contacts\?$/)).toEqual(['To resume direct flights by May 2031']);
	});

	it('are a promise that is the only one of its kind, and a denial', () => {
		expect(keysOf(/what did Norway pledge not to do\?$/)).toEqual(['To raise its port fees for cod']);
		expect(keysOf(/who denied that Norway had offered Peru a loan\?$/)).toEqual(['Ola Berg']);
	});

	it('are the words of somebody in office', () => {
		expect(keysOf(/who said: “Copper is not a favour/)).toEqual(['Ola Berg']);
	});
});
