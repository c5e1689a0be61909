import type { Locale } from '#lib/domain/tongue.ts';
import { m } from '#lib/paraglide/messages.js';

/**
 * A reminder as it is sent to a browser, whose worker shows it (service-worker/push.ts).
 * @param count how much is due
 * @param home where the reviews are, as a path
 */
export function reminderText(count: number, locale: Locale, home: string): string {
	const title = m.time_push_title({ count }, { locale });
	const body = m.time_push_body({}, { locale });
	return JSON.stringify({ title, body, url: home, lang: locale });
}
