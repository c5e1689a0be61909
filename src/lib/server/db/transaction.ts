import { setTimeout as delay } from 'node:timers/promises';
import { is } from 'drizzle-orm';
import { PgTransaction, type PgTransactionConfig } from 'drizzle-orm/pg-core';
import type { Db } from './db.ts';
import { errorCode } from './failure.ts';

const ATTEMPTS = 8;
/** Serialization failure and deadlock: the server undid everything and asks to try again. */
const TRY_AGAIN = ['40001', '40P01'];

/**
 * Runs work in a transaction: all of it is kept, or nothing where it throws. On a PostgreSQL server it is run again,
 * a bounded number of times, when it collided with another; so it must do nothing that cannot be done twice.
 *
 * The work must use only the `tx` it is given: PGlite has one connection, and a statement on the outer `db` would wait
 * for the transaction to end. Inside a transaction this is a savepoint, and the outermost one tries again.
 */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>, config?: PgTransactionConfig): Promise<T> {
	if (is(db, PgTransaction)) return db.transaction(work);
	for (let attempt = 1; ; attempt++) {
		try {
			return await db.transaction(work, config);
		} catch (error) {
			if (attempt === ATTEMPTS || !TRY_AGAIN.includes(errorCode(error) ?? '')) throw error;
		}
		await delay(2 ** attempt * 5 * Math.random());
	}
}
