import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { answerOnPage, beginAsGuest, verdict } from '../tests/e2e/reviewing.ts';
import { startServer } from '../tests/faults/server.ts';
import { round } from './measure.ts';

/** Milliseconds: the middle, and what one in twenty exceeds. */
interface Timing {
	p50: number;
	p95: number;
	runs: number;
}

/** From the click on "Next question" to the frame that shows the question, at once after the verdict. */
export interface NextQuestionTimings {
	/** The worker answers; what was answered is sent behind. */
	withWorker: Timing;
	/** The worker answers, and there is no network. */
	withoutNetwork: Timing;
	/** The server answers. */
	withoutWorker: Timing;
}

/** Not more than a new learner is asked in one sitting. */
const TURNS = 12;

/** Starts the production build on a fresh database and reviews on an emulated phone. */
export async function measureNextQuestion(): Promise<NextQuestionTimings> {
	const dataDir = mkdtempSync(join(tmpdir(), 'readout-bench-'));
	const server = startServer({ DATA_DIR: dataDir });
	const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const browser = await chromium.launch({ executablePath: findChromium(), args });
	const sitting = async (serviceWorkers: 'allow' | 'block', offline: boolean): Promise<Timing> => {
		const viewport = { width: 360, height: 740 };
		const context = await browser.newContext({ baseURL: await server.ready, serviceWorkers, viewport });
		try {
			return await review(context, serviceWorkers === 'allow', offline);
		} finally {
			await context.close();
		}
	};
	try {
		return {
			withWorker: await sitting('allow', false),
			withoutNetwork: await sitting('allow', true),
			withoutWorker: await sitting('block', false)
		};
	} finally {
		await browser.close();
		await server.stop('SIGTERM');
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function review(context: BrowserContext, worker: boolean, offline: boolean): Promise<Timing> {
	const page = await context.newPage();
	await beginAsGuest(page);
	while (worker && !(await page.evaluate(isReady))) await page.waitForTimeout(200);
	await context.setOffline(offline);
	await page.goto('/review');
	const times: number[] = [];
	for (let turn = 0; turn < TURNS; turn++) {
		await answerOnPage(page, turn % 4 !== 3);
		await verdict(page).waitFor();
		const time = await clickNext(page);
		if (time === undefined) break;
		times.push(time);
	}
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? NaN);
	return { p50: at(0.5), p95: at(0.95), runs: sorted.length };
}

/** Whether the worker rules the page and holds what a review needs. */
async function isReady(): Promise<boolean> {
	if (!navigator.serviceWorker.controller) return false;
	const status: { ready?: boolean } = await (await fetch('/api/device')).json();
	return status.ready === true;
}

/** Clicks in the page itself, so that the way from here to the browser is not counted; undefined where the sitting is over. */
function clickNext(page: Page): Promise<number | undefined> {
	return page.evaluate(async () => {
		const buttons = [...document.querySelectorAll('button')];
		const button = buttons.find(({ textContent }) => textContent.trim() === 'Next question');
		const start = performance.now();
		button?.click();
		while (!document.querySelector('form input[name="itemId"]')) {
			if (performance.now() - start > 10_000 || location.pathname === '/review/done') return undefined;
			await new Promise(requestAnimationFrame);
		}
		await new Promise(requestAnimationFrame);
		return performance.now() - start;
	});
}
