import type { CompiledNames, Entry } from './compiled.ts';
import { slug } from './slug.ts';
import type { Line, Token } from './tokens.ts';
import { longest } from './trie.ts';

const REACH = 12;
const SMALL = /^(of|the|for|and|on|in|to|de|&)$/;

/**
 * Letters that the text itself explains and the gazetteer reads otherwise: after "Alliance of Distant Bakers (ADB)", ADB
 * is that alliance throughout the article.
 */
export function acronymsOf(lines: readonly Line[], names: CompiledNames): ReadonlyMap<string, Entry> {
	const own = new Map<string, Entry>();
	for (const { tokens } of lines) {
		tokens.forEach((token, at) => {
			if (token.text !== '(' || tokens[at + 2]?.text !== ')') return;
			const letters = tokens[at + 1];
			if (letters === undefined || !/^\p{Lu}{2,8}$/u.test(letters.raw) || own.has(letters.raw)) return;
			const known = longest(names.names, tokens, at + 1)?.value;
			const from = known === undefined ? undefined : spelling(tokens, at, letters.raw);
			if (known?.is !== 'body' || from === undefined) return;
			const meant = longest(names.names, tokens, from);
			const whole = meant?.to === at ? meant.value : strangeBody(tokens, from, at);
			if (whole.is !== 'body' || whole.body.id !== known.body.id) own.set(letters.raw, whole);
		});
	}
	return own;
}

/** Where the words before a bracket begin whose initials are these letters; undefined where they are others. */
function spelling(tokens: readonly Token[], to: number, letters: string): number | undefined {
	let left = letters.length;
	for (let at = to - 1; at >= Math.max(0, to - REACH) && left > 0; at--) {
		const token = tokens[at];
		if (token?.kind === 'possessive' || (token && SMALL.test(token.lower))) continue;
		if (!token?.capital || token.raw.charAt(0) !== letters.charAt(left - 1)) return undefined;
		left -= 1;
		if (left === 0) return at;
	}
	return undefined;
}

function strangeBody(tokens: readonly Token[], from: number, to: number): Entry {
	const name = tokens
		.slice(from, to)
		.map(({ text }, at) => (at > 0 && text !== "'s" ? ` ${text}` : text))
		.join('');
	return { is: 'body', body: { id: slug(name), name } };
}
