import { describe, expect, it } from 'vitest';
import { tokenise, tokenTable } from './tokens.ts';

const words = (text: string) => tokenise(text, { start: 0, end: text.length }).map(({ w }) => w);

describe('the words of a sentence', () => {
	it.each([
		["China won't agree", ['china', 'will', 'not', 'agree']],
		["Kenya's ministers didn't", ['kenya', "'s", 'ministers', 'did', 'not']],
		["they'll say they can't've", ['they', 'will', 'say', 'they', 'can', 'not', 'have']],
		['a joint communiqué', ['a', 'joint', 'communique']],
		['U.S. talks,but 20,000', ['u.s.', 'talks', ',', 'but', '20,000']],
		['and/or no. A. b... c--d -- e', ['and/or', 'no', '.', 'a', '.', 'b', '...', 'c', '--', 'd', '--', 'e']],
		['naïve Élysée-style x1 3G G20.', ['naive', 'elysee-style', 'x1', '3g', 'g20', '.']],
		["the sides' (talks) - “so”\u00a0it", ['the', 'sides', "'", '(', 'talks', ')', '-', '“', 'so', '”', 'it']]
	])('%s', (text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	it('splits a chain of short forms of any length', () => {
		expect(words(`it${"'s".repeat(20_000)}`)).toHaveLength(20_001);
	});
});

describe('the tokens of a whole text', () => {
	const text = 'The "U.S.-China" talks won\'t end.Kenya\'s side—"we can\'t" said talks,but and/or 3.5% — ok… yes';

	it('are for every stretch of it those that the stretch has by itself', () => {
		const table = tokenTable(text);
		for (let start = 0; start <= text.length; start++) {
			for (let end = start; end <= text.length; end++) {
				const own = table.in({ start, end }).map((token) => [token.start, token.end, token.w, token.capital]);
				const read = tokenise(text, { start, end }).map((token) => [token.start, token.end, token.w, token.capital]);
				expect(own).toEqual(read);
			}
		}
	});

	it('know in a sentence what stands between its quotation marks', () => {
		const start = text.indexOf('Kenya');
		expect(tokenTable(text).ofSentence({ start, end: text.length })).toEqual(
			tokenise(text, { start, end: text.length })
		);
	});
});
