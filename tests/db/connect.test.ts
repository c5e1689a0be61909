import { expect, inject, test } from 'vitest';
import { connect } from '../../src/lib/server/db/connect.ts';

test('a PostgreSQL server that does not answer is named, and its password is not', async () => {
	const attempt = connect({ databaseUrl: 'postgres://user:hunter2@127.0.0.1:1/readout', dataDir: '/nowhere' });
	await expect(attempt).rejects.toMatchObject({ name: 'StartFailure', code: 'database_unreachable' });
	await expect(attempt).rejects.toThrow(/127\.0\.0\.1:1\/readout: .*ECONNREFUSED.*DATABASE_URL/);
	await expect(attempt).rejects.not.toThrow(/hunter2/);
});

test('a database that does not exist on the server is named', async () => {
	const url = new URL(inject('postgresUrl'));
	url.pathname = '/no_such_database';
	const attempt = connect({ databaseUrl: url.href, dataDir: '/nowhere' });
	await expect(attempt).rejects.toMatchObject({ code: 'database_unreachable' });
	await expect(attempt).rejects.toThrow(/"no_such_database" does not exist/);
});
