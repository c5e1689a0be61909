import { describe, expect, it } from 'vitest';
import type { Person } from '../../facts/entity-schema.ts';
import { makeBoard } from './board.ts';
import { officesAccepted } from './office-names.ts';
import { capOffices } from './office-share.ts';
import { officeAsks } from './offices.ts';
import { toldOf } from './told-fixture.ts';
import type { Told } from './told.ts';

const PERSON: Person = {
	id: 'dahl',
	name: 'Ole Dahl',
	family: 'Dahl',
	order: 'given-first',
	aliases: [],
	attended: [],
	offices: [{ title: 'Minister', accept: [], former: false }]
};

const NORWAY = { id: 'norway', name: 'Norway', option: 'Norway alone', answers: ['Norway', 'Norwegian'] };
const values = { is: 'participant' as const, people: ['dahl'], role: 'Norwegian trade minister' };
const base = toldOf({ around: 'Ole Dahl, the Norwegian trade minister, spoke.' });
const office = () => {
	const told: Told = { ...base, fact: { ...base.fact, id: 'office', kind: 'participant', values, asks: [] } };
	const board = makeBoard([told], { people: [PERSON], organisations: [], places: [], parties: [NORWAY] });
	told.fact.asks.push(...officeAsks(told, board));
	return { told, board };
};
const held = (question: string): Told => ({
	...base,
	holderId: 'dahl',
	fact: {
		...base.fact,
		id: 'held',
		asks: [
			{
				slot: 'holder',
				type: 'person',
				question,
				key: 'Ole Dahl',
				accept: [],
				near: {},
				typed: true,
				distractors: {},
				feedback: 'He said so.',
				relation: true,
				closed: true
			}
		]
	}
});

describe('the name of an office', () => {
	it('is every one that the article gives, in both orders, and no bare calling', () => {
		const names = officesAccepted(
			PERSON,
			['minister', 'vice minister of commerce', 'trade envoy', 'former mayor'],
			'Norwegian vice minister of commerce'
		);
		expect(names).toContain('vice minister of commerce');
		expect(names).toContain('vice commerce minister');
		expect(names).toContain('Norwegian vice commerce minister');
		expect(names).toContain('trade envoy');
		expect(names).not.toContain('Minister');
		expect(names).not.toContain('minister');
		expect(names).not.toContain('former mayor');
		expect(officesAccepted(PERSON, ['minister'], 'minister')).toContain('Minister');
	});

	it('is asked, filled in and explained as held, and not as given', () => {
		const [ask] = office().told.fact.asks;
		expect(ask?.key).toBe('Norwegian trade minister');
		expect(ask?.cloze).toBe(
			'Ole Dahl was {{Norwegian trade minister}} at the time, according to Fjord Press (4 May 2031).'
		);
		expect(ask?.feedback).toBe(
			'According to Fjord Press (4 May 2031): Ole Dahl was Norwegian trade minister at the time.'
		);
		expect(ask?.accept).not.toContain('Minister');
	});

	it.each([
		['Norwegian trade representative', 1],
		['Norwegian national security adviser', 1],
		['Norwegian representative', 0],
		['economic adviser', 0]
	])('is asked where a state has one of it: %s', (role, count) => {
		const own: Told = { ...base, fact: { ...base.fact, kind: 'participant', values: { ...values, role }, asks: [] } };
		const board = makeBoard([own], { people: [PERSON], organisations: [], places: [], parties: [NORWAY] });
		expect(officeAsks(own, board)).toHaveLength(count);
	});

	it('is not asked where the title of the article tells it', () => {
		const own = (title: string): Told => ({
			...base,
			title,
			fact: { ...base.fact, kind: 'participant', values, asks: [] }
		});
		const asksOf = (told: Told) =>
			officeAsks(told, makeBoard([told], { people: [PERSON], organisations: [], places: [], parties: [NORWAY] }));
		expect(asksOf(own('Norwegian trade minister calls for calm'))).toEqual([]);
		expect(asksOf(own('Minister calls for calm'))).toHaveLength(1);
	});

	it('is not asked where the article gives the person another one too', () => {
		const both = ['Norwegian trade minister', 'director of the office of the polar commission'].map((role): Told => ({
			...base,
			fact: { ...base.fact, kind: 'participant', values: { ...values, role }, asks: [] }
		}));
		const board = makeBoard(both, { people: [PERSON], organisations: [], places: [], parties: [NORWAY] });
		expect(both.flatMap((told) => officeAsks(told, board))).toEqual([]);
	});

	it('is not asked where another question calls the person by it', () => {
		for (const [question, count] of [
			['Who opposes the tariff that Ole Dahl wants?', 1],
			['Who opposes the tariff that Norwegian trade minister Ole Dahl wants?', 0]
		] as const) {
			const { told, board } = office();
			capOffices([told, held(question)], board);
			expect(told.fact.asks).toHaveLength(count);
		}
	});
});
