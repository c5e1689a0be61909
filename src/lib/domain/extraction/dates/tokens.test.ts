import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importText } from '../../articles/text.ts';
import { layOut } from '../../articles/layout.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { sentenceTokens, tokenise } from './tokens.ts';

const lexicon = loadLexicon('seeds').text;

/** What a token is, in one pattern. */
const TOKEN = /([\p{L}\p{M}]+)|(\d{1,3}(?:,\d{3})+(?!\d)|\d+)|[^\s]/gu;
const SIGNS = [
	'a',
	'Z',
	'é',
	'\u0301',
	'ß',
	'İ',
	'中',
	'1',
	'20',
	',',
	',000',
	'.',
	"'",
	'-',
	'–',
	' ',
	'\u00a0',
	'\n',
	'𝐀',
	'%'
];
const texts = fc.array(fc.constantFrom(...SIGNS), { maxLength: 14 }).map((signs) => signs.join(''));

it('tokens are words, numbers and signs in any mix of letters, marks and spaces', () => {
	fc.assert(
		fc.property(texts, (words) => {
			const expected = [...words.matchAll(TOKEN)].map((match) => ({
				text: match[0],
				lower: match[0].toLowerCase(),
				kind: match[1] !== undefined ? 'word' : match[2] !== undefined ? 'number' : 'sign',
				start: match.index,
				end: match.index + match[0].length
			}));
			const tokens = tokenise(words, { start: 0, end: words.length });
			expect(tokens.map(({ text, lower, kind, start, end }) => ({ text, lower, kind, start, end }))).toEqual(expected);
			for (const [at, { joined, start }] of tokens.entries()) {
				expect(joined).toBe(start === (tokens[at - 1]?.end ?? -1));
			}
		}),
		{ numRuns: 500 }
	);
});

it('the sentences of an article are read once, each as it stands', () => {
	const layout = layOut(importText('They met on 5 May. It rained for 1,000 hours.'), lexicon);
	const read = sentenceTokens(layout);
	expect(read).toEqual(layout.sentences.map((sentence) => tokenise(layout.article.normal, sentence)));
	expect(sentenceTokens(layout)).toBe(read);
});
