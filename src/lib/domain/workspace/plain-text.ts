import * as v from 'valibot';

/** A lone half of a surrogate pair or a NUL: no database keeps either. */
const UNSTORABLE = /[\ud800-\udfff\0]/u;

/** Whether a text can be stored as it is. */
export function isStorable(text: string): boolean {
	return !UNSTORABLE.test(text);
}

/** A text that a person types: trimmed, storable, not empty, at most so many UTF-16 units. */
export function plainText(most: number) {
	return v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most), v.check(isStorable));
}

/** The same, and it may be empty. */
export function plainNote(most: number) {
	return v.pipe(v.string(), v.trim(), v.maxLength(most), v.check(isStorable));
}
