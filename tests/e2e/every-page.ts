import { routeFiles } from './crawl.ts';
import { WRITTEN, type Filled, type Places } from './filled-world.ts';

/** Who looks: a visitor without a session, a guest who has just come, a learner with weeks behind her, a teacher. */
export const WHO = ['visitor', 'fresh', 'learner', 'teacher'] as const;
export type Who = (typeof WHO)[number];

type Look = (places: Places) => readonly string[];
const at =
	(...paths: string[]): Look =>
	() =>
		paths;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const OF_CLASS = (c: string, make: (p: Places, base: string) => string[]): Record<string, Look> => ({
	[`/classes/[class]${c}`]: (p) => make(p, `/classes/${p.classId}`)
});
const OF_QUIZ = (c: string, more: string[] = []): Record<string, Look> => ({
	[`/classes/[class]/assignments/[assignment]${c}`]: (p) =>
		['', ...more].map((query) => `/classes/${p.classId}/assignments/${p.quiz}${c}${query}`)
});
const OF_WORKSPACE = (c: string, more: string[] = []): Record<string, Look> => ({
	[`/workspaces/[workspace]${c}`]: (p) =>
		[`/workspaces/${p.workspace}${c}`, `/workspaces/${p.emptyWorkspace}${c}`].flatMap((path, index) =>
			index === 0 ? ['', ...more].map((query) => path + query) : [path]
		)
});

const LEARNING: Record<string, Look> = {
	'/': at('/'),
	'/decks': at('/decks'),
	'/review': at('/review?deck=all'),
	'/review/done': at('/review/done?deck=all'),
	'/statistics': at('/statistics?range=30', '/statistics?range=all&deck=topic:taiwan&ahead=90'),
	'/learning': at('/learning'),
	'/learning/cards': at('/learning/cards', '/learning/cards?show=leech', '/learning/cards?q=no-such-card'),
	'/learning/deadlines': () =>
		['', `?deck=topic:summit&day=${inDays(12)}&name=${WRITTEN.proposed}`].map((q) => `/learning/deadlines${q}`),
	'/learning/model': at('/learning/model'),
	'/learning/options': at('/learning/options', '/learning/options?deck=topic:taiwan'),
	'/account': at('/account'),
	'/account/reminders': at('/account/reminders'),
	'/classes': at('/classes')
};

/** Every page with its addresses, by who looks at it. */
export const PAGES: Readonly<Record<Who, Readonly<Record<string, Look>>>> = {
	visitor: {
		'/': at('/'),
		'/decks': at('/decks'),
		'/register': at('/register'),
		'/sign-in': at('/sign-in'),
		'/classes': at('/classes'),
		'/workspaces': at('/workspaces'),
		'/join/[token]': (p) => [`/join/${p.joinWorkspace}`, '/join/nobody-has-this-token'],
		'/classes/join/[token]': (p) => [`/classes/join/${p.joinClass}`],
		'/classes/teach/[token]': (p) => [`/classes/teach/${p.teachClass}`],
		'/offline': at('/offline')
	},
	fresh: LEARNING,
	learner: {
		...LEARNING,
		'/review/answer': (p) => [`/review/answer?id=${p.answered}&deck=all`],
		'/learning/cards/[item]': (p) => [`/learning/cards/${p.item}`, `/learning/cards/${p.flagged}`],
		'/classes/[class]': (p) => [`/classes/${p.classId}`],
		'/classes/[class]/results': (p) => [`/classes/${p.classId}/results`],
		'/quizzes/[assignment]': (p) => [`/quizzes/${p.quiz}`, `/quizzes/${p.open}`],
		'/attempts/[attempt]': (p) => [`/attempts/${p.attempt}`, `/attempts/${p.openAttempt}`]
	},
	teacher: {
		'/account': at('/account'),
		'/classes': at('/classes'),
		'/classes/teach/[token]': (p) => [`/classes/teach/${p.teachClass}`],
		...OF_CLASS('', (p, base) => [base, `/classes/${p.emptyClass}`]),
		...OF_CLASS('/people', (_, base) => [`${base}/people`]),
		...OF_CLASS('/memory', (p, base) => [`${base}/memory`, `/classes/${p.emptyClass}/memory`]),
		...OF_CLASS('/statistics', (_, base) => [`${base}/statistics`]),
		...OF_CLASS('/gradebook', (p, base) => [`${base}/gradebook`, `/classes/${p.emptyClass}/gradebook`]),
		...OF_CLASS('/gradebook/[student]/[assignment]', (p, base) => [`${base}/gradebook/${p.student}/${p.quiz}`]),
		...OF_CLASS('/attempts/[attempt]', (p, base) => [`${base}/attempts/${p.attempt}`]),
		...OF_CLASS('/assignments/new', (_, base) => [`${base}/assignments/new`]),
		...OF_CLASS('/assignments/[assignment]', (p, base) =>
			[p.quiz, p.draft, p.study].map((id) => `${base}/assignments/${id}`)
		),
		...OF_QUIZ('/extensions'),
		...OF_QUIZ('/answers'),
		...OF_QUIZ('/statistics'),
		...OF_QUIZ('/paper', ['?sheet=answers']),
		'/workspaces': at('/workspaces'),
		...OF_WORKSPACE(''),
		...OF_WORKSPACE('/articles/new'),
		...OF_WORKSPACE('/items', ['?show=published']),
		...OF_WORKSPACE('/names'),
		...OF_WORKSPACE('/balance'),
		...OF_WORKSPACE('/reports'),
		...OF_WORKSPACE('/sources'),
		'/workspaces/[workspace]/articles/[article]': (p) => [`/workspaces/${p.workspace}/articles/${p.article}`],
		'/workspaces/[workspace]/articles/[article]/confirm': (p) => [
			`/workspaces/${p.workspace}/articles/${p.unconfirmed}/confirm`
		]
	}
};

/** The routes that show a page. */
export const pageRoutes = (): string[] =>
	routeFiles()
		.filter(({ files }) => files.includes('+page.svelte'))
		.map(({ id }) => id);

/** All addresses at which somebody looks, each once. */
export function addressesOf(who: Who, { places }: Filled): string[] {
	return [...new Set(Object.values(PAGES[who]).flatMap((look) => look(places)))];
}
