import type { Page } from '@playwright/test';
import { generateItems } from '../../src/lib/domain/items/generate.ts';
import type { Form, Item } from '../../src/lib/domain/items/types.ts';
import { loadSeeds } from '../../src/lib/server/bank/seeds.ts';
import { expect, hydrated } from './fixtures.ts';

const items = new Map(generateItems(loadSeeds('seeds')).map((item) => [item.id, item]));

/** The item and the form that the review page asks. */
export async function asked(page: Page): Promise<{ item: Item; form: Form }> {
	const form = page.locator('form:has(input[name="itemId"])');
	const item = items.get(await form.locator('input[name="itemId"]').inputValue());
	const index = Number(await form.locator('input[name="formIndex"]').inputValue());
	const asks = item?.forms[index];
	if (!item || !asks) throw new Error('the page asks something that is not in the bank');
	return { item, form: asks };
}

/** Begins as a guest from the first page. */
export async function beginAsGuest(page: Page): Promise<void> {
	await page.goto('/');
	await page.getByRole('button', { name: 'Start reviewing' }).first().click();
	await expect(page).toHaveURL(/\/review/);
}

/** Answers the question on the page as a learner would, rightly or wrongly. */
export async function answerOnPage(page: Page, right: boolean): Promise<Item> {
	const { item, form } = await asked(page);
	switch (form.form) {
		case 'choice': {
			const option = form.options.find((o) => (o.id === form.key) === right);
			await page.locator(`button[name="option"][value="${option?.id}"]`).click();
			break;
		}
		case 'true-false':
			await page.getByRole('button', { name: form.key === right ? /true/i : /false/i }).click();
			break;
		case 'multiple-response':
			for (const option of form.options) {
				if (form.keys.includes(option.id) === right)
					await page.locator(`input[name="option"][value="${option.id}"]`).check();
			}
			await check(page);
			break;
		case 'typed':
		case 'cloze':
		case 'date':
			await page.locator('input[name="text"]').fill(right ? form.answer.text : 'no idea at all');
			await check(page);
			break;
		case 'flashcard':
			await page.getByText('Show answer').click();
			await page.locator(`button[name="rating"][value="${right ? 3 : 1}"]`).click();
			break;
		case 'match':
			for (const [left, key] of Object.entries(form.key)) {
				const other = form.rights.find((r) => r.id !== key)?.id ?? key;
				await page.locator(`select[name="pair-${left}"]`).selectOption(right ? key : other);
			}
			await check(page);
			break;
		case 'sort':
			for (const [entry, key] of Object.entries(form.key)) {
				const other = form.bins.find((bin) => bin.id !== key)?.id ?? key;
				await page.locator(`label:has(input[name="bin-${entry}"][value="${right ? key : other}"])`).click();
			}
			await check(page);
			break;
		case 'order':
			await putInOrder(page, right ? form.key : [...form.key].reverse());
			await check(page);
			break;
	}
	return item;
}

async function check(page: Page): Promise<void> {
	await page.locator('form:has(input[name="itemId"]) button[type="submit"]').last().click();
}

/** Moves each entry up to its place, the first one first. */
async function putInOrder(page: Page, order: readonly string[]): Promise<void> {
	for (const [place, id] of order.entries()) {
		for (;;) {
			const position = Number(await page.locator(`input[name="position-${id}"]`).inputValue());
			if (position <= place + 1) break;
			await page.locator(`button[data-id="${id}"][data-by="-1"]`).click();
		}
	}
}

/** The heading that says the verdict, once it is there. */
export function verdict(page: Page) {
	return page.locator('#verdict');
}

/** Goes on from the feedback to the next question, or to the end of the session. */
export async function goOn(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Next question' }).click();
	await expect(verdict(page)).toHaveCount(0);
}

/** Opens a page and waits until its script has taken over. */
export async function visit(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
}
