import { asc, eq } from 'drizzle-orm';
import type { AcceptedFact, WorkspaceInput } from '#lib/domain/workspace/accepted-fact.ts';
import { gatherEntities } from '#lib/domain/workspace/gather-entities.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { paragraphStarts } from '#lib/server/bank/article-lines.ts';
import { toSource } from '#lib/server/bank/workspace-part.ts';
import type { Db } from '#lib/server/db/db.ts';
import { articles } from '#lib/server/db/schema/articles.ts';
import { topicsFor } from '#lib/server/lexicon/shared.ts';
import { acceptedQuery, knownBook, type KnownBook } from '#lib/server/workbench/known.ts';

/** Everything that a workspace's items are made from, and the topics by their names. */
export interface LoadedInput {
	input: WorkspaceInput;
	topics: { id: string; label: string }[];
}

/**
 * Reads a workspace's accepted facts with their evidence, also what they got from others, and their rulings. A fact that
 * differs from a known one and has no ruling yet is left out.
 */
export async function loadInput(db: Db, shipped: Shipped, workspaceId: string, seeds: string): Promise<LoadedInput> {
	const rows = await db.select().from(articles).where(eq(articles.workspaceId, workspaceId)).orderBy(asc(articles.id));
	const known = await knownBook(db, shipped, workspaceId);
	const accepted = await acceptedQuery(db, workspaceId);
	const topics = await topicsFor(db, workspaceId, seeds);
	const facts = accepted.sort(byPlace).flatMap((row) => toAccepted(row, known));
	const entities = gatherEntities(
		rows.map((row) => row.entities),
		facts,
		shipped.knowledge
	);
	const holders = new Set(facts.map(({ fact }) => fact.holderId));
	const acting = ({ id }: { id: string }) =>
		id !== 'both' && (holders.has(id) || entities.people.some(({ side, country }) => side === id || country === id));
	return {
		topics,
		input: {
			articles: rows.map((row) => ({
				...toSource(row, paragraphStarts(row.text).length),
				title: row.title,
				text: row.text
			})),
			facts,
			entities,
			topics,
			parties: (shipped.knowledge.parties ?? []).filter(acting)
		}
	};
}

interface AcceptedRow {
	id: string;
	articleId: string;
	content: AcceptedFact['fact'];
}

/** As they stand in the articles: of two questions that are alike the same one is made each time, whatever their ids. */
function byPlace(a: AcceptedRow, b: AcceptedRow): number {
	const startOf = ({ content }: AcceptedRow) => content.evidence[0]?.start ?? 0;
	const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
	return (
		order(a.articleId, b.articleId) ||
		startOf(a) - startOf(b) ||
		order(a.content.kind, b.content.kind) ||
		order(a.id, b.id)
	);
}

function toAccepted({ id, articleId, content }: AcceptedRow, known: KnownBook): AcceptedFact[] {
	const differs = known.of(id, content).filter(({ relation }) => relation === 'differs');
	const choice = known.rulingOf(id) ?? differs.map(({ factId }) => known.rulingOf(factId)).find((one) => one !== null);
	const [other] = differs;
	if (other && !choice) return [];
	const evidence = [...content.evidence.map((span) => ({ ...span, articleId })), ...known.joined.of(id)];
	const ruling = other && choice && { choice, other: { ...other, article: known.articleOf(other.factId) } };
	return [
		{
			id,
			fact: content,
			evidence: evidence.map(({ articleId: article, start, end }) => ({ article, start, end })),
			...(ruling ? { ruling } : {})
		}
	];
}
