import type { Span } from '../../articles/types.ts';
import type { Found } from '../found.ts';
import { firstAtOrAfter } from '../spans.ts';
import type { Modality } from '../../facts/vocabulary.ts';
import type { Polarity } from '../types.ts';
import { CLAUSE_DENIES, CLAUSE_HEDGES, mainWords } from './denials.ts';

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
	const words = mainWords(layout.article.normal.slice(span.start, span.end));
	if (CLAUSE_DENIES.test(words)) return { polarity: 'negated', modality: 'established' };
	return CLAUSE_HEDGES.test(words)
		? { polarity: 'hedged', modality: 'reportedly' }
		: { polarity: 'affirmed', modality: 'established' };
}
