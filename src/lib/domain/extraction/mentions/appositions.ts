import type { Reading } from './draft.ts';
import { beforeOwner, type Phrase } from './phrase.ts';

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
	at = beforeOwner(tokens, at);
	const lower = tokens[at]?.lower ?? '';
	const once = adverbs > at && /^(formerly|previously|once)$/.test(tokens[adverbs]?.lower ?? '');
	const elected = /^(elected|appointed|named|sworn|reelected)$/.test(tokens[phrase.from]?.lower ?? '');
	const clause = whoClause(reading, at, elected) ?? madeClause(reading, at) ?? appointed(reading, phrase, at);
	if (clause) return clause;
	if (/^(is|remains)$/.test(lower)) return closes(reading, phrase) ? nameAt(reading, at, once) : undefined;
	if (!/^[,(—–]$/.test(tokens[at]?.text ?? '')) return undefined;
	return closes(reading, phrase) ? nameAt(reading, at, once) : undefined;
}

const isAdverb = (word: string): boolean =>
	/^(now|currently|also|formerly|previously|still|then|once|himself|herself|both)$/.test(word);

/** The full stop of an initial or of "Jr." and a comma do not part a name from its office. */
function nameAt(reading: { line: Pick<Reading['line'], 'tokens'> }, at: number, over: boolean): Apposition {
	const { tokens } = reading.line;
	const comma = tokens[at - 1]?.text === ',' ? at - 1 : at;
	const stop = tokens[comma - 1]?.text === '.' && /^(Jr|Sr)$/.test(tokens[comma - 2]?.key ?? '');
	return { end: stop ? comma - 1 : comma, over };
}

/** "X, who is", "who also serves as", "who was until May". */
function whoClause(reading: Reading, at: number, elected: boolean): Apposition | undefined {
	const { tokens } = reading.line;
	const dated = /^\d{4}$/.test(tokens[at]?.text ?? '') && /^(until|till|since)$/.test(tokens[at - 1]?.lower ?? '');
	let verb = dated ? at - 2 : at;
	if (tokens[verb]?.lower === 'as') verb -= 1;
	const word = tokens[verb]?.lower ?? '';
	if (!/^(is|was|serves|served|acts|acted|became|remains|doubles|serving|been)$/.test(word)) return undefined;
	let who = verb - 1;
	while (who > verb - 4 && /^(has|had|also|now|currently|then|previously|once|long)$/.test(tokens[who]?.lower ?? ''))
		who -= 1;
	if (tokens[who]?.lower === 'who') return nameAt(reading, who, !elected && /^(served|acted|was)$/.test(word));
	return word === 'serving' && tokens[who]?.text === ',' ? nameAt(reading, who, false) : undefined;
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
		return /^(of|for|at|in|on|to|with|from|responsible|specializing|specialising|focusing|under|since|until|now|based|who|whose)$/.test(
			lower
		);
	return !/^(said|says|told|will|would|has|had|have|is|was|are|were|agreed|met|added|called)$/.test(lower);
}
