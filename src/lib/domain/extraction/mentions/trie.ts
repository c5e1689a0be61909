import { tokensOf, type Token } from './tokens.ts';

/** Words in their order, and what each run of them stands for. */
export interface Trie<T> {
	next: Map<string, Trie<T>>;
	value?: T;
}

export interface Match<T> {
	value: T;
	/** Index of the token after the last one. */
	to: number;
}

export const emptyTrie = <T>(): Trie<T> => ({ next: new Map(), value: undefined });

const MAX_WORDS = 14;

/** Adds a phrase, unless it is there already; `fold` makes it blind to capitals. True where it was added. */
export function addPhrase<T>(trie: Trie<T>, phrase: string, value: T, fold = false): boolean {
	let node = trie;
	for (const token of tokensOf(phrase.replace(/[’]/g, "'"))) {
		const key = fold ? token.lower : token.raw;
		const next = node.next.get(key) ?? emptyTrie<T>();
		node.next.set(key, next);
		node = next;
	}
	if (node === trie || node.value !== undefined) return false;
	node.value = value;
	return true;
}

const isInitial = (token: Token): boolean => token.kind === 'word' && token.key.length === 1 && token.capital;

/** The longest phrase that begins at a token; an initial in the middle of a name is passed over. */
export function longest<T>(trie: Trie<T>, tokens: readonly Token[], from: number, fold = false): Match<T> | undefined {
	let node: Trie<T> = trie;
	let best: Match<T> | undefined;
	const last = Math.min(tokens.length, from + MAX_WORDS);
	for (let at = from; at < last; at++) {
		const token = tokens[at];
		if (token === undefined) break;
		const next = fold ? node.next.get(token.lower) : (node.next.get(token.raw) ?? node.next.get(token.key));
		if (next === undefined) {
			if (at > from && isInitial(token)) continue;
			break;
		}
		node = next;
		if (node.value !== undefined) best = { value: node.value, to: at + 1 };
	}
	return best;
}
