import { expect, test } from 'vitest';
import { placed, ticksTo } from './plot.ts';

test('ticks reach the highest value in round steps', () => {
	expect(ticksTo(10.07)).toEqual([0, 5, 10, 15]);
	expect(ticksTo(3.9)).toEqual([0, 1, 2, 3, 4]);
	expect(ticksTo(4)).toEqual([0, 1, 2, 3, 4]);
	expect(ticksTo(0.7)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
	for (let most = 0.05; most < 400; most *= 1.07) {
		const ticks = ticksTo(most);
		expect(ticks.at(-1)).toBeGreaterThanOrEqual(most - 1e-6);
		expect(ticks.length).toBeGreaterThanOrEqual(3);
		expect(ticks.length).toBeLessThanOrEqual(6);
	}
	expect(ticksTo(0).at(-1)).toBeGreaterThan(0);
});

test('the lowest retention stands left, the highest right, no work at the bottom', () => {
	expect(placed({ retention: 0.7, minutesADay: 0 }, 5)).toEqual({ x: 0, y: 100 });
	const right = placed({ retention: 0.99, minutesADay: 5 }, 5);
	expect([right.x, right.y].map((value) => Number(value.toFixed(6)))).toEqual([100, 0]);
});
