import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Span } from '../../articles/types.ts';
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
const read = (text: string) => propositionsIn(text, lexicon).map((one) => [one.act, one.holder?.id ?? null, one.words]);

describe('who holds what, in other wordings', () => {
	it.each([
		[
			'There is no room for compromise on the dam, Xi told Modi in Beijing.',
			'xi',
			'There is no room for compromise on the dam'
		],
		[
			'Any such ban would be a grave mistake, Macron said on Monday.',
			'macron',
			'Any such ban would be a grave mistake'
		],
		["Kenya's warning that the river is drying up was heard.", 'kenya', 'the river is drying up'],
		['What Japan wants is an end to the ban.', 'japan', 'an end to the ban'],
		['Russia rejects what it calls interference.', 'russia', 'what it calls interference'],
		['Xi said on Monday that Japan was not worried about the ban.', 'japan', 'the ban']
	])('%s', (text, holder, content) => {
		expect(read(text)).toContainEqual(['position', holder, content]);
	});

	it('tells each of several positions after one subject', () => {
		const found = propositionsIn('India does not seek a ban, does not support the dam and opposes the canal.', lexicon);
		expect(found.map(({ words, polarity }) => [words, polarity])).toEqual([
			['a ban', 'negated'],
			['the dam', 'negated'],
			['the canal', 'affirmed']
		]);
	});

	it('tells what somebody plainly states, of a known topic or of none', () => {
		expect(read('The road is long, Macron said.')).toEqual([['position', 'macron', 'The road is long']]);
		expect(read('Taiwan is part of the question, Macron said.')).toEqual([
			['position', 'macron', 'Taiwan is part of the question']
		]);
	});
});

describe('whose view, whose deed', () => {
	it.each([
		["In Kenya's view, the drills violate the treaty.", 'kenya', 'the drills violate the treaty'],
		['For Kenya, Taiwan is a red line.', 'kenya', 'Taiwan is a red line'],
		['According to Macron, trade should not be a weapon.', 'macron', 'trade should not be a weapon'],
		['Kenya vowed to oppose the dam.', 'kenya', 'oppose the dam'],
		['Kenya will not support the dam.', 'kenya', 'support the dam'],
		['Kenya remains committed to its one-China policy.', 'kenya', 'its one-China policy']
	])('%s', (text, holder, content) => {
		expect(read(text)).toContainEqual(['position', holder, content]);
	});

	it('takes what another side says of a deed for a claim, wherever the source stands', () => {
		const found = propositionsIn('According to Macron, China has agreed to buy rice.', lexicon);
		expect(found.map(({ polarity }) => polarity)).toEqual(['hedged']);
	});

	it("takes one side's decision for its commitment, and what will be joint for agreed", () => {
		expect(read('Kenya has decided to abolish visas.')).toEqual([['commitment', 'kenya', 'abolish visas']]);
		expect(read('Kenya agreed on its side to lift the ban.')).toEqual([['commitment', 'kenya', 'lift the ban']]);
		expect(read('A joint fleet will be established.')).toEqual([['agreement', 'both', 'A joint fleet']]);
		expect(read('A joint fleet may be established.')).toEqual([]);
	});

	it('takes a deal that is only drafted for none', () => {
		const found = propositionsIn('The proposed accord provides for a joint fleet.', lexicon);
		expect(found.map(({ polarity }) => polarity)).toEqual(['hedged']);
	});
});

describe('lists of results', () => {
	it('takes each thing of an inline list', () => {
		expect(read('Agreements include a visa waiver, the resumption of flights and a new treaty.')).toEqual([
			['agreement', 'both', 'a visa waiver'],
			['agreement', 'both', 'the resumption of flights'],
			['agreement', 'both', 'a new treaty']
		]);
		expect(read('Outcomes: the launch of a fund; an AI dialogue.').map(([, , words]) => words)).toEqual([
			'the launch of a fund',
			'an AI dialogue'
		]);
	});

	it('finds what was agreed behind a colon', () => {
		expect(read('What the two sides did agree to, officials said, was narrower: to reopen the line.')).toEqual([
			['agreement', 'both', 'reopen the line']
		]);
	});
});

describe('denials in other wordings', () => {
	it.each([
		'China has so far withheld any promise to resume talks.',
		'The joint statement omitted any commitment to phase out coal.',
		'Biden overstated what Modi had agreed to buy.',
		'Reports that India agreed to cut tariffs were wrong.',
		'Biden brushed aside a report that China had agreed to lift the ban.',
		'The two sides agreed on almost everything except fish.',
		'It is naive to believe that China will ever promise to lift the ban.',
		'Macron claimed that Xi had promised him not to lift the ban.',
		'China agreed to lift the ban, according to Macron.',
		'"China agreed to lift the ban," Biden said.',
		'In the draft the two sides will establish a joint fund.',
		'Japan plans to lift the ban.',
		'The two sides agreed neither on a date nor on a venue.',
		'The two sides did not reach a common view and will meet again.',
		'The talks left unresolved the question of tariffs.',
		'Nothing was agreed on fishing.',
		'Nor was there a deal on chips.'
	])('affirms no agreement and no promise: %s', (text) => {
		const affirmed = propositionsIn(text, lexicon).filter(({ polarity }) => polarity === 'affirmed');
		expect(affirmed.filter(({ act }) => act !== 'position')).toEqual([]);
	});

	it('denies what a side calls untrue', () => {
		const found = propositionsIn('China described the reports as baseless.', lexicon);
		expect(found).toMatchObject([{ act: 'position', polarity: 'negated' }]);
	});
});

describe('causes beyond the sentence', () => {
	it('takes the sentence before for the cause', () => {
		const text = 'The river dried up. As a result, farmers left.';
		const [found] = propositionsIn(text, lexicon);
		const words = (span?: { start: number; end: number }) => (span ? text.slice(span.start, span.end) : null);
		expect([words(found?.cause), words(found?.effect)]).toEqual(['The river dried up.', 'farmers left']);
	});

	it('takes "a leading cause of" for a noun', () => {
		expect(read('Smoke is a leading cause of illness.')).toEqual([]);
	});
});

describe('topics', () => {
	const topic = (text: string, context = {}, names: Span[] = []) =>
		topicsOf(text, topics, names).within({ start: 0, end: text.length }, context).topic;

	it('weighs what comes first more than an aside', () => {
		expect(topic('resume military contacts that China severed after a visit to Taiwan')).toBe('military');
	});

	it('asks the heading and what was spoken of before where the words say nothing', () => {
		expect(topic('cancel them by May', { section: 'Taiwan' })).toBe('taiwan');
		expect(topic('cancel them by May', { before: { topic: 'climate', near: true } })).toBe('climate');
		expect(topic('cancel them by May', { headline: 'fentanyl' })).toBe('fentanyl');
		expect(topic('cancel them by May')).toBe('other');
	});

	it('reads no topic from the name of a person', () => {
		const text = 'invite Moon to the talks on wheat';
		expect(topic(text, {}, [{ start: 7, end: 11 }])).toBe('agriculture');
	});
});
