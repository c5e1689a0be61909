import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/tongue/locale.ts';
import { listText } from '../tongue/format.ts';

const PARTS: Readonly<Record<string, () => string>> = {
	day: m.review_part_day,
	month: m.review_part_month,
	year: m.review_part_year
};

/** The sentences that the grader itself makes, as they also stand in stored verdicts, and how a page puts them. */
const HINTS: readonly [pattern: RegExp, put: (name: string) => string][] = [
	[/^That is the office of (.+)\.$/, (name) => m.review_hint_office_of({ name })],
	[/^That is the office; the name is asked\.$/, m.review_hint_office],
	[/^That is the given name; the family name is asked as well\.$/, m.review_hint_given_name],
	[/^More than one person is called so; the full name is asked\.$/, m.review_hint_shared_name],
	[/^The full name is asked\.$/, m.review_hint_full_name],
	[/^Name the side and not a person\.$/, m.review_hint_side],
	[/^Say (the (?:day|month|year)(?:(?:, | and )the (?:day|month|year))*) as well\.$/, sayPartsToo],
	[/^That is (.+)\.$/, (name) => m.review_hint_that_is({ name })]
];

function sayPartsToo(parts: string): string {
	const named = [...parts.matchAll(/day|month|year/g)].map(([part]) => PARTS[part]?.() ?? part);
	// English names the smallest first, Chinese the largest.
	return m.review_hint_parts({ parts: listText(getLocale() === 'en' ? named : named.reverse()) });
}

/** What is missing in an answer, in the page's language; what authors wrote of a question stays in its own. */
export function hintWord(hint: string): string {
	for (const [pattern, put] of HINTS) {
		const found = pattern.exec(hint);
		if (found) return put(found[1] ?? '');
	}
	return hint;
}
