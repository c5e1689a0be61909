/** The forms of an English verb by which a text tells a deed. */
export interface VerbForms {
	base: string;
	past: string;
	participle: string;
}

/**
 * The forms of a verb. A particle is joined by "_": "break_down broke_down broken_down".
 * @param entry the base form of a regular verb, or "base past participle"
 */
export function inflect(entry: string): VerbForms {
	const [base = '', past, participle] = entry.split(' ').map((form) => form.replaceAll('_', ' '));
	if (past !== undefined && participle !== undefined) return { base, past, participle };
	const [verb = '', ...particle] = base.split(' ');
	const regular = [pastOf(verb), ...particle].join(' ');
	return { base, past: regular, participle: regular };
}

/** Verbs of two syllables that double their last letter, beside those of one. */
const DOUBLING = /^(?:expel|occur|annul|repel|compel|refer|transfer|deter|admit|commit|permit)$/;

function pastOf(verb: string): string {
	if (verb.endsWith('e')) return `${verb}d`;
	if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
	const doubles = DOUBLING.test(verb) || /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb);
	return doubles ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
}
