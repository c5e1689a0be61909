import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');

/** The positions of a text, as "polarity: statement". */
function positions(text: string): string[] {
	return extractArticle(text, lexicon, { published: '2025-06-20' })
		.facts.filter(({ kind }) => kind === 'position')
		.map(({ polarity, statement }) => `${polarity}: ${statement}`);
}

describe('the predicates of one clause, told apart', () => {
	it('each with its own denial, and its subject', () => {
		const text =
			'Kenyan President William Ruto said that trade mattered. Kenya’s export control of graphite conforms to common ' +
			'practice, does not target any country and will not affect civilian users.';
		expect(positions(text)).toEqual(
			expect.arrayContaining([
				'negated: William Ruto said that Kenya’s export control of graphite does not target any country.',
				'negated: William Ruto said that Kenya’s export control of graphite will not affect civilian users.'
			])
		);
	});

	it('behind an aside that tells who speaks', () => {
		const text =
			'Export controls, William Ruto of Kenya stated, are confined to chips and are not designed to hurt Japan.';
		expect(
			positions(text).some((one) => /negated: .*[Ee]xport controls are not designed to hurt Japan/.test(one))
		).toBe(true);
	});

	it('the verbs of a demand, each with what they share', () => {
		const text =
			'Chinese Foreign Minister Wang Yi said that ties matter. It is hoped that the German side will abide by its word, ' +
			'prudently handle transits and refuse to provide a platform for separatists.';
		expect(positions(text).filter((one) => one.includes('the German side will'))).toHaveLength(3);
	});

	it('a denial with a term in quotation marks stays one: the term is nobody’s position', () => {
		const text =
			'The United States is after no new Cold War, does not wish to change China’s system and does not support ' +
			'"Taiwan independence," Antony Blinken was quoted as saying, and it has no quarrel with anybody.';
		const found = positions(text);
		expect(found.some((one) => /negated: .*does not support "Taiwan independence"/.test(one))).toBe(true);
		expect(found.filter((one) => one.startsWith('affirmed'))).toEqual([]);
	});

	it.each([
		[
			'China neither lit the fire in Ukraine nor fans it, Wang Yi said, and the trade of its firms brooks no meddling.',
			/the trade of its firms brooks no meddling/
		],
		[
			'Whoever supports separatists, Xi Jinping warned, is damaging the foundation of ties.',
			/is damaging the foundation/
		],
		[
			'Xi Jinping, by the Chinese account, answered that Taiwan is a core interest and that nobody should cross that line.',
			/nobody should cross that line/
		],
		['Kenya regards the buoy, placed there without notice, as a breach of its waters.', /as a breach of its waters/],
		['The accord, in Kenya’s telling, is a farce.', /is a farce/]
	])('%s', (text, expected) => {
		expect(positions(text).some((one) => expected.test(one))).toBe(true);
	});
});
