import { expect, test } from './fixtures.ts';
import { answerOnPage, asked, beginAsGuest } from './reviewing.ts';

test.use({ javaScriptEnabled: false });

test('without script a guest answers choices, statements and flashcards and sees why', async ({ page }) => {
	await beginAsGuest(page);
	for (let turn = 0; turn < 4; turn++) {
		const item = await answerOnPage(page, turn !== 1);
		await expect(page).toHaveURL(/\/review\/answer\?/);
		await expect(page.getByText(item.feedback)).toBeVisible();
		await page
			.getByRole('link', { name: /next/i })
			.or(page.getByRole('button', { name: /next/i }))
			.first()
			.click();
		await expect(page).toHaveURL(/\/review(\?|$)/);
	}
});

test('without script a flashcard shows its answer and four ratings', async ({ page }) => {
	await beginAsGuest(page);
	await page.goto('/account');
	await page.getByLabel(/flashcard/i).check();
	await page.getByRole('button', { name: /save/i }).first().click();
	await page.goto('/review?deck=all');
	const { form } = await asked(page);
	expect(form.form).toBe('flashcard');
	await page.getByText('Show answer').click();
	await expect(page.locator('button[name="rating"]')).toHaveCount(4);
	await page.locator('button[name="rating"][value="4"]').click();
	await expect(page).toHaveURL(/\/review\/answer\?/);
});

test('sending the same page twice counts once', async ({ page }) => {
	await beginAsGuest(page);
	const form = page.locator('form:has(input[name="itemId"])');
	const fields = await form
		.locator('input[type="hidden"]')
		.evaluateAll((inputs) =>
			inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
		);
	const answer = page.locator('button[name="option"], button[name="value"]').first();
	const [name, value] = [await answer.getAttribute('name'), await answer.getAttribute('value')];
	const action = new URL((await form.getAttribute('action')) ?? '', page.url()).href;
	const send = () =>
		page.request.post(action, {
			form: { ...Object.fromEntries(fields), [name ?? '']: value ?? '' },
			headers: { origin: new URL(page.url()).origin, accept: 'text/html' },
			maxRedirects: 0
		});
	const [first, second] = [await send(), await send()];
	expect([first.status(), second.status()]).toEqual([303, 303]);
	expect(second.headers().location).toBe(first.headers().location);
});
