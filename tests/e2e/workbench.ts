import type { Page } from '@playwright/test';
import { expect, hydrated } from './fixtures.ts';
import { visit } from './reviewing.ts';

/** A short article of our own, about a meeting that never was. */
export const ARTICLE = `Portugal and Norway agree on fisheries patrols

LISBON, 14 May 2024 (Atlantic Wire) - Portugal's Prime Minister Ana Lopes met Norway's Prime Minister Erik Dahl in Lisbon on 13 May 2024.

The two sides agreed to resume joint fisheries patrols in the Barents Sea. Norway opposes new tariffs on cod. Portugal will open a consulate in Bergen in 2025.

"We leave nothing to chance," Dahl said. The two leaders reached no agreement on seabed mining.
`;

/** Every attempt of an article to be more than text. */
export const HOSTILE = `Norway and Portugal talk {@html about} fish

OSLO, 14 May 2024 - Norway opposes new tariffs on cod <img src=x onerror="document.title='owned'">at once. <script>document.title = 'owned'</script> Then <b onmouseover="document.title='owned'">all</b> left.

\u202eNorway will open a consulate\u202c in Bergen in 2025. Z\u200bero\u200bwidth Norway supports talks in Oslo.
`;

let people = 0;

/** Makes an account in this browser. */
export async function register(page: Page, name: string): Promise<void> {
	await visit(page, '/register');
	await page.getByLabel('Name').fill(name);
	await page.getByLabel('E-mail').fill(`person-${process.pid}-${++people}@example.org`);
	await page.getByLabel('Password').fill('four words that go');
	await page.getByRole('button', { name: 'Make the account' }).click();
	await expect(page).toHaveURL(/\/account/);
}

/** Makes a workspace and stays on its page. */
export async function makeWorkspace(page: Page, name: string): Promise<string> {
	await visit(page, '/workspaces');
	await page.getByLabel('Name').fill(name);
	await page.getByRole('button', { name: 'Make the workspace' }).click();
	await expect(page).toHaveURL(/\/workspaces\/[0-9a-f-]{36}$/);
	await hydrated(page);
	return new URL(page.url()).pathname;
}

/** Uploads an article as a file, and goes to the page that asks about its particulars. */
export async function upload(page: Page, workspace: string, text: string): Promise<void> {
	await visit(page, `${workspace}/articles/new`);
	await page
		.getByLabel('Or a file')
		.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
	await page.getByRole('button', { name: 'Read the article' }).click();
	await expect(page).toHaveURL(/\/confirm/, { timeout: 40_000 });
	await hydrated(page);
}

/** Confirms the particulars with a date, and goes to the workbench. */
export async function confirm(page: Page, day = '2024-05-14'): Promise<string> {
	await page.getByLabel('Day of publication').fill(day);
	await page.getByRole('button', { name: 'Find its facts' }).click();
	await expect(page).toHaveURL(/\/articles\/[0-9a-f-]{36}$/, { timeout: 40_000 });
	await ready(page);
	return new URL(page.url()).pathname;
}

/** Waits until the workbench's script has taken over. */
export async function ready(page: Page): Promise<void> {
	await hydrated(page);
	await expect(page.getByRole('progressbar', { name: 'Decided' })).toBeVisible();
}

/** The chosen fact's card. */
export function chosen(page: Page) {
	return page.locator('article[aria-current="true"]');
}

/** The cards of facts that are drawn. */
export function cards(page: Page) {
	return page.getByRole('feed').getByRole('article');
}

/** Chooses the first fact whose statement has these words. */
export async function choose(page: Page, words: RegExp): Promise<void> {
	const card = cards(page).filter({ hasText: words }).first();
	if ((await card.getAttribute('aria-current')) !== 'true') await card.getByRole('button').first().click();
	await expect(chosen(page)).toContainText(words);
}

/** Leaves out what the browser says of an answer with a status that a test asks for. */
export function forgive(problems: string[], status: number): void {
	problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes(`status of ${status}`)));
}

/** On a narrow screen, turns to the article. */
export async function showArticle(page: Page): Promise<void> {
	const tab = page.getByRole('button', { name: 'Article', exact: true });
	if (await tab.isVisible()) await tab.click();
}
