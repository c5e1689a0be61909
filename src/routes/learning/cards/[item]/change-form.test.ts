import { expect, it } from 'vitest';
import { readChange } from './change-form.ts';

const NOW = new Date('2026-03-02T10:00:00Z');

it('reads a form as the change that it asks for, and anything else as none', () => {
	const read = (fields: Record<string, string>) => {
		const form = new FormData();
		for (const [name, value] of Object.entries({ id: crypto.randomUUID(), ...fields })) form.set(name, value);
		return readChange(form, 'an.item', NOW);
	};
	expect(read({ kind: 'suspend', suspended: 'true' })).toMatchObject({ suspended: true, itemId: 'an.item' });
	expect(read({ kind: 'bury', until: '' })).toMatchObject({ until: null });
	expect(read({ kind: 'flag', flag: '7' })).toMatchObject({ flag: 7 });
	expect(read({ kind: 'set-due', day: '2026-05-01' })).toMatchObject({ day: '2026-05-01' });
	expect(read({ kind: 'reset' })).toMatchObject({ kind: 'reset' });
	for (const fields of [
		{ kind: 'flag' },
		{ kind: 'flag', flag: '8' },
		{ kind: 'set-due', day: '2026-02-31' },
		{ kind: 'bury', until: 'tomorrow' },
		{ kind: 'reset', id: 'x' },
		{ kind: 'undo', deedId: crypto.randomUUID() },
		{ kind: 'answer' }
	])
		expect(read(fields as unknown as Record<string, string>)).toBeUndefined();
});
