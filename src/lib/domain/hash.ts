/**
 * A 53-bit hash of a text, the same on every machine. Two multiplicative 32-bit streams with murmur3's finaliser
 * (Appleby, public domain constants), joined.
 */
export function hash(text: string): number {
	let a = 0x9e3779b1;
	let b = 0x85ebca6b;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 0x85ebca6b);
		b = Math.imul(b ^ unit, 0xc2b2ae35);
	}
	a = finish(a ^ text.length);
	b = finish(b ^ a);
	return (b & 0x1fffff) * 0x100000000 + (a >>> 0);
}

function finish(value: number): number {
	let h = value;
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return h ^ (h >>> 16);
}

/** The hash as a short text, for versions. */
export function hashText(text: string): string {
	return hash(text).toString(36).padStart(11, '0');
}

/** A whole number from 0 to `below` − 1, chosen by a seed. */
export function pick(seed: string, below: number): number {
	return hash(seed) % below;
}

/** The entries in an order chosen by a seed; the input is not changed. */
export function shuffle<T>(entries: readonly T[], seed: string): T[] {
	return entries
		.map((entry, index) => ({ entry, rank: hash(`${seed}#${index}`) }))
		.sort((x, y) => x.rank - y.rank)
		.map(({ entry }) => entry);
}
