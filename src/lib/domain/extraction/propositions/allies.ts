import type { Mention } from '#lib/domain/extraction/types.ts';
import { partyOf, rowStart } from './names.ts';
import type { Named, Parsed } from './sentence.ts';
import type { Draft } from './types.ts';

/** Whom "both sides" means where only two parties meet: those that an article names most. */
export function mainPair(mentions: readonly Mention[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const mention of mentions) {
		const party = partyOf({ from: 0, to: 0, index: 0, mention });
		if (party && mention.referent?.is !== 'joint') counts.set(party, (counts.get(party) ?? 0) + 1);
	}
	const most = [...counts].sort(([, a], [, b]) => b - a);
	return new Set(most.slice(0, 2).map(([party]) => party));
}

/** Those parties by their own names, as far as the article gives them. */
export function partiesOf(pair: ReadonlySet<string>, mentions: readonly Mention[]): Named[] {
	return [...pair].flatMap((id) => {
		const index = mentions.findIndex(({ referent }) => referent?.is === 'party' && referent.id === id);
		const mention = mentions[index];
		return mention ? [{ from: 0, to: 0, index, mention }] : [];
	});
}

const TOGETHER = /\b(?:themselves|each other|one another|their|jointly|together|mutual|bilateral)\b/;

/**
 * "Vietnam and the Philippines insist on it" in a report of talks with others: each one's position, and not that of
 * both sides. What two hold of each other, and what the pair that meets holds, stays theirs together.
 */
export function eachOwn(parsed: Parsed, draft: Draft, pair: ReadonlySet<string>, text: string): Draft[] {
	if (draft.act !== 'position' || draft.holder?.id !== 'both' || draft.subject === null) return [draft];
	const last = parsed.named.find(({ index }) => index === draft.subject);
	if (!last || TOGETHER.test(text.slice(draft.start, draft.end))) return [draft];
	const row = rowOf(parsed, last);
	const parties = new Set(row.map(partyOf));
	if (parties.size !== 2 || [...parties].every((party) => party !== null && pair.has(party))) return [draft];
	return row.flatMap((one) => {
		const { referent } = one.mention;
		if (!referent) return [];
		const why = `${draft.why}, one of two who hold it`;
		return [{ ...draft, subject: one.index, holder: { id: referent.id, name: referent.name }, why }];
	});
}

/** The names of a row, one for each party; of "the two sides" none. */
function rowOf(parsed: Parsed, last: Named): Named[] {
	const from = rowStart(parsed, last);
	const inside = parsed.named.filter(
		(one) => one.from >= from && one.to <= last.to && one.mention.referent?.is !== 'joint'
	);
	return inside.filter((one, at) => inside.findIndex((other) => partyOf(other) === partyOf(one)) === at);
}
