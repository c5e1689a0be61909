import { CONFUSABLE_WORDS } from './confusables.ts';

/** How many slips of the pen a word of this length may hold. */
export const budget = (letters: number): number => (letters <= 3 ? 0 : letters <= 7 ? 1 : 2);

/** The most slips in a whole answer. */
const MOST = 2;

/**
 * Damerau–Levenshtein distance with a limit: insertions, deletions, substitutions and swaps of neighbours count one.
 * @returns the distance, or limit + 1 where it is larger
 */
export function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return limit + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const next = [row];
		for (let column = 1; column <= b.length; column++) next.push(cell(a, b, row, column, before, last, next));
		before = last;
		last = next;
	}
	return Math.min(at(last, b.length), limit + 1);
}

function cell(a: string, b: string, row: number, column: number, before: number[], last: number[], next: number[]) {
	const same = a[row - 1] === b[column - 1];
	let best = Math.min(at(last, column) + 1, at(next, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
	const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
	if (swapped) best = Math.min(best, at(before, column - 2) + 1);
	return best;
}

const at = (row: number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;

/**
 * The slips between two single words, if the one can be a mistyped other: four letters and fewer must match, so must
 * digits and the first letter (in/stability, bi/unilateral, m/ethane), and a word that is another word is no slip.
 */
export function wordSlips(typed: string, meant: string): number | undefined {
	if (typed === meant) return 0;
	const shorter = Math.min(typed.length, meant.length);
	if (shorter <= 4 || !/^\p{Script=Latin}+$/u.test(typed + meant)) return undefined;
	if (CONFUSABLE_WORDS.has(typed) && stem(typed) !== stem(meant)) return undefined;
	if (derivedApart(typed, meant)) return undefined;
	const allowed = budget(shorter);
	if (typed[0] !== meant[0]) return startsSwapped(typed, meant) ? 1 : undefined;
	const slips = distance(typed, meant, allowed);
	return slips <= allowed ? slips : undefined;
}

const DERIVED = /(?:ion|ive|ist|ism|ing|al|ity|able)$/u;

/** "competition" and "competitive", "socialist" and "socialism": two words of one stem, and no slip. */
function derivedApart(a: string, b: string): boolean {
	const [one, two] = [a.replace(DERIVED, ''), b.replace(DERIVED, '')];
	return one !== a && two !== b && one === two;
}

const stem = (word: string): string => word.replace(/(?:ed|es|ing|e|d|s)$/u, '');

/** "iBden": the first two letters swapped and nothing else. */
function startsSwapped(typed: string, meant: string): boolean {
	return (
		typed.length === meant.length && typed[0] === meant[1] && typed[1] === meant[0] && typed.slice(2) === meant.slice(2)
	);
}

/** The slips between two texts, word by word in order, if the one can be a mistyped other. */
export function slipsInOrder(typed: string[], meant: string[]): number | undefined {
	if (typed.length !== meant.length) return undefined;
	let total = 0;
	for (const [index, word] of typed.entries()) {
		const slips = wordSlips(word, meant[index] ?? '');
		if (slips === undefined) return undefined;
		total += slips;
	}
	return total <= MOST ? total : undefined;
}

/** The slips between two bags of words, each word meeting the first free one that it can stand for. */
export function slipsInAnyOrder(typed: string[], meant: string[]): number | undefined {
	if (typed.length !== meant.length) return undefined;
	const free = [...meant];
	const unmatched = typed.filter((word) => !take(free, word));
	let total = 0;
	for (const word of unmatched) {
		const slips = free.map((other) => (inflected(word, other) ? 0 : wordSlips(word, other)));
		const found = slips.findIndex((count) => count !== undefined);
		if (found < 0) return undefined;
		total += slips[found] ?? 0;
		free.splice(found, 1);
	}
	return total <= MOST ? total : undefined;
}

/** "lifting" or "lifted" for "lift"; "developed" is not "developing". */
function inflected(a: string, b: string): boolean {
	const [base, other] = a.length < b.length ? [a, b] : [b, a];
	if (base.length < 4) return false;
	const silent = base.endsWith('e') ? base.slice(0, -1) : base;
	return other === `${silent}ing` || other === `${silent}ed` || other === `${base}${base.slice(-1)}ing`;
}

/** Removes one copy of a word from a bag. */
export function take(bag: string[], word: string): boolean {
	const index = bag.indexOf(word);
	if (index >= 0) bag.splice(index, 1);
	return index >= 0;
}
