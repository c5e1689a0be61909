import type { Modality, TOPICS } from '#lib/domain/facts/vocabulary.ts';
import { topicLabel } from '#lib/domain/facts/labels.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/tongue/locale.ts';

const TOPIC_WORDS: Readonly<Record<(typeof TOPICS)[number], () => string>> = {
	summit: m.domain_topic_summit,
	economy: m.domain_topic_economy,
	'relationship-framing': m.domain_topic_relationship_framing,
	taiwan: m.domain_topic_taiwan,
	military: m.domain_topic_military,
	climate: m.domain_topic_climate,
	'people-to-people': m.domain_topic_people_to_people,
	fentanyl: m.domain_topic_fentanyl,
	ai: m.domain_topic_ai,
	'export-controls': m.domain_topic_export_controls,
	'conflicts-elsewhere': m.domain_topic_conflicts_elsewhere
};
const KNOWN = new Map<string, () => string>(Object.entries(TOPIC_WORDS));

/**
 * What a topic is called.
 * @param label what a workspace calls it; its own name for a shipped topic goes before ours
 */
export function topicWord(id: string, label = topicLabel(id)): string {
	return label === topicLabel(id) ? (KNOWN.get(id)?.() ?? label) : label;
}

const MODALITY_WORDS: Readonly<Record<Modality, () => string>> = {
	established: m.domain_modality_established,
	agreed: m.domain_modality_agreed,
	announced: m.domain_modality_announced,
	claimed: m.domain_modality_claimed,
	reportedly: m.domain_modality_reportedly,
	'not-agreed': m.domain_modality_not_agreed
};

/** How firmly a fact stands, in a few words for a learner. */
export function modalityWord(modality: Modality): string {
	return MODALITY_WORDS[modality]();
}

/**
 * What a source is called where it stands alone: the article of "the White House readout" is made large, or goes.
 * @param article what takes its place
 */
export function sourceName(label: string, article = 'The '): string {
	return label.replace(/^the /, getLocale() === 'en' ? article : '');
}
