import { sql } from 'drizzle-orm';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';

/** Reviews that stand in the log for each card. */
const REVIEWS_A_CARD = 5;
/** Learners whose rows one statement makes. */
const LEARNERS_A_STATEMENT = 200;

/** The id of the nth learner that `fill` makes. */
export function learnerId(n: number): string {
	return `00000000-0000-7000-9000-${n.toString(16).padStart(12, '0')}`;
}

/**
 * Fills a migrated database with learners, their cards and the log of their reviews, by set-based statements.
 * @param cardsEach cards a learner has: the first ones of the bank; half are due, half lie ahead
 */
export async function fill(db: Db, bank: Bank, from: number, to: number, cardsEach: number): Promise<void> {
	const ids = bank.items.slice(0, cardsEach).map((item) => item.id);
	const settings = JSON.stringify({ ...DEFAULT_SETTINGS, reviewsPerDay: 500, newPerDay: 50 });
	for (let at = from; at < to; at += LEARNERS_A_STATEMENT) {
		const last = Math.min(to, at + LEARNERS_A_STATEMENT) - 1;
		const learner = sql`('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid`;
		const items = sql`unnest(${sql.param(`{${ids.map((id) => `"${id}"`).join(',')}}`)}::text[]) with ordinality as item(id, place)`;
		await db.execute(sql`insert into learners (id, created_at, settings)
			select ${learner}, now(), ${settings}::jsonb from generate_series(${at}::int, ${last}::int) n`);
		await db.execute(sql`insert into cards
				(learner_id, item_id, state, due, stability, difficulty, scheduled_days, step, reps, lapses, last_review, seq)
			select ${learner}, item.id, 2, now() + ((n * 7 + place * 13) % 41 - 20) * interval '1 day', 10 + place % 30, 5, 20, 0,
				${REVIEWS_A_CARD}::int, 0, now() - (25 + place % 10) * interval '1 day', ${REVIEWS_A_CARD}::int
			from generate_series(${at}::int, ${last}::int) n, ${items}`);
		await db.execute(sql`insert into reviews
				(learner_id, id, item_id, item_version, form, form_index, response, verdict, reason, score, rating, duration_ms, reviewed_at, day, before, after)
			select ${learner}, gen_random_uuid(), item.id, 'v', 'choice', 0, '{"form":"choice","option":"a"}', 'correct', 'option', 1, 3, 4000,
				now() - (25 + place % 10 + r * 9) * interval '1 day', current_date - (25 + place % 10 + r * 9)::int,
				null, '{"state":2,"seq":1}'
			from generate_series(${at}::int, ${last}::int) n, ${items}, generate_series(1, ${REVIEWS_A_CARD}::int) r`);
	}
	await db.execute(sql`analyze`);
}
