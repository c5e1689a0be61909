import { expect, test } from 'vitest';
import { fieldOf, readImport } from './import-form.ts';

const form = (fields: Record<string, string | File>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};

test('a file goes before an address, an address before text', async () => {
	const file = new File(['abc'], 'a.txt', { type: 'text/plain' });
	const all = await readImport(form({ text: 't', url: ' https://example.org ', file }));
	expect(all.given).toMatchObject({ from: 'file', name: 'a.txt', contentType: 'text/plain' });
	expect(all.kept).toEqual({ text: 't', url: 'https://example.org' });
	expect((await readImport(form({ text: 't', url: 'https://example.org' }))).given).toEqual({
		from: 'url',
		url: 'https://example.org'
	});
	const pasted = await readImport(form({ text: ' t\n', url: ' ', file: new File([], '') }));
	expect(pasted.given).toEqual({ from: 'text', text: ' t\n' });
	expect(fieldOf(pasted.given)).toBe('text');
});

test('nothing is nothing', async () => {
	expect((await readImport(form({ text: ' \n', url: '' }))).given).toBeUndefined();
});
