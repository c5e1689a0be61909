import { wordAt, type Hit, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import { AUXILIARIES, isAdverb, NEGATORS, PREPOSITIONS, TIME_WORDS } from './words.ts';
import { wordSet } from '../../text.ts';

/** Nouns for what somebody said, did or proposed, which another one judges behind them: "a charge Beijing rejects". */
const JUDGED = wordSet(
	`charge claim accusation allegation assertion suggestion idea notion proposal plan move step demand condition measure
	view point request offer reading account principle line promise practice conclusion description label interpretation
	argument contention prospect outcome option policy formula project deal arrangement text clause phrase word term
	characterisation characterization version assessment verdict linkage link comparison position stance designation
	ruling decision report figure estimate position theory narrative concept approach solution concession assurance`
);

/** The pronoun of the relative clause whose verb group ends right before a token, or null: "which has never". */
export function relativeBefore(tokens: readonly Token[], verb: number): number | null {
	let at = verb - 1;
	while (at > 0 && (AUXILIARIES.has(wordAt(tokens, at)) || isAdverb(wordAt(tokens, at)) || isDenial(tokens, at))) at--;
	// "who on Tuesday accused".
	if (TIME_WORDS.has(wordAt(tokens, at)) && ['on', 'in', 'last'].includes(wordAt(tokens, at - 1))) at -= 2;
	const word = wordAt(tokens, at);
	return word === 'which' || word === 'who' ? at : null;
}

const isDenial = (tokens: readonly Token[], at: number): boolean => NEGATORS.has(wordAt(tokens, at));

/** Whether a trigger is the verb of an apposed relative clause, which its next comma ends: "Taipei, which rejects X, …". */
export function inApposition({ tokens }: Parsed, hit: Hit): boolean {
	const pronoun = hit.entry.noun ? null : relativeBefore(tokens, hit.from);
	return pronoun !== null && tokens[pronoun - 1]?.w === ',';
}

/** Whether what begins here judges what was said before it: "a charge (that) Beijing rejects". */
export function opensVerdict(parsed: Parsed, at: number): boolean {
	const noun = judgedAt(parsed, at);
	if (noun === null) return false;
	const inside = wordAt(parsed.tokens, noun + 1) === 'in' ? 1 : 0;
	const pronoun = noun + inside + 1;
	const next = ['that', 'which'].includes(wordAt(parsed.tokens, pronoun)) ? pronoun + 1 : pronoun;
	return startsName(parsed, next);
}

/** The token of the noun where "a charge", "the first such idea" begins here; else null. */
function judgedAt({ tokens }: Parsed, from: number): number | null {
	if (!['a', 'an', 'the', 'one', 'another'].includes(wordAt(tokens, from))) return null;
	for (let at = from + 1; at < from + 4; at++) if (JUDGED.has(wordAt(tokens, at))) return at;
	return null;
}

/** A name, or one behind an article and titles. */
function startsName({ tokens, startingAt }: Parsed, from: number): boolean {
	for (let at = from; at < from + 5; at++) {
		if (startingAt.has(at)) return true;
		const word = wordAt(tokens, at);
		if (word === '' || PREPOSITIONS.has(word) || AUXILIARIES.has(word)) return false;
	}
	return false;
}

/**
 * Where the words end that a relative clause judges, when its subject begins at a token: before the comma of
 * ", a charge Beijing rejects" and of ", which Beijing rejects", or behind the noun of "the step that Beijing rejects".
 */
export function judgedBefore(parsed: Parsed, subject: number): number | null {
	const { tokens } = parsed;
	const pronoun = wordAt(tokens, subject - 1);
	const relative = pronoun === 'which' || pronoun === 'that';
	const end = relative ? subject - 1 : subject;
	if (pronoun === 'which' && tokens[end - 1]?.w === ',') return end - 1;
	if (!JUDGED.has(wordAt(tokens, end - 1))) return null;
	for (let at = end - 2; at >= Math.max(0, end - 5); at--) {
		if (judgedAt(parsed, at) === end - 1)
			return tokens[at - 1]?.w === ',' || at === 0 ? (at === 0 ? end : at - 1) : end;
	}
	return null;
}
