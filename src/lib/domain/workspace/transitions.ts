import type { ExtractedFact } from '../extraction/types.ts';
import type { ErrorCode } from '../errors.ts';
import type { ProposalState, RejectReason, RulingChoice } from '../workbench.ts';

/** What a fact says, without its id. */
export type FactContent = Omit<ExtractedFact, 'id'>;

/** Everything of a fact that a command may change: two facts with the same image stand alike, whatever their counts. */
export interface FactImage {
	state: ProposalState;
	content: FactContent;
	/** As the rule proposed it, where a person changed it. */
	proposed: FactContent | null;
	rejected: { reason: RejectReason; note: string } | null;
	/** The fact in which it lives on; set in the state "merged" alone. */
	mergedInto: string | null;
	ruling: RulingChoice | null;
}

/** What a proposal says, field by field: its id is a hash, and facts have ids of their own. */
export function contentOf(fact: ExtractedFact): FactContent {
	const { kind, topic, statement, gist, modality, polarity, holder, holderId } = fact;
	const { value, unit, values, evidence, rule: ruleId, confidence, why } = fact;
	return {
		kind,
		topic,
		statement,
		...(gist === undefined ? {} : { gist }),
		modality,
		polarity,
		holder,
		holderId,
		value,
		unit,
		values,
		evidence,
		rule: ruleId,
		confidence,
		why
	};
}

/** A fact after a step, or why the step cannot be taken. */
export type Step = { ok: true; image: FactImage } | { ok: false; code: ErrorCode };

const refused = (code: ErrorCode): Step => ({ ok: false, code });
const stepTo = (image: FactImage): Step => ({ ok: true, image });

/** Whether items may be made of a fact in this state. */
export function isAccepted(state: ProposalState): boolean {
	return state === 'accepted' || state === 'edited';
}

/**
 * Accepts a fact. One that says the same as a known fact lives on in that one, so that its evidence counts there; one
 * that was changed by a person before is accepted as edited.
 * @param sameAs id of the known fact that says the same, or null
 */
export function accept(image: FactImage, sameAs: string | null): Step {
	if (image.state === 'merged') return refused('wrong_state');
	if (sameAs !== null) return stepTo({ ...image, state: 'merged', mergedInto: sameAs, rejected: null });
	return stepTo({ ...image, state: image.proposed === null ? 'accepted' : 'edited', rejected: null });
}

/** Sets what a person wrote instead; what the rule proposed is kept beside it, the first time. */
export function edit(image: FactImage, content: FactContent, madeBy: 'rule' | 'hand'): Step {
	if (image.state === 'merged') return refused('wrong_state');
	const proposed = image.proposed ?? (madeBy === 'rule' ? image.content : null);
	// A ruling was given on a value: with another value it has to be given anew.
	const ruling = content.value === image.content.value ? image.ruling : null;
	return stepTo({ ...image, content, proposed, state: 'edited', rejected: null, ruling });
}

/** Refuses a fact, with the reason. */
export function reject(image: FactImage, reason: RejectReason, note: string): Step {
	if (image.state === 'merged') return refused('wrong_state');
	return stepTo({ ...image, state: 'rejected', rejected: { reason, note } });
}

/**
 * Lets a fact live on in another one.
 * @param into the other one's image; null for a fact of the shipped bank
 */
export function merge(image: FactImage, intoId: string, into: FactImage | null): Step {
	if (image.state === 'merged') return refused('wrong_state');
	// A merged fact is no target: so no chain can ever close to a ring.
	if (into && (into.state === 'merged' || into.state === 'rejected')) return refused('wrong_state');
	return stepTo({ ...image, state: 'merged', mergedInto: intoId, rejected: null });
}

/** Says how a fact is asked that differs from a known one. */
export function rule(image: FactImage, choice: RulingChoice, differs: boolean): Step {
	return differs ? stepTo({ ...image, ruling: choice }) : refused('no_ruling_needed');
}

/** Back to proposed, as it now reads. */
export function reopen(image: FactImage): Step {
	return stepTo({ ...image, state: 'proposed', rejected: null, mergedInto: null, ruling: null });
}

/** A fact that a person adds. */
export function added(content: FactContent): FactImage {
	return { state: 'accepted', content, proposed: null, rejected: null, mergedInto: null, ruling: null };
}

/** The fields of an image, for what compares and copies them. */
const FIELDS = ['state', 'content', 'proposed', 'rejected', 'mergedInto', 'ruling'] as const;

/** What a step changed of a fact: the same fields before and after. */
export function differenceOf(
	before: FactImage,
	after: FactImage
): { before: Partial<FactImage>; after: Partial<FactImage> } {
	const changed = FIELDS.filter((field) => canonical(before[field]) !== canonical(after[field]));
	return { before: only(before, changed), after: only(after, changed) };
}

/** Whether a fact still is what a change left: so that the change can be taken back. */
export function isAsLeft(image: FactImage, left: Partial<FactImage>): boolean {
	return FIELDS.every((field) => left[field] === undefined || canonical(left[field]) === canonical(image[field]));
}

function only(image: FactImage, fields: readonly (typeof FIELDS)[number][]): Partial<FactImage> {
	return Object.fromEntries(fields.map((field) => [field, image[field]]));
}

/** A value as a text that does not hang on the order of its fields: a database may reorder them. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
	return `{${entries
		.sort(([x], [y]) => (x < y ? -1 : 1))
		.map(([name, entry]) => `${name}:${canonical(entry)}`)
		.join()}}`;
}
