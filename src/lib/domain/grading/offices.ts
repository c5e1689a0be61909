import type { AnswerKey } from '../items/types.ts';
import { anotherNamed, couldBeAnother, entitiesOf, type Entity } from './entities.ts';
import { splitNations } from './nations.ts';
import { fold, wordsOf } from './normalise.ts';
import type { Registry, Verdict } from './types.ts';
import { slipsInAnyOrder } from './typos.ts';
import { correct, wrong } from './verdicts.ts';

/** An office as it is compared: its words without order or country, and the countries that are named. */
interface Office {
	words: string[];
	nations: Set<string>;
	former: boolean;
}

const SHORT = new Map(
	Object.entries({
		sec: 'secretary',
		secy: 'secretary',
		dept: 'department',
		fm: 'minister foreign',
		pm: 'minister prime',
		potus: 'president us',
		secdef: 'secretary defense us',
		min: 'minister',
		vp: 'vice president'
	})
);
const SILENT = new Set('of for to and affairs representatives then current incumbent serving sitting in'.split(' '));
const FORMER = new Set(['former', 'ex', 'onetime']);

function officeOf(text: string): Office {
	const expanded = wordsOf(text).flatMap((word) => (SHORT.get(word) ?? word).split(' '));
	const { nations, rest } = splitNations(expanded.filter((word) => word !== 'of'));
	const words = rest.filter((word) => !SILENT.has(word) && !FORMER.has(word)).sort();
	return { words, nations, former: expanded.some((word) => FORMER.has(word)) };
}

const sameTitle = (a: Office, b: Office): boolean => a.words.length > 0 && a.words.join(' ') === b.words.join(' ');
const agrees = (given: Set<string>, allowed: Set<string>): boolean =>
	Array.from(given).every((nation) => allowed.has(nation));

/** Whether a text is an office that a person holds or held. */
export function holdsOffice(person: Entity, text: string): boolean {
	const office = officeOf(text);
	return officesOf(person).some((held) => sameTitle(office, held) && agrees(office.nations, held.nations));
}

/** Grades an office: the order of its words and its country are free, but another person's office is wrong. */
export function gradeOffice(key: AnswerKey, text: string, question: string, registry: Registry): Verdict {
	const answer = officeOf(text);
	const right = [key.text, ...key.accept].map(officeOf);
	const allowed = countriesOf(key, right, question, registry);
	const former = right.some((office) => office.former) || isFormer(key, registry);
	const fits = agrees(answer.nations, allowed) && (former || !answer.former);
	if (fits && right.some((office) => sameTitle(answer, office))) return correct('accepted');
	const holder = holderOf(answer, key, right, allowed, registry);
	if (holder) return wrong('another-entity', `That is the office of ${holder.name}.`);
	const other = anotherNamed(key, text, registry);
	if (other !== undefined) return wrong('another-entity', `That is ${other}.`);
	const slips = right
		.map((office) => slipsInAnyOrder(answer.words, office.words))
		.filter((found) => found !== undefined);
	const typed = fits && slips.length > 0 && !couldBeAnother(key, text, Math.min(...slips), registry);
	return typed ? correct('typo') : wrong('different');
}

/** The countries that an answer may name: those of the key, else of its holder, else of the one person asked about. */
function countriesOf(key: AnswerKey, right: Office[], question: string, registry: Registry): Set<string> {
	const given = right.flatMap((office) => Array.from(office.nations));
	if (given.length > 0) return new Set(given);
	const people = entitiesOf(registry).filter((entity) => entity.person !== undefined);
	const named = people.filter((entity) => fold(question).includes(fold(entity.name)));
	const holders = people.filter((entity) =>
		officesOf(entity).some((office) => right.some((one) => sameTitle(office, one)))
	);
	const holder =
		people.find((entity) => entity.id === key.value) ??
		only(holders.filter((entity) => named.includes(entity))) ??
		only(holders) ??
		only(named);
	if (holder) return new Set(holder.nation === undefined ? [] : [holder.nation]);
	const asked = nationsIn(question);
	return asked.size === 1 && named.length === 0 ? asked : new Set();
}

const only = <T>(entries: T[]): T | undefined => (entries.length === 1 ? entries[0] : undefined);

const officesOf = (entity: Entity): Office[] =>
	(entity.person?.offices ?? []).flatMap(({ title, accept, country, former }) =>
		[title, ...accept].map((text) => {
			const office = officeOf(text);
			const nations = country === undefined || office.nations.size > 0 ? office.nations : nationsIn(country);
			return { ...office, nations, former: former || office.former };
		})
	);

const nationsIn = (text: string): Set<string> => splitNations(wordsOf(text)).nations;

/** Whoever else holds the office that was named. */
function holderOf(
	answer: Office,
	key: AnswerKey,
	right: Office[],
	allowed: Set<string>,
	registry: Registry
): Entity | undefined {
	return entitiesOf(registry)
		.filter((entity) => entity.id !== key.value)
		.find((entity) =>
			officesOf(entity).some(
				(office) =>
					sameTitle(answer, office) &&
					(office.former || !answer.former) &&
					agrees(answer.nations, office.nations) &&
					!right.some((one) => sameTitle(one, office) && agrees(office.nations, allowed))
			)
		);
}

/** Whether the key's person held the office before: then "former" adds nothing false. */
function isFormer(key: AnswerKey, registry: Registry): boolean {
	return registry.people.some(
		(person) =>
			(person.offices ?? []).some((office) => office.former && sameTitle(officeOf(office.title), officeOf(key.text))) &&
			(key.value === undefined || key.value === person.id)
	);
}
