import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequest } from '@playwright/test';
import type { NextPrompt } from '../../src/lib/domain/reviewing/messages.ts';
import * as room from './classroom.ts';
import type { Server } from './fixtures.ts';
import { ITEMS, answerTo, formBehind, respond } from './quiz-keys.ts';

const DAY = 86_400_000;
/** So long ago she began, and on these days she did not come. */
const DAYS = 18;
const AWAY = [5, 6, 11];
const MOST_A_DAY = 14;
/** Items that she never gets right. */
const HARD = 4;

/** What the people of this world wrote themselves: names of people, classes, quizzes, workspaces, articles and deadlines. */
export const WRITTEN = {
	teacher: 'Ms Adaeze Okafor',
	learner: 'Lin Wei',
	second: 'Mo Adeyemi',
	third: 'Anna-Katharina Schwarzenberger',
	invited: 'Ana Lopes',
	className: 'Comparative politics, autumn term',
	emptyClass: 'A class that is new',
	quiz: 'Week one: who said what',
	open: 'Week two',
	draft: 'Not yet given',
	study: 'Know this before the seminar',
	emptyWorkspace: 'Nothing here yet',
	workspace: 'Busan, October 2025',
	article: 'Three hours in Busan',
	label: 'Busan wire',
	publisher: 'Atlantic Wire',
	alias: 'the Middle Kingdom',
	aliasOf: 'China',
	/** As an article is called until somebody gives it a name. */
	unnamed: 'Trump, Xi agree to year-long tariff pause in Ulsan but leave',
	/** As the memory map shortens a name. */
	shortened: 'Anna-Katharina…',
	met: 'Seminar on trade',
	goal: 'The examination',
	tooMuch: 'Everything by Friday',
	proposed: 'Mid-term',
	note: 'Which of the two meetings is meant?'
};

/** What is in the addresses of the world's pages. */
export interface Places {
	item: string;
	flagged: string;
	answered: string;
	classId: string;
	emptyClass: string;
	quiz: string;
	draft: string;
	study: string;
	open: string;
	attempt: string;
	openAttempt: string;
	student: string;
	joinClass: string;
	teachClass: string;
	joinWorkspace: string;
	workspace: string;
	emptyWorkspace: string;
	article: string;
	unconfirmed: string;
	itemOfWorkspace: string;
}

/** A learner with weeks of reviews, her class, its teacher and his workspace, as the pages show them. */
export interface Filled {
	learner: room.Person;
	teacher: room.Person;
	fresh: room.Person;
	places: Places;
}

/** Fills a server through its own forms and endpoints, on a clock that is set back and comes up to the present. */
export async function fillServer(api: APIRequest, server: Server): Promise<Filled> {
	const learner = await reviewedForWeeks(api, server);
	const { answered, item, flagged } = await setCardsAside(learner);
	await setDeadlines(learner, server);
	const teacher = await room.member(api, server.origin, WRITTEN.teacher);
	const taught = await teach(api, server, teacher, learner);
	const bench = await makeWorkspace(teacher);
	const fresh = await room.guest(api, server.origin);
	return { learner, teacher, fresh, places: { answered, item, flagged, ...taught, ...bench } };
}

async function reviewedForWeeks(api: APIRequest, server: Server): Promise<room.Person> {
	server.runAhead(-DAYS * DAY);
	const learner = await room.guest(api, server.origin);
	const options = { newPerDay: '8', reviewsPerDay: '100', leechAt: '2' };
	await learner.does('/learning/options?/save', options);
	const hard = new Set<string>();
	for (let day = 0; day <= DAYS; day++) {
		server.runAhead((day - DAYS) * DAY);
		if (!AWAY.includes(day)) await reviewDay(learner, hard, day);
	}
	server.runAhead(0);
	return learner;
}

/** A day's answers: every sixth is wrong, and the hard ones are once they were learnt. */
async function reviewDay(learner: room.Person, hard: Set<string>, day: number): Promise<void> {
	for (let turn = 0; turn < MOST_A_DAY; turn++) {
		const { prompt, kind } = (await (await learner.get('/api/next')).json()) as NextPrompt;
		if (!prompt) return;
		if (hard.size < HARD && turn % 2 === 0) hard.add(prompt.itemId);
		const right = hard.has(prompt.itemId) ? kind !== 'review' : (turn + day) % 6 !== 5;
		const took = { retry: false, durationMs: 3000 + ((turn * 1700) % 9000) };
		const reply = await learner.json('/api/reviews', { ...answerTo(prompt, right), ...took });
		if (!reply.ok()) throw new Error(`no answer was taken: ${await reply.text()}`);
	}
}

/** Flags, buries and suspends cards that she has met. */
async function setCardsAside(learner: room.Person) {
	type Listed = { list: { cards: { itemId: string }[] } };
	const { list } = await learner.data<Listed>('/learning/cards');
	const [item, flagged, buried, suspended] = list.cards.map(({ itemId }) => itemId);
	if (!item || !flagged || !buried || !suspended) throw new Error('she has met too few cards');
	const change = (itemId: string, fields: room.Fields) =>
		learner.does(`/learning/cards/${itemId}`, { id: randomUUID(), ...fields });
	await change(flagged, { kind: 'flag', flag: '1' });
	await change(buried, { kind: 'bury', until: room.localTime(new Date(Date.now() + 3 * DAY)).slice(0, 10) });
	await change(suspended, { kind: 'suspend', suspended: 'true' });
	const { prompt } = (await (await learner.get('/api/next')).json()) as NextPrompt;
	const item0 = prompt ?? (await nextOf(learner, ITEMS.at(-1)!.id));
	const sent = answerTo(item0, false);
	await learner.json('/api/reviews', sent);
	return { item, flagged, answered: sent.id };
}

const nextOf = async (learner: room.Person, id: string) =>
	((await (await learner.get(`/api/next?item=${id}`)).json()) as NextPrompt).prompt!;

/** One deadline that is over, one that can be met, and one that asks for too much. */
async function setDeadlines(learner: room.Person, server: Server): Promise<void> {
	const day = (ahead: number) => room.localTime(new Date(Date.now() + ahead * DAY)).slice(0, 10);
	const set = (deck: string, on: number, name: string) =>
		learner.does('/learning/deadlines?/set', { deck, day: day(on), name });
	server.runAhead(-9 * DAY);
	await set('topic:economy', -1, WRITTEN.met);
	server.runAhead(0);
	await set('topic:taiwan', 21, WRITTEN.goal);
	await set('all', 4, WRITTEN.tooMuch);
}

/** A class with a finished quiz of three students, one that is open, a draft and something to study. */
async function teach(api: APIRequest, server: Server, teacher: room.Person, learner: room.Person) {
	const { id: classId, code } = await room.openClass(teacher, WRITTEN.className);
	const { id: emptyClass } = await room.openClass(teacher, WRITTEN.emptyClass);
	const others = [await room.guest(api, server.origin), await room.guest(api, server.origin)];
	await room.joinClass(learner, code, WRITTEN.learner);
	for (const [index, other] of others.entries())
		await room.joinClass(other, code, [WRITTEN.second, WRITTEN.third][index]!);
	const items = ITEMS.slice(40, 90).filter((_, index) => index % 4 === 0);
	const ids = items.map(({ id }) => id).slice(0, 8);
	const closesAt = room.localTime(new Date(Date.now() + 2 * DAY));
	const rules = { feedback: 'after-attempt', attempts: '2', closesAt };
	const quiz = await room.giveQuiz(teacher, classId, { title: WRITTEN.quiz, items: ids, rules });
	const attempt = await sit(learner, quiz, ids, 3);
	for (const [index, other] of others.entries()) await sit(other, quiz, ids, 2 + index);
	const next = { title: WRITTEN.open, items: ids.slice(0, 4), rules: { minutes: '20' } };
	const open = await room.giveQuiz(teacher, classId, next);
	const openAttempt = await room.begin(learner, open);
	const draft = await room.draftQuiz(teacher, classId, { title: WRITTEN.draft, items: ids.slice(0, 3) });
	const study = await giveStudy(teacher, classId, ids.slice(2, 7));
	type People = { people: { members: { id: string; name: string }[] } };
	const { people } = await teacher.data<People>(`/classes/${classId}/people`);
	const student = people.members.find(({ name }) => name === WRITTEN.learner)!.id;
	const path = `/classes/${classId}/people`;
	const joinClass = await tokenIn(teacher, `${path}?/roster`, 'classes/join', {
		roster: `${WRITTEN.invited},ana@example.org`
	});
	const teachClass = await tokenIn(teacher, `${path}?/invite`, 'classes/teach');
	return { classId, emptyClass, quiz, open, openAttempt, draft, study, attempt, student, joinClass, teachClass };
}

/** Takes a quiz and finishes it; every so many-th answer is wrong. */
async function sit(student: room.Person, quiz: string, ids: readonly string[], wrongEach: number): Promise<string> {
	const attempt = await room.begin(student, quiz);
	const answers = (await room.askedIn(student, attempt)).map(({ question, position }) => {
		const { form } = formBehind(question, ids)!;
		return { position, seq: 1, durationMs: 4000, response: respond(form, position % wrongEach !== 0) };
	});
	await room.finish(student, attempt, answers);
	return attempt;
}

async function giveStudy(teacher: room.Person, classId: string, items: readonly string[]): Promise<string> {
	const fields = { title: WRITTEN.study, kind: 'study', item: [...items] };
	const study = room.lastOf(await teacher.does(`/classes/${classId}/assignments/new?/create`, fields));
	const path = `/classes/${classId}/assignments/${study}`;
	const seq = async () => String((await teacher.data<room.TaughtQuiz>(path)).assignment.seq);
	await teacher.does(`${path}?/publish`, { seq: await seq() });
	return study;
}

/** A link is shown once, in the answer to its making. */
async function tokenIn(who: room.Person, path: string, link: string, fields: room.Fields = {}): Promise<string> {
	const html = await (await who.post(path, fields)).text();
	return new RegExp(`/${link}/([\\w-]{20,})`).exec(html)![1]!;
}

const ARTICLE = readFileSync('tests/articles/dev/wire-busan.txt', 'utf8');

/** A workspace with an article that was read, one that waits for its particulars, questions, names and a report. */
async function makeWorkspace(teacher: room.Person) {
	const make = async (name: string) => room.lastOf(await teacher.does('/workspaces?/create', { name }));
	const emptyWorkspace = await make(WRITTEN.emptyWorkspace);
	const workspace = await make(WRITTEN.workspace);
	const base = `/workspaces/${workspace}`;
	const read = async (text: string) => (await teacher.does(`${base}/articles/new`, { text })).split('/').at(-2)!;
	const article = await read(ARTICLE);
	const particulars = { title: WRITTEN.article, label: WRITTEN.label, publisher: WRITTEN.publisher, author: '' };
	await teacher.does(`${base}/articles/${article}/confirm`, { ...particulars, published: '2025-10-30' });
	const unconfirmed = await read(ARTICLE.replaceAll('Busan', 'Ulsan'));
	await teacher.json(`/api${base}/articles/${article}`, { do: 'accept-above', confidence: 0.9 });
	type Items = { items: { item: { id: string; version: string }; seq: number }[] };
	const { items } = await teacher.data<Items>(`${base}/items?show=ready`);
	for (const { item, seq } of items.slice(0, 3))
		await teacher.does(`${base}/items?/publish`, { id: item.id, version: item.version, seq: String(seq) });
	await teacher.does(`${base}/names?/add`, { kind: 'alias', of: WRITTEN.aliasOf, alias: WRITTEN.alias });
	const itemOfWorkspace = items[0]!.item.id;
	const note = WRITTEN.note;
	await teacher.does('/api/reports', { id: randomUUID(), itemId: itemOfWorkspace, reason: 'unclear', note });
	const joinWorkspace = await tokenIn(teacher, `${base}?/invite`, 'join', { role: 'learner' });
	return { workspace, emptyWorkspace, article, unconfirmed, itemOfWorkspace, joinWorkspace };
}
