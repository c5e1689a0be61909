import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { organisationSchema, personSchema, placeSchema } from '../../facts/entity-schema.ts';
import { compileNames, namesLexiconSchema, type NamesLexicon } from '../lexicon/names.ts';
import type { Mention } from '../types.ts';
import { referents } from './entities.ts';
import { findMentions } from './find-mentions.ts';
import { layoutOf } from './fixtures.ts';

const yaml = (path: string): unknown => parse(readFileSync(`seeds/${path}.yaml`, 'utf8'));
const FILES = ['countries', 'people', 'offices', 'organisations', 'places'];
const lexicon: NamesLexicon = v.parse(
	namesLexiconSchema,
	Object.fromEntries(FILES.map((file) => [file, yaml(`lexicon/${file}`)]))
);
const names = compileNames(lexicon, {
	people: v.parse(v.array(personSchema), yaml('people')),
	organisations: v.parse(v.array(organisationSchema), yaml('organisations')),
	places: v.parse(v.array(placeSchema), yaml('places'))
});

/** The mentions of a text as "words → what:id", adjectives left out. */
function told(text: string): string[] {
	return findMentions(layoutOf(text), names)
		.filter((mention) => mention.via !== 'adjective')
		.map((mention) => `${text.slice(mention.start, mention.end)} → ${idOf(mention)}`);
}

function idOf({ referent }: Mention): string {
	if (referent === null) return 'null';
	return referent.is === 'joint' ? `joint:${referent.parties.join('+')}` : `${referent.is}:${referent.id}`;
}

const offices = (text: string): string[] =>
	findMentions(layoutOf(text), names).flatMap(({ referent, office }) =>
		office ? [`${referent?.name}: ${office.former ? 'former ' : ''}${office.title} (${office.country ?? '-'})`] : []
	);

describe('the data', () => {
	const tests = FILES.flatMap((file) =>
		v
			.parse(
				v.looseObject({
					groups: v.array(v.looseObject({ test: v.object({ text: v.string(), words: v.string(), is: v.string() }) }))
				}),
				yaml(`lexicon/${file}`)
			)
			.groups.map((group) => group.test)
	);
	it.each(tests)('$text', ({ text, words, is }) => {
		expect(told(text).some((line) => line.endsWith(is) && line.includes(words.replace(/^his /, '')))).toBe(true);
	});

	it.each(lexicon.countries.groups.flatMap((group) => group.entries))(
		'names $name as an actor',
		({ id, name, the }) => {
			const [first] = findMentions(layoutOf(`Reporters heard that ${the ? 'the ' : ''}${name} had agreed.`), names);
			expect(first?.referent?.is).toBe('party');
			if (id) expect(first?.referent?.id).toBe(id);
		}
	);

	it.each(lexicon.people.groups.flatMap((group) => group.entries))('finds $name', ({ name }) => {
		const found = findMentions(layoutOf(`Reporters heard ${name} speak.`), names).find(
			({ referent }) => referent?.is === 'person'
		);
		expect(found && `Reporters heard ${name} speak.`.slice(found.start, found.end)).toContain(name);
	});

	it('holds at least 250 people and every name once', () => {
		const people = lexicon.people.groups.flatMap((group) => group.entries.map(({ name }) => name));
		expect(people.length).toBeGreaterThanOrEqual(250);
		expect(new Set(people).size).toBe(people.length);
	});
});

describe('people', () => {
	it('keeps the ids of the bank and finds surnames, titles and other orders of a name', () => {
		expect(told('Premier Li Qiang met Jinping Xi.| Xi thanked Premier Li.| Mr. Xi left.')).toEqual([
			'Premier Li Qiang → person:li-qiang',
			'Jinping Xi → person:xi-jinping',
			'Xi → person:xi-jinping',
			'Premier Li → person:li-qiang',
			'Mr. Xi → person:xi-jinping'
		]);
	});

	it('reads offices before and after a name', () => {
		expect(
			offices(
				'Then-Speaker Nancy Pelosi met Tom Berg, a former U.S. ambassador to Japan, and acting Defence Minister Eva Holm.'
			)
		).toEqual([
			'Nancy Pelosi: former Speaker (us)',
			'Tom Berg: former U.S. ambassador to Japan (us)',
			'Eva Holm: acting Defence Minister (-)'
		]);
		expect(offices("Yoon's national security adviser, Cho Tae-yong, left.")).toEqual([
			'Cho Tae-yong: national security adviser (south-korea)'
		]);
		expect(offices("China's foreign ministry spokesperson Mao Ning spoke.")).toEqual([
			'Mao Ning: Chinese foreign ministry spokesperson (china)'
		]);
		expect(offices('Ana Lindqvist, a senior fellow at the Nordwind Institute, agreed.')).toEqual([
			'Ana Lindqvist: senior fellow at the Nordwind Institute (-)'
		]);
		expect(offices('The U.S. and Chinese trade envoys John Kerry and Xie Zhenhua spoke.')).toEqual([
			'John Kerry: trade envoy (us)',
			'Xie Zhenhua: trade envoy (china)'
		]);
	});

	it('does not take the next subject for an apposition', () => {
		expect(offices('After talks with Ana Lindqvist, the president said no.')).toEqual([]);
	});

	it('finds strangers by a title, an apposition or a verb of speech', () => {
		expect(told('"It is late," said Ana Lindqvist.| Lindqvist sighed.')).toEqual([
			'Ana Lindqvist → person:ana-lindqvist',
			'Lindqvist → person:ana-lindqvist'
		]);
		expect(told('Chancellor Otto Brandt and Mette Holm, the finance minister, met.')).toEqual([
			'Chancellor Otto Brandt → person:otto-brandt',
			'Mette Holm → person:mette-holm'
		]);
	});

	it.each([
		['In May, Theresa May left.| The talks in May failed.| May said so.', ['Theresa May', 'May']],
		['He Lifeng met Janet Yellen.| He said so.', ['He Lifeng', 'Janet Yellen', 'He']],
		['Hunter Biden left before Joe Biden.', ['Hunter Biden', 'Joe Biden']]
	])('tells names from words: %s', (text, people) => {
		const found = findMentions(layoutOf(text), names).filter(({ referent }) => referent?.is === 'person');
		expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(people);
	});

	it('takes the Wang with the title, else the one who was named last', () => {
		const text = 'Wang Yi met Wang Wentao.| Foreign Minister Wang spoke.| Wang left.';
		const found = findMentions(layoutOf(text), names);
		expect(found.map(idOf).slice(-2)).toEqual(['person:wang-yi', 'person:wang-yi']);
		expect(found.at(-1)?.confidence).toBeLessThan(0.7);
	});
});

describe('states', () => {
	it.each([
		['Washington said no.', 'Washington → party:us'],
		['He arrived in Washington.', 'Washington → place:washington'],
		['They flew to Tokyo on Monday.', 'Tokyo → place:tokyo'],
		['Pressure from Tokyo mounted.', 'Tokyo → party:japan'],
		['The Kremlin denied it.', 'Kremlin → party:russia'],
		['French officials objected.', 'French officials → party:france'],
		['The Indian side objected.', 'The Indian side → party:india'],
		["Iran's foreign ministry objected.", "Iran's foreign ministry → organisation:iranian-foreign-ministry"],
		['The foreign ministry in Seoul objected.', 'The foreign ministry → organisation:south-korean-foreign-ministry'],
		['The Biden administration objected.', 'The Biden administration → party:us'],
		['The government of Peru objected.', 'The government of Peru → party:peru'],
		['Pelosi visited Taiwan.', 'Taiwan → place:taiwan'],
		['Taiwan objected.', 'Taiwan → party:taiwan'],
		['China Daily objected.', 'China Daily → organisation:china-daily'],
		['The Washington Post objected.', 'Washington Post → organisation:washington-post'],
		['Ships crossed the South China Sea.', 'South China Sea → place:south-china-sea']
	])('%s', (text, expected) => {
		expect(told(text)).toContain(expected);
	});

	it.each([
		'US sanctions bite.',
		'US-China relations improved.',
		'Chinese goods are cheap.',
		'At 8 a.m. Beijing time it began.',
		'The one China policy stands.'
	])('names no actor in: %s', (text) => {
		expect(told(text)).toEqual([]);
	});

	it('tells the two Georgias apart', () => {
		expect(told('Georgia signed in Tbilisi.')).toContain('Georgia → party:georgia');
		expect(told('Voters in Georgia, near Atlanta, chose.')).toContain('Georgia → place:georgia-us-state');
	});
});

describe('together', () => {
	it('joins coordinated names and resolves what stands for both', () => {
		const text = 'Narendra Modi and Emmanuel Macron met.| The two leaders agreed.| They left.| Both sides were glad.';
		const joint = findMentions(layoutOf(text), names).filter(({ referent }) => referent?.is === 'joint');
		expect(joint.map(({ start, end }) => text.slice(start, end))).toEqual([
			'Narendra Modi and Emmanuel Macron',
			'The two leaders',
			'They',
			'Both sides'
		]);
		expect(joint.every(({ referent }) => referent?.is === 'joint' && referent.parties.join() === 'india,france')).toBe(
			true
		);
	});

	it('takes three for "the three countries" and both adjectives for "U.S. and Chinese officials"', () => {
		expect(told('Japan, China and South Korea met.| Leaders of the three countries spoke.')).toContain(
			'Leaders of the three countries → joint:japan+china+south-korea'
		);
		expect(told('U.S. and Chinese officials met.')).toEqual(['U.S. and Chinese officials → joint:us+china']);
	});

	it('joins no two of one side and nobody of unknown side', () => {
		expect(told('Antony Blinken and Jake Sullivan left.').some((line) => line.includes('joint'))).toBe(false);
		expect(told('Dr. Ana Lindqvist and Dr. Otto Brandt left.').some((line) => line.includes('joint'))).toBe(false);
	});

	it('takes "neither side" for both, whole: the clause tells that it is denied', () => {
		expect(told('China and Japan met.| Neither side gave in.')).toContain('Neither side → joint:china+japan');
	});
});

describe('pronouns and titles', () => {
	it.each([
		['Xi Jinping met Joe Biden.| He said so.', 'He → person:xi-jinping'],
		['Joe Biden said he would go.', 'he → person:joe-biden'],
		['Giorgia Meloni met Olaf Scholz.| He thanked her.', 'He → person:olaf-scholz'],
		['Giorgia Meloni met Olaf Scholz.| She thanked him.', 'She → person:giorgia-meloni'],
		['China said it would act.', 'it → party:china'],
		['Xi Jinping met Joe Biden.| The U.S. president left.', 'The U.S. president → person:joe-biden'],
		['Kim Jong Un met Vladimir Putin.| The North Korean leader left.', 'The North Korean leader → person:kim-jong-un'],
		['In 2019, the French president spoke of 2019.', 'the French president → person:emmanuel-macron']
	])('%s', (text, expected) => {
		expect(told(text)).toContain(expected);
	});
});

describe('entities', () => {
	it('gathers names and offices as seen', () => {
		const found = referents(
			findMentions(layoutOf('U.S. Secretary of State Antony Blinken met the PLA in Geneva.| Blinken left.'), names)
		);
		expect(
			found.people.map(({ id, aliases, side, offices: held }) => [id, aliases, side, held.map(({ title }) => title)])
		).toEqual([['antony-blinken', ['Blinken'], 'us', ['U.S. Secretary of State']]]);
		expect(found.organisations.map(({ side }) => side)).toEqual(['china']);
		expect(found.places.map(({ id, type }) => [id, type])).toEqual([['geneva', 'city']]);
		for (const person of found.people) expect(v.safeParse(personSchema, person).success).toBe(true);
	});
});

describe('shape and speed', () => {
	it('sorts by start and stays inside the sentences', () => {
		const layout = layoutOf('President Joe Biden and Xi Jinping met in Bali.| They agreed, Beijing said.');
		const found = findMentions(layout, names);
		expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));
		for (const mention of found) {
			const sentence = layout.sentences[mention.sentence]!;
			expect(mention.start >= sentence.start && mention.end <= sentence.end).toBe(true);
		}
	});
});
