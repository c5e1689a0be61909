export const FACT_KINDS = [
	'date',
	'event',
	'participant',
	'agreement',
	'commitment',
	'position',
	'non-agreement',
	'figure',
	'place',
	'quotation',
	'cause',
	'background',
	'organisation'
] as const;

/** The speech-act ladder: how firmly a fact stands. */
export const MODALITIES = ['established', 'agreed', 'announced', 'claimed', 'reportedly', 'not-agreed'] as const;

/** The topics of the shipped bank; its seeds may use no other. */
export const TOPICS = [
	'summit',
	'economy',
	'relationship-framing',
	'taiwan',
	'military',
	'climate',
	'people-to-people',
	'fentanyl',
	'ai',
	'export-controls',
	'conflicts-elsewhere'
] as const;

/** What kind of thing a key is; it decides how answers are graded and which options may stand beside it. */
export const KEY_TYPES = [
	'date',
	'number',
	'person',
	'office',
	'place',
	'organisation',
	'term',
	'phrase',
	'side',
	'source'
] as const;

/** The mix-up that a distractor stands for. */
export const CONFUSIONS = [
	'wrong-side',
	'wrong-date',
	'wrong-year',
	'other-meeting',
	'other-agreement',
	'other-person',
	'other-office',
	'other-place',
	'other-organisation',
	'other-figure',
	'other-term',
	'other-cause',
	'other-source',
	'not-agreed',
	'one-side-only'
] as const;

export type FactKind = (typeof FACT_KINDS)[number];
export type Modality = (typeof MODALITIES)[number];
/** Id of a topic: one of the shipped list, or one that a workspace named itself. */
export type Topic = string;
export type KeyType = (typeof KEY_TYPES)[number];
export type Confusion = (typeof CONFUSIONS)[number];
