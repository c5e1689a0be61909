import { expect, it } from 'vitest';
import { TEACHER_REJECTED, withTeachersWord } from './teacher-verdict.ts';

const waits = { verdict: 'near' as const, reason: 'named-near', score: 0, waiting: true };
const settled = { verdict: 'wrong', reason: TEACHER_REJECTED, score: 0, waiting: false };

it('an answer that a teacher called wrong does not wait again', () => {
	expect(withTeachersWord(null, waits)).toEqual(waits);
	expect(withTeachersWord(null, waits, true)).toEqual(settled);
	expect(withTeachersWord(TEACHER_REJECTED, waits)).toEqual(settled);
});

it('what she takes as right after all is right', () => {
	const right = { verdict: 'correct' as const, reason: 'accepted', score: 1, waiting: false };
	expect(withTeachersWord(TEACHER_REJECTED, right)).toEqual(right);
	expect(withTeachersWord(null, right, true)).toEqual(right);
});
