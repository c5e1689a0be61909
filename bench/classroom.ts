import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateItems } from '#lib/domain/items/generate.ts';
import { loadSeeds } from '#lib/server/bank/seeds.ts';
import { startPostgres } from '../tests/db/postgres-server.ts';
import { startServer } from '../tests/faults/server.ts';
import { round, timingOf, type Timing } from './measure.ts';
import { Visitor } from './visitor.ts';

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
		const { code, quiz } = await openQuiz(origin);
		const students = await Promise.all(Array.from({ length: Math.max(...CLASS_SIZES) }, () => join_(origin, code)));
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

/** A teacher's class with a quiz that may be attempted any number of times. */
async function openQuiz(origin: string): Promise<{ code: string; quiz: string }> {
	const teacher = await Visitor.register(origin);
	const class_ = await teacher.send('/classes?/create', { name: 'Bench' });
	const code = /translate="no">([^<]+)</.exec(await teacher.get(class_))?.[1];
	if (code === undefined) throw new Error('the class has no code');
	const item = generateItems(loadSeeds('seeds'))
		.filter(({ forms }) => forms.some(({ form }) => form !== 'flashcard'))
		.slice(0, QUESTIONS)
		.map(({ id }) => id);
	const fields = { title: 'Bench', kind: 'quiz', item };
	const assignment = await teacher.send(`${class_}/assignments/new?/create`, fields);
	const rules = { seq: '0', counts: 'best', feedback: 'after-attempt', layout: 'page', shuffle: 'on', attempts: '' };
	await teacher.send(`${assignment}?/rules`, rules);
	await teacher.send(`${assignment}?/publish`, { seq: '1' });
	return { code, quiz: `/quizzes/${assignment.split('/').at(-1)}` };
}

async function join_(origin: string, code: string): Promise<Visitor> {
	const student = new Visitor(origin);
	await student.send('/classes?/join', { code, student: 'Lin', timeZone: 'UTC' });
	return student;
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

/** An answer to each question of the page, by its fields. */
function answersOf(page: string) {
	return Array.from({ length: QUESTIONS }, (_, position) => {
		const named = (rest: string) => new RegExp(`name="q${position}-${rest}"[^>]*`).exec(page)?.[0];
		const valueOf = (tag: string) => /value="([^"]*)"/.exec(tag)?.[1] ?? '';
		const radio = named('option');
		const of = { position, seq: 1, durationMs: 1000 };
		if (radio?.includes('type="checkbox"') ?? page.includes(`type="checkbox" name="q${position}-option"`))
			return { ...of, response: { form: 'multiple-response', options: [valueOf(radio ?? '')] } };
		if (radio !== undefined) return { ...of, response: { form: 'choice', option: valueOf(radio) } };
		if (named('value') !== undefined) return { ...of, response: { form: 'true-false', value: true } };
		const typed = page.includes(`id="q${position}-example"`) ? 'date' : undefined;
		return named('text') === undefined ? undefined : { ...of, response: { form: typed ?? 'typed', text: '2023' } };
	}).filter((answer) => answer !== undefined);
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
