import type { Span } from '../../articles/types.ts';
import { firstAtOrAfter, type Found } from '../found.ts';
import type { Modality } from '../../facts/vocabulary.ts';
import type { Polarity } from '../types.ts';

const DENIED =
	/\b(?:did not|didn't|was not|were not|wasn't|weren't|has not|have not|had not|hasn't|haven't|will not|won't|never|no longer|cannot|could not|neither|denied that|without)\b/i;
const HEDGED =
	/\b(?:reportedly|allegedly|supposedly|expected to|likely to|may have|might|could|would|said to (?:be|have)|is said|are said|rumou?red|tentatively|possibly|perhaps|planned to|plans to|aims? to|hopes? to|if)\b/i;

/** Whether the clause around a date, figure or event is denied or hedged; a proposition that covers it knows better. */
export function standingOf(found: Found, sentence: number, span: Span): { polarity: Polarity; modality: Modality } {
	const { propositions, layout } = found;
	for (let i = firstAtOrAfter(propositions, layout.sentences[sentence]?.start ?? 0); i < propositions.length; i++) {
		const proposition = propositions[i];
		if (!proposition || proposition.sentence > sentence) break;
		if (proposition.content.start <= span.start && span.end <= proposition.content.end) {
			return { polarity: proposition.polarity, modality: proposition.modality };
		}
	}
	const words = layout.article.normal.slice(span.start, span.end);
	if (DENIED.test(words)) return { polarity: 'negated', modality: 'established' };
	return HEDGED.test(words)
		? { polarity: 'hedged', modality: 'reportedly' }
		: { polarity: 'affirmed', modality: 'established' };
}
