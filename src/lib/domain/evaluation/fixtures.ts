/** Small articles for the tests of the scorer. */
import type { ExtractedFact, Extraction } from '../extraction/types.ts';
import type { GoldFact } from './gold.ts';

export const TEXT =
	'The two sides agreed to reopen consulates. France did not agree to lift tariffs. India opposes the levy. ' +
	'President Emmanuel Macron called the talks “frank and useful for everyone” on 3 March 2021. No agreement was reached on steel.';

/** A proposal whose evidence is a run of words of TEXT. */
export function proposal(evidence: string, parts: Partial<ExtractedFact>): ExtractedFact {
	const start = TEXT.indexOf(evidence);
	return {
		id: `p-${start}-${parts.kind ?? 'position'}-${parts.holder ?? ''}`,
		kind: 'position',
		topic: 'other',
		statement: `${evidence}.`,
		modality: 'claimed',
		polarity: 'affirmed',
		holder: null,
		holderId: null,
		value: null,
		unit: null,
		values: { is: 'content', content: evidence, parts: [] },
		evidence: [{ start, end: start + evidence.length, text: evidence }],
		rule: 'test',
		confidence: 0.9,
		why: '',
		...parts
	};
}

export const gold = (match: GoldFact['match'], parts: Partial<GoldFact>): GoldFact => ({
	id: `g-${JSON.stringify(match)}-${parts.kind ?? ''}`,
	kind: 'position',
	orKind: [],
	statement: 'A fact.',
	polarity: 'affirmed',
	holder: null,
	value: null,
	match,
	nth: 1,
	accept: [],
	excerpt: false,
	optional: false,
	...parts
});

export const extraction = (facts: ExtractedFact[]): Extraction => ({
	source: { title: null, publisher: null, author: null, published: null, publishedFrom: 'none', language: 'en' },
	text: TEXT,
	facts,
	entities: {
		people: [
			{
				id: 'emmanuel-macron',
				name: 'Emmanuel Macron',
				family: 'Macron',
				order: 'given-first',
				country: 'France',
				aliases: [],
				offices: [],
				attended: []
			}
		],
		organisations: [],
		places: []
	},
	warnings: []
});
