import { describe, expect, it } from 'vitest';
import { loadSeeds } from '#lib/server/bank/seeds.ts';
import { cpuTime } from '#tests/support/cpu-time.ts';
import type { ExtractedFact } from '../extraction/types.ts';
import { accepted, FACTS } from './fixtures.ts';
import { knownFromBank, knownFromWorkspace, makeKnownIndex, matchKnown } from './match-known.ts';

type Content = Omit<ExtractedFact, 'id'>;
const known = FACTS.map((one) => knownFromWorkspace(one.id, one.fact));
const factOf = (id: string): Content => FACTS.find((one) => one.id === id)!.fact;
const matches = (fact: Content) => Object.fromEntries(matchKnown(fact, known).map((m) => [m.factId, m.relation]));

function changed(id: string, values: Partial<Content['values']>): Content {
	const fact = structuredClone(factOf(id));
	Object.assign(fact.values, values);
	return fact;
}

describe('a proposal beside known facts', () => {
	it('says the same with the same values', () => {
		for (const { id, fact } of FACTS) expect(matches(fact)[id]).toBe('same');
	});

	it('differs where the same event has another date, and agrees with a coarser one', () => {
		expect(matches(changed('met', { date: '2031-06-05' }))).toEqual({ met: 'differs' });
		expect(matches(changed('met', { date: '2031-06' }))).toEqual({ met: 'same' });
	});

	it('differs where the same words have another speaker', () => {
		expect(matches(changed('calm', { speaker: 'emi-watanabe' }))).toEqual({ calm: 'differs' });
	});

	it('differs where a person has another office', () => {
		expect(matches(changed('oh', { role: 'Minister of Finance' }))).toEqual({ oh: 'differs' });
	});

	it('says the same where an office has its country before or behind it', () => {
		const role = (one: string, two: string) =>
			matchKnown(changed('oh', { role: two }), [knownFromWorkspace('oh', changed('oh', { role: one }))]).map(
				(match) => match.relation
			);
		expect(role('President of China', 'Chinese President')).toEqual(['same']);
		expect(role('President of China', 'President')).toEqual(['same']);
		expect(role('President of China', 'President of Taiwan')).toEqual(['differs']);
	});

	it('differs where the same thing in the same unit has another number', () => {
		const figure = (id: string, number: number, unit: string) =>
			accepted({
				id,
				kind: 'figure',
				at: '450',
				statement: `South Korea promised to train ${number} rescue divers.`,
				values: { is: 'figure', of: 'rescue divers from Ulsan', number, unit, bound: 'exact' },
				value: number,
				unit
			});
		const index = makeKnownIndex([knownFromWorkspace('divers', figure('divers', 450, 'diver').fact)]);
		expect(index.match(figure('x', 500, 'diver').fact)).toEqual([{ factId: 'divers', relation: 'differs' }]);
		expect(index.match(figure('x', 500, 'USD').fact)).toEqual([]);
	});

	describe('of what was agreed, promised or held', () => {
		const fact = (kind: Content['kind'], statement: string, gist: string): Content => ({
			...factOf('parts'),
			kind,
			statement,
			gist,
			values: { is: 'content', content: gist, parts: [] }
		});
		const relation = (one: Content, two: Content) =>
			matchKnown(two, [knownFromWorkspace('one', one)]).map((match) => match.relation);
		const consulate = (not = '', year = '2025') =>
			fact(
				'commitment',
				`South Korea will ${not}open a consulate in Bergen in ${year}.`,
				`open a consulate in Bergen in ${year}`
			);
		const tariffs = (verb: string) => fact('position', `South Korea ${verb} new tariffs on cod.`, 'new tariffs on cod');
		const patrols = (kind: 'agreement' | 'non-agreement', verb: string) =>
			fact(kind, `Both sides ${verb} to resume patrols off Ulsan.`, 'resume patrols off Ulsan');

		it('differs from its reverse, also across kinds, and never joins it', () => {
			expect(relation(consulate(), consulate())).toEqual(['same']);
			expect(relation(consulate(), consulate('not '))).toEqual(['differs']);
			expect(relation(tariffs('opposes'), tariffs('supports'))).toEqual(['differs']);
			expect(relation(tariffs('does not oppose'), tariffs('supports'))).toEqual(['same']);
			expect(relation(patrols('agreement', 'agreed'), patrols('non-agreement', 'did not agree'))).toEqual(['differs']);
			expect(relation(patrols('agreement', 'agreed'), consulate())).toEqual([]);
		});

		it('differs where all is the same but a number', () => {
			expect(relation(consulate(), consulate('', '2026'))).toEqual(['differs']);
			expect(relation(consulate(), consulate('not ', '2026'))).toEqual([]);
		});
	});

	it('does not match another event, another holder or another kind', () => {
		expect(matches(changed('met', { event: 'Emi Watanabe flew to Busan' }))).toEqual({});
		expect(matches({ ...factOf('parts'), holderId: 'emi-watanabe' })['parts']).toBeUndefined();
		expect(matches({ ...factOf('parts'), kind: 'agreement' })['parts']).toBeUndefined();
	});

	it('finds itself in the shipped bank', () => {
		const knowledge = loadSeeds('seeds');
		const index = makeKnownIndex(knowledge.facts.map((fact) => knownFromBank(fact, knowledge)));
		const dates = knowledge.facts.flatMap((fact) => (fact.values.is === 'date' ? [{ fact, values: fact.values }] : []));
		const found = dates.filter(({ fact, values }) =>
			index
				.match({ ...factOf('met'), values, statement: fact.statement, value: values.date })
				.some((match) => match.factId === fact.id && match.relation === 'same')
		);
		expect(dates.length).toBeGreaterThan(10);
		expect(found.length / dates.length).toBeGreaterThan(0.8);
	});

	it('costs little among thousands of facts', () => {
		const many = Array.from({ length: 20_000 }, (_, n) =>
			knownFromWorkspace(`f${n}`, changed('met', { event: `Haruto${n} Ishida${n} met Kang${n} in Sendai${n}` }))
		);
		const index = makeKnownIndex(many);
		const start = cpuTime();
		for (let n = 0; n < 500; n++)
			index.match(changed('met', { event: `Haruto${n} Ishida${n} met Kang${n} in Sendai${n}` }));
		expect(cpuTime() - start).toBeLessThan(2000);
	});
});
