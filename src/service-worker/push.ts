/// <reference lib="webworker" />
import * as v from 'valibot';

declare const self: ServiceWorkerGlobalScope;

/** What the server sends: in the language that the learner chose when she asked for it. */
const reminderSchema = v.object({
	title: v.pipe(v.string(), v.maxLength(200)),
	body: v.pipe(v.string(), v.maxLength(500)),
	/** A path of this site. */
	url: v.pipe(v.string(), v.regex(/^\/(?![/\\])/)),
	lang: v.string()
});

/** Shows a reminder; what cannot be read still shows one, because a browser wants something shown for each push. */
export function onPush(event: PushEvent): void {
	let data: unknown;
	try {
		data = event.data?.json();
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
	}
	const read = v.safeParse(reminderSchema, data);
	const { title, body, url, lang } = read.success
		? read.output
		: { title: 'Readout', body: '', url: '/review', lang: 'en' };
	const shown = { body, lang, tag: 'reminder', icon: '/icons/icon-192.png', data: { url } };
	event.waitUntil(self.registration.showNotification(title, shown));
}

/** Opens the reviews in the window that is there, or in a new one. */
export function onClick(event: NotificationEvent): void {
	event.notification.close();
	const read = v.safeParse(v.object({ url: reminderSchema.entries.url }), event.notification.data);
	event.waitUntil(show(read.success ? read.output.url : '/review'));
}

async function show(path: string): Promise<void> {
	// One that this worker does not rule cannot be led anywhere.
	const [open] = await self.clients.matchAll({ type: 'window' });
	if (!open) return void (await self.clients.openWindow(path));
	const elsewhere = new URL(open.url).pathname !== path;
	// Both at once: a window that may not come to the front is at the reviews when it is looked at.
	await Promise.all([open.focus(), elsewhere && open.navigate(path)]);
}
