import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { extractArticle } from './extract.ts';

const lexicon = loadLexicon('seeds');

/** Texts that make careless patterns go over the same ground again and again, by what is repeated. */
const HOSTILE: Record<string, (n: number) => string> = {
	'a gap of words': (n) => `Biden and Xi ${'very '.repeat(n)}agreed to meet.`,
	'quotation marks': (n) => '"'.repeat(n),
	'open and closed quotations': (n) => '“a” '.repeat(n / 2),
	spaces: (n) => `Xi said${' '.repeat(n * 2)}that it opposed it.`,
	'the the the': (n) => 'the '.repeat(n),
	names: (n) => 'Xi Jinping and Joe Biden '.repeat(n / 5),
	'pronouns in short sentences': (n) => 'He said it. '.repeat(n / 3),
	negations: (n) => 'did not not never '.repeat(n / 3),
	triggers: (n) => 'agreed to pledge to '.repeat(n / 4),
	'one sentence of commas': (n) => 'China, the US, Japan, '.repeat(n / 4),
	dates: (n) => 'November 15, 2023, and '.repeat(n / 4),
	'days of the week': (n) => 'on Monday Tuesday '.repeat(n / 3),
	numbers: (n) => '1,000,000 50 % $3 billion '.repeat(n / 5),
	brackets: (n) => '('.repeat(n),
	'open brackets with words': (n) => '(a [b {c '.repeat(n / 3),
	bullets: (n) => '• a: b\n'.repeat(n / 2),
	headings: (n) => 'A Heading\n\n'.repeat(n / 2),
	'stops without spaces': (n) => 'a.'.repeat(n),
	abbreviations: (n) => 'U.S. Mr. '.repeat(n / 2),
	'zero-width characters': (n) => 'a\u200b\u202e'.repeat(n),
	apostrophes: (n) => "it's 'a' ".repeat(n / 2),
	capitals: (n) => 'Aaa Bbb '.repeat(n / 2),
	titles: (n) => 'President Minister '.repeat(n / 2)
};

function cost(text: string): number {
	let least = Infinity;
	for (let round = 0; round < 2; round++) {
		const start = cpuTime();
		extractArticle(text, lexicon, { published: '2023-11-16' });
		least = Math.min(least, cpuTime() - start);
	}
	return least;
}

describe('hostile text', () => {
	it.each(Object.entries(HOSTILE))('of %s takes time in proportion to its length', (_name, make) => {
		cost(make(1000));
		const once = cost(make(6000));
		const fourTimes = cost(make(24_000));
		// Linear is 4, quadratic 16; below some milliseconds the clock itself varies.
		expect(fourTimes).toBeLessThan(Math.max(8 * once, 60));
	});
});
