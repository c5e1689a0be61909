import { fail as refill } from '@sveltejs/kit';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { errorText } from '#lib/server/error-text.ts';
import type { RosterFault } from '#lib/domain/teaching/roster.ts';
import { m } from '#lib/paraglide/messages.js';
import { statusOf } from '#lib/server/http.ts';
import { textOf } from '../../../workspaces/import-form.ts';

/** The most of a roster that is read, in bytes: five hundred long lines. */
const MOST_BYTES = 256 * 1024;

/** What a roster's refusal says of one line. */
const FAULTS: Readonly<Record<RosterFault, () => string>> = {
	'no-name': m.classes_fault_no_name,
	'name-too-long': m.classes_fault_long_name,
	'no-email': m.classes_fault_no_email,
	'not-an-email': m.classes_fault_bad_email,
	twice: m.classes_fault_twice
};

/** The roster in a form: its file, or else the text that was pasted. */
export async function rosterIn(form: FormData): Promise<string | undefined> {
	const file = form.get('file');
	if (file instanceof File && file.size > 0) return file.size > MOST_BYTES ? undefined : file.text();
	const text = textOf(form, 'roster');
	return text.trim() === '' || text.length > MOST_BYTES ? undefined : text;
}

interface Refused {
	code: ErrorCode;
	faults?: readonly { line: number; fault: RosterFault; text: string }[];
}

/** Refuses a roster: why, line by line, and what was pasted. */
export function refuseRoster({ code, faults = [] }: Refused, text: string) {
	return refill(statusOf(code), {
		problem: { code, field: 'roster', message: errorText(code) },
		kept: { roster: text },
		lines: faults.slice(0, 50).map(({ line, fault, text: cells }) => ({ line, text: cells, fault: FAULTS[fault]() }))
	});
}
