import { endingAt, startingAt } from './finds.ts';
import type { Phrase, PhraseText } from './phrase.ts';
import { ABSTRACT, isMonth, joinedEnd, listEnd } from './subject-lists.ts';
import { isNameWord, isNoName } from './strangers.ts';
import type { Token } from './tokens.ts';

const LINKS = new Set(['of', 'for', 'at', 'to', 'with', 'on', 'in']);
/** Offices at a place or to a state: what stands after "to" and "in" is theirs. */
const SENT = new Set(['ambassador', 'envoy', 'adviser', 'chief-of-staff', 'climate-envoy', 'trade-representative']);
const REACH = 16;
const LOWER_REACH = 6;
/** Words that end an office's complement. */
export const ENDS = new Set(
	(
		'who whose whom which that is are was were be been being has had have will would can could may might must said says told and or but ' +
		'as by from after before during since until when while if because amid about over between against not than then also now he she it ' +
		'they in into to at of for on with under there here where'
	).split(' ')
);

/** "-elect", "of the European Commission", "for East Asian and Pacific Affairs", "at the X Institute", "to China". */
export function extendRight(text: PhraseText, phrase: Phrase): void {
	const { tokens } = text.line;
	if (tokens[phrase.to]?.hyphened && ['elect', 'designate'].includes(tokens[phrase.to]?.lower ?? '')) phrase.to += 1;
	if (isSecondAdjective(text, phrase)) phrase.to += 2;
	if (phrase.title.kind === 'counterpart') return counterpartOf(text, phrase);
	addWords(text, phrase);
	addSubjects(text, phrase);
	reopen(text, phrase);
	for (let links = 0; links < 5; links++) {
		const at = phrase.to;
		const link = tokens[at]?.lower ?? '';
		if (!LINKS.has(link) || !mayLink(text, phrase, at, link, links)) return;
		const end = nounPhraseEnd(text, phrase, at + 1, link);
		if (end === undefined || end <= at + 1) return;
		phrase.to = end;
	}
}

/** "his counterpart in Kenya", "her opposite number from Chile" */
function counterpartOf({ line: { tokens }, finds }: PhraseText, phrase: Phrase): void {
	if (phrase.country || !/^(in|from|of)$/.test(tokens[phrase.to]?.lower ?? '')) return;
	const find = startingAt(finds, phrase.to + 1);
	const entry = find?.is === 'name' ? find.entry : undefined;
	if (find === undefined || (entry?.is !== 'country' && entry?.is !== 'capital')) return;
	phrase.country = entry.country;
	phrase.to = find.to;
}

/** "Ambassador Extraordinary and Plenipotentiary": the adjectives after the title were matched; "and" goes on. */
function isSecondAdjective({ line }: PhraseText, phrase: Phrase): boolean {
	return line.tokens[phrase.to]?.lower === 'and' && line.tokens[phrase.to + 1]?.lower === 'plenipotentiary';
}

/** "Minister of Water | Resources": the known subject is only the beginning of a longer one. */
function addWords({ line: { tokens }, names }: PhraseText, phrase: Phrase): void {
	const link = tokens[phrase.head + 1]?.lower;
	if (!/^minister-/.test(phrase.title.class) || (link !== 'of' && link !== 'for')) return;
	const isWord = (token: Token | undefined) =>
		token?.capital === true &&
		(names.subjectWords.has(token.lower) || ABSTRACT.test(token.lower)) &&
		!names.givenNames.has(token.key);
	while (isWord(tokens[phrase.to])) phrase.to += 1;
}

/** "Minister for Foreign Affairs and Trade", "minister of economy, trade and industry": the other subjects. */
function addSubjects({ line, names, finds }: PhraseText, phrase: Phrase): void {
	if (phrase.to - phrase.head < 3 || !/^minister-/.test(phrase.title.class)) return;
	const { tokens } = line;
	const isSubject = (token: Token | undefined): boolean =>
		token !== undefined &&
		[tokens[phrase.to - 1], tokens[phrase.head]].some((one) => one?.capital === token.capital) &&
		names.subjectWords.has(token.lower);
	for (let at = phrase.to; at < phrase.to + 10; at += 2) {
		const mark = tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'and' ? at + 1 : at;
		if (tokens[mark]?.lower !== 'and' && tokens[mark]?.text !== ',') return;
		if (startingAt(finds, mark + 1)?.is === 'title') return;
		if (!isSubject(tokens[mark + 1]) || /^(minister|secretary)$/.test(tokens[mark + 2]?.lower ?? '')) return;
		if (tokens[mark]?.lower !== 'and') continue;
		phrase.to = mark + 2;
		while (isSubject(tokens[phrase.to])) phrase.to += 1;
		return;
	}
}

/** "minister for economic | revitalisation": the known subject is only the beginning of a longer one. */
function reopen({ line, names }: PhraseText, phrase: Phrase): void {
	const next = line.tokens[phrase.to];
	const link = line.tokens[phrase.head + 1]?.lower;
	if (!/^minister-/.test(phrase.title.class) || (link !== 'of' && link !== 'for') || next?.kind !== 'word') return;
	if (next.capital || ENDS.has(next.lower) || names.speechVerbs.has(next.lower) || /(ed|ly)$/.test(next.lower)) return;
	phrase.to = phrase.head + 1;
}

function mayLink(text: PhraseText, phrase: Phrase, at: number, link: string, links: number): boolean {
	const { tokens } = text.line;
	if (link === 'to')
		return (
			SENT.has(phrase.title.class) || isBodyAt(text, at + 1) || /^(commerce|mission)$/.test(tokens[at - 1]?.lower ?? '')
		);
	if (link === 'at' && tokens[at + 1]?.lower === 'the' && tokens[at + 2]?.lower === 'time') return false;
	// "Prime minister for less than a year"
	if (link === 'for' && /^(?:less|more|nearly|almost|only|just|over|barely)$/.test(tokens[at + 1]?.lower ?? ''))
		return false;
	if (link !== 'in') return true;
	if (tokens[at + 1]?.lower === 'charge') return true;
	const find =
		startingAt(text.finds, at + 1) ?? startingAt(text.finds, tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1);
	const place = find?.is === 'name' && /^(capital|place|country)$/.test(find.entry.is);
	if (place && /^(commerce|chamber)$/.test(tokens[at - 1]?.lower ?? '')) return true;
	return place && SENT.has(phrase.title.class) && links === 0;
}

/** "Secretary to the Treasury" */
function isBodyAt(text: PhraseText, at: number): boolean {
	const find = startingAt(text.finds, text.line.tokens[at]?.lower === 'the' ? at + 1 : at);
	return (find?.is === 'group' && find.group.kind === 'body') || (find?.is === 'name' && find.entry.is === 'body');
}

interface Walk {
	at: number;
	/** After the last word that cannot belong to a name. */
	safe: number;
	lower: number;
}

/** The end of what stands after "of" or "for"; in front of a name, the name is left over. */
function nounPhraseEnd(text: PhraseText, phrase: Phrase, from: number, link: string): number | undefined {
	const { tokens } = text.line;
	const start = /^(the|a|an|its|her|his|their)$/.test(tokens[from]?.lower ?? '') ? from + 1 : from;
	if (isMonth(tokens[start], tokens[start + 1])) return undefined;
	const walk: Walk = { at: start, safe: start, lower: 0 };
	while (walk.at < start + REACH && step(text, phrase, walk, start, link));
	while (walk.at > start && /^(of|for|and|on|the|de|&|at|in)$/.test(tokens[walk.at - 1]?.lower ?? '')) walk.at -= 1;
	if (walk.at === start) return undefined;
	const left = walk.at - walk.safe;
	const another = phrase.listed || (tokens[phrase.from - 1]?.lower === 'and' && tokens[phrase.from - 2]?.text === ',');
	if (phrase.apposed && !(another && left > 1 && walk.safe > start)) return walk.at;
	if (walk.safe > start) return left > 0 && left < 7 ? walk.safe : walk.at;
	return phrase.title.kind === 'office' && left >= 3 ? start + 1 : walk.at;
}

/** One word or name further; false where the noun phrase is over. */
function step(text: PhraseText, phrase: Phrase, walk: Walk, start: number, link: string): boolean {
	const { tokens } = text.line;
	const token = tokens[walk.at];
	if (token === undefined) return false;
	if (token.kind === 'possessive') return move(walk, walk.at + 1, true);
	if (token.kind === 'mark') {
		const list = token.text === ',' && walk.at > start ? listEnd(text, walk.at) : undefined;
		if (list !== undefined) return move(walk, list, true);
		return token.text === '&' && walk.at > start ? move(walk, walk.at + 1, false) : false;
	}
	const found = stepFind(text, phrase, walk, start, link);
	if (found !== undefined) return found;
	if (token.capital && !isNoName(token)) {
		if (!phrase.apposed && text.names.givenNames.has(token.key) && walk.at > start) return false;
		return move(walk, walk.at + 1, isSubjectWord(text, token));
	}
	// "To Japan | Lee Hyuk and others": two capitals behind a country are a name.
	const named = !phrase.apposed && walk.safe > start && walk.at - walk.safe > 1;
	const joined =
		walk.at > start && token.lower === 'and' && !named ? joinedEnd(text, walk.at, phrase.apposed) : undefined;
	if (joined !== undefined) return move(walk, joined, true);
	if (walk.at > start && goesOn(text, walk, phrase)) return move(walk, walk.at + 1, false);
	if (ENDS.has(token.lower) || text.names.speechVerbs.has(token.lower) || /ly$/.test(token.lower)) return false;
	if (!/^\p{Ll}/u.test(token.text) || walk.lower >= LOWER_REACH) return false;
	if ((!phrase.apposed || phrase.listed) && !mayBeSubject(text, walk, start, token)) return false;
	walk.lower += 1;
	return move(walk, walk.at + 1, true);
}

/** In front of a name small words stand first ("of mining"), or are subjects after a name ("China policy"). */
function mayBeSubject(text: PhraseText, walk: Walk, start: number, token: Token): boolean {
	if (walk.at > start && /ed$/.test(token.lower)) return false;
	const owned = text.line.tokens[walk.at - 1]?.kind === 'possessive';
	return owned || walk.at === start + walk.lower || (walk.at === walk.safe && isSubject(text, token));
}

const PROGRAMME =
	/^(program|programme|desk|department|centre|center|project|division|practice|team|section|initiative|bureau|power|issues|office|coast|guard|branch|unit)$/;

const isSubject = ({ names }: PhraseText, { lower }: Token): boolean =>
	names.subjectWords.has(lower) || PROGRAMME.test(lower);

function move(walk: Walk, to: number, safe: boolean): boolean {
	walk.at = to;
	if (safe) walk.safe = to;
	return true;
}

/** Over a name, a ministry or a title inside; undefined where nothing known begins. */
function stepFind(text: PhraseText, phrase: Phrase, walk: Walk, start: number, link: string): boolean | undefined {
	const find = startingAt(text.finds, walk.at);
	if (find === undefined) return undefined;
	// "at Adewale & Partners"
	if (find.is === 'title' && text.line.tokens[walk.at - 1]?.text === '&') return move(walk, find.to, true);
	if (find.is === 'title') {
		const next = text.line.tokens[find.to];
		if (next?.capital && isBodyRun(text, find.to)) return move(walk, find.to, true);
		if (find.title.kind === 'rank') return false;
		// "adviser to the Chancellor"
		if (link === 'to' && walk.at === start && !find.title.plural && !isNameWord(next)) return move(walk, find.to, true);
		if (isSubjectWord(text, text.line.tokens[walk.at]) && find.to === walk.at + 1) return move(walk, find.to, true);
		if (walk.at > start + 2 || link !== 'of' || find.title.plural || find.title.class === phrase.title.class)
			return false;
		return move(walk, find.to, true) && text.line.tokens[find.to]?.kind === 'possessive';
	}
	if (find.is === 'group') return move(walk, find.to, true);
	const { entry } = find;
	if (entry.is === 'person') return false;
	if (!phrase.apposed && isSecondPlace(text, walk, start, entry.is)) return false;
	if ((entry.is === 'country' || entry.is === 'adjective') && link === 'of' && !phrase.country)
		phrase.country = entry.country;
	if (entry.is === 'body') phrase.ofBody = true;
	const noun = text.line.tokens[find.to];
	const described =
		entry.is === 'adjective' &&
		(isPlainNoun(text, noun) || isNameWord(noun)) &&
		startingAt(text.finds, find.to) === undefined;
	move(walk, described ? find.to + 1 : find.to, true);
	if (entry.is === 'country' && link === 'for') skipCountries(text, walk);
	return true;
}

/** "King | Faisal University", "General | Assembly": capitals up to a body's word, no title but a part of its name. */
function isBodyRun({ line: { tokens }, names }: PhraseText, from: number): boolean {
	for (let at = from; at < from + 3; at++) {
		const token = tokens[at];
		if (!token?.capital || token.kind !== 'word') return false;
		if (names.bodyWords.has(token.key)) return true;
	}
	return false;
}

/** "the Turkish | diplomacy": a small word that may be a noun. */
const isPlainNoun = ({ names }: PhraseText, token: Token | undefined): boolean =>
	token?.kind === 'word' &&
	!token.capital &&
	!/ed$/.test(token.lower) &&
	!ENDS.has(token.lower) &&
	!names.speechVerbs.has(token.lower);

/**
 * "Minister of Argentina | Santiago Cafiero", "Secretary for Defence | Aden Duale": after a country or a subject a city's
 * name in front of another name is a person's.
 */
function isSecondPlace(text: PhraseText, walk: Walk, start: number, is: string): boolean {
	if (is !== 'capital' && is !== 'place') return false;
	const { tokens } = text.line;
	const next = tokens[walk.at + 1];
	if (!isNameWord(next) || next.hyphened || isSubjectWord(text, next)) return false;
	const before = endingAt(text.finds, walk.at);
	const subject = walk.at > start && isSubjectWord(text, tokens[walk.at - 1]);
	return subject || (before?.is === 'name' && before.entry.is === 'country');
}

/** "for China, Taiwan and Mongolia" */
function skipCountries(text: PhraseText, walk: Walk): void {
	const { tokens } = text.line;
	let at = walk.at;
	for (let more = 0; more < 4; more++) {
		const last = tokens[at]?.lower === 'and' || (tokens[at]?.text === ',' && tokens[at + 1]?.lower === 'and');
		const next = tokens[at]?.text === ',' || last ? at + (tokens[at + 1]?.lower === 'and' ? 2 : 1) : undefined;
		const find = next === undefined ? undefined : startingAt(text.finds, next);
		if (find?.is !== 'name' || !/^(country|place|capital)$/.test(find.entry.is)) return;
		at = find.to;
		if (last) {
			move(walk, at, true);
			return;
		}
	}
}

/** "of", "for", "and" inside: before a capital, "and" only where the words after it are no name. */
function goesOn(text: PhraseText, walk: Walk, phrase: Phrase): boolean {
	const { tokens } = text.line;
	const lower = tokens[walk.at]?.lower ?? '';
	const after = tokens[walk.at + 1]?.lower === 'the' && lower !== 'and' ? walk.at + 2 : walk.at + 1;
	const next = tokens[after];
	if (lower === 'and' && next && !next.capital && text.names.subjectWords.has(next.lower))
		return startingAt(text.finds, after)?.is !== 'title';
	if (!next?.capital || isNoName(next)) return lower === 'the' && next !== undefined;
	const find = startingAt(text.finds, after);
	if (find?.is === 'title' && !text.names.bodyWords.has(tokens[find.to]?.key ?? '')) return false;
	if (/^(of|for|on|the|de)$/.test(lower)) return true;
	if (lower !== 'and' || text.names.givenNames.has(next.key)) return false;
	if (find?.is === 'name' && (find.entry.is === 'person' || !phrase.title.kind)) return false;
	const few = tokens.slice(after, after + 4);
	const end = few.findIndex((token) => !token.capital || token.kind !== 'word');
	return few.slice(0, end < 0 ? few.length : end).some((token) => isSubjectWord(text, token));
}

/** A capitalised word that is a subject or a body's word and no name: Affairs, Security, Commission. */
export function isSubjectWord({ names }: Pick<PhraseText, 'names'>, token: Token | undefined): boolean {
	return token !== undefined && (names.bodyWords.has(token.key) || names.subjectWords.has(token.lower));
}
