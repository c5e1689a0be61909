import type { AnswerKey } from '../items/types.ts';
import { anotherNamed, entitiesOf, names } from './entities.ts';
import { nationOf, splitNations } from './nations.ts';
import { fold, sameText, wordsOf } from './normalise.ts';
import { gradePhrase } from './phrases.ts';
import type { Registry, Verdict } from './types.ts';
import { slipsInOrder } from './typos.ts';
import { correct, near, wrong } from './verdicts.ts';

/** The parties of the shipped bank are told by many names; others by those that a key lists. */
type Known = 'us' | 'china' | 'both';

const NAMES: Record<Known, string[]> = {
	us: [
		'us',
		'usa',
		'united states',
		'united states of america',
		'america',
		'american',
		'americans',
		'washington',
		'white house',
		'美国',
		'美方'
	],
	china: [
		'china',
		'prc',
		"people's republic of china",
		'peoples republic of china',
		'beijing',
		'chinese',
		'中国',
		'中方',
		'中华人民共和国'
	],
	both: [
		'both',
		'two',
		'2',
		'joint',
		'jointly',
		'together',
		'each',
		'both of them',
		'each of them',
		'双方',
		'中美',
		'中美双方'
	]
};
const LABELS: Record<Known, string> = { us: 'the United States', china: 'China', both: 'both sides' };

/** Words that may go with the name of a side. */
const FILLERS = new Set(
	'side sides government governments gov govt administration country countries nation nations leader leaders president presidents power powers party parties official officials authorities delegation it was only alone of'.split(
		' '
	)
);

const isKnown = (value: unknown): value is Known => value === 'us' || value === 'china' || value === 'both';

/** Grades which party is meant, or both, under any of their names. */
export function gradeSide(key: AnswerKey, text: string, question: string, registry: Registry): Verdict {
	if (typeof key.value === 'string' && !isKnown(key.value)) return gradeParty(key, key.value, text, registry);
	const side = isKnown(key.value) ? key.value : sideOf(key.text, registry);
	if (side === undefined) return gradePhrase(key, text, question, registry);
	const given = sideOf(text, registry);
	if (given === side) return correct('accepted');
	if (given !== undefined) return wrong('another-entity', `That is ${LABELS[given]}.`);
	const spokesman = entitiesOf(registry).find((entity) => entity.kind === 'person' && names(entity, fold(text)));
	if (spokesman?.person?.side === side) return near('named-near', 'Name the side and not a person.');
	const other = anotherNamed(key, text, registry);
	if (other !== undefined) return wrong('another-entity', `That is ${other}.`);
	return mistyped(side, text, registry) ? correct('typo') : wrong('different');
}

/** A party that only the key and the countries' names tell of. */
function gradeParty(key: AnswerKey, party: string, text: string, registry: Registry): Verdict {
	const own = [key.text, ...key.accept].map(bare);
	const given = bare(text);
	if (given !== '' && own.includes(given)) return correct('accepted');
	const [nation, meant] = [nationOf(given) ?? nationOf(text), own.map(nationOf).find((code) => code !== undefined)];
	if (nation !== undefined && nation === meant) return correct('accepted');
	if (nation !== undefined || sideOf(text, registry) !== undefined) return wrong('another-entity');
	const spokesman = entitiesOf(registry).find((entity) => entity.kind === 'person' && names(entity, fold(text)));
	if (spokesman?.person?.side === party) return near('named-near', 'Name the side and not a person.');
	const other = anotherNamed(key, text, registry);
	if (other !== undefined) return wrong('another-entity', `That is ${other}.`);
	const slips = own.some((name) => slipsInOrder(given.split(' '), name.split(' ')) !== undefined);
	return slips ? correct('typo') : wrong('different');
}

/** A party's name without the words that may go with it. */
const bare = (text: string): string =>
	wordsOf(text)
		.filter((word) => !FILLERS.has(word))
		.join(' ');

/** The side that a text names. */
export function sideOf(text: string, registry: Registry): Known | undefined {
	const words = wordsOf(text);
	const whole = words.join(' ');
	const bare = words.filter((word) => !FILLERS.has(word)).join(' ');
	if (bothNamed(words)) return 'both';
	for (const side of ['us', 'china', 'both'] as const) {
		const known = namesOf(side, registry);
		if (known.some((name) => sameText(whole, name) || (bare !== '' && bare === name))) return side;
	}
	return undefined;
}

/** A side's names, with those of the bodies that speak for it: "the Biden administration". */
function namesOf(side: Known, registry: Registry): string[] {
	const bodies = registry.organisations.filter((body) => body.side === side);
	const spoken = bodies.filter((body) => (body.metonyms ?? []).length > 0);
	return [...NAMES[side].map(fold), ...spoken.flatMap((body) => [...(body.metonyms ?? []), body.name].map(fold))];
}

const STANDS_FOR = new Map(
	Object.entries({
		biden: 'us',
		washington: 'us',
		xi: 'china',
		beijing: 'china',
		joe: 'and',
		jinping: 'and',
		both: 'and'
	})
);

/** "the US and China", "Biden and Xi", "Chinese and American". */
function bothNamed(words: string[]): boolean {
	const meant = words.filter((word) => !FILLERS.has(word)).map((word) => STANDS_FOR.get(word) ?? word);
	const { nations, rest } = splitNations(meant.filter((word) => word !== 'and'));
	return rest.length === 0 && nations.size === 2 && nations.has('us') && nations.has('china');
}

/** A name of the side with slips of the pen, as long as it is no such name of another side. */
function mistyped(side: Known, text: string, registry: Registry): boolean {
	const words = wordsOf(text).filter((word) => !FILLERS.has(word));
	const fits = (one: Known) =>
		namesOf(one, registry).some((name) => slipsInOrder(words, name.split(' ')) !== undefined);
	return fits(side) && !(['us', 'china', 'both'] as const).some((other) => other !== side && fits(other));
}
