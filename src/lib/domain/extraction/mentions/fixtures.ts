import type { Block, Layout, Sentence } from '../../articles/types.ts';

/** One block to a line, one sentence to a stretch that ends with " |". */
export function layoutOf(text: string): Layout {
	const blocks: Block[] = [];
	const sentences: Sentence[] = [];
	let start = 0;
	for (const line of text.split('\n')) {
		const end = start + line.length;
		blocks.push({ start, end, role: 'body', paragraph: blocks.length + 1, content: { start, end } });
		let from = start;
		for (const part of line.split('|')) {
			sentences.push({ start: from, end: from + part.length, block: blocks.length - 1, duplicate: false });
			from += part.length + 1;
		}
		start = end + 1;
	}
	return { article: { text, normal: text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") }, blocks, sentences };
}
