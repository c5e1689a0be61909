import { m } from '#lib/paraglide/messages.js';
/** Why a learner reports a question. */
export const REASON_LABELS = {
	wrong: m.workspaces_reason_wrong,
	unclear: m.workspaces_reason_unclear,
	outdated: m.workspaces_reason_outdated,
	typo: m.workspaces_reason_typo,
	other: m.workspaces_reason_other
} as const;

/** What came of a report. */
export const OUTCOME_LABELS = {
	fixed: m.workspaces_outcome_fixed,
	retired: m.workspaces_outcome_retired,
	'no-fault': m.workspaces_outcome_no_fault
} as const;
