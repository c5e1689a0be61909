import { resolve } from 'node:path';
import { removeExpiredSessions } from './auth/lucia.ts';
import { loadBank } from './bank/load-bank.ts';
import { closeOverdueFromNowOn } from './attempts/overdue-watch.ts';
import type { Shipped } from './bank/bank.ts';
import { connect } from './db/connect.ts';
import { closeFitting } from './fitting/fitting.ts';
import type { Db } from './db/db.ts';
import { migrate } from './db/migrate.ts';
import { readEnv } from './env.ts';
import { remindFromNowOn } from './reminders/reminder-watch.ts';
import { pushSender } from './reminders/send-push.ts';

/** What every request works with. */
export interface App {
	db: Db;
	shipped: Shipped;
	close: () => Promise<void>;
}

/**
 * Opens the database, migrates it, loads the bank and removes sessions that are over, saying each step.
 * @throws StartFailure, SeedError: with what to do about it
 */
export async function startUp(): Promise<App> {
	const env = readEnv();
	const connection = await connect({ databaseUrl: env.databaseUrl, dataDir: env.dataDir });
	try {
		say(connection.kind === 'pglite' ? `database: embedded, in ${env.dataDir}` : 'database: PostgreSQL server');
		await migrate(connection);
		const { bank, knowledge, written } = await loadBank(connection.db, resolve('seeds'), new Date());
		say(`bank: ${bank.items.length} items${written ? ' loaded' : ', up to date'}`);
		await removeExpiredSessions(connection.db, new Date());
		const shipped = { bank, knowledge };
		const stop = await closeOverdueFromNowOn(connection.db, shipped);
		const stopReminders = env.push && remindFromNowOn(connection.db, shipped, pushSender(env.push));
		return {
			db: connection.db,
			shipped,
			close: async () => {
				await stopReminders?.();
				await stop();
				await closeFitting();
				await connection.close();
			}
		};
	} catch (error) {
		await connection.close();
		throw error;
	}
}

function say(line: string): void {
	console.log(`readout: ${line}`);
}
