import { fromLocal, toLocal } from './local-time.ts';
import { COUNTING, DEFAULT_RULES, FEEDBACK, type QuizRules } from './rules.ts';

/** What the rules' form holds, as it was typed. */
export type RulesFields = Record<
	| 'opensAt'
	| 'dueAt'
	| 'closesAt'
	| 'late'
	| 'penaltyPerDay'
	| 'mostPenalty'
	| 'attempts'
	| 'counts'
	| 'timeLimit'
	| 'layout'
	| 'feedback'
	| 'shuffle',
	string
>;

/**
 * The rules that the fields say, on the teacher's own clock; minutes become seconds, and percent shares.
 * @returns what `quizRulesSchema` takes or refuses; a field that is no number or date becomes one that it refuses
 */
export function toRules(fields: RulesFields, timeZone: string): Record<keyof QuizRules, unknown> {
	const instant = (local: string) => (local === '' ? null : (fromLocal(local, timeZone)?.toISOString() ?? 'no date'));
	const number = (text: string) => (text === '' ? null : Number(text));
	const share = (text: string) => (text === '' ? 0 : Number(text) / 100);
	const minutes = number(fields.timeLimit);
	return {
		opensAt: instant(fields.opensAt),
		dueAt: instant(fields.dueAt),
		closesAt: instant(fields.closesAt),
		late: {
			accepted: fields.late === 'on',
			penaltyPerDay: share(fields.penaltyPerDay),
			mostPenalty: fields.mostPenalty === '' ? 1 : share(fields.mostPenalty)
		},
		attempts: number(fields.attempts),
		counts: COUNTING.find((one) => one === fields.counts) ?? DEFAULT_RULES.counts,
		timeLimit: minutes === null ? null : Math.round(minutes * 60),
		layout: fields.layout === 'one' ? 'one' : 'page',
		feedback: FEEDBACK.find((one) => one === fields.feedback) ?? DEFAULT_RULES.feedback,
		shuffle: fields.shuffle === 'on'
	};
}

/** The fields as they show rules. */
export function fieldsOf(rules: QuizRules, timeZone: string): RulesFields {
	const local = (instant: string | null) => (instant === null ? '' : toLocal(new Date(instant), timeZone));
	const { late } = rules;
	const percent = (share: number) => String(Math.round(share * 1e6) / 1e4);
	return {
		opensAt: local(rules.opensAt),
		dueAt: local(rules.dueAt),
		closesAt: local(rules.closesAt),
		late: late.accepted ? 'on' : '',
		penaltyPerDay: late.penaltyPerDay === 0 ? '' : percent(late.penaltyPerDay),
		mostPenalty: late.mostPenalty === 1 ? '' : percent(late.mostPenalty),
		attempts: rules.attempts === null ? '' : String(rules.attempts),
		counts: rules.counts,
		timeLimit: rules.timeLimit === null ? '' : String(Math.round((rules.timeLimit / 60) * 100) / 100),
		layout: rules.layout,
		feedback: rules.feedback,
		shuffle: rules.shuffle ? 'on' : ''
	};
}
