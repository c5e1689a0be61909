import { randomUUID } from 'node:crypto';
import type { APIRequest } from '@playwright/test';
import * as room from './classroom.ts';
import { ITEMS, answerTo, formBehind, respond } from './quiz-keys.ts';

/** Everything of one class and of its teacher's workspace that has an id or a secret. */
export interface Ids {
	classId: string;
	quizId: string;
	draftId: string;
	attemptId: string;
	studentId: string;
	typedItem: string;
	seqs: Record<'quiz' | 'draft' | 'item' | 'fact', string>;
	gradeVersion: string;
	placeId: string;
	placeToken: string;
	teachId: string;
	teachToken: string;
	workspaceId: string;
	articleId: string;
	importedId: string;
	factId: string;
	itemId: string;
	itemVersion: string;
	entryId: string;
	reportId: string;
	reporterId: string;
	invitationId: string;
	joinToken: string;
	reviewId: string;
}

/** One class with its teacher and students; every name in it is a word that stands nowhere else. */
export interface Side extends Ids {
	teacher: room.Person;
	student: room.Person;
	classmate: room.Person;
	names: { common: string[]; teachers: string[]; student: string; classmate: string };
}

const TYPED = ITEMS.filter(({ forms }) => forms.some(({ form }) => form === 'typed')).map(({ id }) => id);
let made = 0;
/** A word that nobody would guess, and that no other object bears. */
const word = (what: string) => `${what}${++made}q${randomUUID().slice(0, 8)}`;

export async function makeSide(api: APIRequest, origin: string): Promise<Side> {
	const names = { class: word('Klass'), quiz: word('Quizz'), draft: word('Draught'), teacher: word('Teach') };
	const people = { student: word('Stud'), classmate: word('Mate'), place: word('Place'), email: word('mail') };
	const teacher = await room.member(api, origin, names.teacher);
	const { id: classId, code } = await room.openClass(teacher, names.class);
	const student = await room.guest(api, origin);
	const classmate = await room.guest(api, origin);
	await room.joinClass(student, code, people.student);
	await room.joinClass(classmate, code, people.classmate);
	const quiz = await attempted(teacher, student, classId, names.quiz);
	const items = ITEMS.slice(0, 3).map(({ id }) => id);
	const draftId = await room.draftQuiz(teacher, classId, { title: names.draft, items });
	const bench = await makeWorkspace(teacher, { name: word('Bench'), entry: word('Entry'), article: word('Article') });
	const note = word('Note');
	const reported = { reportId: randomUUID(), reporterId: '' };
	await teacher.post('/api/reports', { id: reported.reportId, itemId: bench.itemId, reason: 'wrong', note });
	const { open } = await teacher.data<{ open: { learnerId: string }[] }>(`/workspaces/${bench.workspaceId}/reports`);
	reported.reporterId = open[0]!.learnerId;
	const invited = await invitations(teacher, classId, bench.workspaceId, [people.place, people.email]);
	const side = {
		...{ teacher, student, classmate, classId, draftId, ...quiz, ...bench, ...invited, ...reported },
		studentId: await learnerNamed(teacher, classId, people.student),
		reviewId: await reviewed(student),
		gradeVersion: '',
		seqs: { quiz: '', draft: '', item: bench.itemSeq, fact: bench.factSeq },
		names: {
			common: [names.class, names.quiz, names.teacher],
			teachers: [names.draft, people.place, people.email, note, ...bench.words],
			student: people.student,
			classmate: people.classmate
		}
	};
	return renew(side);
}

/** Reads again what a change has to be shown to know: change counts and versions. */
export async function renew(side: Side): Promise<Side> {
	const { teacher, classId, quizId, draftId, studentId } = side;
	const seq = async (id: string) => {
		const path = `/classes/${classId}/assignments/${id}`;
		return String((await teacher.data<room.TaughtQuiz>(path)).assignment.seq);
	};
	const cell = `/classes/${classId}/gradebook/${studentId}/${quizId}`;
	const { grade } = await teacher.data<{ grade: { version: string } }>(cell);
	const seqs = { ...side.seqs, quiz: await seq(quizId), draft: await seq(draftId) };
	return { ...side, seqs, gradeVersion: grade.version };
}

async function learnerNamed(teacher: room.Person, classId: string, name: string): Promise<string> {
	type People = { people: { members: { id: string; name: string }[] } };
	const { people } = await teacher.data<People>(`/classes/${classId}/people`);
	return people.members.find((one) => one.name === name)!.id;
}

/** A quiz that the student has finished and may begin again, with a typed question. */
async function attempted(teacher: room.Person, student: room.Person, classId: string, title: string) {
	const plan = { title, items: TYPED.slice(0, 12), rules: { attempts: '50', feedback: 'after-attempt' } };
	const quizId = await room.giveQuiz(teacher, classId, plan);
	const attemptId = await room.begin(student, quizId);
	const asked = await room.askedIn(student, attemptId);
	const behind = asked.map(({ question }) => formBehind(question, plan.items)!);
	const answers = behind.map(({ form }, position) => ({
		...{ position, seq: 1, durationMs: 1000 },
		response: respond(form, false)
	}));
	await room.finish(student, attemptId, answers);
	const typed = behind.find(({ form }) => ['typed', 'cloze', 'date'].includes(form.form)) ?? behind[0]!;
	return { quizId, attemptId: attemptId, typedItem: typed.item.id };
}

async function reviewed(student: room.Person): Promise<string> {
	const { prompt } = await (await student.get('/api/next')).json();
	const sent = answerTo(prompt, false);
	await student.json('/api/reviews', sent);
	return sent.id;
}

const articleText = (name: string) => `Portugal and Norway agree on ${name} patrols

LISBON, 14 May 2024 (Atlantic Wire) - Portugal's Prime Minister Ana Lopes met Norway's Prime Minister Erik Dahl in Lisbon on 13 May 2024.

The two sides agreed to resume joint ${name} patrols in the Barents Sea. Norway opposes new tariffs on cod. Portugal will open a consulate in Bergen in 2025.
`;

/** A workspace with an article that is read, one that is not confirmed, a published question, and a word of its own. */
async function makeWorkspace(teacher: room.Person, names: { name: string; entry: string; article: string }) {
	const workspaceId = room.lastOf(await teacher.does('/workspaces?/create', { name: names.name }));
	const base = `/workspaces/${workspaceId}`;
	const read = async (text: string) => (await teacher.does(`${base}/articles/new`, { text })).split('/').at(-2)!;
	const articleId = await read(articleText(names.article));
	const particulars = {
		title: names.article,
		label: names.article,
		publisher: '',
		author: '',
		published: '2024-05-14'
	};
	await teacher.does(`${base}/articles/${articleId}/confirm`, particulars);
	const importedId = await read(articleText(`${names.article}two`));
	const api = `/api${base}/articles/${articleId}`;
	await teacher.json(api, { do: 'accept-above', confidence: 0 });
	type Bench = { facts: { id: string; seq: number; state: string }[] };
	const { facts } = (await (await teacher.get(api)).json()) as Bench;
	type Items = { items: { item: { id: string; version: string }; seq: number; findings: unknown[] }[] };
	const { items } = await teacher.data<Items>(`${base}/items?show=ready`);
	const { item, seq } = items[0]!;
	const publish = { id: item.id, version: item.version, seq: String(seq) };
	await teacher.does(`${base}/items?/publish`, publish);
	const published = (await teacher.data<Items>(`${base}/items?show=published`)).items[0]!;
	await teacher.does(`${base}/names?/add`, { kind: 'alias', of: 'Norway', alias: names.entry });
	const { entries } = await teacher.data<{ entries: { id: string }[] }>(`${base}/names`);
	return {
		...{ workspaceId, articleId, importedId, entryId: entries[0]!.id },
		...{ factId: facts[0]!.id, factSeq: String(facts[0]!.seq) },
		...{ itemId: item.id, itemVersion: published.item.version, itemSeq: String(published.seq) },
		words: [names.name, names.entry, names.article]
	};
}

/** The links of a class and of a workspace; each is shown once, in the answer to its making. */
async function invitations(teacher: room.Person, classId: string, workspaceId: string, [name, email]: string[]) {
	const token = async (path: string, link: string, fields: room.Fields = {}) => {
		const html = await (await teacher.post(path, fields)).text();
		return new RegExp(`/${link}/([\\w-]{20,})`).exec(html)![1]!;
	};
	const people = `/classes/${classId}/people`;
	const placeToken = await token(`${people}?/roster`, 'classes/join', { roster: `${name},${email}@example.org` });
	const teachToken = await token(`${people}?/invite`, 'classes/teach');
	const joinToken = await token(`/workspaces/${workspaceId}?/invite`, 'join', { role: 'learner' });
	type People = { people: { waiting: { id: string }[]; invitations: { id: string }[] } };
	const { waiting, invitations: made } = (await teacher.data<People>(people)).people;
	const of = await teacher.data<{ invitations: { id: string }[] }>(`/workspaces/${workspaceId}`);
	const ids = { placeId: waiting[0]!.id, teachId: made[0]!.id, invitationId: of.invitations[0]!.id };
	return { placeToken, teachToken, joinToken, ...ids };
}
