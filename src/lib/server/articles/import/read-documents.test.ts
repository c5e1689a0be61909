import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { codeOf, docx, paragraph, pdf, PROSE } from './fixtures.ts';
import { readArticle } from './read-article.ts';

describe('Word documents', () => {
	test('paragraphs, lists and tables are lines', async () => {
		const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
		const read = await readArticle(
			await docx(
				`${paragraph('Ministers agree')}${paragraph(PROSE)}<w:tbl><w:tr>${cell('Trade')}${cell('agreed')}</w:tr></w:tbl>`
			),
			{ name: 'whatever.txt' }
		);
		expect(read).toMatchObject({ ok: true, format: 'docx', metadata: {}, warnings: [] });
		expect(read.ok && read.text).toBe(`Ministers agree\n\n${PROSE}\n\nTrade\n\nagreed`);
	});
	test('one that unpacks to far more than its size is not unpacked', async () => {
		expect(await codeOf(await docx(paragraph(PROSE), { 'word/bomb.xml': '0'.repeat(5_000_000) }))).toBe(
			'article_too_large'
		);
		const many = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`word/${index}.xml`, 'x']));
		expect(await codeOf(await docx(paragraph(PROSE), many))).toBe('article_archive');
	});
	test('one whose directory lies about sizes is not unpacked', async () => {
		const bytes = Buffer.from(await docx(paragraph(PROSE), { 'word/liar.xml': 'x'.repeat(90_000) }));
		const at = bytes.lastIndexOf('word/liar.xml') - 46;
		expect(bytes.readUInt32LE(at + 24)).toBe(90_000);
		bytes.writeUInt32LE(10, at + 24);
		expect(await codeOf(new Uint8Array(bytes))).toBe('article_too_large');
		expect(deflateRawSync('x'.repeat(90_000)).length).toBeLessThan(1000);
	});
});

describe('PDF', () => {
	test('lines are joined, hyphens undone, running heads and page numbers dropped', async () => {
		const head = 'Example Institute Brief';
		const read = await readArticle(
			pdf([
				[
					head,
					'Ministers agree',
					'',
					'The two ministers met in Vienna and said that they would resume arti-',
					'ficial intelligence talks with each other and',
					...Array<string>(46).fill(''),
					...['', '', '', '', '1']
				],
				[
					head,
					'with others in the months to come, as they have done.',
					...Array<string>(48).fill(''),
					'',
					'',
					'',
					'',
					'2'
				]
			]),
			{}
		);
		expect(read).toMatchObject({ ok: true, format: 'pdf' });
		expect(read.ok && read.text).toBe(
			'Ministers agree\n\nThe two ministers met in Vienna and said that they would resume artificial intelligence talks with each other and with others in the months to come, as they have done.'
		);
	});
	test('more than a hundred pages, a password', async () => {
		expect(await codeOf(pdf(Array.from({ length: 101 }, () => [PROSE])))).toBe('article_too_large');
		const key = '0'.repeat(64);
		const locked = pdf(
			[[PROSE]],
			`/ID [<${'0'.repeat(32)}> <${'0'.repeat(32)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> `
		);
		expect(await codeOf(locked)).toBe('article_encrypted');
	});
});
