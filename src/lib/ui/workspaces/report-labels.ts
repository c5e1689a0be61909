/** Why a learner reports a question. */
export const REASON_LABELS = {
	wrong: 'The answer is wrong',
	unclear: 'The question is not clear',
	outdated: 'It is out of date',
	typo: 'A slip of the pen',
	other: 'Something else'
} as const;

/** What came of a report. */
export const OUTCOME_LABELS = {
	fixed: 'Put right',
	retired: 'Question retired',
	'no-fault': 'Nothing is wrong'
} as const;
