import { expect, test } from 'vitest';
import { dayText, sameDay, whenText } from './when.ts';

const now = new Date('2026-05-01T20:00:00Z');

test('within the hour it is minutes', () => {
	expect(whenText('2026-05-01T20:12:00Z', now, 'UTC')).toBe('in 12 minutes');
	expect(whenText('2026-05-01T19:00:00Z', now, 'UTC')).toBe('in 1 minute');
});

test('later on the same day it is the time on the learner’s clock', () => {
	expect(whenText('2026-05-01T22:30:00Z', now, 'UTC')).toBe('at 22:30');
	expect(whenText('2026-05-01T22:30:00Z', now, 'Asia/Shanghai')).toBe('at 06:30');
});

test('the next day is tomorrow, a later one has its date', () => {
	expect(whenText('2026-05-02T22:30:00Z', now, 'UTC')).toBe('tomorrow');
	expect(dayText('2026-05-08', 7)).toBe('on Friday 8 May');
});

test('a day is the learner’s own: it ends at her midnight', () => {
	expect(sameDay('2026-05-01T23:59:00Z', now, 'UTC')).toBe(true);
	expect(sameDay('2026-05-02T00:01:00Z', now, 'UTC')).toBe(false);
	expect(sameDay('2026-05-02T00:01:00Z', now, 'Asia/Shanghai')).toBe(true);
	expect(sameDay('2026-05-01T12:00:00Z', now, 'Asia/Shanghai')).toBe(false);
});
