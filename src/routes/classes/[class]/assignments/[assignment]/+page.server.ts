import { redirect } from '@sveltejs/kit';
import { lintQuiz } from '#lib/domain/teaching/quiz-lint.ts';
import { fieldsOf, toRules } from '#lib/domain/teaching/rules-fields.ts';
import { assignmentOf } from '#lib/server/assignments/assignment-of.ts';
import { deleteAssignment, publishAssignment } from '#lib/server/assignments/publish-assignment.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { changeRulesAndGrades } from '#lib/server/results/rules-and-grades.ts';
import { textOf } from '../../../../workspaces/import-form.ts';
import { refuseForm } from '../../../../workspaces/refuse.ts';
import { readFields } from './rules-form.ts';
import { topicWord } from '#lib/ui/tongue/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const found = await assignmentOf(locals.db, learner, params.class, params.assignment);
	if (!found.ok) fail(found.code);
	const { assignment, items } = found;
	const { timeZone } = learner.settings;
	const { id, title, kind, status, seq, selection } = assignment;
	return {
		assignment: { id, title, kind, status, seq, selection },
		fields: fieldsOf(assignment.rules, timeZone),
		timeZone,
		items: items.map(({ item, formIndex, excluded }) => ({
			...{ id: item.id, question: item.question, key: item.key, excluded },
			form: item.forms[formIndex]?.form ?? 'choice',
			topic: topicWord(item.topic, locals.bank.topicLabel(item.topic))
		})),
		findings: lintQuiz(items.map(({ item }) => item))
	};
};

const seqIn = (form: FormData): number => Number(textOf(form, 'seq'));

export const actions: Actions = {
	rules: async ({ locals, params, request }) => {
		const learner = requireLearner(locals);
		const form = await readForm(request);
		const fields = readFields(form);
		const rules = toRules(fields, learner.settings.timeZone);
		const { class: classId, assignment } = params;
		const changing = { shipped: locals.shipped, teacher: learner, now: new Date() };
		const change = { classId, assignmentId: assignment, rules, seq: seqIn(form) };
		const changed = await changeRulesAndGrades(locals.db, changing, change);
		const code = !changed.ok && changed.code === 'invalid_input' ? 'invalid_rules' : undefined;
		if (!changed.ok) return refuseForm(code ?? changed.code, 'rules', fields);
		redirect(303, `/classes/${classId}/assignments/${assignment}`);
	},
	publish: async ({ locals, params, request }) => {
		const { class: classId, assignment } = params;
		const seq = seqIn(await readForm(request));
		const done = await publishAssignment(locals.db, requireLearner(locals), classId, assignment, seq);
		if (!done.ok) return refuseForm(done.code, 'form', undefined);
		redirect(303, `/classes/${classId}/assignments/${assignment}`);
	},
	delete: async ({ locals, params }) => {
		const gone = await deleteAssignment(locals.db, requireLearner(locals), params.class, params.assignment);
		if (!gone.ok) return refuseForm(gone.code, 'form', undefined);
		redirect(303, `/classes/${params.class}`);
	}
};
