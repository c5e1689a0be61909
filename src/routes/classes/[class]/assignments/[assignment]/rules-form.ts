import type { RulesFields } from '#lib/domain/teaching/rules-fields.ts';
import { textOf } from '../../../../workspaces/import-form.ts';

/** Reads the fields of the form. */
export function readFields(form: FormData): RulesFields {
	const text = (name: string) => textOf(form, name).trim().slice(0, 40);
	return {
		opensAt: text('opensAt'),
		dueAt: text('dueAt'),
		closesAt: text('closesAt'),
		late: text('late'),
		penaltyPerDay: text('penaltyPerDay'),
		mostPenalty: text('mostPenalty'),
		attempts: text('attempts'),
		counts: text('counts'),
		timeLimit: text('timeLimit'),
		layout: text('layout'),
		feedback: text('feedback'),
		shuffle: text('shuffle')
	};
}
