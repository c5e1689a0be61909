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

/** Where the reading of patterns stands: at nodes, each so many words into the gap that led to it. */
interface States<T> {
	nodes: TrieNode<T>[];
	gaps: number[];
}

const NONE: readonly never[] = [];

/**
 * The patterns that begin at `from`, the longest first.
 * @param words "" for a mark: no pattern runs over it
 */
export function allMatches<T>(root: TrieNode<T>, words: readonly string[], from: number): readonly Match<T>[] {
	if (root.gap !== null) return onwards(root, words, from, []);
	// Most words begin no pattern at all.
	let node = root.next.get(words[from] ?? '');
	if (node === undefined) return NONE;
	const found: Match<T>[] = [];
	// Without a gap there is but one way on.
	for (let at = from + 1; node !== undefined; at++) {
		if (node.values.length > 0) found.push({ values: node.values, end: at });
		if (node.gap !== null) return onwards(node, words, at, found);
		const here = words[at];
		if (here === undefined || here === '' || node.next.size === 0) break;
		node = node.next.get(here);
	}
	return found.length > 1 ? found.reverse() : found;
}

/** What `found` holds, shortest first, and the patterns that go on from a node, by all ways at once: longest first. */
function onwards<T>(start: TrieNode<T>, words: readonly string[], from: number, found: Match<T>[]): Match<T>[] {
	let states: States<T> = { nodes: [start], gaps: [0] };
	for (let at = from; states.nodes.length > 0; at++) {
		const here = words[at];
		if (here === undefined || here === '') break;
		states = follow(states, here);
		const values = valuesOf(states);
		if (values.length > 0) found.push({ values, end: at + 1 });
	}
	return found.reverse();
}

function valuesOf<T>({ nodes, gaps }: States<T>): readonly T[] {
	const [only] = nodes;
	if (nodes.length === 1 && only) return gaps[0] === 0 ? only.values : NONE;
	const values: T[] = [];
	for (let at = 0; at < nodes.length; at++) if (gaps[at] === 0) values.push(...(nodes[at]?.values ?? NONE));
	return values;
}

/** Where one word leads from each state: on by the word, into a gap, or further within one. */
function follow<T>({ nodes, gaps }: States<T>, here: string): States<T> {
	const into: States<T> = { nodes: [], gaps: [] };
	for (let at = 0; at < nodes.length; at++) {
		const node = nodes[at];
		if (node === undefined) break;
		const gap = gaps[at] ?? 0;
		push(into, node.next.get(here), 0);
		if (node.gap) {
			push(into, node.gap.next.get(here), 0);
			push(into, node.gap, 1);
		} else if (gap > 0 && gap < GAP_LENGTH) push(into, node, gap + 1);
	}
	return into;
}

function push<T>({ nodes, gaps }: States<T>, node: TrieNode<T> | undefined, gap: number): void {
	if (node === undefined) return;
	nodes.push(node);
	gaps.push(gap);
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
