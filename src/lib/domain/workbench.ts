/** What travels between the workbench's page and the server: an article, its proposed facts, what is done with them. */
import type { BlockRole, SourceProposal, Span } from './articles/types.ts';
import type { EvidenceSpan, ExtractedFact, Polarity, Warning } from './extraction/types.ts';
import type { FactKind, Modality } from './facts/vocabulary.ts';
import type { Finding } from './items/lint/finding.ts';
import type { Item } from './items/types.ts';

/** What became of a proposal. An edited one counts as accepted; a merged one lives on in another. */
export const PROPOSAL_STATES = ['proposed', 'accepted', 'edited', 'rejected', 'merged'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Why a proposal is refused: it teaches the rules' confidence only where the rule was at fault. */
export const REJECT_REASONS = [
	'not-said',
	'wrong-value',
	'wrong-holder',
	'not-worth-asking',
	'duplicate',
	'other'
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** How a fact whose sources differ is asked. */
export const RULING_CHOICES = ['accept-both', 'name-source', 'do-not-ask'] as const;
export type RulingChoice = (typeof RULING_CHOICES)[number];

/** What a person may set of a fact, as typed fields. */
export interface FactEdit {
	kind: FactKind;
	topic: string;
	statement: string;
	gist?: string;
	modality: Modality;
	polarity: Polarity;
	/** A name: it becomes the person, body or country of that name, or a new one. */
	holder: string | null;
	/** An ISO date, a number in figures, "Full name, office", the words of a quotation. */
	value: string | number | null;
	unit: string | null;
	evidence: Span[];
}

/** A fact of the workspace's or the shipped bank that says the same, or something else in the same slot. */
export interface KnownFact {
	factId: string;
	statement: string;
	relation: 'same' | 'differs';
	/** How many sources say it so far. */
	sources: number;
	value: string | number | null;
}

export interface WorkbenchFact {
	id: string;
	/** Counts every change: a command on an older one is refused with the current fact. */
	seq: number;
	state: ProposalState;
	madeBy: 'rule' | 'hand';
	fact: Omit<ExtractedFact, 'id'>;
	/** As the rule proposed it, where a person changed it. */
	proposed?: Omit<ExtractedFact, 'id'>;
	rejected?: { reason: RejectReason; note: string };
	mergedInto?: string;
	known: KnownFact[];
	/** How many sources say it once it is accepted, with those whose facts live on in it; 0 before. */
	sources: number;
	/** The ruling on a fact that differs from a known one; asked for when it is accepted. */
	ruling?: RulingChoice;
	/** Set where a ruling is needed before items are made of it. */
	needsRuling: boolean;
	/** Name of the person who changed it last; null for the rules. */
	changedBy: string | null;
}

export interface Progress {
	total: number;
	proposed: number;
	accepted: number;
	rejected: number;
	merged: number;
}

/** The workbench on one article. */
export interface Workbench {
	workspaceId: string;
	article: SourceProposal & { id: string; label: string; text: string };
	/** The lines of the text and their parts, for the page. */
	blocks: (Span & { role: BlockRole; paragraph: number })[];
	/** In the order of the text. */
	facts: WorkbenchFact[];
	progress: Progress;
	/** What undo would take back, in a few words; null where there is nothing. */
	undo: string | null;
	/** Topics and names to choose from. */
	topics: { id: string; label: string }[];
	holders: string[];
	warnings: Warning[];
}

export type WorkbenchCommand =
	| { do: 'accept'; id: string; seq: number }
	| { do: 'edit'; id: string; seq: number; edit: FactEdit }
	| { do: 'reject'; id: string; seq: number; reason: RejectReason; note: string }
	/** `id` is made by the page, so that sending twice adds once. */
	| { do: 'add'; id: string; edit: FactEdit }
	| { do: 'merge'; id: string; seq: number; into: string; intoSeq: number }
	| { do: 'rule'; id: string; seq: number; choice: RulingChoice }
	/** Back to proposed. */
	| { do: 'reopen'; id: string; seq: number }
	| { do: 'accept-above'; confidence: number }
	| { do: 'undo' };

/** What a command changed; or, where somebody else was faster, the facts as they stand now. */
export type WorkbenchAnswer =
	/** `removed`: ids that are gone, after the adding of a fact was taken back. */
	| { ok: true; facts: WorkbenchFact[]; progress: Progress; undo: string | null; removed?: string[] }
	/** `undo`: what undo would take back now; absent where that was not looked at. */
	| { ok: false; code: string; message: string; facts: WorkbenchFact[]; undo?: string | null };

export type ItemStatus = 'draft' | 'published' | 'retired';

/** What a person set of an item instead of what was generated; absent parts are as generated. */
export interface ItemEdit {
	question?: string;
	feedback?: string;
	/** The wrong options of its choice, in words. */
	distractors?: string[];
}

/** An item of a workspace as its teachers see it. */
export interface WorkspaceItem {
	item: Item;
	status: ItemStatus;
	/** It differs from the version that learners are asked. */
	changed: boolean;
	edit: ItemEdit | null;
	/** The fact changed after the edit was made: the edit is kept, and wants a look. */
	factChanged: boolean;
	findings: Finding[];
	/** Counts every change, as with facts. */
	seq: number;
	openReports: number;
}

export type { EvidenceSpan };
