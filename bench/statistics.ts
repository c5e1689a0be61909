import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bank } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { connect, type Connection } from '#lib/server/db/connect.ts';
import type { Db } from '#lib/server/db/db.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { statisticsOf, type Asked } from '#lib/server/insight/statistics.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { startPostgres } from '../tests/db/postgres-server.ts';
import { fillLongLog } from './long-log.ts';
import { measure, type Timing } from './measure.ts';

const RUNS = 30;

/** What the statistics of a learner with a long log cost on the server, without the page itself. */
export interface StatisticsTimings {
	answers: number;
	/** Of all that she ever answered, of its last thirty days, and of one topic in all. */
	everything: Timing;
	month: Timing;
	topic: Timing;
}

/** Measures the figures of one learner on the database inside the process. */
export async function statisticsOnPglite(answers: number): Promise<StatisticsTimings> {
	const dataDir = mkdtempSync(join(tmpdir(), 'readout-bench-'));
	const connection = await connect({ dataDir });
	try {
		return await measureOn(connection, answers);
	} finally {
		await connection.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Measures the figures of one learner on a PostgreSQL server. */
export async function statisticsOnPostgres(answers: number): Promise<StatisticsTimings> {
	const server = await startPostgres();
	const connection = await connect({ databaseUrl: server.url, dataDir: tmpdir() });
	try {
		return await measureOn(connection, answers);
	} finally {
		await connection.close();
		await server.stop();
	}
}

async function measureOn(connection: Connection, answers: number): Promise<StatisticsTimings> {
	await migrate(connection);
	const now = new Date();
	const { bank } = await loadBank(connection.db, 'seeds', now);
	const learner = await fillLongLog(connection.db, bank, answers, now);
	const look = (asked: Pick<Asked, 'deck' | 'range'>) =>
		timed(connection.db, bank, learner, { ...asked, horizon: '30' });
	const topic = bank.items[0]?.topic ?? '';
	return {
		answers,
		everything: await look({ deck: { by: 'all' }, range: 'all' }),
		month: await look({ deck: { by: 'all' }, range: '30' }),
		topic: await look({ deck: { by: 'topic', id: topic }, range: 'all' })
	};
}

function timed(db: Db, bank: Bank, learner: Learner, asked: Asked): Promise<Timing> {
	return measure(RUNS, async () => {
		const { answeredEver } = await statisticsOf(db, bank, learner, asked, new Date());
		if (!answeredEver) throw new Error('nothing was answered');
	});
}
