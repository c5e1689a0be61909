/** In characters. */
const LONGEST = 160;
/** Whoever publishes, where that stands at the head of a page instead of a title. */
const INSTITUTION =
	/\b(?:institute|cent(?:er|re)|department|ministry|white house|foundation|council|embassy|commission|university|society|agency|LLP|LLC|chambers|fund|forum|association|bureau)\b/iu;
const SMALL = /^(?:of|for|the|and|on|in|to|at|de|la)$/iu;
const LETTERS = /^(?:LLP|LLC|U\.S\.|US|EU|UK|UN|\p{Lu}\.)$/u;

/** "HARCOURT INSTITUTE FOR LAW" as a name is written. */
function spelt(name: string): string {
	if (/\p{Ll}/u.test(name)) return name;
	const words = name.split(' ').map((word, at) => {
		if (LETTERS.test(word)) return word;
		const small = word.toLowerCase();
		return at > 0 && SMALL.test(word) ? small : small.charAt(0).toUpperCase() + small.slice(1);
	});
	return words.join(' ');
}

/**
 * Who published an article at whose head a name stands and no title: "the Harcourt Institute for Law" of "HARCOURT
 * INSTITUTE FOR LAW | Note".
 * @returns undefined where no institution is named
 */
export function publisherIn(title: string | null): string | undefined {
	const parts = (title ?? '').slice(0, LONGEST).replace(/\s+/g, ' ').split('|');
	const [found] = parts.map((part) => part.trim()).filter((part) => INSTITUTION.test(part) && !/[:.?!]$/.test(part));
	if (found === undefined || found.split(' ').length < 2) return undefined;
	const name = spelt(found).replace(/^the /iu, '');
	return /\b(?:LLP|LLC)\b/.test(name) ? name : `the ${name}`;
}
