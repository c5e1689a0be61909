import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { detectLanguage } from './language.ts';
import { layOut } from './layout.ts';
import { proposeSource } from './published.ts';
import { compileTextLexicon, textLexiconSchema } from './text-lexicon.ts';
import { importText } from './text.ts';

const lexicon = compileTextLexicon(v.parse(textLexiconSchema, parse(readFileSync('seeds/lexicon/text.yaml', 'utf8'))));

describe('importText', () => {
	test('keeps the text but for marks and line ends, and makes glyphs alike at the same offsets', () => {
		const { text, normal } = importText(
			'\ufeff“Cafe\u0301”\u00a0said – it’s US–China 1990–95\u200b non\u2011stop \u2212 5 — ``a`` b`c\r\nend\r'
		);
		expect(text).toBe('“Café”\u00a0said – it’s US–China 1990–95\u200b non\u2011stop \u2212 5 — ``a`` b`c\nend\n');
		expect(normal).toBe('"Café" said — it\'s US-China 1990-95  non-stop - 5 — ``a`` b\'c\nend\n');
	});
	test('any characters keep their offsets', () => {
		const all = Array.from({ length: 0xffff }, (_, code) =>
			code >= 0xd800 && code < 0xe000 ? ' ' : String.fromCharCode(code)
		).join('');
		const { text, normal } = importText(`${all}😀`);
		expect(normal).toHaveLength(text.length);
	});
});

describe('detectLanguage', () => {
	test.each([
		['en', 'The two leaders met in the city and agreed that they would resume the talks on trade with each other.'],
		[
			'fr',
			'Les deux présidents se sont rencontrés dans la ville et ont convenu de reprendre les discussions sur le commerce.'
		],
		[
			'de',
			'Die beiden Präsidenten haben sich in der Stadt getroffen und vereinbart, die Gespräche über den Handel mit dem Land wieder aufzunehmen.'
		],
		[
			'es',
			'Los dos presidentes se reunieron en la ciudad y acordaron que las conversaciones sobre el comercio se van a reanudar.'
		],
		[
			'pt',
			'Os dois presidentes se reuniram na cidade e concordaram que as conversas sobre o comércio não vão parar em um ano.'
		],
		[
			'it',
			'I due presidenti si sono incontrati nella città e hanno deciso che le trattative sul commercio non sono finite con la visita.'
		],
		['ru', 'Президенты двух стран встретились в городе и договорились возобновить переговоры.'],
		['zh', '两国元首举行会晤，同意恢复两军高层沟通，并就人工智能展开对话。'],
		['ja', '両首脳は会談し、軍同士の対話を再開することで合意した。'],
		['ko', '두 정상은 회담을 갖고 군사 대화를 재개하기로 합의했다.'],
		['ar', 'التقى الرئيسان في المدينة واتفقا على استئناف المحادثات التجارية.'],
		['und', 'Summit'],
		['und', '']
	])('%s', (language, text) => {
		expect(detectLanguage(text)).toBe(language);
	});
});

test.each([
	['words in a gap', 'word '.repeat(40_000)],
	['quotation marks', '"“'.repeat(20_000)],
	['blanks', `a${' '.repeat(200_000)}b`],
	['articles', 'the '.repeat(50_000)],
	['stops', '. '.repeat(100_000)],
	['dots', '.'.repeat(200_000)],
	['initials', 'U.S. '.repeat(40_000)],
	['empty lines', '\n'.repeat(200_000)],
	['short lines', 'A line\n'.repeat(28_000)],
	['lines of one width', `${'The two sides met again and again in the capital to speak of fish and'}\n`.repeat(2800)],
	['bullets', '• a: b\n'.repeat(28_000)],
	['enders', 'Related Articles\n'.repeat(11_000)],
	['dates', 'Nov 16, 2023\n'.repeat(15_000)],
	['brackets', '('.repeat(200_000)],
	['capitals before a dash', `${'WASHINGTON, '.repeat(16_000)} -- A`]
])('%s take no long time', (_, text) => {
	const started = cpuTime();
	const layout = layOut(importText(text), lexicon);
	proposeSource(layout, {}, lexicon);
	expect(cpuTime() - started).toBeLessThan(4000);
	expect(layout.article.normal).toHaveLength(layout.article.text.length);
});
