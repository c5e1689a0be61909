import { and, eq } from 'drizzle-orm';
import type { ErrorCode } from '#lib/domain/errors.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { ArticleRow } from '#lib/server/articles/article-row.ts';
import { facts } from '#lib/server/db/schema/articles.ts';
import type { Doing } from './changes.ts';
import type { FactRow } from './fact-row.ts';

/** What a step of a command came to: which facts to show, or why it was refused and how they stand. */
export type Stepped =
	{ ok: true; changed: string[]; removed?: string[] } | { ok: false; code: ErrorCode; current: string[] };

/** What every step works with: the article is held until the transaction ends. */
export interface Step {
	tx: Db;
	shipped: Shipped;
	doing: Doing;
	article: ArticleRow;
}

/** A step that cannot be taken, with the facts as they stand. */
export function refuse(code: ErrorCode, ...current: string[]): Stepped {
	return { ok: false, code, current };
}

/** A fact of the article in the state that the command was made for, held; or why not. */
export async function factAt({ tx, doing }: Step, id: string, seq: number): Promise<FactRow | Stepped> {
	const [row] = await tx
		.select()
		.from(facts)
		.where(and(eq(facts.workspaceId, doing.workspaceId), eq(facts.id, id)))
		.for('update');
	if (!row || row.articleId !== doing.articleId) return refuse('unknown_fact');
	return row.seq === seq ? row : refuse('stale_fact', id);
}
