import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import { SHIPPED_WORKSPACE } from '#lib/server/bank/bank.ts';
import { connect } from '#lib/server/db/connect.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { itemReports } from '#lib/server/db/schema/workspaces.ts';

const TSX = join('node_modules', 'tsx', 'dist', 'cli.mjs');
const at = new Date('2026-03-02T10:00:00Z');
const [learnerId, id] = [randomUUID(), randomUUID()];
let dataDir = '';
const readout = (...args: string[]) =>
	spawnSync(process.execPath, [TSX, 'src/cli/readout.ts', 'reports', ...args], {
		encoding: 'utf8',
		env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
	});

beforeAll(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'readout-reports-'));
	const connection = await connect({ dataDir });
	await migrate(connection);
	const { db } = connection;
	await db.insert(learners).values({ id: learnerId, settings: DEFAULT_SETTINGS, createdAt: at });
	await db.insert(workspaces).values({ id: SHIPPED_WORKSPACE, name: 'Shipped', revision: 'r', loadedAt: at });
	const note = 'Not so.\n\u001b[2JIt was Friday.';
	const row = { learnerId, id, workspaceId: SHIPPED_WORKSPACE, itemId: 'a.b', itemVersion: 'v' };
	await db.insert(itemReports).values({ ...row, reason: 'wrong', note, at });
	await connection.close();
}, 60_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('readout reports', () => {
	it('shows what is reported of shipped questions, settles it, and says of no learner who she is', () => {
		const shown = readout();
		expect([shown.status, shown.stderr]).toEqual([0, '']);
		expect(shown.stdout).toContain(`${id}  ${at.toISOString()}  wrong  a.b`);
		expect(shown.stdout).toContain('    Not so.\n     [2JIt was Friday.');
		const listed = JSON.parse(readout('--json').stdout);
		expect(listed).toMatchObject({ total: 1, reports: [{ id, itemId: 'a.b', reason: 'wrong' }] });
		expect(shown.stdout + JSON.stringify(listed)).not.toContain(learnerId);
		const unknown = readout('--settle', randomUUID(), '--outcome', 'fixed');
		expect([unknown.status, unknown.stderr.slice(0, 15)]).toEqual([1, 'unknown_report:']);
		expect(readout('--settle', id, '--outcome', 'fixed').status).toBe(0);
		expect(readout().stdout).toBe('Nothing is open.\n');
	}, 60_000);

	it('is refused while another process has the embedded database', async () => {
		const connection = await connect({ dataDir });
		const refused = readout();
		await connection.close();
		expect([refused.status, refused.stderr.slice(0, 16)]).toEqual([1, 'data_dir_in_use:']);
	}, 60_000);

	it.each([[['file.txt']], [['--settle', 'x']], [['--outcome', 'fixed']], [['--settle', 'x', '--outcome', 'gone']]])(
		'ends with status 2 for wrong usage: %j',
		(args) => {
			expect(readout(...args).status).toBe(2);
		}
	);
});
