import type { Found } from '../found.ts';
import type { Proposition } from '../propositions/types.ts';
import { DETERMINERS } from '../propositions/words.ts';
import type { ExtractedFact } from '../types.ts';
import { splitDemand } from '../voices/verb-lists.ts';
import { finite } from '../wording/verbs.ts';
import { sentence as asSentence, wording } from '../wording/wording.ts';
import { STATEMENT_DENIES, STATEMENT_HEDGES } from './denials.ts';
import { makeFact } from './make-fact.ts';

/** A fact for each agreement, commitment, position, explicit non-agreement and cause. */
export function factsFromPropositions(found: Found): ExtractedFact[] {
	const bySentence = new Map<number, Proposition[]>();
	for (const one of found.propositions) {
		const list = bySentence.get(one.sentence);
		if (list) list.push(one);
		else bySentence.set(one.sentence, [one]);
	}
	return found.propositions.map((proposition) => {
		if (proposition.act === 'cause') return causeFact(found, proposition);
		return propositionFact(found, firstOf(found, proposition, bySentence.get(proposition.sentence) ?? []));
	});
}

/** Of a demand with several verbs the first one: the others are positions of their own. */
function firstOf(found: Found, proposition: Proposition, near: readonly Proposition[]): Proposition {
	if (proposition.act !== 'position') return proposition;
	const parsed = found.sentences.parsed(proposition.sentence);
	const split = splitDemand(parsed, proposition, near, found.mentions);
	if (!split) return proposition;
	const { start } = proposition.content;
	return { ...proposition, end: split.end, content: { start, end: Math.max(start, split.end) } };
}

function propositionFact(found: Found, proposition: Proposition): ExtractedFact {
	const gist = wording(found, proposition.content).replace(/[.,;\s]+$/, '');
	return makeFact(found, {
		kind: proposition.act,
		topic: proposition.topic,
		statement: asSentence(faithful(found, proposition, statementOf(found, proposition))),
		gist,
		modality: proposition.modality,
		polarity: proposition.polarity,
		values: { is: 'content', content: gist, parts: [] },
		holder: proposition.holder,
		span: { start: proposition.start, end: proposition.end },
		sentence: proposition.sentence,
		rule: proposition.rule,
		confidence: proposition.confidence,
		why: proposition.why
	});
}

/** A clause that lost the word which denies or hedges it is told with its whole sentence: it must not say the opposite. */
function faithful(found: Found, proposition: Proposition, statement: string): string {
	const { polarity } = proposition;
	if (polarity === 'affirmed') return statement;
	if ((polarity === 'negated' ? STATEMENT_DENIES : STATEMENT_HEDGES).test(statement)) return statement;
	const sentence = found.layout.sentences[proposition.sentence];
	const whole = sentence ? wording(found, sentence) : statement;
	return polarity === 'negated' && !STATEMENT_DENIES.test(whole) ? saidDenied(proposition, whole) : whole;
}

/** What only the lines around deny ("What was not agreed:", "They did not."): a word in front says so. */
function saidDenied({ act, start, trigger }: Proposition, whole: string): string {
	const label = act === 'non-agreement' && start >= trigger.end ? 'Not agreed' : 'Denied';
	return `${label}: ${whole}`;
}

/** The words of a point behind those that lead to it: "will exempt", not "will Exempt". */
function afterLead(found: Found, { content, sentence, lead }: Proposition): string {
	const words = wording(found, content);
	const { tokens, lexicon } = found.sentences.parsed(sentence);
	const first = tokens.find(({ start }) => start >= content.start);
	// "India is to decide within 30 days": a sentence of its own.
	const isClause = lead?.endsWith('agreed on') === true && CLAUSE.test(words);
	const plain = first?.capital && (lexicon.actions.has(first.w) || DETERMINERS.has(first.w));
	const told = plain && words.toLowerCase().startsWith(first.w) ? `${first.w}${words.slice(first.w.length)}` : words;
	const isName = found.mentions.some(({ start }) => start === content.start);
	return isClause ? `that ${isName || !first?.capital ? told : lowered(told)}` : told;
}

/** Without the capital of a sentence. */
const lowered = (text: string): string =>
	/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A subject of a few words and its auxiliary. */
const CLAUSE =
	/^(?:(?!that|which|who|how|whether|what|when|where|to)[\p{L}\p{N}'’,.-]+ ){1,12}?(?:is|are|was|were|will|would|shall|should|must|may|has|have|had)\b/u;

const INVERTED = /\b(?:did|do|does|has|have|had|will|would|can|could)\s(?:the )?$/i;
const UNDONE = /^(?:far from|instead of|rather than|without|absent from|missing from)\b/i;
const NONE_OF = /\b(?:neither|none of|not even)\s(?:the )?$/i;
const SUBORDINATE = /^(?:when|where|how|who|which|that|at|though|although|while|as|with|of|on|in|for)\b/i;

/** The clause with its subject in full; where the subject stands elsewhere, it is put before the verb. */
function statementOf(found: Found, proposition: Proposition): string {
	const { holder, end, trigger, content } = proposition;
	const before = found.layout.article.normal.slice(Math.max(0, proposition.start - 14), proposition.start);
	const start = proposition.start - (NONE_OF.exec(before)?.[0].length ?? 0);
	const subject = proposition.subject === null ? undefined : found.mentions[proposition.subject];
	const last = Math.max(end, content.end);
	const inside =
		proposition.lead === undefined && subject !== undefined && subject.start >= start && subject.end <= last;
	// "At no point did X promise": the verb stands before its subject.
	const sentence = found.layout.sentences[proposition.sentence];
	if (inside && sentence && start > sentence.start && INVERTED.test(before)) return wording(found, sentence);
	if (inside || !holder) return wording(found, { start, end: last });
	const name = holder.id === 'both' ? 'Both sides' : holder.name;
	if (proposition.lead !== undefined)
		return `${name} ${finite(proposition.lead)} ${afterLead(found, proposition)}`.replace(
			/\bagreed on that\b/,
			'agreed that'
		);
	const phrase = finite(wording(found, { start: Math.min(start, trigger.start), end: last }));
	// "Far from backing it, X …": half of a sentence, told whole.
	if (UNDONE.test(phrase)) return wording(found, found.layout.sentences[proposition.sentence] ?? { start, end: last });
	// "… was left out" has its own subject; "when … has yet to be settled" is told whole.
	if (subject === undefined && content.start < trigger.start)
		return SUBORDINATE.test(phrase)
			? wording(found, found.layout.sentences[proposition.sentence] ?? { start, end: last })
			: phrase;
	// "The trade talks ended without": talks are their own subject.
	if (subject === undefined && /^(?:talks|negotiations|discussions|summit|meeting)\b/.test(phrase))
		return wording(found, sentence ?? { start, end: last });
	// A clause with a subject of its own, or a passive, needs none before it: "No progress was made".
	if (
		/^(?:[A-Z]|no |it |there |(?:the )?(?:two |three )?(?:sides|parties|leaders|countries|governments) )/.test(phrase)
	)
		return phrase;
	// "Nor consent to …" is half of a sentence.
	if (/^(?:was|were|is|are|has|have|nor|although|though|but|while|['’]s) /.test(phrase))
		return wording(found, found.layout.sentences[proposition.sentence] ?? { start, end: last });
	return `${name} ${phrase}`;
}

function causeFact(found: Found, proposition: Proposition): ExtractedFact {
	const words = (span: Proposition['cause']) => (span ? wording(found, span).replace(/[.,;\s]+$/, '') : '');
	return makeFact(found, {
		kind: 'cause',
		topic: proposition.topic,
		statement: asSentence(faithful(found, proposition, wording(found, proposition))),
		modality: proposition.modality,
		polarity: proposition.polarity,
		values: { is: 'cause', cause: words(proposition.cause), effect: words(proposition.effect) },
		span: { start: proposition.start, end: proposition.end },
		sentence: proposition.sentence,
		rule: proposition.rule,
		confidence: proposition.confidence,
		why: proposition.why
	});
}
