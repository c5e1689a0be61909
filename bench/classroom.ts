import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../tests/db/postgres-server.ts';
import { startServer } from '../tests/faults/server.ts';
import { round, timingOf, type Timing } from './measure.ts';
import { answersOf, joinClass, openQuiz } from '../tests/support/quiz-visit.ts';
import type { Visitor } from '../tests/support/visitor.ts';

const QUESTIONS = 20;
const CLASS_SIZES = [1, 8, 32, 100];
/** Whole attempts that each class makes together. */
const ATTEMPTS = 200;

/** A class that takes a quiz of twenty questions over HTTP: each opens it, saves every answer, and finishes. */
export interface AttemptTimings {
	students: number;
	/** Beginning it and the page with all questions. */
	open: Timing;
	/** One answer. */
	save: Timing;
	/** Finishing, grading, and the page that says so. */
	finish: Timing;
	attemptsPerSecond: number;
}

export interface ClassroomTimings {
	/** What a page of twenty questions weighs as it is sent, in kB of HTML. */
	pageKb: number;
	classes: AttemptTimings[];
}

/** Measures attempts against the production build, on the database inside the process. */
export async function classroomOnPglite(): Promise<ClassroomTimings> {
	const dataDir = mkdtempSync(join(tmpdir(), 'readout-bench-'));
	try {
		return await inClassroom({ DATA_DIR: dataDir });
	} finally {
		rmSync(dataDir, { recursive: true, force: true });
	}
}

/** Measures attempts against the production build, on a PostgreSQL server. */
export async function classroomOnPostgres(): Promise<ClassroomTimings> {
	const postgres = await startPostgres();
	try {
		return await inClassroom({ DATABASE_URL: postgres.url, DATA_DIR: tmpdir() });
	} finally {
		await postgres.stop();
	}
}

async function inClassroom(env: Record<string, string>): Promise<ClassroomTimings> {
	const server = startServer(env);
	try {
		const origin = await server.ready;
		const rules = { counts: 'best', feedback: 'after-attempt', layout: 'page', shuffle: 'on', attempts: '' };
		const { code, quiz } = await openQuiz(origin, QUESTIONS, rules);
		const students = await Promise.all(Array.from({ length: Math.max(...CLASS_SIZES) }, () => joinClass(origin, code)));
		const [first] = students;
		if (!first) throw new Error('nobody joined');
		const warm = await attempt(first, quiz);
		const classes: AttemptTimings[] = [];
		for (const size of CLASS_SIZES) classes.push(await together(students.slice(0, size), quiz));
		return { pageKb: round(warm.bytes / 1024), classes };
	} finally {
		await server.stop('SIGTERM');
	}
}

interface Taken {
	openMs: number;
	saveMs: number[];
	finishMs: number;
	bytes: number;
}

/** One whole attempt: every question gets an answer of its own request, as a browser saves them. */
async function attempt(student: Visitor, quiz: string): Promise<Taken> {
	const start = performance.now();
	const path = await student.send(`${quiz}?/start`, {});
	const page = await student.get(path);
	const openMs = performance.now() - start;
	const saveMs: number[] = [];
	for (const answer of answersOf(page)) {
		const before = performance.now();
		await student.post(`/api${path}`, { answers: [answer] });
		saveMs.push(performance.now() - before);
	}
	const before = performance.now();
	await student.get(await student.send(`${path}?/finish`, {}));
	return { openMs, saveMs, finishMs: performance.now() - before, bytes: page.length };
}

/** Some students at once, until the class has made its attempts. */
async function together(students: readonly Visitor[], quiz: string): Promise<AttemptTimings> {
	const each = Math.max(1, Math.round(Math.min(ATTEMPTS, students.length * 25) / students.length));
	const taken: Taken[] = [];
	const start = performance.now();
	await Promise.all(
		students.map(async (student) => {
			for (let turn = 0; turn < each; turn++) taken.push(await attempt(student, quiz));
		})
	);
	const seconds = (performance.now() - start) / 1000;
	return {
		students: students.length,
		open: timingOf(taken.map(({ openMs }) => openMs)),
		save: timingOf(taken.flatMap(({ saveMs }) => saveMs)),
		finish: timingOf(taken.map(({ finishMs }) => finishMs)),
		attemptsPerSecond: round(taken.length / seconds)
	};
}
