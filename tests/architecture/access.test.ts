import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACCESS, mayUse } from '../../src/lib/server/access.ts';

/** Every route that answers a request, by its id. */
function routeIds(folder = 'src/routes', id = '/'): string[] {
	const names = readdirSync(folder, { withFileTypes: true });
	const answers = names.some((entry) => /^\+(page|server)\b/.test(entry.name));
	const below = names
		.filter((entry) => entry.isDirectory())
		.flatMap((entry) => routeIds(join(folder, entry.name), id === '/' ? `/${entry.name}` : `${id}/${entry.name}`));
	return [...(answers ? [id] : []), ...below];
}

describe('access to routes', () => {
	it('names a role for every route, and no route that is gone', () => {
		expect(Object.keys(ACCESS).sort()).toEqual(routeIds().sort());
	});

	it('is denied where a route is not listed', () => {
		expect(mayUse('/not-listed', { learner: true, account: true })).toBe(false);
	});

	const may = (routes: string[], who: { learner: boolean; account: boolean }) => routes.filter((id) => mayUse(id, who));
	const open = [
		...['/', '/decks', '/register', '/sign-in', '/healthz', '/api/guest', '/workspaces', '/join/[token]'],
		...[
			'/classes',
			'/classes/join/[token]',
			'/classes/teach/[token]',
			'/language',
			'/calendar/[token]',
			'/offline',
			'/manifest.webmanifest'
		]
	];

	it('needs a learner for everything that shows or changes a learner’s data', () => {
		expect(may(routeIds(), { learner: false, account: false }).sort()).toEqual(open.sort());
		const students = ['/classes/[class]', '/classes/[class]/results'];
		const ofWorkspaces = (id: string) => id.includes('/workspaces/[workspace]');
		const ofTeachers = (id: string) => id.startsWith('/classes/[class]') && !students.includes(id);
		const guest = may(routeIds(), { learner: true, account: false });
		expect(guest.sort()).toEqual(
			routeIds()
				.filter((id) => !ofWorkspaces(id) && !ofTeachers(id))
				.sort()
		);
	});

	it('opens everything else, all of it about workspaces and teaching, to an account alone', () => {
		expect(may(routeIds(), { learner: true, account: true }).sort()).toEqual(routeIds().sort());
	});
});
