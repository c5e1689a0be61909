import { randomUUID } from 'node:crypto';
import type { APIResponse } from '@playwright/test';
import { dataPath, guest, lastOf, member, nodesIn, stranger, type Person } from './classroom.ts';
import { decoded } from './crawl.ts';
import { expect, test as base } from './fixtures.ts';
import { MATRIX, addressOf, jsonIn, namesMore, routesInSource, type Entry, type Role } from './matrix-cells.ts';
import { makeSide, renew, type Ids, type Side } from './matrix-world.ts';

/** No page is opened: what the server answers is read as it is. */
const test = base.extend({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from this pattern
	problems: async ({}, use) => use([])
});

const LONG = 500_000;
test.describe.configure({ mode: 'serial', timeout: LONG });

/** Somebody, what she is, and which of the two classes is hers, if any. */
interface Who {
	name: string;
	person: Person;
	at?: 'a' | 'b';
	roles: Role[];
	/** Words that she may not read. */
	hidden: string[];
}

/** Whose objects are asked for: her own class's; another one's; another one's by way of her own; none that exist. */
type Objects = 'own' | 'foreign' | 'mixed' | 'unknown' | 'nonsense';

interface Cell {
	who: Who;
	route: string;
	name: string;
	entry: Entry;
	objects: Objects;
}

let sides: Record<'a' | 'b', Side>;
let people: Who[];
const counts = { cells: 0, refused: 0, allowed: 0 };
const PUBLIC = ['/', '/workspaces', '/classes', '/decks'];
const other = (at: 'a' | 'b' | undefined) => (at === 'a' ? 'b' : 'a');

test.beforeAll(async ({ playwright: { request }, server: { origin } }) => {
	test.setTimeout(LONG);
	sides = { a: await makeSide(request, origin), b: await makeSide(request, origin) };
	const { a, b } = sides;
	const all = (side: Side) => [...Object.values(side.names).flat()];
	const hers = (side: Side, name: string) =>
		[...side.names.teachers, ...[side.names.student, side.names.classmate]].filter((one) => one !== name);
	people = [
		{ name: 'nobody', person: await stranger(request, origin), roles: ['anyone'], hidden: [...all(a), ...all(b)] },
		{ name: 'guest', person: await guest(request, origin), roles: ['learner'], hidden: [...all(a), ...all(b)] },
		...(['a', 'b'] as const).flatMap((at): Who[] => {
			const side = sides[at];
			const foreign = all(sides[other(at)]);
			const student = [...foreign, ...hers(side, side.names.student)];
			const classmate = [...foreign, ...hers(side, side.names.classmate)];
			const [learns, teaches] = at === 'a' ? ['student', 'teacher'] : ['other student', 'other teacher'];
			return [
				{ name: learns!, person: side.student, at, roles: ['learner', 'member', 'student', 'author'], hidden: student },
				...(at === 'a'
					? [
							{
								name: 'classmate',
								person: side.classmate,
								at,
								roles: ['learner', 'member', 'student'] as Role[],
								hidden: classmate
							}
						]
					: []),
				{
					name: teaches!,
					person: side.teacher,
					at,
					roles: ['learner', 'account', 'member', 'teacher', 'editor'],
					hidden: foreign
				}
			];
		})
	];
});

/** Ids that name nothing. */
function unreal(make: () => string): Ids {
	const real = sides.a;
	const fields = Object.keys(real).filter((name) => typeof real[name as keyof Side] === 'string');
	return { ...real, ...Object.fromEntries(fields.map((name) => [name, make()])) };
}

/** The objects that an address names first, and those that it names then or a form brings. */
function idsOf({ who: { at }, objects }: Cell): { outer: Ids; inner: Ids } {
	const own = at === undefined ? undefined : sides[at];
	const foreign = sides[other(at)];
	const same = (ids: Ids) => ({ outer: ids, inner: ids });
	switch (objects) {
		case 'own':
			return same(own ?? foreign);
		case 'foreign':
			return same(foreign);
		case 'mixed':
			return { outer: own ?? foreign, inner: foreign };
		case 'unknown':
			return same(unreal(randomUUID));
		case 'nonsense':
			return same(unreal(() => "x'1"));
	}
}

const GENERAL: Role[] = ['anyone', 'learner', 'account'];
const namesObjects = (route: string, { role }: Entry) => route.includes('[') || !GENERAL.includes(role);

function cellsOf(who: Who, which: (entry: Entry) => boolean): Cell[] {
	// What lies deeper comes first: a class is put away after all that is in it.
	return Object.entries(MATRIX)
		.toReversed()
		.flatMap(([route, entries]) =>
			Object.entries(entries).flatMap(([name, entry]) => {
				if (!which(entry)) return [];
				if (!namesObjects(route, entry)) return [{ who, route, name, entry, objects: 'own' as const }];
				const hers: Objects[] = namesMore(route, entry, sides.a) && route.includes('[') ? ['own', 'mixed'] : ['own'];
				const kinds: Objects[] = [...(who.at === undefined ? [] : hers), 'foreign', 'unknown', 'nonsense'];
				return kinds.map((objects) => ({ who, route, name, entry, objects }));
			})
		);
}

/** Whether somebody may; undefined where only what comes of it counts: a link, or a foreign object in her own class. */
function may({ who, route, entry, objects }: Cell): boolean | undefined {
	const { role } = entry;
	if (!namesObjects(route, entry)) return role === 'anyone' || who.roles.includes(role);
	if (role === 'bearer' || GENERAL.includes(role)) return undefined;
	if (objects === 'own') return who.roles.includes(role);
	// A list of her own class that is asked for by a foreign name is her own list still.
	const isList = !/\[(assignment|attempt|student|article)\]/.test(route) && /\[(class|workspace)\]/.test(route);
	return objects === 'mixed' && isList && who.roles.includes(role) ? undefined : false;
}

async function ask(cell: Cell, data: boolean): Promise<APIResponse> {
	const { who, route, name, entry } = cell;
	const ids = idsOf(cell);
	const address = addressOf(route, name, entry, ids);
	if (name === 'load' || name === 'GET') return who.person.get(data ? dataPath(address) : address);
	const body = entry.body?.(ids.inner) ?? {};
	const json = jsonIn(body);
	if (json) return who.person.json(address, json.value);
	return data ? who.person.enhanced(address, body as never) : who.person.post(address, body as never);
}

const titleOf = ({ who, route, name, objects }: Cell, data: boolean) =>
	`${who.name}, ${objects}: ${route} ${name}${data ? ' by script' : ''}`;

/** What an answer says of whether it was let: its status, or for a page's script what stands in its body. */
function verdictOf(response: APIResponse, body: string): { status: number; to?: string } {
	const location = response.headers().location;
	const path = (to: string) => new URL(to, 'http://readout').pathname;
	if (location !== undefined) return { status: 303, to: path(location) };
	if (!/^\{"(type|nodes)"/.test(body) && !body.startsWith('{"type"')) return { status: response.status() };
	const said = JSON.parse(body) as {
		type: string;
		status?: number;
		location?: string;
		nodes?: ({ type?: string; status?: number } | null)[];
	};
	if (said.type === 'redirect') return { status: 303, to: path(said.location ?? '') };
	const fault = said.nodes?.find((node) => node?.type === 'error');
	return { status: fault?.status ?? said.status ?? response.status() };
}

/** Asks for one cell, in the ways that there are, and tells what is wrong about the answers. */
async function faultsOf(cell: Cell, allowed: boolean | undefined): Promise<string[]> {
	const { who, route, name, entry, objects } = cell;
	const one = route.startsWith('/api/') || name === 'GET' || objects === 'nonsense';
	const ways = one ? [false] : [false, true];
	const faults: string[] = [];
	for (const data of entry.late && allowed ? [false] : ways) {
		counts.cells++;
		const response = await ask(cell, data);
		const body = await response.text();
		const { status, to } = verdictOf(response, body);
		const title = `${titleOf(cell, data)} → ${status}${to ? ` ${to}` : ''}`;
		const bearer = entry.role === 'bearer' && !['unknown', 'nonsense'].includes(objects);
		const read = decoded(body);
		for (const word of bearer ? [] : who.hidden) if (read.includes(word)) faults.push(`${title} tells ${word}`);
		if (status >= 500) faults.push(`${title} broke`);
		const sent = to !== undefined && PUBLIC.includes(to);
		const denied = [401, 404, ...(entry.denied ?? []), ...(route.includes('[') ? [] : [403])];
		const unreal = objects === 'unknown' || objects === 'nonsense';
		const refused = [...denied, ...(unreal ? [400] : [])].includes(status) || sent;
		if (allowed === false) counts.refused++;
		if (allowed === true) counts.allowed++;
		if (allowed === false && !refused) faults.push(`${title} was let: ${body.slice(0, 80)}`);
		const fine = status === 200 || (status === 303 && to !== undefined) || (entry.also ?? []).includes(status);
		if (allowed === true && !fine) faults.push(`${title} was refused: ${body.slice(0, 160)}`);
	}
	return faults;
}

/** All that the owners of both sides see of what is theirs. */
async function everything(): Promise<Record<string, unknown>> {
	const seen: Record<string, unknown> = {};
	for (const [at, side] of Object.entries(sides))
		for (const who of ['teacher', 'student', 'classmate'] as const)
			for (const [route, entries] of Object.entries(MATRIX)) {
				const entry = entries.load ?? entries.GET;
				if (!entry || !namesObjects(route, entry) || entry.role === 'bearer') continue;
				// Asked so often without a secret, it says nothing more to anybody for a while.
				if (route === '/calendar/[token]') continue;
				const address = addressOf(route, 'load', entry, { outer: side, inner: side });
				const response = await side[who].get(entries.load ? dataPath(address) : address);
				seen[`${at} ${who} ${route}`] = settled(await response.text());
			}
	return seen;
}

const MOMENTARY = ['now', 'at', 'recall', 'changeId', 'amendId', 'dueText', 'intervals', 'query'];

/** A page's data without what is another at each moment: the instant, how soon something is, what memories fade to. */
function settled(body: string): string {
	const values = body.startsWith('{"type":"data"') ? nodesIn(JSON.parse(body)) : [body];
	const lasting = (value: unknown) => (typeof value === 'number' && value % 1 !== 0 ? 'a share' : value);
	return JSON.stringify(values, (name, value: unknown) => (MOMENTARY.includes(name) ? undefined : lasting(value)));
}

test('every route, action and method of the sources stands in the matrix, and none that is gone', () => {
	const named = Object.fromEntries(
		Object.entries(MATRIX).map(([route, entries]) => [route, Object.keys(entries).sort()])
	);
	expect(named).toEqual(routesInSource());
});

test('what is refused tells nothing of it, and changes nothing', async () => {
	const before = await everything();
	const faults: string[] = [];
	for (const who of people)
		for (const cell of cellsOf(who, () => true)) {
			const allowed = may(cell);
			const isWrite = !['load', 'GET'].includes(cell.name);
			if (allowed === true || (allowed === undefined && cell.objects === 'own')) continue;
			if (isWrite && cell.entry.role === 'bearer' && !['unknown', 'nonsense'].includes(cell.objects)) continue;
			faults.push(...(await faultsOf(cell, allowed)));
		}
	expect(faults).toEqual([]);
	expect(await everything()).toEqual(before);
	console.log(`${counts.cells} cells, ${counts.refused} of them to be refused`);
	expect(counts.refused).toBeGreaterThan(500);
});

test('control: what belongs to somebody is there for her', async () => {
	const faults: string[] = [];
	for (const late of [false, true])
		for (const who of people) {
			for (const cell of cellsOf(who, (entry) => (entry.late ?? false) === late)) {
				if (may(cell) !== true || cell.name.startsWith('signOut')) continue;
				if (cell.name === 'rules' || cell.name === 'publish' || cell.route.includes('[student]'))
					for (const at of ['a', 'b'] as const) sides[at] = await renew(sides[at]);
				faults.push(...(await faultsOf(cell, true)));
			}
		}
	expect(faults).toEqual([]);
	expect(counts.allowed).toBeGreaterThan(150);
});

test('a link lets in whoever has it', async ({ playwright: { request }, server: { origin } }) => {
	const { placeToken, teachToken, joinToken } = await makeSide(request, origin);
	const student = await guest(request, origin);
	expect(await student.does(`/classes/join/${placeToken}`)).toMatch(/^\/classes\/[0-9a-f-]{36}$/);
	const late = await (await guest(request, origin)).post(`/classes/join/${placeToken}`);
	expect(late.status()).toBe(409);
	const colleague = await member(request, origin, 'Colleague');
	expect(lastOf(await colleague.does(`/classes/teach/${teachToken}`))).toMatch(/^[0-9a-f-]{36}$/);
	expect(await (await guest(request, origin)).does(`/join/${joinToken}`)).toBe('/decks');
});

test('signing out ends the session, and opens nobody else’s', async () => {
	const [, visitor, student] = people;
	for (const [who, action] of [
		[visitor!, 'signOut'],
		[student!, 'signOutEverywhere']
	] as const) {
		expect(await who.person.does(`/account?/${action}`)).toBe('/');
		expect((await who.person.get('/account')).headers().location).toBe('/');
	}
});
