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
	values: T[];
	end: number;
}

/** The longest pattern that begins at `from`, or null; see `allMatches`. */
export function longestMatch<T>(root: TrieNode<T>, word: (index: number) => string, from: number): Match<T> | null {
	return allMatches(root, word, from)[0] ?? null;
}

/**
 * The patterns that begin at `from`, the longest first.
 * `word(i)` is the i-th word, "" for a mark or beyond the end: no pattern runs over it.
 */
export function allMatches<T>(root: TrieNode<T>, word: (index: number) => string, from: number): Match<T>[] {
	const found: Match<T>[] = [];
	// Most words begin no pattern at all.
	if (root.gap === null && !root.next.has(word(from))) return found;
	let states: { node: TrieNode<T>; gap: number }[] = [{ node: root, gap: 0 }];
	for (let at = from; states.length > 0; at++) {
		const here = word(at);
		if (here === '') break;
		states = states.flatMap((state) => follow(state, here));
		const values = states.flatMap(({ node, gap }) => (gap === 0 ? node.values : []));
		if (values.length > 0) found.unshift({ values, end: at + 1 });
	}
	return found;
}

/** Where one word leads from a state: on by the word, into a gap, or further within one. */
function follow<T>(
	{ node, gap }: { node: TrieNode<T>; gap: number },
	here: string
): { node: TrieNode<T>; gap: number }[] {
	const following: { node: TrieNode<T>; gap: number }[] = [];
	const next = node.next.get(here);
	if (next) following.push({ node: next, gap: 0 });
	if (node.gap) {
		const direct = node.gap.next.get(here);
		if (direct) following.push({ node: direct, gap: 0 });
		following.push({ node: node.gap, gap: 1 });
	} else if (gap > 0 && gap < GAP_LENGTH) following.push({ node, gap: gap + 1 });
	return following;
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
