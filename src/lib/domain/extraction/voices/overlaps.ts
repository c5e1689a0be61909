import type { Span } from '#lib/domain/articles/types.ts';
import type { Proposition } from '../propositions/types.ts';

/** Whether a proposition or judgement tells words of a stretch. */
export function overlaps(one: Span & Partial<Pick<Proposition, 'content' | 'trigger' | 'rule'>>, span: Span): boolean {
	const end = Math.max(one.end, one.content?.end ?? one.end);
	// With a subject shared by several predicates it stands for its own one only.
	const start = one.trigger && one.rule?.endsWith('-shared') ? one.trigger.start : one.start;
	return Math.min(start, one.content?.start ?? start) < span.end && span.start < end;
}
