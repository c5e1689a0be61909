import { fold } from '#lib/domain/text.ts';
import { datelineOf } from './dateline.ts';
import type { Paragraph } from './lines.ts';
import { labelOf, openingOf } from './shapes.ts';
import type { Opening } from './shapes.ts';
import { rolesOf } from './roles.ts';
import type { TextLexicon } from './text-lexicon.ts';
import type { Block, BlockRole, Span } from './types.ts';

/** Blocks are compared by their folded words; longer ones by their first and last units and their length. */
const COMPARED = 4000;

/** What two stretches of text have in common when they say the same words. */
export function sameWordsKey(normal: string, span: Span): string {
	const length = span.end - span.start;
	if (length <= COMPARED) return fold(normal.slice(span.start, span.end));
	return `${length} ${fold(normal.slice(span.start, span.start + COMPARED))} ${fold(normal.slice(span.end - COMPARED, span.end))}`;
}

/** The block's words without what stands before its sentence, and the label if it has one. */
function contentOf(normal: string, paragraph: Span, role: BlockRole, opening: Opening, lexicon: TextLexicon) {
	const start = paragraph.start + opening.skip;
	const inList = opening.kind === 'bullet' || opening.kind === 'number';
	const labelled =
		role === 'bullet' || role === 'body'
			? labelOf(normal.slice(start, Math.min(paragraph.end, start + 200)), inList, lexicon)
			: null;
	const label = labelled?.label ?? opening.label;
	const content = { start: start + (labelled?.skip ?? 0), end: paragraph.end };
	return { content, ...(label === undefined ? {} : { label }) };
}

/** A dateline is looked for in the first paragraphs of prose only. */
const FIRST_BODIES = 3;

/**
 * The paragraphs with the parts that they play.
 * @param normal the text with like glyphs and without line ends inside of paragraphs
 */
export function blocksOf(normal: string, paragraphs: readonly Paragraph[], lexicon: TextLexicon): Block[] {
	const roles = rolesOf(normal, paragraphs, lexicon);
	const seen = new Map<string, number>();
	let section: string | undefined;
	let bodies = 0;
	return paragraphs.map((paragraph, index) => {
		const role = roles[index] ?? 'body';
		const { start, end } = paragraph;
		const skipped: Opening =
			role === 'boilerplate' ? { skip: 0, kind: 'none' } : openingOf(normal.slice(start, Math.min(end, start + 60)));
		const { content, label } = contentOf(normal, paragraph, role, skipped, lexicon);
		bodies += role === 'body' ? 1 : 0;
		const dateline = role === 'body' && bodies <= FIRST_BODIES ? datelineOf(normal, content, lexicon) : null;
		const key = sameWordsKey(normal, content);
		const repeats = key === '' ? undefined : seen.get(key);
		if (repeats === undefined) seen.set(key, paragraph.paragraph);
		const block: Block = { start, end, role, paragraph: paragraph.paragraph, content };
		if (section !== undefined && role !== 'headline' && role !== 'heading') block.section = section;
		if (label !== undefined) block.label = label;
		if (repeats !== undefined) block.repeats = repeats;
		if (dateline !== null) block.dateline = dateline.span;
		if (role === 'heading') section = normal.slice(content.start, content.end).replace(/:$/, '');
		return block;
	});
}
