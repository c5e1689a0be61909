import { expect, hydrated, test } from './fixtures.ts';
import { answerOnPage, asked, beginAsGuest, goOn, verdict, visit } from './reviewing.ts';

const DAY = 86_400_000;

test('a guest answers ten questions, registers, comes back the next day and takes an answer back', async ({
	page,
	server
}) => {
	test.setTimeout(120_000);
	await beginAsGuest(page);
	await hydrated(page);
	const forms = new Set<string>();
	const learnt = new Set<string>();
	for (let turn = 0; turn < 10; turn++) {
		const { form } = await asked(page);
		forms.add(form.form);
		const item = await answerOnPage(page, turn % 4 !== 3);
		learnt.add(item.id);
		await expect(verdict(page)).toBeFocused();
		await expect(page.getByText(item.feedback)).toBeVisible();
		await goOn(page);
	}
	expect(forms.size).toBeGreaterThan(1);

	await visit(page, '/register');
	await page.getByLabel('Name', { exact: true }).fill('Ada Okafor');
	await page.getByLabel(/e-mail/i).fill(`ada-${Date.now()}@example.org`);
	await page
		.getByLabel(/password/i)
		.first()
		.fill('a long and quiet river');
	await page.getByRole('button', { name: /account|register/i }).click();
	await expect(page).toHaveURL(/\/account/);

	server.runAhead(DAY);
	await visit(page, '/review?deck=all');
	const { item, form } = await asked(page);
	expect(learnt).toContain(item.id);
	forms.add(form.form);
	await answerOnPage(page, true);
	await expect(verdict(page)).toBeVisible();
	await page.keyboard.press('u');
	await expect(verdict(page)).toHaveCount(0);
	expect((await asked(page)).item.id).toBe(item.id);
	server.runAhead(0);
});

test('the end of a sitting counts no answers where none were given', async ({ page }) => {
	await beginAsGuest(page);
	const since = encodeURIComponent(new Date().toISOString());
	await page.goto(`/review/done?deck=all&since=${since}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing answered yet');
	await expect(page.getByText(/\d answers?, /)).toHaveCount(0);
	await page.getByRole('link', { name: 'Go on' }).click();
	await answerOnPage(page, true);
	await expect(verdict(page)).toBeVisible();
	await page.goto(`/review/done?deck=all&since=${since}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your session so far');
	await expect(page.getByText(/^1 answer, /)).toBeVisible();
});

test('the keyboard alone answers, corrects the rating, goes on and takes back', async ({ page }) => {
	await beginAsGuest(page);
	await hydrated(page);
	const { item, form } = await asked(page);
	expect(form.form).toBe('choice');
	const shown = await page
		.locator('button[name="option"]')
		.evaluateAll((buttons) => buttons.map((button) => button.getAttribute('value')));
	await page.keyboard.press(String(shown.indexOf(form.form === 'choice' ? form.key : '') + 1));
	await expect(verdict(page)).toBeFocused();
	await page.keyboard.press('4');
	await expect(page.getByRole('button', { name: /^Easy/ })).toHaveAttribute('aria-pressed', 'true');
	await page.keyboard.press('Enter');
	await expect(verdict(page)).toHaveCount(0);
	expect((await asked(page)).item.id).not.toBe(item.id);
	await page.keyboard.press('u');
	await expect.poll(async () => (await asked(page)).item.id).toBe(item.id);
});

test('the verdict is said to a screen reader and the evidence names sources and paragraphs', async ({ page }) => {
	await beginAsGuest(page);
	await hydrated(page);
	const item = await answerOnPage(page, true);
	await expect(page.getByRole('status').filter({ hasText: /right/i })).toHaveCount(1);
	const drawer = page
		.locator('details')
		.filter({ hasText: `${item.corroboration.sources.length} of 5` })
		.first();
	if ((await drawer.getAttribute('open')) === null) await drawer.locator('summary').first().click();
	const [citation] = item.citations;
	await expect(drawer.getByText(new RegExp(`paragraph ${citation!.paragraph}\\b`, 'i')).first()).toBeVisible();
	await expect(drawer.getByText(citation!.anchor).first()).toBeVisible();
});

test('“I was right” on a typed answer is taken and recorded', async ({ page }) => {
	await beginAsGuest(page);
	await hydrated(page);
	await visit(page, '/account');
	await page.getByLabel(/typed/i).check();
	await page.getByRole('button', { name: /save/i }).first().click();
	await visit(page, '/review?deck=all');
	const { form } = await asked(page);
	expect(['typed', 'date', 'cloze']).toContain(form.form);
	await answerOnPage(page, false);
	await page.getByRole('button', { name: 'I was right' }).click();
	await expect(page.getByText(/Good/).first()).toBeVisible();
	await expect(page.getByRole('button', { name: 'I was right' })).toHaveCount(0);
});

test('an answer that cannot be sent is kept and sent again under the same number', async ({ page, problems }) => {
	await beginAsGuest(page);
	await hydrated(page);
	await page.route('**/api/reviews', (route) => route.abort());
	await answerOnPage(page, true);
	await page.getByRole('button', { name: /again/i }).waitFor();
	await page.unroute('**/api/reviews');
	await page.getByRole('button', { name: /again/i }).click();
	await expect(verdict(page)).toBeVisible();
	problems.splice(0, problems.length, ...problems.filter((problem) => !problem.includes('ERR_FAILED')));
});

test('a double click counts once', async ({ page }) => {
	await beginAsGuest(page);
	await hydrated(page);
	const sent: string[] = [];
	page.on('request', (request) => {
		if (request.url().endsWith('/api/reviews')) sent.push(request.postData() ?? '');
	});
	await page.locator('button[name="option"]').first().dblclick();
	await expect(verdict(page)).toBeVisible();
	expect(new Set(sent.map((body) => JSON.parse(body).id)).size).toBe(1);
});

test('two windows do not overwrite each other', async ({ page, context }) => {
	await beginAsGuest(page);
	await hydrated(page);
	const other = await context.newPage();
	await visit(other, '/review?deck=all');
	const { item } = await asked(page);
	expect((await asked(other)).item.id).toBe(item.id);
	await answerOnPage(page, true);
	await expect(verdict(page)).toBeVisible();
	await answerOnPage(other, false);
	await expect(other.getByText(/already answered/)).toBeVisible();
	await other.close();
});
