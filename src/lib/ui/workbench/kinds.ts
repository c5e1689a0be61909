import type { FactKind, Modality } from '#lib/domain/facts/vocabulary.ts';
import type { Polarity } from '#lib/domain/extraction/types.ts';
import type { ProposalState, RejectReason, RulingChoice } from '#lib/domain/workbench.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the kinds of fact are called, with the letter that marks them in the article. */
export const KINDS: Record<FactKind, { label: () => string; letter: string; family: string }> = {
	agreement: { label: m.workbench_kind_agreement, letter: 'A', family: 'k-deed' },
	commitment: { label: m.workbench_kind_commitment, letter: 'C', family: 'k-deed' },
	'non-agreement': { label: m.workbench_kind_non_agreement, letter: 'N', family: 'k-deed' },
	position: { label: m.workbench_kind_position, letter: 'P', family: 'k-word' },
	quotation: { label: m.workbench_kind_quotation, letter: 'Q', family: 'k-word' },
	date: { label: m.workbench_kind_date, letter: 'D', family: 'k-value' },
	figure: { label: m.workbench_kind_figure, letter: 'F', family: 'k-value' },
	participant: { label: m.workbench_kind_participant, letter: 'R', family: 'k-name' },
	organisation: { label: m.workbench_kind_organisation, letter: 'G', family: 'k-name' },
	place: { label: m.workbench_kind_place, letter: 'L', family: 'k-name' },
	event: { label: m.workbench_kind_event, letter: 'E', family: 'k-course' },
	cause: { label: m.workbench_kind_cause, letter: 'Y', family: 'k-course' },
	background: { label: m.workbench_kind_background, letter: 'B', family: 'k-course' }
};

export const STATE_LABELS: Record<ProposalState, () => string> = {
	proposed: m.workbench_state_proposed,
	accepted: m.workbench_state_accepted,
	edited: m.workbench_state_edited,
	rejected: m.workbench_state_rejected,
	merged: m.workbench_state_merged
};

export const REJECT_LABELS: Record<RejectReason, () => string> = {
	'not-said': m.workbench_reject_not_said,
	'wrong-value': m.workbench_reject_wrong_value,
	'wrong-holder': m.workbench_reject_wrong_holder,
	'not-worth-asking': m.workbench_reject_not_worth,
	duplicate: m.workbench_reject_duplicate,
	other: m.workbench_reject_other
};

export const RULING_LABELS: Record<RulingChoice, { label: () => string; help: () => string }> = {
	'accept-both': { label: m.workbench_ruling_both, help: m.workbench_ruling_both_help },
	'name-source': { label: m.workbench_ruling_source, help: m.workbench_ruling_source_help },
	'do-not-ask': { label: m.workbench_ruling_none, help: m.workbench_ruling_none_help }
};

/** Said loudly beside a fact; nothing is said of what is plainly affirmed. */
export const POLARITY_LABELS: Record<Polarity, (() => string) | undefined> = {
	affirmed: undefined,
	negated: m.workbench_polarity_negated,
	hedged: m.workbench_polarity_hedged
};

/** How firmly a proposal stands, before sides are known. */
export const FIRMNESS: Record<Modality, () => string> = {
	established: m.workbench_firm_established,
	agreed: m.workbench_firm_agreed,
	announced: m.workbench_firm_announced,
	claimed: m.workbench_firm_claimed,
	reportedly: m.workbench_firm_reportedly,
	'not-agreed': m.workbench_firm_not_agreed
};

/** Whose a fact is; who holds it together with the other has no name of its own. */
export function holderWord(holder: string): string {
	return holder === 'both sides' ? m.workbench_both_sides() : holder;
}

/** The label of a kind by its id; undefined where it is none. */
export function kindLabel(id: string): string | undefined {
	return Object.entries(KINDS)
		.find(([kind]) => kind === id)?.[1]
		.label();
}
