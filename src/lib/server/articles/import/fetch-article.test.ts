import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { fetchArticle } from './fetch-article.ts';
import { isPublicAddress } from './guard-address.ts';

const servers: Server[] = [];
afterEach(async () => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
	}
});

/** A server on this machine, with a count of the requests that reached it. */
async function serve(listener: RequestListener) {
	const seen: string[] = [];
	const server = createServer((request, response) => {
		seen.push(`${request.headers.host ?? ''}${request.url ?? ''}`);
		listener(request, response);
	});
	servers.push(server);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const port = String((server.address() as AddressInfo).port);
	return { port, seen, url: (path = '/', host = 'news.site.org') => `http://${host}:${port}${path}` };
}

const home = () => Promise.resolve([{ address: '127.0.0.1', family: 4 as const }]);
/** Takes this machine's servers for public, and nothing else that is not. */
const allow = (...ports: string[]) => ({
	resolve: home,
	isPublic: (address: string) => address === '127.0.0.1' || isPublicAddress(address),
	ports
});
const page: RequestListener = (_, response) =>
	response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>An article.</p>');

describe('addresses that are never fetched', () => {
	const forbidden = [
		...[
			'http://127.0.0.1/',
			'http://127.1/',
			'http://127.0.0.1:80/',
			'http://127.255.255.254/',
			'http://0.0.0.0/',
			'http://0/'
		],
		...['http://2130706433/', 'http://0x7f000001/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://017700000001/'],
		...['http://①②⑦.⓪.⓪.①/', 'http://127。0。0。1/', 'http://127.0.0.1./'],
		...[
			'http://10.0.0.1/',
			'http://10.255.255.255/',
			'http://172.16.0.1/',
			'http://172.31.255.255/',
			'http://192.168.0.1/'
		],
		...['http://169.254.169.254/latest/meta-data/', 'http://169.254.0.1/', 'http://2852039166/', 'http://0xa9fea9fe/'],
		...[
			'http://100.64.0.1/',
			'http://100.127.255.255/',
			'http://100.100.100.200/',
			'http://192.0.0.1/',
			'http://192.0.2.1/'
		],
		...['http://198.18.0.1/', 'http://198.51.100.1/', 'http://203.0.113.1/', 'http://224.0.0.1/', 'http://240.0.0.1/'],
		...['http://255.255.255.255/', 'http://192.88.99.1/', 'http://0.1.2.3/'],
		...[
			'http://[::1]/',
			'http://[::]/',
			'http://[::ffff:127.0.0.1]/',
			'http://[::ffff:7f00:1]/',
			'http://[::ffff:8.8.8.8]/'
		],
		...['http://[::127.0.0.1]/', 'http://[64:ff9b::7f00:1]/', 'http://[64:ff9b::8.8.8.8]/', 'http://[64:ff9b:1::1]/'],
		...['http://[fc00::1]/', 'http://[fd00:ec2::254]/', 'http://[fe80::1]/', 'http://[fec0::1]/', 'http://[ff02::1]/'],
		...[
			'http://[2001:db8::1]/',
			'http://[2002:7f00:1::]/',
			'http://[2001::1]/',
			'http://[100::1]/',
			'http://[3fff::1]/'
		],
		...['http://localhost/', 'http://LOCALHOST./', 'http://a.localhost/', 'http://printer/', 'http://nas.local/'],
		...[
			'http://metadata.google.internal/',
			'http://router.lan/',
			'http://a.corp/',
			'http://a.home.arpa/',
			'http://a.onion/'
		],
		...['http://user@example.org/', 'http://user:pass@example.org/', 'https://example.org@127.0.0.1/'],
		...['http://example.org:22/', 'http://example.org:8080/', 'https://example.org:8443/', 'http://example.org:6379/']
	];
	const invalid = [
		...['', 'example.org', '//example.org/', 'file:///etc/passwd', 'ftp://example.org/', 'gopher://example.org/'],
		...[
			'javascript:alert(1)',
			'data:text/html,x',
			'http://',
			'http://[::1',
			'http://300.1.1.1/',
			'http://a b/',
			`http://example.org/${'a'.repeat(2100)}`
		]
	];
	const never = () => Promise.reject(new Error('resolved'));
	test.each(forbidden)('%s', async (url) => {
		expect(await fetchArticle(url, { resolve: never })).toEqual({ ok: false, code: 'url_forbidden' });
	});
	test.each(invalid)('%s', async (url) => {
		expect(await fetchArticle(url, { resolve: never })).toEqual({ ok: false, code: 'url_invalid' });
	});
	test.each(['10.0.0.1', '127.0.0.1', '::1', '169.254.169.254', '::ffff:10.0.0.1', 'fd00::1', 'not an address'])(
		'a name that resolves to %s, alone or beside a public one',
		async (address) => {
			for (const others of [[], [{ address: '8.8.8.8', family: 4 as const }]]) {
				const resolve = () => Promise.resolve([...others, { address, family: 4 as const }]);
				expect(await fetchArticle('http://news.site.org/', { resolve })).toEqual({ ok: false, code: 'url_forbidden' });
			}
		}
	);
	test('public addresses are public', () => {
		for (const address of [
			'8.8.8.8',
			'93.184.216.34',
			'172.32.0.1',
			'100.128.0.1',
			'2606:4700::1111',
			'2a00:1450:4001::1'
		]) {
			expect(isPublicAddress(address), address).toBe(true);
		}
	});
});

describe('a fetch', () => {
	test('brings the bytes, the type and the last address', async () => {
		const { url, port, seen } = await serve(page);
		const found = await fetchArticle(url('/a?b=1'), allow(port));
		expect(found).toMatchObject({ ok: true, contentType: 'text/html; charset=utf-8', url: url('/a?b=1') });
		expect(found.ok && new TextDecoder().decode(found.bytes)).toBe('<p>An article.</p>');
		expect(seen).toEqual([`news.site.org:${port}/a?b=1`]);
	});
	test('unpacks what was packed without being asked', async () => {
		const { url, port } = await serve((_, response) =>
			response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(gzipSync('An article.'))
		);
		const found = await fetchArticle(url(), allow(port));
		expect(found.ok && new TextDecoder().decode(found.bytes)).toBe('An article.');
	});
	test('goes to the address that was checked, whatever the name resolves to later', async () => {
		const wanted = await serve(page);
		let lookups = 0;
		const resolve = () => {
			lookups += 1;
			return Promise.resolve([{ address: lookups === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 as const }]);
		};
		const isPublic = (address: string) => address === '127.0.0.1';
		const options = { resolve, isPublic, ports: [wanted.port] };
		expect(await fetchArticle(wanted.url(), options)).toMatchObject({ ok: true });
		expect(lookups).toBe(1);
		expect(await fetchArticle(wanted.url(), options)).toEqual({ ok: false, code: 'url_forbidden' });
		expect(wanted.seen).toHaveLength(1);
	});
	test('a redirect is resolved and checked anew: the second answer of the name is refused', async () => {
		const { url, port, seen } = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
		let lookups = 0;
		const resolve = () => {
			lookups += 1;
			return Promise.resolve([{ address: lookups === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 as const }]);
		};
		expect(await fetchArticle(url(), { ...allow(port), resolve })).toEqual({ ok: false, code: 'url_forbidden' });
		expect(seen).toHaveLength(1);
	});
	test.each([
		['http://169.254.169.254/latest/', 'url_forbidden'],
		['http://[::1]/', 'url_forbidden'],
		['http://localhost/', 'url_forbidden'],
		['http://user:pass@news.site.org/', 'url_forbidden'],
		['http://news.site.org:22/', 'url_forbidden'],
		['file:///etc/passwd', 'url_invalid']
	])('a redirect to %s is not followed', async (location, code) => {
		const { url, port, seen } = await serve((_, response) =>
			response.writeHead(302, { location }).end('x'.repeat(100_000))
		);
		expect(await fetchArticle(url(), allow(port))).toEqual({ ok: false, code });
		expect(seen).toHaveLength(1);
	});
	test('three redirects are followed, a fourth is not', async () => {
		const { url, port, seen } = await serve((request, response) => {
			const left = Number((request.url ?? '').slice(1));
			if (left === 0) page(request, response);
			else response.writeHead(301, { location: `/${left - 1}` }).end();
		});
		expect(await fetchArticle(url('/3'), allow(port))).toMatchObject({ ok: true, url: url('/0') });
		expect(await fetchArticle(url('/4'), allow(port))).toEqual({ ok: false, code: 'url_http_error' });
		expect(seen).toHaveLength(8);
	});
	test('too much, declared, streamed or packed', async () => {
		const chunk = Buffer.alloc(1024 * 1024, 'a');
		const { url, port } = await serve((request, response) => {
			response.setHeader('content-type', 'text/plain');
			if (request.url === '/declared') response.setHeader('content-length', String(6 * 1024 * 1024)).write('a');
			else if (request.url === '/packed')
				response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
			else {
				const more = () => {
					if (!response.destroyed) response.write(chunk, () => setImmediate(more));
				};
				more();
			}
		});
		for (const path of ['/declared', '/packed', '/streamed']) {
			expect(await fetchArticle(url(path), allow(port)), path).toEqual({ ok: false, code: 'url_too_large' });
		}
	});
	test('too slow: no answer, a dripping body, a resolver that hangs', async () => {
		const { url, port } = await serve((request, response) => {
			if (request.url === '/none') return;
			response.setHeader('content-type', 'text/plain').write('a');
			const drip = setInterval(() => (response.destroyed ? clearInterval(drip) : response.write('a')), 20);
		});
		for (const path of ['/none', '/drip']) {
			expect(await fetchArticle(url(path), { ...allow(port), timeout: 200 })).toEqual({
				ok: false,
				code: 'url_timeout'
			});
		}
		const resolve = () => new Promise<never>(() => undefined);
		expect(await fetchArticle(url(), { ...allow(port), resolve, timeout: 100 })).toEqual({
			ok: false,
			code: 'url_timeout'
		});
	});
	test('wrong types, refusals, nobody there', async () => {
		const { url, port } = await serve((request, response) => {
			if (request.url === '/404') response.writeHead(404).end();
			else if (request.url === '/loop') response.writeHead(302).end();
			else if (request.url === '/image') response.setHeader('content-type', 'image/png').end('x');
			else if (request.url === '/packed')
				response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'odd' }).end('x');
			else response.end('no type');
		});
		const code = async (path: string, host?: string) => {
			const found = await fetchArticle(url(path, host), allow(port));
			return found.ok ? 'ok' : found.code;
		};
		expect(await code('/404')).toBe('url_http_error');
		expect(await code('/loop')).toBe('url_http_error');
		expect(await code('/image')).toBe('url_wrong_type');
		expect(await code('/packed')).toBe('url_wrong_type');
		expect(await code('/')).toBe('url_wrong_type');
		const gone = () => Promise.reject(new Error('ENOTFOUND'));
		expect(await fetchArticle('http://news.site.org/', { resolve: gone })).toEqual({
			ok: false,
			code: 'url_unreachable'
		});
		expect(await fetchArticle('http://news.site.org:1/', allow('1'))).toEqual({ ok: false, code: 'url_unreachable' });
	});
});
