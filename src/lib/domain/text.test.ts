import { describe, expect, it } from 'vitest';
import { fold, lettersEnd, lowerCase, matchesOf } from './text.ts';

it.each(['talks', 'Talks', 'NATO', 'Élysée', 'élysée', 'İstanbul', "it's", '', 'a.b'])(
	'%s has the lower case that any text has',
	(word) => {
		expect(lowerCase(word)).toBe(word.toLowerCase());
	}
);

it.each([
	['talks, and', 0, 5],
	['talks, and', 5, 5],
	['abc', 1, 3],
	['@Az[`az{', 1, 3],
	['naïve', 0, 2],
	['', 0, 0]
])('plain letters of "%s" from %d end at %d', (text, from, end) => {
	expect(lettersEnd(text, from)).toBe(end);
});

describe('the matches of a pattern', () => {
	it.each([
		[/\b(?<a>a)(b)?/g, 'ab a cab ab'],
		[/\d+/gu, '1 22, 333'],
		[/x*/g, 'axxb']
	])('%s are those of matchAll, group by group', (pattern, text) => {
		const plain = (match: RegExpExecArray) => [...match, match.index, match.groups?.['a']];
		expect(matchesOf(pattern, text).map(plain)).toEqual([...text.matchAll(pattern)].map(plain));
		expect(pattern.lastIndex).toBe(0);
	});

	it('begin at the start of the text wherever the pattern was left', () => {
		const pattern = /a/g;
		pattern.test('aa');
		expect(matchesOf(pattern, 'aa')).toHaveLength(2);
	});
});

it.each([
	["The U.S.'s talks", 'the uss talks'],
	['U. S. and UU.S', 'us and uu s'],
	['`it` isn’t “so”', 'it isnt so'],
	['50 % of 3.5', '50 % of 3 5']
])('%s is compared as "%s"', (text, folded) => {
	expect(fold(text)).toBe(folded);
});
