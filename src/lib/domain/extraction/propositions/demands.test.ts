import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileTopics, topicsSchema } from '../lexicon/topics.ts';
import { compilePropositions, hedgesSchema, triggersSchema } from '../lexicon/triggers.ts';
import { topicsOf, propositionsIn } from './fixtures.ts';

const yaml = (file: string): unknown => parse(readFileSync(`seeds/lexicon/${file}.yaml`, 'utf8'));
const topics = compileTopics(v.parse(topicsSchema, yaml('topics')));
const lexicon = compilePropositions(
	v.parse(triggersSchema, yaml('triggers')),
	v.parse(hedgesSchema, yaml('hedges')),
	topics
);
const positions = (text: string) =>
	propositionsIn(text, lexicon)
		.filter(({ act }) => act === 'position')
		.map(({ holder, words }) => [holder?.name, words]);

describe('several things asked or said', () => {
	it.each([
		['China urged Japan to open its ports and to lift the ban.', ['Japan to open its ports', 'lift the ban']],
		['Xi called for talks in May and for a truce.', ['talks in May', 'a truce']],
		['Xi stressed that trade must grow and that walls must fall.', ['trade must grow', 'walls must fall']],
		[
			'China asked Japan to open its ports, lift the ban and cut tariffs.',
			['Japan to open its ports', 'lift the ban', 'cut tariffs']
		],
		[
			'Xi said that Japan should open its ports, and not send wrong signals.',
			['Japan should open its ports', 'not send wrong signals']
		],
		[
			'Xi said that Japan is a friend of peace and that Kenya was never a threat.',
			['Japan is a friend of peace', 'Kenya was never a threat']
		],
		['Xi told Modi that Japan opposes the dam and that the river is free.', ['the dam', 'the river is free']],
		['China voiced concern over tariffs on fish and over bans on steel.', ['tariffs on fish', 'bans on steel']],
		['Japan opposes the dam, and it rejects the ban.', ['the dam', 'the ban']]
	])('tells one by one: %s', (text, words) => {
		expect(positions(text).map(([, said]) => said)).toEqual(words);
	});

	it('each with its own denial: what is asked not to be done denies nothing further', () => {
		const drafts = propositionsIn('China asked Japan not to wait and to lift the ban.', lexicon);
		expect(drafts.map(({ lead, words }) => [lead ?? '', words])).toEqual([
			['', 'Japan not to wait'],
			['asked Japan', 'to lift the ban']
		]);
	});

	it('stay whole where they are denied', () => {
		expect(positions('China did not urge Japan to open its ports and to lift the ban.')).toHaveLength(1);
	});
});

describe('what goes on after somebody’s words', () => {
	it('is his, too, where it says what should be done', () => {
		const text = 'Xi stressed that Japan is a neighbour. The two ports should not be closed to trade.';
		expect(positions(text)[1]).toEqual(['Xi', 'The two ports should not be closed to trade']);
	});

	it.each([
		'Xi stressed that Japan is a neighbour. Analysts doubt that ports should reopen.',
		'Xi stressed that Japan is a neighbour. The ports reopened in May.',
		'Xi stressed that Japan is a neighbour.\nThe ports should reopen.'
	])('is nobody’s otherwise: %s', (text) => {
		expect(positions(text)).toHaveLength(1);
	});
});

describe('words that echo a topic', () => {
	const topicOfEnd = (text: string, words: string) => {
		const start = text.lastIndexOf(words);
		return topicsOf(text, topics).within({ start, end: start + words.length }, {}).topic;
	};

	it('speak of it where the article names it', () => {
		expect(topicOfEnd('Taiwan holds a vote. He sent navy ships to the island.', 'ships to the island')).toBe('taiwan');
	});

	it('yield to other words where it does not', () => {
		expect(topicOfEnd('Malta holds a vote. He sent navy ships to the island.', 'ships to the island')).toBe('maritime');
	});
});
