import { AsyncLocalStorage } from 'node:async_hooks';
import type { Cookies } from '@sveltejs/kit';
import { BASE_LOCALE, localeFor, type Locale } from '#lib/domain/tongue.ts';
import { findLocaleBy } from '#lib/tongue/locale.ts';

const COOKIE = 'readout-language';
const COOKIE_DAYS = 400;

/** Each request keeps its own language, however many are under way. */
const requests = new AsyncLocalStorage<Locale>();
findLocaleBy(() => requests.getStore() ?? BASE_LOCALE);

/** The language of a request: what was chosen, else what the browser prefers. */
export function localeOf(request: Request, cookies: Cookies): Locale {
	return localeFor(cookies.get(COOKIE), request.headers.get('accept-language'));
}

/** Runs what answers a request; every message within it, also after a wait, is in the language. */
export function speaking<T>(locale: Locale, answer: () => T): T {
	return requests.run(locale, answer);
}

/** Keeps the language that was chosen, in this browser. */
export function keepLocale(cookies: Cookies, url: URL, locale: Locale): void {
	const secure = url.protocol === 'https:';
	cookies.set(COOKIE, locale, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: COOKIE_DAYS * 86_400 });
}
