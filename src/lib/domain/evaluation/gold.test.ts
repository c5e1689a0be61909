import { describe, expect, it } from 'vitest';
import { gold } from './fixtures.ts';
import { parseGold } from './gold.ts';
import { goldFromInventory, parseInventory } from './inventory.ts';
import { bestCover, cover, locate, plainGlyphs } from './spans.ts';

const FACT = {
	id: 'a',
	kind: 'date',
	statement: 'It was on that day.',
	holder: null,
	value: '2021-03-03',
	match: 'today'
};

describe('a gold file', () => {
	it('is read with its meta', () => {
		const read = parseGold(`{"meta": {"published": null, "kinds": ["date"]}}\n${JSON.stringify(FACT)}\n\n`);
		expect(read).toMatchObject({ ok: true, gold: { meta: { published: null, kinds: ['date'] }, facts: [{ nth: 1 }] } });
	});

	it('is refused with the line of every mistake', () => {
		const bad = [JSON.stringify(FACT), '{', JSON.stringify({ ...FACT, kind: 'dates' }), JSON.stringify(FACT)];
		const read = parseGold(bad.join('\n'));
		expect(read.ok ? [] : read.problems.map((one) => one.line)).toEqual([2, 3, 4]);
	});
});

describe('the places of a gold fact', () => {
	it('are found through typographic glyphs, by their number, and in alternatives', () => {
		const plain = plainGlyphs('“A” – it’s A, and\u00a0B.');
		expect(plain).toBe('"A" - it\'s A, and B.');
		expect(locate(gold("it's A", {}), plain)).toEqual([{ start: 6, end: 12 }]);
		expect(locate(gold('A', { nth: 2 }), plain)).toEqual([{ start: 11, end: 12 }]);
		expect(locate(gold('A', { nth: 3 }), plain)).toEqual([]);
		expect(locate(gold(['none', { text: 'and B', nth: 1 }], {}), plain)).toEqual([{ start: 14, end: 19 }]);
	});

	it('are covered between not at all and wholly', () => {
		expect(cover({ start: 0, end: 4 }, { start: 4, end: 8 })).toBe(0);
		expect(cover({ start: 0, end: 4 }, { start: 0, end: 4 })).toBe(1);
		expect(bestCover([{ start: 0, end: 4 }], [{ start: 2, end: 6 }])).toBe(0.5);
	});
});

describe('an inventory', () => {
	const line = (parts: object) =>
		JSON.stringify({
			id: 'x',
			kind: 'agreement',
			topic: 'climate',
			statement: 'S.',
			subject: 'India and France',
			relation: 'agreed',
			object: 'talks',
			holder: 'both',
			date: null,
			evidence: [{ seed: '007', locator: 'p2', match: 'talks' }],
			...parts
		});
	const TEXT = 'Some talks.\n\nMore talks lasted four hours in 2021.';
	const goldOf = (parts: object) => {
		const read = parseInventory(line(parts));
		return read.ok ? goldFromInventory(read.facts, '007', TEXT) : [];
	};

	it('finds the words in the line that it names', () => {
		expect(goldOf({})).toMatchObject([{ kind: 'agreement', holder: 'both', match: [{ text: 'talks', nth: 2 }] }]);
		expect(goldFromInventory([], '007', TEXT)).toEqual([]);
	});

	it('maps kinds, holders and values', () => {
		expect(goldOf({ holder: 'China' })).toMatchObject([{ kind: 'commitment', holder: 'China' }]);
		expect(goldOf({ relation: 'no-agreement-on' })).toMatchObject([{ kind: 'non-agreement' }]);
		expect(goldOf({ kind: 'quote', object: 'more talks' })).toMatchObject([{ kind: 'quotation', value: 'more talks' }]);
		expect(goldOf({ kind: 'figure', object: 'about four hours' })).toMatchObject([{ value: 4 }]);
		expect(goldOf({ kind: 'figure', object: 'some' })).toEqual([]);
		expect(goldOf({ kind: 'participant', relation: 'attended' })).toEqual([]);
		expect(goldOf({ holder: 'US', kind: 'position' })).toMatchObject([{ holder: 'United States' }]);
	});

	it('holds a date for optional where its line does not give the year', () => {
		expect(goldOf({ kind: 'date', date: '2021-03' })).toMatchObject([{ value: '2021-03', optional: false }]);
		expect(goldOf({ kind: 'date', date: '2020' })).toMatchObject([{ optional: true }]);
	});

	it('leaves out what is elsewhere or about the articles, and names bad lines', () => {
		expect(goldOf({ evidence: [{ seed: '008', locator: 'p2', match: 'talks' }] })).toEqual([]);
		expect(goldOf({ subject: 'Article 007' })).toEqual([]);
		expect(parseInventory('{}')).toMatchObject({ ok: false, problems: [{ line: 1 }] });
	});
});
