import { expect, hydrated, test } from './fixtures.ts';
import { expectSound } from './sound.ts';
import { answerOnPage, beginAsGuest, goOn, verdict, visit } from './reviewing.ts';

for (const colorScheme of ['light', 'dark'] as const) {
	test(`every page is accessible and fits its window, ${colorScheme}`, async ({ page }) => {
		test.setTimeout(180_000);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		for (const path of ['/', '/decks', '/register', '/sign-in']) {
			await visit(page, path);
			await expectSound(page, `${path} of a visitor`);
		}
		await beginAsGuest(page);
		await hydrated(page);
		for (let turn = 0; turn < 3; turn++) {
			await expectSound(page, 'a question');
			await answerOnPage(page, turn !== 1);
			await expect(verdict(page)).toBeVisible();
			await expectSound(page, 'its feedback');
			await goOn(page);
		}
		for (const path of ['/', '/decks', '/account', '/review/done?deck=all']) {
			await visit(page, path);
			await expectSound(page, `${path} of a guest`);
		}
	});
}

test('a page that is not there says so, with a way back', async ({ page, problems }) => {
	const response = await page.goto('/no-such-page');
	expect(response?.status()).toBe(404);
	await expect(page.getByText('not_found')).toBeVisible();
	await expect(page.getByRole('link', { name: /readout|first page|home/i }).first()).toBeVisible();
	problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('404')));
});

test('an unknown deck is a clear error', async ({ page, problems }) => {
	await beginAsGuest(page);
	const response = await page.goto('/review?deck=topic:nowhere');
	expect(response?.status()).toBe(404);
	await expect(page.getByText('There is no such deck.')).toBeVisible();
	problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('404')));
});

test('the review page loads at most 60 kB of script and 15 kB of style, and nothing from elsewhere', async ({
	page: first,
	context,
	server
}) => {
	await beginAsGuest(first);
	// A page of its own: what the first one may still be loading is not this one's weight.
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send('Network.enable');
	await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
	const kinds = new Map<string, string>();
	const bytes = { Script: 0, Stylesheet: 0 };
	const elsewhere: string[] = [];
	cdp.on('Network.responseReceived', ({ requestId, type, response }) => {
		kinds.set(requestId, type);
		if (!response.url.startsWith(server.origin) && !response.url.startsWith('data:')) elsewhere.push(response.url);
	});
	cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId);
		if (kind === 'Script' || kind === 'Stylesheet') bytes[kind] += encodedDataLength;
	});
	await visit(page, '/review?deck=all');
	await page.waitForLoadState('networkidle');
	expect(bytes.Script).toBeGreaterThan(0);
	expect(bytes.Script).toBeLessThanOrEqual(60 * 1024);
	expect(bytes.Stylesheet).toBeLessThanOrEqual(15 * 1024);
	expect(elsewhere).toEqual([]);
});
