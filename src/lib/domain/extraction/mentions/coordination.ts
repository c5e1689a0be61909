import type { Draft, Ground, Reading } from './draft.ts';
import { partyNames } from './protagonists.ts';

/** Adds a joint mention over "Xi and Biden", "China, Japan and South Korea"; those whom it joins stay. */
export function joinCoordinated(ground: Ground, reading: Reading): void {
	const single = reading.drafts.filter(joins);
	const joints: Draft[] = [];
	let run: Draft[] = [];
	for (const draft of single) {
		const last = run[run.length - 1];
		const link = last ? linkBetween(reading, last, draft) : undefined;
		if (last && link === undefined) run = [];
		run.push(draft);
		if (link === 'and') {
			const joint = jointOf(ground, reading, run);
			if (joint) joints.push(joint);
			run = [];
		}
	}
	reading.drafts.push(...joints);
	reading.drafts.sort((a, b) => a.from - b.from || b.to - a.to);
}

function joins(draft: Draft): boolean {
	const { referent, via } = draft;
	if (referent === null) return false;
	return referent.is !== 'joint' && referent.is !== 'place' && via !== 'adjective' && via !== 'pronoun';
}

/** The word that joins two mentions, where nothing else stands between them. */
function linkBetween(reading: Reading, a: Draft, b: Draft): 'and' | 'comma' | undefined {
	const { tokens } = reading.line;
	const from = afterApposition(reading, a);
	if (b.from - from < 1 || b.from - from > 4) return undefined;
	let link: 'and' | 'comma' | undefined;
	for (let at = from; at < b.from; at++) {
		const lower = tokens[at]?.lower ?? '';
		if (lower === 'and' || lower === '&') link = 'and';
		else if (lower === ',') link ??= 'comma';
		else if (!/^(the|his|her|its|their|both)$/.test(lower)) return undefined;
	}
	return link;
}

/** "Wang Yi, China's foreign minister, and …": the name's end after its apposition. */
function afterApposition(reading: Reading, draft: Draft): number {
	const end = draft.office?.span.end ?? 0;
	const last = reading.line.tokens[draft.to - 1];
	if (last === undefined || end <= last.end) return draft.to;
	let at = draft.to;
	while (at < reading.line.tokens.length && (reading.line.tokens[at]?.start ?? end) < end) at += 1;
	return at;
}

function jointOf(ground: Ground, reading: Reading, run: readonly Draft[]): Draft | undefined {
	const first = run[0];
	const last = run[run.length - 1];
	const parties = Array.from(new Set(run.map(actorOf)));
	if (run.every((draft) => draft.referent?.is === 'organisation' && draft.referent.party === undefined))
		return undefined;
	if (first === undefined || last === undefined || parties.length < 2 || parties.includes(undefined)) return undefined;
	const ids = parties.filter((id) => id !== undefined);
	return {
		line: reading.line,
		from: first.from,
		to: last.to,
		referent: { is: 'joint', id: 'both', name: partyNames(ground, ids), parties: ids },
		via: 'joint',
		confidence: Math.min(...run.map((draft) => draft.confidence), 0.95),
		ofPeople: run.every((draft) => draft.person !== undefined),
		why: run.map((draft) => draft.referent?.name ?? '').join(' and ')
	};
}

/** A country's id, or a body's own; a person whose country is not known stands for nobody. */
function actorOf(draft: Draft): string | undefined {
	const { referent } = draft;
	if (referent?.is === 'party') return referent.id;
	if (referent?.is === 'person') return referent.party;
	if (referent?.is === 'organisation') return referent.party ?? referent.id;
	return undefined;
}
