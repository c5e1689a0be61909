import { describe, expect, it } from 'vitest';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { extractArticle } from '../../extraction/extract.ts';
import { itemsOfExtraction } from '../../workspace/items-of-extraction.ts';

const lexicon = loadLexicon('seeds');
const HEAD = `Norway and Peru end talks in Oslo

OSLO, 12 March 2031 - Norwegian Prime Minister Erik Dahl met Peruvian President Rosa Quispe in Oslo on 10 March 2031.

`;
const itemsOf = (text: string) =>
	itemsOfExtraction(extractArticle(`${HEAD}${text}`, lexicon, { published: '2031-03-12' }), 'the article').items;
const asked = (text: string): string =>
	itemsOf(text)
		.map(({ question, key }) => `${question} = ${key}`)
		.join('\n');

describe('a thing that a deal names', () => {
	it('is a gap in what was agreed, promised or asked for', () => {
		expect(asked('The two sides agreed to set up a working group on carbon storage.')).toMatch(
			/statement from .*\? (?:Norway and Peru|Peru and Norway) agreed to set up a working group on ____\. = Carbon storage/i
		);
		expect(asked('Peru promised to issue general licences for squid trawlers to pre-cleared owners.')).toMatch(
			/Peru promised to issue general licences for ____ to pre-cleared owners\. = Squid trawlers/i
		);
	});

	it('is typed where it is short, and recalled where it is long', () => {
		const [short] = itemsOf('The two sides agreed to set up a working group on carbon storage.').filter(
			({ question }) => question.includes('____')
		);
		expect(short?.forms.map(({ form }) => form)).toContain('typed');
		const [long] = itemsOf(
			'The two sides agreed to set up a working group on freshwater salmon and inland ports.'
		).filter(({ question }) => question.includes('____'));
		expect(long?.key).toMatch(/freshwater salmon and inland ports/i);
		expect(long?.forms.map(({ form }) => form)).not.toContain('typed');
	});

	it('is none where another sentence would fit as well', () => {
		const text =
			'The two sides agreed to set up a working group on carbon storage. The two sides also agreed to set up a working group on deep-sea cables.';
		expect(asked(text)).not.toMatch(/working group on ____/);
	});

	it.each([
		['says little', 'The two sides agreed to set up a working group on further steps.'],
		['is counted', 'Peru promised to inspect the holds of forty squid trawlers.'],
		['is one of several', 'The two sides agreed to set up a working group on cables, ports and carbon storage.'],
		['belongs to what follows', 'Peru promised to publish rules for squid and limits on exports of copper ore.'],
		['is somebody', 'Peru promised to send an answer to a letter from Erik Dahl.'],
		['was not agreed', 'The two sides did not agree to set up a working group on carbon storage.'],
		['is of a deed that says little', 'The two sides agreed to deepen cooperation on carbon storage.']
	])('is none where it %s', (_, text) => {
		expect(asked(text)).not.toMatch(/____.* = (?:further|forty|cables|squid and|Erik|carbon)/i);
	});

	it('is none of a point below the headline, which is written like one', () => {
		const point = (line: string) =>
			itemsOfExtraction(
				extractArticle(
					`Norway, Peru narrow gaps on cod but stay split over copper\n\n${line}\n\nOSLO, 12 March 2031 - Norwegian Prime Minister Erik Dahl met Peruvian President Rosa Quispe in Oslo on Tuesday to talk about the things on which both had been waiting for so long.`,
					lexicon,
					{ published: '2031-03-12' }
				),
				'the article'
			)
				.items.map(({ key }) => key)
				.join('\n');
		expect(point('* Peru wants Norway to lift quota on squid trawlers')).not.toMatch(/squid/i);
		expect(point('* The two sides agreed to set up a working group on squid trawlers.')).toMatch(/squid/i);
	});
});
