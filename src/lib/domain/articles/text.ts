import type { ArticleText } from './types.ts';

/** Glyphs that rules read as one, each of one UTF-16 unit, so that offsets hold. */
const GLYPHS: readonly [string, RegExp][] = [
	["'", /[‘’‚‛‹›ʼʹ′‵´＇]/g],
	['"', /[“”„‟«»″‶〝〞「」『』＂]/g],
	['-', /[‐‑‒−﹣－⁃]/g],
	['—', /[―⸺⸻﹘]/g],
	['\n', /[\u0085\u2028\u2029\v\f]/g],
	// Spaces, and characters that are not seen: zero widths, soft hyphens, directions, controls.
	[' ', /[\t\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\u00ad\u061c\u180e\ufeff]/g],
	// eslint-disable-next-line no-control-regex -- control characters are what is told apart here
	[' ', /[\u0000-\u0008\u000e-\u001f\u007f]/g]
];

/** An en dash within a word or between figures joins; between spaces it parts. */
function enDash(dash: string, at: number, whole: string): string {
	const apart = (char: string | undefined) => char === undefined || /\s/.test(char);
	return apart(whole[at - 1]) || apart(whole[at + dash.length]) ? '—' : '-';
}

/** A lone grave accent is an apostrophe; a pair of them opens a quotation and stays. */
function graveAccent(run: string): string {
	return run.length === 1 ? "'" : run;
}

/** The same text in which glyphs of one meaning are one glyph; the length does not change. */
function likeGlyphs(text: string): string {
	const alike = GLYPHS.reduce((sofar, [glyph, pattern]) => sofar.replace(pattern, glyph), text);
	return (
		alike
			// Marks of emphasis in Markdown.
			.replace(/\*{2,3}(?=\S)|(?<=\S)\*{2,3}/g, (marks) => ' '.repeat(marks.length))
			.replace(/`+/g, graveAccent)
			.replace(/–/g, enDash)
			.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
	);
}

/**
 * An article's text as it is kept from now on, and beside it the copy that rules read.
 * @param raw decoded text; a byte order mark goes, line ends become "\n", letters are composed (NFC)
 */
export function importText(raw: string): ArticleText {
	const text = raw
		.replace(/^\ufeff/, '')
		.replace(/\r\n?/g, '\n')
		.normalize('NFC');
	return { text, normal: likeGlyphs(text) };
}
