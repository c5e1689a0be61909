import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extraction/extract.ts';
import { itemsOfExtraction } from './items-of-extraction.ts';

const lexicon = loadLexicon('seeds');
const itemsOf = (text: string) =>
	itemsOfExtraction(extractArticle(text, lexicon, { published: '2024-05-14' }), 'the article').items;

const ARTICLE = `Portugal and Norway agree on fisheries patrols

LISBON, 14 May 2024 - Portugal's Prime Minister Ana Lopes met Norway's Prime Minister Erik Dahl in Lisbon on 13 May 2024. In March 2019 Kari Moen, then Foreign Minister of Norway, had opened the fish market of Porto.

Lopes may lend Bergen an old sailing ship, she hinted to reporters. Norway opposes new tariffs on cod. Portugal opposes a ban on bottom trawling.

"We leave nothing to chance," Dahl said.`;

describe('the items of an article', () => {
	const items = itemsOf(ARTICLE);
	const questions = items.map(({ question }) => question);

	it('ask nothing that the headline alone tells', () => {
		expect(items.length).toBeGreaterThanOrEqual(3);
		expect(items.filter(({ question }) => /patrols/.test(question.replace(/article “[^”]*”/, '')))).toEqual([]);
	});

	it('ask no office that a nationality tells, and none that was held then as one that is', () => {
		expect(items.filter(({ id }) => id.endsWith('.office'))).toEqual([]);
		expect(questions.filter((question) => /does Kari Moen hold/.test(question))).toEqual([]);
		expect(items.map(({ key }) => key).filter((key) => /Moen – /.test(key))).toEqual([]);
	});

	it('do not ask for a deed by the words of who told of it', () => {
		expect(questions.filter((question) => /hinted/.test(question))).toEqual([]);
	});
});
