import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../src/lib/server/db/connect.ts';
import { createPostgresDatabase } from '../db/harness.ts';
import { Guest, type Random, seeded } from './learner.ts';
import { expectEveryAcknowledged, expectLogExplainsCards } from './ledger.ts';
import { type Server, killServers, startServer } from './server.ts';

const ROUNDS = 30;
const GUESTS_A_ROUND = 3;
/** The moments of the kills come from a seed, so that a failure can be run again as nearly as time allows. */
const SEED = Number(process.env.FAULT_SEED ?? 20231115);

let scratch = '';
beforeAll(() => void (scratch = mkdtempSync(join(tmpdir(), 'readout-kill-'))));
afterEach(killServers);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Starts the server; every third time it is killed while it starts, at a random moment, and started again. */
async function startThroughKills(env: Record<string, string>, round: number, random: Random): Promise<Server> {
	if (round % 3 === 2) {
		const killed = startServer(env);
		await delay(random(700));
		await killed.stop('SIGKILL');
	}
	return startServer(env);
}

/** What was acknowledged before is there; what was under way then counts once when it is sent again. */
async function expectKept(guests: readonly Guest[], origin: string): Promise<void> {
	for (const guest of guests) {
		guest.follow(origin);
		for (const sent of guest.acknowledged) expect(await guest.submit(sent)).toEqual({ again: false, duplicate: true });
		if (!guest.unanswered) continue;
		const { again } = await guest.submit(guest.unanswered);
		if (!again) expect(await guest.submit(guest.acknowledged.at(-1)!)).toEqual({ again: false, duplicate: true });
	}
}

async function survive(env: Record<string, string>): Promise<Guest[]> {
	const random = seeded(SEED);
	const everybody: Guest[] = [];
	let last: Guest[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const server = await startThroughKills(env, round, random);
		const origin = await server.ready;
		await expectKept(last, origin);
		last = await Promise.all(Array.from({ length: GUESTS_A_ROUND }, () => Guest.arrive(origin, random)));
		everybody.push(...last);
		const reviewing = Promise.allSettled(last.map((guest) => guest.reviewUntilEnd()));
		await delay(20 + random(200));
		await server.stop('SIGKILL');
		await reviewing;
	}
	const server = startServer(env);
	await expectKept(last, await server.ready);
	expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null });
	return everybody;
}

describe.each(['pglite', 'postgres'] as const)(
	`a server on %s killed ${ROUNDS} times while learners review`,
	(kind) => {
		test('keeps every acknowledged answer, and every card is what its answers make of it', async () => {
			const dataDir = join(scratch, kind);
			const database = kind === 'postgres' ? await createPostgresDatabase() : undefined;
			const guests = await survive({ DATA_DIR: dataDir, ...(database && { DATABASE_URL: database.url }) });
			const { db, close } = await connect({ databaseUrl: database?.url, dataDir });
			const acknowledged = guests.flatMap((guest) => guest.acknowledged);
			await expectEveryAcknowledged(db, acknowledged);
			const found = await expectLogExplainsCards(db);
			await close();
			await database?.drop();
			console.log(`${kind}: ${acknowledged.length} acknowledged, ${found.reviews} in the log, ${found.cards} cards`);
			expect(acknowledged.length).toBeGreaterThan(ROUNDS);
			// An answer that was under way is in the log only where it was sent again: then it was acknowledged.
			expect(found.reviews).toBe(acknowledged.length);
		});
	}
);
