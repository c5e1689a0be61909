import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import type { Party } from '../../facts/party.ts';
import { isSentence, losesNoun } from './grammar.ts';
import { pairOf, tellsParties, withOccasion } from './occasion.ts';
import type { Told } from './told.ts';
import { shortened } from './sentences.ts';

const party = (id: string, name: string): Party => ({ id, name, option: `${name} alone`, answers: [name] });
const NORWAY = party('norway', 'Norway');
const PERU = party('peru', 'Peru');
const CHILE = party('chile', 'Chile');

const TOLD: Told = {
	fact: {
		id: 'f',
		kind: 'position',
		topic: 'trade',
		importance: 1,
		modality: 'claimed',
		statement: 'Norway opposes the tariff of Peru.',
		values: { is: 'content', content: 'the tariff of Peru', parts: [] },
		aliases: [],
		evidence: [],
		contra: [],
		related: [],
		derive: [],
		asks: []
	},
	polarity: 'affirmed',
	holder: 'Norway',
	holderId: 'norway',
	party: NORWAY,
	value: null,
	unit: null,
	shown: '',
	around: '',
	article: 'a',
	label: 'Fjord Press',
	sources: ['Fjord Press (4 May 2031)', 'Fjord Press', 'an article of 4 May 2031'],
	published: '2031-05-04',
	title: 'Cod and copper',
	alternates: [],
	unsure: false
};

describe('the parties of an article', () => {
	const acting = { parties: [NORWAY, PERU, CHILE], people: [] };

	it('are the two that its title names, or those of whom its beginning says that they met', () => {
		expect(pairOf('Peru and Chile meet', [], acting)).toEqual([PERU, CHILE]);
		expect(pairOf('Cod and copper', ['Norway and Peru agreed on a quota in Lima.'], acting)).toEqual([NORWAY, PERU]);
		expect(pairOf(null, ['Norway met with resistance.', 'Officials of Chile and Peru held talks.'], acting)).toEqual([
			PERU,
			CHILE
		]);
	});

	it('are none where more than two are named, where nothing says that they met, or where many matters are told', () => {
		expect(pairOf('Norway, Peru and Chile meet', [], acting)).toEqual([]);
		expect(pairOf('Cod and copper', ['Norway fishes more cod than Peru.'], acting)).toEqual([]);
		expect(pairOf('Chile looks on', ['Norway and Peru held talks.'], acting)).toEqual([]);
		expect(pairOf('Regular press conference', ['Norway and Peru held talks.'], acting)).toEqual([]);
	});

	it('are those that hold nearly all that anybody holds, if the beginning names both', () => {
		const holding = new Map([
			[NORWAY, 6],
			[CHILE, 5],
			[PERU, 1]
		]);
		const lead = ['Oslo was cold.', 'Norway waited.', 'The ships came.', 'Chile was late.'];
		expect(pairOf('Cod and copper', lead, acting, holding)).toEqual([NORWAY, CHILE]);
		expect(pairOf('Cod and copper', lead.slice(0, 3), acting, holding)).toEqual([]);
		expect(pairOf('Cod and copper', lead, acting, new Map([...holding, [PERU, 5]]))).toEqual([]);
	});

	it('are those of the people named, without the place and what was spoken of', () => {
		const people = [
			{
				id: 'x',
				name: 'Ana Rojas',
				family: 'Rojas',
				order: 'given-first' as const,
				aliases: [],
				offices: [],
				attended: [],
				side: 'peru'
			},
			{
				id: 'y',
				name: 'Ole Dahl',
				family: 'Dahl',
				order: 'given-first' as const,
				aliases: [],
				offices: [],
				attended: [],
				side: 'norway'
			}
		];
		expect(pairOf('Rojas–Dahl summit in Chile', [], { ...acting, people })).toEqual([NORWAY, PERU]);
	});

	it('stand in the names by which questions call it, beside its title and date', () => {
		const { sources, label } = withOccasion(TOLD, [NORWAY, PERU]);
		expect(sources[0]).toBe('the article “Cod and copper” (Fjord Press, 4 May 2031)');
		expect(sources).toContain('the article “Cod and copper” (4 May 2031)');
		expect(label).toBe('the article “Cod and copper” (Fjord Press, 4 May 2031)');
		expect(sources.at(-1)).toBe('Fjord Press’ article of 4 May 2031 on Norway and Peru');
		expect(tellsParties(sources.at(-1) ?? '')).toBe(true);
		expect(tellsParties('Fjord Press (4 May 2031)')).toBe(false);
	});

	it('stand there with the place and day of their meeting, where it is known', () => {
		const met = withOccasion(TOLD, [NORWAY, PERU], { isCall: false, place: 'Lima', day: '3 May 2031' });
		expect(met.label).toBe('Fjord Press’ report on the talks between Norway and Peru in Lima on 3 May 2031');
		const called = withOccasion({ ...TOLD, label: 'the article' }, [NORWAY, PERU], { isCall: true, day: '3 May 2031' });
		expect(called.label).toBe('a report on the telephone call between Norway and Peru on 3 May 2031');
		const placed = withOccasion(TOLD, [NORWAY, PERU], { isCall: false, place: 'Lima' });
		expect(placed.label).toBe('Fjord Press’ report of 4 May 2031 on the talks between Norway and Peru in Lima');
	});

	it('are not named where they are not known: then the title says which article it is', () => {
		expect(withOccasion(TOLD, []).sources[0]).toBe('the article “Cod and copper” (Fjord Press, 4 May 2031)');
		expect(withOccasion(TOLD, []).sources.join()).not.toContain('article of');
		const plain = { ...TOLD, label: 'an article titled “Cod …”', published: null, title: 'Norway and Peru end talks' };
		expect(withOccasion(plain, [NORWAY, PERU]).sources[0]).toBe('the article “Norway and Peru end talks”');
		expect(withOccasion(plain, [NORWAY, PERU]).label).toBe('the article “Norway and Peru end talks”');
	});

	it.each(['THE FISHERIES OFFICE', 'Ana Rojas', 'Client Alert | Trade', 'Trade & Customs Briefing'])(
		'are all that is told of it where the title says nothing: %s',
		(title) => {
			expect(withOccasion({ ...TOLD, title }, [NORWAY, PERU]).sources).toEqual([
				'Fjord Press’ article of 4 May 2031 on Norway and Peru'
			]);
		}
	);

	it('are looked for in linear time', () => {
		const start = cpuTime();
		for (const text of ['Peru '.repeat(50_000), 'in Peru, '.repeat(20_000), ' '.repeat(200_000)]) {
			pairOf(text, [text], acting);
			withOccasion({ ...TOLD, title: text }, []);
		}
		expect(cpuTime() - start).toBeLessThan(1000);
	});
});

describe('a line with a gap', () => {
	it.each([
		'Norway committed to answer within 45 days.',
		'The ministers of Norway and Peru met on 4 May 2031.',
		'A letter of intent was signed in Lima on 4 May 2031.',
		'Tariffs on Norwegian cod drop from 35 to 15 percent.'
	])('is a sentence: %s', (text) => {
		expect(isSentence(text)).toBe(true);
	});

	it.each([
		'Committed to answer within 45 days.',
		'Given its word that no firm will be listed before 2032.',
		'Mutual suspension of vessel charges through 10 November 2031.',
		'The return of 12 trainees whose visas were refused in 2030.',
		'Revive their dialogue in October 2031.',
		'At the second session of the exchange, held in Lima in May 2031.'
	])('is none without a subject and a verb of its own: %s', (text) => {
		expect(isSentence(text)).toBe(false);
	});

	it('ends with one stop, whichever marks it ends in', () => {
		const gap = { before: 'Norway said on ', after: ' that the curbs “will be enforced to the letter.”' };
		expect(shortened(gap)?.after).toMatch(/letter\.”$/);
	});

	it('is looked at in linear time', () => {
		const start = cpuTime();
		for (const text of ['the '.repeat(50_000), ', who'.repeat(20_000), ' '.repeat(200_000)]) isSentence(text);
		expect(cpuTime() - start).toBeLessThan(1000);
	});
});

describe('a wording', () => {
	it('that broke off behind an adjective is none', () => {
		expect(losesNoun('to hold a new round of economic')).toBe(true);
		expect(losesNoun('to hold a new round of economic talks')).toBe(false);
	});
});
