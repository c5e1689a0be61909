import { generateItems } from '#lib/domain/items/generate.ts';
import type { Response } from '#lib/domain/grading/types.ts';
import { loadSeeds } from '#lib/server/bank/seeds.ts';
import { Visitor } from './visitor.ts';

/**
 * A teacher's class with a published quiz of the first items of the shipped bank.
 * @param rules the fields of the rules' form
 * @returns the code that lets students in, and the quiz's path
 */
export async function openQuiz(
	origin: string,
	questions: number,
	rules: Readonly<Record<string, string>>
): Promise<{ code: string; quiz: string }> {
	const teacher = await Visitor.register(origin);
	const class_ = await teacher.send('/classes?/create', { name: 'Seminar' });
	const code = /translate="no">([^<]+)</.exec(await teacher.get(class_))?.[1];
	if (code === undefined) throw new Error('the class has no code');
	const item = generateItems(loadSeeds('seeds'))
		.filter(({ forms }) => forms.some(({ form }) => form !== 'flashcard'))
		.slice(0, questions)
		.map(({ id }) => id);
	const fields = { title: 'Week one', kind: 'quiz', item };
	const assignment = await teacher.send(`${class_}/assignments/new?/create`, fields);
	await teacher.send(`${assignment}?/rules`, { ...rules, seq: '0' });
	await teacher.send(`${assignment}?/publish`, { seq: '1' });
	return { code, quiz: `/quizzes/${assignment.split('/').at(-1)}` };
}

/** A student who joined by the code. */
export async function joinClass(origin: string, code: string): Promise<Visitor> {
	const student = new Visitor(origin);
	await student.send('/classes?/join', { code, student: 'Lin', timeZone: 'UTC' });
	return student;
}

/**
 * An answer to each question of an attempt's page, by its fields, as a browser saves them; a question whose answer has
 * parts is left out.
 */
export function answersOf(page: string) {
	const [, ...questions] = page.split('id="question-');
	return questions.flatMap((question, index) => {
		const position = Number(/name="q(\d+)-/.exec(question)?.[1] ?? index);
		const response = responseIn(question);
		return response ? [{ position, seq: 1, durationMs: 1000, response }] : [];
	});
}

/** Some answer to what one question's part of the page asks. */
function responseIn(question: string): Response | undefined {
	const option =
		/<input[^>]*name="q\d+-option"[^>]*value="([^"]*)"|<input[^>]*value="([^"]*)"[^>]*name="q\d+-option"/.exec(
			question
		);
	const chosen = option?.[1] ?? option?.[2];
	if (chosen !== undefined)
		return question.includes('type="checkbox"')
			? { form: 'multiple-response', options: [chosen] }
			: { form: 'choice', option: chosen };
	if (/name="q\d+-value"/.test(question)) return { form: 'true-false', value: true };
	if (!/name="q\d+-text"/.test(question)) return undefined;
	if (question.includes('Fill the gap.')) return { form: 'cloze', text: '2023' };
	return { form: /id="q\d+-example"/.test(question) ? 'date' : 'typed', text: '2023' };
}
