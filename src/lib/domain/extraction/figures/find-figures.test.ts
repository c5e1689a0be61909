import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Layout } from '#lib/domain/articles/types.ts';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { findDates } from '../dates/find-dates.ts';
import { compileMeasures, measuresLexiconSchema } from '../lexicon/measures.ts';
import { findFigures } from './find-figures.ts';

const lexicon = v.parse(measuresLexiconSchema, parse(readFileSync('seeds/lexicon/measures.yaml', 'utf8')));
const measures = compileMeasures(lexicon);

function layoutOf(text: string): Layout {
	const span = { start: 0, end: text.length };
	const block = { ...span, role: 'body', paragraph: 1, content: span } as const;
	return { article: { text, normal: text }, blocks: [block], sentences: [{ ...span, block: 0, duplicate: false }] };
}

function figuresIn(text: string) {
	const layout = layoutOf(text);
	return findFigures(layout, findDates(layout, '2023-11-17'), measures);
}

describe('findFigures', () => {
	it.each(lexicon.units.map(({ unit, test }) => [test, unit]))('%s → %s', (sentence, unit) => {
		expect(figuresIn(sentence).map((figure) => figure.unit)).toEqual([unit]);
	});

	const bounds = lexicon.bounds.flatMap(({ bound, phrases, test }) =>
		[test, ...phrases.map((phrase) => `They sent ${phrase} 300 students.`)].map((sentence) => ({ sentence, bound }))
	);
	it.each(bounds)('$sentence → $bound', ({ sentence, bound }) => {
		expect(figuresIn(sentence).map((figure) => figure.bound)).toEqual([bound]);
	});

	it('counts a part and its whole', () => {
		expect(figuresIn('He let 60 of his 210 workers go.').map(({ value, unit }) => [value, unit])).toEqual([
			[60, 'workers'],
			[210, 'workers']
		]);
	});

	it('knows plurals, and leaves parties and names out', () => {
		expect(figuresIn(lexicon.plurals.test).map((figure) => figure.unit)).toEqual(['personnel']);
		expect(figuresIn(lexicon.parties.test)).toEqual([]);
		expect(figuresIn(lexicon.names.test)).toEqual([]);
		expect(figuresIn('They wrote the Five-Year Plan and manifold notes.')).toEqual([]);
	});

	it.each<[string, number, string, string?]>([
		['He came with a delegation of 47.', 47, 'people'],
		['Two more laboratories were struck off.', 2, 'laboratories'],
		['The fund holds 1.5 billion dollars for roads.', 1.5e9, 'USD'],
		['Aid of US$ 300m was agreed.', 3e8, 'USD'],
		['It will host 50,000 young Americans in schools.', 50000, 'young Americans'],
		['The forum drew more than 20,000 attendees.', 20000, 'attendees'],
		['Twenty-two world leaders came.', 22, 'world leaders'],
		['A dozen officials sat down.', 12, 'officials'],
		['They held a four-hour summit.', 4, 'hour', 'summit'],
		['Exports saw a tenfold rise.', 10, 'time'],
		['Fees rose 3-fold.', 3, 'time'],
		['Some 1.4 billion people live there.', 1.4e9, 'people'],
		['The cut is 2.3 million tonnes of coal.', 2.3e6, 'tonne', 'coal'],
		['They bought 20 000 tonnes of rice.', 20000, 'tonne', 'rice'],
		['It brought the number of weekly flights to 70.', 70, 'weekly flights'],
		['About 40% of exports fell away.', 40, '%', 'exports'],
		['Between 20 and 30 ships passed.', 20, 'ships'],
		['It costs 3 to 5 billion euros.', 3e9, 'EUR'],
		['The list has 25 points of agreement.', 25, 'points', 'agreement'],
		['They have ten working days to answer.', 10, 'day'],
		['Trade came to 117 billion U.S. dollars.', 1.17e11, 'USD'],
		['It lasted 1 hour and 40 minutes.', 100, 'minute'],
		['They spoke for just over an hour.', 1, 'hour'],
		['He asked why 28,500 U.S. troops stay.', 28500, 'U.S. troops'],
		['Some 3,500 Australian and U.S. troops took part.', 3500, 'Australian and U.S. troops'],
		['Washington sold 40 F-16s to Ankara.', 40, 'F-16s'],
		['It ordered 30 C-130J transport aircraft.', 30, 'C-130J transport aircraft'],
		['The ship rammed it, injuring four crewmen.', 4, 'crewmen'],
		['More than 1,000 of its members are ill.', 1000, 'members'],
		['The airline brought its weekly trips to 80, it said.', 80, 'trips'],
		['Violations have since dropped to fewer than 20.', 20, 'Violations'],
		['It would hit half a dozen Chinese plants.', 6, 'Chinese plants']
	])('%s', (sentence, value, unit, of) => {
		const figures = figuresIn(sentence);
		expect(figures.map((figure) => [figure.value, figure.unit])).toEqual([[value, unit]]);
		if (of !== undefined) expect(figures[0]?.of).toContain(of);
	});

	it.each([
		'The two leaders, both sides and the three countries met.',
		'China held to its one China policy at the G20 and APEC 2023.',
		'A Boeing 737 and an F-35 flew over on 5G.',
		'The vote was 4-3 at 10:30 on 15 November 2023.',
		'They met two years ago, in their 5th round.',
		'He signed Article 5 of Act 301.',
		'The two largest economies agreed.',
		'Two-thirds of it was done.',
		'Biden, 80, and Xi, 70, sat down.',
		'Call 555 0100 now.',
		'The Five-Point Consensus (5PC) stands.',
		'He flew in an F-16 to the COP28.'
	])('finds no figure in: %s', (sentence) => {
		expect(figuresIn(sentence)).toEqual([]);
	});

	it.each([
		'two hundred and '.repeat(8_000),
		'1,000 '.repeat(20_000),
		'$'.repeat(100_000),
		'number of '.repeat(12_000)
	])('stays linear on hostile text', (text) => {
		const begun = cpuTime();
		figuresIn(text);
		expect(cpuTime() - begun).toBeLessThan(4000);
	});
});
