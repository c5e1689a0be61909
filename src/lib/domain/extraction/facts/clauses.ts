import type { Span } from '../../articles/types.ts';
import type { Found } from '../found.ts';

const BREAKS = [', while ', ', but ', ', and ', '; ', ', whereas ', ', although ', ', though '];

/** The clause of a sentence around a span: cut at ", while", ", but", ";" and their like. */
export function clauseAround(found: Found, sentence: Span, span: Span): Span {
	const { normal } = found.layout.article;
	const before = normal.slice(sentence.start, span.start);
	const after = normal.slice(span.end, sentence.end);
	let start = sentence.start;
	let end = sentence.end;
	for (const cut of BREAKS) {
		const left = before.lastIndexOf(cut);
		if (left >= 0) start = Math.max(start, sentence.start + left + cut.length);
		const right = after.indexOf(cut);
		if (right >= 0) end = Math.min(end, span.end + right);
	}
	return { start, end };
}
