import type { ExtractedFact, Extraction } from '#lib/domain/extraction/types.ts';

/** What `extract --json` prints. */
export function extractionJson(extraction: Extraction): unknown {
	const { title, publisher, published, publishedFrom, language } = extraction.source;
	return {
		source: { title, publisher, published, publishedFrom, language },
		text: extraction.text,
		facts: extraction.facts.map(factJson),
		warnings: extraction.warnings
	};
}

function factJson(fact: ExtractedFact): unknown {
	const { id, kind, topic, statement, modality, polarity, holder, value, unit, evidence, rule, confidence, why } = fact;
	return { id, kind, topic, statement, modality, polarity, holder, value, unit, evidence, rule, confidence, why };
}

/** The facts as text: what is said, where, why it was proposed. */
export function extractionLines({ source, facts, warnings }: Extraction): string[] {
	return [
		`${source.title ?? '(no title)'} · ${source.publisher ?? 'publisher unknown'} · ${source.published ?? 'date unknown'} (${source.publishedFrom})`,
		...warnings.map((warning) => `! ${warning.code}: ${warning.message}`),
		...facts.flatMap(factLines)
	];
}

function factLines(fact: ExtractedFact): string[] {
	const standing = fact.polarity === 'affirmed' ? fact.modality : `${fact.polarity.toUpperCase()}, ${fact.modality}`;
	const value = fact.value === null ? '' : ` = ${fact.value}${fact.unit === null ? '' : ` ${fact.unit}`}`;
	return [
		'',
		`${fact.kind} · ${fact.topic} · ${standing} · ${fact.holder ?? 'no holder'} · ${fact.confidence.toFixed(2)}${value}`,
		`  ${fact.statement}`,
		...fact.evidence.map((e) => `  ${e.start}–${e.end}: ${e.text.replace(/\s+/g, ' ')}`),
		`  ${fact.rule}: ${fact.why}`
	];
}
