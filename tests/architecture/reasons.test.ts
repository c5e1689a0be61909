import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractArticle } from '#lib/domain/extraction/extract.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { findLocaleBy } from '#lib/tongue/locale.ts';
import { whyWord } from '#lib/ui/workbench/why-word.ts';

const lexicon = loadLexicon('seeds');
const DEV = 'tests/articles/dev';
const reasons = new Set(
	readdirSync(DEV)
		.filter((file) => file.endsWith('.txt'))
		.flatMap((file) => extractArticle(readFileSync(`${DEV}/${file}`, 'utf8'), lexicon).facts.map(({ why }) => why))
);
/** Words that names are written with, small as they are. */
const IN_NAMES = new Set('of the and on in for von van der da do de bin embassy foreign ministry'.split(' '));

describe('every reason that the extraction gives for a fact of the articles', () => {
	it('stays as it was worded on an English page', () => {
		expect(reasons.size).toBeGreaterThan(1000);
		for (const why of reasons) expect(whyWord(why)).toBe(why);
	});

	describe('on a Chinese page', () => {
		beforeEach(() => findLocaleBy(() => 'zh-CN'));
		afterEach(() => findLocaleBy(() => 'en'));

		it('is put into Chinese', () => {
			expect([...reasons].filter((why) => whyWord(why) === undefined)).toEqual([]);
		});

		it('keeps only names and words of the article as they are', () => {
			const rest = [...reasons].map((why) => (whyWord(why) ?? '').replace(/“[^”]*”/g, ''));
			const words = rest.flatMap((text) => text.match(/(?<![\p{L}.’'-])\p{Ll}[\p{L}’'-]+/gu) ?? []);
			expect([...new Set(words)].filter((word) => !IN_NAMES.has(word))).toEqual([]);
		});
	});
});
