/** One step of a pattern: a word among alternatives, or a gap of up to three words. */
export type Step = { words: string[] } | { gap: true };

export interface TrieNode<T> {
	next: Map<string, TrieNode<T>>;
	gap: TrieNode<T> | null;
	values: T[];
}

/** Words that may stand in a pattern's gap. */
const GAP_LENGTH = 3;

/** An empty node of a trie of words. */
export function trieNode<T>(): TrieNode<T> {
	return { next: new Map(), gap: null, values: [] };
}

/** Adds a pattern; a step with several words makes a branch for each. */
export function addPattern<T>(root: TrieNode<T>, steps: Step[], value: T): void {
	let nodes = [root];
	for (const step of steps) {
		nodes = nodes.flatMap((node) => {
			if ('gap' in step) return [(node.gap ??= trieNode<T>())];
			return step.words.map((word) => {
				const next = node.next.get(word) ?? trieNode<T>();
				node.next.set(word, next);
				return next;
			});
		});
	}
	for (const node of nodes) node.values.push(value);
}

/** Values of a pattern that was found, and the index after its last word. */
export interface Match<T> {
	values: readonly T[];
	end: number;
}

/** The longest pattern that begins at `from`, or null; see `allMatches`. */
export function longestMatch<T>(root: TrieNode<T>, words: readonly string[], from: number): Match<T> | null {
	let node = root.next.get(words[from] ?? '');
	if (root.gap !== null) return allMatches(root, words, from)[0] ?? null;
	let longest: Match<T> | null = null;
	// Without a gap there is but one way on.
	for (let at = from + 1; node !== undefined; at++) {
		if (node.gap !== null) return allMatches(root, words, from)[0] ?? null;
		if (node.values.length > 0) longest = { values: node.values, end: at };
		const here = words[at];
		if (here === undefined || here === '' || node.next.size === 0) break;
		node = node.next.get(here);
	}
	return longest;
}

/** Where the reading of a pattern stands: at a node, so many words into the gap that led to it. */
interface State<T> {
	node: TrieNode<T>;
	gap: number;
}

const NONE: readonly never[] = [];

/**
 * The patterns that begin at `from`, the longest first.
 * @param words "" for a mark: no pattern runs over it
 */
export function allMatches<T>(root: TrieNode<T>, words: readonly string[], from: number): readonly Match<T>[] {
	// Most words begin no pattern at all.
	const first = root.next.get(words[from] ?? '');
	if (first === undefined && root.gap === null) return NONE;
	if (first?.gap === null && first.next.size === 0 && root.gap === null)
		return first.values.length > 0 ? [{ values: first.values, end: from + 1 }] : NONE;
	const found: Match<T>[] = [];
	let states: State<T>[] = [{ node: root, gap: 0 }];
	for (let at = from; states.length > 0; at++) {
		const here = words[at];
		if (here === undefined || here === '') break;
		const following: State<T>[] = [];
		for (const state of states) follow(state, here, following);
		states = following;
		const values = valuesOf(states);
		if (values.length > 0) found.unshift({ values, end: at + 1 });
	}
	return found;
}

function valuesOf<T>(states: readonly State<T>[]): readonly T[] {
	const [only] = states;
	if (states.length === 1 && only) return only.gap === 0 ? only.node.values : NONE;
	return states.flatMap(({ node, gap }): readonly T[] => (gap === 0 ? node.values : NONE));
}

/** Where one word leads from a state: on by the word, into a gap, or further within one. */
function follow<T>(state: State<T>, here: string, into: State<T>[]): void {
	const { node, gap } = state;
	const next = node.next.get(here);
	if (next) into.push({ node: next, gap: 0 });
	if (node.gap) {
		const direct = node.gap.next.get(here);
		if (direct) into.push({ node: direct, gap: 0 });
		into.push({ node: node.gap, gap: 1 });
	} else if (gap > 0 && gap < GAP_LENGTH) into.push({ node, gap: gap + 1 });
}

/** Reads "{reach} ~ (agreement|deal) on": braces inflect, a tilde is a gap, brackets are alternatives. */
export function readPattern(pattern: string, inflect: (lemma: string) => string[]): Step[] {
	return pattern.split(' ').map((part) => {
		if (part === '~') return { gap: true };
		if (part.startsWith('{')) return { words: part.slice(1, -1).split('|').flatMap(inflect) };
		if (part.startsWith('(')) return { words: part.slice(1, -1).split('|') };
		return { words: [part] };
	});
}
