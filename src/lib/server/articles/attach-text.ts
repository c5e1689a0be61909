import { and, eq, isNotNull } from 'drizzle-orm';
import type { SourceProposal } from '#lib/domain/articles/types.ts';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Source } from '#lib/domain/facts/entity-schema.ts';
import type { Knowledge } from '#lib/domain/facts/knowledge.ts';
import { sourcesIn } from '#lib/domain/facts/sources-in.ts';
import { Anchors } from '#lib/domain/workspace/passages.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { articles } from '#lib/server/db/schema/articles.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { renewRevision } from '#lib/server/workspaces/revision.ts';
import { getLocale } from '#lib/tongue/locale.ts';
import { findByHash, storeArticle, type Storing } from './import-article.ts';
import { readFrom, type ArticleFrom, type ReadingTools } from './read-from.ts';

/** How many of the places that the bank cites of a source were found in a text. */
export interface Resolved {
	anchors: number;
	resolved: number;
}

/**
 * Gives a shipped source its text, which the project itself does not hold: its members then see the passages that the
 * bank cites. An article of the workspace with the same text becomes that source's.
 * @returns how many of the bank's places were found; `text_of_another` where none was, `source_attached` where the
 * source has another text already
 */
export async function attachText(
	db: Db,
	{ knowledge }: Shipped,
	learner: Learner,
	workspaceId: string,
	sourceId: string,
	from: ArticleFrom,
	now: Date,
	tools: ReadingTools = {}
): Promise<({ ok: true; articleId: string } & Resolved) | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const source = knowledge.sources.find(({ id }) => id === sourceId);
	if (!source) return failure('unknown_source');
	const read = await readFrom(from, { workspaceId, learnerId: learner.id }, tools);
	if (!read.ok) return read;
	const found = resolve(knowledge, sourceId, read.article.text);
	if (found.resolved === 0) return failure('text_of_another');
	const particulars = particularsOf(source, read.article.source.language);
	const storing = { workspaceId, learner, article: read.article, source: particulars, now };
	const stored = await inTransaction(db, (tx) => store(tx, { ...storing, attachedTo: sourceId, label: source.label }));
	return stored.ok ? { ...stored, ...found } : stored;
}

/** What is known of a shipped source already; its day may be known by its month alone, and an article's is a day. */
function particularsOf(
	{ title, publisher, author, published, publishedFrom }: Source,
	language: string
): SourceProposal {
	const day = published?.length === 10 ? published : null;
	return { title, publisher, author, published: day, publishedFrom: day === null ? 'none' : publishedFrom, language };
}

async function store(tx: Db, storing: Storing & { attachedTo: string }): Promise<Stored | Failure> {
	const { workspaceId, attachedTo, article, now } = storing;
	const known = await findByHash(tx, workspaceId, article.sha256);
	const [taken] = await tx
		.select({ id: articles.id })
		.from(articles)
		.where(and(eq(articles.workspaceId, workspaceId), eq(articles.attachedTo, attachedTo)));
	if (taken) return taken.id === known ? { ok: true, articleId: taken.id } : failure('source_attached');
	const stored = known ? { ok: true as const, id: known } : await storeArticle(tx, storing);
	if (!stored.ok) return stored;
	await tx
		.update(articles)
		.set({ attachedTo })
		.where(and(eq(articles.workspaceId, workspaceId), eq(articles.id, stored.id)));
	await renewRevision(tx, workspaceId, now);
	return { ok: true, articleId: stored.id };
}

interface Stored {
	ok: true;
	articleId: string;
}

/** How many places that the bank cites of a source stand in a text. */
function resolve({ facts }: Knowledge, sourceId: string, text: string): Resolved {
	const anchors = new Anchors(text);
	const cited = facts.flatMap(({ evidence, contra }) => [...evidence, ...contra]);
	const places = new Map(
		cited.filter(({ source }) => source === sourceId).map((e) => [`${e.paragraph}:${e.anchor}`, e] as const)
	);
	const resolved = [...places.values()].filter(({ paragraph, anchor }) => anchors.find(paragraph, anchor));
	return { anchors: places.size, resolved: resolved.length };
}

/** A shipped source with the text that a workspace gave it. */
export type Attachment = { id: string; label: string; title: string; articleId: string | null } & Resolved;

/** The shipped sources, each with whether the workspace has its text. */
export async function attachments(
	db: Db,
	{ knowledge }: Shipped,
	learner: Learner,
	workspaceId: string
): Promise<{ ok: true; sources: Attachment[] } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const rows = await db
		.select({ id: articles.id, attachedTo: articles.attachedTo, text: articles.text })
		.from(articles)
		.where(and(eq(articles.workspaceId, workspaceId), isNotNull(articles.attachedTo)));
	const sources = sourcesIn(getLocale(), knowledge.sources).map(({ id, label, title }) => {
		const row = rows.find(({ attachedTo }) => attachedTo === id);
		return { id, label, title, articleId: row?.id ?? null, ...resolve(knowledge, id, row?.text ?? '') };
	});
	return { ok: true, sources };
}
