import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { ACCESS } from '../../src/lib/server/access.ts';
import { PAGES, WHO, addressesOf, pageRoutes, type Who } from './every-page.ts';
import { WRITTEN, fillServer, type Filled } from './filled-world.ts';
import { expect, hydrated, test as base, type Server } from './fixtures.ts';
import { strayLatin } from './stray-latin.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What depends on the colours; everything else is the same in the dark. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
/** WCAG 1.4.10: what fits a window of 1280 px at 400 %. */
const REFLOW = 320;
const LIMIT = 900_000;

/** One filled server for all that look at it. */
const test = base.extend<object, { filled: Filled }>({
	filled: [
		async ({ server, playwright }, use) => use(await fillServer(playwright.request, server)),
		{ scope: 'worker', timeout: LIMIT }
	]
});

/** A window of somebody, whose console is listened to. */
async function windowOf(browser: Browser, server: Server, filled: Filled, who: Who, problems: string[]) {
	const storageState = who === 'visitor' ? undefined : await filled[who].request.storageState();
	const context = await browser.newContext({ ...test.info().project.use, baseURL: server.origin, storageState });
	const page = await context.newPage();
	page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
	});
	await page.emulateMedia({ reducedMotion: 'reduce' });
	return page;
}

async function openAll(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
	});
}

/** What axe finds, the size of targets among it. */
async function findings(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
	await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
	const axe = new AxeBuilder({ page });
	if (theme === 'dark') axe.withRules(OF_COLOURS);
	else axe.options({ runOnly: { type: 'tag', values: RULES }, rules: { 'target-size': { enabled: true } } });
	const { violations } = await axe.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${theme}: ${id} at ${target.join(' ')}`));
}

/** What stands out of the window sideways, and is not in a frame that scrolls. */
async function overflowing(page: Page, why: string): Promise<string[]> {
	return page.evaluate((name) => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const scrolls = (one: Element) => getComputedStyle(one).overflowX === 'auto';
		const framed = new Set(
			[...document.querySelectorAll('body *')].filter(scrolls).flatMap((one) => [...one.querySelectorAll('*')])
		);
		const wide = [...document.querySelectorAll('body *')].filter(
			(one) => !framed.has(one) && one.getBoundingClientRect().right > clientWidth + 1
		);
		const deepest = wide.filter((one) => !wide.some((other) => other !== one && one.contains(other)));
		const names = deepest
			.slice(0, 4)
			.map((one) => `${one.tagName.toLowerCase()}.${one.className} “${one.textContent?.trim().slice(0, 30)}”`);
		return [`${name}: ${scrollWidth - clientWidth} px too wide: ${names.join('; ')}`];
	}, why);
}

/** What can be reached by the keyboard and does not show that it is. */
async function unmarked(page: Page): Promise<string[]> {
	await page.keyboard.press('Tab');
	return page.evaluate(() => {
		const CAN =
			'a[href], button:not(:disabled), input:not([type="hidden"]):not(:disabled), select, textarea, summary, [tabindex="0"]';
		const shows = (one: Element) => {
			const { outlineStyle, outlineWidth } = getComputedStyle(one);
			return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
		};
		const dark: string[] = [];
		for (const one of document.querySelectorAll<HTMLElement>(CAN)) {
			if (one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) continue;
			one.focus();
			if (document.activeElement !== one) continue;
			const near = [one, one.nextElementSibling, one.parentElement].filter((other) => other !== null);
			if (!near.some(shows)) dark.push(`focus is not seen on ${one.outerHTML.slice(0, 90)}`);
		}
		return dark;
	});
}

async function headings(page: Page): Promise<string[]> {
	const count = await page.getByRole('heading', { level: 1 }).count();
	return count === 1 ? [] : [`${count} headings of the first level`];
}

/** Everything that is wrong with the page at an address. */
async function look(page: Page, address: string): Promise<string[]> {
	await page.goto(address);
	// Some pages have no script.
	if ((await page.locator('script').count()) > 0) await hydrated(page);
	const viewport = page.viewportSize()!;
	const narrow = viewport.width < 500;
	const wrong = [...(await headings(page)), ...(await findings(page, 'light'))];
	// Colours are the same at every width.
	if (narrow) wrong.push(...(await findings(page, 'dark')));
	await openAll(page);
	wrong.push(...(await unmarked(page)));
	wrong.push(...(await overflowing(page, 'opened')));
	if (narrow) {
		await page.setViewportSize({ width: REFLOW, height: viewport.height });
		wrong.push(...(await overflowing(page, `${REFLOW} px`)));
		await page.setViewportSize(viewport);
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		wrong.push(...(await overflowing(page, 'text at 200 %')));
	} else {
		await page.setViewportSize({ width: 768, height: viewport.height });
		wrong.push(...(await overflowing(page, '768 px')));
	}
	await page.setViewportSize(viewport);
	return wrong.map((what) => `${address}: ${what}`);
}

test('every page that there is has somebody here who looks at it', () => {
	const looked = new Set(Object.values(PAGES).flatMap((pages) => Object.keys(pages)));
	expect(pageRoutes().filter((id) => !looked.has(id))).toEqual([]);
	expect([...looked].filter((id) => ACCESS[id] === undefined)).toEqual([]);
});

for (const who of WHO)
	test(`every page of a ${who} is accessible in light and dark, and fits`, async ({
		browser,
		server,
		filled,
		problems
	}) => {
		test.setTimeout(LIMIT);
		const page = await windowOf(browser, server, filled, who, problems);
		const wrong: string[] = [];
		for (const address of addressesOf(who, filled)) wrong.push(...(await look(page, address)));
		await page.context().close();
		expect(wrong).toEqual([]);
		problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('status of 404')));
	});

for (const who of WHO)
	test(`no page of a ${who} has English that is not marked so, where the browser prefers Chinese`, async ({
		browser,
		server,
		filled
	}) => {
		test.setTimeout(LIMIT);
		const storageState = who === 'visitor' ? undefined : await filled[who].request.storageState();
		// As pages come from the server: what a script adds to them are the same messages.
		const options = { baseURL: server.origin, storageState, locale: 'zh-CN', javaScriptEnabled: false };
		const context = await browser.newContext(options);
		const page = await context.newPage();
		const found: Record<string, string[]> = {};
		for (const address of addressesOf(who, filled)) {
			await page.goto(address, { waitUntil: 'domcontentloaded' });
			await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
			const stray = await strayLatin(page, Object.values(WRITTEN));
			if (stray.length > 0) found[address] = stray;
		}
		await context.close();
		expect(found).toEqual({});
	});
