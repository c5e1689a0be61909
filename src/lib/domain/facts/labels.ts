import { capitalise } from '../text.ts';
import type { Modality, TOPICS, Topic } from './vocabulary.ts';

/** What the topics of the shipped bank are called on pages. */
export const TOPIC_LABELS: Readonly<Record<(typeof TOPICS)[number], string>> = {
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

const LABELS = new Map<string, string>(Object.entries(TOPIC_LABELS));

/**
 * What a topic is called on pages.
 * @param extra the labels of a workspace's own topics, which go before the shipped ones
 * @returns its label; where nobody named one, its id as words with a capital
 */
export function topicLabel(id: Topic, extra: readonly { id: string; label: string }[] = []): string {
	return extra.find((topic) => topic.id === id)?.label ?? LABELS.get(id) ?? capitalise(id.replaceAll('-', ' '));
}

/** How firmly a fact stands, in a few words for a learner. */
export const MODALITY_LABELS: Record<Modality, string> = {
	established: 'reported as fact',
	agreed: 'agreed by both sides',
	announced: 'announced by one side',
	claimed: 'one side’s claim or position',
	reportedly: 'reportedly',
	'not-agreed': 'explicitly not agreed'
};
