import { randomBytes, randomUUID } from 'node:crypto';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { FactEdit, Workbench, WorkbenchAnswer, WorkbenchFact } from '#lib/domain/workbench.ts';
import { confirmArticle } from '#lib/server/articles/confirm-article.ts';
import { ExtractionPool } from '#lib/server/articles/extraction-pool.ts';
import { importArticle } from '#lib/server/articles/import-article.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { accounts, learners } from '#lib/server/db/schema/learners.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { openWorkbench } from '#lib/server/workbench/open-workbench.ts';
import { runCommand } from '#lib/server/workbench/run-command.ts';
import { createWorkspace } from '#lib/server/workspaces/create-workspace.ts';
import { invite } from '#lib/server/workspaces/invite.ts';
import { joinWorkspace } from '#lib/server/workspaces/join-workspace.ts';

export const MORNING = new Date('2026-03-02T10:00:00Z');
export const minutes = (n: number) => new Date(MORNING.getTime() + n * 60_000);

/** Two invented articles about one meeting; the second one differs in a figure and a day. */
export const ARTICLE = [
	'Kishida and Macron open energy talks in Lyon',
	'LYON, March 4, 2024 (Wire) — French President Emmanuel Macron and Japanese Prime Minister Fumio Kishida met in Lyon on March 4, 2024.',
	'The two leaders agreed to resume talks on hydrogen exports and to share data on coastal erosion.',
	'Macron said France opposed new tariffs on electric cars.',
	'Kishida pledged to lift the ban on poultry imports.',
	'“We have no time to lose on hydrogen,” Kishida said.',
	'The two sides reached no agreement on fishing quotas.',
	'France will invest 40 million euros in a port at Yokohama.'
].join('\n');

export const OTHER_ARTICLE = [
	'Lyon talks end with a hydrogen pledge',
	'PARIS, March 6, 2024 (Other Wire) — Japanese Prime Minister Fumio Kishida and French President Emmanuel Macron met in Lyon on March 5, 2024.',
	'The two leaders agreed to resume talks on hydrogen exports.',
	'France will invest 45 million euros in a port at Yokohama.'
].join('\n');

/** One thread for all suites of a file, so that the lexicon is read once. */
export const pool = new ExtractionPool();

/** A learner, with an account unless she is a guest. */
export async function newLearner(db: Db, name: string | null = 'Teacher'): Promise<Learner> {
	const learner = { id: uuidv7(MORNING, randomBytes(16)), settings: DEFAULT_SETTINGS };
	await db.insert(learners).values({ ...learner, createdAt: MORNING });
	if (name !== null) {
		const email = `${learner.id}@example.org`;
		await db.insert(accounts).values({ learnerId: learner.id, name, email, passwordHash: 'none', createdAt: MORNING });
	}
	return learner;
}

export async function newWorkspace(db: Db, owner: Learner, name = 'Lyon'): Promise<string> {
	const made = await createWorkspace(db, owner, { name }, MORNING);
	if (!made.ok) throw new Error(made.code);
	return made.id;
}

/** A learner who has joined a workspace by a link. */
export async function newMember(
	db: Db,
	owner: Learner,
	workspaceId: string,
	role: 'editor' | 'learner',
	name: string | null = 'Member'
): Promise<Learner> {
	const link = await invite(db, owner, workspaceId, { role }, MORNING);
	if (!link.ok) throw new Error(link.code);
	const member = await newLearner(db, name);
	const joined = await joinWorkspace(db, member, link.token, MORNING);
	if (!joined.ok) throw new Error(joined.code);
	return member;
}

/** An article with its facts proposed. */
export async function newArticle(
	db: Db,
	owner: Learner,
	workspaceId: string,
	text = ARTICLE,
	label = 'the Lyon report',
	published: string | null = '2024-03-04'
): Promise<string> {
	const made = await importArticle(db, owner, workspaceId, { from: 'text', text }, MORNING, { pool });
	if (!made.ok) throw new Error(made.code);
	const particulars = { title: 'Talks in Lyon', label, publisher: null, author: null };
	const input = { ...particulars, published, dateUnknown: published === null };
	const confirmed = await confirmArticle(db, owner, workspaceId, made.id, input, MORNING, { pool });
	if (!confirmed.ok) throw new Error(confirmed.code);
	return made.id;
}

/** The workbench of one person on one article. */
export class Bench {
	constructor(
		readonly db: Db,
		readonly shipped: Shipped,
		readonly who: Learner,
		readonly workspaceId: string,
		readonly articleId: string
	) {}

	async open(): Promise<Workbench> {
		const opened = await openWorkbench(this.db, this.shipped, this.who, this.workspaceId, this.articleId);
		if (!opened.ok) throw new Error(opened.code);
		return opened.workbench;
	}

	run(command: unknown, now = MORNING): Promise<WorkbenchAnswer> {
		return runCommand(this.db, this.shipped, this.who, this.workspaceId, this.articleId, command, now);
	}

	/** Runs a command that must be taken. */
	async done(command: unknown, now = MORNING): Promise<Extract<WorkbenchAnswer, { ok: true }>> {
		const answer = await this.run(command, now);
		if (!answer.ok) throw new Error(answer.code);
		return answer;
	}

	/** Adds a fact by hand whose evidence are words of the article. */
	async add(text: string, words: string, fact: Partial<FactEdit>, id: string = randomUUID()): Promise<WorkbenchFact> {
		const answer = await this.done({ do: 'add', id, edit: edit(text, words, fact) });
		return answer.facts[0]!;
	}

	async fact(id: string): Promise<WorkbenchFact> {
		return (await this.open()).facts.find((fact) => fact.id === id)!;
	}
}

/** What a person would type of a fact. */
export function edit(text: string, words: string, fact: Partial<FactEdit>): FactEdit {
	const start = text.indexOf(words);
	if (start < 0) throw new Error(`the article has no “${words}”`);
	return {
		kind: 'figure',
		topic: 'economy',
		statement: words,
		modality: 'announced',
		polarity: 'affirmed',
		holder: 'France',
		value: null,
		unit: null,
		evidence: [{ start, end: start + words.length }],
		...fact
	};
}
