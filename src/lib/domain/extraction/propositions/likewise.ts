import { shorten, spanOf } from './clause.ts';
import { partyOf } from './names.ts';
import { holderOf } from './reading.ts';
import { wordAt, type Named, type Parsed } from './sentence.ts';
import { subjectAt } from './subject.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, isAdverb, NEGATORS } from './words.ts';

/**
 * Adds the like deed of another side: "Beijing shelved its rules; Washington did the same with its list", "…, and Seoul
 * followed suit", "…, and the United States will do likewise". Only behind a commitment of the same sentence.
 */
export function likewise(parsed: Parsed, drafts: Draft[]): Draft[] {
	const first = drafts.find(({ act, polarity }) => act === 'commitment' && polarity !== 'negated');
	if (!first) return drafts;
	const { tokens } = parsed;
	for (const named of parsed.named) {
		if ((tokens[named.from]?.start ?? 0) < first.content.start || partyOf(named) === null) continue;
		const verb = verbOf(tokens, named);
		const end = verb === null ? null : sameEnd(tokens, verb);
		const holder = holderOf({ ...subjectAt(parsed, named, named.to, 'direct', 0.9), joint: false });
		if (verb === null || end === null || !holder || holder.id === first.holder?.id) continue;
		const content = spanOf(tokens, verb, shorten(tokens, verb, tokens.length));
		const start = tokens[named.from]?.start ?? 0;
		if (!content) return drafts;
		const others = drafts.flatMap((one) => (one.start >= start ? [] : [endBefore(one, tokens[named.from - 1]?.end)]));
		const why = `does the same, ${first.why}`;
		const made = { ...first, start, end: content.end, subject: named.index, holder, content, why };
		const trigger = { start: content.start, end: tokens[end - 1]?.end ?? content.end };
		return [...others, { ...made, trigger, triggerId: 'likewise', rule: 'commitment-likewise' }];
	}
	return drafts;
}

/** The verb behind a name and its auxiliaries; null where what it does is denied. */
function verbOf(tokens: Parsed['tokens'], { to }: Named): number | null {
	let at = to;
	while (AUXILIARIES.has(wordAt(tokens, at)) || isAdverb(wordAt(tokens, at))) {
		if (NEGATORS.has(wordAt(tokens, at))) return null;
		// "did the same": the verb itself.
		if (/^d(?:id|oes|o|one)$/.test(wordAt(tokens, at)) && sameEnd(tokens, at) !== null) return at;
		at++;
	}
	return at;
}

/** Behind "did the same", "do likewise", "followed suit", "reciprocated"; null elsewhere. */
function sameEnd(tokens: Parsed['tokens'], verb: number): number | null {
	const [word, next, third] = [0, 1, 2].map((step) => wordAt(tokens, verb + step));
	if (/^(?:do|does|did|done|doing)$/.test(word ?? '')) {
		if (next === 'likewise') return verb + 2;
		return next === 'the' && third === 'same' ? verb + 3 : null;
	}
	if (/^follow(?:s|ed)?$/.test(word ?? '') && next === 'suit') return verb + 2;
	return /^(?:reciprocated?s?|respond(?:s|ed)?)$/.test(word ?? '') && (next === '' || next === 'in') ? verb + 1 : null;
}

/** A deed of the first side ends before the second's. */
function endBefore(draft: Draft, end: number | undefined): Draft {
	if (end === undefined || draft.content.end <= end || draft.content.start >= end) return draft;
	return { ...draft, end: Math.min(draft.end, end), content: { ...draft.content, end } };
}
