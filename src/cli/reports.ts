import { connect } from '#lib/server/db/connect.ts';
import type { Db } from '#lib/server/db/db.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { readEnv } from '#lib/server/env.ts';
import { settleShippedReport, shippedReports, type ShippedReport } from '#lib/server/reports/shipped-reports.ts';
import type { Arguments } from './arguments.ts';
import { Refused } from './article.ts';

/**
 * Shows the open reports on shipped questions, or settles one, in the database that the server is configured to use. An
 * embedded database is one process's own: the server has to be stopped meanwhile.
 * @returns what is to be printed
 * @throws StartFailure where the database cannot be opened, Refused where there is no such report
 */
export async function aboutReports({ json, settle }: Arguments): Promise<string> {
	const { databaseUrl, dataDir } = readEnv();
	const connection = await connect({ databaseUrl, dataDir });
	try {
		await migrate(connection);
		if (settle) return await settled(connection.db, settle);
		const { reports, total } = await shippedReports(connection.db);
		return json ? JSON.stringify({ total, reports }, null, '\t') : lines(reports, total).join('\n');
	} finally {
		await connection.close();
	}
}

async function settled(db: Db, { id, outcome }: NonNullable<Arguments['settle']>): Promise<string> {
	if (!(await settleShippedReport(db, id, outcome, new Date())))
		throw new Refused('unknown_report', `there is no report ${id} on a shipped question`);
	return `${id}: ${outcome}`;
}

/** One block a report; what a learner wrote is indented, so that it cannot pass for a line of its own. */
function lines(reports: readonly ShippedReport[], total: number): string[] {
	if (reports.length === 0) return ['Nothing is open.'];
	const shown = reports.flatMap(({ id, itemId, question, reason, note, at }) => [
		`${id}  ${at.toISOString()}  ${reason}  ${itemId}`,
		...[question, note].filter((text) => text !== '').map(indented),
		''
	]);
	return [...shown, reports.length < total ? `The first ${reports.length} of ${total}.` : `${total} open.`];
}

/** Without control characters, which a terminal would obey. */
function indented(text: string): string {
	return text
		.split('\n')
		.map((line) => `    ${line.replace(/\p{Cc}/gu, ' ')}`)
		.join('\n');
}
