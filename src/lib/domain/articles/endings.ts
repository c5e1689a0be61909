import { hasPhrase } from './phrases.ts';
import { hasFinalStop } from './shapes.ts';
import type { Drops, TextLexicon } from './text-lexicon.ts';
import type { Span } from './types.ts';

interface Line {
	line: string;
	words: readonly string[];
}

/** A paragraph of so many units that ends with a stop is prose. */
const PROSE = 90;
/** Teasers of other articles are shorter; where two such paragraphs follow, the article goes on. */
const LONG_PROSE = 160;
const GOES_ON = 2;
/** Most lines that belong to a box inside of an article. */
const BOX = 4;
const LIST = 12;
const MOST_WORDS = 8;

const isProse = ({ line }: Line, length: number) => line.length >= length && hasFinalStop(line);

/** A line that ends or interrupts the article; which, or undefined for all others. */
function enderOf({ words }: Line, lexicon: TextLexicon): Drops | undefined {
	if (words.length === 0 || words.length > MOST_WORDS) return undefined;
	const { enders } = lexicon;
	if (hasPhrase(enders.all, words)) return 'all';
	if (hasPhrase(enders['all-but-prose'], words)) return 'all-but-prose';
	return hasPhrase(enders.box, words) ? 'box' : undefined;
}

/** The line and the short ones below it, up to the next prose. */
function untilProse(lines: readonly Line[], from: number, most: number): number[] {
	const below = lines.slice(from + 1, from + 1 + most);
	const prose = below.findIndex((line) => isProse(line, PROSE));
	const length = prose === -1 ? below.length : prose;
	return Array.from({ length: length + 1 }, (_, index) => from + index);
}

/**
 * Indexes of the lines that are not the article's: in the second half, everything after "About Us" or "Leave a comment",
 * and after "Related Articles" if no more than teasers follow; elsewhere the few short lines below such a line.
 */
export function afterEnders(lines: readonly Line[], spans: readonly Span[], lexicon: TextLexicon): ReadonlySet<number> {
	const half = (spans.at(-1)?.end ?? 0) / 2;
	const dropped = new Set<number>();
	let prose = lines.filter((line) => isProse(line, LONG_PROSE)).length;
	for (const [index, line] of lines.entries()) {
		prose -= isProse(line, LONG_PROSE) ? 1 : 0;
		const ender = dropped.has(index) ? undefined : enderOf(line, lexicon);
		if (ender === undefined) continue;
		const late = (spans[index]?.start ?? 0) >= half;
		if (late && (ender === 'all' || (ender === 'all-but-prose' && prose < GOES_ON))) {
			for (let rest = index; rest < lines.length; rest += 1) dropped.add(rest);
			break;
		}
		if (ender === 'all') continue;
		for (const one of untilProse(lines, index, ender === 'box' ? BOX : LIST)) dropped.add(one);
	}
	return dropped;
}
