import type { Span } from '../articles/types.ts';
import type { FactEdit } from '../workbench.ts';

/**
 * An edit without the places that the fact got from others and never had itself: the page shows them all alike, and
 * they leave again with the facts that brought them. Where nothing else is left the edit stays as it is.
 */
export function ownContent(edit: FactEdit, own: readonly Span[], joined: readonly Span[]): FactEdit {
	const among = (spans: readonly Span[], { start, end }: Span) =>
		spans.some((span) => span.start === start && span.end === end);
	const evidence = edit.evidence.filter((span) => among(own, span) || !among(joined, span));
	return evidence.length === 0 ? edit : { ...edit, evidence };
}
