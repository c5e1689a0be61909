import type { FactKind, Modality } from '#lib/domain/facts/vocabulary.ts';
import type { Polarity } from '#lib/domain/extraction/types.ts';
import type { ProposalState, RejectReason, RulingChoice } from '#lib/domain/workbench.ts';

/** What the kinds of fact are called, with the letter that marks them in the article. */
export const KINDS: Record<FactKind, { label: string; letter: string; family: string }> = {
	agreement: { label: 'Agreement', letter: 'A', family: 'k-deed' },
	commitment: { label: 'Commitment', letter: 'C', family: 'k-deed' },
	'non-agreement': { label: 'Not agreed', letter: 'N', family: 'k-deed' },
	position: { label: 'Position', letter: 'P', family: 'k-word' },
	quotation: { label: 'Quotation', letter: 'Q', family: 'k-word' },
	date: { label: 'Date', letter: 'D', family: 'k-value' },
	figure: { label: 'Figure', letter: 'F', family: 'k-value' },
	participant: { label: 'Role', letter: 'R', family: 'k-name' },
	organisation: { label: 'Body', letter: 'G', family: 'k-name' },
	place: { label: 'Place', letter: 'L', family: 'k-name' },
	event: { label: 'Event', letter: 'E', family: 'k-course' },
	cause: { label: 'Cause', letter: 'Y', family: 'k-course' },
	background: { label: 'Background', letter: 'B', family: 'k-course' }
};

export const STATE_LABELS: Record<ProposalState, string> = {
	proposed: 'to decide',
	accepted: 'accepted',
	edited: 'accepted, edited',
	rejected: 'rejected',
	merged: 'merged'
};

export const REJECT_LABELS: Record<RejectReason, string> = {
	'not-said': 'The article does not say it',
	'wrong-value': 'The value is wrong',
	'wrong-holder': 'It is somebody else’s',
	'not-worth-asking': 'Right, but not worth asking',
	duplicate: 'It stands here already',
	other: 'Another reason'
};

export const RULING_LABELS: Record<RulingChoice, { label: string; help: string }> = {
	'accept-both': { label: 'Accept both', help: 'either answer is right, and the feedback says so' },
	'name-source': { label: 'Name the source', help: 'the question asks what this article says' },
	'do-not-ask': { label: 'Do not ask', help: 'no question is made of it' }
};

/** Said loudly beside a fact; nothing is said of what is plainly affirmed. */
export const POLARITY_LABELS: Record<Polarity, string | undefined> = {
	affirmed: undefined,
	negated: 'Negated',
	hedged: 'Hedged'
};

/** How firmly a proposal stands, before sides are known. */
export const FIRMNESS: Record<Modality, string> = {
	established: 'reported as fact',
	agreed: 'agreed',
	announced: 'announced',
	claimed: 'claimed',
	reportedly: 'reportedly',
	'not-agreed': 'not agreed'
};

/** A confidence as a person reads it: "87 %". */
export function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}
