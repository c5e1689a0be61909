import { wordAt, type Hit, type Parsed } from '../propositions/sentence.ts';
import { namedAt } from '../propositions/named-subject.ts';
import { directSubject, type Subject } from '../propositions/subject.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, PREPOSITIONS } from '../propositions/words.ts';
import { hasFinite, isPresent } from './finite.ts';
import type { Frame } from './types.ts';
import { voiceOf } from './voice.ts';

/** So far behind its verb a clause may begin: "told his guest on Tuesday that". */
export const FAR = 9;

/** "The controls, Wang told his guest, must go": what stands around the two commas, from the first word on. */
export function asideOf(parsed: Parsed, hit: Hit): Frame | null {
	const { tokens } = parsed;
	if (hit.forms.includes('ing')) return null;
	const inverted = tokens[hit.from - 1]?.w === ',';
	const subject = inverted ? namedAt(parsed, hit.to) : directSubject(parsed, hit);
	const voice = voiceOf(subject);
	if (!subject || !voice) return null;
	const open = inverted ? hit.from - 1 : commaBefore(parsed, subject.from);
	const begin = open === null ? 0 : pieceStart(tokens, open);
	const whoever = ['whoever', 'whatever', 'anyone', 'those', 'what'].includes(wordAt(tokens, begin));
	if (
		open === null ||
		open - begin < 1 ||
		(!whoever && !isParted(tokens, open) && hasFinite(parsed, { from: begin, to: open }))
	)
		return null;
	const close = closeOf(parsed, hit, inverted ? subject.named.to : hit.to);
	const leads = PREPOSITIONS.has(wordAt(tokens, begin)) || isAdverb(wordAt(tokens, begin));
	const verb = wordAt(tokens, tokens[close + 1]?.w === '"' ? close + 2 : close + 1);
	const goesOn =
		AUXILIARIES.has(verb) ||
		/^(?:remain|stay|belong|need|deserve)s?$/.test(verb) ||
		isPresent(parsed, close + 1) ||
		isParted(tokens, open) ||
		isPlural(tokens, begin, open, pastAdverb(tokens, close + 1)) ||
		parsed.hits.some(({ from, forms }) => from === close + 1 && forms.includes('s'));
	// "It was, said Kirby, spokesman for …": who he is, and nothing said.
	if (isParted(tokens, open) && ['for', 'of', 'at'].includes(wordAt(tokens, close + 2))) return null;
	if (tokens[close]?.w !== ',' || !(leads || inverted || goesOn)) return null;
	const frame = {
		voice,
		manner: 'said',
		from: close + 1,
		to: tokens.length,
		why: whyOf(parsed, hit, subject)
	} satisfies Frame;
	return leads ? frame : { ...frame, start: begin };
}

const PIECE_REACH = 12;

/** "Koo had the better line: deterrence, he told lawmakers, is …": where the clause around an aside begins. */
function pieceStart(tokens: Parsed['tokens'], comma: number): number {
	for (let at = comma - 1; at >= Math.max(0, comma - PIECE_REACH); at--) {
		if ([':', ';', '—', '--', '.'].includes(tokens[at]?.w ?? '')) return at + 1;
	}
	return comma > PIECE_REACH ? comma - PIECE_REACH : 0;
}

/** "They have, he says, cost us the market": the aside parts a verb from its auxiliary. */
function isParted(tokens: Parsed['tokens'], open: number): boolean {
	return AUXILIARIES.has(wordAt(tokens, open - 1));
}

/** Where an aside ends; "said the minister, Reinette Klever, are": behind the name that stands in apposition. */
function closeOf({ tokens, startingAt }: Parsed, hit: Hit, from: number): number {
	let close = Math.max(hit.to, from);
	while (close < hit.to + FAR && tokens[close]?.word) close++;
	const apposed = tokens[close]?.w === ',' ? startingAt.get(close + 1) : undefined;
	return apposed && tokens[apposed.to]?.w === ',' ? apposed.to : close;
}

/** "Such laws, it holds, only serve": behind an adverb. */
const pastAdverb = (tokens: Parsed['tokens'], at: number): number => (isAdverb(wordAt(tokens, at)) ? at + 1 : at);

/** "Chips, he told a forum, carry no passport": a plural before the aside, and behind it no word that opens a phrase. */
function isPlural(tokens: Parsed['tokens'], begin: number, open: number, verb: number): boolean {
	const of = tokens.findIndex(({ w }, at) => at > begin && at < open && PREPOSITIONS.has(w));
	const head = wordAt(tokens, (of < 0 ? open : of) - 1);
	const word = wordAt(tokens, tokens[verb]?.w === '"' ? verb + 1 : verb);
	const opens = PREPOSITIONS.has(word) || DETERMINERS.has(word) || isAdverb(word) || JOINING.has(word);
	return open - begin <= 8 && /[^s'iu]s$/.test(head) && /^[a-z]{3,}$/.test(word) && !opens && !/(?:ed|ing)$/.test(word);
}

const JOINING = new Set(
	'and but or nor that which who whose while because although though when where than not'.split(' ')
);

/** The comma right before a subject with its titles, or null. */
export function commaBefore({ tokens }: Parsed, from: number): number | null {
	for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
		const token = tokens[at];
		if (token?.w === ',') return at;
		if (token?.w === '"' && tokens[at - 1]?.w === ',') continue;
		// "ASML's Christophe Fouquet"
		if (token?.w === "'s") continue;
		if (
			!token?.word ||
			!(token.capital || DETERMINERS.has(token.w) || /^(?:foreign|defen[cs]e|prime|then)$/.test(token.w))
		)
			return null;
	}
	return null;
}

export function whyOf({ tokens }: Parsed, hit: Hit, subject: Subject): string {
	const verb = tokens.slice(hit.from, hit.to).map(({ w }) => w);
	return `words after or before “${verb.join(' ')}”, speaker ${subject.named.mention.why} (${subject.how})`;
}
