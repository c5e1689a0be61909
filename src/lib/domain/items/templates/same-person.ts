import type { Person } from '../../facts/entity-schema.ts';
import { fold } from '../../text.ts';

/** The words of a name, each with doubled letters once: "Sissi" and "Sisi" are one name. */
const wordsIn = (name: string): string[] =>
	fold(name)
		.split(/[\s-]+/)
		.filter((word) => word !== '')
		.map((word) => word.replace(/(.)\1/g, '$1'));

/** Whether one name is the other one cut short: "Von der Leyen", "El-Sissi". */
export function isSameName(a: string, b: string): boolean {
	const [short = [], long = []] = [wordsIn(a), wordsIn(b)].sort((x, y) => x.length - y.length);
	return short.length > 0 && short.every((word) => long.includes(word));
}

/** Whether a person is known by a part of a name that another person of the article has in full: no key. */
export function isCutName(person: Person, people: readonly Person[]): boolean {
	return people.some(
		(other) => other.id !== person.id && other.name.length > person.name.length && isSameName(person.name, other.name)
	);
}
