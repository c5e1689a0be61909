import { FACT_KINDS, MODALITIES } from '#lib/domain/facts/vocabulary.ts';
import type { Draft, DraftProblem, ValueKind } from '#lib/domain/workbench/edit-fields.ts';
import { m } from '#lib/paraglide/messages.js';
import { FIRMNESS, KINDS } from './kinds.ts';

/** What the field of a kind's value is called, and what it takes. */
export const VALUE: Readonly<Record<ValueKind, { label: () => string; help: () => string }>> = {
	date: { label: m.workbench_value_date, help: m.workbench_value_date_help },
	figure: { label: m.workbench_value_figure, help: m.workbench_value_figure_help },
	participant: { label: m.workbench_value_participant, help: m.workbench_value_participant_help },
	quotation: { label: m.workbench_value_quotation, help: m.workbench_value_quotation_help }
};

/** What is said of a field that is not right. */
export const PROBLEMS: Readonly<Record<DraftProblem, () => string>> = {
	'no-statement': m.workbench_no_statement,
	'no-evidence': m.workbench_no_evidence,
	'no-date': m.workbench_no_date,
	'no-number': m.workbench_no_number,
	'no-words': m.workbench_no_words,
	'no-name-and-office': m.workbench_no_name_and_office
};

/** What a fact may be: its kind, how firmly it stands, and whether it is affirmed. */
export function choices() {
	const polarities: { id: Draft['polarity']; label: string }[] = [
		{ id: 'affirmed', label: m.workbench_affirmed() },
		{ id: 'negated', label: m.workbench_negated_it_is_denied_or_did() },
		{ id: 'hedged', label: m.workbench_hedged_it_may_be_or_is() }
	];
	return {
		kinds: FACT_KINDS.map((kind) => ({ id: kind, label: KINDS[kind].label() })),
		firmness: MODALITIES.map((modality) => ({ id: modality, label: FIRMNESS[modality]() })),
		polarities
	};
}
