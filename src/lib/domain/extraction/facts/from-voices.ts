import type { Found } from '../found.ts';
import type { ExtractedFact } from '../types.ts';
import type { Judgement } from '../voices/types.ts';
import { finite } from '../wording/verbs.ts';
import { sentence as asSentence, wording } from '../wording/wording.ts';
import { makeFact } from './make-fact.ts';

/**
 * A position for each claim, judgement, demand or refusal that is somebody's words without a trigger.
 * @param judgements of `findVoices`, over the same article
 */
export function factsFromVoices(found: Found, judgements: readonly Judgement[]): ExtractedFact[] {
	return judgements.map((judgement) => {
		const { start, end, sentence, voice, topic, polarity, modality, rule, confidence, why } = judgement;
		const gist = wording(found, { start, end }).replace(/[.,;\s]+$/, '');
		return makeFact(found, {
			kind: 'position',
			topic,
			statement: asSentence(statementOf(found, judgement, gist)),
			gist,
			modality,
			polarity,
			values: { is: 'content', content: gist, parts: [] },
			holder: voice.holder,
			span: { start, end },
			sentence,
			rule,
			confidence,
			why
		});
	});
}

/** "X said that S", of quoted words "X said: “S”"; a hedged clause is told with its whole sentence. */
function statementOf(found: Found, judgement: Judgement, gist: string): string {
	const { manner, voice, polarity, sentence } = judgement;
	const whole = found.layout.sentences[sentence];
	if (polarity === 'hedged' && whole) return wording(found, whole);
	if (manner === 'held') return gist;
	if (judgement.lead && manner === 'listed-verb') {
		const shared = wording(found, judgement.lead);
		return /^[a-z]+ing\b/.test(shared) ? `${voice.holder.name} ${finite(shared)} ${gist}` : `${shared} ${gist}`;
	}
	const name = /^(?:United|Netherlands|Philippines|European)\b/.test(voice.holder.name)
		? `The ${voice.holder.name}`
		: voice.holder.name;
	if (manner === 'present') return holdsSubject(found, judgement) ? gist : `${name} ${gist}`;
	if (manner === 'quoted') return `${name} said: “${gist.replace(/["“”]/g, '')}”`;
	const { lead } = judgement;
	if (lead) return `${name} said that ${inSentence(found, { ...judgement, ...lead }, wording(found, lead))} ${gist}`;
	return `${name} said that ${inSentence(found, judgement, gist)}`;
}

/** Whether the clause has whose view it is in it: "but still bars" has not. */
function holdsSubject({ mentions }: Found, { voice, start, end }: Judgement): boolean {
	const subject = mentions[voice.subject];
	return subject !== undefined && start <= subject.start && subject.end <= end;
}

/** The clause as it goes on in a sentence: its first letter small unless a name stands there. */
function inSentence(found: Found, { start, sentence }: Judgement, gist: string): string {
	const opens = found.layout.sentences[sentence]?.start === start;
	const named = found.mentions.some((mention) => mention.start <= start && start < mention.end);
	const small =
		opens &&
		(!named || /^(?:The|He|She|It|They|His|Her|Its|Their)\b/.test(gist)) &&
		/^\p{Lu}\p{Ll}*\b/u.test(gist) &&
		!/^I\b/.test(gist);
	return small ? gist.charAt(0).toLowerCase() + gist.slice(1) : gist;
}
