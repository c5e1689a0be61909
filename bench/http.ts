import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startServer } from '../tests/faults/server.ts';
import { startGuest } from './guest.ts';
import { measure, round, type Timing } from './measure.ts';
import { measureUpload, type UploadTimings } from './upload.ts';

export interface HttpTimings {
	/** Gzip, in kB: what the review page loads. */
	weight: { html: number; javascript: number; css: number; files: number };
	reviewPage: Timing;
	/** Requests a second with eight at once. */
	requestsPerSecond: number;
	upload: UploadTimings;
}

const PARALLEL = 8;
const REQUESTS = 1600;

/** Starts the production build on a fresh database and measures its review page. */
export async function measureHttp(): Promise<HttpTimings> {
	const dataDir = mkdtempSync(join(tmpdir(), 'readout-bench-'));
	const server = startServer({ DATA_DIR: dataDir });
	try {
		const origin = await server.ready;
		const cookie = await startGuest(origin);
		const get = async (path: string) => {
			const response = await fetch(origin + path, { headers: { cookie } });
			if (!response.ok) throw new Error(`${path}: ${response.status}`);
			return response.text();
		};
		const weight = await weigh(`${origin}/review?deck=all`, cookie);
		const reviewPage = await measure(200, async () => void (await get('/review?deck=all')));
		const start = performance.now();
		await Promise.all(
			Array.from({ length: PARALLEL }, async () => {
				for (let turn = 0; turn < REQUESTS / PARALLEL; turn++) await get('/review?deck=all');
			})
		);
		const requestsPerSecond = round((REQUESTS * 1000) / (performance.now() - start));
		return { weight, reviewPage, requestsPerSecond, upload: await measureUpload(origin) };
	} finally {
		await server.stop('SIGTERM');
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Every script and style sheet that the page names, in its text or in the header that preloads them. */
async function weigh(page: string, cookie: string): Promise<HttpTimings['weight']> {
	const response = await fetch(page, { headers: { cookie } });
	const html = await response.text();
	const inPage = [...html.matchAll(/(?:href=|import\()"([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
	const inHeader = [...(response.headers.get('link') ?? '').matchAll(/<([^>]+\.(?:js|css))>/g)].map(
		(match) => match[1] ?? ''
	);
	const paths = [...new Set([...inPage, ...inHeader].map((name) => new URL(name, page).href))];
	const sizes = await Promise.all(
		paths.map(async (path) => ({ path, bytes: gzipSync(await (await fetch(path)).text()).length }))
	);
	const sum = (ending: string) =>
		round(sizes.filter(({ path }) => path.endsWith(ending)).reduce((total, { bytes }) => total + bytes, 0) / 1024);
	return { html: round(gzipSync(html).length / 1024), javascript: sum('.js'), css: sum('.css'), files: paths.length };
}
