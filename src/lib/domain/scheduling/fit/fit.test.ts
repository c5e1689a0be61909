import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, nextMemory, recallAfter } from '../fsrs.ts';
import { countOf, historiesOf, splitAt, trainingItems, type CountedReview } from './history.ts';
import { isBetter, isFitDue } from './judge.ts';
import { logLoss, predict, rmseBins, type Prediction } from './loss.ts';
import { BOUNDS, soundParameters } from './parameters.ts';

const answer = (itemId: string, day: string, rating: 1 | 2 | 3 | 4, begins = false): CountedReview => ({
	itemId,
	day,
	rating,
	begins
});
const told = (histories: ReturnType<typeof historiesOf>) =>
	histories.map((history) => history.map(({ rating, days }) => `${rating}@${days}`).join(' '));

describe('histories', () => {
	it('count days by the learner’s own calendar, across items and the end of a month', () => {
		const log = [
			answer('a', '2026-02-26', 3, true),
			answer('b', '2026-02-26', 1, true),
			answer('b', '2026-02-26', 3),
			answer('a', '2026-03-02', 1),
			answer('b', '2026-03-01', 4)
		];
		expect(told(historiesOf(log))).toEqual(['3@0 1@4', '1@0 3@0 4@3']);
	});

	it('begin anew with a reset, and leave out what began before the log', () => {
		const log = [
			answer('lost', '2026-01-05', 3),
			answer('a', '2026-01-05', 3, true),
			answer('a', '2026-01-09', 3),
			answer('a', '2026-01-20', 2, true),
			answer('a', '2026-01-22', 3)
		];
		expect(told(historiesOf(log))).toEqual(['3@0 3@4', '2@0 3@2']);
	});

	it('never go back in time where a zone did', () => {
		const log = [answer('a', '2026-01-06', 3, true), answer('a', '2026-01-05', 3)];
		expect(told(historiesOf(log))).toEqual(['3@0 3@0']);
	});

	it('make an item of each answer a day or more after another, with all that went before it', () => {
		const log = [
			answer('a', '2026-01-01', 1, true),
			answer('a', '2026-01-01', 3),
			answer('a', '2026-01-02', 3),
			answer('a', '2026-01-05', 1),
			answer('a', '2026-01-05', 3),
			answer('a', '2026-01-07', 3)
		];
		// The optimiser's own reader of CSV makes these items of this log.
		expect(told(trainingItems(historiesOf(log)).map((item) => item.map((step) => ({ ...step, order: 0 }))))).toEqual([
			'1@0 3@0 3@1',
			'1@0 3@0 3@1 1@3',
			'1@0 3@0 3@1 1@3 3@0 3@2'
		]);
		expect(trainingItems(historiesOf(log), 3)).toHaveLength(1);
	});

	it('are split by time, the last quarter for judging', () => {
		const log = Array.from({ length: 8 }, (_, n) => answer(`i${n % 2}`, `2026-01-0${n + 1}`, 3, n < 2));
		const histories = historiesOf(log);
		expect(countOf(histories)).toBe(8);
		expect(splitAt(histories)).toBe(6);
		expect(trainingItems(histories, splitAt(histories))).toHaveLength(4);
		expect(predict(histories, DEFAULT_PARAMETERS, splitAt(histories))).toHaveLength(2);
	});
});

const guess = (recall: number, recalled: boolean, days = 1, length = 2, lapses = 0): Prediction => ({
	recall,
	recalled,
	days,
	length,
	lapses
});

describe('the loss', () => {
	it('is that of an example worked by hand', () => {
		// −(ln 0.9 + ln 0.2 + ln 0.5) / 3 = (0.105361 + 1.609438 + 0.693147) / 3
		expect(logLoss([guess(0.9, true), guess(0.8, false), guess(0.5, true)])).toBeCloseTo(0.802649, 6);
		// −ln 0.0001: a sure error costs no more than that
		expect(logLoss([guess(1, false)])).toBeCloseTo(9.21034, 5);
	});

	it('of bins is that of an example worked by hand', () => {
		// One bin of two (off by 0.7 together) and one of a single answer (off by 0.4): √((0.7²/2 + 0.4²/1) / 3).
		const predictions = [guess(0.9, true), guess(0.8, false), guess(0.6, true, 5, 2)];
		expect(rmseBins(predictions)).toBeCloseTo(Math.sqrt((0.245 + 0.16) / 3), 10);
		// Days 1 to 3, and 4 to 13, are one bin each; a lapse makes another.
		expect(rmseBins([guess(0.5, true, 4), guess(0.5, false, 13)])).toBe(0);
		expect(rmseBins([guess(0.5, true, 4), guess(0.5, false, 13, 2, 1)])).toBe(0.5);
	});

	it('predicts each answer from the memory that those before it left', () => {
		const log = [answer('a', '2026-01-01', 3, true), answer('a', '2026-01-04', 1), answer('a', '2026-01-05', 3)];
		const first = nextMemory(null, 0, 3);
		const second = nextMemory(first, 3, 1);
		const predictions = predict(historiesOf(log), DEFAULT_PARAMETERS);
		expect(predictions).toEqual([
			{ recall: recallAfter(3, first.stability), recalled: false, days: 3, length: 2, lapses: 0 },
			{ recall: recallAfter(1, second.stability), recalled: true, days: 1, length: 3, lapses: 1 }
		]);
	});
});

describe('fitted parameters', () => {
	it('are put within their bounds where 32 bits rounded them out of them', () => {
		const rounded = DEFAULT_PARAMETERS.map((value) => Math.fround(value));
		expect(soundParameters(rounded)).toEqual(rounded);
		const edge = DEFAULT_PARAMETERS.with(20, Math.fround(0.8)).with(9, -1e-9);
		expect(soundParameters(edge)).toEqual(DEFAULT_PARAMETERS.with(20, 0.8).with(9, 0));
	});

	it('are refused where any of them is no number, out of its bounds, missing or one too many', () => {
		for (const [index, [least, most]] of BOUNDS.entries())
			for (const bad of [NaN, Infinity, -Infinity, least - 0.01, most + 0.01])
				expect(soundParameters(DEFAULT_PARAMETERS.with(index, bad)), `${index}: ${bad}`).toBeUndefined();
		expect(soundParameters(DEFAULT_PARAMETERS.slice(0, 19))).toBeUndefined();
		expect(soundParameters([...DEFAULT_PARAMETERS, 1])).toBeUndefined();
	});

	it('are better only by what they had not seen, and with enough of it', () => {
		const judged = { judged: 20, lossBefore: 0.34, lossAfter: 0.33, errorBefore: 0, errorAfter: 0 };
		expect(isBetter(judged)).toBe(true);
		expect(isBetter({ ...judged, judged: 19 })).toBe(false);
		expect(isBetter({ ...judged, lossAfter: 0.34 })).toBe(false);
		expect(isBetter({ ...judged, lossAfter: NaN })).toBe(false);
	});
});

describe('a fit by itself', () => {
	const now = new Date('2026-05-31T12:00:00Z');
	const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

	it('is due with 400 answers, and then once a month where there are more', () => {
		expect(isFitDue(399, undefined, now)).toBe(false);
		expect(isFitDue(400, undefined, now)).toBe(true);
		expect(isFitDue(900, { fittedAt: daysAgo(29), reviews: 400 }, now)).toBe(false);
		expect(isFitDue(900, { fittedAt: daysAgo(30), reviews: 400 }, now)).toBe(true);
		expect(isFitDue(449, { fittedAt: daysAgo(300), reviews: 400 }, now)).toBe(false);
	});
});
