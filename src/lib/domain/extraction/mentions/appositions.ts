import type { Reading } from './draft.ts';
import { beforeOwner, beforeUntil, type Phrase } from './phrase.ts';

/** Where the name before an office ends, and whether the text says that the office is over. */
export interface Apposition {
	/** Token after the name. */
	end: number;
	over: boolean;
}

/** The name that an office after it belongs to: behind a comma or bracket, "who is", "is", "as". */
export function appositionOf(reading: Reading, phrase: Phrase): Apposition | undefined {
	const { kind, plural } = phrase.title;
	if (kind === 'courtesy' || kind === 'counterpart' || plural) return undefined;
	const { tokens } = reading.line;
	let at = phrase.from - 1 - (phrase.determiner === undefined ? 0 : 1);
	const adverbs = at;
	while (at > adverbs - 3 && isAdverb(tokens[at]?.lower ?? '')) at -= 1;
	const until = beforeUntil(tokens, at);
	at = beforeOwner(tokens, until ?? at);
	const lower = tokens[at]?.lower ?? '';
	const once =
		until !== undefined || (adverbs > at && /^(formerly|previously|once)$/.test(tokens[adverbs]?.lower ?? ''));
	const elected = /^(elected|appointed|named|sworn|reelected)$/.test(tokens[phrase.from]?.lower ?? '');
	const clause = whoClause(reading, at, elected) ?? madeClause(reading, at) ?? appointed(reading, phrase, at);
	if (clause) return clause;
	// "Lindqvist, as foreign minister, signed"
	if (lower === 'as' && tokens[at - 1]?.text === ',')
		return closes(reading, phrase) ? nameAt(reading, at - 1, once) : undefined;
	if (/^(is|remains)$/.test(lower)) return closes(reading, phrase) ? nameAt(reading, at, once) : undefined;
	// "Lindqvist has been Kenya's foreign minister since May"
	if (lower === 'been' && /^(?:has|have)$/.test(tokens[at - 1]?.lower ?? ''))
		return closes(reading, phrase) ? nameAt(reading, at - 1, once) : undefined;
	const noun = besideNoun(tokens, at);
	if (noun !== undefined) return closes(reading, phrase) ? nameAt(reading, noun, once) : undefined;
	if (!/^[,(—–]$/.test(tokens[at]?.text ?? '')) return undefined;
	return closes(reading, phrase) ? nameAt(reading, at, once) : undefined;
}

/** "Lindqvist, my old friend | and a former foreign minister": the comma before what else he is; undefined elsewhere. */
function besideNoun(tokens: Reading['line']['tokens'], and: number): number | undefined {
	if (tokens[and]?.lower !== 'and') return undefined;
	let at = and - 1;
	while (at > and - 5 && tokens[at]?.kind === 'word' && !tokens[at]?.capital) at -= 1;
	const opens = /^(?:my|our|his|her|an?)$/.test(tokens[at + 1]?.lower ?? '');
	return opens && at < and - 2 && tokens[at]?.text === ',' ? at : undefined;
}

const isAdverb = (word: string): boolean =>
	/^(now|currently|also|formerly|previously|still|then|once|himself|herself|both)$/.test(word);

/** The full stop of an initial or of "Jr." and a comma do not part a name from its office. */
function nameAt(reading: { line: Pick<Reading['line'], 'tokens'> }, at: number, over: boolean): Apposition {
	const { tokens } = reading.line;
	const comma = beforeLetters(tokens, beforeBracket(tokens, tokens[at - 1]?.text === ',' ? at - 1 : at));
	const stop = tokens[comma - 1]?.text === '.' && /^(Jr|Sr)$/.test(tokens[comma - 2]?.key ?? '');
	return { end: stop ? comma - 1 : beforeHouse(tokens, comma), over };
}

/** "Chad Bown | of the Peterson Institute, a former economist": where the name ends that his house or country follows. */
function beforeHouse(tokens: Reading['line']['tokens'], end: number): number {
	let at = end;
	while (at > end - 5 && tokens[at - 1]?.kind === 'word' && tokens[at - 1]?.capital) at -= 1;
	if (at === end) return end;
	const of = tokens[at - 1]?.lower === 'the' ? at - 2 : at - 1;
	const named = tokens[of - 1]?.capital && tokens[of - 2]?.capital && tokens[of - 1]?.kind === 'word';
	return named && /^(of|at|from)$/.test(tokens[of]?.lower ?? '') ? of : end;
}

/** "Jeanne Shaheen (D-N.H.), ranking member": what stands in brackets behind the name is passed over. */
function beforeBracket(tokens: Reading['line']['tokens'], at: number): number {
	if (tokens[at - 1]?.text !== ')') return at;
	for (let back = at - 2; back > at - 9; back--) if (tokens[back]?.text === '(') return back;
	return at;
}

/** "Ana Lindqvist | MP, the shadow foreign secretary": letters behind a name. */
function beforeLetters(tokens: Reading['line']['tokens'], at: number): number {
	const letters = /^(?:MP|MEP|MSP|MLA|MPP|TD|QC|KC|SC|CBE|OBE)$/.test(tokens[at - 1]?.raw ?? '');
	return letters && tokens[at - 2]?.capital ? at - 1 : at;
}

/** "X, who is", "who also serves as", "who was until May". */
function whoClause(reading: Reading, at: number, elected: boolean): Apposition | undefined {
	const { tokens } = reading.line;
	const dated = /^\d{4}$/.test(tokens[at]?.text ?? '') && /^(until|till|since)$/.test(tokens[at - 1]?.lower ?? '');
	let verb = dated ? at - 2 : at;
	if (tokens[verb]?.lower === 'as') verb -= 1;
	// "who takes over as"
	if (tokens[verb]?.lower === 'over' && /^(?:took|takes|taken|taking)$/.test(tokens[verb - 1]?.lower ?? '')) verb -= 1;
	const word = tokens[verb]?.lower ?? '';
	if (!WHO_VERBS.test(word)) return undefined;
	const until = untilBefore(tokens, verb - 1);
	let who = until ?? verb - 1;
	const first = who;
	while (who > first - 4 && WHO_ADVERBS.test(tokens[who]?.lower ?? '')) who -= 1;
	const over = until !== undefined || (!elected && /^(served|acted|was)$/.test(word));
	if (tokens[who]?.lower === 'who') return nameAt(reading, nounBefore(reading, who), over);
	return /^(?:serving|acting)$/.test(word) && tokens[who]?.text === ',' ? nameAt(reading, who, false) : undefined;
}

const WHO_VERBS =
	/^(is|was|serves|served|acts|acted|became|becomes|remains|doubles|serving|acting|been|took|takes|taken|taking)$/;
const WHO_ADVERBS = /^(has|had|also|now|currently|then|previously|once|long|just|recently|later|first|soon|earlier)$/;

/** "who until March | was": the token before "until", where nothing but a time stands behind it. */
function untilBefore(tokens: Reading['line']['tokens'], at: number): number | undefined {
	for (let back = at; back > at - 4; back--) {
		const token = tokens[back];
		if (token === undefined || token.kind !== 'word') return undefined;
		if (/^(?:until|till)$/.test(token.lower)) return back < at ? back - 1 : undefined;
		if (!token.capital && !/^(?:last|this|recently|the|month|year|week|spring|summer|autumn|\d{4})$/.test(token.lower))
			return undefined;
	}
	return undefined;
}

/** "X, the former senator | who is now": the comma before the noun on which "who" hangs, else "who" itself. */
function nounBefore({ line: { tokens } }: Reading, who: number): number {
	if (tokens[who - 1]?.kind !== 'word' || tokens[who - 1]?.capital) return who;
	for (let at = who - 1; at > who - 8; at--) {
		if (tokens[at]?.text === ',') return /^(the|an?)$/.test(tokens[at + 1]?.lower ?? '') ? at : who;
		if (tokens[at]?.kind === 'mark') return who;
	}
	return who;
}

const MADE = /^(appointed|named|elected|reelected|installed|nominated|confirmed|chosen|picked|promoted|inaugurated)$/;
const UNMADE = /^(removed|ousted|dismissed|sacked|replaced|fired|dropped)$/;

/** "who was sworn in as X", "was named X", "who resigned as X": somebody is put into an office or out of it. */
function madeClause({ line: { tokens } }: Reading, at: number): Apposition | undefined {
	const as = tokens[at]?.lower === 'as' ? at - 1 : at;
	const [word, before] = [tokens[as]?.lower ?? '', tokens[as - 1]?.lower ?? ''];
	const two = (word === 'in' && before === 'sworn') || (word === 'down' && /^(stepped|stood)$/.test(before));
	const over = UNMADE.test(word) || word === 'resigned' || word === 'down';
	if (!two && !over && !MADE.test(word)) return undefined;
	let who = as - (two ? 2 : 1);
	const verb = who;
	while (
		who > verb - 4 &&
		/^(was|has|had|been|is|being|recently|just|first|later|also|then)$/.test(tokens[who]?.lower ?? '')
	)
		who -= 1;
	if (tokens[who]?.lower === 'who' || tokens[who]?.text === ',') return nameAt({ line: { tokens } }, who, over);
	return who < verb || over ? { end: who + 1, over } : undefined;
}

const APPOINTS =
	/^(appoint|appointed|appoints|appointing|named|names|naming|picked|chose|elected|installed|tapped|made)$/;

/** "appointed X as his envoy", "named X defence minister". */
function appointed(reading: Reading, phrase: Phrase, at: number): Apposition | undefined {
	const { tokens } = reading.line;
	const end = tokens[at]?.lower === 'as' ? at : at + 1;
	if (end !== at && (phrase.determiner !== undefined || at + 1 !== phrase.from)) return undefined;
	for (let back = end - 1; back > end - 8; back--) {
		const token = tokens[back];
		if (token === undefined || token.kind === 'mark') return undefined;
		if (APPOINTS.test(token.lower)) return back < end - 1 ? { end, over: false } : undefined;
	}
	return undefined;
}

/** An apposition ends with a mark, "and", "who" or the sentence; a verb after it makes it the next clause's subject. */
function closes(reading: Reading, phrase: Phrase): boolean {
	for (let at = phrase.to; at < phrase.to + 12; at++) {
		const token = reading.line.tokens[at];
		if (token === undefined) return true;
		if (token.kind === 'mark') return /^[,.;:()—–"]$/.test(token.text);
		if (at === phrase.to && /^(and|who|whose|told|to)$/.test(token.lower))
			return token.lower !== 'to' && token.lower !== 'told';
		if (!phraseGoesOn(token.lower, at === phrase.to)) return false;
	}
	return false;
}

/** "director of research at …", "minister in charge of …": small words that carry an apposition on. */
function phraseGoesOn(lower: string, first: boolean): boolean {
	if (first)
		return /^(of|for|at|in|on|to|with|from|responsible|specializing|specialising|focusing|under|since|until|now|based|there|here|who|whose|known|tasked|charged|famous|representing|overseeing|accompanying|nicknamed|close)$/.test(
			lower
		);
	return !/^(said|says|told|will|would|has|had|have|is|was|are|were|agreed|met|added|called)$/.test(lower);
}
