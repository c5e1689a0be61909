import { wordSet } from '../../text.ts';
import { shorten, spanOf } from './clause.ts';
import { BOTH } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { isAdverb } from './words.ts';

const CONTRAST = wordSet('but though although albeit yet if');
const NOT = wordSet('not nothing little never');
const LINKS = wordSet('on about over regarding concerning to');

/**
 * Adds what was not agreed beside what was: "They agreed on wheat but not on beef", "… but to little else". A denial that
 * stands right behind an agreement of both, with the preposition of what was agreed.
 */
export function butNot(parsed: Parsed, drafts: Draft[]): Draft[] {
	const { tokens } = parsed;
	const agreed = drafts.findLast(({ act, polarity }) => act === 'agreement' && polarity === 'affirmed');
	if (!agreed) return drafts;
	for (let at = 1; at < tokens.length - 2; at++) {
		const here = tokens[at];
		if (!here || here.start < agreed.trigger.end || !CONTRAST.has(here.w)) continue;
		const from = behind(tokens, at + 1);
		if (from === null) continue;
		const content = spanOf(tokens, from, shorten(tokens, from, tokens.length));
		const taken = drafts.some((one) => one.act === 'non-agreement' && one.end > here.start);
		if (!content || taken) return drafts;
		const denied = spanOf(tokens, at, from) ?? content;
		return [
			...drafts.map((one) => (one === agreed ? cutAt(one, tokens[at - 1]?.end ?? one.end) : one)),
			{
				...agreed,
				start: denied.start,
				end: content.end,
				act: 'non-agreement',
				stance: 'no-agreement',
				trigger: denied,
				triggerId: 'but-not',
				subject: null,
				holder: BOTH,
				content,
				polarity: 'negated',
				modality: 'not-agreed',
				rule: 'non-agreement-but-not',
				confidence: Math.round(agreed.confidence * 80) / 100,
				why: 'a denial behind what both agreed'
			}
		];
	}
	return drafts;
}

/** Where what was not agreed begins: behind "not on", "nothing on", at "little else" of "to little else"; null elsewhere. */
function behind(tokens: Parsed['tokens'], from: number): number | null {
	let at = from;
	while (isAdverb(wordAt(tokens, at)) && !NOT.has(wordAt(tokens, at))) at++;
	if (NOT.has(wordAt(tokens, at))) {
		let next = at + 1;
		while (isAdverb(wordAt(tokens, next)) || ['yet', 'much', 'more'].includes(wordAt(tokens, next))) next++;
		return LINKS.has(wordAt(tokens, next)) && tokens[next + 1]?.word === true ? next + 1 : null;
	}
	const little = LINKS.has(wordAt(tokens, at)) && ['little', 'nothing'].includes(wordAt(tokens, at + 1));
	return little && ['else', 'more'].includes(wordAt(tokens, at + 2)) ? at + 1 : null;
}

/** What was agreed ends before the contrast. */
function cutAt(draft: Draft, end: number): Draft {
	if (draft.content.end <= end || end <= draft.content.start) return draft;
	return { ...draft, end: Math.min(draft.end, Math.max(end, draft.trigger.end)), content: { ...draft.content, end } };
}
