import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../../extraction/extract.ts';
import { itemsOfExtraction } from '../../workspace/items-of-extraction.ts';
import { lintStem } from '../lint/stems.ts';
import { officesAccepted } from './office-names.ts';
import { isWorthAGap } from './worth.ts';
import { dateQuestion, figureQuestion } from './gap-question.ts';
import { timesIn } from './times.ts';
import { asking, turned } from './turned.ts';

const lexicon = loadLexicon('seeds');
const HEAD = `Norway and Peru end talks in Oslo

OSLO, 12 March 2031 - Norwegian Prime Minister Erik Dahl met Peruvian President Rosa Quispe in Oslo on 10 March 2031.

`;
const asked = (text: string): string =>
	itemsOfExtraction(extractArticle(`${HEAD}${text}`, lexicon, { published: '2031-03-12' }), 'the article')
		.items.map(({ question, key }) => `${question} = ${key}`)
		.join('\n');

describe('a deed of several that were agreed or promised', () => {
	it('is asked for by its verb and its time', () => {
		const items = asked(
			'The two sides agreed to hold joint rescue drills once a year, to exchange data on cod stocks, and to open a direct line between their coast guards. Peru promised to review its list of banned trawlers.'
		);
		expect(items).toMatch(
			/what did (?:Norway and Peru|Peru and Norway) agree to open\? = A direct line between their coast guards/
		);
		expect(items).toMatch(/agree to hold once a year\? = Joint rescue drills/);
	});

	it('is not asked for where another answer lists it', () => {
		const items = asked(
			'The two sides agreed to hold joint rescue drills once a year, to exchange data on cod stocks, and to open a direct line between their coast guards.'
		);
		expect(items.match(/data on cod stocks/gi)).toHaveLength(1);
		expect(items.match(/direct line between/gi)).toHaveLength(1);
	});

	it('is not asked for by a verb that another one has as well', () => {
		const items = asked(
			'Both sides agreed to set up a working group on cod. They also agreed to establish a fund for copper mines.'
		);
		expect(items).not.toMatch(/agree to (?:set up|establish)\?/);
	});

	it('is none where nobody agreed to it, or where it is said of something told before', () => {
		expect(asked('Peru has not agreed to lift its export ban on fish meal from Norway.')).not.toMatch(
			/what did Peru agree/
		);
		expect(asked('The two sides agreed to suspend it. The two sides agreed to hold a third session.')).not.toMatch(
			/agree to (?:suspend|hold)/
		);
	});
});

describe('a time beside a thing', () => {
	it('is told from it, but for one inside a clause', () => {
		expect(timesIn('joint drills once a year')).toEqual({ thing: 'joint drills', time: 'once a year' });
		expect(timesIn('its ban on cod by the end of May 2031')).toEqual({
			thing: 'its ban on cod',
			time: 'by the end of May 2031'
		});
		expect(timesIn('a channel that meets every quarter').time).toBe('');
		expect(timesIn('a naval exercise in March').time).toBe('');
	});
});

describe('a clause', () => {
	it('is turned round where its verb is known', () => {
		const question = (text: string) => {
			const clause = turned(text);
			return clause && asking(clause);
		};
		expect(question('Norway undertook not to raise port fees before 2032.')).toBe('did Norway undertake not to raise');
		expect(question('The deficit of Peru stood at $3 billion in 2030.')).toBe('did the deficit of Peru stand');
		expect(question('United States will cut its tariff on cod.')).toBe('will the United States cut');
		expect(question('Erik Dahl allowed firms to sell cod to approved buyers.')).not.toContain('approve');
		expect(question('It raised the tariff.')).toBeUndefined();
		expect(question('Norway raised the tariff, the ministry said.')).toBeUndefined();
	});
});

describe('a gap', () => {
	it('is asked for directly', () => {
		const gap = (text: string) => {
			const [before = '', after = ''] = text.split('____');
			return { before, after };
		};
		expect(dateQuestion(gap('On ____ the Ministry of Fisheries (MOF) banned exports of cod.'), 'date')).toBe(
			'on which date did the Ministry of Fisheries ban exports of cod'
		);
		expect(dateQuestion(gap('Norway will keep the ban until the end of ____.'), 'year')).toBe(
			'until the end of which year will Norway keep the ban'
		);
		expect(figureQuestion(gap('Peru pledged to answer applications within ____ working days.'), '45')).toBe(
			'within how many working days did Peru pledge to answer applications'
		);
		expect(figureQuestion(gap('Peru will keep a tariff of ____ on cod.'), '18 percent')).toBe(
			'how high a tariff will Peru keep on cod'
		);
		expect(figureQuestion(gap('Norway bought ____ tonnes of copper in 2030.'), '25 million')).toBe(
			'how many tonnes of copper did Norway buy in 2030'
		);
	});

	it('stays a gap where its sentence cannot be turned round', () => {
		const before = 'The two presidents met on ';
		expect(dateQuestion({ before, after: ' in Lima.' }, 'date')).toBeUndefined();
		expect(figureQuestion({ before: 'Exports have dropped for ', after: ' years running.' }, '3')).toBeUndefined();
	});
});

describe('words that lean on what is not told', () => {
	it('are no question of whose they are, where "it" or "the matter" is told outside of them', () => {
		const said = (words: string) => asked(`“${words},” Norwegian Prime Minister Erik Dahl said.`);
		expect(said('Cod stocks off Lima have fallen by half in four years of trawling')).toMatch(/who said: “Cod stocks/);
		expect(said('Whether cod stocks off Lima recover from it by summer is another question')).not.toMatch(/who said/);
		expect(said('Today the fishing fleets of Norway call it unsustainable and ruinous')).not.toMatch(/who said/);
	});

	it('are no sentence with a gap', () => {
		expect(isWorthAGap('The Norwegian embassy in Lima linked the matter to cod exports on ____.')).toBe(false);
		expect(isWorthAGap('Norway and Peru signed a pact on 12 February in ____.')).toBe(false);
		expect(isWorthAGap('Norway and Peru signed a pact on 12 February 2031 in ____.')).toBe(true);
		expect(isWorthAGap('Six months before that, controls of Peru on ____ metals had starved Norway of copper.')).toBe(
			false
		);
	});
});

describe('an office', () => {
	it('is turned round where somebody would write it so', () => {
		const person = {
			id: 'dahl',
			name: 'Erik Dahl',
			family: 'Dahl',
			order: 'given-first' as const,
			aliases: [],
			attended: [],
			offices: []
		};
		const names = (key: string) => officesAccepted(person, [key], key);
		expect(names('Norwegian foreign minister')).toContain('Norwegian minister of foreign affairs');
		expect(names('Commerce Minister of Norway')).toEqual([]);
		expect(names('Secretary of State')).toEqual([]);
		expect(names('commerce and industry minister')).toEqual([]);
	});
});

describe('a question with "his"', () => {
	it('may ask for whose guest or government it is, and for nobody who is not told', () => {
		const { items } = itemsOfExtraction(extractArticle(HEAD, lexicon, { published: '2031-03-12' }), 'the article');
		const names = { people: [], names: new Set<string>(), occasions: new Set<string>() };
		const found = (question: string) => items.slice(0, 1).flatMap((item) => lintStem({ ...item, question }, names));
		expect(items).not.toHaveLength(0);
		expect(found('According to an article of 4 May 2031, who told his guest that the curbs must be lifted?')).toEqual(
			[]
		);
		expect(found('According to an article of 4 May 2031, who sought his early release?')).toHaveLength(1);
	});
});
