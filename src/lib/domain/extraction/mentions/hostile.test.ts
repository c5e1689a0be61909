import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { compileNames, namesLexiconSchema } from '../lexicon/names.ts';
import { findMentions } from './find-mentions.ts';
import { layoutOf } from './fixtures.ts';

const FILES = ['countries', 'people', 'offices', 'organisations', 'places'];
const read = (file: string): [string, unknown] => [file, parse(readFileSync(`seeds/lexicon/${file}.yaml`, 'utf8'))];
const names = compileNames(v.parse(namesLexiconSchema, Object.fromEntries(FILES.map(read))));

describe('hostile texts', () => {
	const hostile = {
		'100,000 words': 'President and '.repeat(50_000),
		'50,000 articles': 'the the '.repeat(25_000),
		'20,000 quotation marks': '" '.repeat(20_000),
		'200,000 spaces': `Xi${' '.repeat(200_000)}Jinping`,
		'30,000 names': 'Xi and Biden, '.repeat(15_000),
		'30,000 capitals': 'Ana Berg '.repeat(15_000),
		'100,000 letters': 'A.'.repeat(50_000),
		'titles and guests': 'the president told his counterpart and his host, '.repeat(10_000),
		'people and titles': Array.from(
			{ length: 3_000 },
			(_, at) => `Minister Ana Berg${'abcdefghij'[at % 10] ?? ''} met the minister.| `
		).join(''),
		'of of of': 'President of the University of '.repeat(10_000)
	};
	it.each(Object.entries(hostile))('is linear on %s', (_, text) => {
		const before = cpuTime();
		findMentions(layoutOf(text), names);
		expect(cpuTime() - before).toBeLessThan(4000);
	});
});
