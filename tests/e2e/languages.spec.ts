import { expect, hydrated, test } from './fixtures.ts';
import { visit } from './reviewing.ts';
import { expectSound } from './sound.ts';
import { strayLatin } from './stray-latin.ts';

test.use({ locale: 'zh-CN' });

test('a browser that prefers Chinese gets Chinese pages', async ({ page }) => {
	test.setTimeout(180_000);
	for (const path of ['/', '/decks', '/register', '/sign-in', '/classes', '/workspaces']) {
		await visit(page, path);
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
		expect(await strayLatin(page), path).toEqual([]);
		await expectSound(page, `${path} in Chinese`);
	}
	await visit(page, '/');
	await hydrated(page);
	await page.getByRole('button', { name: '开始复习' }).click();
	await expect(page.getByText('撤销')).toBeHidden();
	expect(await strayLatin(page), 'a question').toEqual([]);
	await expectSound(page, 'a question in Chinese');
	for (const path of ['/', '/decks', '/account']) {
		await visit(page, path);
		expect(await strayLatin(page), `${path} of a guest`).toEqual([]);
		await expectSound(page, `${path} of a guest in Chinese`);
	}
});

test('a question in Chinese has the Chinese names of whom it names; in English it has none', async ({ page }) => {
	await visit(page, '/');
	await hydrated(page);
	await page.getByRole('button', { name: '开始复习' }).click();
	const question = await page.locator('#question').innerText();
	const named = Object.entries({ 'Joe Biden': '拜登', 'Xi Jinping': '习近平' }).filter(([name]) =>
		question.includes(name)
	);
	expect(named.length, question).toBeGreaterThan(0);
	for (const [name, chinese] of named) await expect(page.getByText('题中名称：')).toContainText(`${name} ${chinese}`);
	const ask = async (language: string) => {
		const answer = await page.request.get('/api/next?deck=all', { headers: { 'accept-language': language } });
		return (await answer.json()).prompt.glosses;
	};
	expect((await ask('zh-CN')).length).toBeGreaterThan(0);
	expect(await ask('en')).toBeUndefined();
});

test('the language is chosen on the page, without script too, and stays', async ({ browser, server }) => {
	const context = await browser.newContext({ baseURL: server.origin, javaScriptEnabled: false, locale: 'zh-CN' });
	const page = await context.newPage();
	await page.goto('/decks');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('题组');
	await page.getByRole('button', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/decks$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Decks');
	await page.goto('/sign-in');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
	await page.getByRole('button', { name: '简体中文' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录');
	await context.close();
});

test('requests at one time are answered each in its own language', async ({ request }) => {
	const ask = async (accepted: string) => {
		const answer = await request.get('/decks', { headers: { 'accept-language': accepted } });
		return /<html lang="([\w-]+)"[\s\S]*?<h1[^>]*>([^<]+)</.exec(await answer.text())?.slice(1);
	};
	const answers = await Promise.all(Array.from({ length: 24 }, (_, index) => ask(index % 2 ? 'zh-CN' : 'en')));
	for (const [index, answer] of answers.entries())
		expect(answer).toEqual(index % 2 ? ['zh-CN', '题组'] : ['en', 'Decks']);
});

test('a language that there is not is refused, and the way back leads nowhere else', async ({ request, server }) => {
	const choose = (form: Record<string, string>) =>
		request.post('/language', { form, headers: { origin: server.origin }, maxRedirects: 0 });
	expect((await choose({ language: 'xx', back: '/decks' })).status()).toBe(400);
	for (const back of ['https://example.org/', '//example.org/', '/\\example.org', 'javascript:alert(1)', '']) {
		const answer = await choose({ language: 'zh-CN', back });
		expect(answer.status()).toBe(303);
		expect(new URL(answer.headers()['location'] ?? '', server.origin).origin).toBe(server.origin);
	}
});
