import type { Organisation, Person, Place } from '../facts/entity-schema.ts';
import { nationOf, outsiderNamed, splitNations } from './nations.ts';
import { fold, textKey, wordsOf } from './normalise.ts';
import type { AnswerKey } from '../items/types.ts';
import type { Registry } from './types.ts';
import { slipsInOrder } from './typos.ts';
import { CHINESE_TITLES, OF_TITLES, TITLES } from './words.ts';

/** Somebody or something known, with every text that names it. */
export interface Entity {
	kind: 'person' | 'organisation' | 'place';
	id: string;
	name: string;
	/** Folded. */
	forms: Set<string>;
	/** The forms without regard to spaces. */
	keys: Set<string>;
	person?: Person;
	/** A person's family and given name, folded. */
	family?: string;
	given?: string;
	/** The country or side that a person belongs to. */
	nation?: string;
}

const known = new WeakMap<Registry, Entity[]>();

/** Every entity of a registry; made once for each registry. */
export function entitiesOf(registry: Registry): Entity[] {
	const made = known.get(registry);
	if (made) return made;
	const entities = [
		...registry.people.map(personEntity),
		...registry.organisations.map((organisation) => thingEntity('organisation', organisation)),
		...registry.places.map((place) => thingEntity('place', place))
	];
	known.set(registry, entities);
	return entities;
}

/** The forms in which texts are looked up. */
export function formsOf(texts: string[]): Pick<Entity, 'forms' | 'keys'> {
	const forms = new Set(texts.map(fold));
	return { forms, keys: new Set(Array.from(forms, textKey)) };
}

function personEntity(person: Person): Entity {
	const { family, given = '', name, aliases = [], chinese } = person;
	const initial = given === '' ? [] : [`${given.slice(0, 1)} ${family}`];
	const texts = [name, `${family} ${given}`, `${given} ${family}`, family, chinese ?? name, ...initial, ...aliases];
	const nation = nationOf(person.country ?? '') ?? person.side;
	return {
		kind: 'person',
		id: person.id,
		name,
		...formsOf(texts),
		person,
		family: fold(family),
		given: fold(given),
		...(nation === undefined ? {} : { nation })
	};
}

function thingEntity(kind: 'organisation' | 'place', thing: Organisation | Place): Entity {
	const texts = [thing.name, thing.chinese ?? thing.name, ...(thing.aliases ?? [])];
	return { kind, id: thing.id, name: thing.name, ...formsOf(texts) };
}

/** The entity that a key stands for, by its id or by its text. */
export function keyEntity(key: AnswerKey, kind: Entity['kind'], registry: Registry): Entity | undefined {
	const entities = entitiesOf(registry).filter((entity) => entity.kind === kind);
	const text = fold(key.text);
	return entities.find((entity) => entity.id === key.value) ?? entities.find((entity) => names(entity, text));
}

/** Whether a folded text names an entity, titles and small variants of a person's name included. */
export function names(entity: Entity, text: string): boolean {
	return readings(text, entity).some((reading) => entity.keys.has(textKey(reading)));
}

/** No name with its titles is longer. */
const LONGEST_NAME = 14;

/** The ways in which a folded text may be read as a name: as it is, and without titles that fit the person. */
export function readings(text: string, entity: Entity): string[] {
	const words = text.replace(CHINESE_TITLES, '').split(' ');
	if (entity.kind !== 'person' || words.length > LONGEST_NAME) return [text];
	const bare = words.filter((word, index) => !isMiddleInitial(word, index, words) && !/^(?:jr|sr)$/u.test(word));
	const found = [text, words.join(' '), bare.join(' ')];
	for (let length = 1; length < bare.length; length++) {
		const { nations, rest } = splitNations(bare.slice(0, length));
		const fits = Array.from(nations).every((nation) => nation === entity.nation);
		if (fits && isTitle(rest, nations.size > 0)) found.push(bare.slice(length).join(' '));
	}
	return found;
}

/** "Secretary of State" is a title; "Chief of Staff of President", before a name, names somebody else. */
function isTitle(words: string[], hasNation: boolean): boolean {
	return words.every((word, index) => {
		if (word !== 'of' && word !== 'for') return TITLES.has(word);
		const next = words[index + 1];
		return next === undefined ? hasNation : OF_TITLES.has(next);
	});
}

const isMiddleInitial = (word: string, index: number, words: string[]): boolean =>
	/^\p{Script=Latin}$/u.test(word) && index > 0 && index < words.length - 1;

/** The name of somebody or something else that a text is: such an answer is wrong, and never a typing error. */
export function anotherNamed(key: AnswerKey, text: string, registry: Registry): string | undefined {
	const folded = fold(text);
	const owners = entitiesOf(registry).filter((entity) => names(entity, folded));
	const texts = ownTexts(key);
	if (owners.some((entity) => isKey(entity, key, texts))) return undefined;
	if (owners[0]) return owners[0].name;
	const outsider = outsiderNamed(folded);
	if (outsider === undefined) return undefined;
	const own = new Set(texts.flatMap((one) => one.split(' ')));
	return folded.split(' ').every((word) => own.has(word)) ? undefined : outsider;
}

/** Whether a mistyped text is as near to another entity as to the key. */
export function couldBeAnother(key: AnswerKey, text: string, slips: number, registry: Registry): boolean {
	const words = wordsOf(text);
	const texts = ownTexts(key);
	return entitiesOf(registry)
		.filter((entity) => !isKey(entity, key, texts))
		.some((entity) =>
			Array.from(entity.forms).some((form) => {
				const others = slipsInOrder(words, form.split(' '));
				return others !== undefined && others <= slips;
			})
		);
}

const ownTexts = (key: AnswerKey): string[] => [key.text, ...key.accept].map(fold);

function isKey(entity: Entity, key: AnswerKey, texts: string[]): boolean {
	return entity.id === key.value || texts.some((text) => entity.forms.has(text));
}
