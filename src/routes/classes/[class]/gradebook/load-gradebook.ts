import { requireTeacher } from '#lib/server/classes/guards.ts';
import { fail, requireLearner } from '#lib/server/http.ts';
import { studySharesOf } from '#lib/server/results/gradebook-study.ts';
import { gradebookOf } from '#lib/server/results/gradebook.ts';

/** The gradebook that an address names; for anybody but its teachers there is none. */
export async function loadGradebook({ locals, params }: { locals: App.Locals; params: { class: string } }) {
	const teacher = requireLearner(locals);
	const may = await requireTeacher(locals.db, teacher, params.class);
	if (!may.ok) fail(may.code);
	const study = await studySharesOf(locals.db, params.class);
	const found = await gradebookOf(locals.db, teacher, params.class, study, new Date());
	if (!found.ok) fail(found.code);
	return found;
}
