import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { layOut } from './layout.ts';
import { proposeSource } from './published.ts';
import { importText } from './text.ts';
import { compileTextLexicon, textLexiconSchema } from './text-lexicon.ts';

const lexicon = compileTextLexicon(v.parse(textLexiconSchema, parse(readFileSync('seeds/lexicon/text.yaml', 'utf8'))));

const PROSE =
	'The ministers of both countries spent three hours at the ministry and parted without a joint statement, their aides said afterwards.';

const publishedOf = (...lines: string[]) =>
	proposeSource(layOut(importText(lines.join('\n\n')), lexicon), {}, lexicon).published;

describe('the day of publication', () => {
	it.each<[string, string]>([
		['Lake Institute for Trade, 20 February 2025', '2025-02-20'],
		['Lake Institute for Trade and Statecraft, Oslo, February 20, 2025', '2025-02-20'],
		['Policy Brief No. 4 | 20 February 2025', '2025-02-20'],
		['Published: 20 February 2025', '2025-02-20'],
		['Edition of 20 February 2025', '2025-02-20'],
		['Lake Weekly, No. 61 | Thursday, 20 February 2025 | written by Jane Roe', '2025-02-20'],
		['Your note on ships and chips · 20 February 2025 · Issue 212', '2025-02-20']
	])('is read from “%s”', (line, day) => {
		expect(publishedOf('A cold week on the lake', line, PROSE, PROSE.replace('three', 'four'))).toBe(day);
	});

	it.each<[string, string]>([
		["Foreign Ministry Spokesperson Jane Roe's Regular Press Conference on July 3, 2024", '2024-07-03'],
		['Department Press Briefing – February 9, 2023', '2023-02-09'],
		['Transcript of the weekly media briefing by the official spokesperson (September 30, 2021)', '2021-09-30'],
		['Readout of the call between the two ministers, 18 June 2020', '2020-06-18'],
		['Your Friday letter on ships and chips, 14 April 2023', '2023-04-14'],
		['14 APRIL 2023 — What a summit can bring', '2023-04-14']
	])('is read from the title “%s”', (title, day) => {
		expect(publishedOf(title, PROSE, PROSE.replace('three', 'four'))).toBe(day);
	});

	it.each<[string, string]>([
		[
			'Published by the Lake Institute, Level 6, 20 Hill Street, on 19 August 2024. The views are her own.',
			'2024-08-19'
		],
		['This briefing was issued on 14 April 2023 and reflects the law at that date.', '2023-04-14'],
		['The information in this alert is current as of 14 April 2023.', '2023-04-14'],
		['Jane Roe is a fellow at the Lake Institute. This article first appeared on 14 April 2023.', '2023-04-14'],
		['Done at Oslo, 14 April 2023.', '2023-04-14']
	])('is read from the imprint “%s” below the prose', (imprint, day) => {
		expect(publishedOf('A cold week on the lake', PROSE, PROSE.replace('three', 'four'), imprint)).toBe(day);
	});

	it.each([
		'The letter on ships, 4 May 2021',
		'The treaty of 4 May 2021',
		'The ministers sign a statement of 4 May 2021'
	])('is not read from the title “%s”', (title) => {
		expect(publishedOf(title, PROSE, PROSE.replace('three', 'four'))).toBeNull();
	});

	it.each([
		'© 2024 Lake Institute. All rights reserved.',
		'Her book was published on 4 May 2021 by the Lake Press and has been translated into five languages since.',
		'The ministers met on the lake, 20 February 2025',
		'The pact was signed on 20 February 2025.',
		'What the law of 20 February 2025 says'
	])('is not read from “%s”', (line) => {
		expect(publishedOf('A cold week on the lake', PROSE, PROSE.replace('three', 'four'), line)).toBeNull();
	});
});
