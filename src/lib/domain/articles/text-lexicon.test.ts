import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { datelineOf } from './dateline.ts';
import { layOut } from './layout.ts';
import { hasPhrase } from './phrases.ts';
import { splitSentences } from './sentences.ts';
import { isByline, labelOf } from './shapes.ts';
import { readStamp } from './stamps.ts';
import { compileTextLexicon, textLexiconSchema } from './text-lexicon.ts';
import { importText } from './text.ts';
import { wordsOf } from '../text.ts';

const file = v.parse(textLexiconSchema, parse(readFileSync('seeds/lexicon/text.yaml', 'utf8')));
const lexicon = compileTextLexicon(file);
const PROSE =
	'The ministers met for two hours and spoke of trade, security and the return of flights between the two capitals.';
const split = (text: string) => splitSentences(text, { start: 0, end: text.length }, lexicon);
const roles = (...lines: string[]) => layOut(importText(lines.join('\n\n')), lexicon).blocks.map((block) => block.role);

describe('every group of the lexicon does what its test says', () => {
	test.each(file.abbreviations)('$test', ({ test: text, sentences }) => {
		expect(split(text)).toHaveLength(sentences);
	});
	test('words that begin sentences, verbs of speech, words that no label has', () => {
		expect(split(file.starters.test)).toHaveLength(2);
		expect(split(file.speech.test)).toHaveLength(2);
		expect(labelOf(file.notInLabel.test, false, lexicon)).toBeNull();
	});
	test.each(file.boilerplate)('boilerplate: $test', ({ test: line }) => {
		expect(roles('Ministers agree on flights', PROSE, line, PROSE)[2]).toBe('boilerplate');
	});
	test.each(file.enders)('after: $test', ({ test: line, drops }) => {
		const after = roles('Ministers agree on flights', PROSE, PROSE, line, 'Cat stuck in tree', 'A short one.');
		expect(after.slice(3)).toEqual(['boilerplate', 'boilerplate', 'boilerplate']);
		const goesOn = roles(
			'Ministers agree on flights',
			PROSE.repeat(3),
			PROSE.repeat(3),
			line,
			`${PROSE} ${PROSE}`,
			`${PROSE} ${PROSE}`
		);
		expect(goesOn[4]).toBe(drops === 'all' ? 'boilerplate' : 'body');
	});
	test.each(file.captions)('caption: $test', ({ test: line }) => {
		expect(roles('Ministers agree on flights', PROSE, line, PROSE)[2]).toBe('caption');
	});
	test.each(file.bylines)('byline: $test', ({ test: line }) => {
		expect(isByline(line, lexicon)).toBe(true);
	});
	test.each(file.publishers)('publisher: $test', ({ test: line }) => {
		expect(hasPhrase(lexicon.publishers, wordsOf(line))).toBe(true);
	});
	test('agencies make a dateline', () => {
		const text = file.agencies.test;
		expect(datelineOf(text, { start: 0, end: text.length }, lexicon)?.agency).toBe('Reuters');
	});
	test('words of date stamps', () => {
		const { published, updated, around, weekdays, zones } = file.stamps;
		for (const group of [published, updated, around, weekdays, zones]) {
			expect(readStamp(group.test, lexicon)).toMatchObject({ iso: '2023-11-16', rest: [] });
		}
		expect(readStamp(published.test, lexicon)?.label).toBe('published');
		expect(readStamp(updated.test, lexicon)?.label).toBe('updated');
	});
});

test('a file with an unknown field or an empty word is refused', () => {
	expect(v.is(textLexiconSchema, { ...file, more: 1 })).toBe(false);
	expect(v.is(textLexiconSchema, { ...file, starters: { words: [''], test: 'x' } })).toBe(false);
});
