import type { Found } from '../found.ts';
import { spanOf, shorten } from '../propositions/clause.ts';
import type { Parsed } from '../propositions/sentence.ts';
import { isDenied } from './denials.ts';
import { overlaps } from './overlaps.ts';
import { presentViews, type PresentView } from './present-views.ts';
import type { Frame, Judgement } from './types.ts';

/** Confidence for a subject that is certain. */
const SURE = 0.5;

/**
 * The standing views of a sentence that nothing else has told.
 * @param told propositions and judgements of the sentence: a clause that one of them covers is left out
 * @param frames stretches that are somebody's words: what they hold is judged there
 */
export function standing(
	found: Found,
	index: number,
	told: readonly Parameters<typeof overlaps>[0][],
	frames: readonly Frame[]
): Judgement[] {
	const parsed = found.sentences.parsed(index);
	const sentence = found.layout.sentences[index];
	if (!sentence) return [];
	return presentViews(parsed).flatMap((view) => {
		const span = spanOf(parsed.tokens, view.from, shorten(parsed.tokens, view.from, view.to));
		const own = spanOf(parsed.tokens, view.group, view.to);
		if (!span || !own || told.some((one) => overlaps(one, own)) || frames.some((one) => holds(one, view))) return [];
		if (isHedged(parsed, view)) return [];
		if (isPerson(found, view) && found.topics.own(span) === null && !judges(parsed, view)) return [];
		const { topic } = found.topics.within(span, { sentence });
		return [
			{
				...span,
				sentence: index,
				manner: 'present',
				voice: view.voice,
				polarity: isDenied(parsed, { from: view.group, to: view.to }) ? 'negated' : 'affirmed',
				modality: 'claimed',
				topic,
				rule: 'position-present',
				confidence: Math.round(SURE * view.voice.sure * 100) / 100,
				why: view.why,
				instead: []
			} satisfies Judgement
		];
	});
}

const holds = (frame: Frame, view: PresentView): boolean => frame.from <= view.verb && view.verb < frame.to;

/** Of a person only what bears a topic is a view: "recalls an old friend" is not. */
const isPerson = ({ mentions }: Found, { voice }: PresentView): boolean =>
	mentions[voice.subject]?.referent?.is === 'person';

/** "holds the other side responsible". */
const judges = ({ tokens, lexicon }: Parsed, { verb, to }: PresentView): boolean =>
	tokens.slice(verb, to).some(({ w }) => lexicon.opinion.has(w));

const isHedged = ({ hedges }: Parsed, view: PresentView): boolean =>
	hedges.some(
		({ from, entry }) =>
			entry.effect === 'hedged' && (entry.scope === 'sentence' || (from >= view.from && from <= view.verb))
	);
