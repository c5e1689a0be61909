import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { facts } from '#lib/server/db/schema/articles.ts';

/** Whose the facts of an article are, each once. */
export async function holdersIn(
	db: Db,
	workspaceId: string,
	articleId: string
): Promise<{ holder: string | null; holderId: string | null }[]> {
	return db
		.selectDistinct({
			holder: sql<string | null>`${facts.content} ->> 'holder'`,
			holderId: sql<string | null>`${facts.content} ->> 'holderId'`
		})
		.from(facts)
		.where(and(eq(facts.workspaceId, workspaceId), eq(facts.articleId, articleId)));
}
