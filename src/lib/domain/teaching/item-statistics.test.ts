import { describe, expect, it } from 'vitest';
import { median } from '../median.ts';
import { discrimination, facility, statisticsOf, type Scored } from './item-statistics.ts';

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

describe('the items of LSAT section 6', () => {
	// R. D. Bock and M. Lieberman, "Fitting a response model for n dichotomously scored items", Psychometrika 35, 1970: how
	// many of 1,000 examinees gave each pattern, from 00000 to 11111. The figures are those that D. Rizopoulos's R package
	// ltm (Journal of Statistical Software 17 (5), 2006) prints of them: proportions correct, and point-biserial
	// correlations with the total score that leaves the item out.
	const counts = [
		[3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15],
		[10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298]
	].flat();
	const examinees = counts.flatMap((count, pattern) => {
		const scores = [...pattern.toString(2).padStart(5, '0')].map(Number);
		return Array.from({ length: count }, () => scores);
	});
	it.each([
		[1, 0.924, 0.1128],
		[2, 0.709, 0.1532],
		[3, 0.553, 0.1728],
		[4, 0.763, 0.1444],
		[5, 0.87, 0.1216]
	])('item %i has facility %f and discrimination %f', (number, proportion, correlation) => {
		const answers = examinees.map((scores): Scored => {
			const score = scores[number - 1]!;
			return { score, rest: scores.reduce((a, b) => a + b) - score, chosen: [], durationMs: null };
		});
		const found = statisticsOf(answers, { distractors: [], guess: 0 });
		expect(found?.n).toBe(1000);
		expect(found?.facility).toBeCloseTo(proportion, 6);
		expect(found?.discrimination).toBeCloseTo(correlation, 4);
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
			score: right(index) ? 1 : 0,
			rest: index,
			chosen: [right(index) ? 'a' : wrong(index)],
			durationMs: index * 1000
		}));
	const asked = { distractors: ['b', 'c'], guess: 1 / 3 };

	it('nobody’s answers have none', () => {
		expect(statisticsOf([], asked)).toBeUndefined();
	});
	it('marks nothing below thirty answers', () => {
		const few = answers(29, () => false);
		expect(statisticsOf(few, asked)).toMatchObject({ n: 29, facility: 0, enough: false, doubts: [] });
		expect(
			statisticsOf(
				answers(30, () => false),
				asked
			)
		).toMatchObject({ enough: true, doubts: ['too-hard'] });
	});
	it('marks what is too hard, too easy, or does not discriminate', () => {
		const doubts = (right: (index: number) => boolean) => statisticsOf(answers(40, right), asked)?.doubts;
		expect(doubts((index) => index > 34)).toEqual(['too-hard']);
		expect(doubts((index) => index > 0)).toContain('too-easy');
		expect(doubts((index) => index < 20)).toEqual(['weak-discrimination']);
		expect(doubts((index) => index >= 20)).toEqual([]);
	});
	it('marks a wrong option that nobody takes', () => {
		const all = answers(
			40,
			(index) => index >= 20,
			() => 'b'
		);
		const found = statisticsOf(all, asked);
		expect(found?.options).toEqual({ a: expect.closeTo(0.5), b: expect.closeTo(0.5), c: 0 });
		expect(found?.doubts).toEqual(['idle-distractor']);
		expect(found?.medianTime).toBe(19_500);
	});
	it('counts what was left blank as wrong, and not among those who chose', () => {
		const blank = Array.from({ length: 10 }, (): Scored => ({
			...{ score: 0, rest: 0, chosen: [], durationMs: null, blank: true }
		}));
		const found = statisticsOf([...answers(30, () => true), ...blank], asked);
		expect(found).toMatchObject({ n: 40, blank: 10, facility: 0.75, options: { a: expect.closeTo(1), b: 0, c: 0 } });
	});
	it('compares students within each test: a hard test beside an easy one makes no item look good', () => {
		const test = (name: string, right: number, rest: number): Scored[] =>
			[0, 1, 2, 3].map((index) => ({
				...{ test: name, score: index < right ? 1 : 0, chosen: [], durationMs: null },
				// Within each test the rest has nothing to do with the item.
				rest: rest + (index % 2)
			}));
		const both = [...test('easy', 4, 8), ...test('hard', 0, 1), ...test('middling', 2, 5)];
		expect(statisticsOf(both, asked)?.discrimination).toBeCloseTo(0);
		const pooled = both.map((answer) => ({ ...answer, test: 'one' }));
		expect(statisticsOf(pooled, asked)?.discrimination).toBeGreaterThan(0.7);
	});
});
