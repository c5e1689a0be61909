import type { APIRequest, Page } from '@playwright/test';
import type { NextPrompt } from '../../src/lib/domain/reviewing/messages.ts';
import * as room from './classroom.ts';
import {
	answerSome,
	expect,
	goOffline,
	goOnline,
	installed,
	nextQuestion,
	readStore,
	serverPack,
	statusOf,
	test
} from './device.ts';
import type { Network } from './flaky-network.ts';
import { asked, beginAsGuest, verdict } from './reviewing.ts';
import { joinClass } from './teaching.ts';

/** A quiz that is published when a student's device has its items already. */

test.use({ serviceWorkers: 'allow' });
test.afterEach(({ network }) => {
	network.weather = 'fine';
	network.only = undefined;
});

/** A student with her phone, who has answered one question and reads what came of it; and her teacher elsewhere. */
async function studentAtHerPhone(page: Page, api: APIRequest, network: Network) {
	const teacher = await room.member(api, network.origin, 'Tess Ritter', network.target);
	const { id: classId, code } = await room.openClass(teacher, 'Seminar');
	await beginAsGuest(page);
	await joinClass(page, code, 'Sam');
	await installed(page);
	await page.goto('/review');
	await answerSome(page, 1);
	const publish = (items: string[]) => room.giveQuiz(teacher, classId, { title: 'Week one', items });
	return { publish };
}

/** What the device would ask next. */
const coming = (page: Page): Promise<string | undefined> =>
	page.evaluate(async () => {
		const next: NextPrompt = await (await fetch('/api/next?deck=all')).json();
		return next.prompt?.itemId;
	});

const heldItems = async (page: Page): Promise<string[]> => {
	const [content] = (await readStore(page, 'contents')) as { items: { item: { id: string } }[] }[];
	return content!.items.map(({ item }) => item.id);
};

test('a quiz that was published meanwhile is heard of as soon as there is a network, before the next question', async ({
	page,
	context,
	network,
	playwright
}) => {
	test.setTimeout(240_000);
	const { publish } = await studentAtHerPhone(page, playwright.request, network);
	await goOffline(network, context);
	const next = (await coming(page))!;
	expect(await heldItems(page)).toContain(next);
	await publish([next]);
	await goOnline(network, context);
	await expect.poll(() => heldItems(page), { timeout: 60_000 }).not.toContain(next);
	await nextQuestion(page);
	expect((await asked(page)).item.id).not.toBe(next);
	expect((await serverPack(page)).content!.items.map(({ item }) => item.id)).not.toContain(next);
});

test('where the network was there for the word alone, nothing is asked until the questions are fetched anew', async ({
	page,
	context,
	network,
	playwright
}) => {
	test.setTimeout(240_000);
	const { publish } = await studentAtHerPhone(page, playwright.request, network);
	await goOffline(network, context);
	const next = (await coming(page))!;
	await publish([next]);
	network.only = '/api/sync';
	await goOnline(network, context);
	await expect.poll(async () => (await statusOf(page))?.edition, { timeout: 60_000 }).toBeNull();
	await goOffline(network, context);
	await page.getByRole('button', { name: 'Next question' }).click();
	await expect(page.getByText('A new quiz may hold these questions back.')).toBeVisible();
	await expect(verdict(page)).toBeVisible();
	const other = await context.newPage();
	for (const path of ['/offline', '/decks']) {
		await other.goto(path);
		await expect(other.getByText('A new quiz may hold these questions back.')).toBeVisible();
	}
	await other.close();
	network.only = undefined;
	await goOnline(network, context);
	await expect.poll(async () => (await statusOf(page))?.ready, { timeout: 60_000 }).toBe(true);
	await nextQuestion(page);
	expect((await asked(page)).item.id).not.toBe(next);
});

test('an answer to what a quiz withholds by now is not counted, and its learner is told so', async ({
	page,
	context,
	network,
	playwright
}) => {
	test.setTimeout(240_000);
	const { publish } = await studentAtHerPhone(page, playwright.request, network);
	await nextQuestion(page);
	await goOffline(network, context);
	const { item } = await asked(page);
	await publish([item.id]);
	await answerSome(page, 1);
	await goOnline(network, context);
	await expect(page.getByText('1 answer was not taken.')).toBeVisible({ timeout: 60_000 });
	const pack = await serverPack(page);
	expect(pack.today.answers).toHaveLength(1);
	expect(pack.cards[item.id]).toBeUndefined();
	await page.goto('/offline');
	await expect(page.getByText('The bank has no such question any more, or a quiz is keeping it back.')).toBeVisible();
});
