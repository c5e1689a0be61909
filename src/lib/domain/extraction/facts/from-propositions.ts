import type { Found } from '../found.ts';
import type { Proposition } from '../propositions/types.ts';
import type { ExtractedFact } from '../types.ts';
import { finite } from '../wording/verbs.ts';
import { sentence as asSentence, wording } from '../wording/wording.ts';
import { makeFact } from './make-fact.ts';

/** A fact for each agreement, commitment, position, explicit non-agreement and cause. */
export function factsFromPropositions(found: Found): ExtractedFact[] {
	return found.propositions.map((proposition) =>
		proposition.act === 'cause' ? causeFact(found, proposition) : propositionFact(found, proposition)
	);
}

function propositionFact(found: Found, proposition: Proposition): ExtractedFact {
	const gist = wording(found, proposition.content).replace(/[.,;\s]+$/, '');
	return makeFact(found, {
		kind: proposition.act,
		topic: proposition.topic,
		statement: asSentence(statementOf(found, proposition)),
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

/** The clause with its subject in full; where the subject stands elsewhere, it is put before the verb. */
function statementOf(found: Found, proposition: Proposition): string {
	const { holder, start, end, trigger, content } = proposition;
	const subject = proposition.subject === null ? undefined : found.mentions[proposition.subject];
	const last = Math.max(end, content.end);
	const inside =
		proposition.lead === undefined && subject !== undefined && subject.start >= start && subject.end <= last;
	if (inside || !holder) return wording(found, { start, end: last });
	const name = holder.id === 'both' ? 'Both sides' : holder.name;
	if (proposition.lead !== undefined) return `${name} ${proposition.lead} ${wording(found, content)}`;
	return `${name} ${finite(wording(found, { start: Math.min(start, trigger.start), end: last }))}`;
}

function causeFact(found: Found, proposition: Proposition): ExtractedFact {
	const words = (span: Proposition['cause']) => (span ? wording(found, span).replace(/[.,;\s]+$/, '') : '');
	return makeFact(found, {
		kind: 'cause',
		topic: proposition.topic,
		statement: asSentence(wording(found, proposition)),
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
