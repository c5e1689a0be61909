import { ENDS, isSubjectWord } from './complements.ts';
import { endingAt } from './finds.ts';
import { DETERMINERS, take, type Phrase, type PhraseText } from './phrase.ts';
import { isNameWord, isNoName } from './strangers.ts';
import type { Token } from './tokens.ts';

/** "International Relations Minister", "Investment, Trade and Industry Minister", "Jiangsu Governor". */
export function takeSubject(text: PhraseText, phrase: Phrase): boolean {
	const { tokens } = text.line;
	const at = phrase.from - 1;
	const token = tokens[at];
	const head = tokens[phrase.from];
	if (token === undefined || head === undefined) return false;
	const listed = joinedSubject(text, phrase);
	if (listed !== undefined) return take(phrase, listed, false, false);
	const find = endingAt(text.finds, phrase.from);
	const company = companyBefore(text, phrase);
	if (company !== undefined) return take(phrase, company, false, true);
	if (find?.is === 'name' && (find.entry.is === 'place' || find.entry.is === 'capital')) {
		const role = phrase.title.kind === 'role' || /^(governor|legislator|general-secretary)$/.test(phrase.title.class);
		return role && !isLocal(tokens[find.from - 1]) ? take(phrase, find.from, false, false) : false;
	}
	if (isBased(tokens, at)) return take(phrase, at - 1, false, false);
	if (find !== undefined || token.hyphened || head.hyphened) return false;
	const lower =
		phrase.title.kind === 'role' ||
		/^(deputy-minister|commissioner|speaker|adviser|envoy|director|commander)$/.test(phrase.title.class);
	if (lower && !token.capital && !head.capital && text.names.subjectWords.has(token.lower))
		return take(phrase, at, false, false);
	const party = partyBefore(text, phrase, phrase.from);
	if (party !== undefined) return take(phrase, party, false, true);
	const house = houseBefore(text, phrase);
	if (house !== undefined) return take(phrase, house, false, true);
	if (!isNameWord(token) || !tokens[phrase.head]?.capital || text.names.givenNames.has(token.key)) return false;
	const next = tokens[phrase.to];
	if (!next?.capital && !isSubjectWord(text, token)) return false;
	if (!isSubjectWord(text, token) && (at === 0 || isNameWord(tokens[at - 1]))) return false;
	return take(phrase, at, false, false);
}

const MODIFIERS = 6;

/** ", an export-controls lawyer", ", the foreign desk editor": between the article behind a name and the title. */
export function takeModifier({ line: { tokens } }: PhraseText, phrase: Phrase): boolean {
	if (phrase.title.plural || phrase.title.kind === 'leader') return false;
	for (let at = phrase.from - 1; at > phrase.from - MODIFIERS; at--) {
		const token = tokens[at];
		if (token?.kind !== 'word' || ENDS.has(token.lower)) return false;
		if (!/^(an?|the)$/.test(tokens[at - 1]?.text ?? '')) continue;
		const mark = /^[,(—–]$/.test(tokens[at - 2]?.text ?? '');
		return mark && isNameWord(tokens[at - 3]) && take(phrase, phrase.from - 1, false, false);
	}
	return false;
}

/** "NITI Aayog chief executive", "AMD Chair" in front of a name: where the run of capitals begins. */
function companyBefore(text: PhraseText, phrase: Phrase): number | undefined {
	const { tokens } = text.line;
	if (!/^(executive|chairman|director|spokesperson)$/.test(phrase.title.class)) return undefined;
	const next = tokens[phrase.to]?.lower === 'and' ? phrase.to + 1 : phrase.to;
	if (!tokens[next]?.capital || phrase.country) return undefined;
	let at = phrase.from;
	while (at > phrase.from - 4) {
		const token = tokens[at - 1];
		if (!token?.capital || token.kind !== 'word' || isNoName(token) || endingAt(text.finds, at)) break;
		if (text.names.givenNames.has(token.key)) return undefined;
		at -= 1;
	}
	return at < phrase.from ? at : undefined;
}

/** "a Commission spokesperson", "the Rabobank strategist": a body that nobody knows, behind an article. */
function houseBefore({ line: { tokens }, finds, names }: PhraseText, phrase: Phrase): number | undefined {
	if (phrase.title.kind !== 'role' || tokens[phrase.from]?.capital) return undefined;
	let at = phrase.from;
	while (at > phrase.from - 4) {
		const token = tokens[at - 1];
		if (token?.kind !== 'word' || !token.capital || isNoName(token) || token.hyphened || endingAt(finds, at)) break;
		if (names.givenNames.has(token.key)) return undefined;
		at -= 1;
	}
	return at < phrase.from && /^(an?|the)$/.test(tokens[at - 1]?.text ?? '') ? at : undefined;
}

/** "DUP leader", "the Ulster Unionist leader", "Labour's leader": where the party's name begins that ends at a token. */
function partyBefore({ line: { tokens }, finds, names }: PhraseText, phrase: Phrase, end: number): number | undefined {
	if (phrase.title.kind !== 'leader' || phrase.country || tokens[phrase.from]?.capital) return undefined;
	let at = end;
	while (at > end - 5) {
		const token = tokens[at - 1];
		if (token?.kind !== 'word' || !token.capital || token.hyphened || isNoName(token)) break;
		const find = endingAt(finds, at);
		if (find?.is === 'title' || (find?.is === 'name' && find.entry.is === 'person')) break;
		if (names.givenNames.has(token.key)) return undefined;
		at = find?.from ?? at - 1;
	}
	return at < end ? at : undefined;
}

/** "a Shanghai-based scholar" */
const isBased = (tokens: readonly Token[], at: number): boolean =>
	tokens[at]?.lower === 'based' && (tokens[at]?.hyphened ?? false) && isNameWord(tokens[at - 1]);

const isLocal = (token: Token | undefined): boolean => /^(in|to|from|at|near|visited|left)$/.test(token?.lower ?? '');

/** "Business and Trade Secretary": subjects of one ministry that "and" and commas join; where they begin. */
function joinedSubject(text: PhraseText, phrase: Phrase): number | undefined {
	const { tokens } = text.line;
	if (tokens[phrase.from - 1]?.lower !== 'and' || phrase.title.plural || phrase.wordsFrom !== phrase.from)
		return undefined;
	if (phrase.country || !/^minister-/.test(phrase.title.class)) return undefined;
	const capital = tokens[phrase.from]?.capital;
	let at = phrase.from - 2;
	while (at > phrase.from - 9) {
		const token = tokens[at];
		const subject = token?.kind === 'word' && token.capital === capital && text.names.subjectWords.has(token.lower);
		if (!subject) return undefined;
		if (tokens[at - 1]?.text !== ',' || !text.names.subjectWords.has(tokens[at - 2]?.lower ?? '')) break;
		at -= 2;
	}
	// "Foreign affairs and immigration minister": the first subject has two words.
	const first = tokens[at - 1];
	if (first?.kind === 'word' && first.capital === capital && text.names.subjectWords.has(first.lower)) at -= 1;
	const before = tokens[at - 1];
	const bounded = capital || before?.kind === 'possessive' || DETERMINERS.has(before?.lower ?? '');
	return bounded || (endingAt(text.finds, at)?.is === 'name' && !before?.hyphened) ? at : undefined;
}

/** "Reserve Bank of India Governor": where the body's name begins. */
export function bodyOfCountry(text: PhraseText, from: number): number | undefined {
	const { tokens } = text.line;
	const of = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
	if (tokens[of]?.lower !== 'of') return undefined;
	const head = tokens[of - 1];
	if (!head?.capital || !isSubjectWord(text, head)) return undefined;
	let at = of - 1;
	while (at > of - 5 && tokens[at - 1]?.capital && tokens[at - 1]?.kind === 'word') at -= 1;
	return at;
}

/** Offices of firms and houses: whose they are is no person. */
const OF_HOUSES = /^(executive|director|chairman|expert|commissioner|spokesperson)$/;

/** "Zhipu's chief executive", "the Palace's press officer": where the house's name begins; a spokesperson may be a person's. */
function ownerHouse(
	tokens: readonly Token[],
	bodyWords: ReadonlySet<string>,
	phrase: Phrase,
	end: number
): number | undefined {
	if (!OF_HOUSES.test(phrase.title.class)) return undefined;
	let at = end;
	while (at > end - 5 && tokens[at - 1]?.kind === 'word' && tokens[at - 1]?.capital && tokens[at - 1]?.text !== 'The')
		at -= 1;
	const last = tokens[end - 1];
	if (at === end || last === undefined || (end - at === 1 && isNoName(last))) return undefined;
	const sure = bodyWords.has(last.key) || tokens[at - 1]?.lower === 'the' || end - at > 2;
	return sure || phrase.title.class !== 'spokesperson' ? at : undefined;
}

/** "Ruritania's foreign minister": a state that nobody knows; of "Elphberg's adviser" it is a person. */
export function takeOwner(text: PhraseText, phrase: Phrase, end: number): boolean {
	const {
		line: { tokens },
		names
	} = text;
	const owner = tokens[end - 1];
	const house = ownerHouse(tokens, names.bodyWords, phrase, end) ?? partyBefore(text, phrase, end);
	if (house !== undefined) return take(phrase, house, false, true);
	const ofState = /^(president|prime-minister|chancellor|minister|monarch|vice-p|governor|ambassador|speaker)/;
	if (!isNameWord(owner) || isNoName(owner) || isNameWord(tokens[end - 2])) return false;
	return ofState.test(phrase.title.class) && take(phrase, end - 1, false, true);
}
