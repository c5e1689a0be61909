import { describe, expect, it } from 'vitest';
import { discrimination, facility, median, statisticsOf, type Scored } from './item-statistics.ts';

describe('discrimination', () => {
	// J. D. Brown, "Point-biserial correlation coefficients", Shiken: JALT Testing & Evaluation SIG Newsletter 5 (3), 2001,
	// table 2: eight students, their total scores, and three items; (45 − 30) / 8.29 × .5 = .905, printed as .91.
	const totals = [50, 45, 45, 40, 35, 30, 30, 25];

	it('is Brown’s worked example for an item that the better students got right', () => {
		expect(discrimination([1, 1, 1, 1, 0, 0, 0, 0], totals)).toBeCloseTo(((45 - 30) / 8.29) * 0.5, 3);
	});
	it('is Brown’s worked example for an item that the weaker students got right', () => {
		expect(discrimination([0, 0, 0, 0, 1, 1, 1, 1], totals)).toBeCloseTo(((30 - 45) / 8.29) * 0.5, 3);
	});
	it('is not defined where everybody was right', () => {
		expect(discrimination([1, 1, 1, 1, 1, 1, 1, 1], totals)).toBeNull();
	});
	it('needs the rest of every student', () => {
		expect(() => discrimination([1, 0], [3])).toThrow(RangeError);
	});
	it('leaves the item itself out: two items of a test of two that agree by chance do not look good', () => {
		// The item alone would correlate with a total that it is half of; with the rest it does not at all.
		const item = [1, 1, 0, 0];
		const rest = [1, 0, 1, 0];
		expect(discrimination(item, rest)).toBe(0);
		expect(
			discrimination(
				item,
				item.map((score, index) => score + rest[index]!)
			)
		).toBeGreaterThan(0.7);
	});
});

describe('facility', () => {
	it('is the share who were right, Brown’s item facility, also with part scores', () => {
		expect(facility([1, 1, 1, 1, 0, 0, 0, 0])).toBe(0.5);
		expect(facility([1, 0.5, 0])).toBe(0.5);
	});
});

describe('median', () => {
	it('is the middle, or the mean of the two in the middle', () => {
		expect(median([9, 1, 5])).toBe(5);
		expect(median([9, 1, 5, 7])).toBe(6);
		expect(median([])).toBeNull();
	});
});

describe('the statistics of an item', () => {
	const answers = (n: number, right: (index: number) => boolean, wrong = (index: number) => (index % 2 ? 'b' : 'c')) =>
		Array.from({ length: n }, (_, index): Scored => ({
			attempt: String(index),
			score: right(index) ? 1 : 0,
			chosen: [right(index) ? 'a' : wrong(index)],
			durationMs: index * 1000
		}));
	const asked = { distractors: ['b', 'c'], guess: 1 / 3 };
	const rest = (attempt: string) => Number(attempt);

	it('nobody’s answers have none', () => {
		expect(statisticsOf([], rest, asked)).toBeUndefined();
	});
	it('marks nothing below thirty answers', () => {
		const found = statisticsOf(
			answers(29, () => false),
			rest,
			asked
		);
		expect(found).toMatchObject({ n: 29, facility: 0, enough: false, doubts: [] });
	});
	it('marks what is too hard, too easy, or does not discriminate', () => {
		const doubts = (right: (index: number) => boolean) => statisticsOf(answers(40, right), rest, asked)?.doubts;
		expect(doubts((index) => index > 34)).toEqual(['too-hard']);
		expect(doubts((index) => index > 0)).toContain('too-easy');
		expect(doubts((index) => index < 20)).toEqual(['weak-discrimination']);
		expect(doubts((index) => index >= 20)).toEqual([]);
	});
	it('marks a wrong option that nobody takes', () => {
		const found = statisticsOf(
			answers(
				40,
				(index) => index >= 20,
				() => 'b'
			),
			rest,
			asked
		);
		expect(found?.options).toEqual({ a: expect.closeTo(0.5), b: expect.closeTo(0.5), c: 0 });
		expect(found?.doubts).toEqual(['idle-distractor']);
		expect(found?.medianTime).toBe(19_500);
	});
});
