import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { layOut } from '../../articles/layout.ts';
import { importText } from '../../articles/text.ts';
import { findAll } from '../extract.ts';
import { finite } from './verbs.ts';
import { sentence, tidy, wording } from './wording.ts';

const lexicon = loadLexicon('seeds');
const BEFORE = 'Japanese Prime Minister Fumio Kishida and South Korean President Yoon Suk Yeol met in Nara.';

/** The last sentence of a text, worded to stand alone. */
function worded(text: string, published = '2024-03-21'): string {
	const layout = layOut(importText(`${BEFORE}\n\n${text}`), lexicon.text);
	const found = findAll(layout, lexicon, published);
	const last = layout.sentences[layout.sentences.length - 1];
	return last ? wording(found, last) : '';
}

describe('a sentence that stands alone', () => {
	it.each([
		['Kishida called for calm.', 'Fumio Kishida called for calm.'],
		['Mr Kishida called for calm.', 'Fumio Kishida called for calm.'],
		['President Yoon called for calm.', 'President Yoon Suk Yeol called for calm.'],
		['Kishida was tired. He called for calm.', 'Fumio Kishida called for calm.'],
		['Kishida said he was tired.', 'Fumio Kishida said he was tired.'],
		['The plan was signed on Wednesday.', 'The plan was signed on 20 March 2024.'],
		['President Yoon S. Yeol called for calm.', 'President Yoon S. Yeol called for calm.'],
		[
			'Foreign minister Giorgos Gerapetritis called for calm.',
			'Foreign minister Giorgos Gerapetritis called for calm.'
		],
		['President Donald J. Trump called for calm.', 'President Donald Trump called for calm.'],
		["Peru bought this year's 25 million tons of cod.", "Peru bought 2024's 25 million tons of cod."],
		["Peru missed this year's target.", 'Peru missed the 2024 target.'],
		['The plan was signed on Wednesday night.', 'The plan was signed on the night of 20 March 2024.'],
		['The plan was signed late Wednesday evening.', 'The plan was signed late on the evening of 20 March 2024.'],
		['President Luiz Inácio Lula da Silva called for calm.', 'President Luiz Inácio Lula da Silva called for calm.'],
		['Prime Minister Sánchez called for calm.', 'Prime Minister Pedro Sánchez called for calm.'],
		['Fumio Kishida spoke last year.', 'Fumio Kishida spoke in 2023.'],
		[
			'Rutte said: “On Monday we act, and Kishida knows it.”',
			'Mark Rutte said: “On Monday we act, and Kishida knows it.”'
		],
		['The pact was signed the year before last.', 'The pact was signed in 2022.'],
		['The pact was due before the year is out.', 'The pact was due before the end of 2024.'],
		['Kishida will withdraw his February order.', 'Fumio Kishida will withdraw his February 2024 order.'],
		['Nobody foresaw Tuesday’s vote.', 'Nobody foresaw the 19 March 2024 vote.']
	])('%s', (text, expected) => {
		expect(worded(text)).toBe(expected);
	});

	it('leaves out where and when a report was written', () => {
		const text = 'A title of a report\n\nOSLO, 14 May 2024 (Atlantic Wire) - Norway opposes new tariffs on cod.';
		const layout = layOut(importText(text), lexicon.text);
		const last = layout.sentences[layout.sentences.length - 1] ?? { start: 0, end: 0 };
		expect(wording(findAll(layout, lexicon, null), last)).toBe('Norway opposes new tariffs on cod.');
	});

	it('keeps a weekday whose date is not known', () => {
		const layout = layOut(importText(`${BEFORE}\n\nThe plan was signed on Wednesday.`), lexicon.text);
		const last = layout.sentences[layout.sentences.length - 1] ?? { start: 0, end: 0 };
		expect(wording(findAll(layout, lexicon, null), last)).toBe('The plan was signed on Wednesday.');
	});
});

it('invisible characters and line ends leave a sentence', () => {
	expect(tidy('a\u200bb\u202e c\n d')).toBe('ab c d');
});

it.each([
	['the plan, ', 'The plan.'],
	['he said: “no.”', 'He said: “no.”'],
	['Is it over?', 'Is it over?'],
	['it warned of "resolute measures', 'It warned of "resolute measures".'],
	['we did not clear it," he said', '"we did not clear it," he said.'],
	['he called it “a page that turns', 'He called it “a page that turns”.']
])('a sentence has a capital and one stop: %s', (words, expected) => {
	expect(sentence(words)).toBe(expected);
});

it.each([
	['warning that', 'warned that'],
	['urging', 'urged'],
	['denying it', 'denied it'],
	['saying so', 'said so'],
	['agreed to', 'agreed to']
])('a participle becomes finite: %s', (phrase, expected) => {
	expect(finite(phrase)).toBe(expected);
});
