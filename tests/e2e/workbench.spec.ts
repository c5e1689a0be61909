import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectSound } from './sound.ts';
import { visit } from './reviewing.ts';
import {
	ARTICLE,
	cards,
	choose,
	chosen,
	confirm,
	forgive,
	HOSTILE,
	makeWorkspace,
	ready,
	register,
	showArticle,
	upload
} from './workbench.ts';

/** Looked at from its end nothing lies under the bar at the bottom: what does elsewhere can be scrolled out from under it. */
async function expectSoundAtEnd(page: Page, name: string): Promise<void> {
	await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
	await expectSound(page, name);
}

test('from an article to a learner who sees the words that say it', async ({ page, browser, server, problems }) => {
	test.setTimeout(180_000);
	await register(page, 'Ines');
	const workspace = await makeWorkspace(page, 'Fisheries');
	await upload(page, workspace, ARTICLE);
	await page.getByLabel('Day of publication').fill('');
	await page.getByRole('button', { name: 'Find its facts' }).click();
	await expect(page.getByRole('alert')).toContainText('day of publication');
	await confirm(page);

	await choose(page, /patrols/);
	await page.keyboard.press('a');
	await expect(page.getByText(/^1 of \d+ decided|1 accepted/)).toBeVisible();

	await choose(page, /consulate/);
	await page.keyboard.press('e');
	const statement = page.getByLabel('Statement');
	await expect(statement).toBeFocused();
	await statement.fill('Portugal will open a consulate in the Norwegian city of Bergen in 2025.');
	await page.reload();
	await ready(page).catch(() => undefined);
	await expect(page.getByLabel('Statement')).toHaveValue(/Norwegian city/);
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(chosen(page)).toContainText('accepted, edited');

	await choose(page, /chance/);
	await page.keyboard.press('r');
	await page.keyboard.press('4');
	await expect(page.getByText(/1 rejected/)).toBeVisible();
	await page.reload();
	await ready(page);
	await expect(page.getByText(/2 accepted, 1 rejected/)).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(page.getByText(/2 accepted, 0 rejected/)).toBeVisible();

	await page.getByText('Accept the surest at once').click();
	await page.getByLabel('Least confidence').selectOption('80 %');
	await page.getByRole('button', { name: /^Accept \d+ facts?$/ }).click();
	await expect(page.getByText(/: 2 accepted, 0 rejected/)).toHaveCount(0);

	await visit(page, `${workspace}/items`);
	await page.getByRole('button', { name: /Publish all without findings/ }).click();
	await expect(page.getByText(/\d+ questions? published/)).toBeVisible();

	await visit(page, workspace);
	await page.getByRole('button', { name: 'Link for learners' }).click();
	const link = await page.getByLabel('Invitation link').inputValue();

	const other = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false });
	const learner = await other.newPage();
	await learner.goto(link);
	await expect(learner.getByRole('heading', { name: 'Fisheries' })).toBeVisible();
	await learner.getByRole('button', { name: 'Join' }).click();
	await expect(learner).toHaveURL(/\/decks/);
	await learner.getByRole('link', { name: 'Review: Fisheries' }).click();
	await answerSomehow(learner);
	await expect(learner).toHaveURL(/\/review\/answer/);
	await learner.locator('aside[aria-label="Evidence"] summary').first().click();
	await learner.locator('.place summary').first().click();
	const marked = await learner.locator('.passage mark').first().innerText();
	expect(ARTICLE).toContain(marked);
	await learner.getByText('Report this question').click();
	await learner.getByRole('combobox', { name: 'What is wrong' }).selectOption('unclear');
	await learner.getByRole('textbox', { name: 'Note' }).fill('Which patrols?');
	await learner.getByRole('button', { name: 'Send' }).click();
	await expect(learner).toHaveURL(/\/review/);
	await other.close();
	await visit(page, `${workspace}/reports`);
	await expect(page.getByText('Which patrols?')).toBeVisible();
	await page.getByRole('button', { name: 'Nothing is wrong' }).click();
	await expect(page.getByRole('heading', { name: 'Dealt with' })).toBeVisible();
	forgive(problems, 400);
});

/** Gives some answer to whatever is asked, without script. */
async function answerSomehow(page: Page): Promise<void> {
	const choice = page.locator('button[name="option"], button[name="value"]').first();
	if (await choice.count()) return choice.click();
	if (await page.getByText('Show answer').count()) {
		await page.getByText('Show answer').click();
		return page.locator('button[name="rating"]').first().click();
	}
	const box = page.locator('input[name="text"]');
	if (await box.count()) await box.fill('no idea at all');
	else await page.locator('input[name="option"]').first().check();
	await page.locator('form:has(input[name="itemId"]) button[type="submit"]').last().click();
}

test('two windows: the one that comes late sees what the other made of it, and loses nothing', async ({
	page,
	context,
	problems
}) => {
	test.setTimeout(120_000);
	await register(page, 'Ola');
	await upload(page, await makeWorkspace(page, 'Two windows'), ARTICLE);
	const path = await confirm(page);
	const late = await context.newPage();
	await visit(late, path);
	await choose(late, /consulate/);
	await late.keyboard.press('e');
	await late.getByLabel('Statement').fill('What the late one typed about the consulate.');

	await choose(page, /consulate/);
	await page.keyboard.press('e');
	await page.getByLabel('Statement').fill('What the first one typed about the consulate.');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(chosen(page)).toContainText('What the first one typed');

	await late.getByRole('button', { name: 'Save' }).click();
	await expect(late.getByRole('alert').filter({ hasText: 'What the first one typed' })).toBeVisible();
	await expect(late.getByLabel('Statement')).toHaveValue(/What the late one typed/);
	await late.getByRole('button', { name: 'Save mine over it' }).click();
	await expect(chosen(late)).toContainText('What the late one typed');
	await late.close();
	forgive(problems, 409);
});

test('a fact is added by hand on words that are found in the article', async ({ page }) => {
	test.setTimeout(120_000);
	await register(page, 'Mar');
	await upload(page, await makeWorkspace(page, 'By hand'), ARTICLE);
	await confirm(page);
	await page.keyboard.press('n');
	await page.getByLabel('Statement').fill('Portugal and Norway work together at sea.');
	await page.getByRole('button', { name: 'Add it' }).click();
	await expect(page.getByText('Select the words of the article that say it.')).toBeVisible();
	await page.getByLabel(/Add words/).fill('joint fisheries   patrols');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Add it' }).click();
	await expect(chosen(page)).toContainText('work together at sea');
	await expect(page.locator('mark.chosen')).toHaveText('joint fisheries patrols');
	await page.reload();
	await ready(page);
	await expect(cards(page).filter({ hasText: 'work together at sea' })).toContainText('added by hand');
	await showArticle(page);
	await page.locator('#article [data-start]', { hasText: 'We leave nothing to' }).selectText();
	await page.keyboard.press('n');
	await expect(page.locator('fieldset q')).toContainText('We leave nothing to');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('feed')).toBeVisible();
});

test('what an article brings is text and nothing else', async ({ page }) => {
	test.setTimeout(120_000);
	await register(page, 'Eve');
	await upload(page, await makeWorkspace(page, '<img src=x onerror=alert(1)>'), HOSTILE);
	await expect(page.getByText('onerror=').first()).toBeVisible();
	await confirm(page);
	await showArticle(page);
	await expect(page.locator('#article').getByText('<script>document.title').first()).toBeVisible();
	expect(await page.locator('#article img, #article b, #article script').count()).toBe(0);
	expect(await page.title()).not.toBe('owned');
	const drawn = await page.locator('#article [data-start]').allTextContents();
	expect(drawn.join('')).toContain('Z\u200bero\u200bwidth Norway');
	await expectSoundAtEnd(page, 'hostile article');
});

test('ten thousand facts scroll smoothly', async ({ page }) => {
	test.setTimeout(180_000);
	await register(page, 'Many');
	const lines = Array.from(
		{ length: 260 },
		(_, index) => `On ${1 + (index % 28)} May 2024 Norway opposed tariff ${index}.`
	);
	await upload(page, await makeWorkspace(page, 'Many'), `Norway and its many tariffs\n\n${lines.join('\n\n')}\n`);
	await page.route('**/api/workspaces/**', async (route) => {
		const bench = await (await route.fetch()).json();
		const facts = Array.from({ length: 10_000 }, (_, index) => {
			const fact = bench.facts[Math.floor((index / 10_000) * bench.facts.length)];
			return { ...fact, id: `${fact.id}-${index}` };
		});
		await route.fulfill({ json: { ...bench, facts } });
	});
	await confirm(page);
	await expect(cards(page).first()).toHaveAttribute('aria-setsize', '10000');
	const longest = await page.evaluate(async () => {
		let most = 0;
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) most = Math.max(most, duration);
		}).observe({ type: 'longtask' });
		const frame = document.querySelector('#facts');
		const wide = matchMedia('(min-width: 64rem)').matches;
		for (let step = 0; step < 60; step++) {
			(wide ? frame : window)?.scrollBy(0, 700);
			await new Promise((done) => requestAnimationFrame(done));
		}
		return most;
	});
	expect(await cards(page).count()).toBeLessThan(200);
	// Generous, for a machine that does other things at the same time.
	expect(longest).toBeLessThan(400);
	await showArticle(page);
	await page.locator('mark').last().click();
	await expect(chosen(page)).toBeVisible();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });
	test('articles are added and facts decided', async ({ page, problems }) => {
		test.setTimeout(120_000);
		await page.goto('/register');
		await page.getByLabel('Name').fill('Noscript');
		await page.getByLabel('E-mail').fill(`noscript-${Date.now()}@example.org`);
		await page.getByLabel('Password').fill('four words that go');
		await page.getByRole('button', { name: 'Make the account' }).click();
		await page.goto('/workspaces');
		await page.getByLabel('Name').fill('Plain');
		await page.getByRole('button', { name: 'Make the workspace' }).click();
		await page.getByRole('link', { name: 'Add an article' }).click();
		await page.getByRole('button', { name: 'Read the article' }).click();
		await expect(page.getByRole('alert')).toContainText('Paste a text');
		await page.getByLabel('The text').fill(ARTICLE);
		await page.getByRole('button', { name: 'Read the article' }).click();
		await page.getByLabel('The date is not known').check();
		await page.getByLabel('Day of publication').fill('');
		await page.getByRole('button', { name: 'Find its facts' }).click();
		await page.getByRole('button', { name: 'Accept', exact: true }).first().click();
		await expect(page.getByText(/1 accepted/)).toBeVisible();
		await page.getByRole('button', { name: 'Reject' }).first().click();
		await expect(page.getByText(/1 rejected/)).toBeVisible();
		forgive(problems, 400);
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`every page of a workspace is accessible and fits its window, ${colorScheme}`, async ({ page }) => {
		test.setTimeout(240_000);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await visit(page, '/workspaces');
		await expectSoundAtEnd(page, 'workspaces of a visitor');
		await register(page, 'Axe');
		const workspace = await makeWorkspace(page, 'Sound');
		await expectSoundAtEnd(page, 'an empty workspace');
		await upload(page, workspace, ARTICLE);
		await expectSoundAtEnd(page, 'particulars');
		await confirm(page);
		await expectSoundAtEnd(page, 'workbench');
		await choose(page, /consulate/);
		await expectSoundAtEnd(page, 'a chosen fact');
		await page.keyboard.press('r');
		await expectSoundAtEnd(page, 'reasons');
		await page.keyboard.press('Escape');
		await page.keyboard.press('e');
		await expectSoundAtEnd(page, 'edit');
		await page.keyboard.press('Escape');
		await choose(page, /consulate/);
		await page.keyboard.press('a');
		await expect(page.getByText(/1 accepted/)).toBeVisible();
		for (const tab of ['', '/articles/new', '/items', '/names', '/balance', '/reports', '/sources']) {
			await visit(page, workspace + tab);
			for (const summary of await page.locator('main summary').all()) await summary.click();
			await expectSoundAtEnd(page, `tab ${tab}`);
		}
		await visit(page, workspace);
		await page.getByRole('button', { name: 'Link for editors' }).click();
		await visit(page, new URL(await page.getByLabel('Invitation link').inputValue()).pathname);
		await expectSoundAtEnd(page, 'invitation');
	});
}
