import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { propositionsIn } from './fixtures.ts';

const { propositions: lexicon } = loadLexicon('seeds');
/** Act, holder and content of everything that is found. */
const read = (text: string) => propositionsIn(text, lexicon).map((one) => [one.act, one.holder?.id ?? null, one.words]);

describe('whose it is', () => {
	it.each([
		['In talks with Xi, Biden agreed to lift the ban.', 'biden', 'lift the ban'],
		['Kishida, the host of the talks, pledged to lift the ban.', 'kishida', 'lift the ban'],
		['Kishida, who met Xi on Monday, pledged to lift the ban.', 'kishida', 'lift the ban'],
		['Kishida on Monday again pledged to lift the ban.', 'kishida', 'lift the ban'],
		['After meeting Xi, Kishida pledged to lift the ban.', 'kishida', 'lift the ban']
	])('takes no prepositional object for the subject: %s', (text, holder, content) => {
		expect(read(text)).toEqual([['commitment', holder, content]]);
	});

	it('carries a subject over a coordination and a participle', () => {
		expect(read('Modi pledged to lift the ban and urged Macron to sell the ships.')).toEqual([
			['commitment', 'modi', 'lift the ban'],
			['position', 'modi', 'Macron to sell the ships']
		]);
		expect(read('Xi spoke for two hours, warning that the ban would hurt farmers.')).toEqual([
			['position', 'xi', 'the ban would hurt farmers']
		]);
		expect(read('Both sides discussed fishing, with Modi stressing the need for new rules.')).toEqual([
			['position', 'modi', 'the need for new rules']
		]);
		expect(read('Stressing the need for new rules, Modi urged a moratorium.')).toEqual([
			['position', 'modi', 'the need for new rules'],
			['position', 'modi', 'a moratorium']
		]);
	});

	it.each([
		['Japan and Kenya agreed to lift the ban.'],
		['The two sides agreed to lift the ban.'],
		['China agreed with Japan to lift the ban.'],
		['Both sides pledged to lift the ban.'],
		['Japan and Kenya will lift the ban.']
	])('calls agreement what both sides undertake: %s', (text) => {
		expect(read(text)).toEqual([['agreement', 'both', 'lift the ban']]);
	});

	it('reads who agreed after "by", and nobody where nobody is named', () => {
		expect(read('It was agreed that flights would resume.')).toEqual([['agreement', 'both', 'flights would resume']]);
		expect(read('The resumption of flights was agreed by both sides.')).toEqual([
			['agreement', 'both', 'The resumption of flights']
		]);
	});

	it('gives quoted words to their speaker', () => {
		const text = '"We oppose a new dam," said Macron.';
		const found = propositionsIn(text, lexicon, (mentions) => [
			{
				start: 0,
				end: 22,
				sentence: 0,
				words: { start: 1, end: 20 },
				speaker: mentions.findIndex(({ start }) => text.startsWith('Macron', start)),
				attribution: null,
				rule: 'tag',
				confidence: 0.9
			}
		]);
		expect(found).toMatchObject([{ act: 'position', stance: 'oppose', holder: { id: 'macron' }, words: 'a new dam' }]);
	});
});

describe('what it is', () => {
	it.each([
		['Japan and Kenya agreed to lift the ban, while India warned of a shortage.', 'lift the ban'],
		['Japan and Kenya agreed to lift the ban, Washington said.', 'lift the ban'],
		['Japan and Kenya agreed to lift the ban; talks go on.', 'lift the ban'],
		['Japan and Kenya agreed on Monday to lift the ban, according to France.', 'lift the ban']
	])('ends the content with its clause: %s', (text, content) => {
		expect(read(text)[0]).toEqual(['agreement', 'both', content]);
	});

	it('makes one proposition of each thing agreed', () => {
		expect(read('Japan and Kenya agreed to lift the ban, to resume flights and to set up a hotline.')).toEqual([
			['agreement', 'both', 'lift the ban'],
			['agreement', 'both', 'resume flights'],
			['agreement', 'both', 'set up a hotline']
		]);
	});

	it('gives the points of a list the subject and the denial of their lead', () => {
		const list = (lead: string) =>
			propositionsIn(`${lead}\n• lift the ban;\n• resume flights; and\n• set up a hotline.`, lexicon);
		expect(list('The parties agreed to:')).toMatchObject([
			{ act: 'agreement', polarity: 'affirmed', words: 'lift the ban', lead: 'agreed to' },
			{ act: 'agreement', polarity: 'affirmed', words: 'resume flights' },
			{ act: 'agreement', polarity: 'affirmed', words: 'set up a hotline' }
		]);
		expect(list('The parties did not agree to:').map(({ act, polarity }) => [act, polarity])).toEqual(
			Array.from({ length: 3 }, () => ['non-agreement', 'negated'])
		);
		expect(list('The parties did not:').map(({ act }) => act)).toEqual(
			Array.from({ length: 3 }, () => 'non-agreement')
		);
	});

	it('tells cause from effect on either side of the link', () => {
		const sides = (text: string) =>
			propositionsIn(text, lexicon).flatMap(({ cause, effect }) =>
				cause && effect ? [[text.slice(cause.start, cause.end), text.slice(effect.start, effect.end)]] : []
			);
		expect(sides('The spill led to a ban on fishing.')).toEqual([['The spill', 'a ban on fishing']]);
		expect(sides('Flights were suspended after the storm.')).toEqual([['the storm', 'Flights were suspended']]);
		expect(sides('Because of the storm, flights stopped.')).toEqual([['the storm', 'flights stopped']]);
		expect(sides('The ministers met after lunch.')).toEqual([]);
		expect(sides('Such a ban could lead to shortages.')).toEqual([]);
	});

	it('states nothing in a question', () => {
		expect(read('Will Japan and Kenya agree to lift the ban?')).toEqual([]);
	});
});

describe('hostile text', () => {
	const many = (piece: string, times: number) => piece.repeat(times);
	it.each([
		['100,000 words in a gap', `Japan agreed ${many('word ', 100_000)}to lift the ban.`],
		['50,000 articles', `Japan reached ${many('the ', 50_000)}agreement on fishing.`],
		['20,000 quotation marks', `Japan said ${many('"', 20_000)} that the ban must end.`],
		['200,000 spaces', `Japan agreed${many(' ', 200_000)}to lift the ban.`],
		['20,000 triggers', many('agreed to pledge that Japan, ', 20_000)],
		['20,000 commas', `Japan${many(', the host', 20_000)} agreed to lift the ban.`],
		['5,000 denials', `Japan ${many('did not refuse to ', 5_000)}agree to lift the ban.`]
	])('is read in time: %s', { timeout: 4000 }, (_, text) => {
		expect(propositionsIn(text, lexicon).length).toBeLessThan(2000);
	});
});
