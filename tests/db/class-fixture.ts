import type { Response } from '#lib/domain/grading/types.ts';
import type { Form, Item } from '#lib/domain/items/types.ts';
import { DEFAULT_RULES, type QuizRules } from '#lib/domain/teaching/rules.ts';
import { createAssignment } from '#lib/server/assignments/save-assignment.ts';
import { publishAssignment } from '#lib/server/assignments/publish-assignment.ts';
import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import { createClass } from '#lib/server/classes/create-class.ts';
import { joinByCode } from '#lib/server/classes/join-class.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { MORNING, newLearner } from './workspace-fixture.ts';

/** A class with its teacher and the code that lets students in. */
export interface TestClass {
	teacher: Learner;
	id: string;
	code: string;
}

export async function newClass(db: Db, teacher?: Learner): Promise<TestClass> {
	const who = teacher ?? (await newLearner(db));
	const made = await createClass(db, who, { name: 'Seminar' }, MORNING);
	if (!made.ok) throw new Error(made.code);
	return { teacher: who, id: made.id, code: made.code };
}

/** A student, without an account, who joined by the code. */
export async function newStudent(db: Db, { code }: TestClass, name = 'Lin'): Promise<Learner> {
	const student = await newLearner(db, null);
	const joined = await joinByCode(db, student, { code, name }, MORNING);
	if (!joined.ok) throw new Error(joined.code);
	return student;
}

/** A published quiz of shipped items with these rules beside the usual ones. */
export async function newQuiz(
	db: Db,
	shipped: Shipped,
	{ teacher, id: classId }: TestClass,
	{ items, rules = {}, forms = [] }: { items: readonly Item[]; rules?: Partial<QuizRules>; forms?: Form['form'][] }
): Promise<string> {
	const input = {
		title: 'Week one',
		kind: 'quiz',
		rules: { ...DEFAULT_RULES, ...rules },
		selection: { by: 'hand', items: items.map(({ id }) => id) },
		forms
	};
	const made = await createAssignment(db, { bank: shipped.bank, teacher, classId, input, now: MORNING });
	if (!made.ok) throw new Error(made.code);
	const shown = await publishAssignment(db, teacher, classId, made.id, 0);
	if (!shown.ok) throw new Error(shown.code);
	return made.id;
}

/** A published study assignment of these items, to be known by an instant where one is given. */
export async function newStudy(
	db: Db,
	{ teacher, id: classId }: TestClass,
	{ bank, items, dueAt = null }: { bank: Bank; items: readonly Item[]; dueAt?: Date | null }
): Promise<string> {
	const input = {
		title: 'Learn these',
		kind: 'study',
		rules: { ...DEFAULT_RULES, dueAt: dueAt?.toISOString() ?? null },
		selection: { by: 'hand', items: items.map(({ id }) => id) },
		forms: []
	};
	const made = await createAssignment(db, { bank, teacher, classId, input, now: MORNING });
	if (!made.ok) throw new Error(made.code);
	const shown = await publishAssignment(db, teacher, classId, made.id, 0);
	if (!shown.ok) throw new Error(shown.code);
	return made.id;
}

/** A right answer to a form, or a wrong one. */
export function answerTo(form: Form, right: boolean): Response {
	switch (form.form) {
		case 'choice': {
			const option = form.options.find(({ id }) => (id === form.key) === right);
			return { form: 'choice', option: option?.id ?? '' };
		}
		case 'true-false':
			return { form: 'true-false', value: form.key === right };
		case 'multiple-response':
			return {
				form: 'multiple-response',
				options: form.options.map(({ id }) => id).filter((id) => form.keys.includes(id) === right)
			};
		case 'typed':
		case 'cloze':
		case 'date':
			return { form: form.form, text: right ? form.answer.text : 'nobody knows' };
		case 'order':
			return { form: 'order', order: right ? form.key : form.key.toReversed() };
		case 'match': {
			const ids = form.rights.map(({ id }) => id);
			const other = (key: string) => ids.find((id) => id !== key) ?? key;
			return {
				form: 'match',
				pairs: Object.fromEntries(Object.entries(form.key).map(([left, key]) => [left, right ? key : other(key)]))
			};
		}
		case 'sort': {
			const ids = form.bins.map(({ id }) => id);
			const other = (key: string) => ids.find((id) => id !== key) ?? key;
			return {
				form: 'sort',
				bins: Object.fromEntries(Object.entries(form.key).map(([entry, key]) => [entry, right ? key : other(key)]))
			};
		}
		case 'flashcard':
			return { form: 'flashcard', rating: right ? 3 : 1 };
	}
}
