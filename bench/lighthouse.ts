import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../tests/faults/server.ts';
import { startGuest } from './guest.ts';

/** Scores of 0 to 100 on an emulated phone with a slow network: the middle of the runs, and each run's performance. */
export interface LighthouseScores {
	path: string;
	performance: number;
	accessibility: number;
	bestPractices: number;
	seo: number;
	/** Milliseconds, the middle of the runs. */
	firstContentfulPaint: number;
	largestContentfulPaint: number;
	totalBlockingTime: number;
	/** Share of the screen that moved after it was shown. */
	layoutShift: number;
	runs: number[];
	/** Audits of any run that were not passed, without those that only inform. */
	failed: string[];
}

interface Report {
	categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
	audits: Record<string, { score: number | null; numericValue?: number }>;
}

/** The last version that declares the Node that we support; run by npx, because nothing that is shipped needs it. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const RUNS = 5;
const PAGES = ['/', '/decks', '/review?deck=all'];
const CHROME_FLAGS = [
	'--headless=new',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
].join(' ');
const run = promisify(execFile);

/** Starts the production build on a fresh database and has Lighthouse judge its pages, as a guest sees them. */
export async function measureLighthouse(): Promise<LighthouseScores[]> {
	const folder = mkdtempSync(join(tmpdir(), 'readout-lighthouse-'));
	const server = startServer({ DATA_DIR: join(folder, 'data') });
	try {
		const origin = await server.ready;
		const headers = join(folder, 'headers.json');
		writeFileSync(headers, JSON.stringify({ cookie: await startGuest(origin) }));
		const scores = [];
		for (const path of PAGES) scores.push(await judge(origin, path, path === '/' ? undefined : headers, folder));
		return scores;
	} finally {
		await server.stop('SIGTERM');
		rmSync(folder, { recursive: true, force: true });
	}
}

async function judge(origin: string, path: string, headers: string | undefined, folder: string) {
	const reports: Report[] = [];
	for (let turn = 0; turn < RUNS; turn++)
		reports.push(await report(origin + path, headers, join(folder, 'report.json')));
	return toScores(path, reports);
}

async function report(url: string, headers: string | undefined, file: string): Promise<Report> {
	const chrome = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
	const options = ['--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${CHROME_FLAGS}`];
	const identity = headers === undefined ? [] : [`--extra-headers=${headers}`];
	await run('npx', ['--yes', LIGHTHOUSE, url, ...options, ...identity], {
		env: { ...process.env, CHROME_PATH: chrome },
		maxBuffer: 64 * 1024 * 1024
	});
	return JSON.parse(readFileSync(file, 'utf8'));
}

function toScores(path: string, reports: readonly Report[]): LighthouseScores {
	const scores = (category: string) =>
		reports.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100));
	const audit = (id: string) => middle(reports.map(({ audits }) => audits[id]?.numericValue ?? NaN));
	return {
		path,
		performance: middle(scores('performance')),
		accessibility: Math.min(...scores('accessibility')),
		bestPractices: Math.min(...scores('best-practices')),
		seo: Math.min(...scores('seo')),
		firstContentfulPaint: Math.round(audit('first-contentful-paint')),
		largestContentfulPaint: Math.round(audit('largest-contentful-paint')),
		totalBlockingTime: Math.round(audit('total-blocking-time')),
		layoutShift: audit('cumulative-layout-shift'),
		runs: scores('performance'),
		failed: [...new Set(reports.flatMap(failedAudits))].sort()
	};
}

/** Audits that carry weight in their category and were not passed whole. */
function failedAudits({ categories, audits }: Report): string[] {
	const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
	return weighed.flatMap(({ id }) => ((audits[id]?.score ?? 1) < 0.9 ? [id] : []));
}

function middle(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
