import { afterEach, expect, test } from 'vitest';
import { findingOf } from '#lib/domain/items/lint/finding.ts';
import type { Remark } from '#lib/domain/items/lint/remark.ts';
import { findLocaleBy } from '#lib/tongue/locale.ts';
import { findingWord } from './finding-word.ts';

afterEach(() => findLocaleBy(() => 'en'));

const text = 'Who met?';
const texts = ['One', 'Another one'];
/** One of each; a code without its remark here does not compile. */
const REMARKS: { [Code in Remark['code']]: Extract<Remark, { code: Code }> | Remark } = {
	text: { code: 'text', text },
	words: { code: 'words', count: 40, text },
	'which-occasion': { code: 'which-occasion', text },
	pronoun: { code: 'pronoun', text },
	'no-sentence': { code: 'no-sentence', text },
	'no-first-name': { code: 'no-first-name', family: 'Kerry', text },
	'no-citation': { code: 'no-citation' },
	'asks-same': { code: 'asks-same', item: 'filoli.city' },
	'no-key': { code: 'no-key' },
	'one-sided': { code: 'one-sided' },
	twice: { code: 'twice' },
	absolute: { code: 'absolute', text },
	'right-or-twice': { code: 'right-or-twice', text },
	'no-mix-up': { code: 'no-mix-up', text },
	'key-within': { code: 'key-within', key: 'Kerry', text },
	cue: { code: 'cue', cue: 'met', text, key: 'Kerry' },
	lengths: { code: 'lengths', least: 3, most: 11, texts },
	stops: { code: 'stops', texts },
	order: { code: 'order', texts },
	forbidden: { code: 'forbidden', ruling: 'A2', text }
};

test('an English page says of a finding what the command line says', () => {
	for (const remark of Object.values(REMARKS)) {
		const finding = findingOf('length', 'i', remark);
		expect(findingWord(finding)).toBe(finding.message);
	}
});

test('a Chinese page says it in Chinese, with the words that it is about', () => {
	findLocaleBy(() => 'zh-CN');
	for (const remark of Object.values(REMARKS)) {
		const said = findingWord(findingOf('length', 'i', remark));
		if (remark.code !== 'text') expect(said, remark.code).toMatch(/\p{Script=Han}/u);
		if ('text' in remark) expect(said, remark.code).toContain(text);
	}
	expect(findingWord(findingOf('parallel', 'i', REMARKS.lengths))).toBe(
		'长短不一（3 至 11 个字符）：One | Another one'
	);
});
