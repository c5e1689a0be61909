/** In characters of a sentence; longer ones are lists. */
const LONGEST = 1000;
const ACCENTED = /[\u00c0-\u024f]/u;

/** Each letter without its marks, one for one, so that places stay the same. */
const bare = (text: string): string => text.replace(/[\u00c0-\u024f]/gu, (letter) => letter.normalize('NFD').charAt(0));

/** How sentences write names: with the marks that a list of names may lack. */
export class Writings {
	private readonly texts: readonly { text: string; plain: string }[];

	/** @param texts the sentences; those without a marked letter are not kept */
	constructor(texts: readonly string[]) {
		const marked = new Set(
			texts.map((text) => text.slice(0, LONGEST).normalize('NFC')).filter((text) => ACCENTED.test(text))
		);
		this.texts = [...marked].map((text) => ({ text, plain: bare(text) }));
	}

	/** The name as the sentences write it, else as it is. */
	of(name: string): string {
		if (ACCENTED.test(name)) return name;
		for (const { text, plain } of this.texts) {
			const at = plain.indexOf(name);
			if (at >= 0) return text.slice(at, at + name.length);
		}
		return name;
	}
}
