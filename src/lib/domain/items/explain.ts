import type { Source } from '../facts/entity-schema.ts';
import type { Modality } from '../facts/vocabulary.ts';
import { formatDate } from '../dates.ts';
import type { Item } from './types.ts';

/** A source as the drawer shows it. */
export interface SourceView {
	id: string;
	label: string;
	title: string;
	publisher: string | null;
	/** "16 November 2023", or null where the page gives no date. */
	published: string | null;
}

/** Why an answer is right and who says so. */
export interface Explanation {
	key: string;
	feedback: string;
	modality: Modality;
	evidence: { source: SourceView; places: { paragraph: number; anchor: string; caption: boolean }[] }[];
	corroboration: { says: number; of: number; silent: string[]; origins: number };
	contested: {
		matter: string;
		settled: string;
		contradicts: boolean;
		says: { label: string; paragraphs: number[]; says: string }[];
	}[];
}

/** The evidence drawer of an item. */
export function explain(item: Item, sources: readonly Source[]): Explanation {
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
					.map(({ paragraph, anchor, caption }) => ({ paragraph, anchor, caption }))
			}))
			.filter((entry) => entry.places.length > 0),
		corroboration: {
			says: item.corroboration.sources.length,
			of: sources.length,
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

function toView(source: Source): SourceView {
	const { id, label, title, publisher, published } = source;
	return { id, label, title, publisher, published: published === null ? null : formatDate(published) };
}
