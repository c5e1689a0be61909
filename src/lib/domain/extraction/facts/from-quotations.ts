import { tidy, sentence as asSentence } from '../wording/wording.ts';
import type { Found } from '../found.ts';
import type { ExtractedFact, Quotation } from '../types.ts';
import { holderOf, makeFact, topicAt } from './make-fact.ts';

/** A fact for each quotation whose speaker is known. */
export function factsFromQuotations(found: Found): ExtractedFact[] {
	return found.quotations.flatMap((quotation) => quotationFact(found, quotation));
}

function quotationFact(found: Found, quotation: Quotation): ExtractedFact[] {
	const { article, sentences } = found.layout;
	const mention = quotation.speaker === null ? undefined : found.mentions[quotation.speaker];
	const holder = holderOf(mention);
	const place = sentences[quotation.sentence];
	if (!mention || !holder || !place) return [];
	const words = tidy(article.text.slice(quotation.words.start, quotation.words.end)).replace(/,$/, '');
	const topic = topicAt(found, quotation.sentence, place);
	return [
		makeFact(found, {
			kind: 'quotation',
			topic,
			statement: asSentence(`${holder.name} said: “${words}”`),
			value: words,
			values: { is: 'quotation', speaker: holder.id, words, about: topic },
			holder,
			modality: 'claimed',
			span: quotation,
			sentence: quotation.sentence,
			rule: quotation.rule,
			confidence: quotation.confidence * mention.confidence,
			why: `${attributionOf(found, quotation)}speaker ${mention.why}`
		})
	];
}

function attributionOf(found: Found, { attribution }: Quotation): string {
	return attribution ? `“${tidy(found.layout.article.normal.slice(attribution.start, attribution.end))}”, ` : '';
}
