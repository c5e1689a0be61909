import type { Layout, Sentence, Span } from '#lib/domain/articles/types.ts';
import type { Mention, Quotation, Referent } from '#lib/domain/extraction/types.ts';
import type { CompiledTopics } from '../lexicon/topics.ts';
import type { CompiledPropositions } from '../lexicon/triggers.ts';
import { findPropositions } from './find-propositions.ts';
import { sentenceReader } from './sentence-reader.ts';
import { tokenTable } from './tokens.ts';
import { topicReader, type TopicReader } from './topic.ts';
import type { Proposition } from './types.ts';

/** What the tests of the propositions share: names that are recognised by their letters, and lines as blocks. */
const PARTIES = ['Japan', 'Kenya', 'China', 'Russia', 'India', 'France', 'Brazil', 'Egypt', 'Washington', 'the EU'];
const PEOPLE = { Kishida: 'japan', Ruto: 'kenya', Xi: 'china', Modi: 'india', Macron: 'france', Biden: 'washington' };
const JOINT =
	/\b(?:(?:the two|both|neither|either) (?:sides?|leaders?|countries|country|governments?|ministers)|they|the parties)\b/gi;

function referents(): { name: string; referent: Referent }[] {
	const parties = PARTIES.map((name) => ({
		name,
		referent: { is: 'party', id: name.toLowerCase(), name } satisfies Referent
	}));
	const people = Object.entries(PEOPLE).map(([name, party]) => ({
		name,
		referent: { is: 'person', id: name.toLowerCase(), name, party } satisfies Referent
	}));
	return [...parties, ...people];
}

function mentionsIn(text: string, sentences: readonly Sentence[]): Mention[] {
	const made = (span: Span, referent: Referent | null, via: string): Mention => ({
		...span,
		referent,
		via,
		sentence: sentences.findIndex((one) => one.start <= span.start && span.end <= one.end),
		confidence: 1,
		why: 'name'
	});
	const named = referents().flatMap(({ name, referent }) =>
		[...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(({ index }) =>
			made({ start: index, end: index + name.length }, referent, 'gazetteer')
		)
	);
	const joint = [...text.matchAll(JOINT)].map(({ index, 0: words }) =>
		made({ start: index, end: index + words.length }, { is: 'joint', id: 'both', name: words, parties: [] }, 'joint')
	);
	const pronouns = [...text.matchAll(/\b(?:it|he|she)\b/gi)].map(({ index, 0: words }) =>
		made({ start: index, end: index + words.length }, null, 'pronoun')
	);
	return [...named, ...joint, ...pronouns].sort((a, b) => a.start - b.start);
}

/** Each line a block ("• " a bullet), each sentence up to a stop that a capital follows. */
export function layoutOf(text: string): Layout {
	const layout: Layout = { article: { text, normal: text }, blocks: [], sentences: [] };
	let start = 0;
	for (const line of text.split('\n')) {
		const end = start + line.length;
		const bullet = line.startsWith('• ');
		const content = { start: bullet ? start + 2 : start, end };
		layout.blocks.push({ start, end, role: bullet ? 'bullet' : 'body', paragraph: layout.blocks.length + 1, content });
		let from = content.start;
		for (const sentence of line.slice(from - start).split(/(?<=[.?!]) (?=[A-Z])/)) {
			layout.sentences.push({
				start: from,
				end: from + sentence.length,
				block: layout.blocks.length - 1,
				duplicate: false
			});
			from += sentence.length + 1;
		}
		start = end + 1;
	}
	return layout;
}

/** A proposition with its content in words. */
export type Shown = Proposition & { words: string };

/** What is found in a text; quotations are given where a test needs their speakers. */
export function propositionsIn(
	text: string,
	lexicon: CompiledPropositions,
	quotations: (mentions: Mention[]) => Quotation[] = () => []
): Shown[] {
	const layout = layoutOf(text);
	const mentions = mentionsIn(text, layout.sentences);
	const tokens = tokenTable(text);
	const sentences = sentenceReader(layout, tokens, mentions, quotations(mentions), lexicon.triggers);
	const people = mentions.filter(({ referent }) => referent?.is === 'person');
	const found = findPropositions(layout, mentions, sentences, topicReader(layout, tokens, people, lexicon.topics));
	return found.map((one) => ({ ...one, words: text.slice(one.content.start, one.content.end) }));
}

/** What tells the topics of a text, with the places of people's names. */
export function topicsOf(text: string, topics: CompiledTopics, names: readonly Span[] = []): TopicReader {
	return topicReader(layoutOf(text), tokenTable(text), names, topics);
}
