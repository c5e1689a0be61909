import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../src/lib/server/db/connect.ts';
import { createPostgresDatabase } from '../db/harness.ts';
import { Guest, type Random, Refusal, seeded } from './learner.ts';
import { expectEveryAcknowledged, expectLogExplainsCards } from './ledger.ts';
import { type Server, killServers, startServer } from './server.ts';

const ROUNDS = 30;
const GUESTS_A_ROUND = 3;
/** The moments of the kills come from a seed, so that a failure can be run again as nearly as time allows. */
const SEED = Number(process.env.FAULT_SEED ?? 20231115);

let scratch = '';
beforeAll(() => void (scratch = mkdtempSync(join(tmpdir(), 'readout-kill-'))));
afterAll(killServers);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Starts the server; every sixth time it is killed while it starts, at a random moment, and started again. */
async function startThroughKills(env: Record<string, string>, round: number, random: Random): Promise<Server> {
	if (round % 6 === 5) {
		const killed = startServer(env);
		await delay(random(1500));
		await killed.stop('SIGKILL');
	}
	return startServer(env);
}

/** What was acknowledged before is there; what was under way then counts once, however often it is sent. */
async function expectKept(guests: readonly Guest[], origin: string): Promise<void> {
	for (const guest of guests) {
		guest.follow(origin);
		const { unanswered } = guest;
		for (const sent of guest.acknowledged) expect(await guest.submit(sent)).toEqual({ again: false, duplicate: true });
		if (!unanswered) continue;
		const { again } = await guest.submit(unanswered);
		if (!again) expect(await guest.submit(unanswered)).toEqual({ again: false, duplicate: true });
	}
}

/** Drives learners until the server is killed under them: after some answers, at some moment of the next ones. */
async function reviewUntilKilled(server: Server, guests: readonly Guest[], random: Random): Promise<void> {
	const enough = random(3 * GUESTS_A_ROUND);
	const acknowledged = () => guests.reduce((sum, guest) => sum + guest.acknowledged.length, 0);
	const reviewing = Promise.allSettled(guests.map((guest) => guest.reviewUntilEnd()));
	for (const deadline = Date.now() + 20_000; acknowledged() < enough && Date.now() < deadline;) await delay(1);
	await delay(random(40));
	await server.stop('SIGKILL');
	// The connection broke, as it should; an answer that was refused is another matter.
	for (const end of await reviewing) if (end.status === 'rejected' && end.reason instanceof Refusal) throw end.reason;
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
		await reviewUntilKilled(server, last, random);
	}
	const server = startServer(env);
	await expectKept(last, await server.ready);
	expect(await server.stop('SIGTERM')).toEqual({ code: 0, signal: null });
	return everybody;
}

/** One whole run on one kind of database, and what is in it afterwards. */
async function run(kind: Kind): Promise<{ acknowledged: number; found: { cards: number; reviews: number } }> {
	const dataDir = join(scratch, kind);
	const database = kind === 'postgres' ? await createPostgresDatabase() : undefined;
	const guests = await survive({ DATA_DIR: dataDir, ...(database && { DATABASE_URL: database.url }) });
	const { db, close } = await connect({ databaseUrl: database?.url, dataDir });
	const acknowledged = guests.flatMap((guest) => guest.acknowledged);
	await expectEveryAcknowledged(db, acknowledged);
	const found = await expectLogExplainsCards(db);
	await close();
	await database?.drop();
	return { acknowledged: acknowledged.length, found };
}

type Kind = 'pglite' | 'postgres';
const runs = new Map<Kind, ReturnType<typeof run>>();

describe(`a server killed ${ROUNDS} times while learners review`, () => {
	// Both at once: each is one process at a time, and most of it waits for that to start.
	beforeAll(() => {
		for (const kind of ['pglite', 'postgres'] as const) {
			runs.set(kind, run(kind));
			runs.get(kind)?.catch(() => undefined);
		}
	});

	test.each(['pglite', 'postgres'] as const)(
		'on %s keeps every acknowledged answer, and no card without',
		async (kind) => {
			const { acknowledged, found } = await runs.get(kind)!;
			expect(acknowledged).toBeGreaterThan(2 * ROUNDS);
			// What was under way when the server was killed was sent again, and so acknowledged: there is nothing else.
			expect(found.reviews).toBe(acknowledged);
			expect(found.cards).toBeGreaterThan(ROUNDS);
		}
	);
});
