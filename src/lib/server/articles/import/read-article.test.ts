import { deflateRawSync, gzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { readArticle } from './read-article.ts';
import { isHtml, sniff } from './sniff.ts';

const PROSE = 'The two ministers met in Vienna and said that they would resume the talks on trade with each other.';
const utf8 = (text: string) => new TextEncoder().encode(text);
const codeOf = async (bytes: Uint8Array) => {
	const read = await readArticle(bytes, {});
	return read.ok ? read.format : read.code;
};

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
async function docx(body: string, extra: Record<string, string> = {}): Promise<Uint8Array> {
	const zip = new JSZip();
	zip.file(
		'[Content_Types].xml',
		`${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	);
	zip.file(
		'_rels/.rels',
		`${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	);
	zip.file(
		'word/document.xml',
		`${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
	);
	for (const [name, content] of Object.entries(extra)) zip.file(name, content);
	return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A PDF with the given lines on each page, one below the other, and whatever else its trailer says. */
function pdf(pages: string[][], trailer = ''): Uint8Array {
	const objects: string[] = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'',
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
	];
	const kids: string[] = [];
	for (const lines of pages) {
		const content = `BT /F1 11 Tf 72 760 Td 14 TL ${lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
		objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
		const contents = objects.length;
		objects.push(
			`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${contents} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`
		);
		kids.push(`${objects.length} 0 R`);
	}
	objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
	let out = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const at = out.length;
		out += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return `${String(at).padStart(10, '0')} 00000 n \n`;
	});
	const table = out.length;
	out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${table}\n%%EOF`;
	return utf8(out);
}

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

describe('web pages', () => {
	const long = `${PROSE} They had not done so since the quarrel of May, officials said, and both were glad of it.`;
	const page = (head: string, body: string) =>
		utf8(`<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`);
	test('the article with its structure, and what the page says of it', async () => {
		const data = JSON.stringify({
			'@graph': [
				{ '@type': 'WebSite', name: 'Example' },
				{
					'@type': 'NewsArticle',
					headline: 'Ministers agree',
					datePublished: '2024-05-16T10:30:00+01:00',
					author: [{ name: 'Jane Roe' }, { name: 'John Doe' }],
					publisher: { name: 'Example Times' }
				}
			]
		});
		const read = await readArticle(
			page(
				`<title>Ministers agree | Example</title><script type="application/ld+json">${data}</script>`,
				`<nav><a href="/">Home</a><a href="/w">World</a></nav><main><article><h1>Ministers agree</h1><figure><img src="a.jpg"><figcaption>The ministers. Photo: Example</figcaption></figure><p>${long}</p><p hidden>Unseen words that nobody should read here.</p><h2>Trade &amp; fish</h2><p>${long}</p><ul><li>Trade: both agreed&shy;.</li><li><p>Fish: none agreed.</p></li></ul><p>${long}</p><table><tr><th>Topic</th><th>Result</th></tr><tr><td>Flights</td><td>agreed</td></tr></table><p>${long}</p></article></main><aside><p>${long}</p></aside><footer>© Example</footer><script>var x = "${long}";</script>`
			),
			{ name: 'page.txt' }
		);
		if (!read.ok) throw new Error(read.code);
		expect(read.format).toBe('html');
		expect(read.warnings).toEqual([]);
		expect(read.metadata).toEqual({
			title: 'Ministers agree',
			publisher: 'Example Times',
			author: 'Jane Roe, John Doe',
			published: '2024-05-16T10:30:00+01:00',
			language: 'en-GB'
		});
		expect(read.text.split('\n').filter((line) => line !== '')).toEqual([
			...['Ministers agree', 'The ministers. Photo: Example', long, 'Trade & fish', long],
			...['• Trade: both agreed.', '• Fish: none agreed.', long, 'Topic; Result', 'Flights; agreed', long]
		]);
	});
	test.each([
		['<meta property="article:published_time" content="2024-05-16T10:00:00Z">', '', '2024-05-16T10:00:00Z'],
		['<meta name="citation_publication_date" content="2024/05/16">', '', '2024-05-16'],
		['', '<time datetime="2024-05-16">yesterday</time>', '2024-05-16'],
		['<script type="application/ld+json">{ broken</script>', '', undefined]
	])('the day of publication by %s%s', async (head, body, published) => {
		const read = await readArticle(
			page(head, `<h1>Ministers agree</h1>${body}<article><p>${long}</p><p>${long}</p><p>${long}</p></article>`),
			{}
		);
		expect(read.ok && read.metadata.published).toBe(published);
	});
	test('a visible date stamp is kept where no metadata give the day', async () => {
		const read = await readArticle(
			page(
				'',
				`<h1>Ministers agree</h1><div class="post-date">16 May 2024</div><article><p>${long}</p><p>${long}</p><p>${long}</p></article>`
			),
			{}
		);
		expect(read.ok && read.text.split('\n').filter(Boolean).slice(0, 2)).toEqual(['Ministers agree', '16 May 2024']);
	});
	test('a page without an article is taken whole, with a warning', async () => {
		const read = await readArticle(
			page('', `<ul><li><a href="/a">${PROSE}</a></li><li><a href="/b">They left.<br>Nobody spoke.</a></li></ul>`),
			{}
		);
		expect(read).toMatchObject({
			ok: true,
			warnings: [{ code: 'whole_page' }],
			text: `• ${PROSE}\n• They left.\nNobody spoke.`
		});
	});
	test('hostile pages end soon', async () => {
		const started = performance.now();
		for (const html of [
			'<div>'.repeat(60_000),
			`<p>${'<b>a'.repeat(40_000)}`,
			'<!--'.repeat(50_000),
			`<table>${'<tr><td>x'.repeat(40_000)}`
		]) {
			const read = await readArticle(utf8(`<html><body>${html}`), {});
			expect(read.ok ? 'read' : read.code).toMatch(/^(?:read|article_\w+)$/);
		}
		expect(performance.now() - started).toBeLessThan(20_000);
	});
});

test('the kind is told by the bytes', () => {
	expect(sniff(utf8('%PDF-1.7'))).toBe('pdf');
	expect(sniff(utf8('The %PDF-1.7 format is old.'))).toBe('text');
	expect(isHtml('  <!-- a --><!DOCTYPE html>')).toBe(true);
	expect(isHtml('<3 this deal')).toBe(false);
	expect(isHtml('The <p> element')).toBe(false);
});
