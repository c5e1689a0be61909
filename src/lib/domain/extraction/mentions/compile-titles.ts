import type { CompiledNames, Gender, GroupNoun, Title } from './compiled.ts';
import { addPhrase, emptyTrie, type Trie } from './trie.ts';

interface TitleGroup {
	class: string;
	kind: Title['kind'];
	titles: string[];
	plurals: string[];
	she: string[];
	he: string[];
}

interface Offices {
	groups: TitleGroup[];
	portfolios: { class: string; words: string[] }[];
	statuses: { over: string[]; current: string[] };
	ranks: string[];
	subjectWords: string[];
	groupNouns: { side: string[]; officials: string[]; bodies: string[]; alone: string[] };
	speechVerbs: string[];
}

type TitleParts = Pick<CompiledNames, 'titles' | 'groups' | 'statuses' | 'ranks' | 'subjectWords' | 'speechVerbs'>;

/** Titles, nouns of groups and the small words about offices; all blind to capitals. */
export function compileTitles(offices: Offices): TitleParts {
	const titles = emptyTrie<Title>();
	for (const group of offices.groups) addGroup(titles, group);
	for (const portfolio of offices.portfolios) addPortfolio(titles, portfolio);
	return {
		titles,
		groups: groupNouns(offices.groupNouns),
		statuses: new Map([
			...offices.statuses.over.map((word): [string, boolean] => [word, true]),
			...offices.statuses.current.map((word): [string, boolean] => [word, false])
		]),
		ranks: new Set(offices.ranks),
		subjectWords: subjectWords(offices),
		speechVerbs: new Set(offices.speechVerbs)
	};
}

function addGroup(titles: Trie<Title>, group: TitleGroup): void {
	const base = { class: group.class, kind: group.kind };
	for (const word of group.titles) {
		const gender = genderOf(word, group);
		addPhrase(titles, word, { ...base, plural: false, ...(gender ? { gender } : {}) }, true);
		if (group.kind !== 'courtesy') addPhrase(titles, pluralOf(word), { ...base, plural: true }, true);
	}
	for (const word of group.plurals) addPhrase(titles, word, { ...base, plural: true }, true);
}

function genderOf(word: string, group: TitleGroup): Gender | undefined {
	if (group.she.includes(word)) return 'f';
	return group.he.includes(word) ? 'm' : undefined;
}

/** "secretaries of state", "ambassadors to", "prime ministers": the head of the title takes the ending. */
function pluralOf(title: string): string {
	const [head = '', ...rest] = title.split(/ (?=(?:of|for|to|in|at|general)\b)/);
	const plural = /[^aeo]y$/.test(head) ? `${head.slice(0, -1)}ies` : /(s|ch|sh)$/.test(head) ? `${head}es` : `${head}s`;
	return [plural, ...rest].join(' ');
}

function addPortfolio(titles: Trie<Title>, portfolio: { class: string; words: string[] }): void {
	const title: Title = { class: `minister-${portfolio.class}`, kind: 'office', plural: false };
	for (const words of portfolio.words) {
		for (const head of ['minister', 'secretary']) {
			for (const form of [
				`${words} ${head}`,
				`${head} of ${words}`,
				`${head} for ${words}`,
				`${head} of the ${words}`
			]) {
				addPhrase(titles, form, title, true);
			}
			const plural = head === 'minister' ? 'ministers' : 'secretaries';
			for (const form of [`${words} ${plural}`, `${plural} of ${words}`, `${plural} for ${words}`]) {
				addPhrase(titles, form, { ...title, plural: true }, true);
			}
		}
		addPhrase(titles, `${words} chief`, title, true);
		addPhrase(titles, `${words} chiefs`, { ...title, plural: true }, true);
	}
}

/** What ministries are for, word by word, and other such words. */
function subjectWords(offices: Offices): Set<string> {
	const words = offices.portfolios.flatMap((portfolio) => portfolio.words.flatMap((phrase) => phrase.split(/[ ,]+/)));
	return new Set([...words, ...offices.subjectWords].filter((word) => !/^(and|the|of)$/.test(word)));
}

function groupNouns(nouns: Offices['groupNouns']): Trie<GroupNoun> {
	const trie = emptyTrie<GroupNoun>();
	for (const noun of nouns.side) addPhrase(trie, noun, { kind: 'side', noun, alone: false }, true);
	for (const noun of nouns.officials) addPhrase(trie, noun, { kind: 'officials', noun, alone: false }, true);
	for (const noun of nouns.bodies)
		addPhrase(trie, noun, { kind: 'body', noun, alone: nouns.alone.includes(noun) }, true);
	return trie;
}
