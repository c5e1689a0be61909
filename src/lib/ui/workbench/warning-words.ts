import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/tongue/locale.ts';

const WORDS = new Map([
	['damaged_characters', m.workbench_warning_damaged_characters],
	['whole_page', m.workbench_warning_whole_page],
	['no_sentences', m.workbench_warning_no_sentences],
	['language_unsupported', m.workbench_warning_language_unsupported],
	['date_unknown', m.workbench_warning_date_unknown]
]);

/** What is remarked on an article's text; in English as it was remarked when it was read. */
export function warningWord({ code, message }: { code: string; message: string }): string {
	return getLocale() === 'en' ? message : (WORDS.get(code)?.() ?? message);
}
