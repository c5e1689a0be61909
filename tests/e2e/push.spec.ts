import { createECDH, randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import webPush from 'web-push';
import { LOCALES } from '../../src/lib/domain/tongue.ts';
import { reminderText } from '../../src/lib/server/reminders/reminder-text.ts';
import { beginOnDevice, expect, test, workerOf } from './device.ts';
import { visit } from './reviewing.ts';

/** Reminders in a real browser. The push services of browser makers are not asked: what they would bring is brought here. */

const { publicKey, privateKey } = webPush.generateVAPIDKeys();
test.use({
	serviceWorkers: 'allow',
	permissions: ['notifications'],
	serverEnv: {
		VAPID_PUBLIC_KEY: publicKey,
		VAPID_PRIVATE_KEY: privateKey,
		VAPID_SUBJECT: 'mailto:host@example.org'
	}
});

/** Told to the worker as the browser tells it: no browser lets a test click outside of its pages. */
const CLICK = `self.registration.getNotifications().then(([notification]) => {
	if (!notification) throw new Error('nothing is shown');
	self.dispatchEvent(new NotificationEvent('notificationclick', { notification }));
})`;

const shown = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		return (await registration.getNotifications()).map(({ title, body, lang }) => ({ title, body, lang }));
	});

for (const locale of LOCALES)
	test(`a reminder is shown as it was sent, and leads to the review when it is clicked, ${locale}`, async ({
		page,
		context,
		network
	}) => {
		await beginOnDevice(page);
		await visit(page, '/decks');
		const text = reminderText(3, locale, '/review');
		const { title, body }: { title: string; body: string } = JSON.parse(text);
		const { client, registrationId } = await workerOf(page, network.origin);
		await client.send('ServiceWorker.deliverPushMessage', { origin: network.origin, registrationId, data: text });
		await expect.poll(() => shown(page)).toEqual([{ title, body, lang: locale }]);
		await context.serviceWorkers()[0]!.evaluate(CLICK);
		await expect(page).toHaveURL(/\/review$/);
		await expect(page.locator('form:has(input[name="itemId"])')).toBeVisible();
		expect(await shown(page)).toEqual([]);
	});

test('a push that cannot be read is shown all the same, and leads nowhere else', async ({ page, network }) => {
	await beginOnDevice(page);
	const { client, registrationId } = await workerOf(page, network.origin);
	const data = JSON.stringify({ title: 'Win', body: '', url: '//evil.example', lang: 'en' });
	for (const text of ['no JSON', data])
		await client.send('ServiceWorker.deliverPushMessage', { origin: network.origin, registrationId, data: text });
	await expect.poll(() => shown(page)).toEqual([{ title: 'Readout', body: '', lang: 'en' }]);
});

test('a browser that asks to be reminded is known to the server with its hour, and forgotten when it asks no more', async ({
	page
}) => {
	const keys = {
		p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
		auth: randomBytes(16).toString('base64url')
	};
	await page.addInitScript((given) => {
		let subscribed: PushSubscription | null = null;
		const subscription = {
			endpoint: 'https://push.site.org/one',
			toJSON: () => ({ endpoint: 'https://push.site.org/one', keys: given }),
			unsubscribe: async () => ((subscribed = null), true)
		};
		PushManager.prototype.getSubscription = async () => subscribed;
		PushManager.prototype.subscribe = async (options) => {
			if (!options?.userVisibleOnly || typeof options.applicationServerKey !== 'string')
				throw new DOMException('', 'NotAllowedError');
			return (subscribed = subscription as unknown as PushSubscription);
		};
	}, keys);
	await beginOnDevice(page);
	await visit(page, '/account/reminders');
	await page.locator('#push-hour').selectOption('7');
	await page.getByRole('button', { name: 'Remind me on this device' }).click();
	const device = page.getByRole('listitem').filter({ hasText: 'push.site.org' });
	await expect(device).toContainText('7');
	await page.getByRole('button', { name: 'Stop reminding here' }).click();
	await expect(device).toHaveCount(0);
});
