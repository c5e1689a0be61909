import { describe, expect, it } from 'vitest';
import type { GradeChange } from '#lib/domain/teaching/gradebook-grade.ts';
import { changeNote } from './grade-words.ts';

const at = new Date('2026-03-02T12:00:00Z');

describe('a note to the student', () => {
	const change: GradeChange = { id: '1', at, what: 'override', before: 0.6, after: 0.75, note: 'Good argument.' };
	it('says from what to what, and why', () => {
		expect(changeNote(change, 'Week one')).toBe('Your grade for Week one changed from 60 % to 75 %: Good argument.');
		expect(changeNote({ ...change, what: 'item-excluded', note: '' }, 'Week one')).toBe(
			'Your grade for Week one changed from 60 % to 75 %: a question was left out.'
		);
		expect(changeNote({ ...change, before: null, note: '' }, 'Week one')).toBe(
			'Your grade for Week one changed from no grade to 75 %: set by your teacher.'
		);
	});
	it('says that an override was taken back, and that there is a comment', () => {
		expect(changeNote({ ...change, after: null, note: '' }, 'Week one')).toBe(
			'Your grade for Week one is what your attempts make of it again, no longer 60 %.'
		);
		expect(changeNote({ ...change, what: 'comment', before: '', after: 'Well done', note: '' }, 'Week one')).toBe(
			'Your teacher commented on Week one.'
		);
	});
});
