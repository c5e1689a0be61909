/**
 * Takes the pictures in docs/screens from the production build: each page at phone and desktop size, light and dark.
 * Usage: npm run screenshots
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { answerOnPage, goOn, verdict } from '../tests/e2e/reviewing.ts';
import { confirm, makeWorkspace, register, upload } from '../tests/e2e/workbench.ts';
import { startServer } from '../tests/faults/server.ts';
import { getChromium } from './lib/chromium.mjs';

const FOLDER = 'docs/screens';
const ARTICLE = 'tests/articles/dev/wire-busan.txt';
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } };
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

async function takeAll(page: Page, name: (page: string) => string): Promise<void> {
	const shot = (what: string) => page.screenshot({ path: join(FOLDER, name(what)), fullPage: true });
	const open = async (path: string, what: string) => {
		await page.goto(path);
		await page.waitForFunction(() => document.documentElement.dataset.hydrated === 'true');
		await shot(what);
	};
	const began = new Date().toISOString();
	await open('/', 'welcome');
	await page.getByRole('button', { name: 'Start reviewing' }).first().click();
	await page.waitForURL(/review/);
	await page.waitForFunction(() => document.documentElement.dataset.hydrated === 'true');
	await shot('question');
	for (let turn = 0; turn < 14; turn++) {
		await answerOnPage(page, turn % 4 !== 2);
		await verdict(page).waitFor();
		if (turn === 0 || turn === 2) await shot(turn === 0 ? 'right' : 'wrong');
		await goOn(page);
	}
	await open('/', 'today');
	await open('/decks', 'decks');
	await open(`/review/done?deck=all&since=${encodeURIComponent(began)}`, 'done');
	await open('/account', 'settings');
	await open('/register', 'register');
	await open('/sign-in', 'sign-in');
}

/** A teacher's pages, with one of the fixtures as her article. */
async function takeWorkbench(page: Page, name: (page: string) => string): Promise<void> {
	const shot = (what: string, fullPage = true) => page.screenshot({ path: join(FOLDER, name(what)), fullPage });
	await register(page, 'Mei Tan');
	const workspace = await makeWorkspace(page, 'Busan, October 2025');
	await page.goto(`${workspace}/articles/new`);
	await shot('article-new');
	await upload(page, workspace, readFileSync(ARTICLE, 'utf8'));
	await shot('article-confirm');
	await confirm(page, '2025-10-30');
	await page.getByText('Accept the surest at once').click();
	await page.getByLabel('Least confidence').selectOption('90 %');
	await page.getByRole('button', { name: /^Accept \d+ facts?$/ }).click();
	await page.getByText(/: [1-9]\d* accepted/).waitFor();
	await page.getByText('Accept the surest at once').click();
	await page.keyboard.press('j');
	await shot('workbench', false);
	for (const tab of ['items', 'balance', 'names']) {
		await page.goto(`${workspace}/${tab}`);
		await shot(`workspace-${tab}`, false);
	}
	await page.goto(workspace);
	await shot('workspace');
}

const dataDir = mkdtempSync(join(tmpdir(), 'readout-screens-'));
const server = startServer({ DATA_DIR: dataDir });
const browser = await chromium.launch({ executablePath: getChromium(), args: ARGS });
try {
	mkdirSync(FOLDER, { recursive: true });
	const baseURL = await server.ready;
	for (const [size, viewport] of Object.entries(SIZES)) {
		for (const colorScheme of ['light', 'dark'] as const) {
			const context = await browser.newContext({ baseURL, viewport, colorScheme, reducedMotion: 'reduce' });
			await takeAll(await context.newPage(), (page) => `${page}-${size}-${colorScheme}.png`);
			await takeWorkbench(await context.newPage(), (page) => `${page}-${size}-${colorScheme}.png`);
			await context.close();
		}
	}
	console.log(`pictures written to ${FOLDER}`);
} finally {
	await browser.close();
	await server.stop('SIGTERM');
	rmSync(dataDir, { recursive: true, force: true });
}
