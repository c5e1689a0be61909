import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');

/** Non-agreements of a text about two parties, by holder and content. */
const openIn = (text: string) =>
	propositionsIn(`Japan and Kenya met. ${text}`, lexicon).flatMap(({ act, holder, words }) =>
		act === 'non-agreement' ? [[holder?.id ?? null, words]] : []
	);

describe('who refused', () => {
	it.each([
		['A request from Japan for a joint survey was turned down.', 'kenya'],
		["Japan's request that Kenya lift the ban met with no commitment.", 'kenya'],
		["Kenya's proposal for a joint survey was politely rebuffed.", 'japan'],
		['A request for a joint survey was turned down by Kenya.', 'kenya'],
		['A request for a joint survey fell on deaf ears.', 'both']
	])('%s', (text, holder) => {
		expect(openIn(text).map(([id]) => id)).toEqual([holder]);
	});

	it.each([
		['Kenya would not budge on fishing rights.', 'kenya'],
		['Kenya dug in its heels over fishing rights.', 'kenya'],
		["Kenya hasn't committed itself either.", 'kenya'],
		['Kenya made no concession on fishing rights.', 'kenya'],
		['Nothing came of a plan to share the river.', 'both'],
		['On fishing rights the two sides openly disagreed.', 'both']
	])('%s', (text, holder) => {
		expect(openIn(text).map(([id]) => id)).toEqual([holder]);
	});

	it('tells what was asked for beside what became of it, and does not deny the asking', () => {
		const found = propositionsIn('A request from Kenya for a joint survey was not granted.', lexicon);
		const told = found.map(({ act, polarity }) => [act, polarity]);
		expect(told).toContainEqual(['non-agreement', 'negated']);
		expect(told).not.toContainEqual(['position', 'negated']);
	});

	it('tells each point that its preposition opens again', () => {
		expect(openIn('The two sides failed to agree on prices, on visas, or even on a date.')).toEqual([
			['both', 'prices'],
			['both', 'visas'],
			['both', 'a date']
		]);
	});

	it('leaves measures that are put off, and what is only said to be so, alone', () => {
		expect(openIn('The two leaders had shelved the harshest tariffs for a year.')).toEqual([]);
		expect(openIn('Kishida is said to have clashed with Ruto over fishing rights.')).toEqual([]);
	});
});
