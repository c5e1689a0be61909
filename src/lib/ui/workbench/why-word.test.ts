import { afterEach, beforeEach, expect, test } from 'vitest';
import { findLocaleBy } from '#lib/tongue/locale.ts';
import { whyWord } from './why-word.ts';

beforeEach(() => findLocaleBy(() => 'zh-CN'));
afterEach(() => findLocaleBy(() => 'en'));

test.each([
	[
		'trigger “asserted that”, subject he → Xi Jinping, previous sentence (direct)',
		'触发词“asserted that”，主语：“he”指 Xi Jinping，上一句（直接）'
	],
	[
		'trigger “agreed to”, subject the countries that the article is about (direct), negated: not, within: would, and further',
		'触发词“agreed to”，主语：文章所说的各国（直接）；因“not”和上层的“would”判为否定；并有进一步的内容'
	],
	[
		'trigger “agreed”, subject they → the United States, Japan and the Netherlands, 3 sentences before (direct)',
		'触发词“agreed”，主语：“they”指 the United States, Japan and the Netherlands，3 句之前（直接）'
	],
	[
		'named here first, the ministry of national defence of Japan',
		'在此首次提到，Japan 的“ministry of national defence”'
	],
	['“Tuesday” → 19 March 2024, counted from the date of publication', '“Tuesday”→ 2024年3月19日，从发布日期推算'],
	['“3,000 engineers” read as 3000 engineers, of training', '“3,000 engineers”读作“3,000 engineers”，所指：“training”']
])('%s', (why, put) => expect(whyWord(why)).toBe(put));

test('a reason whose wording is not known is left to the page', () => {
	expect(whyWord('because of a hunch')).toBeUndefined();
	expect(whyWord('verb “met”, subject a hunch')).toBeUndefined();
});

test('an English page has every reason as it was worded', () => {
	findLocaleBy(() => 'en');
	expect(whyWord('because of a hunch')).toBe('because of a hunch');
});
