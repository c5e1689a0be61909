import { inArray } from 'drizzle-orm';
import type { KnownFact, WorkbenchFact } from '#lib/domain/workbench.ts';
import type { Db } from '#lib/server/db/db.ts';
import { accounts } from '#lib/server/db/schema/learners.ts';
import type { FactRow } from './fact-row.ts';
import type { KnownBook } from './known.ts';

/** Facts as the page shows them: with what is known, the evidence they got from others, and who changed them last. */
export async function toView(db: Db, known: KnownBook, rows: readonly FactRow[]): Promise<WorkbenchFact[]> {
	const names = await namesOf(db, rows);
	return rows.map((row) => viewOf(row, known, names));
}

function viewOf(row: FactRow, known: KnownBook, names: ReadonlyMap<string, string>): WorkbenchFact {
	const { id, seq, state, madeBy, content, proposed, rejectReason, mergedInto, ruling, changedBy } = row;
	const relations = known.of(id, content);
	const living = state !== 'rejected' && state !== 'merged';
	return {
		id,
		seq,
		state,
		madeBy,
		fact: { ...content, evidence: evidenceOf(row, known) },
		...(proposed === null ? {} : { proposed }),
		...(rejectReason === null ? {} : { rejected: { reason: rejectReason, note: row.rejectNote ?? '' } }),
		...(mergedInto === null ? {} : { mergedInto }),
		known: relations,
		sources: known.sourcesOf(id),
		...(ruling === null ? {} : { ruling }),
		needsRuling: living && ruling === null && needsRuling(relations, known),
		changedBy: changedBy === null ? null : (names.get(changedBy) ?? 'a former member')
	};
}

/** A ruling is needed where a known fact says something else, unless it was given there. */
function needsRuling(relations: readonly KnownFact[], known: KnownBook): boolean {
	const differs = relations.filter(({ relation }) => relation === 'differs');
	return differs.length > 0 && differs.every(({ factId }) => known.rulingOf(factId) === null);
}

/** The places of this article, its own and those of facts that live on in it. */
function evidenceOf(row: FactRow, known: KnownBook): WorkbenchFact['fact']['evidence'] {
	const others = known.joined.of(row.id).filter(({ articleId }) => articleId === row.articleId);
	const all = [...row.content.evidence, ...others.map(({ start, end, text }) => ({ start, end, text }))];
	const seen = new Set<string>();
	return all.filter(({ start, end }) => !seen.has(`${start}-${end}`) && seen.add(`${start}-${end}`));
}

async function namesOf(db: Db, rows: readonly FactRow[]): Promise<Map<string, string>> {
	const ids = [...new Set(rows.flatMap(({ changedBy }) => changedBy ?? []))];
	if (ids.length === 0) return new Map();
	const found = await db
		.select({ id: accounts.learnerId, name: accounts.name })
		.from(accounts)
		.where(inArray(accounts.learnerId, ids));
	return new Map(found.map(({ id, name }) => [id, name]));
}
