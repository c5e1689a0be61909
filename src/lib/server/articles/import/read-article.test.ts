import { gzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { codeOf, docx, paragraph, PROSE, utf8, XML } from './fixtures.ts';
import { readArticle } from './read-article.ts';
import { isHtml, sniff } from './sniff.ts';

describe('characters', () => {
	const text = `Café “talks” – agreed\n\n${PROSE}`;
	const utf16 = (order: 'le' | 'be') => {
		const bytes = Buffer.from(text, 'utf16le');
		return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
	};
	const latin = Uint8Array.from(
		[...text].map((char) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[char] ?? char.charCodeAt(0))
	);
	test.each([
		['UTF-8', utf8(text)],
		['UTF-8 with a mark', utf8(`\ufeff${text}`)],
		['UTF-16 LE', utf16('le')],
		['UTF-16 BE', utf16('be')],
		['UTF-16 LE with a mark', new Uint8Array([0xff, 0xfe, ...utf16('le')])],
		['UTF-16 BE with a mark', new Uint8Array([0xfe, 0xff, ...utf16('be')])],
		['Windows-1252', latin]
	])('%s', async (_, bytes) => {
		expect(await readArticle(bytes, {})).toMatchObject({ ok: true, text, format: 'text', warnings: [] });
	});
	test('a declared character set is used where the bytes are not UTF-8, and a false one is not', async () => {
		const greek = Uint8Array.from([...utf8(`${PROSE} `), 0xe1, 0xe2]);
		const read = async (contentType: string) => readArticle(greek, { contentType });
		expect(await read('text/plain; charset=ISO-8859-7')).toMatchObject({ text: `${PROSE} αβ` });
		expect(await read('text/plain; charset=no-such-one')).toMatchObject({ text: `${PROSE} áâ` });
		const page = Uint8Array.from([...utf8(`<html><meta charset="windows-1253"><p>${PROSE} `), 0xe1, ...utf8('</p>')]);
		expect(await readArticle(page, {})).toMatchObject({ text: expect.stringContaining('α') as string });
	});
	test('a cut UTF-8 text is read with a warning', async () => {
		const bytes = utf8(`“${PROSE.repeat(10)}” é`).subarray(0, -1);
		expect(await readArticle(bytes, {})).toMatchObject({ ok: true, warnings: [{ code: 'damaged_characters' }] });
	});
});

describe('what is refused', () => {
	test.each([
		['nothing', new Uint8Array(), 'article_empty'],
		['blanks', utf8(' \n\t\n '), 'article_empty'],
		['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'article_binary'],
		['zeros', new Uint8Array(5000), 'article_binary'],
		['controls', new Uint8Array(5000).fill(2), 'article_binary'],
		['gzip', new Uint8Array(gzipSync(PROSE)), 'article_archive'],
		['RTF', utf8('{\\rtf1 text}'), 'article_unsupported_type'],
		[
			'an old Word document',
			new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
			'article_unsupported_type'
		],
		['a broken PDF', utf8('%PDF-1.4 and nothing more'), 'article_unreadable'],
		['too much text', utf8(`${PROSE}\n`.repeat(2100)), 'article_too_large'],
		['a file of 11 MB', new Uint8Array(11 * 1024 * 1024).fill(65), 'article_too_large'],
		['words without a sentence', utf8('Share\nTweet\nPrint'), 'article_no_sentences'],
		[
			'French',
			utf8(
				'Les deux présidents se sont rencontrés dans la ville et ont convenu de reprendre les discussions sur le commerce.'
			),
			'article_unsupported_language'
		],
		['Chinese', utf8('两国元首举行会晤，同意恢复两军高层沟通，并就人工智能展开对话。'), 'article_unsupported_language'],
		[
			'Georgian',
			utf8('ორი ქვეყნის პრეზიდენტები შეხვდნენ ქალაქში და შეთანხმდნენ მოლაპარაკებების განახლებაზე.'),
			'article_unsupported_language'
		]
	])('%s', async (_, bytes, code) => {
		expect(await codeOf(bytes)).toBe(code);
	});
	test('archives that are no document, and damaged ones', async () => {
		const zip = new JSZip();
		zip.file('a.txt', PROSE);
		expect(await codeOf(await zip.generateAsync({ type: 'uint8array' }))).toBe('article_archive');
		zip.file('[Content_Types].xml', XML);
		zip.file('xl/workbook.xml', XML);
		expect(await codeOf(await zip.generateAsync({ type: 'uint8array' }))).toBe('article_unsupported_type');
		const whole = await docx(paragraph(PROSE));
		expect(await codeOf(whole.subarray(0, whole.length - 40))).toBe('article_archive');
		expect(await codeOf(await docx('<w:p><w:broken'))).toBe('article_unreadable');
	});
});

test('the kind is told by the bytes', () => {
	expect(sniff(utf8('%PDF-1.7'))).toBe('pdf');
	expect(sniff(utf8('The %PDF-1.7 format is old.'))).toBe('text');
	expect(isHtml('  <!-- a --><!DOCTYPE html>')).toBe(true);
	expect(isHtml('<3 this deal')).toBe(false);
	expect(isHtml('The <p> element')).toBe(false);
});
