import type { BlockRole, Span } from '#lib/domain/articles/types.ts';
import type { FactKind } from '#lib/domain/facts/vocabulary.ts';
import type { ProposalState, WorkbenchFact } from '#lib/domain/workbench.ts';

/** A stretch of the article on which a fact stands. */
export interface Mark extends Span {
	id: string;
	kind: FactKind;
	state: ProposalState;
}

/** A stretch of the text that is drawn as one paragraph: a block, or a part of a very long one. */
export interface Piece extends Span {
	role: BlockRole;
	paragraph: number;
	/** It goes on where the piece before it was cut. */
	continued: boolean;
}

/** Text on which the same facts stand throughout. */
export interface Segment extends Span {
	text: string;
	/** The shortest one first: it is what a click means. */
	marks: Mark[];
	/** Those that begin here and get their letter. */
	opens: Mark[];
}

/** A longer paragraph is drawn in parts, so that none carries thousands of marks. */
const LONGEST_PIECE = 3000;

/** The paragraphs of an article as they are drawn; long ones are cut at a space. */
export function piecesOf(blocks: readonly (Span & { role: BlockRole; paragraph: number })[], text: string): Piece[] {
	return blocks.flatMap(({ start, end, role, paragraph }) => {
		const pieces: Piece[] = [];
		let from = start;
		while (from < end) {
			const to = end - from <= LONGEST_PIECE ? end : cutAt(text, from + LONGEST_PIECE);
			pieces.push({ start: from, end: Math.min(to, end), role, paragraph, continued: from > start });
			from = to;
		}
		return pieces;
	});
}

/** A place to cut at or shortly before an offset: after a space where there is one, never inside a surrogate pair. */
function cutAt(text: string, offset: number): number {
	const space = text.lastIndexOf(' ', offset);
	if (space > offset - 200) return space + 1;
	const low = text.charCodeAt(offset);
	return low >= 0xdc00 && low <= 0xdfff ? offset - 1 : offset;
}

/** The marks of each piece, by its index. A rejected or merged fact marks nothing. */
export function marksByPiece(pieces: readonly Piece[], facts: readonly WorkbenchFact[]): ReadonlyMap<number, Mark[]> {
	const marks = new Map<number, Mark[]>();
	for (const { id, state, fact } of facts) {
		if (state === 'rejected' || state === 'merged') continue;
		for (const { start, end } of joined(fact.evidence)) {
			for (let index = pieceAt(pieces, start); index < pieces.length; index++) {
				const piece = pieces[index];
				if (!piece || piece.start >= end) break;
				const mark = { id, kind: fact.kind, state, start: Math.max(start, piece.start), end: Math.min(end, piece.end) };
				if (mark.start >= mark.end) continue;
				const there = marks.get(index);
				if (there) there.push(mark);
				else marks.set(index, [mark]);
			}
		}
	}
	return marks;
}

/** A fact's own spans where they overlap are one mark. */
function joined(spans: readonly Span[]): Span[] {
	const marks: Span[] = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		const last = marks.at(-1);
		if (last && start < last.end) last.end = Math.max(last.end, end);
		else marks.push({ start, end });
	}
	return marks;
}

/** The first piece that ends after an offset. */
export function pieceAt(pieces: readonly Piece[], offset: number): number {
	let low = 0;
	let high = pieces.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((pieces[middle]?.end ?? Infinity) > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** A piece's text cut wherever a mark begins or ends. */
export function segmentsOf(piece: Span, marks: readonly Mark[], text: string): Segment[] {
	const cuts = [...new Set([piece.start, piece.end, ...marks.flatMap(({ start, end }) => [start, end])])];
	cuts.sort((a, b) => a - b);
	const byStart = [...marks].sort((a, b) => a.start - b.start);
	let next = 0;
	let active: Mark[] = [];
	return cuts.slice(0, -1).map((start, index) => {
		const end = cuts[index + 1] ?? piece.end;
		const opens: Mark[] = [];
		for (let mark = byStart[next]; mark && mark.start <= start; mark = byStart[++next]) opens.push(mark);
		active = [...active.filter((mark) => mark.end > start), ...opens].sort(shorterFirst);
		return { start, end, text: text.slice(start, end), marks: active, opens: opens.sort((a, b) => b.end - a.end) };
	});
}

const shorterFirst = (a: Mark, b: Mark) => a.end - a.start - (b.end - b.start);

/** The fact that a click on a stretch means: the shortest, and on a second click the next one. */
export function chosenBy(marks: readonly Mark[], selected: string | undefined): string | undefined {
	const at = marks.findIndex(({ id }) => id === selected);
	return marks[(at + 1) % Math.max(1, marks.length)]?.id;
}
