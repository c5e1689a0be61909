import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../../extraction/extract.ts';
import { itemsOfExtraction } from '../../workspace/items-of-extraction.ts';
import type { Party } from '../../facts/party.ts';
import { isCutOut, plainList } from './context.ts';
import { gatheringOf } from './gathering.ts';
import { capGaps } from './limits.ts';
import { isOfAnother } from './reported.ts';
import { predicateOf, withSpeakerFirst } from './sentences.ts';
import { actOf } from './speech-acts.ts';
import { isTelling } from './telling.ts';
import { toldOf } from './told-fixture.ts';

const lexicon = loadLexicon('seeds');
const itemsOf = (text: string) =>
	itemsOfExtraction(extractArticle(text, lexicon, { published: '2031-03-12' }), 'the article').items;

const ARTICLE = `Norway and Peru talk in Oslo

OSLO, 12 March 2031 - Norwegian Prime Minister Erik Dahl met Peruvian President Rosa Quispe in Oslo on 10 March 2031.

Norway pledged to buy 40 patrol aircraft from Peru by 2033. On the war in the Sudan, both leaders called for a lasting and complete ceasefire. Norway refused to open its dairy sector. Peru did not agree to lift its tariff on cod.`;

describe('the items of an article whose meeting is told', () => {
	const items = itemsOf(ARTICLE);
	const asking = (pattern: RegExp) => items.filter(({ question }) => pattern.test(question));

	it('name the talks, the place and the day in question and feedback', () => {
		const named = asking(/talks between .* in Oslo on 10 March 2031/);
		expect(named.length).toBeGreaterThan(0);
		expect(named[0]?.feedback).toContain('in Oslo on 10 March 2031');
	});

	it('do not tell the day or the place where it is asked', () => {
		const [day] = items.filter(({ key }) => key === '10 March 2031');
		expect(day?.question).not.toContain('10 March');
		expect(JSON.stringify(day?.forms.filter(({ form }) => form === 'cloze'))).not.toMatch(/on 10 March 2031, /);
	});

	it('ask a promised amount once, and not again who promised it', () => {
		expect(items.filter(({ key, question }) => /aircraft/.test(key + question)).map(({ key }) => key)).toEqual(['40']);
	});

	it('ask nothing whose matter stands before what was taken of its sentence', () => {
		expect(asking(/ceasefire/)).toEqual([]);
	});

	it('ask of no kind by how firmly it stands, and for no office of nobody who acts', () => {
		expect(asking(/ present the (?:plan|following)|which office/)).toEqual([]);
	});
});

describe('a meeting', () => {
	const party = (id: string, name: string): Party => ({ id, name, option: `${name} alone`, answers: [name] });
	const pair = [party('norway', 'Norway'), party('peru', 'Peru')];
	const dated = (date: string, text: string) => {
		const told = toldOf({ around: text, title: 'Cod and copper of the northern seas' });
		const values = { is: 'date' as const, event: 'x', date };
		return { ...told, fact: { ...told.fact, kind: 'date' as const, statement: text, values } };
	};
	const first = dated('2031-05-03', 'Ministers of Norway and Peru met on 3 May 2031.');

	it('is known by its day, where one is told', () => {
		expect(gatheringOf([first], pair, [], () => undefined)).toEqual({ isCall: false, day: '3 May 2031' });
	});

	it('is not where the two met long before, nor of what stands beside the news', () => {
		const placed = (text: string, place: string, published: string | null = '2031-05-04') => {
			const told = toldOf({ around: text, title: 'Cod and copper of the northern seas', published });
			const values = { is: 'place' as const, of: 'x', place };
			return { ...told, fact: { ...told.fact, kind: 'place' as const, statement: text, values } };
		};
		const now = placed('Ministers of Norway and Peru met in Oslo.', 'oslo');
		const city = (id: string) => (id === 'oslo' ? 'Oslo' : 'Lima');
		expect(gatheringOf([now], pair, [], city)).toEqual({ isCall: false, place: 'Oslo' });
		const before = placed('Ministers of Norway and Peru met in Lima on 30 October 2030.', 'lima');
		expect(gatheringOf([now, before], pair, [], city)).toEqual({ isCall: false, place: 'Oslo' });
		const beside = placed('When ministers of Norway and Peru met in Lima, it rained.', 'lima');
		expect(gatheringOf([beside], pair, [], city)).toBeUndefined();
	});

	it('is not known where two are told, where it is to come, or where the article is not about two', () => {
		const second = dated('2031-05-01', 'Envoys of Norway and Peru met on 1 May 2031.');
		expect(gatheringOf([first, second], pair, [], () => undefined)).toBeUndefined();
		const next = dated('2031-05-03', 'Ministers of Norway and Peru are expected to have met on 3 May 2031.');
		expect(gatheringOf([next], pair, [], () => undefined)).toBeUndefined();
		expect(gatheringOf([first], [], [], () => undefined)).toBeUndefined();
	});
});

describe('a predicate', () => {
	it.each([
		'refused to open its dairy sector',
		'opposes new tariffs on cod',
		'warned that Peru must not fell the forest',
		'pledged to sell 300 buses'
	])('tells of something: %s', (predicate) => expect(isTelling(predicate)).toBe(true));

	it.each([
		'accused Peru of bad faith',
		'denied acting under pressure',
		'warned against expecting a thaw',
		'conceded that the tariff had been raised',
		'undertook to settle outstanding invoices',
		'is to inform ministers in Lima'
	])('tells of nothing by its own words: %s', (predicate) => expect(isTelling(predicate)).toBe(false));

	it('is that of another who replied, countered or answered', () => {
		const around = 'Rojas countered that Norway would lift the ban.';
		expect(isOfAnother(toldOf({ shown: 'Norway would lift the ban', around }), 'would lift the ban')).toBe(true);
	});

	it('may have a bare verb behind a demand', () => {
		expect(predicateOf('Ana Rojas demanded that Norway lift the ban.')?.predicate).toBe(
			'demanded that Norway lift the ban'
		);
	});

	it('follows a speaker who stands in its middle or behind a noun in the plural', () => {
		expect(withSpeakerFirst('The curbs on cod, Ana Rojas stated, are narrow.')).toBe(
			'Ana Rojas stated that the curbs on cod are narrow.'
		);
		expect(withSpeakerFirst('Venus rises, Ana Rojas said.')).toBe('Venus rises, Ana Rojas said.');
		expect(withSpeakerFirst('Deliveries of cod are late, Ana Rojas warned.')).toBe(
			'Ana Rojas warned that deliveries of cod are late.'
		);
	});
});

describe('a statement', () => {
	it('without the matter that its sentence names first is cut out', () => {
		const around = 'On the war in the Sudan, both leaders called for a ceasefire.';
		const told = toldOf({ shown: 'both leaders called for a ceasefire', around });
		const stated = (statement: string) => ({ ...told, fact: { ...told.fact, statement } });
		expect(isCutOut(stated('Both leaders called for a ceasefire.'))).toBe(true);
		expect(isCutOut(stated('Both leaders called for a ceasefire in the Sudan.'))).toBe(false);
	});

	it('of a list or a translation is put as a sentence', () => {
		expect(plainList('They settled on the following a new hotline.')).toBe('They agreed on a new hotline.');
		expect(plainList('Both sides agreed open five routes.')).toBe('Both sides agreed to open five routes.');
		expect(plainList('Both sides agreed on a review.')).toBe('Both sides agreed on a review.');
	});

	it('is not asked again by a gap in the same words', () => {
		const spanned = (start: number, end: number) => [
			{ source: 'a', paragraph: 1, anchor: 'x', caption: false, span: { start, end } }
		];
		const ask = (slot: string) => ({
			...{ slot, type: 'phrase' as const, question: 'Which?', key: slot, accept: [], near: {}, typed: false },
			...{ distractors: {}, feedback: 'f', relation: false, closed: true }
		});
		const held = toldOf({});
		const whole = { ...held, fact: { ...held.fact, evidence: spanned(0, 40), asks: [ask('holder')] } };
		const figured = (id: string, start: number) => ({
			...held.fact,
			id,
			kind: 'figure' as const,
			statement: `Norway would lift ${id} bans.`,
			values: { is: 'figure' as const, of: 'x', number: 4, unit: 'x', bound: 'exact' as const },
			evidence: spanned(start, start + 2),
			asks: [ask('figure')]
		});
		const gap = { ...held, fact: figured('four', 10) };
		const apart = { ...held, fact: figured('nine', 90) };
		capGaps([gap, whole, { ...apart, around: 'elsewhere' }]);
		expect([whole, gap, apart].map(({ fact }) => fact.asks.length)).toEqual([1, 0, 1]);
	});
});

it('predicates and statements are looked at in linear time', () => {
	const start = cpuTime();
	for (const text of ['the '.repeat(50_000), 'agreed '.repeat(20_000), ' '.repeat(200_000), '“'.repeat(20_000)]) {
		isTelling(text);
		actOf(text);
		plainList(text.slice(0, 2000));
		withSpeakerFirst(text);
		isCutOut(toldOf({ shown: text, around: text }));
	}
	expect(cpuTime() - start).toBeLessThan(1000);
});
