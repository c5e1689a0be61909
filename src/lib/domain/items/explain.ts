import type { Source } from '../facts/entity-schema.ts';
import type { Modality } from '../facts/vocabulary.ts';
import type { Passage } from '../workspace/passages.ts';
import type { Citation, Item } from './types.ts';

/** A source as the drawer shows it. */
export interface SourceView {
	id: string;
	label: string;
	title: string;
	publisher: string | null;
	/** An ISO date as exact as the page gives it; null where it gives none. */
	published: string | null;
}

/** A place where a source says it; with the passage itself for those who may read the source's text. */
export interface EvidencePlace {
	paragraph: number;
	anchor: string;
	caption: boolean;
	passage?: Passage;
}

/** Why an answer is right and who says so. */
export interface Explanation {
	key: string;
	feedback: string;
	modality: Modality;
	evidence: { source: SourceView; places: EvidencePlace[] }[];
	corroboration: { says: number; of: number; silent: string[]; origins: number };
	contested: {
		matter: string;
		settled: string;
		contradicts: boolean;
		says: { label: string; paragraphs: number[]; says: string }[];
	}[];
}

/**
 * The evidence drawer of an item.
 * @param passage the passage of a place, where the source's text is at hand
 */
export function explain(
	item: Item,
	sources: readonly Source[],
	passage: (place: Citation) => Passage | undefined = () => undefined
): Explanation {
	const view = new Map(sources.map((source) => [source.id, toView(source)]));
	const label = (id: string) => view.get(id)?.label ?? id;
	return {
		key: item.key,
		feedback: item.feedback,
		modality: item.modality,
		evidence: [...view.values()]
			.map((source) => ({
				source,
				places: item.citations
					.filter((citation) => citation.source === source.id)
					.map((citation) => placeOf(citation, passage(citation)))
			}))
			.filter((entry) => entry.places.length > 0),
		corroboration: {
			says: item.corroboration.sources.length,
			of: item.corroboration.sources.length + item.corroboration.silent.length,
			silent: item.corroboration.silent.map(label),
			origins: item.corroboration.origins
		},
		contested: item.contested.map(({ matter, settled, contradicts, says }) => ({
			matter,
			settled,
			contradicts,
			says: says.map((reading) => ({
				label: label(reading.source),
				paragraphs: reading.paragraphs,
				says: reading.says
			}))
		}))
	};
}

function placeOf({ paragraph, anchor, caption }: Citation, passage: Passage | undefined): EvidencePlace {
	return { paragraph, anchor, caption, ...(passage === undefined ? {} : { passage }) };
}

function toView(source: Source): SourceView {
	const { id, label, title, publisher, published } = source;
	return { id, label, title, publisher, published };
}
