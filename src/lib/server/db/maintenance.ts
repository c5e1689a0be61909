import type { PGlite } from '@electric-sql/pglite';

const EVERY_MS = 60_000;
const CHECKPOINT_AFTER_BYTES = 16 * 1024 * 1024;

/**
 * Does what a PostgreSQL server's background processes do and PGlite, which has none, never does: without checkpoints
 * the write-ahead log grows for as long as the process runs and is replayed whole after a crash (measured: 1.5 GB
 * written, no checkpoint); without vacuum and analyze the tables swell and the planner works blind.
 */
export async function maintain(client: PGlite): Promise<void> {
	// Counts of changed rows lie about for a second or more before they are seen.
	await client.query('select pg_stat_force_next_flush()');
	// Autovacuum's own thresholds, raised for small tables: here it runs in the one thread that answers requests.
	const swollen = await client.query<{ name: string }>(
		`select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
		where n_dead_tup > 1000 + 0.2 * n_live_tup or n_mod_since_analyze > 1000 + 0.1 * n_live_tup`
	);
	for (const { name } of swollen.rows) await client.exec(`vacuum (analyze) ${name}`);
	const log = await client.query<{ due: boolean }>(
		'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn) > $1 as due from pg_control_checkpoint()',
		[CHECKPOINT_AFTER_BYTES]
	);
	if (log.rows[0]?.due) await client.exec('checkpoint');
}

/** Looks once a minute; the function returned stops that, after waiting for what is under way. */
export function startMaintenance(client: PGlite): () => Promise<void> {
	let running = Promise.resolve();
	const timer = setInterval(() => {
		running = maintain(client).catch((error: unknown) => console.error('database maintenance failed:', error));
	}, EVERY_MS);
	timer.unref();
	return () => {
		clearInterval(timer);
		return running;
	};
}
