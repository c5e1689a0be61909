import { BASE_LOCALE, isLocale, type Locale } from '#lib/domain/tongue.ts';

export type { Locale };
/** What a message gives: a text, and nothing that a page would have to escape otherwise. */
export type LocalizedString = string;
/** What the compiled messages say of themselves to the type checker. */
export interface MessageMetadata<Inputs, Options, Markup> {
	readonly __paraglide?: { inputs: Inputs; options: Options; markup: Markup };
}

/** No build is for one language alone. */
export const experimentalStaticLocale: Locale | undefined = undefined;

/** A browser speaks the language in which the server wrote the page, also where it is opened without a network. */
let ask = (): Locale => {
	const lang = typeof document === 'undefined' ? BASE_LOCALE : document.documentElement.lang;
	return isLocale(lang) ? lang : BASE_LOCALE;
};

/** The language of the page that is being made, or is on the screen. */
export function getLocale(): Locale {
	return ask();
}

/** Says how the language is found from now on; for the server, where each request has its own. */
export function findLocaleBy(find: () => Locale): void {
	ask = find;
}

/**
 * The text of a message in the language that is spoken, or in one that is asked for.
 * Both are the same message, already with what is put into it.
 */
export function put(english: string, chinese: string, options?: { locale?: Locale }): string {
	return (options?.locale ?? ask()) === 'zh-CN' ? chinese : english;
}
