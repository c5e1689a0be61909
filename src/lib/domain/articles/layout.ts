import { blocksOf, sameWordsKey } from './blocks.ts';
import { paragraphsOf } from './lines.ts';
import { LONGEST_SENTENCE, splitSentences } from './sentences.ts';
import type { TextLexicon } from './text-lexicon.ts';
import type { ArticleText, Block, BlockRole, Layout, Sentence } from './types.ts';

/** Roles whose words say something of the news. */
const WITH_SENTENCES: readonly BlockRole[] = ['headline', 'heading', 'body', 'bullet', 'caption'];

function sentencesOf(normal: string, blocks: readonly Block[], lexicon: TextLexicon): Sentence[] {
	const seen = new Set<string>();
	return blocks.flatMap((block, index) => {
		if (!WITH_SENTENCES.includes(block.role)) return [];
		return splitSentences(normal, block.content, lexicon).map(({ start, end }): Sentence => {
			const key = sameWordsKey(normal, { start, end });
			const duplicate = key !== '' && seen.has(key);
			seen.add(key);
			// Named one by one: what copies an object part by part gives each sentence a shape of its own, slow to read.
			return { start, end, block: index, duplicate };
		});
	});
}

/**
 * Takes an article apart into its lines, with the part that each plays, and sentences.
 * Where a plain text was broken at a width, a block is a paragraph of several lines; the layout's `article.normal`
 * then has blanks in place of the line ends inside of it, at the same offsets.
 */
export function layOut(article: ArticleText, lexicon: TextLexicon): Layout {
	const { article: joined, paragraphs } = paragraphsOf(article);
	const blocks = blocksOf(joined.normal, paragraphs, lexicon);
	return { article: joined, blocks, sentences: sentencesOf(joined.normal, blocks, lexicon) };
}

/** Whether a sentence was too long to be read as one and was cut at a clause mark: worth a warning. */
export function hasCutSentences(layout: Layout): boolean {
	return layout.sentences.some((one, index) => {
		const next = layout.sentences[index + 1];
		if (next === undefined || next.block !== one.block) return false;
		return (
			one.end - one.start > LONGEST_SENTENCE / 4 &&
			!/[.!?…。！？]["')\]*_]{0,8}$/.test(layout.article.normal.slice(one.end - 12, one.end)) &&
			next.start - one.end <= 1
		);
	});
}
