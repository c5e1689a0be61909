import { expect, test } from 'vitest';
import type { WorkbenchFact } from '#lib/domain/workbench.ts';
import { cpuTime } from '#tests/support/cpu-time.ts';
import { chosenBy, marksByPiece, pieceAt, piecesOf, segmentsOf } from './marks.ts';

const block = (start: number, end: number, paragraph: number) => ({ start, end, role: 'body' as const, paragraph });
const fact = (id: string, start: number, end: number, state: WorkbenchFact['state'] = 'proposed'): WorkbenchFact => ({
	id,
	seq: 1,
	state,
	madeBy: 'rule',
	fact: {
		kind: 'date',
		topic: 'other',
		statement: '',
		modality: 'established',
		polarity: 'affirmed',
		holder: null,
		holderId: null,
		value: null,
		unit: null,
		values: { is: 'date', event: 'meeting', date: '2023' },
		evidence: [{ start, end, text: '' }],
		rule: 'r',
		confidence: 1,
		why: ''
	},
	known: [],
	sources: 0,
	needsRuling: false,
	changedBy: null
});

test('segments give back the text, and nested marks put the shorter first', () => {
	const text = 'Tokyo and Seoul met on 3 May in Busan.';
	const pieces = piecesOf([block(0, text.length, 1)], text);
	const marks = marksByPiece(pieces, [fact('long', 0, 28), fact('short', 23, 28)]).get(0) ?? [];
	const segments = segmentsOf(pieces[0]!, marks, text);
	expect(segments.map((segment) => segment.text).join('')).toBe(text);
	expect(segments[1]?.marks.map(({ id }) => id)).toEqual(['short', 'long']);
	expect(segments[1]?.opens.map(({ id }) => id)).toEqual(['short']);
	expect(segments.at(-1)?.marks).toEqual([]);
});

test('a mark over two paragraphs is drawn in both, a rejected fact in none', () => {
	const text = 'One line.\nTwo line.';
	const pieces = piecesOf([block(0, 9, 1), block(10, 19, 2)], text);
	const marks = marksByPiece(pieces, [fact('both', 4, 13), fact('gone', 0, 3, 'rejected')]);
	expect([marks.get(0)?.map(({ end }) => end), marks.get(1)?.map(({ start }) => start)]).toEqual([[9], [10]]);
});

test('a fact’s own overlapping spans are one mark with one letter', () => {
	const text = 'They met in Busan.';
	const twice = fact('a', 0, 8);
	twice.fact.evidence.push({ start: 0, end: 17, text: '' });
	const pieces = piecesOf([block(0, text.length, 1)], text);
	expect(marksByPiece(pieces, [twice]).get(0)).toMatchObject([{ start: 0, end: 17 }]);
});

test('a long paragraph is cut, nothing is lost, no surrogate pair is split', () => {
	const text = '😀'.repeat(5000);
	const pieces = piecesOf([block(0, text.length, 1)], text);
	expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
	expect(pieces.every(({ start }) => text.codePointAt(start) === 0x1f600)).toBe(true);
	expect(pieceAt(pieces, text.length - 1)).toBe(pieces.length - 1);
});

test('a second click goes on to the next fact of the stretch', () => {
	const marks = [fact('a', 0, 1), fact('b', 0, 2)].map(({ id }) => ({
		id,
		kind: 'date' as const,
		state: 'proposed' as const,
		start: 0,
		end: 1
	}));
	expect([chosenBy(marks, undefined), chosenBy(marks, 'a'), chosenBy(marks, 'b'), chosenBy([], 'a')]).toEqual([
		'a',
		'b',
		'a',
		undefined
	]);
});

test('ten thousand facts on one paragraph are marked in good time', () => {
	const text = 'x '.repeat(50_000);
	const pieces = piecesOf([block(0, text.length, 1)], text);
	const began = cpuTime();
	const marks = marksByPiece(
		pieces,
		Array.from({ length: 10_000 }, (_, index) => fact(String(index), index * 10, index * 10 + 8))
	);
	const segments = pieces.flatMap((piece, index) => segmentsOf(piece, marks.get(index) ?? [], text));
	expect(segments.map((segment) => segment.text).join('')).toHaveLength(text.length);
	expect(cpuTime() - began).toBeLessThan(2000);
});
