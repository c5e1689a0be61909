import type { Modality, Topic } from './vocabulary.ts';

/** What topics are called on pages. */
export const TOPIC_LABELS: Record<Topic, string> = {
	summit: 'The summit',
	economy: 'APEC and the economy',
	'relationship-framing': 'Framing the relationship',
	taiwan: 'Taiwan',
	military: 'Military contacts',
	climate: 'Climate',
	'people-to-people': 'People and flights',
	fentanyl: 'Fentanyl',
	ai: 'Artificial intelligence',
	'export-controls': 'Export controls',
	'conflicts-elsewhere': 'Conflicts elsewhere'
};

/** How firmly a fact stands, in a few words for a learner. */
export const MODALITY_LABELS: Record<Modality, string> = {
	established: 'reported as fact',
	agreed: 'agreed by both sides',
	announced: 'announced by one side',
	claimed: 'one side’s claim or position',
	reportedly: 'reportedly',
	'not-agreed': 'explicitly not agreed'
};
