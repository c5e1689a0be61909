import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { publishedQuery } from '#lib/server/bank/workspace-part.ts';
import { openReportsQuery } from '#lib/server/reports/list-reports.ts';
import { lastChangeQuery } from '#lib/server/workbench/changes.ts';
import { factsOfArticleQuery, mergedQuery } from '#lib/server/workbench/fact-row.ts';
import { acceptedQuery } from '#lib/server/workbench/known.ts';
import { membershipsQuery } from '#lib/server/workspaces/list-workspaces.ts';
import { articles } from '#lib/server/db/schema/articles.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf as planOfQuery } from './plan-of.ts';
import { MORNING, newLearner } from './workspace-fixture.ts';

describeOnEachDatabase('the queries of workspaces', (on) => {
	const planOf = (query: Parameters<typeof planOfQuery>[1]) => planOfQuery(on.db, query);

	describe('each read one range of an index', () => {
		const [learner, workspace] = [randomUUID(), randomUUID()];
		const ids = Array.from({ length: 50 }, () => randomUUID());
		const [article = ''] = ids;
		const chosen = (texts: string[], type: string) =>
			sql.raw(`(array[${texts.map((text) => `'${text}'`).join()}]::${type}[])[n % ${texts.length} + 1]`);
		const kinds = ['date', 'event', 'participant', 'agreement', 'position', 'figure', 'place', 'quotation'];

		// Of an empty table every index is as good as another: so there are rows to choose among.
		beforeAll(async () => {
			const owner = await newLearner(on.db);
			await on.db
				.insert(workspaces)
				.values({ id: workspace, name: 'W', revision: 'r', loadedAt: MORNING, ownerId: owner.id, createdAt: MORNING });
			const row = {
				workspaceId: workspace,
				label: 'a',
				publishedFrom: 'none' as const,
				language: 'en',
				text: 't',
				format: 'text' as const,
				status: 'ready' as const,
				warnings: [],
				entities: { people: [], organisations: [], places: [] },
				createdBy: owner.id,
				createdAt: MORNING
			};
			await on.db.insert(articles).values(ids.map((id) => ({ ...row, id, sha256: id })));
			await on.db.execute(sql`insert into facts (workspace_id, id, article_id, seq, state, made_by, kind, content, rule,
				confidence, position, changed_at)
				select ${workspace}, gen_random_uuid(), ${chosen(ids, 'uuid')}, 0, 'proposed', 'rule', ${chosen(kinds, 'text')},
				'{}', 'rule-' || n % 30, 0.5, n, now() from generate_series(1, 4000) as n`);
			await on.db.execute(sql`analyze facts`);
		});

		it('for the workspaces of a learner, with every request', async () => {
			expect(await planOf(membershipsQuery(on.db, learner))).toMatch(/workspace_members_learner_id_workspace_id_pk/);
		});

		it('for the published items of a workspace', async () => {
			expect(await planOf(publishedQuery(on.db, workspace))).toMatch(/items_order|items_workspace_id_id_pk/);
		});

		it('for the facts of an article, those that are known, and those that live on in others', async () => {
			expect(await planOf(factsOfArticleQuery(on.db, workspace, article))).toMatch(/facts_article/);
			expect(await planOf(acceptedQuery(on.db, workspace, ['figure']))).toMatch(/facts_kind/);
			expect(await planOf(mergedQuery(on.db, workspace))).toMatch(/facts_merged/);
		});

		it('for undo and for reports', async () => {
			expect(await planOf(lastChangeQuery(on.db, workspace, article, learner))).toMatch(/changes_last/);
			expect(await planOf(openReportsQuery(on.db, workspace, 0, 50))).toMatch(/item_reports_workspace/);
		});
	});
});
