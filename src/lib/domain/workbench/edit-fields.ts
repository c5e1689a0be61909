import type { FactKind } from '../facts/vocabulary.ts';
import type { Span } from '../articles/types.ts';
import type { FactEdit, WorkbenchFact } from '../workbench.ts';

/** What stands in the fields while a fact is edited: texts, as they are typed. */
export interface Draft {
	kind: FactKind;
	topic: string;
	statement: string;
	gist: string;
	modality: FactEdit['modality'];
	polarity: FactEdit['polarity'];
	holder: string;
	value: string;
	unit: string;
	evidence: Span[];
}

/** Kinds of fact that have a value of their own. */
export type ValueKind = 'date' | 'figure' | 'participant' | 'quotation';

/** The kind by whose value's field a kind is edited; none where a kind has no value. */
export function valueField(kind: FactKind): ValueKind | undefined {
	return kind === 'date' || kind === 'figure' || kind === 'participant' || kind === 'quotation' ? kind : undefined;
}

/** What can be wrong with a field. */
export type DraftProblem = 'no-statement' | 'no-evidence' | 'no-date' | 'no-number' | 'no-words' | 'no-name-and-office';

/** Whether a kind has a gist: what is agreed, promised or held, without who. */
export function hasGist(kind: FactKind): boolean {
	return kind === 'agreement' || kind === 'commitment' || kind === 'position' || kind === 'non-agreement';
}

/** The fields of a fact as they stand. */
export function draftOf({ fact }: Pick<WorkbenchFact, 'fact'>): Draft {
	return {
		kind: fact.kind,
		topic: fact.topic,
		statement: fact.statement,
		gist: fact.gist ?? '',
		modality: fact.modality,
		polarity: fact.polarity,
		holder: fact.holder ?? '',
		value: fact.value === null ? '' : String(fact.value),
		unit: fact.unit ?? '',
		evidence: fact.evidence.map(({ start, end }) => ({ start, end }))
	};
}

/** Empty fields for a fact that a person adds, on what she has selected. */
export function blankDraft(evidence: Span[]): Draft {
	const rest = { gist: '', holder: '', value: '', unit: '', statement: '', topic: 'other' };
	return { kind: 'position', modality: 'claimed', polarity: 'affirmed', evidence, ...rest };
}

const DATE = /^\d{4}(-\d\d(-\d\d)?)?(\/\d{4}(-\d\d(-\d\d)?)?)?$/;

/**
 * What the fields say, or what is wrong with them by field.
 * @returns the edit; or the first problem of each field
 */
export function editOf(draft: Draft): { edit: FactEdit } | { problems: Partial<Record<keyof Draft, DraftProblem>> } {
	const problems: Partial<Record<keyof Draft, DraftProblem>> = {};
	const value = draft.value.trim();
	const number = Number(value.replace(/[\s,]/g, ''));
	if (draft.statement.trim() === '') problems.statement = 'no-statement';
	if (draft.evidence.length === 0) problems.evidence = 'no-evidence';
	if (draft.kind === 'date' && !DATE.test(value)) problems.value = 'no-date';
	if (draft.kind === 'figure' && (value === '' || !Number.isFinite(number))) problems.value = 'no-number';
	if (draft.kind === 'quotation' && value === '') problems.value = 'no-words';
	if (draft.kind === 'participant' && !value.includes(',')) problems.value = 'no-name-and-office';
	if (Object.keys(problems).length > 0) return { problems };
	const gist = hasGist(draft.kind) ? draft.gist.trim() : '';
	const { kind, topic, modality, polarity, evidence } = draft;
	return {
		edit: {
			kind,
			topic,
			statement: draft.statement.trim(),
			...(gist === '' ? {} : { gist }),
			modality,
			polarity,
			holder: draft.holder.trim() || null,
			value: !valueField(kind) ? null : kind === 'figure' ? number : value,
			unit: kind === 'figure' ? draft.unit.trim() || null : null,
			evidence
		}
	};
}

/** Whether two sets of fields say the same. */
export function sameDraft(a: Draft, b: Draft): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
