import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { EvidenceSpan } from '#lib/domain/extraction/types.ts';
import type { FactImage } from '#lib/domain/workspace/transitions.ts';
import type { Db } from '#lib/server/db/db.ts';
import { facts } from '#lib/server/db/schema/articles.ts';

export type FactRow = typeof facts.$inferSelect;

/** What of a row a command may change. */
export function toImage(row: FactRow): FactImage {
	const { state, content, proposed, rejectReason, rejectNote, mergedInto, ruling } = row;
	const rejected = rejectReason === null ? null : { reason: rejectReason, note: rejectNote ?? '' };
	return { state, content, proposed, rejected, mergedInto, ruling };
}

/** The columns of those fields of an image that are there. */
export function toColumns({ state, content, proposed, rejected, mergedInto, ruling }: Partial<FactImage>) {
	return {
		...(state === undefined ? {} : { state }),
		...(content === undefined ? {} : { content, kind: content.kind, position: content.evidence[0]?.start ?? 0 }),
		...(proposed === undefined ? {} : { proposed }),
		...(rejected === undefined ? {} : { rejectReason: rejected?.reason ?? null, rejectNote: rejected?.note ?? null }),
		...(mergedInto === undefined ? {} : { mergedInto }),
		...(ruling === undefined ? {} : { ruling })
	} satisfies Partial<FactRow>;
}

/** The query behind the workbench: the facts of an article in the order of its text. */
export function factsOfArticleQuery(db: Db, workspaceId: string, articleId: string) {
	return db
		.select()
		.from(facts)
		.where(and(eq(facts.workspaceId, workspaceId), eq(facts.articleId, articleId)))
		.orderBy(asc(facts.position), asc(facts.id));
}

/** The query behind facts of a workspace by their ids; each id is one value of the statement. */
export function factsByIdQuery(db: Db, workspaceId: string, ids: readonly string[]) {
	return db
		.select()
		.from(facts)
		.where(and(eq(facts.workspaceId, workspaceId), inArray(facts.id, [...ids])));
}

/** Facts of a workspace by their ids. */
export async function factsById(db: Db, workspaceId: string, ids: readonly string[]): Promise<FactRow[]> {
	return ids.length === 0 ? [] : factsByIdQuery(db, workspaceId, ids);
}

/** A place of an article where a fact is said. */
export type PlacedEvidence = EvidenceSpan & { articleId: string };

/** What lives on in other facts: the evidence that each fact has got from others, by the fact's id. */
export class Joined {
	readonly #evidence = new Map<string, PlacedEvidence[]>();

	constructor(
		merged: readonly { id: string; mergedInto: string | null; articleId: string; evidence: EvidenceSpan[] }[]
	) {
		const into = new Map(merged.map(({ id, mergedInto }) => [id, mergedInto]));
		for (const { id, articleId, evidence } of merged) {
			const target = endOf(into, id);
			const places = evidence.map((span) => ({ ...span, articleId }));
			this.#evidence.set(target, [...(this.#evidence.get(target) ?? []), ...places]);
		}
	}

	of(factId: string): readonly PlacedEvidence[] {
		return this.#evidence.get(factId) ?? [];
	}

	/** Facts of the shipped bank and of the workspace that have got evidence from others. */
	targets(): string[] {
		return [...this.#evidence.keys()];
	}
}

/** The fact at the end of a chain of merged ones. */
function endOf(into: ReadonlyMap<string, string | null>, id: string): string {
	const seen = new Set([id]);
	let at = id;
	for (let next = into.get(at) ?? null; next !== null && !seen.has(next); next = into.get(at) ?? null) {
		seen.add(next);
		at = next;
	}
	return at;
}

/** The query behind what lives on in other facts: one range of an index that holds merged facts alone. */
export function mergedQuery(db: Db, workspaceId: string) {
	return db
		.select({
			id: facts.id,
			mergedInto: facts.mergedInto,
			articleId: facts.articleId,
			content: facts.content
		})
		.from(facts)
		.where(and(eq(facts.workspaceId, workspaceId), isNotNull(facts.mergedInto)));
}

/** The evidence that facts of a workspace have got from others. */
export async function joinedIn(db: Db, workspaceId: string): Promise<Joined> {
	const rows = await mergedQuery(db, workspaceId);
	return new Joined(rows.map(({ content, ...row }) => ({ ...row, evidence: content.evidence })));
}
