import { describe, expect, it } from 'vitest';
import type { Person } from '../../facts/entity-schema.ts';
import type { Party } from '../../facts/party.ts';
import { makeBoard, type ArticleBoard } from './board.ts';
import { isPublicOffice } from './in-office.ts';
import { luresFor } from './lures.ts';

const party = (id: string, name: string): Party => ({ id, name, option: `${name} alone`, answers: [name] });
const NORWAY = party('norway', 'Norway');
const PERU = party('peru', 'Peru');
const person = (id: string, side: string, title: string, former = false): Person => ({
	id,
	name: `Ana ${id}`,
	family: id,
	order: 'given-first',
	side,
	aliases: [],
	offices: [{ title, accept: [], former }],
	attended: []
});
const people = [
	person('Dahl', 'norway', 'Foreign Minister'),
	person('Vik', 'norway', 'Trade Minister'),
	person('Lund', 'norway', 'ambassador to Peru'),
	person('Moe', 'norway', 'professor of law'),
	person('Berg', 'norway', 'Prime Minister', true),
	person('Rojas', 'peru', 'Foreign Minister'),
	person('Quispe', 'peru', 'Trade Minister')
];
const IDS = people.map(({ id }) => id);
const bare = makeBoard([], { people, organisations: [], places: [], parties: [NORWAY, PERU] });
const view = {
	pair: [NORWAY, PERU],
	roles: new Map(),
	voices: new Map(IDS.map((id) => [id, 1]))
} satisfies Partial<ArticleBoard>;
const board = { ...bare, articles: new Map([['a', { ...emptyView(), ...view }]]) };

function emptyView(): ArticleBoard {
	const index = { like: () => [] };
	return {
		told: [],
		byValues: new Map(),
		figures: new Map(),
		roles: new Map(),
		speakers: [],
		acting: [],
		voices: new Map(),
		isEven: false,
		pair: [],
		people: [],
		statements: index as never,
		stances: index as never,
		standings: new Set(),
		agreed: [],
		open: [],
		notAgreed: []
	};
}

describe('people beside a key', () => {
	it('hold a public office of its side: no scholar and nobody who once held one', () => {
		expect(luresFor(board, 'a', 'Dahl', IDS, 'urged Peru to lower its quota')).toEqual(['Vik', 'Lund']);
	});

	it('are of the other side too where the words name none of the two', () => {
		expect(luresFor(board, 'a', 'Dahl', IDS, 'called the quota a fair bargain')).toEqual(['Vik', 'Lund']);
		const heard = new Map([...IDS.map((id) => [id, 1] as const), ['Rojas', 4] as const]);
		const loud = { ...board, articles: new Map([['a', { ...emptyView(), ...view, voices: heard }]]) };
		// Whoever else is heard most stands among the options; where only the key's side can have said it, there are none.
		expect(luresFor(loud, 'a', 'Dahl', IDS, 'called the quota a fair bargain')).toEqual(['Rojas', 'Vik']);
		expect(luresFor(loud, 'a', 'Dahl', IDS, 'urged Peru to lower its quota')).toEqual([]);
		const silent = { ...board, articles: new Map([['a', { ...emptyView(), ...view, voices: new Map() }]]) };
		expect(luresFor(silent, 'a', 'Dahl', IDS, 'called the quota a fair bargain')).toEqual([]);
		expect(luresFor(board, 'a', 'Rojas', IDS, 'said that our ships would stay')).toEqual([]);
	});

	it('are none where fewer than two are left, and none beside a scholar', () => {
		expect(luresFor(board, 'a', 'Rojas', IDS, 'urged Norway to lower its quota')).toEqual([]);
		expect(luresFor(board, 'a', 'Moe', IDS, 'called the quota a fair bargain')).toEqual([]);
	});
});

describe('a public office', () => {
	it.each(['foreign ministry spokesperson', 'Trade Minister', 'ambassador to Peru'])('is one: %s', (title) => {
		expect(isPublicOffice(title)).toBe(true);
	});
	it.each(['professor', 'former trade minister', 'chief executive of Nvidia', 'director of the Oslo Institute'])(
		'is none: %s',
		(title) => {
			expect(isPublicOffice(title)).toBe(false);
		}
	);
});
