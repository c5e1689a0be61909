import { afterEach, describe, expect, it } from 'vitest';
import { extractArticle } from '#lib/domain/extraction/extract.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { findLocaleBy } from '#lib/tongue/locale.ts';
import { warningWord } from '#lib/ui/workbench/warning-words.ts';

const lexicon = loadLexicon('seeds');
/** What the extraction itself remarks on a text whose day of publication is not known. */
function remarked(code: string, text: string, language = 'en') {
	const { warnings } = extractArticle(text, lexicon, { published: null, metadata: { language } });
	return warnings.find((warning) => warning.code === code)!;
}
const inChinese = (warning: { code: string; message: string }) => {
	findLocaleBy(() => 'zh-CN');
	const text = warningWord(warning);
	findLocaleBy(() => 'en');
	return text;
};

describe('a remark that the extraction makes on a text', () => {
	afterEach(() => findLocaleBy(() => 'en'));

	it.each([
		[1, 'The two presidents met in Geneva on Tuesday.'],
		[2, 'The two presidents met in Geneva on Tuesday. They had met in Paris last year.']
	])('tells in both languages how many dates wait: %i', (count, text) => {
		const remark = remarked('date_unknown', text);
		expect(remark.message).toMatch(new RegExp(`^${count} `));
		expect(warningWord(remark)).toBe(remark.message);
		expect(inChinese(remark)).toMatch(new RegExp(`^${count} 处日期`));
	});

	it.each([
		['fr', 'French', '法语'],
		['und', 'language not known', '无法判断是哪种语言'],
		['x1!', 'x1!', 'x1!']
	])('names the language as the page does: %s', (tag, english, chinese) => {
		const remark = remarked('language_unsupported', 'Ban Tan', tag);
		expect(remark.message).toContain(`(${tag})`);
		expect(warningWord(remark)).toBe(remark.message.replace(tag, english));
		expect(inChinese(remark)).toContain(`（${chinese}）`);
	});

	it('has no English in Chinese, where nothing was found', () => {
		const remark = remarked('no_sentences', '');
		expect(warningWord(remark)).toBe(remark.message);
		expect(inChinese(remark)).not.toMatch(/[a-z]/i);
	});

	it('stands as it is, where it is worded in a way that is not known', () => {
		for (const code of ['date_unknown', 'language_unsupported', 'of_another_kind'])
			expect(inChinese({ code, message: 'Something else.' })).toBe('Something else.');
	});
});
