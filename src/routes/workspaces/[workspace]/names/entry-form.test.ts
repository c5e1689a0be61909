import * as v from 'valibot';
import { expect, test } from 'vitest';
import { lexiconContentSchema } from '#lib/domain/workspace/lexicon-schema.ts';
import { entryFromForm, slugOf } from './entry-form.ts';

const read = (fields: Record<string, string>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return entryFromForm(form);
};

test.each([
	[
		{ kind: 'name', is: 'person', name: ' Ana Example ', country: '', office: 'minister of ports' },
		{ kind: 'name', is: 'person', name: 'Ana Example', office: 'minister of ports' }
	],
	[
		{ kind: 'alias', of: 'Ana Example', alias: 'AE' },
		{ kind: 'alias', of: 'Ana Example', alias: 'AE' }
	],
	[
		{ kind: 'topic', label: 'Pêche & trade', words: 'cod, herring\nquota, ' },
		{ kind: 'topic', id: 'peche-trade', label: 'Pêche & trade', words: ['cod', 'herring', 'quota'] }
	],
	[
		{ kind: 'trigger', words: 'deplore', act: 'position', stance: 'oppose' },
		{ kind: 'trigger', words: 'deplore', act: 'position', stance: 'oppose' }
	],
	[
		{ kind: 'trigger', words: 'hostility to', part: 'noun', act: 'position', stance: 'oppose' },
		{ kind: 'trigger', words: 'hostility to', part: 'noun', act: 'position', stance: 'oppose' }
	]
])('reads %o', (fields, entry) => {
	expect(read(fields)).toEqual(entry);
	expect(v.is(lexiconContentSchema, entry)).toBe(true);
});

test('a long label still gives an id', () => {
	expect(slugOf('a '.repeat(60))).toMatch(/^[a-z0-9-]{1,60}$/);
});
