import { resolve } from 'node:path';
import { and, count, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Extraction } from '#lib/domain/extraction/types.ts';
import { plainText } from '#lib/domain/workspace/plain-text.ts';
import { ruleConfidence } from '#lib/domain/workspace/rule-confidence.ts';
import { contentOf } from '#lib/domain/workspace/transitions.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { articles, facts } from '#lib/server/db/schema/articles.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import { entriesOf } from '#lib/server/lexicon/entries.ts';
import { countsByRule } from '#lib/server/lexicon/rule-statistics.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { renewRevision } from '#lib/server/workspaces/revision.ts';
import { findArticle, lockArticle, type ArticleRow } from './article-row.ts';
import { extractionPool } from './extraction-pool.ts';
import type { ReadingTools } from './read-from.ts';

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const isDay = (text: string) => DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** An article's particulars as a person confirms them. */
export const particularsSchema = v.strictObject({
	title: v.nullable(plainText(500)),
	/** How learners read its name inside a sentence. */
	label: plainText(100),
	publisher: v.nullable(plainText(200)),
	author: v.nullable(plainText(200)),
	published: v.nullable(v.pipe(v.string(), v.check(isDay))),
	dateUnknown: v.boolean()
});
export type Particulars = v.InferOutput<typeof particularsSchema>;

/**
 * Confirms an article's particulars and reads it for facts: its relative dates are told by the day of publication, or
 * left out where somebody said that it is not known. Confirmed again, the facts stay as they are, unless the day is
 * another one and nobody has touched them yet.
 * @param input `Particulars`
 * @returns how many facts it now has; `date_missing` without a day and without the word that it is not known
 */
export async function confirmArticle(
	db: Db,
	learner: Learner,
	workspaceId: string,
	articleId: string,
	input: unknown,
	now: Date,
	tools: ReadingTools = {}
): Promise<{ ok: true; facts: number } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(particularsSchema, input);
	if (!checked.success) return failure('invalid_input');
	const particulars = checked.output;
	if ((particulars.published === null) !== particulars.dateUnknown) return failure('date_missing');
	const article = await findArticle(db, workspaceId, articleId);
	if (!article) return failure('unknown_article');
	if (!(await isToBeRead(db, article, particulars))) return keepFacts(db, article, particulars, now);
	const entries = await entriesOf(db, workspaceId);
	const { pool = extractionPool(), seeds = resolve('seeds') } = tools;
	const { text } = article;
	const { published, title, publisher, author } = particulars;
	const metadata = { title: title ?? undefined, publisher: publisher ?? undefined, author: author ?? undefined };
	const asker = { workspaceId, learnerId: learner.id };
	const read = await pool.run({ what: 'facts', seeds, text, metadata, published, entries }, asker);
	if (!read.ok) return read;
	return storeFacts(db, { article, particulars, extraction: read.extraction, learner, now });
}

/** Whether an article has to be read: for the first time, or anew because its day is another one. */
async function isToBeRead(db: Db, article: ArticleRow, particulars: Particulars): Promise<boolean> {
	if (article.status === 'imported') return true;
	if (article.published === particulars.published && article.dateUnknown === particulars.dateUnknown) return false;
	return !(await isTouched(db, article));
}

/** Whether a person has changed or added a fact of the article, or lets one of another article live on in its facts. */
async function isTouched(db: Db, { workspaceId, id }: ArticleRow): Promise<boolean> {
	const own = and(eq(facts.workspaceId, workspaceId), eq(facts.articleId, id));
	const [touched] = await db
		.select({ id: facts.id })
		.from(facts)
		.where(and(own, isNotNull(facts.changedBy)))
		.limit(1);
	if (touched) return true;
	const ids = db
		.select({ id: sql<string>`${facts.id}::text` })
		.from(facts)
		.where(own);
	const [leaning] = await db
		.select({ id: facts.id })
		.from(facts)
		.where(and(eq(facts.workspaceId, workspaceId), inArray(facts.mergedInto, ids)))
		.limit(1);
	return leaning !== undefined;
}

function columnsOf(article: ArticleRow, particulars: Particulars) {
	const { title, label, publisher, author, published, dateUnknown } = particulars;
	// A day that was proposed and is confirmed keeps saying where it came from.
	const kept = article.published === published ? article.publishedFrom : 'given';
	const publishedFrom = published === null ? ('none' as const) : kept;
	return { title, label, publisher, author, published, dateUnknown, publishedFrom };
}

async function keepFacts(
	db: Db,
	article: ArticleRow,
	particulars: Particulars,
	now: Date
): Promise<{ ok: true; facts: number }> {
	const { workspaceId, id } = article;
	return inTransaction(db, async (tx) => {
		await tx
			.update(articles)
			.set(columnsOf(article, particulars))
			.where(and(eq(articles.workspaceId, workspaceId), eq(articles.id, id)));
		await renewRevision(tx, workspaceId, now);
		const [there] = await tx
			.select({ number: count() })
			.from(facts)
			.where(and(eq(facts.workspaceId, workspaceId), eq(facts.articleId, id)));
		return { ok: true, facts: there?.number ?? 0 };
	});
}

interface Storing {
	article: ArticleRow;
	particulars: Particulars;
	extraction: Extraction;
	learner: Learner;
	now: Date;
}

/** Replaces the proposals of an article by new ones, unless somebody has touched them while it was being read. */
async function storeFacts(
	db: Db,
	{ article, particulars, extraction, now }: Storing
): Promise<{ ok: true; facts: number } | Failure> {
	const { workspaceId, id } = article;
	return inTransaction(db, async (tx) => {
		const held = await lockArticle(tx, workspaceId, id);
		if (!held) return failure('unknown_article');
		if (await isTouched(tx, held)) return keepFacts(tx, held, particulars, now);
		await tx.delete(facts).where(and(eq(facts.workspaceId, workspaceId), eq(facts.articleId, id)));
		const { entities } = extraction;
		const warnings = [...article.warnings, ...extraction.warnings].filter(
			({ code }, at, all) => all.findIndex((other) => other.code === code) === at
		);
		await tx
			.update(articles)
			.set({ ...columnsOf(held, particulars), status: 'ready', entities, warnings })
			.where(and(eq(articles.workspaceId, workspaceId), eq(articles.id, id)));
		await insertProposals(tx, workspaceId, id, extraction, now);
		await renewRevision(tx, workspaceId, now);
		return { ok: true, facts: extraction.facts.length };
	});
}

const ROWS_A_STATEMENT = 500;

/** Stores what the rules propose, each as sure as its rule has proved to be in this workspace. */
async function insertProposals(
	tx: Db,
	workspaceId: string,
	articleId: string,
	extraction: Extraction,
	now: Date
): Promise<void> {
	const counts = await countsByRule(tx, workspaceId);
	const rows = extraction.facts.map((fact) => {
		const content = contentOf(fact);
		const seen = counts.get(content.rule);
		const confidence = seen ? ruleConfidence(content.confidence, seen) : content.confidence;
		return {
			workspaceId,
			id: uuidv7(now),
			articleId,
			seq: 0,
			state: 'proposed' as const,
			madeBy: 'rule' as const,
			kind: content.kind,
			content: { ...content, confidence },
			rule: content.rule,
			confidence: content.confidence,
			position: content.evidence[0]?.start ?? 0,
			changedAt: now
		};
	});
	for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
		await tx.insert(facts).values(rows.slice(from, from + ROWS_A_STATEMENT));
}
