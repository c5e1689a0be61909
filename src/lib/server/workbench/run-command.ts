import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { errorText } from '#lib/server/error-text.ts';
import type { WorkbenchAnswer, WorkbenchCommand } from '#lib/domain/workbench.ts';
import { commandSchema } from '#lib/domain/workspace/command-schema.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { lockArticle } from '#lib/server/articles/article-row.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { addFact, editFact } from './edit-fact.ts';
import { factsById } from './fact-row.ts';
import { progressOf, undoLabel, type Doing } from './changes.ts';
import { knownBook } from './known.ts';
import { acceptAbove, changeFact } from './change-fact.ts';
import { mergeFact } from './merge-fact.ts';
import type { Step, Stepped } from './step.ts';
import { undoChange } from './undo-change.ts';
import { toView } from './view.ts';

/**
 * Does what a person asked for at the workbench: one transaction, noted so that it can be taken back. A command on an
 * older state of a fact is refused with the fact as it stands.
 * @param command a `WorkbenchCommand`
 */
export async function runCommand(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	workspaceId: string,
	articleId: string,
	command: unknown,
	now: Date
): Promise<WorkbenchAnswer> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return refusal(editor);
	const checked = v.safeParse(commandSchema, command);
	if (!checked.success) return refusal(failure('invalid_input'));
	return inTransaction(db, async (tx) => {
		const article = await lockArticle(tx, workspaceId, articleId);
		if (!article) return refusal(failure('unknown_article'));
		if (article.status !== 'ready') return refusal(failure('article_not_confirmed'));
		const doing = { workspaceId, articleId, learnerId: learner.id, now };
		const stepped = await take({ tx, shipped, doing, article }, checked.output);
		return answerOf(tx, shipped, doing, stepped);
	});
}

function take(step: Step, command: WorkbenchCommand): Promise<Stepped> {
	switch (command.do) {
		case 'edit':
			return editFact(step, command);
		case 'add':
			return addFact(step, command);
		case 'merge':
			return mergeFact(step, command);
		case 'accept-above':
			return acceptAbove(step, command.confidence);
		case 'undo':
			return undoChange(step);
		default:
			return changeFact(step, command);
	}
}

/** The facts as they now stand, read anew: what the page shows is what the database holds. */
async function answerOf(tx: Db, shipped: Shipped, doing: Doing, stepped: Stepped): Promise<WorkbenchAnswer> {
	const { workspaceId, articleId, learnerId } = doing;
	const rows = await factsById(tx, workspaceId, stepped.ok ? stepped.changed : stepped.current);
	const kinds = [...new Set(rows.map(({ kind }) => kind))];
	const known = await knownBook(tx, shipped, workspaceId, kinds);
	const facts = await toView(tx, known, rows);
	const undo = await undoLabel(tx, workspaceId, articleId, learnerId);
	if (!stepped.ok) return { ok: false, code: stepped.code, message: errorText(stepped.code), facts, undo };
	const progress = await progressOf(tx, workspaceId, articleId);
	return { ok: true, facts, progress, undo, ...(stepped.removed ? { removed: stepped.removed } : {}) };
}

function refusal({ code }: Failure): WorkbenchAnswer {
	return { ok: false, code, message: errorText(code), facts: [] };
}
