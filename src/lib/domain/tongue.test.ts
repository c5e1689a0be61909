import { describe, expect, it } from 'vitest';
import { directionOf, isLocale, localeFor } from './tongue.ts';

describe('the language of the pages', () => {
	it.each([
		[undefined, null, 'en'],
		[undefined, '', 'en'],
		[undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
		[undefined, 'en-GB,en;q=0.9,zh;q=0.8', 'en'],
		[undefined, 'zh-Hant-TW', 'zh-CN'],
		[undefined, 'fr-CH, fr;q=0.9, zh;q=0.7, en;q=0.5', 'zh-CN'],
		[undefined, 'en;q=0.2, zh;q=0.3', 'zh-CN'],
		[undefined, 'zh;q=0, de', 'en'],
		[undefined, ';;;,q=,zh;q=nonsense', 'en'],
		['zh-CN', 'en', 'zh-CN'],
		['en', 'zh-CN', 'en'],
		['zh-cn"><script>', 'zh-CN', 'zh-CN'],
		['xx', null, 'en']
	])('chosen %s, accepted %s: %s', (chosen, accepted, locale) => {
		expect(localeFor(chosen, accepted)).toBe(locale);
	});

	it('is known by its exact tag', () => {
		expect([isLocale('en'), isLocale('zh-CN'), isLocale('zh'), isLocale(7)]).toEqual([true, true, false, false]);
	});

	it('is written from the left', () => {
		expect([directionOf('en'), directionOf('zh-CN')]).toEqual(['ltr', 'ltr']);
	});
});
