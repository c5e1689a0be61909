import { fold } from '../../text.ts';

/** An id made of a name: "Côte d'Ivoire" → "cote-divoire". Names in other scripts keep their code points. */
export function slug(name: string): string {
	const plain = fold(name.replace(/^the /i, ''))
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	if (plain !== '') return plain;
	return Array.from(name, (letter) => (letter.codePointAt(0) ?? 0).toString(16)).join('-') || 'unnamed';
}

/** The name without a leading article. */
export const withoutThe = (name: string): string => name.replace(/^the /i, '');
