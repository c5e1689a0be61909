import { describe, expect, it } from 'vitest';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../../extraction/extract.ts';
import { itemsOfExtraction } from '../../workspace/items-of-extraction.ts';
import { isAside, isCleft, isIncomplete, isTakenOut, plainSaying } from './complete.ts';
import { plainList } from './context.ts';
import { lengthOf } from '../lint/stems.ts';
import { toldOf } from './told-fixture.ts';
import { Writings } from './writings.ts';

const lexicon = loadLexicon('seeds');

describe('a text that lacks what its words need', () => {
	it.each([
		'Oslo has been seeking since winter.',
		'The palace said that no final decision has been taken.',
		'denied that copper would be next',
		'The ministry has asked for comments by 31 January 2031.',
		'said that Europe will not have its guest list drawn up abroad',
		'maintains that relations with Oslo are rock solid',
		'said that the responsibility lies with the side which began',
		'When the 18 June 2031 summit broke up.',
		'It is expected the problem be solved by dialogue.',
		'There is no change in the position of the 1972 communiqué.',
		'said that the abuse of export controls runs counter to trade',
		'called for an end to the destabilising drills around the island',
		'denied that Norway had sent any'
	])('is no question: %s', (text) => expect(isIncomplete(text)).toBe(true));

	it.each([
		'Oslo has been seeking relief from the duty on cod since winter.',
		'said that no final decision on the frigates has been taken',
		'The ministry asked for comments on the rule by 31 January 2031.',
		'maintains that Peru’s relations with Oslo are rock solid',
		'When the summit broke up, Norway promised 40 frigates.',
		'called for an end to “destabilising drills” around the island',
		'Norway pledged to buy 40 patrol aircraft from Peru by 2033.'
	])('may be one: %s', (text) => expect(isIncomplete(text)).toBe(false));

	it('was taken out of a clause whose object stands before it', () => {
		const around = 'The duty was cut, something Oslo has been seeking since winter.';
		expect(isTakenOut(toldOf({ around, shown: 'Oslo has been seeking since winter' }))).toBe(true);
		expect(isTakenOut(toldOf({ around: 'Dahl said that Oslo wants it.', shown: 'Oslo wants it' }))).toBe(false);
	});

	it('was taken out of a cleft sentence', () => {
		const around = 'It was only after Oslo promised to lift the duty that a summit became possible.';
		expect(isCleft(toldOf({ around, shown: 'Oslo promised to lift the duty' }))).toBe(true);
		expect(isCleft(toldOf({ around: 'It was late. Oslo promised relief.', shown: 'Oslo promised relief' }))).toBe(
			false
		);
	});

	it('says plainly what is reported, and leaves what is quoted as it was said', () => {
		expect(plainSaying('Dahl explained that “many noted that cod was dear”.')).toBe(
			'Dahl said that “many noted that cod was dear”.'
		);
	});

	it('has its gap in the main clause', () => {
		expect(isAside('Fjordtek, which employs ')).toBe(true);
		expect(isAside('Fjordtek, which is Norwegian, employs ')).toBe(false);
	});

	it('is looked at in linear time', () => {
		const start = cpuTime();
		for (const text of [
			'the the '.repeat(50_000),
			' '.repeat(200_000),
			'no final '.repeat(40_000),
			'“'.repeat(20_000)
		]) {
			isIncomplete(text);
			isAside(text);
		}
		expect(cpuTime() - start).toBeLessThan(1000);
	});
});

describe('words of a question', () => {
	it('take nothing for true that somebody says', () => {
		expect(plainSaying('Dahl pointed out that the ban is lawful.')).toBe('Dahl said that the ban is lawful.');
		expect(plainSaying('Dahl notes the ban.')).toBe('Dahl notes the ban.');
	});

	it('tell what was agreed in English', () => {
		expect(plainList('Both sides agreed on hold a round in Oslo.')).toBe('Both sides agreed to hold a round in Oslo.');
		expect(plainList('Both sides agreed on the ferry.')).toBe('Both sides agreed on the ferry.');
	});

	it('count a title as a name', () => {
		const title = 'one two three four five six seven eight nine ten';
		expect(lengthOf(`According to the article “${title}”, who spoke?`)).toBe(14);
	});

	it('write names as the article does', () => {
		const writings = new Writings(['Mr António Costa spoke.', 'Nothing.']);
		expect([writings.of('Antonio Costa'), writings.of('Ana Roy')]).toEqual(['António Costa', 'Ana Roy']);
	});
});

describe('the items of an article with a title', () => {
	const text = `Norway and Peru clear the way for cod

By Ana Roy

Norwegian Foreign Minister Erik Dahl and Peruvian Foreign Minister Rosa Quispe held talks on cod and copper.

The two sides agreed to resume ferry services between Oslo and Lima, to set up a joint fund for young fishermen and to hold yearly consultations on copper prices. Norway promised to keep issuing licences for copper drills. Peru said that Taiwan must not become a pawn of great powers.`;
	const { items } = itemsOfExtraction(extractArticle(text, lexicon, { published: '2031-03-12' }), 'the article');

	it('name it by its title, alike in question and feedback', () => {
		expect(items.length).toBeGreaterThan(0);
		for (const { question, feedback } of items) {
			const [name = 'none'] = /article (?:“[^”]+”(?: \([^()]+\))?|of \d+ \p{L}+ \d{4})/u.exec(question) ?? [];
			expect(feedback).toContain(name);
		}
	});

	it('ask all that was agreed at once, where the article tells of nothing else that was promised', () => {
		const alone = text
			.replace(/ Norway promised [^.]*\./, '')
			.replace('held talks', 'held talks in Oslo on 11 March 2031');
		const asked = itemsOfExtraction(extractArticle(alone, lexicon, { published: '2031-03-12' }), 'the article').items;
		expect(items.filter(({ id }) => id.endsWith('.agreed'))).toEqual([]);
		const agreed = asked.filter(({ id }) => id.endsWith('.agreed')).map(({ key }) => key);
		expect(agreed.join()).toMatch(/resume ferry services.*; to set up a joint fund.*; to hold yearly/);
	});

	it('ask no side for what it alone can do, and offer no “alone”', () => {
		expect(items.filter(({ question }) => /which side .*licences/.test(question))).toEqual([]);
		expect(JSON.stringify(items)).not.toMatch(/ alone"|Both together/);
	});

	it.each([
		['a title in capitals', `${'GUARDRAILS '.repeat(18)}and the limits of talking\n\nNorway and Peru met in Oslo.`],
		['a word without end', `A deal\n\nNorway sold 40 tonnes of ${'salmon'.repeat(3000)}! to Peru in 2031.`],
		['adverbs without a space', `A deal\n\nThe ${'ly'.repeat(4000)}x opened on 4 May 2031 in Oslo.`]
	])('is asked in time of %s', (_, text) => {
		const start = cpuTime();
		itemsOfExtraction(extractArticle(text, lexicon, { published: '2031-05-05' }), 'the Courier');
		expect(cpuTime() - start).toBeLessThan(3000);
	});
});
