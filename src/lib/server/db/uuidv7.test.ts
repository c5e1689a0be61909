import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, uuidv7 } from './uuidv7.ts';

const instants = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const random = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('an id has the shape of a UUID of version 7', () => {
	fc.assert(
		fc.property(instants, random, (at, bytes) => {
			expect(uuidv7(new Date(at), bytes)).toMatch(
				/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
			);
		})
	);
});

test('an id carries its instant, to the millisecond', () => {
	fc.assert(
		fc.property(instants, random, (at, bytes) => {
			expect(instantOf(uuidv7(new Date(at), bytes)).getTime()).toBe(at);
		})
	);
});

test('ids of different milliseconds sort by time', () => {
	fc.assert(
		fc.property(instants, instants, random, random, (one, other, a, b) => {
			fc.pre(one < other);
			expect(uuidv7(new Date(one), a) < uuidv7(new Date(other), b)).toBe(true);
		})
	);
});

test('the published example of RFC 9562 comes out', () => {
	const bytes = Uint8Array.from([0, 0, 0, 0, 0, 0, 0xfc, 0xc3, 0xd8, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
	expect(uuidv7(new Date(0x017f22e279b0), bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('ten thousand ids of one millisecond differ', () => {
	const now = new Date('2026-01-01T00:00:00Z');
	expect(new Set(Array.from({ length: 10_000 }, () => uuidv7(now))).size).toBe(10_000);
});

test('an instant outside the range and a wrong number of bytes are refused', () => {
	expect(() => uuidv7(new Date(Number.NaN))).toThrow(RangeError);
	expect(() => uuidv7(new Date(-1))).toThrow(RangeError);
	expect(() => uuidv7(new Date(0), new Uint8Array(8))).toThrow(RangeError);
});
