import { pick } from '../hash.ts';
import { fold } from '../text.ts';
import { alikeInLength } from './alike.ts';
import type { Candidate } from './draft.ts';

/** Three wrong options where there is a selection of them; two suffice otherwise. */
const SELECTION = 4;
/** More candidates than these are not tried: the number of triples grows with the cube. */
const MOST_CANDIDATES = 10;
/** How finely a rank is drawn; a multiple of both numbers of places. */
const RESOLUTION = 1200;

/**
 * Chooses the wrong options of a choice so that neither length nor place gives the key away: the rank of the key by
 * length (or, among dates and numbers, its place in the sorted row) is set by the seed, and of the sets that come
 * nearest to it the one most alike in length is taken.
 * @param rankOf the rank to balance: the key's length by default; its place in a sorted row for dates and numbers
 */
export function chooseDistractors(
	key: string,
	keyOrder: string | number | undefined,
	candidates: readonly Candidate[],
	seed: string
): Candidate[] {
	const usable = distinct(key, candidates).slice(0, MOST_CANDIDATES);
	const most = usable.length >= SELECTION ? 3 : 2;
	if (usable.length <= 2) return usable;
	const sorted = keyOrder !== undefined && usable.every((candidate) => candidate.order !== undefined);
	const isBelow = (candidate: Candidate) =>
		sorted ? before(candidate.order, keyOrder) : candidate.text.length < key.length;
	const draw = pick(`${seed}/rank`, RESOLUTION) / RESOLUTION;
	const four = bestSet(key, usable, most, isBelow, draw);
	// Where three wrong options cannot put the key at its rank, two often can, and three options are enough.
	const best = four.off === 0 || most === 2 ? four : nearer(four, bestSet(key, usable, 2, isBelow, draw));
	return best.set;
}

interface Chosen {
	set: Candidate[];
	/** How far the key's rank is from the one that was drawn. */
	off: number;
}

const nearer = (a: Chosen, b: Chosen): Chosen => (b.off < a.off ? b : a);

/** Of all sets of a size the one that puts the key nearest to its drawn rank, and then is most alike in length. */
function bestSet(
	key: string,
	usable: readonly Candidate[],
	size: number,
	isBelow: (candidate: Candidate) => boolean,
	draw: number
): Chosen {
	const target = Math.floor(draw * (size + 1));
	let best: (Chosen & { cost: number }) | undefined;
	for (const set of subsets(usable, size)) {
		const off = Math.abs(set.filter(isBelow).length - target);
		const cost = off * 100 + unevenness(key, set) + sameMixUp(set);
		if (!best || cost < best.cost) best = { set, off, cost };
	}
	return best ?? { set: [], off: 0 };
}

function before(a: string | number | undefined, b: string | number | undefined): boolean {
	return (
		a !== undefined &&
		b !== undefined &&
		(typeof a === 'number' && typeof b === 'number' ? a < b : String(a) < String(b))
	);
}

/** How far the lengths lie apart; a set in which one stands out costs more than a wrong rank. */
function unevenness(key: string, set: readonly Candidate[]): number {
	const lengths = [key, ...set.map((candidate) => candidate.text)].map((text) => text.length);
	const spread = ((Math.max(...lengths) - Math.min(...lengths)) / Math.max(12, key.length)) * 25;
	return alikeInLength(lengths) ? spread : spread + 500;
}

/** Options that stand for different mix-ups tell more about a learner. */
function sameMixUp(set: readonly Candidate[]): number {
	return set.length - new Set(set.map((candidate) => candidate.confusion)).size;
}

/** Candidates that differ from the key and from each other. */
function distinct(key: string, candidates: readonly Candidate[]): Candidate[] {
	const seen = new Set([fold(key)]);
	return candidates.filter((candidate) => {
		const folded = fold(candidate.text);
		if (seen.has(folded)) return false;
		seen.add(folded);
		return true;
	});
}

function* subsets<T>(entries: readonly T[], size: number, from = 0): Generator<T[]> {
	if (size === 0) {
		yield [];
		return;
	}
	for (let index = from; index <= entries.length - size; index++) {
		const first = entries[index];
		if (first === undefined) continue;
		for (const rest of subsets(entries, size - 1, index + 1)) yield [first, ...rest];
	}
}
