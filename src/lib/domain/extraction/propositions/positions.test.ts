import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn, type Shown } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');
const shown = ({ act, holder, polarity, words }: Shown) => [act, holder?.id, polarity, words];

/** A position with its holder, its polarity and what it holds. */
const POSITIONS: [text: string, holder: string, polarity: string, words: string][] = [
	['Kenya, which rejects the claims, stayed away.', 'kenya', 'affirmed', 'the claims'],
	['Russia, which has long opposed the dam, sent nobody.', 'russia', 'affirmed', 'the dam'],
	['He met Macron, who opposes the dam, in May.', 'macron', 'affirmed', 'the dam'],
	['The ships had strayed, a charge Kenya rejects.', 'kenya', 'affirmed', 'The ships had strayed'],
	['The ships had strayed, which Kenya denies.', 'kenya', 'negated', 'The ships had strayed'],
	['The plan that India opposes is old.', 'india', 'affirmed', 'The plan'],
	['Kenya objects, for its part, to the dam.', 'kenya', 'affirmed', 'the dam'],
	['The text passed over Kenya’s objections.'.replace('’', "'"), 'kenya', 'affirmed', 'The text passed over'],
	['India favours talks, while Kenya opposes them.', 'kenya', 'affirmed', 'them'],
	['What Kenya wants is an end to the ban.', 'kenya', 'affirmed', 'an end to the ban']
];

describe('positions by their frame', () => {
	it.each(POSITIONS)('%s', (text, holder, polarity, words) => {
		const found = propositionsIn(text, lexicon).map(shown);
		expect(found).toContainEqual(['position', holder, polarity, expect.stringContaining(words)]);
	});

	it('ends an apposed relative clause at its comma', () => {
		const [found] = propositionsIn('Kenya, which rejects the claims, did not vote.', lexicon);
		expect(found).toMatchObject({ polarity: 'affirmed', words: 'the claims' });
	});

	it('reads what both the accuser and the accused hold', () => {
		const found = propositionsIn('Japan says that the dam is illegal, a charge Kenya rejects.', lexicon);
		expect(found.map(({ holder }) => holder?.id).sort()).toEqual(['japan', 'kenya']);
	});

	it('gives to each of two allies what they hold against a third', () => {
		const text =
			'China met Japan. China told Japan to wait. Japan told China to hurry. Kenya and India oppose the dam.';
		const holders = propositionsIn(text, lexicon)
			.filter(({ stance }) => stance === 'oppose')
			.map(({ holder }) => holder?.id);
		expect(holders).toEqual(['kenya', 'india']);
	});

	it('leaves to the pair that meets what they hold together', () => {
		const found = propositionsIn('Japan met Kenya. Japan and Kenya oppose the dam.', lexicon);
		expect(found.filter(({ stance }) => stance === 'oppose').map(({ holder }) => holder?.id)).toEqual(['both']);
	});

	it.each([
		'Kenya could well hit back at the ports.',
		'Kenya might invite Modi to the opening.',
		'The road links Kenya.',
		'The ban drew a crowd from Kenya.'
	])('finds no position in: %s', (text) => {
		expect(propositionsIn(text, lexicon).filter(({ act }) => act === 'position')).toEqual([]);
	});

	it('takes what a speaker says of others in quotation marks for no position of theirs', () => {
		const text = 'Ruto said: "Japan opposes the dam."';
		const quotations = (mentions: { start: number }[]) => [
			{
				start: 11,
				end: text.length,
				sentence: 0,
				words: { start: 12, end: text.length - 1 },
				speaker: mentions.findIndex(({ start }) => start === 0),
				attribution: null,
				rule: 'test',
				confidence: 1
			}
		];
		expect(propositionsIn(text, lexicon, quotations).map(({ holder }) => holder?.id)).not.toContain('japan');
	});
});
