import type { Layout } from '#lib/domain/articles/types.ts';
import type { Mention } from '#lib/domain/extraction/types.ts';
import { slug } from '../mentions/slug.ts';
import type { Parsed } from '../propositions/sentence.ts';
import { denials, INNER } from './denials.ts';
import type { Frame, Voice } from './types.ts';

/** So many lines at the top hold a label and the author's name. */
const HEADER = 7;
/** A line longer than this is no name. */
const LONGEST_NAME = 50;
/** So often somebody says "I" outside of quotation marks who writes in his own name. */
const OFTEN = 2;
const LABEL =
	/^(?:guest |letters? |the )?(?:opinions?|op-?eds?|commentary|comment|column|columnist|viewpoint|perspective|essay|editorial|blog)\b/i;
const CAPITALS = /^(?:\p{Lu}\S*|de|da|di|van|von|der|bin|al)(?: (?:\p{Lu}\S*|de|da|di|van|von|der|bin|al)){1,4}$/u;
const CLOSING =
	/^(?:dr |professor |prof\. )?([^,]{4,50}?)(?:,[^.]{0,160},)? is (?:a|an|the|(?:[a-z]+ )?(?:author|professor|director|fellow))\b/i;
const FIRST = new Set(['i', 'my', 'me', "i'm", "i've", "i'd"]);

/**
 * The voice of whoever writes an article in his own name: one that is marked as opinion, or says "I" outside of
 * quotation marks. Null where several write it, or where nobody's name is found.
 * @param proposed the author as the byline has it
 * @param parsedOf the sentences as they are read
 */
export function authorOf(
	layout: Layout,
	proposed: string | null,
	mentions: readonly Mention[],
	parsedOf: (sentence: number) => Parsed
): Voice | null {
	const header = layout.blocks
		.slice(0, HEADER)
		.map((block) => layout.article.normal.slice(block.start, block.end).trim());
	if (!header.some((line) => LABEL.test(line)) && !saysI(layout, parsedOf)) return null;
	const name = authorName(layout, proposed, header);
	if (name === null) return null;
	const known = mentions.findIndex(({ referent }) => referent?.is === 'person' && referent.name === name);
	const referent = mentions[known]?.referent;
	const holder = { id: referent?.id ?? slug(name), name };
	return { subject: known, holder, party: null, sure: 0.75 };
}

function authorName(layout: Layout, proposed: string | null, header: readonly string[]): string | null {
	if (proposed !== null && CAPITALS.test(proposed) && !/ and /.test(proposed)) return proposed;
	const last = layout.blocks.findLast(({ role }) => role === 'body');
	const closing = last
		? CLOSING.exec(layout.article.normal.slice(last.start, Math.min(last.end, last.start + 300)))
		: null;
	const named = header.find((line) => line.length <= LONGEST_NAME && CAPITALS.test(line) && line === closing?.[1]);
	return named ?? null;
}

/** Whether the writer says "I" outside of quotation marks more than once. */
function saysI(layout: Layout, parsedOf: (sentence: number) => Parsed): boolean {
	let times = 0;
	for (const [index, sentence] of layout.sentences.entries()) {
		if (layout.blocks[sentence.block]?.role !== 'body') continue;
		if (parsedOf(index).tokens.some(({ w, quoted, word }) => word && !quoted && FIRST.has(w)) && ++times >= OFTEN)
			return true;
	}
	return false;
}

/** A sentence of the author's own that says what ought to be: "Congress should …", "What Europe must do is …". */
export function authorFrames(parsed: Parsed, author: Voice): Frame[] {
	const { tokens, hits } = parsed;
	const modal = tokens.findIndex(({ w }) => OUGHT.has(w));
	if (modal < 1 || modal > REACH || tokens.some(({ w, quoted }) => quoted || w === '"' || w === "'")) return [];
	// "Some believe that he should": what others think, or a clause within another.
	if (tokens.slice(1, modal).some(({ w }) => INNER.has(w)) || hits.some(({ to }) => to < modal)) return [];
	const run = { from: 0, to: tokens.length };
	if (denials(parsed, run) > 1) return [];
	return [{ voice: author, manner: 'author', ...run, why: `what ${author.holder.name}, the author, asks for` }];
}

const OUGHT = new Set(['should', 'ought', 'must']);
/** So far into its sentence "should" stands. */
const REACH = 16;
