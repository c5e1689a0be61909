import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, request } from 'undici';
import type { Dispatcher } from 'undici';
import type { UrlCode } from './codes.ts';
import { isPublicAddress, parseUrl, pinAddress, resolveHost } from './guard-address.ts';
import type { Address, Resolve } from './guard-address.ts';

export interface Fetched {
	ok: true;
	bytes: Uint8Array;
	contentType: string;
	/** Where it was found after redirects. */
	url: string;
}

export interface FetchRefusal {
	ok: false;
	code: UrlCode;
}

/** For tests, whose servers are on this machine: production passes none of it. */
export interface FetchOptions {
	resolve?: Resolve;
	isPublic?: (address: string) => boolean;
	ports?: readonly string[];
	/** Milliseconds for everything together. */
	timeout?: number;
}

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_REDIRECTS = 3;
const TIMEOUT = 5000;
const TYPES =
	/^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|pdf|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))\s*(?:;|$)/i;
const HEADERS = {
	accept: 'text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9',
	'accept-encoding': 'identity',
	'accept-language': 'en',
	'user-agent': 'Readout/1 (article import)'
};

/** Ways of packing that a server may use although none was asked for. */
const UNPACK: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
	gzip: createGunzip,
	'x-gzip': createGunzip,
	deflate: createInflate,
	br: createBrotliDecompress
};

const refuse = (code: UrlCode): FetchRefusal => ({ ok: false, code });

/** An agent whose connections go to one address only, whatever the name resolves to by then. */
function agentFor({ address, family }: Address): Agent {
	return new Agent({
		connections: 1,
		connect: {
			lookup: (_host, options, callback) => {
				if (options.all) callback(null, [{ address, family }]);
				else callback(null, address, family);
			}
		}
	});
}

/** The reader of the stream meets the same error; the pipeline's own report is not needed. */
const endsWithError = () => undefined;

/** The unpacked body, as long as it is not too large. */
async function bodyOf(body: Readable, encoding: string): Promise<Uint8Array | 'url_too_large'> {
	const unpack = UNPACK[encoding];
	const stream = unpack === undefined ? body : pipeline(body, unpack(), endsWithError);
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size > MOST_BYTES) return 'url_too_large';
		chunks.push(bytes);
	}
	return new Uint8Array(Buffer.concat(chunks));
}

const headerOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** What one answer leads to: the article, another address, or a refusal. */
async function read(response: Dispatcher.ResponseData, url: URL): Promise<Fetched | FetchRefusal | { to: string }> {
	const { statusCode, headers, body } = response;
	const location = headerOf(headers.location);
	if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
		return URL.canParse(location, url) ? { to: new URL(location, url).href } : refuse('url_http_error');
	}
	if (statusCode !== 200) return refuse('url_http_error');
	const contentType = headerOf(headers['content-type']) ?? '';
	const encoding = headerOf(headers['content-encoding']) ?? 'identity';
	if (!TYPES.test(contentType) || (encoding !== 'identity' && !(encoding in UNPACK))) return refuse('url_wrong_type');
	if (Number(headerOf(headers['content-length']) ?? 0) > MOST_BYTES) return refuse('url_too_large');
	const bytes = await bodyOf(body, encoding);
	return bytes === 'url_too_large' ? refuse(bytes) : { ok: true, bytes, contentType, url: url.href };
}

/** Fetches one address, bound to a public address of its host. */
async function step(
	from: string,
	options: FetchOptions,
	signal: AbortSignal
): Promise<Fetched | FetchRefusal | { to: string }> {
	const isPublic = options.isPublic ?? isPublicAddress;
	const url = parseUrl(from, isPublic, options.ports);
	if (typeof url === 'string') return refuse(url);
	const pinned = await pinAddress(url.hostname, options.resolve ?? resolveHost, isPublic);
	if (typeof pinned === 'string') return refuse(pinned);
	if (signal.aborted) return refuse('url_timeout');
	const dispatcher = agentFor(pinned);
	try {
		const response = await request(url, { dispatcher, signal, headers: HEADERS, method: 'GET' });
		// A body that is not read to its end fails when the agent goes: that is no news.
		response.body.on('error', endsWithError);
		return await read(response, url);
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return refuse(signal.aborted ? 'url_timeout' : 'url_unreachable');
	} finally {
		await dispatcher.destroy();
	}
}

/** A promise that never outlasts the signal, for what cannot be stopped (the system's resolver). */
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T | FetchRefusal> {
	const late = new Promise<FetchRefusal>((done) => {
		signal.addEventListener('abort', () => done(refuse('url_timeout')), { once: true });
	});
	return Promise.race([work, late]);
}

/**
 * Fetches an article from the public web: http(s) on its own ports, no credentials, no address of an inner network, the
 * connection bound to the address that was checked, at most 3 redirects that are each checked anew, 5 MB, 5 seconds.
 * @returns the bytes as they came, with the content type and the last address; or why there are none
 */
export async function fetchArticle(url: string, options: FetchOptions = {}): Promise<Fetched | FetchRefusal> {
	const signal = AbortSignal.timeout(options.timeout ?? TIMEOUT);
	let from = url;
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
		const found = await within(step(from, options, signal), signal);
		if ('ok' in found) return found;
		from = found.to;
	}
	return refuse('url_http_error');
}
