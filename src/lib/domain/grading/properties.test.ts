import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseSeedFile } from '#lib/server/bank/seed-file.ts';
import { organisationSchema, personSchema, placeSchema } from '../facts/entity-schema.ts';
import { KEY_TYPES } from '../facts/vocabulary.ts';
import type { AnswerKey } from '../items/types.ts';
import { ask, keyOf, registry as small } from './fixtures.ts';
import { gradeResponse } from './grade.ts';
import { REASONS, type Registry, type Response } from './types.ts';

/** What always holds, tried on the people, organisations and places of the shipped bank. */
function seeds<T>(name: string, schema: v.GenericSchema<unknown, T[]>): T[] {
	const file = parseSeedFile(name, readFileSync(`seeds/${name}`, 'utf8'), schema);
	if (!file.ok) throw new Error(file.faults.map((fault) => fault.message).join());
	return file.value;
}
const registry: Registry = {
	people: seeds('people.yaml', v.array(personSchema)),
	organisations: seeds('organisations.yaml', v.array(organisationSchema)),
	places: seeds('places.yaml', v.array(placeSchema))
};
const NAMED = [
	...registry.people.map((thing) => ({ type: 'person' as const, thing })),
	...registry.organisations.map((thing) => ({ type: 'organisation' as const, thing })),
	...registry.places.map((thing) => ({ type: 'place' as const, thing }))
];
const namesOf = ({ thing }: (typeof NAMED)[number]) => [
	thing.name,
	...thing.aliases,
	...(thing.chinese ? [thing.chinese] : [])
];
const keyFor = ({ type, thing }: (typeof NAMED)[number]) => keyOf(type, thing.name, { value: thing.id });
const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const anyText = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 600 }), phrase);
const anyKey: fc.Arbitrary<AnswerKey> = fc.record({
	type: fc.constantFrom(...KEY_TYPES),
	text: fc.oneof(
		phrase,
		fc.constantFrom('15 November 2023', '50,000', 'about four hours', 'a and b', 'China', 'both sides')
	),
	accept: fc.array(phrase, { maxLength: 3 }),
	near: fc.dictionary(phrase, fc.constant('Nearly.'), { maxKeys: 2 })
});

describe('every name of the bank', () => {
	it('is a right answer to its own question', () => {
		for (const named of NAMED) {
			const verdicts = namesOf(named).map((name) => [name, ask(keyFor(named), name, '', registry).verdict]);
			expect(verdicts).toEqual(namesOf(named).map((name) => [name, 'correct']));
		}
	});

	it('is a wrong answer to every other question of its kind', () => {
		for (const named of NAMED) {
			const own = new Set(namesOf(named));
			const others = NAMED.filter((other) => other.thing !== named.thing).flatMap(namesOf);
			const wrong = others.filter(
				(name) => !own.has(name) && ask(keyFor(named), name, '', registry).verdict === 'correct'
			);
			expect(wrong).toEqual([]);
		}
	});

	it('stays right in any case, with accents and with other quotes', () => {
		const marked = (text: string) => text.replace(/[aeiou]/g, (letter) => `${letter}\u0301`).replaceAll("'", '’');
		for (const named of NAMED) {
			for (const name of namesOf(named)) {
				for (const same of [name.toUpperCase(), name.toLowerCase(), marked(name), ` ${name}. `]) {
					expect([same, ask(keyFor(named), same, '', registry).verdict]).toEqual([same, 'correct']);
				}
			}
		}
	});

	it('with a slip of the pen is never another one', () => {
		const slips = fc.tuple(
			fc.constantFrom(...NAMED),
			fc.nat(),
			fc.constantFrom(...'aeinorstuy'),
			fc.constantFrom(0, 1, 2)
		);
		fc.assert(
			fc.property(fc.constantFrom(...NAMED), slips, (asked, [typed, place, letter, kind]) => {
				fc.pre(asked.thing !== typed.thing && !namesOf(asked).includes(typed.thing.name));
				const name = typed.thing.name;
				const at = place % name.length;
				const slipped = `${name.slice(0, at)}${kind === 0 ? '' : letter}${name.slice(kind === 2 ? at : at + 1)}`;
				fc.pre(
					!namesOf(asked)
						.map((own) => own.toLowerCase())
						.includes(slipped.toLowerCase())
				);
				expect([slipped, ask(keyFor(asked), slipped, '', registry).verdict]).not.toEqual([slipped, 'correct']);
			}),
			{ numRuns: 3000 }
		);
	});
});

describe('any key', () => {
	it('is its own right answer, and so is what it accepts', () => {
		fc.assert(
			fc.property(anyKey, (key) => {
				for (const text of [key.text, ...key.accept]) expect(ask(key, text).verdict).toBe('correct');
			}),
			{ numRuns: 2000 }
		);
	});

	it('never throws, whatever the answer, and gives a reason of the closed set', () => {
		fc.assert(
			fc.property(anyKey, anyText, (key, text) => {
				const { reason, score, verdict, hint } = ask(key, text);
				expect(REASONS).toContain(reason);
				expect(score).toBe(verdict === 'correct' ? 1 : 0);
				expect(verdict !== 'near' || (hint ?? '') !== '').toBe(true);
			}),
			{ numRuns: 3000 }
		);
	});

	it('gives the same verdict twice', () => {
		fc.assert(
			fc.property(anyKey, anyText, (key, text) => {
				expect(ask(key, text)).toEqual(ask(key, text));
			})
		);
	});
});

describe('any text', () => {
	it('that is no name never names a person', () => {
		const names = new Set(
			registry.people
				.flatMap((person) => [person.family, ...person.aliases, person.name])
				.map((name) => name.toLowerCase())
		);
		fc.assert(
			fc.property(fc.constantFrom(...registry.people), anyText, (person, text) => {
				fc.pre(!Array.from(names).some((name) => text.toLowerCase().includes(name)));
				const key = keyOf('person', person.name, { value: person.id });
				expect(ask(key, text, '', registry).verdict).not.toBe('correct');
			}),
			{ numRuns: 3000 }
		);
	});

	it('added to a right name makes it wrong', () => {
		fc.assert(
			fc.property(fc.constantFrom(...small.people), fc.stringMatching(/^[bdfgkp][a-z]{5,9}$/), (person, text) => {
				const key = keyOf('person', person.name, { value: person.id });
				expect(ask(key, `${person.name} ${text}`).verdict).toBe('wrong');
			})
		);
	});

	it('in place of a response of any shape is graded without an error', () => {
		const form = { form: 'order', question: '?', entries: [], key: ['a', 'b'] } as const;
		fc.assert(
			fc.property(fc.anything(), (order) => {
				const response = { form: 'order', order: order as string[] } satisfies Response;
				expect(gradeResponse({ ...form, entries: [], key: [...form.key] }, response, small).score).toBeLessThanOrEqual(
					1
				);
			})
		);
	});
});
