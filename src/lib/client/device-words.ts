import { m } from '#lib/paraglide/messages.js';

const WORDS: Readonly<Record<string, () => string>> = {
	stale_item: m.phone_refused_stale_item,
	stale_card: m.phone_refused_stale_card,
	not_the_last: m.phone_refused_not_the_last,
	unknown_item: m.phone_refused_unknown,
	unknown_review: m.phone_refused_unknown,
	wrong_form: m.phone_refused_unreadable,
	unknown_option: m.phone_refused_unreadable,
	incomplete: m.phone_refused_unreadable,
	invalid_input: m.phone_refused_unreadable,
	storage_full: m.phone_storage_full,
	pack_recalled: m.phone_pack_recalled
};

/** Why an answer was not taken, by the code that a device or a server gives. */
export function refusalWord(code: string): string {
	return WORDS[code]?.() ?? m.phone_refused_other({ code });
}
