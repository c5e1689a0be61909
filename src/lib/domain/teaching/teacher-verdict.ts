/** Why an answer is wrong: the grader doubted, and a teacher said so. It stands in the place of a grader's reason. */
export const TEACHER_REJECTED = 'teacher-rejected';

/** What of a marked answer a teacher's word can change. */
interface Marked {
	verdict: 'correct' | 'near' | 'wrong' | null;
	reason: string | null;
	score: number | null;
	waiting: boolean;
}

/**
 * An answer as it was marked anew, with what a teacher said of it: one that she called wrong does not wait again. Where
 * the answer is right by now, because she took it as right after all or the grader knows better, that counts.
 * @param before the reason that stood there
 * @param rejected whether she calls it wrong just now
 */
export function withTeachersWord<M extends Marked>(before: string | null, marked: M, rejected = false): M {
	if (!marked.waiting || (!rejected && before !== TEACHER_REJECTED)) return marked;
	return { ...marked, verdict: 'wrong', reason: TEACHER_REJECTED, score: 0, waiting: false };
}
