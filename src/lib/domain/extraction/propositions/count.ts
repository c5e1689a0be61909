import type { Polarity } from '#lib/domain/extraction/types.ts';
import type { HedgeHit } from './sentence.ts';

/** What was found that denies or weakens one trigger. */
export interface Count {
	denied: number;
	hedged: number;
	/** Nobody answers for it: "sources said". */
	hearsay: boolean;
	/** A denial stands over the clause, so that a denial inside it leaves open what is so. */
	open: boolean;
	/** Words that decided it. */
	because: string[];
	/** First tokens of the hedges that were counted: each counts once. */
	seen: Set<number>;
}

export function newCount(): Count {
	return { denied: 0, hedged: 0, hearsay: false, open: false, because: [], seen: new Set() };
}

/** Counts a denial; "neither … nor" is one. */
export function deny(count: Count, word: string): void {
	const pair = word === 'nor' ? 'neither' : word === 'neither' ? 'nor' : null;
	if (pair !== null && (count.because.includes(pair) || count.because.includes(word))) return;
	count.denied++;
	count.because.push(word);
}

export function hedge(count: Count, word: string): void {
	count.hedged++;
	count.because.push(word);
}

/** Counts a hedge of the lexicon by its effect. */
export function apply(tokens: readonly { w: string }[], one: HedgeHit, count: Count): void {
	if (count.seen.has(one.from)) return;
	count.seen.add(one.from);
	const word = tokens
		.slice(one.from, one.to)
		.map(({ w }) => w)
		.join(' ');
	if (one.entry.effect === 'negated') deny(count, word);
	if (one.entry.effect === 'hedged') hedge(count, word);
	if (one.entry.scope === 'sentence') count.hearsay = true;
}

/** Two denials, or a denial with a hedge, are left to a person. */
export function settle(count: Count): Polarity {
	if (count.denied > 1) return 'hedged';
	if (count.hedged > 0) return count.denied === 1 && !count.open ? 'negated' : 'hedged';
	return count.denied === 1 ? 'negated' : 'affirmed';
}
