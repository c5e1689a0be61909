import type { Knowledge } from '../facts/knowledge.ts';
import type { Choice, Item } from './types.ts';

const choicesOf = (items: readonly Item[]): Choice[] =>
	items.flatMap((item) => (item.origin === 'mention' ? [] : item.forms.filter((form) => form.form === 'choice')));

export interface CueStatistics {
	choices: number;
	/** How often the key is the (strictly) longest option, and how often chance would make it so. */
	longest: { share: number; chance: number };
	shortest: { share: number; chance: number };
	/** Keys by place, with Pearson's χ² against an equal spread, over choices of each size. */
	position: { counts: number[]; chiSquare: number; degrees: number; p: number };
}

/** How far length and place of the key could help a guesser. Choices between the five sources stand in a fixed order and are left out. */
export function cueStatistics(items: readonly Item[]): CueStatistics {
	const choices = choicesOf(items);
	const share = (hits: number) => hits / Math.max(1, choices.length);
	const chance = share(choices.reduce((sum, choice) => sum + 1 / choice.options.length, 0));
	const ranks = choices.map((choice) => {
		const key = choice.options.find((option) => option.id === choice.key)?.text.length ?? 0;
		const others = choice.options.filter((option) => option.id !== choice.key).map((option) => option.text.length);
		return { longest: others.every((n) => n < key), shortest: others.every((n) => n > key) };
	});
	return {
		choices: choices.length,
		longest: { share: share(ranks.filter((rank) => rank.longest).length), chance },
		shortest: { share: share(ranks.filter((rank) => rank.shortest).length), chance },
		position: positions(choices)
	};
}

function positions(choices: readonly Choice[]): CueStatistics['position'] {
	const bySize = new Map<number, number[]>();
	for (const choice of choices) {
		const size = choice.options.length;
		const row = bySize.get(size) ?? Array.from({ length: size }, () => 0);
		const place = choice.options.findIndex((option) => option.id === choice.key);
		row[place] = (row[place] ?? 0) + 1;
		bySize.set(size, row);
	}
	let chiSquare = 0;
	let degrees = 0;
	const counts: number[] = [];
	for (const [size, row] of bySize) {
		const expected = row.reduce((sum, n) => sum + n, 0) / size;
		chiSquare += row.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
		degrees += size - 1;
		row.forEach((n, place) => (counts[place] = (counts[place] ?? 0) + n));
	}
	return { counts, chiSquare, degrees, p: upperTail(chiSquare, degrees) };
}

/** Probability of a χ² at least this large, by Wilson and Hilferty's normal approximation (1931). */
export function upperTail(chiSquare: number, degrees: number): number {
	if (degrees === 0) return 1;
	const k = 2 / (9 * degrees);
	const z = (Math.cbrt(chiSquare / degrees) - (1 - k)) / Math.sqrt(k);
	return 1 - normal(z);
}

/** The normal distribution function by Abramowitz and Stegun 26.2.17 (error below 7.5e-8). */
function normal(z: number): number {
	const t = 1 / (1 + 0.2316419 * Math.abs(z));
	const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
	const tail =
		density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	return z >= 0 ? 1 - tail : tail;
}

export interface Coverage {
	facts: number;
	covered: number;
	share: number;
	missing: string[];
}

/** Which facts have an item of their own, by importance; facts that a ruling forbids to ask are not counted. */
export function coverage(items: readonly Item[], knowledge: Knowledge): Record<1 | 2 | 3, Coverage> {
	const asked = new Set(items.flatMap((item) => item.facts));
	const of = (importance: 1 | 2 | 3): Coverage => {
		const facts = knowledge.facts.filter((fact) => fact.importance === importance && fact.avoid === undefined);
		const missing = facts.filter((fact) => !asked.has(fact.id)).map((fact) => fact.id);
		const covered = facts.length - missing.length;
		return { facts: facts.length, covered, share: covered / Math.max(1, facts.length), missing };
	};
	return { 1: of(1), 2: of(2), 3: of(3) };
}

/** Position items by the side whose position they ask; every party is listed, also without an item. */
export function positionBalance(items: readonly Item[], parties: readonly { id: string }[]): Record<string, number> {
	const positions = items.filter((item) => item.kind === 'position');
	const count = (side: string) => positions.filter((item) => item.side === side).length;
	const sides = [...new Set([...parties.map((party) => party.id), ...positions.flatMap((item) => item.side ?? [])])];
	return Object.fromEntries(sides.map((side) => [side, count(side)]));
}
