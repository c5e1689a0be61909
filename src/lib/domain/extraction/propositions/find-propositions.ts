import type { Layout, Sentence, Span } from '#lib/domain/articles/types.ts';
import type { Mention, Quotation } from '#lib/domain/extraction/types.ts';
import type { CompiledPropositions } from '../lexicon/triggers.ts';
import { eachOwn, mainPair } from './allies.ts';
import { findCauses } from './causes.ts';
import { listReader } from './list-reader.ts';
import { goesOn } from './goes-on.ts';
import { parseSentence, type Grouped } from './sentence.ts';
import { takenBack, takesBack } from './short-lines.ts';
import { namedTopics, ownTopic, topicIn, type TopicContext } from './topic.ts';
import type { Draft, Proposition } from './types.ts';

/**
 * Agreements, commitments, positions, explicit non-agreements and causes.
 * @param layout the article with its sentences; a sentence that repeats an earlier one is not read again
 * @param mentions in the order of the text; `subject` counts in them
 * @param quotations whose speakers hold what is said in quotation marks
 * @returns in the order of the text; what is denied is never affirmed, what is doubtful is hedged
 */
export function findPropositions(
	layout: Layout,
	mentions: Mention[],
	quotations: Quotation[],
	lexicon: CompiledPropositions
): Proposition[] {
	const grouped: Grouped = { mentions: bySentence(mentions), quotations: byOwnSentence(layout, quotations) };
	const found: Proposition[] = [];
	const topics = topicTeller(layout, mentions, lexicon);
	const read = listReader(layout);
	const pair = mainPair(mentions);
	let speaker: Draft | null = null;
	for (let index = 0; index < layout.sentences.length; index++) {
		const sentence = layout.sentences[index];
		const block = layout.blocks[sentence?.block ?? -1];
		if (!sentence || !block || sentence.duplicate) continue;
		const parsed = parseSentence(layout, index, mentions, grouped, lexicon.triggers);
		if (takesBack(parsed)) takeBack(found, index - 1);
		const heading = [block.label, block.section].filter(Boolean).join(' ') || undefined;
		const own: Draft[] = read(parsed, sentence, block)
			.flatMap((draft) => ownDuty(draft, speaker))
			.flatMap((draft) => eachOwn(parsed, draft, pair, layout.article.normal));
		const spokeBefore = speaker?.sentence === index - 1 && layout.sentences[index - 1]?.block === sentence.block;
		const drafts: Draft[] = own.length === 0 && speaker && spokeBefore ? goesOn(parsed, speaker) : own;
		speaker = drafts.findLast((draft) => draft.act === 'position' && draft.holder) ?? speaker;
		for (const draft of [...drafts, ...findCauses(parsed, previousOf(layout, index))]) {
			if (draft.rule.startsWith('position-statement') && !topics.known(draft)) continue;
			found.push({ ...draft, ...topics.of(draft, sentence, heading) });
		}
		topics.pass(sentence);
	}
	return found.sort((a, b) => a.sentence - b.sentence || a.start - b.start);
}

/** What a sentence said is denied by the next one: "They did not.". */
function takeBack(found: Proposition[], sentence: number): void {
	for (let at = found.length - 1; at >= 0; at--) {
		const one = found[at];
		if (!one || one.sentence < sentence) return;
		if (one.sentence === sentence) found[at] = takenBack(one);
	}
}

/** The sentence before in the same paragraph. */
function previousOf(layout: Layout, index: number): Span | null {
	const [own, before] = [layout.sentences[index], layout.sentences[index - 1]];
	return own && before && before.block === own.block ? { start: before.start, end: before.end } : null;
}

/** Tells the topic of one proposition after the other, and remembers what was spoken of before. */
function topicTeller(layout: Layout, mentions: readonly Mention[], lexicon: CompiledPropositions) {
	const names = mentions.filter(({ referent }) => referent?.is === 'person');
	const named = namedTopics(layout, lexicon.topics);
	const title = layout.blocks.find(({ role }) => role === 'headline');
	const headline = (title && ownTopic(layout, title.content, lexicon.topics, names)) ?? undefined;
	let before: { topic: string; block: number } | null = null;
	const contextOf = (sentence: Sentence, section: string | undefined): TopicContext => ({
		sentence,
		names,
		named,
		...(section === undefined ? {} : { section }),
		...(headline === undefined ? {} : { headline }),
		...(before ? { before: { topic: before.topic, near: before.block === sentence.block } } : {})
	});
	return {
		of(draft: Draft, sentence: Sentence, section: string | undefined): Pick<Proposition, 'topic' | 'topicWords'> {
			const { topic, words } = topicIn(layout, draft.content, contextOf(sentence, section), lexicon.topics);
			if (topic !== 'other') before = { topic, block: sentence.block };
			return { topic, topicWords: words };
		},
		/** Whether its own words tell a topic. */
		known: (draft: Draft): boolean => ownTopic(layout, draft.content, lexicon.topics, names) !== null,
		/** A sentence without propositions speaks of something as well. */
		pass(sentence: Sentence): void {
			if (before?.block === sentence.block) return;
			const topic = ownTopic(layout, sentence, lexicon.topics, names);
			if (topic !== null) before = { topic, block: sentence.block };
		}
	};
}

/** "The two sides should …" in a report of somebody's words is the position of who spoke last; of nobody, it is none. */
function ownDuty(draft: Draft, speaker: Draft | null): Draft[] {
	if (!draft.rule.startsWith('position-duty')) return [draft];
	if (!speaker) return [];
	const why = `${draft.why}, said by ${speaker.holder?.name ?? 'somebody'}, who was last heard`;
	return [{ ...draft, subject: speaker.subject, holder: speaker.holder, confidence: 0.45, why }];
}

function bySentence(mentions: readonly Mention[]): Map<number, number[]> {
	const map = new Map<number, number[]>();
	for (const [index, { sentence }] of mentions.entries()) {
		const list = map.get(sentence);
		if (list) list.push(index);
		else map.set(sentence, [index]);
	}
	return map;
}

/** Quotations under each sentence that they touch: a quotation may run over several. */
function byOwnSentence(layout: Layout, quotations: readonly Quotation[]): Map<number, Quotation[]> {
	const map = new Map<number, Quotation[]>();
	for (const quotation of quotations) {
		for (let at = quotation.sentence; at < layout.sentences.length; at++) {
			if ((layout.sentences[at]?.start ?? Infinity) >= quotation.end) break;
			map.set(at, [...(map.get(at) ?? []), quotation]);
		}
	}
	return map;
}
