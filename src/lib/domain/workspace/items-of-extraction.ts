import type { Extraction } from '../extraction/types.ts';
import type { Finding } from '../items/lint/finding.ts';
import type { Item } from '../items/types.ts';
import type { AcceptedFact, WorkspaceInput } from './accepted-fact.ts';
import { knowledgeOf } from './knowledge-of.ts';
import { workspaceItems } from './workspace-items.ts';

/** Proposals that are less sure are not asked about unseen. */
const SURE = 0.82;
const ARTICLE = 'article';

/** "The article" says less than whose it is. */
const named = (label: string, author: string | null): string =>
	/^the article$/i.test(label) && author !== null && isName(author) ? `${readable(author)}’s article` : label;

/** Two words at least, and none of those by which a page names its own parts. */
const isName = (author: string): boolean =>
	author.trim().includes(' ') &&
	!/\b(?:note|desk|staff|office|media|team|newsroom|alert|briefing|statement|readout|release|analysis|opinion)\b/i.test(
		author
	);

/** A byline in capitals as a name is written. */
const readable = (author: string): string =>
	/\p{Ll}/u.test(author.replace(/ and /g, ' '))
		? author
		: author.toLowerCase().replace(/(?<![\p{L}’'])(?!and )\p{Ll}/gu, (letter) => letter.toUpperCase());

/**
 * The items that an article's proposals would make if all that are fairly sure were accepted.
 * @param label how questions call the article: "Kyodo News"
 * @param parties names of the states that act, where more is known of them than the facts tell
 * @returns the items, and the findings for which others were left out
 */
export function itemsOfExtraction(
	extraction: Extraction,
	label: string,
	parties: WorkspaceInput['parties'] = []
): { items: Item[]; findings: Finding[] } {
	const { source, text, entities } = extraction;
	const { title, publisher, author, published } = source;
	const facts = extraction.facts
		.filter((fact) => fact.confidence >= SURE)
		.map(({ id, ...fact }): AcceptedFact => {
			const evidence = fact.evidence.map(({ start, end }) => ({ article: ARTICLE, start, end }));
			return { id, fact, evidence };
		});
	const knowledge = knowledgeOf({
		articles: [
			{ id: ARTICLE, label: named(label, author), title, publisher, author, published, text, closeness: 'wire' }
		],
		facts,
		entities,
		topics: [],
		parties
	});
	const { items, findings, withheld } = workspaceItems(knowledge, new Map());
	return { items, findings: [...findings, ...withheld] };
}
