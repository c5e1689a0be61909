import type { Response } from '../grading/types.ts';
import type { Form, FormName } from '../items/types.ts';
import { chosenIn, distractorsOf, promptOf, usesOf, type AnswerUse, type GivenAnswer } from './answer-statistics.ts';
import { guessScore } from './guess.ts';
import { statisticsOf, type ItemStatistics, type Scored } from './item-statistics.ts';

/** An item as one assignment puts it. */
export interface PutItem {
	assignmentId: string;
	itemId: string;
	/** The same for every assignment that puts the item in the same version and form. */
	key: string;
	/** Left out of that assignment's grades. */
	excluded: boolean;
}

/** A question as it was put: an item in one version and one form. */
export interface PutQuestion {
	key: string;
	itemId: string;
	form: Form;
	/** The right answer in words. */
	answer: string;
	topic: string;
}

/** One answer of an attempt: position, score (null where it was never marked), milliseconds (0 where not known), response. */
export type GivenRow = readonly [position: number, score: number | null, durationMs: number, response: Response];

/** A finished attempt: the items that it asked, in its order, and the answers that were given. */
export interface AttemptAnswers {
	assignmentId: string;
	asked: readonly string[];
	given: readonly GivenRow[];
}

/** A question with what its answers tell. */
export interface QuestionStatistics {
	key: string;
	itemId: string;
	prompt: string;
	answer: string;
	form: FormName;
	topic: string;
	/** Assignments that put it, and in how many of them it is left out. */
	assignments: number;
	excluded: number;
	/** Undefined where nobody was asked it. */
	statistics: ItemStatistics | undefined;
	uses: AnswerUse[];
}

interface Collected {
	scored: Scored[];
	given: GivenAnswer[];
}

/**
 * The statistics of all questions of one assignment or of many. The rest of a test, with which an item is compared, are
 * the questions of the same attempt that count, without the item itself.
 * @param attempts one of each student and assignment: further ones were made by somebody who had seen the questions
 * @returns in the order of `questions`
 */
export function quizStatistics(
	questions: readonly PutQuestion[],
	put: readonly PutItem[],
	attempts: readonly AttemptAnswers[]
): QuestionStatistics[] {
	const puts = new Map<string, Map<string, PutItem>>();
	for (const item of put) {
		const own = puts.get(item.assignmentId) ?? new Map<string, PutItem>();
		puts.set(item.assignmentId, own.set(item.itemId, item));
	}
	const collected = new Map(questions.map(({ key }) => [key, { scored: [], given: [] } satisfies Collected]));
	for (const attempt of attempts) collect(attempt, puts.get(attempt.assignmentId) ?? new Map(), collected);
	return questions.map(({ key, itemId, form, answer, topic }) => {
		const { scored, given } = collected.get(key) ?? { scored: [], given: [] };
		const own = put.filter((item) => item.key === key);
		return {
			...{ key, itemId, answer, topic, prompt: promptOf(form), form: form.form },
			assignments: own.length,
			excluded: own.filter(({ excluded }) => excluded).length,
			statistics: statisticsOf(scored, { distractors: distractorsOf(form), guess: guessScore(form) }),
			uses: usesOf(form, given)
		};
	});
}

/** Adds what an attempt tells of each of its questions. */
function collect(
	{ assignmentId, asked, given }: AttemptAnswers,
	puts: ReadonlyMap<string, PutItem>,
	collected: ReadonlyMap<string, Collected>
): void {
	const byPosition: (GivenRow | undefined)[] = asked.map(() => undefined);
	for (const row of given) byPosition[row[0]] = row;
	let [marks, most] = [0, 0];
	for (const [position, itemId] of asked.entries()) {
		if (puts.get(itemId)?.excluded !== false) continue;
		marks += byPosition[position]?.[1] ?? 0;
		most++;
	}
	for (const [position, itemId] of asked.entries()) {
		const put = puts.get(itemId);
		const into = put && collected.get(put.key);
		if (!into) continue;
		const row = byPosition[position];
		const score = row?.[1] ?? 0;
		const others = put.excluded ? most : most - 1;
		const reached = put.excluded ? marks : marks - score;
		into.scored.push({
			score,
			rest: others > 0 ? reached / others : 0,
			test: assignmentId,
			blank: row === undefined,
			chosen: row ? chosenIn(row[3]) : [],
			durationMs: row && row[2] > 0 ? row[2] : null
		});
		if (row) into.given.push({ response: row[3], score });
	}
}
