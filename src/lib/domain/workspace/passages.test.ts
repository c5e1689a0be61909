import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Anchors, paragraphAt, passageAt } from './passages.ts';

const TEXT = 'A headline\n\nThe first line says “so”.\nThe second one does not.';

describe('a passage', () => {
	it('is the line around the marked words', () => {
		const start = TEXT.indexOf('says');
		expect(passageAt(TEXT, { start, end: start + 4 })).toEqual({
			before: 'The first line ',
			marked: 'says',
			after: ' “so”.'
		});
	});

	it('of a long line is cut at spaces, with an ellipsis for each cut', () => {
		const line = `${'left '.repeat(500)}HERE${' right'.repeat(500)}`;
		const start = line.indexOf('HERE');
		const passage = passageAt(line, { start, end: start + 4 })!;
		expect(passage.before).toMatch(/^…left .*left $/);
		expect(passage.after).toMatch(/^ right .*right…$/);
		expect(`${passage.before}${passage.marked}${passage.after}`.length).toBeLessThan(700);
	});

	it('is none outside of the text', () => {
		expect(passageAt(TEXT, { start: 0, end: TEXT.length + 1 })).toBeUndefined();
		expect(passageAt(TEXT, { start: 4, end: 4 })).toBeUndefined();
	});

	it('always quotes the text, whatever is marked', () => {
		const isQuoted = (text: string, a: number, b: number) => {
			const start = a % (text.length + 1);
			const end = start + (b % (text.length + 1));
			const passage = passageAt(text, { start, end });
			if (passage === undefined) return start === end || end > text.length;
			const shown = [passage.before.replace(/^…/, ''), passage.marked, passage.after.replace(/…$/, '')];
			return shown.every((part) => text.includes(part));
		};
		const texts = fc.string({ maxLength: 3000, unit: 'grapheme' });
		expect(() => fc.assert(fc.property(texts, fc.nat(), fc.nat(), isQuoted))).not.toThrow();
	});
});

describe('an anchor', () => {
	it('is found in its paragraph, whatever its quotes and capitals, and near it where lines differ', () => {
		const anchors = new Anchors(TEXT);
		expect(anchors.find(2, 'SAYS "so"')).toEqual({ start: TEXT.indexOf('says'), end: TEXT.indexOf('says') + 9 });
		expect(anchors.find(1, 'second one')).toEqual({
			start: TEXT.indexOf('second'),
			end: TEXT.indexOf('second') + 10
		});
		expect(anchors.find(2, 'third')).toBeUndefined();
		expect(anchors.find(2, ' ')).toBeUndefined();
	});

	it('in a line that stands twice is that of its own paragraph', () => {
		const text = 'same words\nother\nsame words';
		expect(new Anchors(text).find(3, 'same words')).toEqual({ start: 17, end: 27 });
	});
});

describe('a paragraph', () => {
	it('is counted by lines that are not empty', () => {
		expect([0, 12, TEXT.length - 1].map((offset) => paragraphAt(TEXT, offset))).toEqual([1, 2, 3]);
	});
});
