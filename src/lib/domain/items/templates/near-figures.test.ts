import { describe, expect, it } from 'vitest';
import { isCompared, isUndatedPrice, nearFigures } from './near-figures.ts';
import { isWeighty } from './quotations.ts';
import { attributed } from './told.ts';
import { toldOf } from './told-fixture.ts';

describe('the figures beside a key', () => {
	it('lie on both sides of it, and never in equal steps', () => {
		for (const key of ['1,000', '25 million', '20%', '1.2%', '10', '85%', 'US$14.3 billion', '400']) {
			const of = (text: string) => Number((/\d[\d,.]*\d|\d/.exec(text)?.[0] ?? '').replaceAll(',', ''));
			const [value, others] = [of(key), nearFigures(key).map(of)];
			expect(others.filter((n) => n < value).length, key).toBeGreaterThan(0);
			expect(others.filter((n) => n > value).length, key).toBeGreaterThan(0);
			for (const a of others)
				for (const b of others)
					if (a < b) {
						const row = [a, b, value].sort((x, y) => x - y).map((n) => Math.round(n * 100));
						expect(row[1]! - row[0]!, `${key}: ${row.join(' ')}`).not.toBe(row[2]! - row[1]!);
					}
		}
	});

	it('are none where a comparison makes others true as well', () => {
		expect(isCompared({ before: 'It would keep a stake of less than ', after: ' and license its code.' })).toBe(true);
		expect(isCompared({ before: 'Peru must give at least ', after: ' days of notice.' })).toBe(true);
		expect(isCompared({ before: 'Norway will buy ', after: ' tonnes or more.' })).toBe(true);
		expect(isCompared({ before: 'Norway will buy ', after: ' tonnes of copper.' })).toBe(false);
	});

	it('are not asked of a price on a day that is not told', () => {
		expect(isUndatedPrice('Copper futures in Lima slipped ____ on the news.')).toBe(true);
		expect(isUndatedPrice('Copper futures in Lima slipped ____ on 4 May 2031.')).toBe(false);
		expect(isUndatedPrice('Norway cut its tariff on copper to ____.')).toBe(false);
	});
});

describe('a statement around a gap', () => {
	it('names its article also where it cites somebody itself', () => {
		const gap = { before: 'The two will exchange, according to Ole Dahl, another ', after: ' boats.' };
		expect(attributed(toldOf({}), gap).before).toBe(
			'According to Fjord Press: The two will exchange, according to Ole Dahl, another '
		);
	});
});

describe('a quotation', () => {
	it('is asked only where it says something of its matter', () => {
		expect(isWeighty('Maybe in two weeks, maybe in three, or maybe then')).toBe(false);
		expect(isWeighty('Trade must never become a weapon')).toBe(false);
		expect(isWeighty('Fishing boats from Peru will never enter the harbours of Norway')).toBe(true);
	});
});
