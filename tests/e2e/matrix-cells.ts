import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fields } from './classroom.ts';
import { routeFiles } from './crawl.ts';
import type { Ids } from './matrix-world.ts';

/**
 * For whom something is there. `student` is a student of the class, `member` also its teacher, `author` the student whose
 * attempt or review it is; `bearer` is whoever has the link; `account` anybody with an account.
 */
export type Role = 'anyone' | 'learner' | 'account' | 'bearer' | 'member' | 'student' | 'author' | 'teacher' | 'editor';

const JSON_BODY = Symbol('json');
interface Json {
	[JSON_BODY]: unknown;
}
const json = (value: unknown): Json => ({ [JSON_BODY]: value });
export const jsonIn = (body: Fields | Json): { value: unknown } | undefined =>
	JSON_BODY in body ? { value: (body as Json)[JSON_BODY] } : undefined;

/** What one route answers, to one of its load, actions and methods. */
export interface Entry {
	role: Role;
	/** What is sent: enough to have its effect, if it were let. */
	body?: (ids: Ids) => Fields | Json;
	query?: (ids: Ids) => string;
	/** What else than 200 and 303 an allowed one may be told, and why it is no refusal. */
	also?: number[];
	/** What a refused one may be told besides: that it is no answer of hers, in the words for one that has none. */
	denied?: number[];
	/** Done after the others: it takes away what they need. */
	late?: boolean;
}

const to = (role: Role, body?: Entry['body'], more: Partial<Entry> = {}): Entry => ({ role, body, ...more });
const CLASS = '/classes/[class]';
const QUIZ = `${CLASS}/assignments/[assignment]`;
const SPACE = '/workspaces/[workspace]';
const ARTICLE = `${SPACE}/articles/[article]`;
const RULES = { attempts: '7', counts: 'mean', layout: 'page', feedback: 'never', shuffle: 'on' };
const answers = [{ position: 0, seq: 99, durationMs: 1, response: { form: 'true-false', value: true } }];

const inTenDays = () => new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

/** Every route, and in it every action and method. */
export const MATRIX: Readonly<Record<string, Readonly<Record<string, Entry>>>> = {
	'/': { load: to('anyone'), start: to('anyone', () => ({ timeZone: 'UTC' })) },
	'/decks': { load: to('anyone') },
	'/healthz': { GET: to('anyone') },
	'/language': { POST: to('anyone', () => ({ language: 'en' })) },
	'/register': { load: to('anyone'), default: to('anyone', () => ({ name: '' }), { also: [400, 409] }) },
	'/sign-in': { load: to('anyone'), default: to('anyone', () => ({ email: 'x' }), { also: [400, 429] }) },
	'/account': {
		load: to('learner'),
		settings: to('learner', () => ({ newPerDay: '16', fuzz: 'on' })),
		password: to('account', () => ({ present: 'wrong', password: 'four other words' }), { also: [400] }),
		signOut: to('learner', () => ({}), { late: true }),
		signOutEverywhere: to('learner', () => ({}), { late: true })
	},
	'/learning/model': {
		load: to('learner'),
		// Nobody of this world has answered often enough.
		fit: to('learner', () => ({}), { also: [409] }),
		defaults: to('learner', () => ({})),
		move: to('learner', () => ({})),
		moveBack: to('learner', () => ({}))
	},
	'/account/reminders': {
		load: to('learner'),
		makeFeed: to('learner', () => ({})),
		hour: to('learner', () => ({ id: 'x', hour: '9' }), { also: [400] }),
		stop: to('learner', () => ({ id: 'x' }), { also: [404] }),
		revokeFeed: to('learner', () => ({}), { late: true })
	},
	'/learning': {
		load: to('learner'),
		catchUp: to('learner', () => ({ days: '5', fresh: 'none' })),
		endCatchUp: to('learner', () => ({}), { late: true })
	},
	'/learning/cards': { load: to('learner'), undo: to('learner', () => ({ id: randomUUID() }), { also: [404] }) },
	'/learning/cards/[item]': {
		load: to('editor'),
		default: to('editor', () => ({ kind: 'flag', id: randomUUID(), flag: '1' }))
	},
	'/learning/deadlines': {
		load: to('learner'),
		set: to('learner', () => ({ deck: 'all', day: inTenDays(), name: 'by the matrix' }), { also: [400] }),
		remove: to('learner', () => ({ id: randomUUID() }), { also: [404] })
	},
	// Nobody's: who has no calendar's secret is told that there is none.
	'/calendar/[token]': { GET: to('anyone', undefined, { also: [404, 429] }) },
	'/api/push': {
		POST: to('learner', () => json({}), { also: [400, 404] }),
		DELETE: to('learner', () => json({ endpoint: 'https://push.example.org/x' }), { also: [404] })
	},
	'/learning/options': {
		load: to('learner', undefined, { query: () => '?deck=topic:taiwan' }),
		save: to('learner', () => ({ newPerDay: '17' }), { query: () => '&deck=topic:taiwan' }),
		preview: to('learner', () => ({ newPerDay: '18' }), { query: () => '&deck=topic:taiwan' }),
		clear: to('learner', () => ({}), { query: () => '&deck=topic:taiwan' }),
		today: to('learner', () => ({ moreNew: '1', moreReviews: '0' }))
	},
	'/api/guest': { POST: to('anyone', () => json({ timeZone: 'UTC' })) },
	'/api/next': { GET: to('learner') },
	'/api/pack': { GET: to('learner') },
	'/offline': { load: to('anyone') },
	'/manifest.webmanifest': { GET: to('anyone') },
	'/api/reports': {
		POST: to('editor', ({ itemId }) => ({ id: randomUUID(), itemId, reason: 'wrong', note: 'by the matrix' }), {
			denied: [400]
		})
	},
	'/api/reviews': {
		POST: to(
			'editor',
			({ itemId, itemVersion }) =>
				json({
					id: randomUUID(),
					itemId,
					itemVersion,
					formIndex: 0,
					seq: 0,
					response: { form: 'flashcard', rating: 1 }
				}),
			{ also: [400] }
		)
	},
	'/api/reviews/amend': { POST: to('author', ({ reviewId }) => json({ id: randomUUID(), reviewId, rating: 4 })) },
	'/api/undo': { POST: to('author', ({ reviewId }) => json({ reviewId }), { late: true, also: [409], denied: [409] }) },
	'/api/sync': { POST: to('learner', () => json({ now: new Date().toISOString(), heard: null, deeds: [] })) },
	'/review': { load: to('learner'), answer: to('learner', () => ({ form: 'typed' }), { also: [400] }) },
	'/review/answer': {
		load: to('author', undefined, { query: ({ reviewId }) => `?id=${reviewId}&deck=all` }),
		amend: to('author', ({ reviewId }) => ({ id: randomUUID(), reviewId, rating: '2' }), { late: true, also: [409] }),
		undo: to('author', ({ reviewId }) => ({ reviewId }), { late: true, also: [409], denied: [409] })
	},
	'/review/done': { load: to('learner') },
	'/statistics': { load: to('learner') },
	'/statistics/csv': { GET: to('learner', undefined, { query: () => '?table=heat' }) },
	'/api/attempts/[attempt]': { POST: to('author', () => json({ answers }), { also: [409] }) },
	'/attempts/[attempt]': {
		load: to('author'),
		save: to('author', () => ({ 'q0-text': 'by the matrix' })),
		check: to('author', () => ({}), { query: () => '&position=0', also: [404] }),
		finish: to('author')
	},
	'/quizzes/[assignment]': {
		load: to('student'),
		start: to('student', undefined, { late: true, also: [404] }),
		seen: to('student', ({ attemptId }) => ({ change: attemptId }))
	},
	'/classes': {
		load: to('anyone'),
		create: to('account', () => ({ name: 'Made by the matrix' })),
		join: to('anyone', () => ({ code: 'AAAAAAA', student: 'By the matrix' }), { also: [404] })
	},
	'/classes/join/[token]': { load: to('bearer'), default: to('bearer') },
	'/classes/teach/[token]': { load: to('bearer'), default: to('bearer') },
	[CLASS]: {
		load: to('member'),
		rename: to('teacher', () => ({ name: 'Renamed by the matrix' }), { late: true }),
		archive: to('teacher', () => ({ away: 'true' }), { late: true }),
		mistakes: to('member', () => ({})),
		leave: to('member', () => ({}), { late: true, also: [409] })
	},
	[`${CLASS}/results`]: { load: to('student') },
	[`${CLASS}/people`]: {
		load: to('teacher'),
		code: to('teacher', () => ({ wanted: 'off' }), { late: true }),
		remove: to('teacher', ({ studentId }) => ({ id: studentId }), { late: true, also: [404] }),
		withdraw: to('teacher', ({ placeId }) => ({ id: placeId }), { late: true }),
		revoke: to('teacher', ({ teachId }) => ({ id: teachId }), { late: true }),
		roster: to('teacher', () => ({ roster: 'By Matrix,matrix@example.org' }), { late: true }),
		renew: to('teacher', ({ placeId }) => ({ id: placeId })),
		invite: to('teacher', () => ({}), { late: true })
	},
	[`${CLASS}/memory`]: { load: to('teacher', undefined, { query: ({ quizId }) => `?assignment=${quizId}` }) },
	[`${CLASS}/statistics`]: { load: to('teacher') },
	[`${CLASS}/attempts/[attempt]`]: { load: to('teacher') },
	[`${CLASS}/gradebook`]: { load: to('teacher') },
	[`${CLASS}/gradebook/csv`]: { GET: to('teacher') },
	[`${CLASS}/gradebook/[student]/[assignment]`]: {
		load: to('teacher'),
		default: to('teacher', ({ gradeVersion }) => ({ override: '77', comment: 'x', note: 'x', version: gradeVersion }), {
			also: [409]
		})
	},
	[`${CLASS}/assignments/new`]: {
		load: to('teacher'),
		show: to('learner', ({ itemId }) => ({ item: itemId }), { also: [404] }),
		all: to('learner', () => ({ topic: 'ai' }), { also: [404] }),
		create: to('teacher', ({ itemId }) => ({ title: 'By the matrix', kind: 'quiz', item: itemId }), {
			late: true
		})
	},
	[QUIZ]: {
		load: to('teacher'),
		rules: to('teacher', ({ seqs }) => ({ ...RULES, seq: seqs.quiz }), { also: [409] }),
		publish: to('teacher', ({ seqs }) => ({ seq: seqs.quiz }), { also: [409] }),
		delete: to('teacher', () => ({}), { late: true, also: [409] })
	},
	[`${QUIZ}/paper`]: { load: to('teacher', undefined, { query: () => '?sheet=answers' }) },
	[`${QUIZ}/extensions`]: {
		load: to('teacher'),
		default: to('teacher', ({ studentId }) => ({ student: studentId, moreAttempts: '3' }))
	},
	[`${QUIZ}/answers`]: {
		load: to('teacher'),
		right: to('teacher', ({ typedItem }) => ({ item: typedItem, answer: 'no idea at all' })),
		wrong: to('teacher', ({ typedItem }) => ({ item: typedItem, answer: 'no idea at all' })),
		undecide: to('teacher', ({ typedItem }) => ({ item: typedItem, answer: 'no idea at all' }))
	},
	[`${QUIZ}/statistics`]: {
		load: to('teacher'),
		leave: to('teacher', ({ typedItem }) => ({ item: typedItem, out: 'true' })),
		again: to('teacher'),
		retire: to('teacher', ({ itemId, seqs }) => ({ item: itemId, seq: seqs.item }), { also: [400, 404, 409] })
	},
	'/join/[token]': { load: to('bearer'), default: to('bearer') },
	'/workspaces': { load: to('anyone'), create: to('account', () => ({ name: 'Made by the matrix' })) },
	[SPACE]: {
		load: to('editor'),
		rename: to('editor', () => ({ name: 'Renamed by the matrix' }), { late: true }),
		invite: to('editor', () => ({ role: 'editor' })),
		revoke: to('editor', ({ invitationId }) => ({ id: invitationId }), { late: true }),
		remove: to('editor', ({ reporterId }) => ({ id: reporterId }), { late: true, also: [403, 404, 409] }),
		delete: to('editor', ({ importedId }) => ({ id: importedId }), { late: true })
	},
	[`${SPACE}/articles/new`]: {
		load: to('editor'),
		default: to('editor', () => ({ text: 'The matrix said on Monday that it opposes all leaks.' }))
	},
	[ARTICLE]: {
		load: to('editor'),
		decide: to('editor', ({ factId, seqs }) => reject(factId, seqs), { also: [409], denied: [409] })
	},
	[`${ARTICLE}/confirm`]: {
		load: to('editor'),
		default: to('editor', () => ({ title: 'By the matrix', label: 'By the matrix', published: '2024-05-14' }), {
			late: true,
			also: [400]
		})
	},
	[`/api${ARTICLE}`]: {
		GET: to('editor'),
		POST: to('editor', ({ factId, seqs }) => json({ ...reject(factId, seqs), seq: Number(seqs.fact), note: '' }), {
			also: [400, 409]
		})
	},
	[`${SPACE}/items`]: {
		load: to('editor'),
		publish: to('editor', (ids) => seen(ids), { also: [409] }),
		edit: to('editor', (ids) => ({ ...seen(ids), question: 'By the matrix?' }), { also: [400, 409] }),
		retire: to('editor', (ids) => seen(ids), { late: true, also: [409] })
	},
	[`${SPACE}/names`]: {
		load: to('editor'),
		add: to('editor', () => ({ kind: 'alias', of: 'Norway', alias: `Matrixland${randomUUID()}` })),
		remove: to('editor', ({ entryId }) => ({ id: entryId }), { late: true })
	},
	[`${SPACE}/balance`]: { load: to('editor') },
	[`${SPACE}/reports`]: {
		load: to('editor'),
		resolve: to('editor', ({ reporterId, reportId }) => ({ learnerId: reporterId, id: reportId, outcome: 'fixed' }))
	},
	[`${SPACE}/sources`]: {
		load: to('editor'),
		default: to('editor', () => ({ source: 'iria', text: 'The matrix said on Monday that it opposes all leaks.' }), {
			also: [400]
		})
	}
};

const reject = (id: string, seqs: Ids['seqs']): Fields => ({ do: 'reject', id, seq: seqs.fact, reason: 'not-said' });
const seen = ({ itemId, itemVersion, seqs }: Ids): Fields => ({ id: itemId, version: itemVersion, seq: seqs.item });

/** Whether an address or a form names anything beside the class or the workspace that it names first. */
export function namesMore(route: string, { body, query }: Entry, ids: Ids): boolean {
	if (/\[(assignment|attempt|student|article)\]/.test(route)) return true;
	const read = new Set<PropertyKey>();
	const watched = new Proxy(ids, { get: (all, name) => (read.add(name), Reflect.get(all, name)) });
	body?.(watched);
	query?.(watched);
	return [...read].some((name) => String(name).endsWith('Id'));
}

/** Every load, action and method that the sources of the routes have, by route. */
export function routesInSource(): Record<string, string[]> {
	return Object.fromEntries(
		routeFiles().map(({ id, folder, files }) => [id, files.flatMap((file) => namesIn(join(folder, file))).sort()])
	);
}

function namesIn(path: string): string[] {
	if (path.endsWith('+page.svelte')) return ['load'];
	if (!/\+(page\.)?server\.ts$/.test(path)) return [];
	const source = readFileSync(path, 'utf8');
	if (path.endsWith('+server.ts') && !path.endsWith('+page.server.ts'))
		return [...source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD|fallback)\b/gm)].map(
			([, m]) => m!
		);
	const actions = /^export const actions\b[^=]*= \{\n([^]*?)^\}/m.exec(source)?.[1] ?? '';
	return [...actions.matchAll(/^\t(?:async )?(\w+)\s*[:(,]/gm)].map(([, name]) => name!);
}

/** The address of a route for these objects, by its kind of entry. */
export function addressOf(route: string, name: string, entry: Entry, { outer, inner }: Record<'outer' | 'inner', Ids>) {
	const token = route.includes('teach')
		? inner.teachToken
		: route.startsWith('/join')
			? inner.joinToken
			: inner.placeToken;
	const fresh = route.endsWith('/confirm');
	const path = route
		.replace('[class]', outer.classId)
		.replace('[workspace]', outer.workspaceId)
		.replace('[assignment]', inner.quizId)
		.replace('[attempt]', inner.attemptId)
		.replace('[student]', inner.studentId)
		.replace('[article]', fresh ? inner.importedId : inner.articleId)
		.replace('[item]', inner.itemId)
		.replace('[token]', token);
	const action = ['load', 'default', 'GET', 'POST'].includes(name) ? '' : `?/${name}`;
	return path + action + (entry.query?.(inner) ?? '');
}
