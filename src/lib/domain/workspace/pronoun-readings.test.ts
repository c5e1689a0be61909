import { describe, expect, it } from 'vitest';
import { sentenceAt } from './pronoun-readings.ts';

const sentenceOf = (text: string, passage: string): string => {
	const start = text.indexOf(passage);
	const { start: from, end } = sentenceAt(text, { start, end: start + passage.length });
	return text.slice(from, end);
};

describe('the sentence around a passage', () => {
	it.each([
		[
			'begins with the passage itself',
			'The ships left. Roe said so today. It rained.',
			'Roe said',
			'Roe said so today'
		],
		[
			'goes on behind "U.S."',
			'It rained. As Roe of U.S. Fleet Command said, ships left. No.',
			'As Roe',
			'As Roe of U.S. Fleet Command said, ships left'
		],
		[
			'goes on behind a courtesy',
			'It rained. Then Mr. Roe left for Lima. He sang.',
			'left',
			'Then Mr. Roe left for Lima'
		],
		['ends with its paragraph', 'A line\nThe ships left\nAnother', 'ships', 'The ships left'],
		['may be the last one', 'It rained. The ships left', 'ships', 'The ships left']
	])('%s', (_, text, passage, expected) => {
		expect(sentenceOf(text, passage)).toBe(expected);
	});
});
