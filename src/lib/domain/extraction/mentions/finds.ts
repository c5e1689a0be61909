import type { Ambiguity, CompiledNames, Entry, GroupNoun, Title } from './compiled.ts';
import type { Line, Token } from './tokens.ts';
import { wordSet } from '../../text.ts';
import { longest } from './trie.ts';

/** A run of tokens of one line that the gazetteer knows; `to` is exclusive. */
export type Find = { from: number; to: number } & (
	{ is: 'name'; entry: Entry } | { is: 'title'; title: Title } | { is: 'group'; group: GroupNoun }
);

/** The gazetteer, and what the article itself says of names. */
interface Known {
	names: CompiledNames;
	words: ReadonlySet<string>;
	own: ReadonlyMap<string, Entry>;
}

/** The names, titles and nouns of groups in a line: longest first from the left, none inside another. */
export function findsOf(line: Line, known: Known): Find[] {
	const finds: Find[] = [];
	let at = 0;
	while (at < line.tokens.length) {
		const find = findAt(line.tokens, at, known);
		if (find) finds.push(find);
		at = find?.to ?? at + 1;
	}
	return finds;
}

/** "Then von der Leyen said": names that begin with a small word. */
const PARTICLES = wordSet('von van de da di del della der den al el la le ter dos du bin');

/** "Ana Lindqvist, a former | defence official": what somebody is, and no group. */
function isApposed(tokens: readonly Token[], from: number): boolean {
	const article = /^(former|senior|retired|top)$/.test(tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1;
	const name = tokens[article - 2];
	return /^an?$/.test(tokens[article]?.text ?? '') && tokens[article - 1]?.text === ',' && name?.capital === true;
}

/** "H.E. Droupadi Murmu": letters that without their stops would be a pronoun. */
const EXCELLENCY = /^H\.(?:E|R\.H|H)\.$/;
const COURTESY: Title = { class: 'courtesy', kind: 'courtesy', plural: false };

function findAt(tokens: readonly Token[], from: number, { names, words, own }: Known): Find | undefined {
	const token = tokens[from];
	if (token === undefined || token.kind !== 'word') return undefined;
	const explained = own.get(token.raw);
	if (explained) return { from, to: from + 1, is: 'name', entry: explained };
	const name = token.capital || PARTICLES.has(token.lower) ? longest(names.names, tokens, from) : undefined;
	const title = longest(names.titles, tokens, from, true);
	const group = longest(names.groups, tokens, from, true);
	const longestTo = Math.max(name?.to ?? 0, title?.to ?? 0, group?.to ?? 0);
	const titled = title !== undefined && title.to === name?.to && isNameLike(tokens[longestTo]);
	if (name && name.to === longestTo && !titled) {
		const entry = decided(tokens, from, name, names, words);
		return entry ? { from, to: name.to, is: 'name', entry } : undefined;
	}
	if (title && title.to === longestTo && !isLooseChief(tokens, from, title.to) && !isGivenName(token))
		return { from, to: title.to, is: 'title', title: title.value };
	if (group?.value.kind === 'officials' && isApposed(tokens, from)) return undefined;
	if (group) return { from, to: group.to, is: 'group', group: group.value };
	return token.text.startsWith('H.') && EXCELLENCY.test(token.text)
		? { from, to: from + 1, is: 'title', title: COURTESY }
		: undefined;
}

/** "Eng. Khalid" is an engineer, "Lim Eng Beng" none. */
const isGivenName = ({ lower, text }: Token): boolean => /^(?:eng|ing|lic)$/.test(lower) && !text.endsWith('.');

/** "Nvidia chief Jensen Huang", "the chief of the agency,": a word of many uses is a title between a name and its holder. */
function isLooseChief(tokens: readonly Token[], from: number, to: number): boolean {
	if (to !== from + 1 || tokens[from]?.lower !== 'chief') return false;
	const [before, next] = [tokens[from - 1], tokens[to]];
	const house = before !== undefined && (before.kind === 'possessive' || before.capital || before.lower === 'the');
	const named = next?.kind === 'word' && next.capital && !tokens[from]?.capital;
	return !house || !(named || /^[,)]$/.test(next?.text ?? '') || next?.lower === 'of');
}

/** "USTR Jamieson Greer": a body's letters are a title in front of a name. */
const isNameLike = (token: Token | undefined): boolean =>
	token !== undefined && token.kind === 'word' && token.capital && token.raw !== token.raw.toUpperCase();

/** "Georgia" beside "Atlanta" is the state; "Jim Jordan" is nobody's country. Undefined where it is no name at all. */
function decided(
	tokens: readonly Token[],
	from: number,
	match: { value: Entry; to: number },
	names: CompiledNames,
	words: ReadonlySet<string>
): Entry | undefined {
	const token = tokens[from];
	if (token === undefined) return undefined;
	const single = match.to === from + 1;
	if (single && token.raw.length === 1 && !/^(on|platform|via|to|from)$/.test(tokens[from - 1]?.lower ?? ''))
		return undefined;
	// "Germán Umaña": a name that is a people's only without its accent.
	if (
		single &&
		token.text !== token.key &&
		match.value.is === 'adjective' &&
		tokens[from + 1]?.capital &&
		ACUTE.test(token.text)
	)
		return undefined;
	if (single && match.value.is === 'adjective') {
		const ambiguity = names.ambiguous.get(token.key);
		if (ambiguity && decidedFor(ambiguity, words)) return ambiguity.entry;
	}
	if (single && (match.value.is === 'country' || match.value.is === 'place' || match.value.is === 'capital')) {
		const ambiguity = names.ambiguous.get(token.key);
		if (ambiguity && decidedFor(ambiguity, words)) return ambiguity.entry;
		const before = tokens[from - 1];
		if (before?.capital && names.givenNames.has(before.key) && !token.hyphened) return undefined;
		if (names.givenNames.has(token.key) && isPlainName(tokens[from + 1], names)) return undefined;
	}
	return match.value;
}

const ACUTE = /[áéíóú]/;

const decidedFor = ({ near, against }: Ambiguity, words: ReadonlySet<string>): boolean =>
	Array.from(near).some((word) => words.has(word)) && !Array.from(against).some((word) => words.has(word));

/** A capitalised word that is no known name or title: the family name after "Jordan" or "Chad". */
function isPlainName(token: Token | undefined, names: CompiledNames): boolean {
	if (!token?.capital || token.hyphened || token.kind !== 'word' || token.raw === token.raw.toUpperCase()) return false;
	return !names.titles.next.has(token.lower) && !names.names.next.has(token.key) && !names.groups.next.has(token.lower);
}

/** The find that begins, or ends, at a token. */
export const startingAt = (finds: readonly Find[], token: number): Find | undefined =>
	search(finds, token, (find) => find.from);
export const endingAt = (finds: readonly Find[], token: number): Find | undefined =>
	search(finds, token, (find) => find.to);

function search(finds: readonly Find[], token: number, place: (find: Find) => number): Find | undefined {
	let low = 0;
	let high = finds.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const find = finds[middle];
		if (find === undefined) return undefined;
		if (place(find) === token) return find;
		if (place(find) < token) low = middle + 1;
		else high = middle - 1;
	}
	return undefined;
}
