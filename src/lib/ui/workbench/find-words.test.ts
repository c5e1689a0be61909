import { expect, test } from 'vitest';
import { findWords } from './find-words.ts';

const text = 'He said: “We\u00a0won’t\nmove.” 😀 Then he left.';
test.each([
	['"we won\'t move', '“We\u00a0won’t\nmove'],
	['  THEN   he left', 'Then he left']
])('finds %s', (words, found) => {
	const span = findWords(text, words);
	expect(span && text.slice(span.start, span.end)).toBe(found);
});
test.each(['', '   ', 'they moved'])('does not find “%s”', (words) => {
	expect(findWords(text, words)).toBeUndefined();
});
