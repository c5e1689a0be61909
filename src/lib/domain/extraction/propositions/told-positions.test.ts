import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');
const positions = (text: string) => propositionsIn(text, lexicon).filter(({ act }) => act === 'position');
const read = (text: string) => positions(text).map(({ holder, words }) => [holder?.id, words]);

describe('a view in a relative clause', () => {
	it.each([
		['The envoys discussed rules that Kenya considers unfair.', 'kenya', 'rules that Kenya considers unfair'],
		[
			'India stopped the talks because of the dam, which it regards as a breach.',
			'india',
			'the dam, which it regards as a breach'
		],
		['It was a charge in which China sees an excuse.', 'china', 'a charge in which China sees an excuse'],
		['Japan acted, a step China calls a provocation.', 'china', 'a step China calls a provocation']
	])('%s', (text, holder, words) => {
		expect(read(text)).toContainEqual([holder, words]);
	});
});

describe('speech that is inserted into what is said', () => {
	it.each([
		['The ban, Xi argued, breaks the treaty.', 'xi', 'The ban, Xi argued, breaks the treaty'],
		['Trade policy, insisted Biden, is not for sale.', 'biden', 'Trade policy, insisted Biden, is not for sale'],
		[
			'Owing to their quarrels, Modi argued, neither country can afford a war.',
			'modi',
			'Owing to their quarrels, Modi argued, neither country can afford a war'
		]
	])('%s', (text, holder, words) => {
		expect(read(text)).toContainEqual([holder, words]);
	});

	it('ends where another clause begins', () => {
		expect(read('Its policy, Xi affirmed, remains what it was, and Japan does not support the dam.')).toEqual([
			['xi', 'Its policy, Xi affirmed, remains what it was'],
			['japan', 'the dam']
		]);
	});
});

describe('whose demand it is', () => {
	it('tells that of another side within a refusal', () => {
		expect(read('Japan resisted an Indian demand for a ban.').length).toBeGreaterThan(0);
		expect(read("Japan rejected India's demand for a ban on ships.")).toContainEqual(['india', 'a ban on ships']);
	});

	it('keeps it where nothing came of it', () => {
		const [one] = positions("Kenya's request for a loan met with silence.");
		expect([one?.holder?.id, one?.polarity, one?.words]).toEqual(['kenya', 'affirmed', 'a loan']);
	});
});

describe('a refusal that says it all', () => {
	it.each([
		['Biden declined.', 'declined'],
		['Kenya has refused; the talks went on.', 'refused']
	])('%s', (text, words) => {
		expect(positions(text).map((one) => [one.polarity, one.words])).toEqual([['negated', words]]);
	});
});

describe('no position', () => {
	it.each([
		'A reporter from Kenya pressed her.',
		'Kenya accepted the invitation.',
		'What Japan calls peace, Xi argued, India sees otherwise.',
		'Kenya cast a shadow over the talks.',
		'Kenya closed the port in anger at the ban.',
		'The guidance, which warned of fraud, was sent to Kenya.'
	])('%s', (text) => {
		expect(read(text)).toEqual([]);
	});
});

it('gives an "it" that nobody resolved to whoever the sentence told of', () => {
	expect(read('Kenya wants a treaty, yet it refuses to lift the ban.')).toContainEqual(['kenya', 'lift the ban']);
});

it('reads the name behind an office as who speaks', () => {
	expect(read('The deputy minister of trade, Macron, insisted that the ban must end.')).toEqual([
		['macron', 'the ban must end']
	]);
});

describe('a view whose object stands apart from its verb', () => {
	it.each([
		['Kishida rejected in June the plan for a dam.', 'kishida', 'the plan for a dam'],
		['India condemned on Tuesday in unusually harsh terms the dam.', 'india', 'the dam'],
		['Egypt has brushed the complaint aside.', 'egypt', 'the complaint'],
		['Egypt demands data on the river.', 'egypt', 'data on the river']
	])('%s', (text, holder, words) => {
		expect(read(text)).toContainEqual([holder, words]);
	});

	it('denies what is ruled out around its object', () => {
		expect(positions('Egypt has ruled a referendum out.')).toMatchObject([
			{ polarity: 'negated', words: 'a referendum' }
		]);
	});

	it('takes no conference of the press for a demand', () => {
		expect(positions('The China press conference ended.')).toEqual([]);
	});
});

describe('an assurance of what is so', () => {
	it('is a view and no promise', () => {
		const found = propositionsIn('Japan assured Kenya that no harm was meant.', lexicon);
		expect(found).toMatchObject([{ act: 'position', holder: { id: 'japan' } }]);
	});

	it('leaves what is promised for later a promise', () => {
		const found = propositionsIn('Japan assured Kenya that the ban would be lifted.', lexicon);
		expect(found.map(({ act }) => act)).toEqual(['commitment']);
	});

	it('takes what somebody is not willing to do for a refusal', () => {
		const found = propositionsIn('Japan is not willing to lift the ban.', lexicon);
		expect(found).toMatchObject([{ act: 'position', polarity: 'negated' }]);
	});
});
