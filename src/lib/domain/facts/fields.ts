import * as v from 'valibot';

/** The small values that every seed file is made of. */
export const id = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
);
export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
export const texts = v.array(text);
export const sentence = v.pipe(text, v.regex(/[.!?]”?$/, 'must be a sentence that ends with a full stop'));
export const question = v.pipe(text, v.regex(/[?:.]$/, 'must end with a question mark, a colon or a full stop'));
export const partialDate = v.pipe(
	v.string(),
	v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD, in quotes')
);
