import type { DeckOptions, LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { stepsText } from '#lib/domain/scheduling/step-text.ts';
import { m } from '#lib/paraglide/messages.js';

/** A field that both a learner and a deck have. */
export type OptionField = keyof DeckOptions;

/** A choice as a list of options shows it. */
export interface Choice {
	value: string;
	label: string;
}

/** A share in percent as it is typed: "90", "87.5". */
export function percentText(share: number): string {
	return String(Number((share * 100).toFixed(1)));
}

/** The value of a field as it stands in a form. */
export function valueText(field: OptionField, options: DeckOptions): string {
	const value = options[field];
	if (value === undefined) return '';
	if (Array.isArray(value)) return stepsText(value);
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	return field === 'desiredRetention' && typeof value === 'number' ? percentText(value) : String(value);
}

const yesOrNo = (): Choice[] => [
	{ value: 'on', label: m.engine_on() },
	{ value: 'off', label: m.engine_off() }
];

/** What may be chosen for the fields that are chosen from a list, in words. */
export function choicesOf(field: OptionField): Choice[] {
	if (field === 'newOrder') {
		return [
			{ value: 'bank', label: m.engine_new_order_bank() },
			{ value: 'topics', label: m.engine_new_order_topics() },
			{ value: 'random', label: m.engine_new_order_random() }
		];
	}
	if (field === 'dueOrder') {
		return [
			{ value: 'due', label: m.engine_due_order_due() },
			{ value: 'retrievability', label: m.engine_due_order_retrievability() },
			{ value: 'overdueness', label: m.engine_due_order_overdueness() }
		];
	}
	if (field === 'mix') {
		return [
			{ value: 'mixed', label: m.engine_mix_mixed() },
			{ value: 'new-first', label: m.engine_mix_new_first() },
			{ value: 'reviews-first', label: m.engine_mix_reviews_first() }
		];
	}
	if (field !== 'leechAction') return yesOrNo();
	return [
		{ value: 'show', label: m.engine_leech_show() },
		{ value: 'suspend', label: m.engine_leech_suspend() }
	];
}

/** How much of a weekday is asked, in words. */
export function loadChoices(): Choice[] {
	return [
		{ value: 'normal', label: m.engine_load_normal() },
		{ value: 'reduced', label: m.engine_load_reduced() },
		{ value: 'minimum', label: m.engine_load_minimum() }
	];
}

/** What a field says for all decks, as the form of one deck tells it. */
export function inheritedText(field: OptionField, settings: LearnerSettings): string {
	const value = valueText(field, settings);
	if (field === 'learningSteps' || field === 'relearningSteps') return value === '0' ? m.engine_none() : value;
	return choicesOf(field).find((choice) => choice.value === value)?.label ?? value;
}
