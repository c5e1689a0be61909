import type { Span } from '../../articles/types.ts';
import { hashText } from '../../hash.ts';
import { sectionOf, type Found } from '../found.ts';
import type { ExtractedFact, Mention } from '../types.ts';

/** What a builder says of a fact; the rest has a usual value. */
export type Making = Pick<ExtractedFact, 'kind' | 'statement' | 'values' | 'rule' | 'confidence' | 'why'> &
	Partial<Pick<ExtractedFact, 'topic' | 'gist' | 'modality' | 'polarity' | 'value' | 'unit'>> & {
		/** Where the text says it. */
		span: Span;
		/** Index of the sentence. */
		sentence: number;
		holder?: { id: string; name: string } | null;
	};

/** A proposed fact with its evidence, topic and id. */
export function makeFact(found: Found, making: Making): ExtractedFact {
	const { text } = found.layout.article;
	const { span, holder = null, value = null, kind } = making;
	const topic = making.topic ?? topicAt(found, making.sentence, span);
	return {
		id: hashText([kind, value ?? making.statement, holder?.id ?? '', span.start, span.end].join('|')),
		kind,
		topic,
		statement: making.statement,
		gist: making.gist,
		modality: making.modality ?? 'established',
		polarity: making.polarity ?? 'affirmed',
		holder: holder?.name.replace(/^the /i, '') ?? null,
		holderId: holder?.id ?? null,
		value,
		unit: making.unit ?? null,
		values: making.values,
		evidence: [{ start: span.start, end: span.end, text: text.slice(span.start, span.end) }],
		rule: making.rule,
		confidence: Math.round(Math.min(1, Math.max(0, making.confidence)) * 1000) / 1000,
		why: making.why
	};
}

/** The topic of a stretch of text, or of its section. */
export function topicAt(found: Found, sentence: number, span: Span): string {
	return found.topics.of(span, sectionOf(found.layout, sentence)).topic;
}

/** Who a mention stands for, as the holder of a fact. */
export function holderOf(mention: Mention | undefined): { id: string; name: string } | null {
	const referent = mention?.referent;
	if (!referent || referent.is === 'place') return null;
	return { id: referent.id, name: referent.is === 'joint' ? 'both sides' : referent.name };
}
