import { expect, test } from 'vitest';
import { Kept } from './kept.ts';

test('what was used last is kept, up to the number given', () => {
	const kept = new Kept<number>(2);
	kept.set('a', 1);
	kept.set('b', 2);
	expect(kept.get('a')).toBe(1);
	kept.set('c', 3);
	expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3]);
	kept.set('a', 4);
	kept.delete('c');
	expect([kept.get('a'), kept.get('c')]).toEqual([4, undefined]);
});
