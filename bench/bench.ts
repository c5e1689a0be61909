/**
 * Measures what must stay fast and writes bench/results.json. Read the ratios, not the milliseconds: they depend on the
 * machine. Usage: npm run bench [-- [--quick] [SECTION…]] (--quick: a fiftieth of the rows, to try the bench itself).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { generateItems } from '#lib/domain/items/generate.ts';
import { lint } from '#lib/domain/items/lint/lint.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { loadSeeds } from '#lib/server/bank/seeds.ts';
import { connect, type Connection } from '#lib/server/db/connect.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { startPostgres } from '../tests/db/postgres-server.ts';
import { measureExtraction } from './extraction.ts';
import { fill } from './fill.ts';
import { measureHttp } from './http.ts';
import { measureLighthouse } from './lighthouse.ts';
import { round } from './measure.ts';
import { classroomOnPglite, classroomOnPostgres } from './classroom.ts';
import { measureNextQuestion } from './next-question.ts';
import { measureResults, type ResultsTimings } from './results-pages.ts';
import { measureSignIn, type SignInTimings } from './sign-in.ts';
import { statisticsOnPglite, statisticsOnPostgres } from './statistics.ts';
import { measureUseCases, type UseCaseTimings } from './use-cases.ts';

const RESULTS = 'bench/results.json';
const CARDS_EACH = 100;
const scale = process.argv.includes('--quick') ? 50 : 1;
const LEARNERS = 2000 / scale;
/** Of the learner whose statistics are measured. */
const ANSWERS = 100_000 / scale;

/** Seeds, items and lint from nothing, in a process that has done it never before. */
function measureGeneration() {
	const start = performance.now();
	const knowledge = loadSeeds('seeds');
	const loaded = performance.now();
	const items = generateItems(knowledge);
	const generated = performance.now();
	lint(items, knowledge);
	const linted = performance.now();
	return {
		items: items.length,
		loadSeedsMs: round(loaded - start),
		generateMs: round(generated - loaded),
		lintMs: round(linted - generated)
	};
}

interface DatabaseTimings {
	tenth: UseCaseTimings;
	full: UseCaseTimings;
	signIn: SignInTimings;
	results: ResultsTimings;
}

/** The use cases at a tenth of the rows and at all of them: the ratio shows what grows with the number of cards. */
async function measureDatabase(connection: Connection): Promise<DatabaseTimings> {
	await migrate(connection);
	const shipped = await loadBank(connection.db, 'seeds', new Date());
	const { bank } = shipped;
	const few = Math.ceil(LEARNERS / 10);
	await fill(connection.db, bank, 0, few, CARDS_EACH);
	const tenth = await measureUseCases(connection.db, bank, few, CARDS_EACH);
	await fill(connection.db, bank, few, LEARNERS, CARDS_EACH);
	const full = await measureUseCases(connection.db, bank, LEARNERS, CARDS_EACH);
	const signIn = await measureSignIn(connection.db);
	return { tenth, full, signIn, results: await measureResults(connection.db, shipped) };
}

async function onPglite() {
	const dataDir = mkdtempSync(join(tmpdir(), 'readout-bench-'));
	const connection = await connect({ dataDir });
	try {
		return await measureDatabase(connection);
	} finally {
		await connection.close();
		rmSync(dataDir, { recursive: true, force: true });
	}
}

async function onPostgres() {
	const server = await startPostgres();
	const connection = await connect({ databaseUrl: server.url, dataDir: tmpdir() });
	try {
		return await measureDatabase(connection);
	} finally {
		await connection.close();
		await server.stop();
	}
}

/** What can be measured, in the order of a whole run. */
const SECTIONS: Record<string, () => unknown> = {
	generation: measureGeneration,
	extraction: measureExtraction,
	pglite: onPglite,
	postgres: onPostgres,
	statistics: async () => ({
		pglite: await statisticsOnPglite(ANSWERS),
		postgres: await statisticsOnPostgres(ANSWERS)
	}),
	http: measureHttp,
	classroom: async () => ({ pglite: await classroomOnPglite(), postgres: await classroomOnPostgres() }),
	lighthouse: measureLighthouse,
	nextQuestion: measureNextQuestion
};

/** What was measured before; a section that is not measured again keeps its figures and their day. */
function readResults(): { measured: Record<string, string>; [section: string]: unknown } {
	const read: unknown = JSON.parse(readFileSync(RESULTS, 'utf8'));
	return v.parse(v.looseObject({ measured: v.record(v.string(), v.string()) }), read);
}

const named = process.argv.slice(2).filter((argument) => argument !== '--quick');
const unknown = named.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
	console.error(`bench: no such section: ${unknown.join(', ')}. There are: ${Object.keys(SECTIONS).join(', ')}`);
	process.exit(2);
}
const kept = readResults();
const version = /"version": "([^"]+)"/.exec(readFileSync('package.json', 'utf8'))?.[1];
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
const rows = { learners: LEARNERS, cards: LEARNERS * CARDS_EACH, reviews: LEARNERS * CARDS_EACH * 5 };
Object.assign(kept, { version, machine, rows });
for (const [name, measure] of Object.entries(SECTIONS)) {
	if (named.length > 0 && !named.includes(name)) continue;
	const figures = await measure();
	console.log(name, JSON.stringify(figures, null, '\t'));
	kept[name] = figures;
	kept.measured[name] = new Date().toISOString().slice(0, 10);
	// After each: what is cut off later loses nothing of it.
	writeFileSync(RESULTS, `${JSON.stringify(kept, null, '\t')}\n`);
}
console.log(`written to ${RESULTS}`);
