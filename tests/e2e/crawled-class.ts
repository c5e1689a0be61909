import { randomUUID } from 'node:crypto';
import type { APIRequest } from '@playwright/test';
import type { Form, Item } from '../../src/lib/domain/items/types.ts';
import type { Prompt } from '../../src/lib/domain/items/present.ts';
import { topicLabel } from '../../src/lib/domain/facts/labels.ts';
import { FEEDBACK, GRADED_FORMS, type Feedback } from '../../src/lib/domain/teaching/rules.ts';
import * as room from './classroom.ts';
import { Crawl, routeFiles } from './crawl.ts';
import { expect, type Server } from './fixtures.ts';
import * as keys from './quiz-keys.ts';

export const DAY = 86_400_000;
export const QUIZZES = 20;
/** Most are told after closing: that is the longest time in which nothing may be told. */
const feedbackOf = (index: number): Feedback => FEEDBACK[[2, 2, 2, 1, 3, 0][index % 6] ?? 2] ?? 'after-closing';

/** A quiz of the crawled class. */
export interface Quiz {
	id: string;
	ids: string[];
	feedback: Feedback;
	attempt: string;
	/** The item and the form behind each question, by its position. */
	behind: { item: Item; form: Form }[];
	finished: boolean;
}

/** A class with running quizzes, and everything that one of its students was answered. */
export interface World {
	server: Server;
	teacher: room.Person;
	student: room.Person;
	classId: string;
	quizzes: Quiz[];
	crawl: Crawl;
	shown: string[];
	/** What the server said when a right answer was saved, and a wrong one. */
	saved: { right: string; wrong: string }[];
	early: { id: string; sent: object }[];
}

/** What the page itself says beside a date. */
const BESIDE_DATES = ['A year, such as 1976', 'A month and a year, such as July 1976'];
let world: World;

/** Gives a student of a new class quizzes in every form, and keeps every answer that she gets before they close. */
export async function crawlClass(api: APIRequest, server: Server): Promise<World> {
	const teacher = await room.member(api, server.origin, 'Tess Ritter');
	const { id: classId, code } = await room.openClass(teacher, 'Class of the crawl');
	const student = await room.guest(api, server.origin);
	await student.does('/account?/settings', { newPerDay: '500', reviewsPerDay: '2000', fuzz: 'on' });
	await room.joinClass(student, code, 'Sam Crawler');
	const crawl = new Crawl(student);
	world = { server, teacher, student, classId, quizzes: [], crawl, shown: [...BESIDE_DATES], saved: [], early: [] };
	const plans = keys.planQuizzes(QUIZZES);
	for (const id of plans.slice(0, 3).flatMap((ids) => ids.slice(0, 1))) await reviewEarly(id);
	for (const [index, { id, ids }] of (await draftAll(plans)).entries()) {
		const closesAt = room.localTime(new Date(Date.now() + DAY));
		await room.publishQuiz(teacher, classId, id, { closesAt, feedback: feedbackOf(index) });
		world.quizzes.push({ id, ids, feedback: feedbackOf(index), attempt: '', behind: [], finished: false });
	}
	for (const quiz of world.quizzes) await attempt(quiz);
	await comment(world.quizzes.find(({ finished, feedback }) => finished && feedback === 'after-closing')!);
	await lookAround();
	await reviewAll();
	await provoke();
	return world;
}

/** Answers an item before it is in any quiz; what is told then was told before. */
async function reviewEarly(itemId: string): Promise<void> {
	const { student, early } = world;
	const { prompt } = (await (await student.get(`/api/next?item=${itemId}`)).json()) as { prompt: Prompt };
	const sent = keys.answerTo(prompt, false);
	expect((await student.json('/api/reviews', sent)).status()).toBe(200);
	early.push({ id: sent.id, sent });
}

/** Drafts all quizzes; the form of each question falls by chance: one is made anew until every form is asked somewhere. */
async function draftAll(plans: readonly string[][]): Promise<{ id: string; ids: string[] }[]> {
	const { teacher, classId } = world;
	const drafts: { id: string; ids: string[]; forms: string[] }[] = [];
	const draft = async (ids: string[], place: number) => {
		const id = await room.draftQuiz(teacher, classId, { title: `Crawled quiz ${place + 1}`, items: ids });
		const { items } = await teacher.data<room.TaughtQuiz>(`/classes/${classId}/assignments/${id}`);
		drafts[place] = { id, ids, forms: items.map(({ form }) => form) };
	};
	for (const [place, ids] of plans.entries()) await draft(ids, place);
	for (let tries = 0; tries < 60; tries++) {
		const asked = new Set(drafts.flatMap(({ forms }) => forms));
		if (GRADED_FORMS.every((form) => asked.has(form))) break;
		await teacher.does(`/classes/${classId}/assignments/${drafts[0]!.id}?/delete`);
		await draft(drafts[0]!.ids, 0);
	}
	return drafts;
}

/** Begins a quiz, and saves right and then wrong answers to all of it; some attempts are finished. */
async function attempt(quiz: Quiz): Promise<void> {
	const { student, crawl, quizzes, shown } = world;
	const start = `/quizzes/${quiz.id}?/start`;
	await crawl.note(start, await student.enhanced(start));
	quiz.attempt = await room.begin(student, quiz.id);
	for (const { position, question } of await room.askedIn(student, quiz.attempt)) {
		const behind = keys.formBehind(question, quiz.ids);
		expect(behind, `${JSON.stringify(question)} shows more or less than a form without its key`).toBeDefined();
		quiz.behind[position] = behind!;
		shown.push(...keys.textsOf(question), topicLabel(behind!.item.topic), behind!.item.topic);
	}
	const page = `/attempts/${quiz.attempt}`;
	await crawl.note(`${page}?/save`, await student.enhanced(`${page}?/save`, { 'q0-text': 'still no idea' }));
	const api = `/api/attempts/${quiz.attempt}`;
	for (const [position, { form }] of quiz.behind.entries()) {
		const save = async (right: boolean, seq: number) => {
			const answers = [{ position, seq, response: keys.respond(form, right), durationMs: 900 }];
			return (await crawl.note(api, await student.json(api, { answers }))).body;
		};
		world.saved.push({ right: await save(true, 11), wrong: await save(false, 12) });
	}
	quiz.finished = ['after-closing', 'never'].includes(quiz.feedback) && quizzes.indexOf(quiz) % 2 === 0;
	if (quiz.finished) await crawl.note(`${page}?/finish`, await student.post(`${page}?/finish`));
}

/** What the teacher says of a grade before it may be shown. */
export const COMMENT = 'Sehr ordentlich, says the teacher';

/** Sets a grade, and says something of it. */
async function comment({ id }: Quiz): Promise<void> {
	const { teacher, classId } = world;
	type People = { people: { members: { id: string; role: string }[] } };
	const { people } = await teacher.data<People>(`/classes/${classId}/people`);
	const student = people.members.find(({ role }) => role === 'student')!;
	const cell = `/classes/${classId}/gradebook/${student.id}/${id}`;
	const { grade } = await teacher.data<{ grade: { version: string } }>(cell);
	await teacher.does(cell, { override: '93.7', comment: COMMENT, note: COMMENT, version: grade.version });
}

/** Every page, with every id that she may know, and all to which they lead. */
async function lookAround(): Promise<void> {
	const { crawl, classId, quizzes, early } = world;
	const filled = quizzes.slice(0, 2).flatMap(({ id, attempt: own }) =>
		routeFiles().map((route) =>
			route.id
				.replace('[class]', classId)
				.replace('[assignment]', id)
				.replace('[attempt]', own)
				.replace(/\[\w+\]/g, randomUUID())
		)
	);
	const own = quizzes.flatMap(({ id, attempt: open }) => [`/quizzes/${id}`, `/attempts/${open}`]);
	const told = early.map(({ id }) => `/review/answer?id=${id}&deck=all`);
	await crawl.follow([...told, ...own, ...filled, '/no-such-page']);
}

/** Answers every question that her own reviews still ask, and looks at what she is told. */
async function reviewAll(): Promise<void> {
	const { student, crawl } = world;
	const asked = new Set<string>();
	for (let number = 0; number < 400; number++) {
		const answer = await crawl.note('/api/next', await student.get('/api/next', 'application/json'));
		const { prompt } = answer.values.at(-1) as { prompt?: Prompt };
		if (!prompt || asked.has(`${prompt.itemId}/${prompt.seq}`)) break;
		asked.add(`${prompt.itemId}/${prompt.seq}`);
		const sent = { ...keys.answerTo(prompt, true), retry: true };
		await crawl.note('/api/reviews', await student.json('/api/reviews', sent));
		if (number % 9 === 0) await crawl.follow([`/review/answer?id=${sent.id}&deck=all`, `/review?turn=${number}`]);
	}
	await crawl.follow(['/?again', '/decks?again', '/review/done?since=2020-01-01T00:00:00.000Z']);
}

/** Everything that a curious student might send. */
async function provoke(): Promise<void> {
	const { student, crawl, quizzes, early } = world;
	const json = async (path: string, data: unknown) => crawl.note(path, await student.json(path, data));
	for (const { sent } of early) await json('/api/reviews', sent);
	for (const { attempt: id, behind } of quizzes) {
		const [first] = behind;
		const { item } = first!;
		const api = `/api/attempts/${id}`;
		const response = keys.respond(first!.form, true);
		await json(api, { answers: [{ position: 0, seq: 19, response: { form: 'flashcard', rating: 4 }, durationMs: 1 }] });
		await json(api, { answers: [{ position: 199, seq: 19, response, durationMs: 1 }] });
		await json(api, { answers: [{ position: 0, seq: 19, response, durationMs: 1, score: 1, verdict: 'correct' }] });
		await json(api, {
			answers: [{ position: 0, seq: 19, response: { form: 'choice', option: 'zzz' }, durationMs: 1 }]
		});
		await json(api, '{"answers": [');
		await json('/api/reviews', { ...early[0]!.sent, id: randomUUID(), itemId: item.id, itemVersion: item.version });
		await json('/api/reviews/amend', { id: randomUUID(), reviewId: early[0]!.id, rating: 4 });
		for (const path of [`/api/next?item=${item.id}`, `/api/next?deck=${item.id}`, `/api/next?deck=topic:${item.topic}`])
			await crawl.note(path, await student.get(path, 'application/json'));
		const report = { id: randomUUID(), itemId: item.id, reason: 'wrong', note: '' };
		await crawl.note('/api/reports', await student.post('/api/reports', report, 'application/json'));
		const check = `/attempts/${id}?/check&position=0`;
		if (quizzes.find((quiz) => quiz.attempt === id)?.feedback === 'at-once') continue;
		await crawl.note(check, await student.enhanced(check));
		await crawl.note(check, await student.post(check));
	}
	for (const id of [randomUUID(), 'x', '%00']) await json(`/api/attempts/${id}`, { answers: [] });
	await json('/api/undo', {});
}
