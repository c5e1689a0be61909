import { describe, expect, test } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { PROSE, utf8 } from './fixtures.ts';
import { readArticle } from './read-article.ts';

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
	test.each([
		['<title>Ministers agree on flights | The Fjord Courier</title>', 'The Fjord Courier'],
		['<title>Ministers agree on flights - Corvane World Service</title>', 'Corvane World Service'],
		['<title>Ministers agree on flights</title>', undefined],
		['<title>Ministers agree - on flights</title>', undefined]
	])('the site behind a page title: %s', async (head, publisher) => {
		const read = await readArticle(
			page(head, `<h1>Ministers agree on flights</h1><article><p>${long}</p><p>${long}</p><p>${long}</p></article>`),
			{}
		);
		expect(read.ok && read.metadata.publisher).toBe(publisher);
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
	test('the stamp of a byline is kept, too', async () => {
		const byline = '<p class="byline">By Ana Oyelowo | Posted Wed 12 Apr 2023 at 4:55pm</p>';
		const read = await readArticle(
			page('', `<article><h1>Ministers agree</h1>${byline}<p>${long}</p><p>${long}</p><p>${long}</p></article>`),
			{}
		);
		expect(read.ok && read.text).toContain('Posted Wed 12 Apr 2023');
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
		const started = cpuTime();
		for (const html of [
			'<div>'.repeat(60_000),
			`<p>${'<b>a'.repeat(40_000)}`,
			'<!--'.repeat(50_000),
			`<table>${'<tr><td>x'.repeat(40_000)}`
		]) {
			const read = await readArticle(utf8(`<html><body>${html}`), {});
			expect(read.ok ? 'read' : read.code).toMatch(/^(?:read|article_\w+)$/);
		}
		expect(cpuTime() - started).toBeLessThan(20_000);
	});
});
