import { containsWords, fold } from '../text.ts';
import type { Catalog } from './catalog.ts';
import type { Draft } from './draft.ts';

/** A draft without the distractors that a ruling forbids for it. */
export function withoutBanned(catalog: Catalog, draft: Draft): Draft {
	if (!draft.ask) return draft;
	const bans = bansFor(catalog, draft);
	if (bans.size === 0) return draft;
	const candidates = draft.ask.candidates.filter((candidate) => !bans.has(fold(candidate.text)));
	return { ...draft, ask: { ...draft.ask, candidates } };
}

/** The folded texts that may never be a wrong option of this draft. */
function bansFor(catalog: Catalog, draft: Draft): Set<string> {
	const slot = draft.id.slice(draft.id.indexOf('.') + 1);
	const banned = new Set<string>();
	for (const ruling of catalog.knowledge.rulings) {
		for (const check of ruling.checks) {
			if (check.rule !== 'never-distractor') continue;
			if (!check.facts.some((id) => draft.facts[0]?.id === id)) continue;
			if (check.slots && !check.slots.includes(slot)) continue;
			if (check.unless !== undefined && containsWords(draft.question, check.unless)) continue;
			for (const text of check.texts) banned.add(fold(text));
		}
	}
	return banned;
}
