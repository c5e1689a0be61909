import type { GradeChange } from '#lib/domain/teaching/gradebook-grade.ts';
import { m } from '#lib/paraglide/messages.js';
import { percentText } from '../tongue/format.ts';

const WHY: Readonly<Record<GradeChange['what'], () => string>> = {
	override: m.results_why_override,
	comment: () => '',
	'answer-accepted': m.results_why_answer_accepted,
	'item-excluded': m.results_why_item_excluded,
	'item-included': m.results_why_item_included,
	rules: m.results_why_rules
};

/** A grade in the words of a change: "75 %"; "no grade". */
export function gradeText(grade: string | number | null): string {
	return typeof grade === 'number' ? percentText(grade) : m.results_no_grade();
}

/** What a student is told of a change: "Your grade for Week one changed from 60 % to 75 %: …". */
export function changeNote({ what, before, after, note }: GradeChange, title: string): string {
	const why = note || WHY[what]();
	if (what === 'comment') return ending(m.results_commented_on({ title }), why);
	if (what === 'override' && after === null)
		return ending(m.results_override_gone({ title, before: gradeText(before) }), note);
	return ending(m.results_grade_changed({ title, before: gradeText(before), after: gradeText(after) }), why);
}

/** A sentence with its reason behind it, which may end a sentence itself. */
function ending(sentence: string, why: string): string {
	if (why === '') return sentence + m.common_full_stop();
	const stop = /[.!?…。！？]$/.test(why) ? '' : m.common_full_stop();
	return m.results_because({ sentence, why }) + stop;
}
