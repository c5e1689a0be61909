import type { Place } from '../facts/entity-schema.ts';
import type { AnswerKey } from '../items/types.ts';
import { anotherNamed, couldBeAnother, keyEntity } from './entities.ts';
import { withNationCodes } from './nations.ts';
import { contentWords, fold, sameText, wordsOf } from './normalise.ts';
import type { Registry, Verdict } from './types.ts';
import { slipsInOrder } from './typos.ts';
import { correct, wrong } from './verdicts.ts';
import { LEAD_INS } from './words.ts';

/** Grades the name of a place, an organisation or a source. */
export function gradeName(key: AnswerKey, text: string, registry: Registry): Verdict {
	const forms = formsOf(key, registry);
	const answers = key.type === 'place' ? placeReadings(key, text, registry) : nameReadings(text);
	if (answers.some((answer) => forms.some((form) => sameText(answer, form)))) return correct('accepted');
	const other = anotherNamed(key, text, registry);
	if (other !== undefined) return wrong('another-entity', `That is ${other}.`);
	const shortened = key.type === 'organisation' && acronyms(textsOf(key, registry)).includes(fold(text));
	if (shortened || sameOrganisation(key, text, forms)) return correct('accepted');
	const slips = answers
		.flatMap((answer) => forms.map((form) => slipsInOrder(answer.split(' '), form.split(' '))))
		.filter((found) => found !== undefined);
	if (slips.length === 0) return wrong('different');
	return couldBeAnother(key, text, Math.min(...slips), registry) ? wrong('different') : correct('typo');
}

const kindOf = (key: AnswerKey) => (key.type === 'place' ? 'place' : 'organisation');

/** Every text of the key and of the thing that it stands for. */
function textsOf(key: AnswerKey, registry: Registry): string[] {
	const entity = keyEntity(key, kindOf(key), registry);
	return [key.text, ...key.accept, entity?.name ?? key.text, ...Array.from(entity?.forms ?? [])];
}

const formsOf = (key: AnswerKey, registry: Registry): string[] => Array.from(new Set(textsOf(key, registry).map(fold)));

/** "at the White House", "the Radar Asia report": what stands around a name is no part of it. */
function nameReadings(text: string): string[] {
	const words = wordsOf(text);
	const bare = withoutLeadIn(words);
	const last = bare[bare.length - 1] ?? '';
	const reported = ['report', 'article', 'website', 'newspaper', 'site', 'com'].includes(last)
		? [bare.slice(0, -1).join(' ')]
		: [];
	return [words.join(' '), bare.join(' '), ...reported].filter((reading) => reading !== '');
}

function withoutLeadIn(words: string[]): string[] {
	const start = words.findIndex((word) => !LEAD_INS.has(word));
	return start < 0 ? words : words.slice(start);
}

/** The words that say what a place is, by its type: "the city of Taipei", "Bali island". */
const TYPE_WORDS: Record<Place['type'], string[]> = {
	country: ['country'],
	city: ['city'],
	town: ['town', 'city', 'village'],
	estate: ['estate', 'mansion', 'house', 'gardens'],
	region: ['region', 'island', 'province', 'area', 'peninsula'],
	sea: ['sea', 'ocean'],
	state: ['state'],
	landmark: ['bridge']
};

/** A place may be told with what it is and with the larger place that holds it: "the town of Woodside, California". */
function placeReadings(key: AnswerKey, text: string, registry: Registry): string[] {
	const words = wordsOf(text);
	const bare = withoutLeadIn(words);
	const id = keyEntity(key, 'place', registry)?.id;
	const place = registry.places.find((entry) => entry.id === id);
	if (!place) return [words.join(' '), bare.join(' ')];
	const inner = withoutHolders(bare.join(' '), place, registry);
	const kinds = TYPE_WORDS[place.type];
	const untyped = inner.flatMap((reading) => [reading, ...kinds.flatMap((kind) => withoutType(reading, kind))]);
	return [words.join(' '), ...untyped];
}

function withoutType(reading: string, kind: string): string[] {
	if (reading.startsWith(`${kind} of `)) return [reading.slice(kind.length + 4)];
	return reading.endsWith(` ${kind}`) && kind !== 'sea' ? [reading.slice(0, -kind.length - 1)] : [];
}

/** The reading without each chain of larger places behind it. */
function withoutHolders(reading: string, place: Place, registry: Registry): string[] {
	const found = [reading];
	for (const holder of holdersOf(place, registry)) {
		const names = [holder.name, ...(holder.aliases ?? [])].map(fold);
		for (const known of [...found]) {
			for (const name of names) if (known.endsWith(` ${name}`)) found.push(known.slice(0, -name.length - 1));
		}
	}
	return found.map((text) => text.replace(/ (?:in|of)$/u, ''));
}

/** The larger places of a place, largest first. */
function holdersOf(place: Place, registry: Registry): Place[] {
	const chain: Place[] = [];
	let next = registry.places.find((entry) => entry.id === place.within);
	while (next && !chain.includes(next)) {
		chain.unshift(next);
		const within: string | undefined = next.within;
		next = registry.places.find((entry) => entry.id === within);
	}
	return chain;
}

/** The initials of names of three words or more, each written with a capital: "MMCA". */
export function acronyms(texts: string[]): string[] {
	return texts.flatMap((text) => {
		const words = text
			.split(/[^\p{L}\p{N}&]+/u)
			.filter((word) => word !== '' && !/^(?:the|of|and|for|on|in)$/iu.test(word));
		const titled = words.length >= 3 && words.every((word) => /^\p{Lu}/u.test(word));
		return titled
			? [
					words
						.map((word) => word.slice(0, 1))
						.join('')
						.toLowerCase()
				]
			: [];
	});
}

/** "Transport Department of the US": an organisation's words in another order, its country as name or adjective. */
function sameOrganisation(key: AnswerKey, text: string, forms: string[]): boolean {
	if (key.type !== 'organisation') return false;
	const bag = (name: string) =>
		contentWords(withNationCodes(wordsOf(name)).join(' '))
			.sort()
			.join(' ');
	const answer = bag(text);
	return answer.includes(' ') && forms.some((form) => bag(form) === answer);
}
