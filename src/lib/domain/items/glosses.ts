import type { Registry } from '../grading/types.ts';
import { escapePattern } from '../text.ts';
import type { Prompt, Question } from './present.ts';

/** A name as a question writes it, and as Chinese texts write it. */
export interface Gloss {
	name: string;
	chinese: string;
}

/**
 * A question with the Chinese names of the people, bodies and places that it names, for learners who read it in Chinese.
 *
 * Nothing is told that the question does not tell: only full names count, because another name of a body may leave open
 * whose it is; none that is letters and figures, because its Chinese name says what they stand for; and of options the
 * names of every one or of none. Countries stand in nearly every question, and need no help.
 */
export function withGlosses(prompt: Prompt, registry: Registry): Prompt {
	const { stem, rows } = textsOf(prompt.question);
	const known = glossable(registry);
	const found = rows.flatMap((row) => {
		const each = row.map((text) => namedIn(text, known));
		return each.every((names) => names.length > 0) ? each.flat() : [];
	});
	const glosses = [...new Map([...namedIn(stem, known), ...found].map((gloss) => [gloss.name, gloss])).values()];
	return glosses.length === 0 ? prompt : { ...prompt, glosses };
}

/** What is asked, and the rows of options that can be chosen, placed or matched. */
function textsOf(question: Question): { stem: string; rows: string[][] } {
	const row = (entries: readonly { text: string }[]) => entries.map(({ text }) => text);
	switch (question.form) {
		case 'true-false':
			return { stem: question.statement, rows: [] };
		case 'cloze':
			return { stem: `${question.before} … ${question.after}`, rows: [] };
		case 'choice':
		case 'multiple-response':
			return { stem: question.question, rows: [row(question.options)] };
		case 'order':
			return { stem: question.question, rows: [row(question.entries)] };
		case 'match':
			return { stem: question.question, rows: [row(question.lefts), row(question.rights)] };
		case 'sort':
			return { stem: question.question, rows: [row(question.bins), row(question.entries)] };
		default:
			return { stem: question.question, rows: [] };
	}
}

const known = new WeakMap<Registry, readonly Gloss[]>();

/** The names of a registry that may be told in Chinese, the longest first; made once for each registry. */
function glossable(registry: Registry): readonly Gloss[] {
	const made = known.get(registry);
	if (made) return made;
	const places = registry.places.filter(({ type }) => type !== 'country');
	const glosses = [...registry.people, ...registry.organisations, ...places]
		.flatMap(({ name, chinese }) => (chinese === undefined ? [] : [{ name: name.replace(/^the /, ''), chinese }]))
		.filter(({ name }) => /^\p{Lu}/u.test(name) && /\p{Ll}/u.test(name))
		.sort((a, b) => b.name.length - a.name.length);
	known.set(registry, glosses);
	return glosses;
}

/** The names that a text holds as whole words, in their order; "Taiwan" is not found in "the Taiwan Strait". */
function namedIn(text: string, glosses: readonly Gloss[]): Gloss[] {
	let rest = text;
	const found: { at: number; gloss: Gloss }[] = [];
	for (const gloss of glosses) {
		if (!rest.includes(gloss.name)) continue;
		const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(gloss.name)}(?![\\p{L}\\p{N}])`, 'gu');
		const at = rest.search(whole);
		if (at >= 0) found.push({ at, gloss });
		rest = rest.replace(whole, (name) => ' '.repeat(name.length));
	}
	return found.sort((a, b) => a.at - b.at).map(({ gloss }) => gloss);
}
