import { expect, test } from 'vitest';
import { isRecalled, type Withholding } from './recall.ts';

const until = '2026-03-09T10:00:00.000Z';
const running: Withholding = { quiz: 'running', from: null };
const thursday: Withholding = { quiz: 'thursday', from: '2026-03-05T08:00:00.000Z' };
const pack = { until, withholdings: [running, thursday] };

test('a pack that knows every quiz that withholds stays, also when one of them has opened or is over', () => {
	expect(isRecalled(pack, [running, thursday])).toBe(false);
	expect(isRecalled(pack, [running, { ...thursday, from: null }])).toBe(false);
	expect(isRecalled(pack, [])).toBe(false);
});

test('a quiz that the pack has not heard of recalls it, unless it opens when the pack is over', () => {
	expect(isRecalled(pack, [running, { quiz: 'new', from: null }])).toBe(true);
	expect(isRecalled(pack, [{ quiz: 'new', from: '2026-03-08T10:00:00.000Z' }])).toBe(true);
	expect(isRecalled(pack, [{ quiz: 'new', from: '2026-03-09T10:00:00.001Z' }])).toBe(false);
});

test('a pack of a version that knew nothing of this is recalled as soon as any quiz withholds', () => {
	expect(isRecalled({ until }, [running])).toBe(true);
	expect(isRecalled({ until }, [])).toBe(false);
});
