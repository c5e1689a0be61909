import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');

/** The standing views that a sentence tells, as "holder polarity: statement". */
function held(text: string): string[] {
	return extractArticle(text, lexicon, { published: '2025-06-20' }).facts.flatMap(
		({ rule, holder, polarity, statement }) =>
			rule === 'position-present' ? [`${holder ?? ''} ${polarity}: ${statement}`] : []
	);
}

describe('what a side holds by a verb in the present that no list has', () => {
	it.each([
		[
			'Washington let the firm sell its older chips in May but still bars anything stronger.',
			'United States affirmed: The United States still bars anything stronger.'
		],
		['Kenya sees no inconsistency.', 'Kenya negated: Kenya sees no inconsistency.'],
		['Kenya does not trust the survey.', 'Kenya negated: Kenya does not trust the survey.'],
		['Japan has never gone that far.', 'Japan negated: Japan has never gone that far.'],
		[
			'The Dutch government treats every request for chip tools with suspicion.',
			'Netherlands affirmed: The Dutch government treats every request for chip tools with suspicion.'
		],
		[
			'China, which bars any sale of gallium to Japan, was silent.',
			'China affirmed: China bars any sale of gallium to Japan.'
		]
	])('%s', (text, expected) => {
		expect(held(text)).toEqual([expected]);
	});

	it.each([
		['a deed', 'Kenya hosts a forum on chips.'],
		['a condition', 'If Kenya bars the chips, Japan will answer.'],
		['a question', 'Why does Kenya bar the chips?'],
		['what others said', 'Kenya bars the chips, a Japanese paper said.'],
		['a thing of nobody known', 'The market fancies the chips.'],
		['a noun in the plural', 'Kenya trusts that.'],
		["a person's doings", 'Fumio Kishida pats a dog.'],
		['what another rule has read', 'Kenya opposes the treaty.']
	])('is none in %s', (_, text) => {
		expect(held(text)).toEqual([]);
	});
});
