import type { Browser, Locator, Page } from '@playwright/test';
import type { NextPrompt } from '../../src/lib/domain/reviewing/messages.ts';
import * as room from './classroom.ts';
import { expect, hydrated, test, type Server } from './fixtures.ts';
import { ITEMS, answerTo } from './quiz-keys.ts';
import { asked, verdict, visit } from './reviewing.ts';
import { ARTICLE, cards, chosen, ready } from './workbench.ts';

/** Nothing here uses a pointer: only Tab, Enter, Space, arrows and what is typed. */
const MOST_TABS = 120;
const DAY = 86_400_000;

const isFocused = (target: Locator): Promise<boolean> =>
	target.evaluate((element) => element === document.activeElement);

/** Goes to a control by the Tab key alone. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
	await expect(target).toBeVisible();
	for (let tabs = 0; tabs < MOST_TABS; tabs++) {
		if (await isFocused(target)) return;
		await page.keyboard.press(key);
	}
	throw new Error(`the Tab key does not lead to ${String(target)}`);
}

/** Presses a control that the Tab key reaches. */
async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press(key);
}

/** The focus is on something of the page's content, from where Tab goes on. */
const keepsFocus = (page: Page) =>
	expect.poll(() => page.evaluate(() => document.activeElement?.closest('main, [role="dialog"]') != null)).toBe(true);

async function windowOf(browser: Browser, server: Server, person: room.Person): Promise<Page> {
	const storageState = await person.request.storageState();
	const context = await browser.newContext({ ...test.info().project.use, baseURL: server.origin, storageState });
	return context.newPage();
}

/** Answers the question on the page, rightly or not, by the keyboard. */
async function answerByKeys(page: Page): Promise<void> {
	const box = page.locator('form:has(input[name="itemId"])');
	const { form } = (await asked(page)).form;
	const check = box.locator('button[type="submit"]').last();
	switch (form) {
		case 'choice':
		case 'true-false':
			return press(page, box.locator('button[type="submit"]').nth(1));
		case 'multiple-response':
			await press(page, box.getByRole('checkbox').nth(1), 'Space');
			return press(page, check);
		case 'flashcard':
			await press(page, box.locator('summary'));
			await expect(box.locator('.back')).toBeFocused();
			return press(page, box.locator('button[name="rating"][value="3"]'));
		case 'match':
			for (const select of await box.getByRole('combobox').all()) await press(page, select, 'ArrowDown');
			return press(page, check);
		case 'sort':
			for (const group of await box.getByRole('group').all()) {
				await tabTo(page, group.getByRole('radio').first());
				await page.keyboard.press('Space');
				await page.keyboard.press('ArrowRight');
			}
			return press(page, check);
		case 'order': {
			const later = box.locator('button[data-by="1"]').first();
			const text = await later.getAttribute('aria-label');
			await press(page, later);
			await expect(page.locator(':focus')).toHaveAttribute('aria-label', text!);
			return press(page, check);
		}
		default:
			await tabTo(page, box.getByRole('textbox'));
			await page.keyboard.type('no idea at all');
			return page.keyboard.press('Enter');
	}
}

const FORMS = {
	choice: ['choice', 'multiple-response', 'match', 'sort', 'order'],
	// A gap is filled in the same field.
	typed: ['typed', 'date'],
	flashcard: ['flashcard']
};
const MOST_ASKED = 200;

for (const [setting, forms] of Object.entries(FORMS))
	test(`a question of each form is answered by the keyboard alone: ${forms.join(', ')}`, async ({
		browser,
		server,
		playwright
	}) => {
		test.setTimeout(300_000);
		const learner = await room.guest(playwright.request, server.origin);
		const options = { form: setting, newPerDay: '500', reviewsPerDay: '2000', learningSteps: '0' };
		await learner.does('/learning/options?/save', options);
		const page = await windowOf(browser, server, learner);
		const wanted = new Set(forms);
		for (let turn = 0; turn < MOST_ASKED && wanted.size > 0; turn++) {
			const { prompt } = (await (await learner.get('/api/next')).json()) as NextPrompt;
			if (!wanted.delete(prompt!.question.form)) {
				await learner.json('/api/reviews', answerTo(prompt!, true));
				continue;
			}
			await visit(page, '/review?deck=all');
			await answerByKeys(page);
			await expect(verdict(page)).toBeFocused();
			await press(page, page.getByRole('button', { name: 'Next question' }));
			await expect(verdict(page)).toHaveCount(0);
			await keepsFocus(page);
		}
		expect([...wanted]).toEqual([]);
		await page.context().close();
	});

test('options, a card’s deeds and a deadline are set by the keyboard alone', async ({
	browser,
	server,
	playwright
}) => {
	test.setTimeout(300_000);
	const learner = await room.guest(playwright.request, server.origin);
	const { prompt } = (await (await learner.get('/api/next')).json()) as NextPrompt;
	await learner.json('/api/reviews', answerTo(prompt!, true));
	const page = await windowOf(browser, server, learner);

	await visit(page, '/learning/options');
	await tabTo(page, page.getByLabel('New questions', { exact: true }));
	await page.keyboard.press('Control+a');
	await page.keyboard.type('7');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/done=saved/);
	await expect(page.getByLabel('New questions', { exact: true })).toHaveValue('7');

	await visit(page, '/learning/cards');
	await press(page, page.getByRole('main').locator('li a').first());
	await expect(page).toHaveURL(/\/learning\/cards\/./);
	await hydrated(page);
	await press(page, page.getByRole('button', { name: 'Put aside' }));
	await expect(page).toHaveURL(/done/);
	await expect(page.getByRole('button', { name: 'Put aside' })).toHaveCount(0);

	await visit(page, '/learning/deadlines');
	await tabTo(page, page.getByLabel('What', { exact: true }));
	await page.keyboard.press('ArrowDown');
	await tabTo(page, page.getByLabel('Known as this day begins'));
	const [year, month, day] = new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10).split('-');
	await page.keyboard.type(`${month}${day}${year}`);
	await press(page, page.getByRole('button', { name: 'What would it take?' }));
	await expect(page.getByText('Known on the day')).toBeVisible();
	await hydrated(page);
	await press(page, page.getByRole('button', { name: 'Set this deadline' }));
	await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(1);
	await page.context().close();
});

/** A teacher with a class, and a student of it. */
async function classOf(api: Parameters<typeof room.guest>[0], server: Server) {
	const teacher = await room.member(api, server.origin, 'Mr Ito');
	const opened = await room.openClass(teacher, 'Keys');
	const student = await room.guest(api, server.origin);
	await room.joinClass(student, opened.code, 'Ana');
	return { teacher, student, classId: opened.id };
}

test('a teacher makes an assignment by the keyboard alone', async ({ browser, server, playwright }) => {
	test.setTimeout(300_000);
	const { teacher, classId } = await classOf(playwright.request, server);
	const page = await windowOf(browser, server, teacher);
	await visit(page, `/classes/${classId}`);
	await press(page, page.getByRole('link', { name: 'New assignment' }));
	await expect(page).toHaveURL(/assignments\/new/);
	await hydrated(page);
	const boxes = page.locator('input[name="item"][type="checkbox"]');
	for (const n of [0, 1]) await press(page, boxes.nth(n), 'Space');
	await tabTo(page, page.getByLabel('Title'));
	await page.keyboard.type('By the keyboard');
	await press(page, page.getByRole('button', { name: 'Make the draft' }));
	await expect(page).toHaveURL(/\/assignments\/[0-9a-f-]{36}$/);
	await hydrated(page);
	await press(page, page.getByRole('button', { name: 'Publish' }));
	await expect(page.getByText('A draft.')).toBeHidden();
	await expect(page.getByRole('heading', { name: '2 questions' })).toBeVisible();
	await page.context().close();
});

test('a student takes a quiz by the keyboard alone', async ({ browser, server, playwright }) => {
	test.setTimeout(300_000);
	const { teacher, student, classId } = await classOf(playwright.request, server);
	const items = ITEMS.slice(40, 43).map(({ id }) => id);
	await room.giveQuiz(teacher, classId, { title: 'Keys only', items, rules: { feedback: 'after-attempt' } });
	const page = await windowOf(browser, server, student);
	await visit(page, `/classes/${classId}`);
	await press(page, page.getByRole('link', { name: 'Keys only' }));
	await expect(page).toHaveURL(/\/quizzes\//);
	await press(page, page.getByRole('button', { name: 'Begin' }));
	await expect(page).toHaveURL(/\/attempts\//);
	await hydrated(page);
	for (const number of [1, 2, 3]) {
		const box = page.locator(`#question-${number}`);
		const first = box.locator('input:not([type="hidden"]), select').first();
		await tabTo(page, first);
		const type = await first.getAttribute('type');
		if (type === 'radio' || type === 'checkbox') await page.keyboard.press('Space');
		else if (type === 'text') await page.keyboard.type('nobody knows');
		else for (const select of await box.getByRole('combobox').all()) await press(page, select, 'ArrowDown');
		await keepsFocus(page);
	}
	await expect(page.getByText('Everything is saved.')).toBeVisible({ timeout: 20_000 });
	await press(page, page.getByRole('button', { name: 'Finish the attempt' }));
	await expect(page.getByText('Finished.')).toBeVisible();
	await page.context().close();
});

test('an editor decides on facts by Tab and Enter, and the focus stays in the list', async ({
	browser,
	server,
	playwright
}) => {
	test.setTimeout(300_000);
	const teacher = await room.member(playwright.request, server.origin, 'Ms Roth');
	const base = `/workspaces/${room.lastOf(await teacher.does('/workspaces?/create', { name: 'Keys' }))}`;
	const article = (await teacher.does(`${base}/articles/new`, { text: ARTICLE })).split('/').at(-2)!;
	const named = { title: 'Patrols', label: 'Wire', publisher: '', author: '', published: '2024-05-14' };
	await teacher.does(`${base}/articles/${article}/confirm`, named);
	const page = await windowOf(browser, server, teacher);
	await page.goto(`${base}/articles/${article}`);
	await ready(page);
	const decided = page.getByText(/[1-9]\d* accepted/);
	await press(page, chosen(page).getByRole('button', { name: 'Accept', exact: true }));
	await expect(decided).toBeVisible();
	await keepsFocus(page);
	await press(
		page,
		cards(page)
			.filter({ hasText: /consulate/ })
			.first()
			.getByRole('button')
			.first()
	);
	await expect(chosen(page)).toContainText('consulate');
	await keepsFocus(page);
	await press(page, chosen(page).getByRole('button', { name: 'Reject' }));
	await keepsFocus(page);
	await press(page, chosen(page).getByRole('group', { name: 'Reasons' }).getByRole('button').first());
	await expect(page.getByText(/1 rejected/)).toBeVisible();
	await keepsFocus(page);
	await page.context().close();
});
