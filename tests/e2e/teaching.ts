import type { Page } from '@playwright/test';
import { generateItems } from '../../src/lib/domain/items/generate.ts';
import type { Item } from '../../src/lib/domain/items/types.ts';
import { loadSeeds } from '../../src/lib/server/bank/seeds.ts';
import { expect, hydrated } from './fixtures.ts';
import { visit } from './reviewing.ts';

const items = generateItems(loadSeeds('seeds'));

/** Opens a class; its page's path and the code that lets students in. */
export async function openClass(page: Page, name: string): Promise<{ path: string; code: string }> {
	await visit(page, '/classes');
	await page.getByLabel('Name of the class').fill(name);
	await page.getByRole('button', { name: 'Open the class' }).click();
	await expect(page).toHaveURL(/\/classes\/[0-9a-f-]{36}/);
	await hydrated(page);
	const code = await page.locator('[translate="no"]').first().innerText();
	return { path: new URL(page.url()).pathname.split('/').slice(0, 3).join('/'), code };
}

/** Joins a class by its code. */
export async function joinClass(page: Page, code: string, name: string): Promise<void> {
	await visit(page, '/classes');
	await page.getByLabel('Code').fill(code);
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Join the class' }).click();
	await expect(page).toHaveURL(/\/classes\/[0-9a-f-]{36}$/);
	await hydrated(page);
}

/** What a teacher sets of an assignment. */
interface Setting {
	title: string;
	kind?: 'quiz' | 'study';
	/** The first so many that the bank offers of a topic. */
	topic: string;
	count: number;
	rules?: (page: Page) => Promise<void>;
}

/** Makes an assignment of the first items of a topic and publishes it; its page's path. */
export async function assign(page: Page, classPath: string, setting: Setting): Promise<string> {
	await visit(page, `${classPath}/assignments/new`);
	await page.getByLabel('Topic', { exact: true }).selectOption({ label: setting.topic });
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await hydrated(page);
	const boxes = page.locator('input[name="item"][type="checkbox"]');
	for (let n = 0; n < setting.count; n++) await boxes.nth(n).check();
	await page.getByLabel('Title').fill(setting.title);
	if (setting.kind === 'study') await page.getByLabel('Study: the questions').check();
	await page.getByRole('button', { name: 'Make the draft' }).click();
	await expect(page).toHaveURL(/\/assignments\/[0-9a-f-]{36}$/);
	await hydrated(page);
	const path = new URL(page.url()).pathname;
	if (setting.rules) {
		await setting.rules(page);
		await page.getByRole('button', { name: 'Save the rules' }).click();
		await page.waitForLoadState('load');
		await hydrated(page);
	}
	await page.getByRole('button', { name: 'Publish' }).click();
	await expect(page.getByText('A draft.')).toBeHidden();
	return path;
}

/** The item of the bank that a question of an attempt's page asks, by its words. */
function itemOf(text: string): Item {
	const found = items.find((item) =>
		item.forms.some((form) => {
			if (form.form === 'true-false') return text.includes(form.statement);
			if (form.form === 'cloze') return text.includes(form.before.trim()) && text.includes(form.after.trim());
			return 'question' in form && text.includes(form.question);
		})
	);
	if (!found) throw new Error(`no item asks “${text}”`);
	return found;
}

/** Answers one question of an attempt's page, rightly or wrongly. */
export async function answerQuestion(page: Page, number: number, right: boolean): Promise<void> {
	const box = page.locator(`#question-${number}`);
	const item = itemOf(await box.getByRole('heading', { level: 2 }).innerText());
	const radios = box.getByRole('radio');
	if ((await radios.count()) > 0) {
		const labels = await box.locator('label').allInnerTexts();
		const isTrueFalse = labels.join() === 'True,False';
		const statement = await box.getByRole('heading', { level: 2 }).innerText();
		const wanted = labels.findIndex((label) => {
			const isKey = isTrueFalse
				? item.forms.some(
						(f) => f.form === 'true-false' && f.statement === statement && String(f.key) === label.toLowerCase()
					)
				: item.forms.some(
						(f) => f.form === 'choice' && f.options.some(({ id, text }) => id === f.key && text === label)
					);
			return isKey === right;
		});
		await radios.nth(wanted).check();
		return;
	}
	const checks = box.getByRole('checkbox');
	if ((await checks.count()) > 0) {
		const form = item.forms.find((f) => f.form === 'multiple-response');
		if (form?.form !== 'multiple-response') throw new Error('no multiple response');
		for (const { id, text } of form.options)
			if (form.keys.includes(id) === right) await box.getByLabel(text, { exact: true }).check();
		return;
	}
	const selects = box.getByRole('combobox');
	if ((await selects.count()) > 0) {
		for (let n = 0; n < (await selects.count()); n++) await selects.nth(n).selectOption({ index: right ? n + 1 : 1 });
		return;
	}
	const form = item.forms.find((f) => f.form === 'typed' || f.form === 'date' || f.form === 'cloze');
	const answer = form && 'answer' in form ? form.answer.text : '';
	await box.getByRole('textbox').fill(right ? answer : 'nobody knows');
}

/** A moment so far ahead as a date field takes it; the tests' browsers and accounts are on UTC. */
export function localTime(ahead: number): string {
	return new Date(Date.now() + ahead).toISOString().slice(0, 16);
}
