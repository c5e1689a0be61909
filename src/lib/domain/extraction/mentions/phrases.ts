import type { Title } from './compiled.ts';
import { extendRight } from './complements.ts';
import { endingAt, startingAt, type Find } from './finds.ts';
import { beforeOwner, beforeUntil, DETERMINERS, isDefinite, take, type Phrase, type PhraseText } from './phrase.ts';
import { isNameWord } from './strangers.ts';
import { bodyOfCountry, takeModifier, takeOwner, takeSubject } from './subjects.ts';
import type { Token } from './tokens.ts';

const REACH = 8;

/** Every title of a line, with its country, status and complement. Each scan is bounded. */
export function phrasesOf(text: PhraseText): Phrase[] {
	const phrases: Phrase[] = [];
	for (const find of text.finds) {
		if (find.is !== 'title') continue;
		const last = phrases[phrases.length - 1];
		if (last && last.to > find.from) continue;
		const phrase = phraseOf(text, find, find.title, last);
		if (last && phrase.from <= last.from) continue;
		if (last && last.to === phrase.from && isOneOffice(last, phrase)) merge(text, last, phrase);
		else phrases.push(phrase);
	}
	return phrases;
}

/** "Party Chief Secretary X": two titles in a row are one, but for ranks and forms of address. */
const isOneOffice = (first: Phrase, second: Phrase): boolean =>
	[first, second].every(({ title }) => title.kind !== 'courtesy' && title.kind !== 'rank') &&
	!first.title.plural &&
	!second.title.plural &&
	first.title.class !== second.title.class &&
	!/^(legislator|ambassador|expert)$/.test(second.title.class);

function merge(text: PhraseText, first: Phrase, second: Phrase): void {
	first.to = second.to;
	first.title = second.title;
	first.country = first.country ?? second.country;
	first.words = wordsBetween(text, first);
}

function phraseOf(text: PhraseText, find: Find, title: Title, last: Phrase | undefined): Phrase {
	const phrase: Phrase = {
		from: find.from,
		to: find.to,
		wordsFrom: find.from,
		head: find.from,
		core: find.from,
		title,
		possessive: false,
		former: false,
		owned: false,
		used: false,
		words: '',
		ofBody: false,
		apposed: false,
		listed: false,
		paired: false,
		bare: find.to
	};
	if (title.kind !== 'courtesy') {
		extendLeft(text, phrase, last?.to ?? 0);
		phrase.apposed = isApposed(text.line.tokens, phrase, last);
		const named = last && /^(office|role|leader)$/.test(last.title.kind) && !last.apposed;
		const address = last?.title.class === 'legislator';
		phrase.listed = phrase.apposed && named === true && !address && phrase.from - last.to < 7;
		extendRight(text, phrase);
	} else extendDeterminer(text, phrase);
	phrase.paired = last !== undefined && isPair(text.line.tokens, last, phrase);
	if (phrase.paired) phrase.country ??= last?.country;
	phrase.words = `${last && sharesOwner(text, last, phrase) ? ownerOf(text, last) : ''}${wordsBetween(text, phrase)}${formerHouse(text, phrase)}`;
	return phrase;
}

/** "the State Department's former top Asia official": the body before "former", said behind the title. */
function formerHouse({ line: { tokens }, finds, normal }: PhraseText, phrase: Phrase): string {
	if (phrase.from === phrase.wordsFrom || phrase.possessive) return '';
	const find = startingAt(finds, phrase.from);
	const body = find?.is === 'name' ? find.entry.is === 'body' : find?.is === 'group' && find.group.kind === 'body';
	const [first, last] = [tokens[phrase.from], tokens[(find?.to ?? 0) - 1]];
	if (!body || find === undefined || first === undefined || last === undefined) return '';
	if (find.to > phrase.wordsFrom || tokens[find.to]?.kind !== 'possessive') return '';
	return ` of the ${normal.slice(first.start, last.end)}`;
}

/** "Microsoft's vice chair and president", before or behind the name: the second office has no owner or article of its own. */
const sharesOwner = ({ line: { tokens } }: PhraseText, last: Phrase, phrase: Phrase): boolean =>
	phrase.paired ||
	(last.apposed &&
		tokens[last.to]?.lower === 'and' &&
		phrase.from === last.to + 1 &&
		phrase.to === phrase.bare &&
		phrase.determiner === undefined &&
		!phrase.possessive &&
		!phrase.ofBody);

/** "Microsoft's vice chair and president": whose the first office is, for the second. */
function ownerOf({ line: { tokens }, normal }: PhraseText, { wordsFrom, head, possessive, ofBody }: Phrase): string {
	const owner = tokens.slice(wordsFrom, head).findLast(({ kind }) => kind === 'possessive');
	const first = tokens[wordsFrom];
	return owner && first && ofBody && !possessive ? `${normal.slice(first.start, owner.end)} ` : '';
}

/** "Italy's deputy premier and foreign minister": two offices in the singular under one owner or article. */
function isPair(tokens: readonly Token[], last: Phrase, phrase: Phrase): boolean {
	if (last.title.plural || phrase.title.plural || last.title.kind === 'courtesy' || phrase.title.kind === 'courtesy')
		return false;
	if (phrase.determiner !== undefined || phrase.possessive || last.title.class === phrase.title.class) return false;
	return tokens[last.to]?.lower === 'and' && phrase.from === last.to + 1 && isDefinite(last) && !last.apposed;
}

/** A name and a comma stand before it, or another office after such a name. */
function isApposed(tokens: readonly Token[], phrase: Phrase, last: Phrase | undefined): boolean {
	let at = phrase.from - 1 - (phrase.determiner === undefined ? 0 : 1);
	const adverbs = at;
	while (at > adverbs - 2 && /^(and|now|currently|also|formerly|previously)$/.test(tokens[at]?.lower ?? '')) at -= 1;
	if (last?.apposed && tokens[last.to]?.text !== ';' && at <= last.to && at >= last.to - 1) return true;
	if (/^(is|as|was|remains)$/.test(tokens[at]?.lower ?? '')) return true;
	at = beforeOwner(tokens, beforeUntil(tokens, at) ?? at);
	if (!/^[,(—–]$/.test(tokens[at]?.text ?? '')) return false;
	const before = tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1];
	return before !== undefined && (before.hyphened || isNameWord(before));
}

function extendDeterminer({ line }: PhraseText, phrase: Phrase): void {
	const before = line.tokens[phrase.from - 1]?.lower ?? '';
	if (DETERMINERS.has(before)) phrase.determiner = before;
}

function extendLeft(text: PhraseText, phrase: Phrase, limit: number): void {
	const { tokens } = text.line;
	let status = false;
	for (let steps = 0; steps < REACH; steps++) {
		const at = phrase.from - 1;
		const token = tokens[at];
		if (token === undefined || at < limit) return;
		if (DETERMINERS.has(token.lower)) {
			phrase.determiner = token.lower;
			return;
		}
		const compound = token.hyphened ? `${tokens[at - 1]?.lower ?? ''}-${token.lower}` : token.lower;
		const over = text.names.statuses.get(compound);
		if (over !== undefined) {
			phrase.former ||= over;
			phrase.from = token.hyphened ? at - 1 : at;
			status = true;
			if ((!over || token.lower === 'retired') && !NOT_SAID.has(token.lower)) phrase.wordsFrom = phrase.from;
		} else if (isEpithet(tokens, at)) phrase.from = at - 1;
		else if (text.names.ranks.has(token.lower) && !isBodyBefore(text, phrase.from)) {
			phrase.from = at;
			phrase.wordsFrom = at;
		} else if (!takeName(text, phrase, status) && !takeSubject(text, phrase) && !takeModifier(text, phrase)) return;
	}
}

/** "long-serving", "then-little-known": said of the holder and not of the office. */
const isEpithet = (tokens: readonly Token[], at: number): boolean =>
	(tokens[at]?.hyphened ?? false) &&
	/(ing|ed|time)$/.test(tokens[at]?.lower ?? '') &&
	!tokens[at - 1]?.capital &&
	tokens[at]?.lower !== 'based';

/** A ministry ends there: its last word is no rank. */
function isBodyBefore(text: PhraseText, at: number): boolean {
	const find = endingAt(text.finds, at);
	return (
		(find?.is === 'group' && find.group.kind === 'body') ||
		(find?.is === 'name' && /^(body|government)$/.test(find.entry.is))
	);
}

/** Of "newly appointed foreign minister" the office is "foreign minister". */
const NOT_SAID = new Set(
	'new current present longtime long-time veteran incumbent newly appointed elected re-elected reelected sworn visiting embattled powerful influential beleaguered sitting hawkish'.split(
		' '
	)
);

/** A country, adjective or body that stands right before the title. */
function takeName(text: PhraseText, phrase: Phrase, status: boolean): boolean {
	const { tokens } = text.line;
	const possessive = tokens[phrase.from - 1]?.kind === 'possessive';
	const end = possessive ? phrase.from - 1 : phrase.from;
	const find = endingAt(text.finds, end);
	if (find?.is === 'group' && find.group.kind === 'body') return take(phrase, find.from, status, true);
	if (possessive) phrase.owned = true;
	// "the cabinet's chief secretary"
	if (possessive && find?.is === 'group' && /^(cabinet|presidency)$/.test(find.group.noun))
		return take(phrase, find.from, status, true);
	if (find?.is !== 'name') return possessive && !isKnownFamily(text, end) && takeOwner(text, phrase, end);
	const { entry } = find;
	if (entry.is === 'place' && possessive) return take(phrase, find.from, status, true);
	if (entry.is === 'adjective' || entry.is === 'country' || (entry.is === 'capital' && possessive)) {
		if (tokens[phrase.from]?.hyphened && !status) return false;
		phrase.country ??= entry.country;
		if (possessive) {
			phrase.possessive = true;
			phrase.core = phrase.wordsFrom;
		}
		const body = entry.is === 'country' && !possessive ? bodyOfCountry(text, find.from) : undefined;
		if (body !== undefined) return take(phrase, body, status, true);
		return take(phrase, find.from, status && possessive, false);
	}
	if (entry.is === 'government') phrase.country ??= entry.country;
	if (entry.is !== 'body' && entry.is !== 'government') return false;
	if (entry.is === 'body' && entry.body.party) phrase.country ??= text.names.countries.get(entry.body.party);
	return take(phrase, find.from, status, true);
}

/** "Xi's ambassador": whose office it is, and no state's. */
function isKnownFamily({ line: { tokens }, names }: PhraseText, end: number): boolean {
	return names.families.has(tokens[end - 1]?.key ?? '') || /^(mr|mrs|ms|dr)$/.test(tokens[end - 2]?.lower ?? '');
}

/** The title's words as the text gives them; "China's foreign minister" as "Chinese foreign minister". */
function wordsBetween({ line, normal }: PhraseText, phrase: Phrase): string {
	const { tokens } = line;
	const last = tokens[phrase.to - 1];
	let at = phrase.wordsFrom;
	if (phrase.possessive) at = Math.max(at, phrase.core);
	while (tokens[at]?.lower === 'former' || tokens[at]?.lower === 'then') at += 1;
	const first = tokens[at];
	if (first === undefined || last === undefined) return '';
	const words = normal.slice(first.start, last.end).replace(/\s+/g, ' ');
	return phrase.possessive && phrase.country ? `${phrase.country.adjective} ${words}` : words;
}
