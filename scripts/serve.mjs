import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import compression from 'compression';
import { Trouble, explain, say } from './lib/say.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const HANDLER = resolve(ROOT, 'build', 'handler.js');
const PATIENCE_MS = 5_000;
const HOW_TO_SHARE = 'set ORIGIN to what they call this machine, such as http://192.168.1.5:3000';

/** @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => void} Handler */

/**
 * Runs the built server in this process until a signal ends it. The address is said last, when the database is open
 * and the bank loaded: importing the built handler does both.
 */
export async function serve() {
	if (!existsSync(HANDLER))
		throw new Trouble('Nothing is built yet: npm start builds and starts, npx vite build builds.');
	/** @type {(handler: Handler) => void} */
	let open = () => {};
	/** @type {Promise<Handler>} */
	const opened = new Promise((done) => (open = done));
	const server = listenTo(opened);
	// Taking the port first finds one that is in use before anything is opened; early requests wait.
	const host = process.env.HOST || '127.0.0.1';
	const url = await listen(server, host, process.env.PORT || '3000');
	if (!process.env.ORIGIN && ['0.0.0.0', '::'].includes(host))
		say(`other devices may look, but not answer: ${HOW_TO_SHARE}`);
	// Without it the adapter takes every request to have come by https, and refuses the forms of http pages.
	process.env.ORIGIN ||= url;
	// A file of an article may have 10 MB; other routes refuse far less by themselves.
	process.env.BODY_SIZE_LIMIT ||= '12M';
	const started = import(pathToFileURL(HANDLER).href);
	stopOnSignal(server, started);
	const { handler } = await started;
	open(handler);
	console.log(`Readout is ready at ${process.env.ORIGIN}`);
}

/**
 * @param {Promise<Handler>} opened
 */
function listenTo(opened) {
	// Each piece of a page goes out as soon as it is written, not when the compressor's buffer is full.
	const compress = compression({
		flush: constants.Z_SYNC_FLUSH,
		brotli: { flush: constants.BROTLI_OPERATION_FLUSH }
	});
	const server = createServer(async (request, response) => {
		// Once it is told to end, a connection that is kept alive would keep the server alive with it.
		response.on('close', () => server.listening || server.closeIdleConnections());
		const handler = await opened;
		// @ts-expect-error the library's types ask for Express, whose requests it does not need
		compress(request, response, () => handler(request, response, () => response.writeHead(404).end()));
	});
	// Longer than a proxy in front keeps an idle connection: it must not reuse one that is closing here.
	server.keepAliveTimeout = 65_000;
	server.headersTimeout = 66_000;
	return server;
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {string} port
 * @returns {Promise<string>} what a browser on this machine opens
 */
function listen(server, host, port) {
	return new Promise((done, failed) => {
		server.once('error', (error) => failed(new Trouble(whyNot(error, host, port))));
		try {
			server.listen({ host, port: /^\d+$/.test(port) ? Number(port) : -1 }, () => done(urlOf(server.address(), host)));
		} catch {
			failed(new Trouble(`PORT must be a whole number from 0 to 65535, not ${port}`));
		}
	});
}

/**
 * @param {string | import('node:net').AddressInfo | null} address
 * @param {string} host
 */
function urlOf(address, host) {
	const local = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host);
	const name = local ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	// The address as a URL writes it: without :80.
	return new URL(`http://${name}:${typeof address === 'object' ? address?.port : ''}`).origin;
}

/**
 * @param {Error & { code?: string }} error
 * @param {string} host
 * @param {string} port
 */
function whyNot(error, host, port) {
	if (error.code === 'EADDRINUSE')
		return `Port ${port} is in use by another program: stop that, or set PORT to another.`;
	if (error.code === 'EACCES') return `Port ${port} may not be used by this user: set PORT to one above 1023.`;
	if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
		return `HOST ${host} is no address of this machine.`;
	return `The server cannot listen on ${host}, port ${port}: ${error.message}`;
}

/**
 * On SIGTERM or SIGINT: no new connections, the requests under way are answered, the database is closed.
 * @param {import('node:http').Server} server
 * @param {Promise<unknown>} started
 */
function stopOnSignal(server, started) {
	let stopping = false;
	/** @param {NodeJS.Signals} signal */
	const stop = async (signal) => {
		// A terminal sends Ctrl-C to every process of the group, and npm passes it on once more.
		if (stopping) return;
		stopping = true;
		const closed = new Promise((done) => server.close(done));
		server.closeIdleConnections();
		const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
		setTimeout(() => process.exit(1), 2 * PATIENCE_MS).unref();
		await Promise.allSettled([closed, started]);
		clearTimeout(impatience);
		// The adapter's own server raises this event too, but cannot wait for what is done about it.
		// @ts-expect-error Node's types know no events but its own
		const listeners = process.listeners('sveltekit:shutdown');
		// @ts-expect-error nor what they are told
		const results = await Promise.allSettled(listeners.map(async (listener) => listener(signal)));
		const faults = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
		for (const fault of faults) console.error(explain(fault));
		process.exit(faults.length > 0 ? 1 : 0);
	};
	process.on('SIGINT', stop).on('SIGTERM', stop);
}

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
	process.chdir(ROOT);
	serve().catch((error) => {
		console.error(explain(error));
		process.exit(1);
	});
}
