import { wordSet } from '../../text.ts';
import { shorten, spanOf } from './clause.ts';
import { deed, type Context } from './comes-about.ts';
import { isFruit } from './heads.ts';
import { BOTH } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { subjectAt } from './subject.ts';
import type { Draft } from './types.ts';
import { DETERMINERS, isNumeral, NEGATORS, RELATIVES } from './words.ts';

const LEFT = wordSet('came emerged returned left walked went flew departed ended closed parted rose concluded');
const DISCORD = wordSet(
	'complaints complaint demands demand questions doubts worries differences accusations grievances'
);
/** So far behind its verb stands "with", and so far behind "left" what was left for later, in tokens. */
const REACH = 16;

/** "The ministers came out of four hours of talks with a working group on trade": what talks ended with, once a sentence. */
export function cameWith(parsed: Parsed, { occasion }: Context): Draft[] {
	const { tokens } = parsed;
	// "a visit that ended with a promise" was told of before.
	const verb = tokens.findIndex(
		({ w }, i) => LEFT.has(w) && !RELATIVES.has(tokens[i - 1]?.w ?? '') && tokens[i - 1]?.w !== 'that'
	);
	const at = tokens.findIndex(({ w }, i) => i > verb && i <= verb + REACH && w === 'with');
	if (!occasion || verb < 1 || at < 0 || tokens.slice(0, at).some(({ w }) => NEGATORS.has(w))) return [];
	const first = wordAt(tokens, at + 1);
	const things = tokens.slice(at + 1, at + 9);
	const opens = (DETERMINERS.has(first) && first !== 'no') || isNumeral(first);
	if (!opens || things.some(({ w }) => DISCORD.has(w)) || !isFruit(tokens, at + 1, tokens.length)) return [];
	const content = spanOf(tokens, at + 1, shorten(tokens, at + 1, tokens.length));
	const from = tokens[0]?.start ?? 0;
	return content ? [deed(parsed, null, { ...content, from, rule: 'came-with', sure: 0.6, verb: content.start })] : [];
}

const LATER = wordSet('another later next future further');
const TIMES = wordSet('day time round rounds summit session stage date occasion meeting year visit talks');

/** "The two left the ban, last of its kind, for another day": what both put off, unless it is told already. */
export function leftForLater(parsed: Parsed, drafts: Draft[]): Draft[] {
	const { tokens } = parsed;
	const verb = tokens.findIndex(({ w }) => /^(?:left|leaves?|leaving|saved?|reserved?)$/.test(w));
	if (verb < 1 || drafts.some(({ act }) => act === 'non-agreement')) return drafts;
	const end = tokens.findIndex(({ w }, i) => i > verb + 1 && i <= verb + REACH && w === 'for' && isLater(parsed, i));
	const named = parsed.endingAt.get(verb - 1);
	const joint = named !== undefined && subjectAt(parsed, named, verb, 'direct', 0.9).joint;
	const content = joint && end > 0 ? spanOf(tokens, verb + 1, tokens[end - 1]?.word ? end : end - 1) : null;
	const whole = named && spanOf(tokens, named.from, end + 1);
	if (!content || !whole) return drafts;
	const found: Draft = {
		...deed(parsed, null, { ...content, from: whole.start, rule: 'left-for-later', verb: content.start }),
		act: 'non-agreement',
		stance: 'unresolved',
		holder: BOTH,
		polarity: 'negated',
		modality: 'not-agreed',
		rule: 'non-agreement-left-for-later',
		confidence: 0.6,
		why: 'both left it for later'
	};
	return [...drafts, found];
}

/** "for another day", "for the next round". */
function isLater({ tokens }: Parsed, at: number): boolean {
	const near = tokens.slice(at + 1, at + 5);
	return near.slice(0, 3).some(({ w }) => LATER.has(w)) && near.some(({ w }) => TIMES.has(w));
}
