import type { Ruling } from '../facts/ruling-schema.ts';
import { containsWords, fold } from '../text.ts';
import type { Catalog } from './catalog.ts';
import type { Draft } from './draft.ts';

/** A draft without the distractors that a ruling forbids for it. */
export function withoutBanned(catalog: Catalog, draft: Draft): Draft {
	if (!draft.ask) return draft;
	const { id, question } = draft;
	const bans = bansFor(catalog.knowledge.rulings, { id, question, fact: draft.facts[0]?.id });
	if (bans.size === 0) return draft;
	const candidates = draft.ask.candidates.filter((candidate) => !bans.has(fold(candidate.text)));
	return { ...draft, ask: { ...draft.ask, candidates } };
}

/**
 * The folded texts that may never be a wrong option of an item, each with the rulings that forbid it.
 * @param item its id, its question and the fact that it is about
 */
export function bansFor(
	rulings: readonly Ruling[],
	item: { id: string; question: string; fact: string | undefined }
): Map<string, string[]> {
	const slot = item.id.slice(item.id.indexOf('.') + 1);
	const banned = new Map<string, string[]>();
	for (const ruling of rulings) {
		for (const check of ruling.checks) {
			if (check.rule !== 'never-distractor' || !check.facts.includes(item.fact ?? '')) continue;
			if (check.slots && !check.slots.includes(slot)) continue;
			if (check.unless !== undefined && containsWords(item.question, check.unless)) continue;
			for (const text of check.texts) banned.set(fold(text), [...(banned.get(fold(text)) ?? []), ruling.id]);
		}
	}
	return banned;
}
