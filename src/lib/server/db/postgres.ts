import pg from 'pg';
import { StartFailure, errorMessage } from './failure.ts';

/**
 * Opens a pool of connections to a PostgreSQL server and makes sure that it answers.
 * @throws StartFailure `database_unreachable`, which names the server and no password
 */
export async function openPool(url: string): Promise<pg.Pool> {
	const pool = new pg.Pool({
		connectionString: url,
		application_name: 'readout',
		max: 10,
		connectionTimeoutMillis: 10_000,
		idleTimeoutMillis: 60_000,
		keepAlive: true,
		statement_timeout: 30_000,
		idle_in_transaction_session_timeout: 30_000
	});
	// The pool drops an idle connection that broke and opens another; unheard, the event would end the process.
	pool.on('error', (error) => console.error('database connection lost:', error.message));
	try {
		await pool.query('select 1');
		return pool;
	} catch (error) {
		await pool.end();
		const { host, pathname } = new URL(url);
		throw new StartFailure(
			'database_unreachable',
			`No connection to the PostgreSQL server at ${host || 'localhost'}${pathname}: ${reason(error)}. Check DATABASE_URL and that the server runs.`,
			{ cause: error }
		);
	}
}

/** Node gathers the refusals of several addresses in one error that has no message of its own. */
function reason(error: unknown): string {
	if (error instanceof AggregateError) return error.errors.map(errorMessage).join('; ');
	return errorMessage(error);
}
