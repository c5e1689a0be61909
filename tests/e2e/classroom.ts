import type { APIRequest, APIRequestContext, APIResponse } from '@playwright/test';
import type { Response } from '../../src/lib/domain/grading/types.ts';
import type { Question } from '../../src/lib/domain/items/present.ts';
import { prefixOf } from '../../src/lib/domain/teaching/answers-form.ts';

/** Somebody at the door of the server: her cookies, and what she sends by forms and as JSON, without a browser. */
export class Person {
	readonly request: APIRequestContext;
	readonly origin: string;

	constructor(request: APIRequestContext, origin: string) {
		this.request = request;
		this.origin = origin;
	}

	/** A page as a browser asks for it; redirects are told and not followed. */
	get(path: string, accept = 'text/html'): Promise<APIResponse> {
		return this.request.get(path, { maxRedirects: 0, headers: { accept } });
	}

	/** A form as a browser without script sends it. */
	post(path: string, fields: Fields = {}, accept = 'text/html'): Promise<APIResponse> {
		const headers = { origin: this.origin, accept, 'content-type': 'application/x-www-form-urlencoded' };
		return this.request.post(path, { maxRedirects: 0, headers, data: formOf(fields) });
	}

	/** A form as a page with script sends it. */
	enhanced(path: string, fields: Fields = {}): Promise<APIResponse> {
		const kind = { 'content-type': 'application/x-www-form-urlencoded', 'x-sveltekit-action': 'true' };
		const headers = { origin: this.origin, accept: 'application/json', ...kind };
		return this.request.post(path, { maxRedirects: 0, headers, data: formOf(fields) });
	}

	/** JSON to an endpoint; text goes as it is. */
	json(path: string, data: unknown): Promise<APIResponse> {
		const headers = { origin: this.origin, accept: 'application/json', 'content-type': 'application/json' };
		const body = typeof data === 'string' ? data : JSON.stringify(data);
		return this.request.post(path, { maxRedirects: 0, headers, data: Buffer.from(body) });
	}

	/** What the loads of a page give, its layouts' among it. */
	async data<T>(path: string): Promise<T> {
		const response = await this.get(dataPath(path), 'application/json');
		const text = await response.text();
		const body: { nodes?: unknown[] } = response.ok() ? JSON.parse(text) : {};
		if (!body.nodes) throw new Error(`${path} answered ${response.status()}: ${text.slice(0, 300)}`);
		const fault = body.nodes.find((node) => (node as { type?: string } | null)?.type === 'error');
		if (fault) throw new Error(`${path} answered ${JSON.stringify(fault)}`);
		return Object.assign({}, ...nodesIn(body)) as T;
	}

	/** Sends a form that has to be taken, and tells where it leads. */
	async does(path: string, fields: Fields = {}): Promise<string> {
		const response = await this.post(path, fields);
		const to = response.headers().location;
		if (response.status() !== 303 || to === undefined)
			throw new Error(`${path} was refused: ${response.status()} ${said(await response.text())}`);
		return new URL(to, this.origin).pathname;
	}
}

export type Fields = Record<string, string | readonly string[]>;

function formOf(fields: Fields): string {
	const pairs = Object.entries(fields).flatMap(([name, value]) =>
		(typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one])
	);
	return new URLSearchParams(pairs).toString();
}

/** The text of a page's alert, to say why something failed. */
const said = (html: string): string =>
	/role="alert"[^]{0,600}/.exec(html)?.[0].replace(/<[^>]*>/g, ' ') ?? html.slice(0, 300);

/** Where a page's data are fetched by its script. */
export function dataPath(path: string): string {
	const url = new URL(path, 'http://readout');
	return `${url.pathname.replace(/\/$/, '')}/__data.json${url.search}`;
}

/** The loads' values in a body of page data. */
export function nodesIn(body: unknown): object[] {
	const { nodes = [] } = body as { nodes?: ({ type?: string; data?: unknown[] } | null)[] };
	return nodes.flatMap((node) => (node?.type === 'data' && node.data ? [unflatten(node.data) as object] : []));
}

/** A value that was flattened for its way to the browser: places stand for values, and what JSON lacks has a name. */
export function unflatten(flat: readonly unknown[]): unknown {
	const made = new Map<number, unknown>();
	const at = (place: number): unknown => {
		if (place < 0) return place === -3 ? NaN : undefined;
		if (made.has(place)) return made.get(place);
		const value = flat[place];
		if (Array.isArray(value)) return typeof value[0] === 'string' ? named(value) : list(place, value);
		if (typeof value !== 'object' || value === null) return value;
		const object: Record<string, unknown> = {};
		made.set(place, object);
		for (const [name, to] of Object.entries(value)) object[name] = at(Number(to));
		return object;
	};
	const list = (place: number, places: readonly number[]) => {
		const array: unknown[] = [];
		made.set(place, array);
		for (const to of places) array.push(at(to));
		return array;
	};
	const named = ([name, ...rest]: unknown[]) => {
		if (name === 'Date') return new Date(String(rest[0]));
		if (name === 'Set') return new Set(rest.map((to) => at(Number(to))));
		if (name !== 'Map') throw new Error(`the page holds a ${String(name)}`);
		const entries = rest.map((to) => at(Number(to)));
		return new Map(entries.flatMap((key, index) => (index % 2 === 0 ? [[key, entries[index + 1]]] : [])));
	};
	return at(0);
}

/**
 * Somebody without a session.
 * @param at where the server is reached, if not under the name that it goes by
 */
export async function stranger(api: APIRequest, origin: string, at = origin): Promise<Person> {
	return new Person(await api.newContext({ baseURL: at }), origin);
}

/** Somebody who began without an account. */
export async function guest(api: APIRequest, origin: string): Promise<Person> {
	const person = await stranger(api, origin);
	const begun = await person.json('/api/guest', { timeZone: 'UTC' });
	if (!begun.ok()) throw new Error(`no guest: ${await begun.text()}`);
	return person;
}

/** Somebody with an account. */
export async function member(api: APIRequest, origin: string, name: string, at = origin): Promise<Person> {
	const person = await stranger(api, origin, at);
	const email = `${crypto.randomUUID()}@example.org`;
	await person.does('/register', { name, email, password: 'four words that go', timeZone: 'UTC' });
	return person;
}

/** Opens a class, and tells its id and the code for its students. */
export async function openClass(teacher: Person, name: string): Promise<{ id: string; code: string }> {
	const id = lastOf(await teacher.does('/classes?/create', { name }));
	const { class: made } = await teacher.data<{ class: { code: string } }>(`/classes/${id}`);
	return { id, code: made.code };
}

/** Joins a class as a student. */
export const joinClass = (student: Person, code: string, name: string): Promise<string> =>
	student.does('/classes?/join', { code, student: name, timeZone: 'UTC' });

/** The last part of a path. */
export const lastOf = (path: string): string => path.split('/').at(-1) ?? '';

export interface QuizPlan {
	title: string;
	items: readonly string[];
	/** Fields of the rules' form that differ from one attempt, untimed, told after closing. */
	rules?: Fields;
}

/** A quiz as its teacher's page has it. */
export interface TaughtQuiz {
	assignment: { id: string; title: string; seq: number };
	items: { id: string; form: string; key: string; question: string }[];
}

/** Makes a quiz as a draft. */
export async function draftQuiz(teacher: Person, classId: string, { title, items }: QuizPlan): Promise<string> {
	const fields = { title, kind: 'quiz', item: [...items] };
	return lastOf(await teacher.does(`/classes/${classId}/assignments/new?/create`, fields));
}

/** Sets the rules of a draft and publishes it. */
export async function publishQuiz(teacher: Person, classId: string, id: string, rules: Fields = {}): Promise<void> {
	const path = `/classes/${classId}/assignments/${id}`;
	const seq = async () => String((await teacher.data<TaughtQuiz>(path)).assignment.seq);
	const fields = { attempts: '1', counts: 'best', layout: 'page', feedback: 'after-closing', shuffle: 'on' };
	await teacher.does(`${path}?/rules`, { ...fields, ...rules, seq: await seq() });
	await teacher.does(`${path}?/publish`, { seq: await seq() });
}

/** Makes a quiz and publishes it. */
export async function giveQuiz(teacher: Person, classId: string, plan: QuizPlan): Promise<string> {
	const id = await draftQuiz(teacher, classId, plan);
	await publishQuiz(teacher, classId, id, plan.rules);
	return id;
}

/** Begins an attempt, or goes on with the one that is open. */
export async function begin(student: Person, quizId: string): Promise<string> {
	return lastOf(await student.does(`/quizzes/${quizId}?/start`));
}

/** A question of an attempt as the student's page has it. */
export interface Asked {
	position: number;
	question: Question;
}

/** The questions of an attempt. */
export async function askedIn(student: Person, attemptId: string): Promise<Asked[]> {
	const { attempt } = await student.data<{ attempt: { questions: Asked[] } }>(`/attempts/${attemptId}`);
	return attempt.questions;
}

/** An answer to a question of an attempt, as its page sends it. */
export interface Given {
	position: number;
	seq: number;
	durationMs: number;
	response: Response;
}

/** Answers an attempt and finishes it by its form, which holds the answers once more. */
export async function finish(student: Person, attemptId: string, answers: readonly Given[]): Promise<void> {
	const saved = await student.json(`/api/attempts/${attemptId}`, { answers });
	if (!saved.ok()) throw new Error(`the answers were not saved: ${await saved.text()}`);
	await student.does(`/attempts/${attemptId}?/finish`, Object.assign({}, ...answers.map(fieldsOf)));
}

function fieldsOf({ position, response }: Given): Fields {
	const named = (fields: Fields) =>
		Object.fromEntries(Object.entries(fields).map(([name, value]) => [prefixOf(position) + name, value]));
	const parts = (prefix: string, of: Record<string, string>) =>
		named(Object.fromEntries(Object.entries(of).map(([id, to]) => [prefix + id, to])));
	switch (response.form) {
		case 'choice':
			return named({ option: response.option });
		case 'multiple-response':
			return named({ option: response.options });
		case 'true-false':
			return named({ value: String(response.value) });
		case 'order':
			return parts('position-', Object.fromEntries(response.order.map((id, index) => [id, String(index + 1)])));
		case 'match':
			return parts('pair-', response.pairs);
		case 'sort':
			return parts('bin-', response.bins);
		case 'flashcard':
			return named({ rating: String(response.rating) });
		default:
			return named({ text: response.text });
	}
}

/** A local time in UTC as a form's field has it. */
export const localTime = (at: Date): string => at.toISOString().slice(0, 16);
