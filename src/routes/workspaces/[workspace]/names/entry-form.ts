import { textOf } from '../../import-form.ts';

/** The lexicon entry in a form; the use case checks it. Empty fields that may be absent are absent. */
export function entryFromForm(form: FormData): Record<string, unknown> {
	const text = (name: string) => textOf(form, name).trim();
	const given = (name: string) => (text(name) === '' ? {} : { [name]: text(name) });
	const kind = text('kind');
	if (kind === 'name') return { kind, is: text('is'), name: text('name'), ...given('country'), ...given('office') };
	if (kind === 'alias') return { kind, of: text('of'), alias: text('alias') };
	if (kind === 'trigger')
		return { kind, words: text('words'), ...given('part'), act: text('act'), stance: text('stance') };
	const label = text('label');
	return { kind, id: slugOf(label), label, words: listOf(text('words')) };
}

/** "Fisheries & trade" → "fisheries-trade". */
export function slugOf(label: string): string {
	const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return plain
		.split(/[^a-z0-9]+/)
		.filter((part) => part !== '')
		.join('-')
		.slice(0, 60)
		.replace(/-$/, '');
}

/** Words between commas or on lines of their own. */
function listOf(text: string): string[] {
	return text
		.split(/[,\n]/)
		.map((word) => word.trim())
		.filter((word) => word !== '');
}
