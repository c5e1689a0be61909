import { m } from '#lib/paraglide/messages.js';
import { languageText } from '../tongue/format.ts';

/** What is remarked, by its code; what a remark counts or names is read from its English sentence, as it is stored. */
const WORDS = new Map<string, (message: string) => string | undefined>([
	['damaged_characters', () => m.workbench_warning_damaged_characters()],
	['whole_page', () => m.workbench_warning_whole_page()],
	['no_sentences', () => m.workbench_warning_no_sentences()],
	['language_unsupported', unsupported],
	['date_unknown', dateUnknown]
]);

/** What is remarked on an article's text, in the page's language; as it was remarked, where that is not known here. */
export function warningWord({ code, message }: { code: string; message: string }): string {
	return WORDS.get(code)?.(message) ?? message;
}

function unsupported(message: string): string | undefined {
	const tag = /\((.+?)\): /.exec(message)?.[1];
	if (tag === undefined) return undefined;
	const language = tag === 'und' ? m.workbench_language_not_known() : languageText(tag);
	return m.workbench_warning_language_unsupported({ language });
}

function dateUnknown(message: string): string | undefined {
	const count = /^\d+(?= )/.exec(message)?.[0];
	return count === undefined ? undefined : m.workbench_warning_date_unknown({ count: Number(count) });
}
