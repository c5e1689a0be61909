import { expect, test } from 'vitest';
import { paragraphAt } from '#lib/domain/workspace/passages.ts';
import { paragraphIn, paragraphStarts } from './article-lines.ts';

test('a paragraph is told by its beginnings as by the text itself', () => {
	for (const text of ['', 'one', '\n\none\n \ntwo\nthree\n', 'one\n\n\ntwo', ' \n \n']) {
		const starts = paragraphStarts(text);
		for (let offset = 0; offset <= text.length; offset++)
			expect([text, offset, paragraphIn(starts, offset)]).toEqual([text, offset, paragraphAt(text, offset)]);
	}
});
