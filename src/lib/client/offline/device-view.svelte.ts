import { DEVICE_CHANNEL, DEVICE_PATH, type DeviceStatus } from './status-types.ts';

const LONGEST_PAUSE_MS = 5 * 60_000;

/** How the device stands, as every page shows it; empty where no worker answers (no https, or not yet). */
class DeviceView {
	status: DeviceStatus | undefined = $state.raw();
	/** Whether the browser has a worker at all: without https it has none. */
	able = $state(true);
	/** A new version of the program waits. */
	updated = $state(false);
	/** It was taken, and is used as soon as nothing on the page is lost by it. */
	taken = $state(false);
	/** Whose the page is, as the worker last knew. */
	#owner: string | undefined;
	#held = false;
	#opened = false;
	#leaving = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * Listens to the worker, and wakes it when the page is opened or looked at and when the network is back.
	 * @returns what ends it
	 */
	start(): () => void {
		this.able = 'serviceWorker' in navigator;
		if (!this.able) return () => undefined;
		const channel = new BroadcastChannel(DEVICE_CHANNEL);
		channel.onmessage = () => this.order();
		const wake = () => void (document.visibilityState === 'visible' && this.order('hello'));
		const stop = new AbortController();
		const { signal } = stop;
		navigator.serviceWorker.addEventListener('controllerchange', wake, { signal });
		addEventListener('online', wake, { signal });
		document.addEventListener('visibilitychange', wake, { signal });
		wake();
		void this.#watch();
		return () => {
			stop.abort();
			channel.close();
			clearTimeout(this.#timer);
		};
	}

	/** Asks how the device stands, and has the worker do something first. */
	async order(order?: 'hello' | 'send' | 'dismiss' | 'forget-others'): Promise<void> {
		if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return;
		const lang = order === 'hello' && !this.#opened ? document.documentElement.lang : undefined;
		const body = order && JSON.stringify({ order, lang });
		try {
			const answer = await fetch(DEVICE_PATH, { method: body ? 'POST' : 'GET', body });
			if (answer.ok) this.status = await answer.json();
			this.#opened ||= lang !== undefined;
		} catch {
			// The worker is being replaced; the next one is asked when it is there.
			return;
		}
		clearTimeout(this.#timer);
		const { retryAt = 0, owner } = this.status ?? {};
		if (this.#leaving) return;
		// Of storage that was cleared the worker knows nobody: the page stays, and what is on it with it.
		if (this.#owner && owner !== undefined && owner !== this.#owner) return this.#leave();
		this.#owner = owner ?? this.#owner;
		// By a clock that was moved it may be a year.
		const pause = Math.min(LONGEST_PAUSE_MS, Math.max(1000, retryAt - Date.now()));
		if (retryAt > 0) this.#timer = setTimeout(() => void this.order('hello'), pause);
	}

	/** Whoever signed out in another window leaves nothing of hers in this one: it is opened anew, for whose it is now. */
	#leave(): void {
		const { pathname, search } = location;
		// The window in which she did it is on its way already.
		const pause = document.visibilityState === 'visible' ? 1000 : 0;
		this.#leaving = true;
		setTimeout(() => location.replace(pathname + search), pause);
	}

	/** Sees a new version come. */
	async #watch(): Promise<void> {
		const registration = await navigator.serviceWorker.ready;
		// A page that was on its way while the worker came is not the worker's yet.
		if (!navigator.serviceWorker.controller) registration.active?.postMessage('claim');
		const look = () => {
			this.updated = registration.waiting !== null;
		};
		look();
		registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
		});
	}

	/** While something on the page would be lost, a new version waits for `boundary`. */
	hold(held: boolean): void {
		this.#held = held;
	}

	/** Takes the new version: at once, or at the next question. */
	take(): void {
		this.taken = true;
		if (!this.#held) void this.boundary();
	}

	/**
	 * Nothing on the page is lost now: a version that was taken is used.
	 * @returns whether the page goes
	 */
	async boundary(): Promise<boolean> {
		if (!this.taken) return false;
		const registration = await navigator.serviceWorker.getRegistration();
		if (!registration?.waiting) return false;
		navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
		registration.waiting.postMessage('take');
		return true;
	}
}

export const deviceView = new DeviceView();
