import { fromLocal, toLocal } from '#lib/domain/teaching/local-time.ts';
import type { Extension } from '#lib/domain/teaching/rules.ts';
import { textOf } from '../../../../../workspaces/import-form.ts';

/** What the form of one extension holds, as it was typed. */
export interface ExtensionFields {
	student: string;
	dueAt: string;
	closesAt: string;
	moreMinutes: string;
	noLimit: string;
	moreAttempts: string;
}

/** Reads the fields of the form. */
export function readExtension(form: FormData): ExtensionFields {
	const text = (name: string) => textOf(form, name).trim().slice(0, 40);
	return {
		student: text('student'),
		dueAt: text('dueAt'),
		closesAt: text('closesAt'),
		moreMinutes: text('moreMinutes'),
		noLimit: text('noLimit'),
		moreAttempts: text('moreAttempts')
	};
}

/**
 * The extension that the fields say, on the teacher's own clock.
 * @returns what `extensionSchema` takes or refuses; null where all fields are empty, which takes an extension back
 */
export function toExtension(fields: ExtensionFields, timeZone: string): Record<keyof Extension, unknown> | null {
	const { dueAt, closesAt, moreMinutes, noLimit, moreAttempts } = fields;
	if ([dueAt, closesAt, moreMinutes, noLimit, moreAttempts].every((text) => text === '')) return null;
	const instant = (local: string) => (local === '' ? null : (fromLocal(local, timeZone)?.toISOString() ?? 'no date'));
	return {
		dueAt: instant(dueAt),
		closesAt: instant(closesAt),
		moreAttempts: moreAttempts === '' ? 0 : Number(moreAttempts),
		moreTime: noLimit === 'on' ? 'no-limit' : Math.round(Number(moreMinutes) * 60)
	};
}

/** The fields as they show an extension. */
export function extensionFields(student: string, extension: Extension | null, timeZone: string): ExtensionFields {
	const local = (instant: string | null) => (instant === null ? '' : toLocal(new Date(instant), timeZone));
	const number = (n: number) => (n === 0 ? '' : String(n));
	const moreTime = extension?.moreTime ?? 0;
	return {
		student,
		dueAt: local(extension?.dueAt ?? null),
		closesAt: local(extension?.closesAt ?? null),
		moreMinutes: moreTime === 'no-limit' ? '' : number(moreTime / 60),
		noLimit: moreTime === 'no-limit' ? 'on' : '',
		moreAttempts: number(extension?.moreAttempts ?? 0)
	};
}
