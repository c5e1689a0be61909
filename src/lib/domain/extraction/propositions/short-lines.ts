import { spanOf } from './clause.ts';
import { deed } from './comes-about.ts';
import { parts } from './parts.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import { subjectAt, type Subject } from './subject.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, isNumeral, NEGATORS, PRONOUNS } from './words.ts';

/** Words at which the deed of a headline ends: "to resume talks after summit". */
const ENDS = new Set('after as following amid ahead despite says say said while but before ; : — -- |'.split(' '));

/** "US, China to resume talks", "Rare earths: Beijing to suspend …": who is to do what, without a finite verb. */
export function headlineDeed(parsed: Parsed, alone: boolean): Draft[] {
	const { tokens, lexicon } = parsed;
	const named = parsed.named.find(
		(one) => wordAt(tokens, one.to) === 'to' && lexicon.actions.has(wordAt(tokens, one.to + 1))
	);
	if (!named || lexicon.idle.has(wordAt(tokens, named.to + 1))) return [];
	const subject = subjectAt(parsed, named, named.to, 'direct', 0.85);
	const before = tokens.slice(0, subject.from);
	if (!before.every(({ w, word }) => !word || isNumeral(w)) || !(alone || subject.joint)) return [];
	let end = named.to + 2;
	while (end < tokens.length && !ENDS.has(tokens[end]?.w ?? ';')) end++;
	if (tokens.slice(named.to, end).some(({ w }) => AUXILIARIES.has(w) || NEGATORS.has(w))) return [];
	const from = tokens[subject.from]?.start ?? 0;
	return parts(parsed, named.to + 1, end).flatMap((piece, at) => {
		const content = spanOf(tokens, piece.from, piece.to);
		if (!content) return [];
		return [deed(parsed, subject, { ...content, from: at === 0 ? from : content.start, rule: 'headline' })];
	});
}

/** "They did not.", "That is untrue.": takes back what the sentence before said. */
export function takesBack({ tokens, startingAt }: Parsed): boolean {
	const words = tokens.filter(({ word }) => word);
	if (words.length > 6 || words.length < 2 || tokens.at(-1)?.w === '?') return false;
	const pointer = PRONOUNS.has(words[0]?.w ?? '') || ['that', 'this'].includes(words[0]?.w ?? '') || startingAt.has(0);
	const last = words.at(-1)?.w ?? '';
	const denied = last === 'not' && AUXILIARIES.has(words.at(-2)?.w ?? '');
	return pointer && (denied || ['untrue', 'false', 'wrong', 'incorrect', 'inaccurate'].includes(last));
}

/** A draft as it stands once it has been taken back. */
export function takenBack<T extends Draft>(draft: T): T {
	if (draft.act === 'cause') return draft;
	const act = draft.act === 'agreement' ? 'non-agreement' : draft.act;
	const why = `${draft.why}, taken back by the sentence after`;
	return { ...draft, act, polarity: 'negated', modality: act === 'position' ? draft.modality : 'not-agreed', why };
}

/** Whether a hit is that of a pronoun which opens what somebody reports: it means who speaks. */
export function meansSpeaker(
	parsed: Parsed,
	hit: Hit,
	subject: Subject,
	around: { from: number; subject: Subject | null; hit: Hit }
): boolean {
	const { via } = subject.named.mention;
	const speaker = around.subject?.named.mention.referent;
	if (via !== 'pronoun' || !speaker || around.hit.entry.class !== 'report' || subject.from !== around.from)
		return false;
	const word = wordAt(parsed.tokens, subject.named.from);
	if (word === 'it') return speaker.is !== 'person' && speaker.is !== 'joint';
	return (word === 'he' || word === 'she') && speaker.is === 'person' && hit.from > subject.from;
}
