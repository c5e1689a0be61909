import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../extract.ts';

const lexicon = loadLexicon('seeds');
const speakers = (text: string): [unknown, string | null][] =>
	extractArticle(text, lexicon, { published: '2024-03-21' })
		.facts.filter(({ kind }) => kind === 'quotation')
		.map(({ value, holder }) => [value, holder]);

describe('who spoke, told apart from the words', () => {
	it('in the sentence after them', () => {
		expect(
			speakers(
				'“They only respect strength here.” That from Mike Gallagher, the chairman. “We will stay.” So said Penny Wong.'
			)
		).toEqual([
			['They only respect strength here.', 'Mike Gallagher'],
			['We will stay.', 'Penny Wong']
		]);
	});

	it('by the label of a line, the first person included', () => {
		expect(
			speakers(
				'SECRETARY BLINKEN: We met. I told Wang Yi that “the shipments have to stop.”\n\nMao Ning: “There are no winners in this.”\n\nAntony Blinken left.'
			)
		).toEqual([
			['the shipments have to stop.', 'Antony Blinken'],
			['There are no winners in this.', 'Mao Ning']
		]);
	});

	it('behind "A:" by the one person of the introduction', () => {
		expect(
			speakers('Kurt Campbell spoke to us in May.\n\nQ: Is it safe?\n\nA: “It has never been safer than now.”')
		).toEqual([['It has never been safer than now.', 'Kurt Campbell']]);
	});

	it('by a pronoun that means whom the sentence before brought in', () => {
		expect(
			speakers(
				'Mao Ning denied it. That was not how it struck Helena Marquardt, who now heads a forum. “They were managing an ending,” she said.'
			)
		).toEqual([['They were managing an ending', 'Helena Marquardt']]);
	});

	it('by a pronoun with what the words are', () => {
		expect(speakers('Marco Rubio spoke for an hour. “We gave nothing away that matters,” was his verdict.')).toEqual([
			['We gave nothing away that matters', 'Marco Rubio']
		]);
	});

	it('as the subject before a relative clause, whoever that names', () => {
		expect(
			speakers('Wang Yi, whose remarks were released by Marco Rubio, regretted that both had “lost ten good years”.')
		).toEqual([['lost ten good years', 'Wang Yi']]);
	});

	it('as nobody where a former official of a state says it', () => {
		expect(speakers('“Alliances run on notice and on trust,” as one former Dutch official told us.')).toEqual([
			['Alliances run on notice and on trust', null]
		]);
	});

	it('by the paragraph that leads in to them', () => {
		expect(
			speakers(
				'The Chinese commerce ministry said in a statement:\n\n“We will never accept this. We urge them to correct it.”'
			)
		).toEqual([['We will never accept this. We urge them to correct it.', 'Chinese commerce ministry']]);
	});

	it('and not by the agency that quotes him', () => {
		expect(
			speakers(
				'“Talks are better,” Xi Jinping said. “History will judge us,” the news agency Xinhua quoted him as saying.'
			)
		).toEqual([
			['Talks are better', 'Xi Jinping'],
			['History will judge us', 'Xi Jinping']
		]);
	});

	it('by a verb with its object inside', () => {
		expect(speakers('Penny Wong let reporters know that “the list was longer than that”.')).toEqual([
			['the list was longer than that', 'Penny Wong']
		]);
	});

	it('as whoever describes a thing, not whoever did it in a relative clause', () => {
		expect(
			speakers('Wang Yi called the tariffs that Marco Rubio had announced on Monday over ports “a strange greeting”.')
		).toEqual([['a strange greeting', 'Wang Yi']]);
	});

	it('as the pronoun’s owner: whoever answers, not whom the question names', () => {
		expect(
			speakers(
				'Asked whether Xi had promised it, Marco Rubio said he had not. The curbs, he said, are “narrow and few”.'
			)
		).toEqual([['narrow and few', 'Marco Rubio']]);
	});

	it('as nobody by name where a member of a group says it', () => {
		expect(speakers('“We will not trade this away,” a member of the Japanese delegation told me.')).toEqual([
			['We will not trade this away', null]
		]);
	});
});
