import { and, asc, eq, lt } from 'drizzle-orm';
import { GRACE_MS } from '#lib/domain/teaching/terms.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { attempts } from '#lib/server/db/schema/assignments.ts';
import { closeIfOverdue } from './finish-attempt.ts';

/** Closed in one turn; what is left waits for the next one. */
const MOST_AT_ONCE = 200;

/** The query behind "whose time is up": one range of the index on deadlines of open attempts. */
export function overdueQuery(db: Db, now: Date) {
	return db
		.select()
		.from(attempts)
		.where(and(eq(attempts.state, 'open'), lt(attempts.deadlineAt, new Date(now.getTime() - GRACE_MS))))
		.orderBy(asc(attempts.deadlineAt))
		.limit(MOST_AT_ONCE);
}

/**
 * Closes the attempts whose time is up, also where no one comes back. Several processes may do so at once: each attempt
 * is closed by one.
 * @returns how many were found open
 */
export async function closeOverdue(db: Db, shipped: Shipped, now: Date): Promise<number> {
	const overdue = await overdueQuery(db, now);
	for (const attempt of overdue) await closeIfOverdue(db, shipped, attempt, now);
	return overdue.length;
}
