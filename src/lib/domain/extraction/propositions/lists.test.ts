import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');
const read = (text: string) =>
	propositionsIn(text, lexicon).map((one) => [one.act, one.holder?.id ?? null, one.words, one.polarity]);

describe('lists under a line that says whose they are', () => {
	it('reads each point as a deed of whom the line names', () => {
		const text = 'Kenya, for its part, has:\n• promised to clear the mines;\n• pledged to reopen the port.';
		expect(read(text)).toEqual([
			['commitment', 'kenya', 'clear the mines', 'affirmed'],
			['commitment', 'kenya', 'reopen the port', 'affirmed']
		]);
	});

	it('takes points after "will:" for deeds, of both where both are named', () => {
		expect(read('The two sides will:\n• resume ferry services;\n• share radar data.')).toEqual([
			['agreement', 'both', 'resume ferry services', 'affirmed'],
			['agreement', 'both', 'share radar data', 'affirmed']
		]);
		expect(read('Kenya will not:\n• levy new duties.')).toEqual([
			['commitment', 'kenya', 'levy new duties', 'negated']
		]);
	});

	it('knows what a title says of its points, and forgets it with the next paragraph', () => {
		const text = 'Not agreed:\n• fishing rights;\nThe hall was full.\n• a second dam;';
		expect(read(text)).toEqual([['non-agreement', 'both', 'fishing rights', 'negated']]);
	});

	it('divides what follows a colon in the same sentence', () => {
		expect(read('Japan and Kenya agreed on the following: to reopen the bridge and to share radar data.')).toEqual([
			['agreement', 'both', 'reopen the bridge', 'affirmed'],
			['agreement', 'both', 'share radar data', 'affirmed']
		]);
	});
});

describe('agreements without a verb of agreeing', () => {
	it.each([
		['Under the terms of the pact, Kenya gives ships access to the port.', 'Kenya gives ships access to the port'],
		['Talks between the two armies are to resume.', 'Talks between the two armies are to resume']
	])('%s', (text, words) => {
		expect(read(text)).toEqual([['agreement', 'both', words, 'affirmed']]);
	});

	it.each([
		['Unresolved: the price of the ships', ['the price of the ships']],
		['Open issues: standards and the price of the ships', ['standards', 'the price of the ships']],
		['Left for later: shipbuilding', ['shipbuilding']]
	])('takes what a label calls open for not agreed: %s', (text, points) => {
		const found = propositionsIn(text, lexicon);
		expect(found.map(({ act, polarity }) => [act, polarity])).toEqual(points.map(() => ['non-agreement', 'negated']));
		expect(found.map(({ words }) => words)).toEqual(points);
	});

	it('takes back what the next sentence denies', () => {
		const found = read('Japan and Kenya signed a ban on drones. They did not.');
		expect(found).toEqual([['non-agreement', 'both', 'a ban on drones', 'negated']]);
	});
});

describe('whose deed it is', () => {
	it.each([
		['Kenya cut its duties and undertook to reopen the port.', 'kenya', 'reopen the port'],
		['The talks brought a pledge by Kenya to reopen the port.', 'kenya', 'reopen the port'],
		['Kenya assured Japan it would reopen the port.', 'kenya', 'it would reopen the port']
	])('%s', (text, holder, words) => {
		expect(read(text).map(([act, whose, what]) => [act, whose, what])).toContainEqual(['commitment', holder, words]);
	});

	it('takes assurances received for nobody’s promise', () => {
		expect(read('Kenya had received assurances that ships may pass.')).toEqual([]);
	});

	it('leaves alone what one side does not raise, and tells what both leave out', () => {
		expect(read('Kenya did not discuss fishing rights.')).toEqual([]);
		expect(read('Fishing rights were left out of the accord.')).toEqual([
			['non-agreement', 'both', 'Fishing rights were left out', 'negated']
		]);
	});
});
