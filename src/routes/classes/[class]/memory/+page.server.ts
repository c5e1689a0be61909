import { mapView } from '#lib/domain/teaching/memory-map-view.ts';
import { fail, requireLearner } from '#lib/server/http.ts';
import { classMemory } from '#lib/server/results/memory-map.ts';
import { readMapAddress } from './map-address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const teacher = requireLearner(locals);
	const { timeZone } = teacher.settings;
	const address = readMapAddress(url, timeZone, new Date());
	const { assignment, at } = address;
	const found = await classMemory(locals.db, locals.shipped, teacher, params.class, { assignment, at });
	if (!found.ok) fail(found.code);
	const { map, students, items, wrongs, assignments } = found;
	const names = students.map(({ name }) => name);
	const { rows, ...view } = mapView(map, names, address.page);
	const standing = map.students.map((student, index) => ({ ...student, ...students[index] }));
	return {
		...{ view, assignments, timeZone, address },
		itemCount: map.items.length,
		rows: rows.map((row) => ({
			...row,
			question: items.get(row.itemId)?.question ?? '',
			key: items.get(row.itemId)?.key ?? '',
			wrong: wrongs.get(row.itemId)
		})),
		students: standing.map(({ id = '', name = '', recall, met, behind }) => ({ id, name, recall, met, behind }))
	};
};
