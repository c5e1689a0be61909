const LONGEST = 254;
const ADDRESS = /^[^\s@\p{C}]{1,64}@[^\s@.\p{C}]{1,63}(?:\.[^\s@.\p{C}]{1,63})+$/u;

/** An e-mail address as it is kept, without spaces around it; undefined where it is none. */
export function parseEmail(text: string): string | undefined {
	const email = text.trim();
	return email.length <= LONGEST && ADDRESS.test(email) ? email : undefined;
}
