import { describe, expect, it } from 'vitest';
import type { Layout } from '#lib/domain/articles/types.ts';
import { findDates } from './find-dates.ts';

/** A layout of blocks with their sentences. */
function layoutOf(paragraphs: string[][]): Layout {
	const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n');
	let at = 0;
	const sentences = paragraphs.flatMap((own, block) =>
		own.map((sentence) => {
			const start = text.indexOf(sentence, at);
			at = start + sentence.length;
			return { start, end: at, block, duplicate: false };
		})
	);
	const blocks = paragraphs.map((_, block) => {
		const own = sentences.filter((sentence) => sentence.block === block);
		const span = { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
		return { ...span, role: 'body', paragraph: block + 1, content: span } as const;
	});
	return { article: { text, normal: text }, blocks, sentences };
}

/** Friday. */
const PUBLISHED = '2023-11-17';
const isos = (...sentences: string[]) => findDates(layoutOf([sentences]), PUBLISHED).map(({ iso }) => iso);

describe('dates counted from another date', () => {
	it.each<[string, ...string[]]>([
		['On Sunday evening, four days after soldiers had gone, he flew to Kampala.', '2023-11-12', '2023-11-08'],
		['On 3 May, two weeks before the vote was held, they met.', '2023-05-03', '2023-05-17'],
		[
			'He flew to Rome on Sunday, three days after the vote, and left the next day.',
			'2023-11-12',
			'2023-11-09',
			'2023-11-13'
		],
		['They met on 3 May and signed forty-eight hours later.', '2023-05-03', '2023-05-05'],
		['They met on 3 May and signed a fortnight later.', '2023-05-03', '2023-05-17'],
		['They met on 3 May and dined the same evening.', '2023-05-03', '2023-05-03'],
		['They met on 3 May and parted the same day.', '2023-05-03', '2023-05-03'],
		['He had come on 3 May and had spoken the day before over lunch.', '2023-05-03', '2023-05-02']
	])('“%s”', (sentence, ...days) => {
		expect(isos(sentence)).toEqual(days);
	});

	it('takes no day for parts of one, nor for what is only compared', () => {
		expect(isos('They met on 3 May and signed thirty hours later.')).toEqual(['2023-05-03']);
		expect(isos('The tariff stayed four days after all.')).toEqual([]);
	});

	it('looks a few sentences back for the day, and takes no span for it', () => {
		const [first, second, third] = ['They met on 3 May.', 'It rained.', 'Nobody spoke.'];
		expect(isos(first ?? '', second ?? '', third ?? '', 'Two days later they met again.')).toEqual([
			'2023-05-03',
			'2023-05-05'
		]);
		expect(isos('He stays from 3 to 7 May.', 'A day earlier he had been in Rome.')).toEqual(['2023-05-03/2023-05-07']);
	});

	it('takes the same day for that of the paragraph', () => {
		const told = findDates(layoutOf([['The pact dates from 3 May 1992.'], ['On the same day he left.']]), PUBLISHED);
		expect(told.map(({ iso }) => iso)).toEqual(['1992-05-03']);
	});
});

describe('dates counted from publication', () => {
	it.each<[string, ...(string | null)[]]>([
		["The parties meet again in a fortnight's time.", '2023-12-01'],
		["The parties meet again in two days' time.", '2023-11-19'],
		['The parties meet again two weeks from now.', '2023-12-01'],
		['They met a fortnight ago.', '2023-11-03'],
		['The bridge was begun the year before last.', '2021'],
		['The bridge opens the month after next.', '2024-01'],
		['They meet again on Monday week.', '2023-11-27'],
		['They meet again on Friday week.', '2023-12-01'],
		['The treaty holds until the end of the decade.', '2020/2029'],
		['It was gone by Saturday morning in Beijing.', '2023-11-18'],
		['It was gone by Saturday morning in Nairobi.', '2023-11-11'],
		['The port stays open, after talks on Thursday.', '2023-11-16'],
		['On Tuesday the envoy lands in Lima.', '2023-11-21'],
		['Five senators called on him in Lima today.', '2023-11-17'],
		['There was no world like that of today.'],
		['“I would sign tomorrow,” he said.'],
		['“Tomorrow is a word,” he said.']
	])('“%s”', (sentence, ...days) => {
		expect(isos(sentence)).toEqual(days);
	});

	it('goes on with a tale of another year', () => {
		expect(isos('It was the spring of 1998.', 'On April 8 he had told her so.').at(-1)).toBe('1998-04-08');
		expect(isos('It was the spring of 1998.', 'On April 8 he told her so.').at(-1)).toBe('2023-04-08');
	});
});
