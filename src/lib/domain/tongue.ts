/** The languages of the pages, by their tags; the first is spoken where none is asked for. */
export const LOCALES = ['en', 'zh-CN'] as const;
export type Locale = (typeof LOCALES)[number];
export const BASE_LOCALE: Locale = 'en';

/** Whether a text is the tag of one of the languages, exactly. */
export function isLocale(text: unknown): text is Locale {
	return LOCALES.some((locale) => locale === text);
}

/** The direction a language is written in; both of today's run from the left. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
	return /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr';
}

/**
 * The language to speak to a browser.
 * @param chosen what was chosen before, by a cookie; anything that is no language of ours counts as nothing
 * @param accepted the header Accept-Language (RFC 9110, 12.5.4); null where there is none
 */
export function localeFor(chosen: string | undefined, accepted: string | null): Locale {
	if (isLocale(chosen)) return chosen;
	for (const tag of tagsOf(accepted ?? '')) {
		const locale = LOCALES.find((known) => languageOf(known) === languageOf(tag));
		if (locale) return locale;
	}
	return BASE_LOCALE;
}

/** The tags of the header, the most wanted first; those of weight 0 are refusals. */
function tagsOf(header: string): string[] {
	return header
		.slice(0, 1000)
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
			const weight = parameters.find((text) => text.startsWith('q='))?.slice(2);
			return { tag, weight: weight === undefined ? 1 : Number(weight) };
		})
		.filter(({ weight }) => weight > 0 && weight <= 1)
		.sort((a, b) => b.weight - a.weight)
		.map(({ tag }) => tag);
}

/** The language itself: who reads any kind of Chinese is better served by ours than by English. */
function languageOf(tag: string): string {
	return (tag.split('-')[0] ?? '').toLowerCase();
}
