import type { Layout, Sentence, Span } from '#lib/domain/articles/types.ts';
import type { Mention } from '#lib/domain/extraction/types.ts';
import { eachOwn, mainPair, partiesOf } from './allies.ts';
import { askedOne } from './asked.ts';
import { findCauses } from './causes.ts';
import { listReader } from './list-reader.ts';
import { goesOn } from './goes-on.ts';
import { partyOf } from './names.ts';
import type { Parsed } from './sentence.ts';
import { promiserOf } from './promise-context.ts';
import type { SentenceReader } from './sentence-reader.ts';
import { takenBack, takesBack } from './short-lines.ts';
import type { TopicContext, TopicReader } from './topic.ts';
import type { Draft, Proposition } from './types.ts';

/**
 * Agreements, commitments, positions, explicit non-agreements and causes.
 * @param layout the article with its sentences; a sentence that repeats an earlier one is not read again
 * @param mentions in the order of the text; `subject` counts in them
 * @param sentences of the article; the speakers of its quotations hold what is said in them
 * @returns in the order of the text; what is denied is never affirmed, what is doubtful is hedged
 */
export function findPropositions(
	layout: Layout,
	mentions: Mention[],
	sentences: SentenceReader,
	topical: TopicReader
): Proposition[] {
	const found: Proposition[] = [];
	const topics = topicTeller(layout, topical);
	const read = listReader(layout);
	const pair = mainPair(mentions);
	const sides = partiesOf(pair, mentions);
	let speaker: Draft | null = null;
	let last: { drafts: readonly Draft[]; block: number } | null = null;
	for (let index = 0; index < layout.sentences.length; index++) {
		const sentence = layout.sentences[index];
		const block = layout.blocks[sentence?.block ?? -1];
		if (!sentence || !block || sentence.duplicate) continue;
		const parsed = sentences.parsed(index);
		if (takesBack(parsed)) takeBack(found, index - 1, (one) => isOthers(parsed, mentions, one));
		const heading = [block.label, block.section].filter(Boolean).join(' ') || undefined;
		const own: Draft[] = read(parsed, sentence, block)
			.flatMap((draft) => ownDuty(draft, speaker))
			.flatMap((draft) => eachOwn(parsed, draft, pair, layout.article.normal))
			.map((draft, _, all) => askedOne(parsed, draft, all, sides))
			.map((draft) => promiserOf(parsed, draft, last?.block === sentence.block ? last.drafts : [], sides));
		const spokeBefore = speaker?.sentence === index - 1 && layout.sentences[index - 1]?.block === sentence.block;
		const drafts: Draft[] = own.length === 0 && speaker && spokeBefore ? goesOn(parsed, speaker) : own;
		if (drafts.length > 0) last = { drafts, block: sentence.block };
		speaker = drafts.findLast((draft) => draft.act === 'position' && draft.holder) ?? speaker;
		for (const draft of [...drafts, ...findCauses(parsed, previousOf(layout, index))]) {
			found.push({ ...draft, ...topics.of(draft, sentence, heading) });
		}
		topics.pass(sentence);
	}
	return found.sort((a, b) => a.sentence - b.sentence || a.start - b.start);
}

/** What a sentence said is denied by the next one: "They did not.". */
function takeBack(found: Proposition[], sentence: number, isOthers: (one: Proposition) => boolean): void {
	for (let at = found.length - 1; at >= 0; at--) {
		const one = found[at];
		if (!one || one.sentence < sentence) return;
		if (one.sentence === sentence && !isOthers(one)) found[at] = takenBack(one);
	}
}

/** "Washington backs the ban. Beijing does not.": whose word another one's denial leaves as it is. */
function isOthers(parsed: Parsed, mentions: readonly Mention[], one: Proposition): boolean {
	const named = parsed.startingAt.get(0);
	const mention = one.subject === null ? undefined : mentions[one.subject];
	if (!named || !mention || named.mention.via === 'pronoun' || named.mention.referent?.is === 'joint') return false;
	const [own, other] = [partyOf(named), partyOf({ from: 0, to: 0, index: 0, mention })];
	return own !== null && other !== null && own !== other;
}

/** The sentence before in the same paragraph. */
function previousOf(layout: Layout, index: number): Span | null {
	const [own, before] = [layout.sentences[index], layout.sentences[index - 1]];
	return own && before && before.block === own.block ? { start: before.start, end: before.end } : null;
}

/** Tells the topic of one proposition after the other, and remembers what was spoken of before. */
function topicTeller(layout: Layout, topics: TopicReader) {
	const title = layout.blocks.find(({ role }) => role === 'headline');
	const headline = (title && topics.own(title.content)) ?? undefined;
	let before: { topic: string; block: number } | null = null;
	const contextOf = (sentence: Sentence, section: string | undefined): TopicContext => ({
		sentence,
		...(section === undefined ? {} : { section }),
		...(headline === undefined ? {} : { headline }),
		...(before ? { before: { topic: before.topic, near: before.block === sentence.block } } : {})
	});
	return {
		of(draft: Draft, sentence: Sentence, section: string | undefined): Pick<Proposition, 'topic' | 'topicWords'> {
			const { topic, words } = topics.within(draft.content, contextOf(sentence, section));
			if (topic !== 'other') before = { topic, block: sentence.block };
			return { topic, topicWords: words };
		},
		/** A sentence without propositions speaks of something as well. */
		pass(sentence: Sentence): void {
			if (before?.block === sentence.block) return;
			const topic = topics.own(sentence);
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
