import type { Layout, Span } from '#lib/domain/articles/types.ts';
import type { Mention } from '#lib/domain/extraction/types.ts';
import { firstAtOrAfter } from '../spans.ts';
import type { CompiledSpeech } from '../lexicon/speech.ts';
import { voiceOfNamed } from './voice.ts';
import type { Voice } from './types.ts';
import { POSITION_NOUNS } from './words.ts';

/** A heading longer than this is a sentence. */
const LONGEST = 80;
const WANTING = new Set(
	'want wants wanted say says said answer answered answers think thinks thought see sees saw seek seeks sought demands asked asks insists fears feared argues'.split(
		' '
	)
);
const EMPTY = new Set(
	'what the of on in a an and for how where stands stood side government position from view'.split(' ')
);

/** Whether the words of a heading name somebody and nothing else, or somebody with what he holds. */
function speaksFor(heading: string, mention: Mention, layout: Layout, speech: CompiledSpeech): boolean {
	// "On Hong Kong:" tells of what is spoken, and not who speaks.
	if (/^(?:on|about|regarding|concerning|over|as for)\b/i.test(heading.trim())) return false;
	const words = heading.toLowerCase().match(/[\p{L}]{2,}/gu) ?? [];
	const speaks = words.some((word) => POSITION_NOUNS.has(word) || WANTING.has(word) || speech.verbs.has(word));
	const written = layout.article.normal.slice(mention.start, mention.end).toLowerCase();
	return speaks || words.every((word) => written.includes(word) || EMPTY.has(word));
}

/** How each name is written somewhere in the article: labels hold no sentences, and so no mentions of their own. */
function surfacesOf(layout: Layout, mentions: readonly Mention[]): Map<string, number> {
	const surfaces = new Map<string, number>();
	for (const [index, mention] of mentions.entries()) {
		if (mention.via === 'pronoun' || !mention.referent || mention.end - mention.start > LONGEST) continue;
		const written = layout.article.normal.slice(mention.start, mention.end).toLowerCase().replace(/^the /, '');
		if (!surfaces.has(written)) surfaces.set(written, index);
	}
	return surfaces;
}

/** The index of the mention that is written as the longest run of words of a label, or -1. */
function nameIn(label: string, surfaces: ReadonlyMap<string, number>): number {
	const words = label
		.slice(0, LONGEST)
		.toLowerCase()
		.replace(/['’]s\b/g, '')
		.split(/\s+/)
		.slice(0, 8);
	for (let length = words.length; length > 0; length--) {
		for (let from = 0; from + length <= words.length; from++) {
			const index = surfaces.get(words.slice(from, from + length).join(' '));
			if (index !== undefined) return index;
		}
	}
	return -1;
}

/** The index of the first mention in a short stretch that names nobody else, or -1. */
function onlyOneIn(mentions: readonly Mention[], span: Span): number {
	if (span.end - span.start > LONGEST) return -1;
	const from = firstAtOrAfter(mentions, span.start);
	const named = new Set<string | undefined>();
	for (let at = from; at < mentions.length; at++) {
		const mention = mentions[at];
		if (!mention || mention.start >= span.end) break;
		named.add(mention.referent?.id);
	}
	return named.size === 1 ? from : -1;
}

/**
 * Tells whose words stand under a heading or behind a label: "What Beijing wanted", "The Chinese side's position:",
 * "China:". A heading that names two sides, or tells of a deed, is nobody's.
 */
export function sectionReader(layout: Layout, mentions: readonly Mention[], speech: CompiledSpeech) {
	let under: Voice | null = null;
	let opener = -1;
	const surfaces = surfacesOf(layout, mentions);
	const voiceBy = (words: string, index: number): Voice | null => {
		const mention = mentions[index];
		return mention && speaksFor(words, mention, layout, speech)
			? voiceOfNamed({ from: 0, to: 0, index, mention }, mention.confidence * 0.85)
			: null;
	};
	const ownerIn = (span: Span): Voice | null =>
		voiceBy(layout.article.normal.slice(span.start, span.end), onlyOneIn(mentions, span));
	return {
		/** The voice of the section or label around a block; null where it is nobody's. */
		of(blockIndex: number): Voice | null {
			const block = layout.blocks[blockIndex];
			if (!block) return null;
			if (block.role === 'heading') {
				if (opener !== blockIndex) under = ownerIn(block.content);
				opener = blockIndex;
				return null;
			}
			const label = block.label === undefined ? null : voiceBy(block.label, nameIn(block.label, surfaces));
			if (label) return label;
			const line = layout.article.normal.slice(block.content.start, block.content.end).trimEnd();
			if (line.endsWith(':') && block.role === 'body') {
				under = ownerIn(block.content);
				opener = blockIndex;
				return null;
			}
			if (block.role === 'headline' || block.role === 'caption') return null;
			// A list that a line opened ends with the next paragraph.
			if (block.role === 'body' && layout.blocks[opener]?.role === 'body') under = null;
			return under;
		}
	};
}
