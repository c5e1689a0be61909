import { and, eq, ne, sql } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import { ruleConfidence, type RuleCounts } from '#lib/domain/workspace/rule-confidence.ts';
import { BY_HAND } from '#lib/domain/workspace/apply-edit.ts';
import type { Db } from '#lib/server/db/db.ts';
import { facts } from '#lib/server/db/schema/articles.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';

/** How a rule has done in a workspace. */
export interface RuleStatistics {
	rule: string;
	fired: number;
	accepted: number;
	edited: number;
	/** All that were refused, also those that were no fault of the rule's. */
	rejected: number;
	/** How sure the rule now is, 0 to 1. */
	confidence: number;
}

/** Every rule that fired on a workspace's articles, the most frequent first. */
export async function ruleStatistics(
	db: Db,
	learner: Learner,
	workspaceId: string
): Promise<{ ok: true; rules: RuleStatistics[] } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const counts = await countsByRule(db, workspaceId);
	const rules = Array.from(counts, ([rule, counted]) => {
		const { fired, accepted, edited, rejected } = counted;
		return { rule, fired, accepted, edited, rejected, confidence: ruleConfidence(counted.prior, counted) };
	});
	return { ok: true, rules: rules.sort((a, b) => b.fired - a.fired || (a.rule < b.rule ? -1 : 1)) };
}

type Counted = RuleCounts & { rejected: number; prior: number };

/** What became of each rule's proposals in a workspace; the prior is the mean of what the rule itself was sure of. */
export async function countsByRule(db: Db, workspaceId: string): Promise<Map<string, Counted>> {
	const edited = sql`${facts.proposed} is not null`;
	const lives = sql`${facts.state} in ('accepted', 'edited', 'merged')`;
	// "Not worth asking", "duplicate" and "other" say nothing against the rule.
	const fault = sql`${facts.rejectReason} in ('not-said', 'wrong-value', 'wrong-holder')`;
	const number = (where: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${where}))::int`;
	const rows = await db
		.select({
			rule: facts.rule,
			fired: sql<number>`count(*)::int`,
			accepted: number(sql`${lives} and not (${edited})`),
			edited: number(sql`${lives} and ${edited}`),
			rejected: number(sql`${facts.state} = 'rejected'`),
			faulted: number(sql`${facts.state} = 'rejected' and ${fault}`),
			prior: sql<number>`avg(${facts.confidence})::float8`
		})
		.from(facts)
		.where(and(eq(facts.workspaceId, workspaceId), ne(facts.rule, BY_HAND)))
		.groupBy(facts.rule);
	return new Map(rows.map(({ rule, ...counted }) => [rule, counted]));
}
