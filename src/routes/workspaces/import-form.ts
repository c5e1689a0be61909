/** An article as a form gives it, in the shape that the use case takes. */
export type Given =
	| { from: 'text'; text: string }
	| { from: 'file'; bytes: Uint8Array; name: string; contentType: string }
	| { from: 'url'; url: string };

/**
 * The article in a form: its file, else its address, else the text that was pasted.
 * @returns `given` is undefined where all three are empty; `kept` is what may be shown again
 */
export async function readImport(form: FormData): Promise<{ given?: Given; kept: { text: string; url: string } }> {
	const [text, url, file] = [textOf(form, 'text'), textOf(form, 'url').trim(), form.get('file')];
	const kept = { text, url };
	if (file instanceof File && file.size > 0) {
		const bytes = new Uint8Array(await file.arrayBuffer());
		return { given: { from: 'file', bytes, name: file.name, contentType: file.type }, kept };
	}
	if (url !== '') return { given: { from: 'url', url }, kept };
	return text.trim() === '' ? { kept } : { given: { from: 'text', text }, kept };
}

/** A text field of a form, whole. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** The field of the import form that a refused article came from. */
export function fieldOf(given: Given | undefined): 'text' | 'file' | 'url' {
	return given?.from ?? 'text';
}
