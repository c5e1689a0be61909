/** Whether this browser reminds its learner, or why it does not. */
export type PushAnswer = 'on' | 'off' | 'denied' | 'unsupported' | 'failed';

const HERE = '/api/push';

/** The worker that shows reminders, where this browser has one and can be reminded at all. */
async function worker(): Promise<ServiceWorkerRegistration | undefined> {
	if (!('serviceWorker' in navigator) || !('PushManager' in globalThis)) return undefined;
	return navigator.serviceWorker.getRegistration();
}

/** How it stands in this browser. */
export async function remindsHere(): Promise<PushAnswer> {
	const registration = await worker();
	if (!registration) return 'unsupported';
	if (Notification.permission === 'denied') return 'denied';
	return (await registration.pushManager.getSubscription()) ? 'on' : 'off';
}

function ask(method: 'POST' | 'DELETE', body: unknown): Promise<Response> {
	return fetch(HERE, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

/**
 * Has this browser remind its learner once a day.
 * @param publicKey the server's own, in base64url
 * @param hour of her day
 */
export async function remindHere(publicKey: string, hour: number): Promise<PushAnswer> {
	const registration = await worker();
	if (!registration) return 'unsupported';
	if ((await Notification.requestPermission()) !== 'granted') return 'denied';
	try {
		const options = { userVisibleOnly: true, applicationServerKey: publicKey };
		const subscription = await registration.pushManager.subscribe(options);
		const { endpoint, keys } = subscription.toJSON();
		const stored = await ask('POST', { endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth }, hour });
		if (stored.ok) return 'on';
		await subscription.unsubscribe();
		return 'failed';
	} catch (error) {
		if (error instanceof DOMException || error instanceof TypeError) return 'failed';
		throw error;
	}
}

/** Ends the reminders of this browser. */
export async function stopHere(): Promise<PushAnswer> {
	const registration = await worker();
	const subscription = await registration?.pushManager.getSubscription();
	if (!subscription) return 'off';
	const { endpoint } = subscription;
	try {
		await subscription.unsubscribe();
		await ask('DELETE', { endpoint });
		return 'off';
	} catch (error) {
		// Without a network the server finds out by itself: the push service tells it.
		if (error instanceof TypeError) return 'off';
		throw error;
	}
}
