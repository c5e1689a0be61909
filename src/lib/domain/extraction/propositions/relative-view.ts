import type { Complement } from './after-trigger.ts';
import { looksFinite } from './coordinated.ts';
import type { Frame } from './frame.ts';
import { judgedBefore } from './relative-clause.ts';
import { beforeAdverbs, wordAt, type Hit, type Parsed } from './sentence.ts';
import { governed } from './names.ts';
import { directSubject, mainSubject, subjectAt, type Subject } from './subject.ts';
import { DETERMINERS, isAdverb, NEGATORS, SUBORDINATORS } from './words.ts';
import { wordSet } from '../../text.ts';

/** So many tokens of what is viewed are told with the view. */
const REACH = 9;
const PLAIN = wordSet(
	'consider considers considered deem deems deemed call calls called term terms termed find finds found'
);

/**
 * "restrictions that Kenya considers unfair", ", which it regards as a breach", "a charge in which Kenya sees an excuse":
 * a view in a relative clause, told from the noun on that it is about.
 */
export function relativeView(parsed: Parsed, hit: Hit): Complement | null {
	const { tokens } = parsed;
	const { entry } = hit;
	if (entry.noun || hit.passive || !['view', 'describe'].includes(entry.stance) || !entry.takes.includes('np'))
		return null;
	const next = wordAt(tokens, hit.to);
	const pronoun = relativeOf(parsed, hit);
	if (pronoun === null) return null;
	const inside = wordAt(tokens, pronoun - 1) === 'in';
	const sees = inside && /^(?:see|saw|detect|perceive)/.test(wordAt(tokens, hit.from));
	const judges = !inside && (next === 'as' || (PLAIN.has(wordAt(tokens, hit.from)) && next !== '' && next !== 'for'));
	if (!sees && !judges) return null;
	// "over what it calls an unfriendly act".
	if (wordAt(tokens, pronoun) === 'what') return { from: pronoun, kind: 'view', with: null };
	const end = inside ? pronoun - 1 : pronoun;
	return { from: nounStart(parsed, tokens[end - 1]?.w === ',' ? end - 1 : end), kind: 'view', with: null };
}

/** The "which" or "that" right before the subject of a verb, or null. */
function relativeOf(parsed: Parsed, hit: Hit): number | null {
	const plain = beforeAdverbs(parsed.tokens, hit.from);
	if (wordAt(parsed.tokens, plain) === 'it' && ['which', 'what'].includes(wordAt(parsed.tokens, plain - 1)))
		return plain - 1;
	const subject = directSubject(parsed, hit);
	if (!subject || subject.how !== 'direct') return null;
	const at = subject.from - 1;
	const word = wordAt(parsed.tokens, at);
	// "said that Kenya considers": a clause, and no relative one.
	const clause = word === 'that' && parsed.hits.some(({ to, entry }) => to === at && !entry.noun);
	// "a step Kenya calls a provocation".
	const zero = hit.entry.stance === 'describe' && wordAt(parsed.tokens, hit.to) !== '';
	if (zero && word !== 'which' && word !== 'that' && judgedBefore(parsed, subject.from) !== null) return subject.from;
	return (word === 'which' || word === 'that') && at > 0 && !clause ? at : null;
}

/** Whose view it is: of "which it regards as", whoever the sentence told of before. */
export function viewerOf(parsed: Parsed, hit: Hit, subject: Subject | null, frames: readonly Frame[]): Subject | null {
	if (subject && (subject.named.mention.referent || subject.named.mention.via !== 'pronoun')) return subject;
	const told = frames.findLast((frame) => frame.subject?.named.mention.referent?.is === 'party')?.subject;
	const before = told ?? mainSubject(parsed, hit) ?? firstNamed(parsed, hit);
	if (before?.named.mention.referent?.is !== 'party' || before.joint) return subject;
	const at = hit.from - 1;
	const named = { ...before.named, from: at, to: hit.from };
	return {
		...before,
		named,
		from: at,
		group: hit.from,
		skipped: [],
		how: 'direct',
		confidence: before.confidence * 0.8
	};
}

/** The party that opens the sentence. */
function firstNamed(parsed: Parsed, hit: Hit): Subject | null {
	const [first] = parsed.named;
	const acts = first?.mention.referent?.is === 'party' && first.mention.via !== 'adjective' && first.to < hit.from;
	return first && acts && governed(parsed.tokens, first.from) === null
		? subjectAt(parsed, first, hit.from, 'direct', 0.7)
		: null;
}

/** Where the noun begins that ends at a token. */
function nounStart({ tokens, hits }: Parsed, end: number): number {
	let from = end - 1;
	for (let at = end - 1; at >= Math.max(0, end - REACH); at--) {
		const word = wordAt(tokens, at);
		const verb = hits.some((hit) => hit.to - 1 === at && !hit.entry.noun);
		const other = verb || looksFinite(word) || NEGATORS.has(word) || SUBORDINATORS.has(word) || isAdverb(word);
		if (word === '' || (other && at < end - 1)) break;
		from = at;
		if (DETERMINERS.has(word) && wordAt(tokens, at - 1) !== 'of') break;
	}
	return from;
}
