import { eq, sql } from 'drizzle-orm';
import { integer, pgTable } from 'drizzle-orm/pg-core';
import { beforeEach, expect, test } from 'vitest';
import type { Db } from '../../src/lib/server/db/db.ts';
import { inTransaction } from '../../src/lib/server/db/transaction.ts';
import { describeOnEachDatabase } from './harness.ts';

const counters = pgTable('counters', { id: integer('id').primaryKey(), value: integer('value').notNull() });

const failing = (code: string) =>
	Object.assign(new Error('wrapped'), { cause: Object.assign(new Error('inner'), { code }) });

describeOnEachDatabase('a transaction', (on) => {
	const value = async (id = 1, db: Db = on.db) =>
		(await db.select().from(counters).where(eq(counters.id, id)))[0]?.value;
	const add = (db: Db, id: number) =>
		db
			.update(counters)
			.set({ value: sql`${counters.value} + 1` })
			.where(eq(counters.id, id));

	beforeEach(async () => {
		await on.db.execute(sql`create table if not exists counters (id int primary key, value int not null)`);
		await on.db.delete(counters);
		await on.db.insert(counters).values([
			{ id: 1, value: 0 },
			{ id: 2, value: 0 }
		]);
	});

	test('keeps all of it and hands back the result', async () => {
		expect(await inTransaction(on.db, async (tx) => (await add(tx, 1), await add(tx, 2), 'done'))).toBe('done');
		expect([await value(1), await value(2)]).toEqual([1, 1]);
	});

	test('keeps nothing of it where the work throws, and the error comes out as it was', async () => {
		const error = new Error('no');
		const work = inTransaction(on.db, async (tx) => {
			await add(tx, 1);
			throw error;
		});
		await expect(work).rejects.toBe(error);
		expect(await value()).toBe(0);
	});

	test('inside a transaction undoes its own part only', async () => {
		await inTransaction(on.db, async (tx) => {
			await add(tx, 1);
			await inTransaction(tx, async (inner) => {
				await add(inner, 2);
				throw new Error('inner');
			}).catch(() => undefined);
		});
		expect([await value(1), await value(2)]).toEqual([1, 0]);
	});

	test('loses no update where ten read and write back at once', async () => {
		const increments = Array.from({ length: 10 }, () =>
			inTransaction(
				on.db,
				async (tx) => {
					const before = (await value(1, tx)) ?? 0;
					await tx
						.update(counters)
						.set({ value: before + 1 })
						.where(eq(counters.id, 1));
				},
				{ isolationLevel: 'serializable' }
			)
		);
		const done = await Promise.allSettled(increments);
		expect(await value()).toBe(done.filter(({ status }) => status === 'fulfilled').length);
		expect(await value()).toBeGreaterThanOrEqual(8);
	});

	test.each(['40001', '40P01'])('that collided (%s) is tried again, and in the end given up', async (code) => {
		let tries = 0;
		const collide = (times: number) =>
			inTransaction(on.db, async (tx) => {
				await add(tx, 1);
				if (tries++ < times) throw failing(code);
				return tries;
			});
		expect(await collide(3)).toBe(4);
		expect(await value()).toBe(1);
		tries = 0;
		await expect(collide(1000)).rejects.toThrow('wrapped');
		expect(tries).toBe(8);
	});

	test('that failed for another reason is not tried again', async () => {
		let tries = 0;
		await expect(
			inTransaction(on.db, async () => {
				tries++;
				throw failing('23505');
			})
		).rejects.toThrow('wrapped');
		expect(tries).toBe(1);
	});

	test('inside one that collided leaves trying again to the outer one', async () => {
		let inner = 0;
		let outer = 0;
		await inTransaction(on.db, async (tx) => {
			outer++;
			await inTransaction(tx, async () => {
				if (inner++ === 0) throw failing('40001');
			});
		});
		expect({ inner, outer }).toEqual({ inner: 2, outer: 2 });
	});

	// PGlite has one connection, on which two transactions cannot cross.
	if (on.kind === 'postgres') {
		test('in a deadlock with another is tried again, and both come through', async () => {
			let arrived = 0;
			let meet = () => {};
			const met = new Promise<void>((done) => (meet = done));
			const cross = (first: number, second: number) =>
				inTransaction(on.db, async (tx) => {
					await add(tx, first);
					if (++arrived === 2) meet();
					await met;
					await add(tx, second);
				});
			await Promise.all([cross(1, 2), cross(2, 1)]);
			expect([await value(1), await value(2)]).toEqual([2, 2]);
			expect(arrived).toBe(3);
		});
	}
});
