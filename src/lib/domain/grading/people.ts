import type { AnswerKey } from '../items/types.ts';
import {
	anotherNamed,
	couldBeAnother,
	entitiesOf,
	formsOf,
	keyEntity,
	names,
	readings,
	type Entity
} from './entities.ts';
import { fold, sameText, wordsOf } from './normalise.ts';
import { holdsOffice } from './offices.ts';
import type { Registry, Verdict } from './types.ts';
import { slipsInOrder } from './typos.ts';
import { correct, near, wrong } from './verdicts.ts';

/** Grades the name of a person: titles off, any order of names, a surname alone where only one person has it. */
export function gradePerson(key: AnswerKey, text: string, registry: Registry): Verdict {
	const answer = fold(text);
	const person = keyEntity(key, 'person', registry) ?? stranger(key);
	if (names(person, answer)) return named(person, answer, registry);
	const other = anotherNamed(key, text, registry);
	if (other !== undefined) return wrong('another-entity', `That is ${other}.`);
	if (holdsOffice(person, text)) return near('incomplete', 'That is the office; the name is asked.');
	const alone = person.given !== undefined && person.given !== '' && sameText(answer, person.given);
	if (alone) return near('incomplete', 'That is the given name; the family name is asked as well.');
	return mistyped(person, key, text, registry);
}

/** A person whom the registry does not have: only the key's own words name her. */
function stranger(key: AnswerKey): Entity {
	const texts = [key.text, ...key.accept];
	const turned = texts.map((text) => wordsOf(text).reverse().join(' '));
	return { kind: 'person', id: '', name: key.text, ...formsOf([...texts, ...turned]) };
}

/** The answer names the key's person; whether it names nobody else. */
function named(person: Entity, answer: string, registry: Registry): Verdict {
	const others = entitiesOf(registry).filter((entity) => entity.kind === 'person' && entity.id !== person.id);
	const reads = readings(answer, person);
	const { family = '', given = '' } = person;
	const full = [fold(person.name), `${family} ${given}`, `${given} ${family}`];
	if (reads.some((reading) => full.some((form) => sameText(reading, form)))) return correct('accepted');
	const surname = reads.some((reading) => sameText(reading, family));
	const shared = others.some((other) => names(other, answer) || (surname && other.family === family));
	if (shared) return near('surname-only', 'More than one person is called so; the full name is asked.');
	if (surname && answer.startsWith('mrs ')) return near('surname-only', 'The full name is asked.');
	return correct('accepted');
}

/** A name with slips of the pen, as long as it is no nearer to anybody else. */
function mistyped(person: Entity, key: AnswerKey, text: string, registry: Registry): Verdict {
	const forms = [...person.forms, ...key.accept.map(fold)].map((form) => form.split(' '));
	const slips = readings(fold(text), person)
		.flatMap((reading) => forms.map((form) => slipsInOrder(reading.split(' '), form)))
		.filter((found) => found !== undefined);
	if (slips.length === 0) return wrong('different');
	const least = Math.min(...slips);
	if (least === 0) return correct('accepted');
	return couldBeAnother(key, text, least, registry) ? wrong('different') : correct('typo');
}
