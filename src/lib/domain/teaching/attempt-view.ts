import type { Topic } from '../facts/vocabulary.ts';
import type { Response, Verdict } from '../grading/types.ts';
import type { Explanation } from '../items/explain.ts';
import type { Question } from '../items/present.ts';
import type { Form } from '../items/types.ts';
import type { QuizRules } from './rules.ts';

/** What server and browser say to each other of an attempt. */

/** A question of an attempt, with the answer that is saved. */
export interface AttemptQuestion {
	position: number;
	topic: Topic;
	question: Question;
	/** Null where nothing is saved. */
	response: Response | null;
	/** The change count of the saved answer; 0 where there is none. */
	seq: number;
	/** The answer was checked and can no longer be changed. */
	settled: boolean;
	/** Present from the moment on at which it may be shown. */
	told?: Told;
}

/** What a student is told of her answer, when the quiz's policy allows it. */
export interface Told {
	verdict: Verdict['verdict'] | null;
	score: number;
	/** A teacher has still to decide. */
	waiting: boolean;
	/** Left out of the grade. */
	excluded: boolean;
	solution: Form;
	explanation: Explanation;
}

/** An attempt as its student sees it. */
export interface AttemptView {
	id: string;
	assignmentId: string;
	classId: string;
	title: string;
	number: number;
	state: 'open' | 'finished';
	layout: QuizRules['layout'];
	feedback: QuizRules['feedback'];
	startedAt: Date;
	deadlineAt: Date | null;
	finishedAt: Date | null;
	finishedBy: 'student' | 'deadline' | 'teacher' | null;
	questions: AttemptQuestion[];
	/** Her result, where it may be shown. */
	result?: { marks: number; most: number; grade: number };
	/** When feedback will be shown, where it waits for the quiz's end. */
	feedbackAt: Date | null;
}
