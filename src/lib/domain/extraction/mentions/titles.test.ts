import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileNames, namesLexiconSchema } from '../lexicon/names.ts';
import { findMentions } from './find-mentions.ts';
import { layoutOf } from './fixtures.ts';

const FILES = ['countries', 'people', 'offices', 'organisations', 'places'];
const read = (file: string): [string, unknown] => [file, parse(readFileSync(`seeds/lexicon/${file}.yaml`, 'utf8'))];
const names = compileNames(v.parse(namesLexiconSchema, Object.fromEntries(FILES.map(read))));

/** Whom the last words of a text that are written so stand for; null where nobody is, undefined where nothing is found. */
function meant(text: string, words: string, year = 2024): string | null | undefined {
	const found = findMentions(layoutOf(text), names, year).findLast(
		({ start, end }) => text.slice(start, end) === words
	);
	return found && (found.referent?.name ?? null);
}

describe('a title without a name', () => {
	it('is the publisher’s own in a release, by its capital', () => {
		const release =
			'Readout of the President’s Call\nPresident Joe Biden spoke with President Xi Jinping.| President Xi thanked him.| ';
		expect(meant(`${release}The President raised trade.`, 'The President')).toBe('Joe Biden');
	});

	it('is somebody whose title it shortens', () => {
		const met = 'Treasury Secretary Janet Yellen met Vice Premier He Lifeng.| ';
		expect(meant(`${met}The secretary spoke first.`, 'The secretary')).toBe('Janet Yellen');
		expect(meant(`${met}The vice premier spoke last.`, 'The vice premier')).toBe('He Lifeng');
	});

	it('is nobody of two who are alike', () => {
		const met = 'French President Emmanuel Macron and Chinese President Xi Jinping met.| ';
		expect(meant(`${met}The president was tired.`, 'The president')).toBeNull();
		expect(meant(`${met}The Chinese president was tired.`, 'The Chinese president')).toBe('Xi Jinping');
	});

	it('is the one of two who was named last, by himself', () => {
		const met = 'President Emmanuel Macron met President Xi Jinping.| Macron offered cheese.| ';
		expect(meant(`${met}The president also offered wine.`, 'The president')).toBe('Emmanuel Macron');
	});

	it('is no lower office and no other post', () => {
		expect(meant('Vice President Kamala Harris spoke.| The president was away.', 'The president')).not.toBe(
			'Kamala Harris'
		);
		const deputy = 'Kevin Rudd spoke.| Australia’s deputy high commissioner in Suva left.';
		expect(meant(deputy, 'Australia’s deputy high commissioner in Suva')).not.toBe('Kevin Rudd');
	});

	it('is a woman where she goes on as one', () => {
		const met = 'Foreign Minister Penny Wong met Foreign Minister Wang Yi.| ';
		expect(meant(`${met}The minister said she was glad.`, 'The minister')).toBe('Penny Wong');
	});
});

describe('host, guest and counterpart', () => {
	const received = 'President Prabowo Subianto received Prime Minister Shigeru Ishiba in Bogor.| ';

	it('are told by who receives whom', () => {
		expect(meant(`${received}The guest spoke of fish.`, 'The guest')).toBe('Shigeru Ishiba');
		expect(meant(`${received}Ishiba thanked his host.`, 'his host')).toBe('Prabowo Subianto');
		expect(meant(`${received}The guest list was long.`, 'The guest')).toBeUndefined();
	});

	it('give the other of two who hold the same office', () => {
		const met = 'Defense Secretary Lloyd Austin met Defense Minister Dong Jun.| ';
		expect(meant(`${met}Austin warned his counterpart.`, 'his counterpart')).toBe('Dong Jun');
	});
});

describe('the label of a line', () => {
	it('names who speaks, in capitals too, and nothing else', () => {
		const layout = layoutOf('Antony Blinken met Wang Yi.\nSECRETARY BLINKEN: We talked.\nTrade: We talked.');
		const labelled = layout.blocks.map((block, index) => {
			const colon = layout.article.text.indexOf(': ', block.start) + 2;
			return index === 0
				? block
				: {
						...block,
						label: layout.article.text.slice(block.start, colon - 2),
						content: { start: colon, end: block.end }
					};
		});
		const sentences = layout.sentences.map((one) => ({
			...one,
			start: labelled[one.block]?.content.start ?? one.start
		}));
		const found = findMentions({ ...layout, blocks: labelled, sentences }, names);
		expect(found.map(({ start, referent }) => [start, referent?.name])).toEqual([
			[0, 'Antony Blinken'],
			[19, 'Wang Yi'],
			[28, 'Antony Blinken']
		]);
	});
});
