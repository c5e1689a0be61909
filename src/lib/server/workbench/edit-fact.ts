import { and, eq } from 'drizzle-orm';
import { ownContent } from '#lib/domain/workspace/own-content.ts';
import type { FactEdit, WorkbenchCommand } from '#lib/domain/workbench.ts';
import { applyEdit, BY_HAND, withEntities, type EditResult } from '#lib/domain/workspace/apply-edit.ts';
import { makeNameBook, type NameBook } from '#lib/domain/workspace/name-book.ts';
import { added, edit, type FactContent } from '#lib/domain/workspace/transitions.ts';
import { articles, facts } from '#lib/server/db/schema/articles.ts';
import { renewRevision } from '#lib/server/workspaces/revision.ts';
import { labelOf } from './change-fact.ts';
import { noteChange, storeChange } from './changes.ts';
import { joinedIn, toColumns, toImage } from './fact-row.ts';
import { holdersIn } from './holders.ts';
import { factAt, refuse, type Step, type Stepped } from './step.ts';

/** Sets what a person wrote of a fact instead of what was proposed. */
export async function editFact(
	step: Step,
	{ id, seq, edit: wanted }: Extract<WorkbenchCommand, { do: 'edit' }>
): Promise<Stepped> {
	const row = await factAt(step, id, seq);
	if ('ok' in row) return row;
	// The page sends all places it shows; those that other facts brought along stay theirs.
	const joined = (await joinedIn(step.tx, step.doing.workspaceId)).of(id);
	const result = await written(step, ownContent(wanted, row.content.evidence, joined), row.content);
	if (!result.ok) return refuse(result.code, id);
	const next = edit(toImage(row), result.content, row.madeBy);
	if (!next.ok) return refuse(next.code, id);
	await addEntities(step, result);
	await storeChange(step.tx, step.doing, labelOf('Edited', row), [{ row, image: next.image }]);
	return { ok: true, changed: [id] };
}

/** Adds a fact that the rules did not find. Its id is made by the page: sent twice it is added once. */
export async function addFact(
	step: Step,
	{ id, edit: wanted }: Extract<WorkbenchCommand, { do: 'add' }>
): Promise<Stepped> {
	const { tx, doing } = step;
	const result = await written(step, wanted, null);
	if (!result.ok) return refuse(result.code);
	const image = added(result.content);
	const { workspaceId, articleId, learnerId, now } = doing;
	const made = await tx
		.insert(facts)
		.values({
			workspaceId,
			id,
			articleId,
			seq: 0,
			state: image.state,
			madeBy: 'hand',
			kind: image.content.kind,
			content: image.content,
			rule: BY_HAND,
			confidence: 1,
			position: toColumns(image).position ?? 0,
			changedBy: learnerId,
			changedAt: now
		})
		.onConflictDoNothing()
		.returning({ id: facts.id });
	if (made.length === 0) return addedBefore(step, id);
	await addEntities(step, result);
	// Accepted as it is added: items are made of it.
	await renewRevision(tx, workspaceId, now);
	await noteChange(tx, doing, labelOf('Added', { content: image.content }), [{ id, before: null, after: image }]);
	return { ok: true, changed: [id] };
}

/** The id is taken: by the same command sent before, or by a fact of somewhere else. */
async function addedBefore({ tx, doing }: Step, id: string): Promise<Stepped> {
	const [row] = await tx
		.select({ articleId: facts.articleId, madeBy: facts.madeBy })
		.from(facts)
		.where(and(eq(facts.workspaceId, doing.workspaceId), eq(facts.id, id)));
	const mine = row?.articleId === doing.articleId && row.madeBy === 'hand';
	return mine ? { ok: true, changed: [id] } : refuse('fact_id_used');
}

async function written(step: Step, wanted: FactEdit, before: FactContent | null): Promise<EditResult> {
	return applyEdit(wanted, { text: step.article.text, names: await namesFor(step), before });
}

async function namesFor({ tx, shipped, doing, article }: Step): Promise<NameBook> {
	const { people, organisations, places, parties = [] } = shipped.knowledge;
	return makeNameBook({
		holders: await holdersIn(tx, doing.workspaceId, doing.articleId),
		entities: [article.entities, { people, organisations, places }],
		parties
	});
}

/** Keeps whom an edit named for the first time. */
async function addEntities({ tx, doing, article }: Step, result: Extract<EditResult, { ok: true }>): Promise<void> {
	if (result.people.length + result.places.length === 0) return;
	await tx
		.update(articles)
		.set({ entities: withEntities(article.entities, result) })
		.where(and(eq(articles.workspaceId, doing.workspaceId), eq(articles.id, doing.articleId)));
}
