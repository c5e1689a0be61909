import { wordSet } from '../../text.ts';
import { shorten, spanOf } from './clause.ts';
import { clauseStart, partyOf } from './names.ts';
import { BOTH, type Holder } from './reading.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, NEGATORS } from './words.ts';

const BRINGS = wordSet(
	'persuade persuaded convince convinced induce get prevail push coax move cajole win talk sway pressure force compel bring prod nudge'
);
const FAILS = wordSet('fail fails failed failing unable struggled');
const DOES = wordSet('did does do has had have could would can will was is');
const OVER = wordSet('on over about');
/** So far before a verb its denial stands, and so far behind a cleft's beginning its verb. */
const NEAR = 5;
const CLEFT = 16;

/**
 * What a sentence says was not done by a turn of its own: "failed to persuade Kenya to sign", "…, nor did Xi on Taiwan",
 * "What they could not do was name a date".
 * @param drafts of the same sentence
 * @returns the drafts with at most one more of each turn
 */
export function deniedDeeds(parsed: Parsed, drafts: readonly Draft[]): Draft[] {
	const denied = drafts.find(({ act, polarity }) => act === 'non-agreement' || polarity === 'negated');
	const more = [...(denied ? nor(parsed, denied) : []), ...(denied ? [] : [...notPersuaded(parsed), ...cleft(parsed)])];
	return [...drafts.filter((draft) => !more.some((one) => isInside(draft, one))), ...more];
}

/** A promise or a view within what was not done. */
const isInside = (draft: Draft, one: Draft): boolean =>
	['commitment', 'agreement'].includes(draft.act) && one.start <= draft.start && draft.end <= one.end;

/** "failed to persuade Kenya to sign": who was not brought to it did not agree. */
function notPersuaded(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	for (let at = 1; at < tokens.length; at++) {
		if (!BRINGS.has(wordAt(tokens, at)) || !isDenied(tokens, at)) continue;
		const named = nameFrom(parsed, wordAt(tokens, at + 1) === 'on' ? at + 2 : at + 1);
		const into = named && ['to', 'into', 'that', 'of'].includes(wordAt(tokens, named.to)) && tokens[named.to + 1]?.word;
		const holder = named && into ? holderOfNamed(named) : null;
		if (holder) return told(parsed, clauseStart(tokens, at), at, holder, 'who was asked was not brought to it');
	}
	return [];
}

function isDenied(tokens: Parsed['tokens'], verb: number): boolean {
	for (let at = verb - 1; at >= Math.max(0, verb - NEAR); at--) {
		const word = wordAt(tokens, at);
		if (FAILS.has(word) || NEGATORS.has(word)) return true;
		if (word !== 'to' && !AUXILIARIES.has(word) && !isAdverb(word) && !['able', 'manage', 'managed'].includes(word))
			return false;
	}
	return false;
}

function nameFrom({ tokens, startingAt }: Parsed, from: number): Named | undefined {
	const first = DETERMINERS.has(wordAt(tokens, from)) ? from + 1 : from;
	return startingAt.get(from) ?? startingAt.get(first);
}

function holderOfNamed(named: Named): Holder | null {
	const { referent } = named.mention;
	if (referent?.is === 'joint') return BOTH;
	return referent && partyOf(named) !== null ? { id: referent.id, name: referent.name } : null;
}

/** "Biden did not yield on tariffs, nor did Xi on Taiwan": the verb of the first denial stands for the second. */
function nor(parsed: Parsed, denied: Draft): Draft[] {
	const { tokens } = parsed;
	const at = tokens.findIndex(
		({ w, start }, i) =>
			start >= denied.trigger.end && (w === 'nor' || w === 'neither') && DOES.has(wordAt(tokens, i + 1))
	);
	const named = at < 0 ? undefined : nameFrom(parsed, at + 2);
	const holder = named ? holderOfNamed(named) : null;
	if (!named || !holder || !OVER.has(wordAt(tokens, named.to)) || holder.id === denied.holder?.id) return [];
	const second = told(parsed, 0, at, holder, 'the denial goes on to another side');
	const act = denied.act === 'position' ? 'position' : 'non-agreement';
	return second.map((one) => ({ ...one, act, stance: denied.stance, modality: denied.modality }));
}

/** "What the leaders could not bring themselves to do was name a date". */
function cleft(parsed: Parsed): Draft[] {
	const { tokens } = parsed;
	if (wordAt(tokens, 0) !== 'what') return [];
	const verb = tokens.findIndex(({ w }, at) => at > 2 && at < CLEFT && ['was', 'is'].includes(w));
	const not = tokens.slice(0, Math.max(0, verb)).some(({ w }) => NEGATORS.has(w) || w === 'failed' || w === 'refused');
	const does = ['do', 'agree', 'settle', 'resolve', 'manage', 'achieve', 'concede'].includes(wordAt(tokens, verb - 1));
	if (verb < 0 || !not || !does || NEGATORS.has(wordAt(tokens, verb + 1))) return [];
	const named = parsed.named.find(({ from, mention }) => from < 4 && mention.referent !== null);
	const holder = named ? holderOfNamed(named) : null;
	return told(parsed, 0, verb, holder ?? BOTH, 'what was not done stands behind “is”');
}

function told({ tokens, index }: Parsed, from: number, at: number, holder: Holder, why: string): Draft[] {
	const content = spanOf(tokens, from, Math.max(at + 1, shorten(tokens, from, tokens.length)));
	const trigger = spanOf(tokens, at, at + 1);
	if (!content || !trigger) return [];
	return [
		{
			...content,
			sentence: index,
			act: 'non-agreement',
			stance: 'no-agreement',
			trigger,
			triggerId: 'denied-deed',
			subject: null,
			holder,
			content,
			polarity: 'negated',
			modality: 'not-agreed',
			rule: 'non-agreement-denied-deed',
			confidence: 0.6,
			why
		}
	];
}
