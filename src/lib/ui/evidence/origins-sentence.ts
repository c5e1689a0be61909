import type { Explanation } from '#lib/domain/items/explain.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/tongue/locale.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** How many independent origins stand behind the sources, where some of these carry one official text. */
export function originsSentence({ says, origins }: Explanation['corroboration']): string | undefined {
	if (origins >= says) return undefined;
	const number = getLocale() === 'en' ? (NUMBERS[origins] ?? String(origins)) : String(origins);
	const origin = m.review_independent_origins({ count: origins, number });
	if (says === 2) return m.review_both_carry_it({ origin });
	return says - origins === 1 ? m.review_two_carry_it({ origin }) : m.review_some_carry_it({ origin });
}
