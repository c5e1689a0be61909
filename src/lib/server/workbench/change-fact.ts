import { and, eq } from 'drizzle-orm';
import type { WorkbenchCommand } from '#lib/domain/workbench.ts';
import {
	accept,
	isAccepted,
	reject,
	reopen,
	rule,
	type Step as Transition
} from '#lib/domain/workspace/transitions.ts';
import { facts } from '#lib/server/db/schema/articles.ts';
import { storeChange, type Changing } from './changes.ts';
import { factsOfArticleQuery, toImage, type FactRow } from './fact-row.ts';
import { knownBook, type KnownBook } from './known.ts';
import { factAt, refuse, type Step, type Stepped } from './step.ts';

type OneFact = Extract<WorkbenchCommand, { do: 'accept' | 'reject' | 'rule' | 'reopen' }>;

const WORDS: Record<OneFact['do'], string> = {
	accept: 'Accepted',
	reject: 'Rejected',
	rule: 'Ruled on',
	reopen: 'Reopened'
};

/** Accepts, rejects, rules on or reopens one fact. */
export async function changeFact(step: Step, command: OneFact): Promise<Stepped> {
	const row = await factAt(step, command.id, command.seq);
	if ('ok' in row) return row;
	const known = await knownBook(step.tx, step.shipped, step.doing.workspaceId, [row.kind]);
	if (command.do === 'reject' && known.joined.of(row.id).length > 0) return refuse('others_live_in_it', row.id);
	const target = command.do === 'accept' ? await standing(step, sameAs(row, known)) : null;
	const next = transition(row, command, known, target);
	if (!next.ok) return refuse(next.code, row.id);
	await storeChange(step.tx, step.doing, labelOf(WORDS[command.do], row), [{ row, image: next.image }]);
	const into = next.image.mergedInto;
	return { ok: true, changed: [row.id, ...(into !== null && isOwn(into) ? [into] : [])] };
}

function transition(row: FactRow, command: OneFact, known: KnownBook, target: string | null): Transition {
	const image = toImage(row);
	switch (command.do) {
		case 'accept':
			return accept(image, target);
		case 'reject':
			return reject(image, command.reason, command.note);
		case 'rule':
			return rule(
				image,
				command.choice,
				known.of(row.id, row.content).some(({ relation }) => relation === 'differs')
			);
		case 'reopen':
			return reopen(image);
	}
}

/** The known fact in which an accepted one lives on. A fact that others live on in stays itself. */
function sameAs(row: FactRow, known: KnownBook): string | null {
	if (known.joined.of(row.id).length > 0) return null;
	return known.of(row.id, row.content).find(({ relation }) => relation === 'same')?.factId ?? null;
}

/**
 * A known fact, held, that may take another one in; null where somebody refused or merged it in the meantime. It may
 * belong to another article, which is not held.
 */
async function standing({ tx, doing }: Step, target: string | null): Promise<string | null> {
	if (target === null || !isOwn(target)) return target;
	const [row] = await tx
		.select({ state: facts.state })
		.from(facts)
		.where(and(eq(facts.workspaceId, doing.workspaceId), eq(facts.id, target)))
		.for('update');
	return row && isAccepted(row.state) ? target : null;
}

/** Accepts every proposal of the article that is at least so sure, in the order of the text, as one change. */
export async function acceptAbove(step: Step, confidence: number): Promise<Stepped> {
	const { tx, shipped, doing } = step;
	const rows = await factsOfArticleQuery(tx, doing.workspaceId, doing.articleId);
	const sure = rows.filter((row) => row.state === 'proposed' && row.content.confidence >= confidence);
	if (sure.length === 0) return { ok: true, changed: [] };
	const known = await knownBook(tx, shipped, doing.workspaceId);
	const changing: Changing[] = [];
	const taken = new Set<string>();
	for (const row of sure) {
		const same = sameAs(row, known);
		// One that is accepted by this very command stands as yet in memory alone, and its article is held.
		const target = same !== null && taken.has(same) ? same : await standing(step, same);
		const next = accept(toImage(row), target);
		if (!next.ok) continue;
		changing.push({ row, image: next.image });
		if (next.image.state === 'merged') continue;
		taken.add(row.id);
		known.learn(row.id, row.articleId, row.content);
	}
	await storeChange(tx, doing, `Accepted ${changing.length} at once`, changing);
	return { ok: true, changed: changing.map(({ row }) => row.id) };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Whether an id is that of a workspace's fact; those of the shipped bank are words. */
export function isOwn(factId: string): boolean {
	return UUID.test(factId);
}

/** What undo calls a change of one fact. */
export function labelOf(did: string, row: Pick<FactRow, 'content'>): string {
	const { statement } = row.content;
	return `${did} “${statement.length > 60 ? `${statement.slice(0, 59)}…` : statement}”`;
}
