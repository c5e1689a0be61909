import type { Layout } from '../../articles/types.ts';
import type { Draft, Ground, Reading } from './draft.ts';

const FIRST_BLOCKS = 4;

/** The countries that the headline and the first paragraphs speak of most, the most named first: whom "both sides" means. */
export function protagonistsOf(layout: Layout, readings: readonly Reading[]): string[] {
	const counts = new Map<string, number>();
	for (const { line, drafts } of readings) {
		if (line.label) continue;
		const headline = layout.blocks[line.block]?.role === 'headline';
		const weight = headline ? 3 : line.block < FIRST_BLOCKS + (readings[0]?.line.block ?? 0) ? 1.5 : 0.2;
		for (const draft of drafts) {
			const party = partyIdOf(draft);
			if (party) counts.set(party, (counts.get(party) ?? 0) + weight * worth(draft));
		}
	}
	return Array.from(counts)
		.sort(([, a], [, b]) => b - a)
		.map(([party]) => party);
}

const worth = (draft: Draft): number =>
	draft.person ? 1.5 : draft.via === 'adjective' ? 0.6 : draft.referent?.is === 'place' ? 0.3 : 1;

/** Whose side a mention is on: a country's id, or the body's own where it stands for no country. */
export function partyIdOf(draft: Draft): string | undefined {
	const { referent } = draft;
	if (referent?.is === 'party') return referent.id;
	if (referent?.is === 'person' || referent?.is === 'organisation') return referent.party;
	return undefined;
}

/** The names of parties, as they are joined: "China and the United States". */
export function partyNames(ground: Ground, parties: readonly string[]): string {
	const names = parties.map((id) => ground.names.countries.get(id)?.name ?? id);
	return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}
