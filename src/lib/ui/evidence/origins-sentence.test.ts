import { expect, test } from 'vitest';
import { originsSentence } from './origins-sentence.ts';

test('independent sources need no sentence', () => {
	expect(originsSentence({ says: 3, of: 5, silent: [], origins: 3 })).toBeUndefined();
});

test('two copies of one official text count once', () => {
	expect(originsSentence({ says: 2, of: 5, silent: [], origins: 1 })).toBe(
		'Both carry the same official text, so this rests on one independent origin.'
	);
	expect(originsSentence({ says: 5, of: 5, silent: [], origins: 4 })).toBe(
		'Two of these carry the same official text, which counts once: four independent origins.'
	);
});
