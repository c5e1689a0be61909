import { wordSet } from '../../text.ts';
import { spanOf } from './clause.ts';
import { deed, endOf, type Context } from './comes-about.ts';
import { deedOf } from './deed-words.ts';
import { FRUITS } from './heads.ts';
import { TALKERS } from './joint-said.ts';
import { governed } from './names.ts';
import { pairEnd } from './pairs.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import { subjectAt } from './subject.ts';
import type { Token } from './tokens.ts';
import type { Draft } from './types.ts';
import { past } from './verb-groups.ts';
import { AUXILIARIES, HAVE, NEGATORS } from './words.ts';
import { CURBS, isOld } from './yields.ts';

/** What two do to one another and do not agree, and verbs of a calendar. */
const HOSTILE = wordSet(
	`impose raise hike levy tighten threaten violate break breach sever expel recall ban sanction escalate trade exchange blame accuse
	discuss review consider address explore negotiate mark host hold attend visit sign issue announce reaffirm welcome propose offer
	push put pursue target fight increase invoke retaliate cancel close want make take have work`
);

/**
 * "US, China stretch tariff truce", "Hanoi and Manila have halved port fees": what two sides do to a deal or a curb of theirs, by
 * any verb of deeds. At most one of a sentence.
 */
export function jointDeeds(parsed: Parsed, told: Context): Draft[] {
	const { tokens } = parsed;
	if (!told.occasion || tokens.at(-1)?.w === '?' || isOld(tokens)) return [];
	for (const named of parsed.named) {
		const subject = subjectAt(parsed, named, named.to, 'direct', 0.9);
		const first = subject.joint ? startOf(tokens, subject.from) : null;
		if (first === null || !opens(tokens, first)) continue;
		const verb = verbBehind(parsed, named);
		if (verb === null) continue;
		const end = endOf(parsed, verb + 1, Math.min(tokens.length, verb + LONGEST));
		const words = tokens.slice(verb + 1, Math.min(end, verb + 9));
		const thing = words.some(({ w }) => FRUITS.has(w) || CURBS.has(w));
		const denied = tokens.slice(first, end).some(({ w }) => NEGATORS.has(w) || w === 'if');
		const hedged = parsed.hedges.some(({ from, to, entry }) => entry.effect !== 'none' && to <= end && from !== verb);
		const span = spanOf(tokens, verb, end);
		if (!thing || denied || hedged || !span) continue;
		const from = tokens[first]?.start ?? span.start;
		return [deed(parsed, subject, { ...span, from, rule: 'joint-deed', sure: 0.65 })];
	}
	return ofPair(parsed);
}

/** "Each side drops its tariff", "The two treasuries arranged a swap": at a sentence's begin. */
function ofPair(parsed: Parsed): Draft[] {
	const { tokens, lexicon } = parsed;
	const end = pairEnd(parsed, 0);
	if (end === null) return [];
	const verb = past(tokens, HAVE.has(wordAt(tokens, end)) ? end + 1 : end);
	const word = wordAt(tokens, verb);
	const base = deedOf(lexicon, word, 'participle') ?? deedOf(lexicon, word, 's') ?? deedOf(lexicon, word, 'base');
	const to = endOf(parsed, verb + 1, Math.min(tokens.length, verb + LONGEST));
	const thing = tokens.slice(verb + 1, to).some(({ w }) => FRUITS.has(w) || CURBS.has(w));
	const denied = tokens.slice(0, to).some(({ w }) => NEGATORS.has(w) || w === 'if');
	const span = spanOf(tokens, verb, to);
	const hedged = parsed.hedges.some(({ from, entry }) => entry.effect !== 'none' && from !== verb);
	if (hedged || base === null || HOSTILE.has(base) || !thing || denied || !span) return [];
	const from = tokens[0]?.start ?? span.start;
	return [deed(parsed, null, { ...span, start: from, from, rule: 'joint-deed', sure: 0.65, verb: span.start })];
}

/** Where two names begin, or "negotiators on both sides"; null where they depend on something else. */
function startOf(tokens: readonly Token[], from: number): number | null {
	if (governed(tokens, from) === null) return from;
	const of = ['on', 'of', 'from'].includes(wordAt(tokens, from - 1)) && TALKERS.has(wordAt(tokens, from - 2));
	return of ? from - 2 : null;
}

/** No deed of two is told with more tokens. */
const LONGEST = 80;

/** At a sentence's begin, behind a mark, or behind what joins clauses. */
const opens = (tokens: readonly Token[], from: number): boolean => {
	const before = wordAt(tokens, from - 1);
	return before === '' || ['and', 'but', 'that', 'while', 'the', 'as', 'after'].includes(before);
};

/** The verb of deeds right behind two names: "have since halved", "stretch", "lengthened"; null where none stands there. */
function verbBehind({ tokens, lexicon }: Parsed, named: Named): number | null {
	const first = past(tokens, named.to);
	const has = HAVE.has(wordAt(tokens, first));
	const verb = has ? past(tokens, first + 1) : first;
	const word = wordAt(tokens, verb);
	if (AUXILIARIES.has(word)) return null;
	const base = deedOf(lexicon, word, 'participle') ?? (has ? null : deedOf(lexicon, word, 'base'));
	return base !== null && !HOSTILE.has(base) ? verb : null;
}
